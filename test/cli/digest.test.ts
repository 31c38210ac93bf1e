// digest: shown without a trace, or made, posted and archived once.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { ARTICLES, configuration } from './articles.ts'
import { type Ended, jsonl, newFile, newFolder, plain, run } from './command.ts'

const NOW = '2026-03-17T08:00:00+01:00'

let folder = ''
let database = ''
let archive = ''
let config = ''

beforeEach(() => {
  folder = newFolder()
  database = join(folder, 'essai.sqlite')
  archive = join(folder, 'digests')
  config = newFile(folder, 'pressoir.yaml', configuration({ base: database, archives: archive }))
})

async function fill(): Promise<void> {
  const file = newFile(folder, 'articles.jsonl', jsonl(ARTICLES))
  await run(['import', file, '--database', database, '--now', NOW])
}

async function digest(...words: readonly string[]): Promise<Ended> {
  return run(['digest', ...words, '--config', config, '--now', NOW])
}

function transcript(): readonly string[] {
  const path = join(folder, 'essai.console.jsonl')
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []
}

function archived(): readonly string[] {
  return existsSync(archive)
    ? readdirSync(archive, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.includes('.'))
        .toSorted()
    : []
}

interface LogLine {
  readonly level: number
  readonly edition: unknown
  readonly quotations: unknown
}

/** The lines of the log, which is for machines, and what is said to whoever typed. */
function withoutLog(errors: string): readonly [log: readonly LogLine[], told: string] {
  const lines = errors.split('\n')
  return [
    lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line)),
    lines.filter((line) => !line.startsWith('{')).join('\n'),
  ]
}

const fingerprint = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('digest', () => {
  it('shows the edition with --dry-run, and leaves no trace', async () => {
    await fill()
    const [before, files] = [fingerprint(database), readdirSync(folder)]
    const { status, output, errors } = await digest('matin', '--dry-run')
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    expect(plain(output)).toContain('Mardi 17 mars 2026 · 3 sujets · 4 articles lus, dont 1 reprise')
    expect(plain(output).replaceAll(/\s+/g, ' ')).toContain(
      '« Le marché couvert de Vernay a rouvert lundi matin [16 mars] après deux ans de travaux. »',
    )
    expect(fingerprint(database)).toBe(before)
    expect(readdirSync(folder)).toEqual(files)
    expect((await digest('matin', '--dry-run')).output).toBe(output)
  })

  it('shows a quiet edition where there is no database yet, and makes none', async () => {
    const { status, output } = await digest('matin', '--dry-run')
    expect(status).toBe(0)
    expect(plain(output)).toContain('Rien de marquant ce matin.')
    expect(existsSync(database)).toBe(false)
  })

  it('posts what the dry run showed, keeps it in the transcript and in the archive', async () => {
    await fill()
    const shown = await digest('matin', '--dry-run')
    const posted = await digest('matin')
    expect(posted).toMatchObject({ status: 0, output: shown.output })
    expect(transcript()).toHaveLength(1 + 3)
    const base = '2026/03/2026-03-17-0800-matin'
    expect(archived()).toEqual([`${base}.json`, `${base}.md`])
    const [logged, told] = withoutLog(posted.errors)
    expect(plain(told)).toBe(`Édition archivée : ${archive}/${base}.md et ${archive}/${base}.json\n`)
    expect(new Set(logged.map((line) => line.edition))).toEqual(new Set(['matin@2026-03-17T07:00:00.000Z']))
    const news = logged.filter(({ level }) => level >= 30)
    expect(news).toHaveLength(1)
    expect(news[0]?.quotations).toContainEqual({
      publisher: 'lavigie.example',
      words: 27,
      sentences: 2,
      articles: 1,
    })
  })

  it('says so when the edition of that instant is made already, and posts nothing more', async () => {
    await fill()
    await digest('matin')
    const [lines, files] = [transcript(), archived()]
    const again = await digest('matin')
    expect(again).toMatchObject({ status: 0, output: '' })
    expect(plain(again.errors)).toBe(
      'La revue « matin » a déjà une édition à cet instant. Rien n’a été publié.\n',
    )
    expect([transcript(), archived()]).toEqual([lines, files])
  })

  it('names the digests that there are when this one is unknown', async () => {
    const ended = await digest('midi')
    expect(ended).toMatchObject({ status: 2, output: '' })
    expect(plain(ended.errors)).toBe(
      'Aucune revue ne s’appelle « midi ». Revues déclarées : matin et soir.\n',
    )
    expect(existsSync(database)).toBe(false)
  })

  it('says that a digest keeps quiet rather than show nothing', async () => {
    const quiet = {
      nom: 'creux',
      titre: 'Le creux',
      jours: 'lundi',
      heures: '8 h',
      canaux: 'console:terminal',
      'jour creux': 'taire',
    }
    config = newFile(folder, 'p.yaml', configuration({ base: database, archives: archive, revues: [quiet] }))
    const ended = await digest('creux')
    expect(ended).toMatchObject({ status: 0, output: '' })
    expect(plain(ended.errors)).toContain('Rien de marquant : la revue « creux » se tait')
    expect(transcript()).toEqual([])
  })

  it('fails when a channel cannot be reached, and has posted to the others', async () => {
    await fill()
    const both = {
      nom: 'deux',
      titre: 'Deux canaux',
      jours: 'lundi',
      heures: '8 h',
      canaux: ['slack:C0123456', 'console:terminal'],
    }
    config = newFile(folder, 'p.yaml', configuration({ base: database, archives: archive, revues: [both] }))
    const ended = await digest('deux')
    expect(ended.status).toBe(1)
    expect(plain(ended.errors)).toContain('L’édition n’est pas parvenue dans « slack:C0123456 ».')
    expect(transcript()).toHaveLength(1 + 3)
  })

  it('posts although the archive cannot be written, says so, and archives once it can', async () => {
    await fill()
    newFile(folder, 'digests', 'un fichier à la place du dossier')
    const failed = await digest('matin')
    expect(failed.status).toBe(1)
    expect(plain(failed.errors)).toContain(`L’édition n’a pas pu être archivée dans ${archive}.`)
    expect(failed.errors).not.toContain('Édition archivée')
    const posted = transcript()
    expect(posted).toHaveLength(1 + 3)
    rmSync(archive)
    expect((await digest('matin')).status).toBe(0)
    expect(archived()).toHaveLength(2)
    expect(transcript()).toEqual(posted)
  })

  it('refuses a configuration with mistakes before it opens anything', async () => {
    config = newFile(
      folder,
      'p.yaml',
      configuration({ contact: 'nous', fuseau: 'Europe/Pari', base: database }),
    )
    const ended = await digest('matin')
    expect(ended).toMatchObject({ status: 2, output: '' })
    expect(ended.errors.trim().split('\n')).toHaveLength(2)
    expect(existsSync(database)).toBe(false)
  })
})
