// A list of feeds against what a workspace has: which are new, under which title and rubric. Changes nothing.
import { feedId } from './article-identity.ts'
import type { Instant } from './calendar.ts'
import { freeTitle, shortenedTitle } from './feed-title.ts'
import type { Feed } from './feed.ts'
import { foldTitle } from './find-titled.ts'
import type { Following } from './following.ts'
import type { Outline, OutlineFeed } from './outline.ts'
import { publisherName } from './publisher-name.ts'
import { webSite } from './web-site.ts'
import type { WorkspaceId } from './workspace.ts'

/** Who brings the list, and for whom. */
export interface Importer {
  readonly workspaceId: WorkspaceId
  readonly person: string
  readonly personName: string
}

export interface OutlineImport {
  /** What is new, in the order of the list. */
  readonly followings: readonly Following[]
  /** Those that are followed or declared already. */
  readonly alreadyCount: number
}

/** `known` are the feeds that the workspace sees, with those of the file. */
export function importOutline(
  outline: Outline,
  known: readonly Feed[],
  { importer, now }: { readonly importer: Importer; readonly now: Instant },
): OutlineImport {
  // A feed that has moved keeps the id of its first address.
  const ids = new Set(known.flatMap(({ id, url }) => [id, feedId(url)]))
  const fresh = outline.feeds.filter(({ address }) => !ids.has(feedId(address)))
  const { workspaceId, person: addedBy, personName: addedByName } = importer
  const followings = outlineFeeds(fresh, known).map(({ id, origin: _origin, ...words }): Following => ({
    workspaceId,
    feedId: id,
    ...words,
    addedBy,
    addedByName,
    addedAt: now,
  }))
  return { followings, alreadyCount: outline.feeds.length - fresh.length }
}

/** Feeds of a list, each with a title of its own beside those that are there. */
export function outlineFeeds(feeds: readonly OutlineFeed[], known: readonly Feed[]): readonly Feed[] {
  const taken = new Set(known.map(({ title }) => foldTitle(title)))
  const spellings = new Map(known.map(({ rubric }) => [foldTitle(rubric), rubric]))
  return feeds.map(({ address, title, rubric, isQuoted, ...feed }) => {
    const publisher = shortenedTitle(
      feed.publisher === '' ? guessedPublisher(title, address, feed.site) : feed.publisher,
    )
    // Where two are called alike, the name of the site tells them apart, unless the publisher's does.
    const apart = foldTitle(publisher) === foldTitle(title) ? webSite(address).host : publisher
    const free = freeTitle({ title, publisher: apart }, taken)
    taken.add(foldTitle(free))
    const spelled = spellings.get(foldTitle(rubric)) ?? rubric
    spellings.set(foldTitle(spelled), spelled)
    const words = { id: feedId(address), url: address, title: free, publisher, rubric: spelled }
    return { ...words, origin: 'file', ...(isQuoted === false ? { isQuoted } : {}) }
  })
}

function guessedPublisher(title: string, feedUrl: string, site: string): string {
  return publisherName({ title, feedUrl, itemUrls: site === '' ? [] : [site] })
}

/** How many of these feeds go under each rubric, the largest first; `''` for those without. */
export function countRubrics(
  feeds: readonly { readonly rubric: string }[],
): readonly { readonly rubric: string; readonly count: number }[] {
  return [...Map.groupBy(feeds, ({ rubric }) => rubric)]
    .map(([rubric, { length: count }]) => ({ rubric, count }))
    .toSorted((one, other) => other.count - one.count || one.rubric.localeCompare(other.rubric, 'fr'))
}
