// Why an article is, or is not, in an edition: what was kept of it, its story, and what each edition did with it.
import type { Article } from '../core/article.ts'
import type { Edition } from '../core/edition.ts'
import { type NamedFeeds, readPlaced } from '../core/digest-filter.ts'
import { prepareFilter } from '../core/filter.ts'
import { readFilterLine } from '../core/filter-line.ts'
import type { PlacedArticle } from '../core/importance.ts'
import type { ConsideredEdition, Explanation } from '../core/explanation.ts'
import { tieOf } from '../core/story-tie.ts'
import { fateOf, rankOf, storyThen } from '../core/trace.ts'
import { likelyAddresses, typedAddress } from '../core/web-address.ts'
import type { Storage } from '../ports.ts'

/** Articles named when none has the address: as many as one looks through. */
const MOST_NEAREST = 5

/** Whose articles and editions may be told; everything for whoever runs the program. */
export interface ExplainScope {
  readonly feedIds?: ReadonlySet<string>
  readonly sees?: (edition: Edition) => boolean
}

/** `asked` is an address as somebody pastes it, or the id of an imported article. */
export async function explainArticle(
  storage: Storage,
  asked: string,
  { feedIds, sees = () => true }: ExplainScope = {},
): Promise<Explanation> {
  const isVisible = (one: Article): boolean => feedIds === undefined || feedIds.has(one.feedId)
  const found = await findArticle(storage, asked.trim())
  const members = found === undefined ? [] : await membersOf(storage, found.id)
  const article = members.find(({ id }) => id === found?.id)
  if (article === undefined || !isSeen(article, feedIds)) {
    const nearest = (await nearestTo(storage, asked)).filter(isVisible)
    return { kind: 'unknown', asked: asked.trim(), nearest: nearest.slice(0, MOST_NEAREST) }
  }
  const visible = members.filter((member) => isSeen(member, feedIds))
  const memberIds = members.map(({ id }) => id)
  const editions = (await storage.traces.considering(article.firstSeenAt)).filter(sees)
  const showing = (
    await storage.traces.showing([article.id, article.placement.duplicateOf ?? article.id])
  ).filter(sees)
  const considered: ConsideredEdition[] = []
  for (const edition of editions)
    considered.push(await considering(storage, edition, article, { visible, memberIds }, showing))
  return {
    kind: 'known',
    article,
    feedTitles: await feedTitlesOf(storage, article),
    members: visible,
    repeats: visible.find(({ id }) => id === article.placement.duplicateOf),
    tie: tieOf(article, visible),
    considered,
  }
}

/** An address by the names of articles, trackers dropped; anything else by id. */
async function findArticle(storage: Storage, asked: string): Promise<Article | undefined> {
  const address = typedAddress(asked)
  const addresses = [asked, ...(address === undefined ? [] : likelyAddresses(address))]
  const keys = addresses.map((url) => `url:${url}`)
  const found = await storage.articles.findByKeys(keys)
  const named = keys.map((key) => found.get(key)).find((article) => article !== undefined)
  return named ?? (await storage.articles.get([asked])).at(0)
}

async function membersOf({ articles }: Storage, articleId: string): Promise<readonly PlacedArticle[]> {
  const placement = await articles.placementOf(articleId)
  return placement === undefined ? [] : articles.ofStory(placement.storyId)
}

function isSeen({ feedId, appearances }: PlacedArticle, feedIds: ReadonlySet<string> | undefined): boolean {
  if (feedIds === undefined) return true
  return feedIds.has(feedId) || appearances.some((appearance) => feedIds.has(appearance.feedId))
}

async function nearestTo({ articles }: Storage, asked: string): Promise<readonly Article[]> {
  const address = typedAddress(asked)
  if (address === undefined) return []
  const found = new Map<string, Article>()
  for (const url of likelyAddresses(address))
    for (const article of await articles.addressedLike(url, MOST_NEAREST)) found.set(article.id, article)
  const alike = ({ url }: Article): number => commonLength(bare(url), bare(address))
  return [...found.values()].toSorted((one, other) => alike(other) - alike(one))
}

function bare(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/u, '')
}

function commonLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && one.charAt(length) === other.charAt(length)) length++
  return length
}

async function considering(
  storage: Storage,
  edition: Edition,
  article: PlacedArticle,
  {
    visible,
    memberIds,
  }: { readonly visible: readonly PlacedArticle[]; readonly memberIds: readonly string[] },
  showing: readonly Edition[],
): Promise<ConsideredEdition> {
  const trace = await storage.traces.get(edition.id)
  const now = { id: article.id, storyId: article.placement.storyId }
  const storyId = storyThen(now, memberIds, edition, trace)
  const fate = fateOf({ ...now, storyId }, edition, trace)
  const texts = fate.kind === 'told' ? await storage.articles.cut(fate.sentences) : []
  const earlier = showing.filter(({ slotAt, id }) => slotAt < edition.slotAt && id !== edition.id)
  const own = earlier.filter(({ digestName }) => digestName === edition.digestName)
  return {
    edition,
    fate,
    rank: trace && rankOf(storyId, trace),
    sentences: texts.filter((text) => text !== undefined),
    filtered:
      fate.kind === 'filtered-by' && fate.filter === 'words' && trace?.filter !== undefined
        ? filteredBy(trace.filter, article, await storage.feeds.list())
        : undefined,
    into: fate.kind === 'folded-into' ? visible.find(({ id }) => id === fate.articleId) : undefined,
    toldBy: fate.kind === 'shown-before' ? (own.at(-1) ?? earlier.at(-1)) : undefined,
  }
}

/** By the article as it is now: an edit since then may tell otherwise, and then nothing in particular decided. */
function filteredBy(line: string, article: PlacedArticle, feeds: NamedFeeds): ConsideredEdition['filtered'] {
  const read = readFilterLine(line)
  if (read.kind === 'mistake') return { line, because: [] }
  const { isKept, because } = prepareFilter(read.filter)(readPlaced(article, feeds))
  return { line, because: isKept ? [] : because }
}

async function feedTitlesOf({ feeds }: Storage, article: PlacedArticle): Promise<readonly string[]> {
  const ids = [article.feedId, ...article.appearances.map(({ feedId }) => feedId)]
  const titles = new Map((await feeds.get(ids)).map(({ id, title }) => [id, title]))
  return ids.flatMap((id) => titles.get(id) ?? [])
}
