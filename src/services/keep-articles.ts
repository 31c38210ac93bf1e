// Keeps what was read: tells new articles from edits, places them among the stories, makes them findable.
import { newArticle, nextVersion, type Article, type ArticleDraft } from '../core/article.ts'
import { USUAL_ZONE, type Instant } from '../core/calendar.ts'
import { type ArticleFacts, factsOf } from '../core/fact.ts'
import { sentencesOf } from '../core/sentence.ts'
import type { StoryShelf } from '../core/story-shelf.ts'
import { searchableStems } from '../french/stems.ts'
import type { AddedArticle, IndexedSentence, Storage } from '../ports.ts'
import { keepFacts } from './keep-facts.ts'

export interface KeptArticles {
  readonly added: readonly Article[]
  readonly updated: readonly Article[]
  /** Of the added ones, how many repeat an article that was there before. */
  readonly foldedCount: number
}

/** A text, and what is kept of it. */
export interface ReadText {
  readonly article: Article
  readonly sentences: readonly IndexedSentence[]
  readonly facts: ArticleFacts
}

export interface KeepOptions {
  readonly now: Instant
  /** When new articles count as first seen, if not `now`. */
  readonly seenAt?: Instant
  /** Texts that are read already. */
  readonly ahead?: readonly ReadText[]
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

/**
 * Stores drafts in order, all inside the transaction of `storage`. A draft whose names are known becomes a new
 * version of that article, or nothing when a reader would see no difference.
 */
export async function keepArticles(
  storage: Storage,
  shelf: StoryShelf,
  drafts: readonly ArticleDraft[],
  options: KeepOptions,
): Promise<KeptArticles> {
  const known = new Map(await storage.articles.findByKeys(drafts.flatMap(({ keys }) => keys)))
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

function newcomer(shelf: StoryShelf, draft: ArticleDraft, { now, seenAt = now }: KeepOptions): AddedArticle {
  const article = { ...newArticle(draft, now), firstSeenAt: seenAt }
  return { article, keys: draft.keys, placement: shelf.place(article) }
}

async function storeNew(
  storage: Storage,
  added: readonly AddedArticle[],
  { ahead = [] }: KeepOptions,
): Promise<void> {
  if (added.length === 0) return
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

const readText = (article: Article): ReadText => ({
  article,
  sentences: findableSentences(article),
  facts: factsOf(article, USUAL_ZONE),
})

/** In all that sentences and facts are read from. */
const isSameText = (one: Article, other: Article): boolean =>
  one.text === other.text &&
  one.title === other.title &&
  one.publishedAt === other.publishedAt &&
  one.isUndated === other.isUndated

function findableSentences(article: Article): readonly IndexedSentence[] {
  return sentencesOf(article.text)
    .map(({ start, end }) => ({ start, end, stems: searchableStems(article.text.slice(start, end)) }))
    .filter(({ stems }) => stems.length > 0)
}
