// ask: in words, in JSON, and the honest «nothing found».
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ARTICLES, configuration, MARKET, MARKET_AGAIN } from './articles.ts'
import { type Ended, jsonl, newFile, newFolder, plain, records, run } from './command.ts'

const NOW = '2026-03-17T08:00:00+01:00'
const QUESTION = 'qui a rencontré le préfet Delmas ?'

async function filledDatabase(): Promise<string> {
  const folder = newFolder()
  const database = join(folder, 'essai.sqlite')
  const file = newFile(folder, 'articles.jsonl', jsonl(ARTICLES))
  await run(['import', file, '--database', database, '--now', NOW])
  return database
}

async function ask(database: string, ...words: readonly string[]): Promise<Ended> {
  return run(['ask', ...words, '--database', database, '--now', NOW])
}

describe('ask', () => {
  it('answers in words: the question, a sentence of an article, who printed it and when', async () => {
    const { status, output, errors } = await ask(await filledDatabase(), QUESTION)
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    const told = plain(output).replaceAll(/\s+/g, ' ')
    expect(told).toMatch(/^Qui a rencontré le préfet Delmas \?/)
    expect(told).toContain(
      '« La maire, Lucie Arnaudin, a rencontré le préfet Paul Delmas devant les étals. »',
    )
    expect(told).toMatch(/— \w+\.example \[1\], hier à (?:9|11) h/)
    expect(output.endsWith('\n')).toBe(true)
    expect(output.endsWith('\n\n')).toBe(false)
  })

  it('takes words without quotation marks for one question', async () => {
    const database = await filledDatabase()
    expect(await ask(database, ...QUESTION.split(' '))).toEqual(await ask(database, QUESTION))
  })

  it('tells days as seen from --now', async () => {
    const database = await filledDatabase()
    const later = await run(['ask', QUESTION, '--database', database, '--now', '2027-01-04T08:00:00+01:00'])
    expect(plain(later.output)).toContain('lundi 16 mars 2026 à 11 h')
  })

  it('answers in JSON with the imported id and the words of the article', async () => {
    const database = await filledDatabase()
    const { status, output, errors } = await ask(database, QUESTION, '--json')
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    const { question, noAnswer, answers } = JSON.parse(output)
    expect({ question, noAnswer }).toEqual({ question: QUESTION, noAnswer: false })
    expect([MARKET.id, MARKET_AGAIN.id]).toContain(answers[0].doc)
    expect(MARKET.text).toContain(answers[0].evidence)
    expect(answers[0].confidence).toBeGreaterThan(0)
    expect(answers[0].confidence).toBeLessThanOrEqual(1)
  })

  it('gives a line the answers that --json gives', async () => {
    const database = await filledDatabase()
    const questions = [QUESTION, 'qui a rencontré Zorglub ?', '?', '']
    const input = jsonl(questions.map((question, id) => ({ id, question })))
    const ended = await run(['ask', '--jsonl', '--database', database, '--now', NOW], input)
    expect(ended).toMatchObject({ status: 0, errors: '' })
    const [first, second, third, fourth] = records(ended)
    const { question: _question, ...alone } = JSON.parse((await ask(database, QUESTION, '--json')).output)
    expect(first).toEqual({ id: 0, ...alone })
    for (const nothing of [second, third, fourth])
      expect(nothing).toMatchObject({ noAnswer: true, answers: [] })
  })

  it('says honestly that it found nothing, and since when it reads', async () => {
    const { status, output } = await ask(await filledDatabase(), 'qui a rencontré Zorglub ?')
    expect(status).toBe(0)
    expect(plain(output)).toContain(
      'Je n’ai rien trouvé dans les articles suivis depuis le lundi 16 mars 2026.',
    )
  })

  it('says that nothing has been read where there is no database, and leaves none behind', async () => {
    const database = join(newFolder(), 'absente.sqlite')
    const { status, output } = await ask(database, QUESTION)
    expect(status).toBe(0)
    expect(plain(output)).toContain('Je n’ai rien trouvé : aucun article n’a encore été lu.')
    expect(existsSync(database)).toBe(false)
  })

  it('looks into the database that the configuration names', async () => {
    const database = await filledDatabase()
    const path = newFile(newFolder(), 'p.yaml', configuration({ base: database }))
    const { output } = await run(['ask', QUESTION, '--config', path, '--now', NOW])
    expect(output).toBe((await ask(database, QUESTION)).output)
  })

  it.each([
    ['"; drop table articles; --', 'SQL'],
    ['AND OR NOT NEAR(', 'words of a search engine'],
    ['Delmas*', 'a star'],
    ['a'.repeat(20_000), 'a very long word'],
    ['\u0000\uFFFD\u202E', 'no words at all'],
    ['--', 'dashes'],
  ])('survives %j', async (question, _why) => {
    const ended = await run(
      ['ask', '--jsonl', '--database', await filledDatabase()],
      jsonl([{ id: 1, question }]),
    )
    expect(ended).toMatchObject({ status: 0, errors: '' })
    expect(records(ended)).toHaveLength(1)
  })
})
