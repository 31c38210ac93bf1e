// Articles, all their versions, their identity keys and their place in a story. Never rewrites a version.
import type { Article, SentenceReference } from '../core/article.ts'
import type { Instant } from '../core/calendar.ts'
import { fullText } from '../core/kept-passages.ts'
import type { PlacedArticle } from '../core/importance.ts'
import type { AddedArticle, ArticleStore, Placement } from '../ports.ts'
import { idsAddressedLike } from './addresses.ts'
import { fromArticle, type FullRow, toArticle, toPlacement } from './article-rows.ts'
import { inBatches } from './batches.ts'
import { appearancesOf, noteAppearance } from './appearances.ts'
import { logPlacements } from './placements.ts'
import type { Session } from './session.ts'
import { presentStories } from './story-ids.ts'

export function articleStore(session: Session): ArticleStore {
  return {
    knownKeys: (keys) => knownKeys(session, keys),
    findByKeys: (keys) => findByKeys(session, keys),
    add: (article, keys, placement) =>
      session.together((inner) => addAll(inner, [{ article, keys, placement }])),
    addAll: (added) => session.together((inner) => addAll(inner, added)),
    addVersion: (article, keys) => session.together((inner) => addVersion(inner, article, keys)),
    addKeys: (articleId, keys) => session.together((inner) => addKeys(inner, keysOf(articleId, keys))),
    noteAppearance: (articleId, appearance) =>
      session.together((inner) => noteAppearance(inner, articleId, appearance)),
    get: (articleIds) => getArticles(session, articleIds),
    textOf: (articleId, version) => textOf(session, articleId, version),
    cut: (references) => cut(session, references),
    seenBetween: (since, until) => seenBetween(session, since, until),
    ofStory: (storyId) => ofStory(session, storyId),
    placementOf: (articleId) => placementOf(session, articleId),
    membersOf: (storyIds) => membersOf(session, storyIds),
    addressedLike: async (url, limit) => getArticles(session, await idsAddressedLike(session, url, limit)),
    count: () => count(session),
    lastBroughtBy: (feedId) => lastBroughtBy(session, feedId),
    oldestSeenAt: () => oldestSeenAt(session),
  }
}

async function lastBroughtBy({ database }: Session, feedId: string): Promise<Instant | undefined> {
  const { last } = await database
    .selectFrom('articles')
    .where('feed_id', '=', feedId)
    .select((columns) => columns.fn.max('first_seen_at').as('last'))
    .$castTo<{ readonly last: Instant | null }>()
    .executeTakeFirstOrThrow()
  return last ?? undefined
}

/** Current versions, in the order asked for; ids that nobody has are left out. */
export async function getArticles(
  session: Session,
  articleIds: readonly string[],
): Promise<readonly Article[]> {
  const byId = new Map<string, Article>()
  for (const batch of inBatches([...new Set(articleIds)])) {
    const rows = await currentVersions(session).where('articles.id', 'in', batch).execute()
    for (const row of rows) byId.set(row.id, toArticle(row))
  }
  return articleIds.flatMap((id) => byId.get(id) ?? [])
}

function currentVersions({ database }: Session) {
  return database
    .selectFrom('articles')
    .innerJoin('article_versions', (join) =>
      join
        .onRef('article_versions.article_id', '=', 'articles.id')
        .onRef('article_versions.version', '=', 'articles.version'),
    )
    .selectAll('articles')
    .select(['article_versions.title', 'article_versions.lead', 'article_versions.text'])
}

async function knownKeys({ database }: Session, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  for (const batch of inBatches([...new Set(keys)])) {
    const rows = await database.selectFrom('article_keys').select('key').where('key', 'in', batch).execute()
    for (const { key } of rows) known.add(key)
  }
  return known
}

async function findByKeys(session: Session, keys: readonly string[]): Promise<ReadonlyMap<string, Article>> {
  const found = new Map<string, Article>()
  for (const batch of inBatches([...new Set(keys)])) {
    const rows = await currentVersions(session)
      .innerJoin('article_keys', 'article_keys.article_id', 'articles.id')
      .select('article_keys.key')
      .where('article_keys.key', 'in', batch)
      .execute()
    for (const row of rows) found.set(row.key, toArticle(row))
  }
  return found
}

async function addAll(session: Session, added: readonly AddedArticle[]): Promise<void> {
  const rows = added.map(({ article, placement }) => ({
    ...fromArticle(article),
    story_id: placement.storyId,
    duplicate_of: placement.duplicateOf ?? null,
  }))
  for (const batch of inBatches(rows)) await session.database.insertInto('articles').values(batch).execute()
  await addTexts(
    session,
    added.map(({ article }) => article),
  )
  await settle(session, added)
}

/** What makes articles known whose rows are there: the names that they answer to, and their place in the log. */
export async function settle(session: Session, added: readonly AddedArticle[]): Promise<void> {
  await addKeys(
    session,
    added.flatMap(({ article, keys }) => keysOf(article.id, keys)),
  )
  for (const { placement } of added) await unite(session, placement)
  await logPlacements(
    session,
    added.map(({ article, placement }) => ({ placement, at: article.firstSeenAt })),
  )
}

