// Everything that an export holds, page after page, by its noun. Decides nothing about who sees what.
import { sql } from 'kysely'
import type { ExportedRecords, ExportNoun } from '../core/export.ts'
import type { ExportStore } from '../ports.ts'
import { toAlert } from './alerts.ts'
import type { Declaration } from '../core/audit.ts'
import { toDeclaration, toEntry } from './audit.ts'
import { toChange } from './changes.ts'
import { toDigest } from './digests.ts'
import {
  articlePages,
  countArticles,
  countTold,
  keyPages,
  meetingPages,
  officePages,
  peoplePages,
  statementPages,
} from './export-articles.ts'
import { editionPages, raisedAlertPages } from './export-editions.ts'
import { countFeeds, feedPages } from './export-feeds.ts'
import { toFollowing } from './followings.ts'
import { toNotice } from './notices.ts'
import { LARGE_ROWS_A_PAGE, rowsOf } from './paged-reading.ts'
import { toRating } from './reactions.ts'
import type { Session } from './session.ts'
import type { Tables } from './tables.ts'
import { toWorkspace } from './workspaces.ts'

type Pages<Noun extends ExportNoun> = AsyncIterable<readonly ExportedRecords[Noun][]>
type FeedIds = ReadonlySet<string> | undefined

export function exportStore(session: Session): ExportStore {
  return {
    pages: (noun, feedIds) => READERS[noun](session, feedIds),
    count: (noun, feedIds) => COUNTERS[noun](session, feedIds),
  }
}

const READERS: { readonly [Noun in ExportNoun]: (session: Session, feedIds: FeedIds) => Pages<Noun> } = {
  workspaces: (session) => rowsOf(session, 'workspaces', ['id'], toWorkspace),
  feeds: feedPages,
  followings: (session) => rowsOf(session, 'followings', ['workspace_id', 'feed_id'], toFollowing),
  digests: digestPages,
  alerts: alertPages,
  articles: articlePages,
  keys: keyPages,
  people: peoplePages,
  offices: officePages,
  meetings: meetingPages,
  statements: statementPages,
  editions: editionPages,
  'raised-alerts': raisedAlertPages,
  notices: (session) => rowsOf(session, 'notices', ['id'], toNotice),
  ratings: (session) => rowsOf(session, 'ratings', ['story_id', 'person'], toRating),
  mutes: (session) =>
    rowsOf(session, 'mutes', ['audience', 'story_id'], (row) => ({
      audience: row.audience,
      storyId: row.story_id,
      until: row.until_at,
    })),
  changes: (session) => rowsOf(session, 'changes', ['id'], toChange, LARGE_ROWS_A_PAGE),
  audit: (session) => rowsOf(session, 'audit', ['id'], toEntry, LARGE_ROWS_A_PAGE),
}

const COUNTERS: {
  readonly [Noun in ExportNoun]: (session: Session, feedIds: FeedIds) => Promise<number>
} = {
  workspaces: (session) => countRows(session, 'workspaces'),
  feeds: countFeeds,
  followings: (session) => countRows(session, 'followings'),
  digests: async (session) =>
    (await countRows(session, 'chat_digests')) + (await countDeclared(session, 'digest')),
  alerts: async (session) =>
    (await countRows(session, 'chat_alerts')) + (await countDeclared(session, 'alert')),
  articles: countArticles,
  keys: (session, feedIds) => countTold(session, 'article_keys', feedIds),
  people: (session, feedIds) => countTold(session, 'article_people', feedIds),
  offices: (session, feedIds) => countTold(session, 'offices', feedIds),
  meetings: (session, feedIds) => countTold(session, 'meetings', feedIds),
  statements: (session, feedIds) => countTold(session, 'statements', feedIds),
  editions: (session) => countRows(session, 'editions'),
  'raised-alerts': (session) => countRows(session, 'raised_alerts'),
  notices: (session) => countRows(session, 'notices'),
  ratings: (session) => countRows(session, 'ratings'),
  mutes: (session) => countRows(session, 'mutes'),
  changes: (session) => countRows(session, 'changes'),
  audit: (session) => countRows(session, 'audit'),
}

async function* digestPages(session: Session): AsyncGenerator<readonly ExportedRecords['digests'][]> {
  yield* rowsOf(session, 'chat_digests', ['name'], toDigest)
  for await (const declared of declaredPages(session))
    yield declared.flatMap((one) => (one.what === 'digest' ? [one.definition] : []))
}

async function* alertPages(session: Session): AsyncGenerator<readonly ExportedRecords['alerts'][]> {
  yield* rowsOf(session, 'chat_alerts', ['name'], toAlert)
  for await (const declared of declaredPages(session))
    yield declared.flatMap((one) => (one.what === 'alert' ? [one.definition] : []))
}

/** What the file declared at the last start: its digests and alerts stand nowhere else in the database. */
const declaredPages = (session: Session): AsyncGenerator<readonly Declaration[]> =>
  rowsOf(session, 'declarations', ['kind', 'name'], toDeclaration)

async function countRows({ database }: Session, name: keyof Tables): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(
    database,
  )
  return rows[0]?.count ?? 0
}

async function countDeclared({ database }: Session, what: Declaration['what']): Promise<number> {
  const { count } = await database
    .selectFrom('declarations')
    .where('kind', '=', what)
    .select((columns) => columns.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
