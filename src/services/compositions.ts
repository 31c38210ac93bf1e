// What editions that are made together have in common, so that it is read and composed once. Decides nothing.
import type { SentenceReference } from '../core/article.ts'
import type { Instant } from '../core/calendar.ts'
import type { ComposedEdition } from '../core/compose-edition.ts'
import type { EditionTrace } from '../core/trace.ts'
import type { PlacedArticle } from '../core/importance.ts'
import type { Storage } from '../ports.ts'
import { tellingTime } from './telling-time.ts'

export interface Composition extends ComposedEdition {
  /** One and the same for all editions that share the composition. */
  readonly trace: EditionTrace
}

export interface Candidates {
  readonly articles: readonly PlacedArticle[]
  /** The articles and those that they repeat: a reprint of what was shown yesterday is as old as its original. */
  readonly askedIds: readonly string[]
  /** The same key gives the same composition, composed once. */
  readonly composeOnce: (key: string, compose: () => Promise<Composition>) => Promise<Composition>
  /** Every article of the stories that these articles belong to, older ones included, with its story. */
  readonly members: (storage: Storage) => Promise<ReadonlyMap<string, string>>
}

export interface Compositions {
  /** Up to where editions made now tell: the same for all of them. */
  tellingTime(storage: Storage, now: Instant): Promise<Instant>
  /** What was seen in ]since, until] and one of the feeds had. */
  candidates(
    storage: Storage,
    feedIds: ReadonlySet<string>,
    since: Instant,
    until: Instant,
  ): Promise<Candidates>
  /** The sentences behind references, each cut once; a reference whose sentence is gone has none. */
  cut(
    storage: Storage,
    references: readonly SentenceReference[],
  ): Promise<ReadonlyMap<SentenceReference, string>>
  /** How many compositions were really made. */
  readonly composedCount: number
}

/**
 * For one beat at most, and over several transactions only once an edition of it is stored: what others store after the
 * first look would be missed by the others, and told by no later edition either.
 */
export function createCompositions(): Compositions {
  const seen = new Map<string, Promise<readonly PlacedArticle[]>>()
  const kept = new Map<string, Candidates>()
  const texts = new Map<string, string | undefined>()
  let until: Instant | undefined
  let composedCount = 0
  return {
    get composedCount() {
      return composedCount
    },
    tellingTime: async (storage, now) => (until ??= await tellingTime(storage, now)),
    candidates: async (storage, feedIds, since, end) => {
      const window = `${since} ${end}`
      const name = `${window} ${[...feedIds].toSorted().join(' ')}`
      const known = kept.get(name)
      if (known !== undefined) return known
      const all = seen.get(window) ?? storage.articles.seenBetween(since, end)
      seen.set(window, all)
      const made = candidatesOf(await all, feedIds, () => composedCount++)
      kept.set(name, made)
      return made
    },
    cut: async (storage, references) => {
      const missing = references.filter((reference) => !texts.has(nameOf(reference)))
      const found = await storage.articles.cut(missing)
      for (const [index, reference] of missing.entries()) texts.set(nameOf(reference), found[index])
      return new Map(
        references.flatMap((reference) => {
          const text = texts.get(nameOf(reference))
          return text === undefined ? [] : [[reference, text] as const]
        }),
      )
    },
  }
}

function nameOf({ articleId, version, start, end }: SentenceReference): string {
  return `${version} ${start} ${end} ${articleId}`
}

function candidatesOf(
  all: readonly PlacedArticle[],
  feedIds: ReadonlySet<string>,
  onCompose: () => void,
): Candidates {
  const articles = all.filter(
    ({ feedId, appearances }) =>
      feedIds.has(feedId) || appearances.some((appearance) => feedIds.has(appearance.feedId)),
  )
  const compositions = new Map<string, Promise<Composition>>()
  let members: Promise<ReadonlyMap<string, string>> | undefined
  return {
    articles,
    askedIds: [...new Set(articles.flatMap(({ id, placement }) => [id, placement.duplicateOf ?? id]))],
    members: (storage) =>
      (members ??= storage.articles.membersOf([
        ...new Set(articles.map(({ placement }) => placement.storyId)),
      ])),
    composeOnce: (key, compose) => {
      const known = compositions.get(key)
      if (known !== undefined) return known
      onCompose()
      const made = compose()
      compositions.set(key, made)
      // What failed is tried again by whoever asks next.
      made.catch(() => compositions.delete(key))
      return made
    },
  }
}