/** What ended stories held belongs to the one that took them; what names them by their ids finds it: `presentStories`. */
async function unite({ database }: Session, { storyId, unites = [] }: Placement): Promise<void> {
  for (const batch of inBatches(unites))
    await database.updateTable('articles').set({ story_id: storyId }).where('story_id', 'in', batch).execute()
}

async function addVersion(session: Session, article: Article, keys: readonly string[]): Promise<void> {
  const { id, ...changed } = fromArticle(article)
  const { numUpdatedRows } = await session.database
    .updateTable('articles')
    .set({ ...changed, facts_version: 0 })
    .where('id', '=', id)
    .where('version', '<', article.version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n)
    throw new Error(`Version ${article.version} follows no earlier version of article ${id}.`)
  await addTexts(session, [article])
  await addKeys(session, keysOf(id, keys))
}

export async function addTexts({ database }: Session, articles: readonly Article[]): Promise<void> {
  const rows = articles.map(({ id, version, title, lead, text }) => ({
    article_id: id,
    version,
    title,
    lead,
    text,
  }))
  for (const batch of inBatches(rows)) await database.insertInto('article_versions').values(batch).execute()
}

const keysOf = (articleId: string, keys: readonly string[]) =>
  keys.map((key) => ({ key, article_id: articleId }))

/** A key has one owner: the first article that it was given to. */
async function addKeys({ database }: Session, rows: ReturnType<typeof keysOf>): Promise<void> {
  for (const batch of inBatches(rows))
    await database
      .insertInto('article_keys')
      .values(batch)
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute()
}

async function count({ database }: Session): Promise<number> {
  const row = await database
    .selectFrom('articles')
    .select((columns) => columns.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

async function oldestSeenAt({ database }: Session): Promise<Instant | undefined> {
  const { oldest } = await database
    .selectFrom('articles')
    .select((columns) => columns.fn.min('first_seen_at').as('oldest'))
    .$castTo<{ readonly oldest: Instant | null }>()
    .executeTakeFirstOrThrow()
  return oldest ?? undefined
}

async function textOf(
  { database }: Session,
  articleId: string,
  version: number,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('article_versions')
    .select('text')
    .where('article_id', '=', articleId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && fullText(row.text)
}

export async function cut(
  { database }: Session,
  references: readonly SentenceReference[],
): Promise<readonly (string | undefined)[]> {
  const texts = new Map<string, string>()
  for (const batch of inBatches([...new Set(references.map(({ articleId }) => articleId))])) {
    const rows = await database
      .selectFrom('article_versions')
      .select(['article_id', 'version', 'text'])
      .where('article_id', 'in', batch)
      .execute()
    for (const row of rows) texts.set(versionKey(row.article_id, row.version), fullText(row.text))
  }
  return references.map(({ articleId, version, start, end }) =>
    stretch(texts.get(versionKey(articleId, version)), start, end),
  )
}

function versionKey(articleId: string, version: number): string {
  return `${version} ${articleId}`
}

/** `text` from `start` to `end`; undefined when that is no stretch of it. */
export function stretch(text: string | undefined, start: number, end: number): string | undefined {
  return text === undefined || start < 0 || end < start || end > text.length
    ? undefined
    : text.slice(start, end)
}

async function seenBetween(
  session: Session,
  since: Instant,
  until: Instant,
): Promise<readonly PlacedArticle[]> {
  return placed(
    session,
    await inOrderOfTime(currentVersions(session))
      .where('first_seen_at', '>', since)
      .where('first_seen_at', '<=', until)
      .execute(),
  )
}

async function ofStory(session: Session, storyId: string): Promise<readonly PlacedArticle[]> {
  const present = (await presentStories(session, [storyId])).get(storyId) ?? storyId
  return placed(
    session,
    await inOrderOfTime(currentVersions(session)).where('story_id', '=', present).execute(),
  )
}

async function placementOf({ database }: Session, articleId: string): Promise<Placement | undefined> {
  const row = await database.selectFrom('articles').selectAll().where('id', '=', articleId).executeTakeFirst()
  return row && toPlacement(row)
}

async function membersOf(
  session: Session,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const askedByPresent = new Map(
    [...(await presentStories(session, storyIds))].map(([asked, present]) => [present, asked]),
  )
  const found = new Map<string, string>()
  for (const batch of inBatches([...askedByPresent.keys()])) {
    const rows = await session.database
      .selectFrom('articles')
      .select(['id', 'story_id'])
      .where('story_id', 'in', batch)
      .execute()
    for (const row of rows) found.set(row.id, askedByPresent.get(row.story_id) ?? row.story_id)
  }
  return found
}

function inOrderOfTime(query: ReturnType<typeof currentVersions>): ReturnType<typeof currentVersions> {
  return query.orderBy('first_seen_at').orderBy('published_at').orderBy('articles.id')
}

async function placed(session: Session, rows: readonly FullRow[]): Promise<readonly PlacedArticle[]> {
  const appearances = await appearancesOf(
    session,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...toArticle(row),
    placement: toPlacement(row),
    appearances: appearances.get(row.id) ?? [],
  }))
}
