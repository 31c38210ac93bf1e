// why: what became of an article, found by its address as people paste it, or by the id that it came with.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ARTICLES, configuration, MARKET, MARKET_AGAIN, STRIKE } from './articles.ts'
import { type Ended, jsonl, newFile, newFolder, plain, run } from './command.ts'

const NOW = '2026-03-17T08:00:00+01:00'

const folder = mkdtempSync(join(tmpdir(), 'pressoir-why-'))
const database = join(folder, 'essai.sqlite')

/** Two editions of «matin», made once for all tests: they only look. */
beforeAll(async () => {
  const config = newFile(folder, 'pressoir.yaml', configuration({ archives: join(folder, 'digests') }))
  const file = newFile(folder, 'articles.jsonl', jsonl(ARTICLES))
  await run(['import', file, '--database', database, '--now', NOW])
  const digest = ['digest', 'matin', '--config', config, '--database', database]
  for (const day of [17, 18]) await run([...digest, '--now', `2026-03-${day}T08:00:00+01:00`])
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

async function why(...words: readonly string[]): Promise<Ended> {
  return run(['why', ...words, '--database', database, '--now', NOW])
}

const toldIn = ({ output }: Ended): string => plain(output).replaceAll(/\s+/g, ' ')

describe('why', () => {
  it('tells when an article was seen, its story, and what the edition made of it', async () => {
    const ended = await why(STRIKE.url)
    expect({ status: ended.status, errors: ended.errors }).toEqual({ status: 0, errors: '' })
    const told = toldIn(ended)
    expect(told).toContain('Pourquoi « Les conducteurs du tramway de Corbigny en grève jusqu’à vendredi » ?')
    expect(told).toContain('Vu pour la première fois hier à 18 h 30, dans le flux « Import ».')
    expect(told).toContain('Seul article de son sujet.')
    expect(told).toMatch(/La revue du matin, aujourd’hui à 8 h : cité, [12] phrases?, dans le 2e sujet\./)
    expect(told).toMatch(
      /« Les conducteurs du tramway de Corbigny ont voté lundi la grève jusqu’à vendredi\. »/,
    )
    expect(told).toMatch(/2e sujet sur 3 par ordre d’importance, 2 points : sources 1 ; articles 0,5 ;/)
  })

  it('tells what a reprint repeats', async () => {
    const told = toldIn(await why(MARKET_AGAIN.url))
    expect(told).toContain('Reprend presque mot pour mot « Vernay : le marché couvert rouvre')
    expect(told).toMatch(/replié dans le \d\w+ sujet, comme reprise de « Vernay/)
  })

  it.each([
    [STRIKE.url, 'as it came'],
    [`${STRIKE.url}?utm_source=lettre&xtor=EPR-2`, 'trackers behind it'],
    [`${STRIKE.url}#xtor=RSS-1`, 'a tracker in the fragment'],
    [`${STRIKE.url}#commentaires`, 'a place in the page'],
    [`${STRIKE.url}/`, 'a final slash'],
    [STRIKE.url.replace('https://', 'http://'), 'the other scheme'],
    [STRIKE.url.replace('https://www.', ''), 'as people type it'],
    [STRIKE.url.replace('https://', 'HTTPS://').replace('www', 'WWW'), 'capitals'],
    [`<${STRIKE.url}|La grève>`, 'as Slack writes it'],
    [` « ${STRIKE.url} » `, 'between guillemets'],
    ['greve', 'the imported id'],
  ])('finds « %s »: %s', async (asked, _why) => {
    expect(JSON.parse((await why(asked, '--json')).output)).toMatchObject({
      known: true,
      article: { id: 'greve' },
    })
  })

  it('says so when it knows no such article, and names the nearest addresses', async () => {
    const ended = await why('https://www.lefanal.example/grev')
    expect(ended.status).toBe(0)
    expect(toldIn(ended)).toContain('Je n’ai aucun article à cette adresse')
    expect(toldIn(ended)).toContain('Les conducteurs du tramway de Corbigny en grève')
    const { known, nearest } = JSON.parse((await why('http://lefanal.example/grev', '--json')).output)
    expect({ known, first: nearest[0].id }).toEqual({ known: false, first: 'greve' })
  })

  it.each([['https://inconnu.example/une'], ['lundi'], ['https://'], ['']])(
    'says that nothing is near « %s »',
    async (asked) => {
      expect(toldIn(await why(asked))).toContain('Aucune adresse connue ne lui ressemble.')
    },
  )

  it('gives a program all of it: ids, instants, rank and points', async () => {
    const { article, story, editions } = JSON.parse((await why(MARKET.url, '--json')).output)
    expect(article).toMatchObject({
      id: MARKET.id,
      url: MARKET.url,
      firstSeenAt: '2026-03-16T08:00:00.000Z',
      feeds: ['Import'],
    })
    expect(story.articles).toEqual([MARKET.id, MARKET_AGAIN.id])
    expect(editions).toHaveLength(1)
    expect(editions[0]).toMatchObject({
      digest: 'matin',
      slotAt: '2026-03-17T07:00:00.000Z',
      kind: 'told',
      among: 3,
      score: { publishers: 1, articles: 0.5 },
    })
    for (const { text, start, end } of editions[0].sentences) expect(MARKET.text.slice(start, end)).toBe(text)
  })

  it('looks at the editions of one digest when it is named', async () => {
    expect(toldIn(await why(STRIKE.url, '--digest', 'matin'))).toContain('La revue du matin')
    expect(toldIn(await why(STRIKE.url, '--digest', 'soir'))).toContain(
      'Aucune édition de « soir » ne l’a encore examiné.',
    )
  })

  it('leaves no database where there is none', async () => {
    const missing = join(newFolder(), 'rien.sqlite')
    const ended = await run(['why', STRIKE.url, '--database', missing])
    expect(toldIn(ended)).toContain('Je n’ai aucun article à cette adresse')
  })

  it('bears whatever somebody pastes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (asked) => {
        const { status, errors } = await run(['why', '--database', database, '--json', '--', asked])
        expect({ status, errors }).toEqual({ status: 0, errors: '' })
      }),
      { numRuns: 30 },
    )
  })
})
