// Keeps what was read: tells new articles from edits, places them among the stories, makes them findable.
import { idOf, newArticle, nextVersion, type Article, type ArticleDraft } from '../core/article.ts'
import type { Instant } from '../core/calendar.ts'
import { FACTS_VERSION } from '../core/fact.ts'
import type { StoryShelf } from '../core/story-shelf.ts'
import type { AddedArticle, Storage } from '../ports.ts'
import { keepFacts } from './keep-facts.ts'
import { isSameText, type ReadText, readText } from './read-text.ts'

export interface KeptArticles {
  readonly added: readonly Article[]
  readonly updated: readonly Article[]
  /** Of the added ones, how many repeat an article that was there before. */
  readonly foldedCount: number
}

export interface KeepOptions {
  readonly now: Instant
  /** When new articles count as first seen, if not `now`. */
  readonly seenAt?: Instant
  /** Texts that are read already. */
  readonly ahead?: readonly ReadText[]
  /** Those of them that are written already, by `writeAhead` in the same transaction: all that are new. */
  readonly written?: readonly ReadText[]
}

/** What was written ahead is not as it stands now: another process was quicker. The transaction has to be done anew. */
export class OvertakenError extends Error {
  override name = 'OvertakenError'
}

/**
 * Reads the text of a draft before anybody has to wait for the transaction: five sixths of what the processor does for it.
 * `known` has the articles that its keys lead to; of a draft that brings nothing new, nothing is read.
 */
export function readAhead(
  draft: ArticleDraft,
  known: ReadonlyMap<string, Article>,
  now: Instant,
): ReadText | undefined {
  const before = ownerOf(draft.keys, known)
  const article = before === undefined ? newArticle(draft, now) : nextVersion(before, draft, now)
  return article === undefined ? undefined : readText(article)
}

/** An article that nobody knew when its text was read. */
export const isNew = ({ article }: ReadText): boolean => article.version === 1

/**
 * Writes new articles before anybody has to wait for the transaction: half of what it writes of them. Throws OvertakenError
 * for whatever fails, which is found out again, and told, by whoever writes them in their turn.
 */
export async function writeAhead(storage: Storage, texts: readonly ReadText[]): Promise<void> {
  try {
    await storage.newcomers.write(texts, FACTS_VERSION)
  } catch (error) {
    throw new OvertakenError('Articles could not be written ahead.', { cause: error })
  }
}

/**
 * Stores drafts in order, all inside the transaction of `storage`. A draft whose names are known becomes a new
 * version of that article, or nothing when a reader would see no difference. Throws OvertakenError.
 */
export async function keepArticles(
  storage: Storage,
  shelf: StoryShelf,
  drafts: readonly ArticleDraft[],
  options: KeepOptions,
): Promise<KeptArticles> {
  const known = new Map(await storage.articles.findByKeys(drafts.flatMap(({ keys }) => keys)))
  refuseOvertaken(drafts, known, options)
  // Several names lead to one article, and a draft may have changed it under another name.
  const current = new Map<string, Article>()
  const added: AddedArticle[] = []
  const updated: Article[] = []
  let storedCount = 0
  const storeAdded = async (): Promise<void> => {
    const coming = added.slice(storedCount)
    storedCount = added.length
    await storeNew(storage, coming, options)
  }
  const add = (draft: ArticleDraft): Article => {
    const one = newcomer(shelf, draft, options)
    added.push(one)
    return one.article
  }
  const change = async (draft: ArticleDraft, before: Article): Promise<Article> => {
    // It may be one of those that came just before.
    await storeAdded()
    const article = await keepChange(storage, draft, before, options)
    if (article !== before) updated.push(article)
    return article
  }
  for (const draft of drafts) {
    const found = ownerOf(draft.keys, known)
    const before = found === undefined ? undefined : (current.get(found.id) ?? found)
    const article = before === undefined ? add(draft) : await change(draft, before)
    current.set(article.id, article)
    for (const key of draft.keys) if (!known.has(key)) known.set(key, article)
  }
  await storeAdded()
  const foldedCount = added.filter(({ placement }) => placement.duplicateOf !== undefined).length
  return { added: added.map(({ article }) => article), updated, foldedCount }
}

/** Before anything is placed: written are the articles that nobody knows, and no others. */
function refuseOvertaken(
  drafts: readonly ArticleDraft[],
  known: ReadonlyMap<string, Article>,
  { written }: KeepOptions,
): void {
  if (written === undefined) return
  const writtenIds = new Set(written.map(({ article }) => article.id))
  for (const draft of drafts)
    if (writtenIds.has(idOf(draft)) !== (ownerOf(draft.keys, known) === undefined))
      throw new OvertakenError(`${draft.url} is not what it was when it was written ahead.`)
}

function newcomer(
  shelf: StoryShelf,
  draft: ArticleDraft,
  { now, seenAt = now, written = [] }: KeepOptions,
): AddedArticle {
  const ahead = written.find(({ article }) => article.id === idOf(draft))
  const article = { ...(ahead?.article ?? newArticle(draft, now)), firstSeenAt: seenAt }
  return { article, keys: draft.keys, placement: shelf.place(article) }
}

async function storeNew(
  storage: Storage,
  added: readonly AddedArticle[],
  { ahead = [], written }: KeepOptions,
): Promise<void> {
  if (added.length === 0) return
  if (written !== undefined) return storage.newcomers.place(written, added)
  await storage.articles.addAll(added)
  await makeFindable(
    storage,
    added.map(({ article }) => article),
    ahead,
  )
}

/** The article as it stands afterwards: a new version of `before`, or `before` itself. */
async function keepChange(
  storage: Storage,
  draft: ArticleDraft,
  before: Article,
  { now, ahead = [] }: KeepOptions,
): Promise<Article> {
  if (draft.feedId !== before.feedId)
    await storage.articles.noteAppearance(before.id, { feedId: draft.feedId, rubric: draft.rubric })
  const article = nextVersion(before, draft, now)
  if (article === undefined) {
    await storage.articles.addKeys(before.id, draft.keys)
    return before
  }
  await storage.articles.addVersion(article, draft.keys)
  await makeFindable(storage, [article], ahead)
  return article
}

/**
 * The article that these names lead to. Where an identifier and an address lead to two, the address decides: feeds
 * that give one identifier to several articles are met, addresses that pass from one article to another are not.
 */
function ownerOf(keys: readonly string[], known: ReadonlyMap<string, Article>): Article | undefined {
  const addressesFirst = keys.toSorted((one, other) => Number(isAddress(other)) - Number(isAddress(one)))
  return addressesFirst.map((key) => known.get(key)).find((article) => article !== undefined)
}

function isAddress(key: string): boolean {
  return key.startsWith('url:')
}

/** Articles whose texts alone are there, as after a restoring; ids that nobody has are left out. */
export async function makeAgainFindable(storage: Storage, articleIds: readonly string[]): Promise<void> {
  for (const article of await storage.articles.get(articleIds))
    await storage.inTransaction((inner) => makeFindable(inner, [article], []))
}

async function makeFindable(
  storage: Storage,
  articles: readonly Article[],
  ahead: readonly ReadText[],
): Promise<void> {
  const read = articles.map((article) => ({
    ...(ahead.find((one) => isSameText(one.article, article)) ?? readText(article)),
    article,
  }))
  await storage.search.indexAll(read)
  await keepFacts(storage, read)
}
