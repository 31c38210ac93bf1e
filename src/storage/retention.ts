// Gives up the texts of old articles but for the passages that prove something. Never decides which passages these are.
import { sql } from 'kysely'
import type { SentenceReference } from '../core/article.ts'
import { DAY, type Instant } from '../core/calendar.ts'
import type { EditionStory } from '../core/edition.ts'
import type { ToldAlert } from '../core/raised-alert.ts'
import type { RetentionStore, ThinArticle } from '../ports.ts'
import { getArticles } from './articles.ts'
import type { Session } from './session.ts'

/** What is left of a text would tell less than what was read of it: no later reader reads it again. */
const READ_FOR_GOOD = 2 ** 31 - 1

export function retentionStore(session: Session): RetentionStore {
  const { wording } = session
  return {
    oldestWhole: (before, limit) => oldestWhole(session, before, limit),
    countWhole: (before) => countWhole(session, before),
    proofsOf: (articleId) => proofsOf(session, articleId),
    thin: (thinned, at) => session.within((inner) => thin(inner, thinned, at)),
    usedBytes: () => wording.usedBytes(session),
    mergeIndex: (milliseconds) => wording.stems.tend(session, milliseconds),
    freePages: (milliseconds) => session.within((inner) => wording.giveBackRoom(inner, milliseconds)),
  }
}

async function oldestWhole(
  session: Session,
  before: Instant,
  limit: number,
): ReturnType<RetentionStore['oldestWhole']> {
  const rows = await session.database
    .selectFrom('articles')
    .select('id')
    .where('thinned_at', 'is', null)
    .where('first_seen_at', '<', before)
    .orderBy('first_seen_at')
    .limit(limit)
    .execute()
  return getArticles(
    session,
    rows.map(({ id }) => id),
  )
}

async function countWhole({ database }: Session, before: Instant): ReturnType<RetentionStore['countWhole']> {
  const row = await database
    .selectFrom('articles')
    .innerJoin('article_versions', 'article_versions.article_id', 'articles.id')
    .select((columns) => columns.fn.count<number>('articles.id').distinct().as('articles'))
    .select(sql<number | null>`sum(length(text) + length(lead))`.as('characters'))
    .where('thinned_at', 'is', null)
    .where('first_seen_at', '<', before)
    .executeTakeFirstOrThrow()
  return { articles: row.articles, characters: row.characters ?? 0 }
}

/** Of every version: editions point to those that they showed. */
async function proofsOf(session: Session, articleId: string): Promise<readonly SentenceReference[]> {
  return [
    ...(await factSpans(session, articleId)),
    ...(await shownSpans(session, articleId)),
    ...(await alertedSpans(session, articleId)),
  ]
}

async function factSpans({ database }: Session, articleId: string): Promise<readonly SentenceReference[]> {
  const meetings = await database
    .selectFrom('meetings')
    .select(['version', 'meeting'])
    .where('article_id', '=', articleId)
    .execute()
  const told = meetings.map(({ version, meeting }) => {
    // Only `saveMeetings` writes this column.
    const { start, end }: { readonly start: number; readonly end: number } = JSON.parse(meeting)
    return { articleId, version, start, end }
  })
  const spans = []
  for (const table of ['offices', 'statements'] as const)
    spans.push(
      ...(await database
        .selectFrom(table)
        .select(['version', 'start_offset', 'end_offset'])
        .where('article_id', '=', articleId)
        .execute()),
    )
  return [
    ...told,
    ...spans.map(({ version, start_offset: start, end_offset: end }) => ({ articleId, version, start, end })),
  ]
}

async function shownSpans({ database }: Session, articleId: string): Promise<readonly SentenceReference[]> {
  const rows = await database
    .selectFrom('edition_articles')
    .innerJoin('editions', 'editions.id', 'edition_articles.edition_id')
    .select('stories')
    .where('article_id', '=', articleId)
    .execute()
  return rows.flatMap(({ stories }) => referencesIn(stories)).filter((shown) => shown.articleId === articleId)
}

/** An alert tells what is new: only those raised within this time of an article can have shown it. */
const ALERTED_WITHIN: Instant = 10 * DAY

async function alertedSpans({ database }: Session, articleId: string): Promise<readonly SentenceReference[]> {
  const rows = await database
    .selectFrom('articles')
    .innerJoin('raised_alerts', (join) =>
      join
        .on('raised_at', '>=', sql<Instant>`first_seen_at - ${ALERTED_WITHIN}`)
        .on('raised_at', '<=', sql<Instant>`first_seen_at + ${ALERTED_WITHIN}`),
    )
    .select('told')
    .where('articles.id', '=', articleId)
    .execute()
  return rows.flatMap(({ told }) => {
    // Only `fromRaised` writes this column.
    const { stories }: ToldAlert = JSON.parse(told)
    return spansOf(stories).filter((shown) => shown.articleId === articleId)
  })
}

function referencesIn(json: string): readonly SentenceReference[] {
  // Only `fromEdition` writes this column.
  const stories: readonly EditionStory[] = JSON.parse(json)
  return spansOf(stories)
}

function spansOf(stories: readonly EditionStory[]): readonly SentenceReference[] {
  return stories.flatMap(({ brief, clashes = [] }) => [
    ...brief,
    ...clashes.flatMap(({ figures }) => figures),
  ])
}

/** The current version stays, with what is kept of it; of earlier ones those of which something is kept. */
async function thin({ database }: Session, { article, kept }: ThinArticle, at: Instant): Promise<void> {
  const { id } = article
  const stored = await database
    .selectFrom('article_versions')
    .select('version')
    .where('article_id', '=', id)
    .execute()
  for (const { version } of stored) {
    const text = kept.get(version)
    const which = { article_id: id, version }
    if (text === undefined)
      await database
        .deleteFrom('article_versions')
        .where('article_id', '=', which.article_id)
        .where('version', '=', which.version)
        .execute()
    else
      await database
        .updateTable('article_versions')
        .set({ text, lead: '' })
        .where('article_id', '=', which.article_id)
        .where('version', '=', which.version)
        .execute()
  }
  await database
    .updateTable('articles')
    .set({ thinned_at: at, facts_version: READ_FOR_GOOD })
    .where('id', '=', id)
    .execute()
}
