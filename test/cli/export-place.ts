// A database with something of everything, and a place for its export.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import { MORNING } from '../storage/samples.ts'
import { type Ended, plain, run } from './command.ts'
import { fill } from './export-scene.ts'

export const NOW = new Date(MORNING).toISOString()

export interface ExportPlace {
  readonly database: string
  readonly folder: string
  exportTo(...words: readonly string[]): Promise<Ended>
  /** What it says when it goes well. */
  exported(...words: readonly string[]): Promise<string>
  remove(): void
  /** Rows, of a table with its condition. */
  count(statement: string): number
}

export async function newPlace(): Promise<ExportPlace> {
  const place = mkdtempSync(join(tmpdir(), 'pressoir-export-'))
  const database = join(place, 'essai.sqlite')
  const folder = join(place, 'export')
  const storage = await openStorage(database, { now: () => MORNING })
  await fill(storage)
  await storage.close()
  const exportTo = (...words: readonly string[]): Promise<Ended> =>
    run(['export', folder, '--database', database, '--now', NOW, ...words])
  return {
    database,
    folder,
    exportTo,
    exported: async (...words) => {
      const ended = await exportTo(...words)
      expect(ended).toMatchObject({ status: 0 })
      return plain(ended.output)
    },
    remove: () => rmSync(place, { recursive: true, force: true }),
    count: (statement) => {
      const connection = new DatabaseSync(database, { readOnly: true })
      try {
        return Number(connection.prepare(`select count(*) as count from ${statement}`).get()?.['count'])
      } finally {
        connection.close()
      }
    },
  }
}

/** All of its files, one after the other. */
export function textIn(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

/** Where the rows of a table are found again. */
export const FILE_OF_TABLE: Readonly<Record<string, string>> = {
  workspaces: 'workspaces.jsonl',
  followings: 'followings.jsonl',
  articles: 'articles.jsonl',
  article_keys: 'keys.jsonl',
  article_people: 'people.jsonl',
  offices: 'offices.jsonl',
  meetings: 'meetings.jsonl',
  statements: 'statements.jsonl',
  editions: 'editions.jsonl',
  raised_alerts: 'raised-alerts.jsonl',
  notices: 'notices.jsonl',
  ratings: 'ratings.jsonl',
  mutes: 'mutes.jsonl',
  changes: 'changes.jsonl',
  audit: 'audit.jsonl',
}

/** Tables whose rows stand inside the lines of others, by the keys that lead to them. */
export const INNER: readonly (readonly [statement: string, file: string, path: string])[] = [
  ['article_versions', 'articles.jsonl', 'versions[].version'],
  ['article_appearances', 'articles.jsonl', 'appearances[].feedId'],
  ['deliveries', 'editions.jsonl', 'deliveries[].id'],
  ['feeds', 'feeds.jsonl', 'url'],
  ['feed_states', 'feeds.jsonl', 'url'],
  ['removed_feeds', 'feeds.jsonl', 'removedAt'],
  ['chat_digests', 'digests.jsonl', 'workspaceId'],
  ['chat_alerts', 'alerts.jsonl', 'workspaceId'],
]
