// The journal as whoever runs the machine reads it: the file, the command line, the program and the chat.
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import { operatorName } from '../../src/cli/operator.ts'
import { reconcile } from '../../src/services/administer.ts'
import { openStorage } from '../../src/storage/open.ts'
import { sampleFeed } from '../storage/samples.ts'
import { sampleChange, sampleDigest, sampleFollowing } from '../storage/samples-chat.ts'
import { ARTICLES } from './articles.ts'
import { LAST_MIGRATION, makeOlder } from '../storage/older-database.ts'
import { jsonl, newFile, newFolder, plain, records, run } from './command.ts'

const NOW = '2026-03-17T08:00:00+01:00'
const now = Date.parse(NOW)

let database = ''

beforeEach(() => {
  database = join(newFolder(), 'essai.sqlite')
})

const journal = (...words: readonly string[]) =>
  run(['journal', '--database', database, '--now', NOW, ...words])

async function start(at: number, feeds: readonly string[], maxWords: number): Promise<void> {
  const storage = await openStorage(database, { now: () => at })
  const declared = {
    file: 'config/pressoir.yaml',
    feeds: feeds.map((name) => sampleFeed(name)),
    digests: [sampleDigest('matin', { title: 'Matin', maxWords })],
    alerts: [],
  }
  await reconcile({ storage, clock: { now: () => at } }, declared)
  await storage.close()
}

async function lines(...words: readonly string[]): Promise<readonly string[]> {
  const ended = await journal(...words)
  expect(ended).toMatchObject({ status: 0, errors: '' })
  return plain(ended.output).trimEnd().split('\n')
}

describe('journal', () => {
  it('says that nothing was noted', async () => {
    expect(await lines()).toEqual(['Aucun changement n’est noté.'])
  })

  it('tells what the file added, altered and removed, and nothing when it stayed', async () => {
    await start(now - 2 * DAY, ['rennes', 'brest'], 60)
    await start(now - DAY, ['rennes', 'brest'], 60)
    await start(now - HOUR, ['brest'], 40)
    const told = await lines()
    expect(told).toHaveLength(4)
    // Of one start in any order.
    const [before, after] = [told.slice(0, 2).join('\n'), told.slice(2).join('\n')]
    expect(before).toMatch(/config\/pressoir\.yaml a ajouté 2 flux : « .+ » et « .+ » · dimanche/)
    expect(before).toMatch(/a ajouté la revue « Matin »/)
    expect(after).toMatch(/a retiré le flux « .+ » · aujourd’hui/)
    expect(after).toMatch(/a modifié la revue « Matin » \(.*60.* → .*40/)
    expect(await lines('--since', '2026-03-16')).toHaveLength(2)
  })

  it('tells that a new version changed the tables, and nothing of a database that is new', async () => {
    await (await openStorage(database, { now: () => now - DAY })).close()
    expect(await lines()).toEqual(['Aucun changement n’est noté.'])
    makeOlder(database)
    await (await openStorage(database, { now: () => now - HOUR })).close()
    expect(await lines()).toEqual([
      `1. Pressoir a mis la base à jour pour une nouvelle version (${LAST_MIGRATION}) · aujourd’hui à 7 h`,
    ])
  })

  it('tells what was done on the command line, and by whom', async () => {
    const file = newFile(newFolder(), 'articles.jsonl', jsonl(ARTICLES))
    await run(['import', file, '--database', database, '--now', NOW])
    const backup = join(newFolder(), 'copie.sqlite')
    await run(['backup', backup, '--database', database, '--now', NOW])
    await run(['restore', backup, '--database', database, '--now', NOW])
    const ended = await journal('--jsonl')
    const noted = records(ended)
    expect(noted).toHaveLength(3)
    for (const record of noted) expect(record).toMatchObject({ from: 'command', who: operatorName() })
    expect(noted.map(({ event }) => event)).toEqual(
      expect.arrayContaining([
        { kind: 'imported', file, articles: ARTICLES.length },
        { kind: 'backed-up', file: backup },
        { kind: 'restored', file: backup, madeAt: now },
      ]),
    )
  })

  it('tells what the chat changed, from what to what, without secrets', async () => {
    const storage = await openStorage(database, { now: () => now })
    const url = 'https://awa:sesame@rennes.example/rss.xml?token=abc'
    await storage.changes.add(
      sampleChange('c1', {
        madeAt: now - HOUR,
        subject: { kind: 'following', after: sampleFollowing('rennes', { url }) },
      }),
    )
    await storage.close()
    expect((await lines())[0]).toContain('Élise Cœurderoy a ajouté le flux')
    const { output } = await journal('--jsonl')
    expect(output).not.toMatch(/sesame|abc/)
    expect(JSON.parse(output)).toMatchObject({
      from: 'chat',
      who: 'Élise Cœurderoy',
      workspace: 'slack:T0123',
      event: { kind: 'following', after: { feedId: 'rennes' } },
    })
  })
})
