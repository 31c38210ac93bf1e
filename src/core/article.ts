// An article as we keep it, its versions and its identity. Never fetches, never stores.
import { articleId, composeText, fingerprint } from './article-identity.ts'
import { DAY, HOUR, type Instant } from './calendar.ts'
import { ARCHIVE_AGE } from './news.ts'

export interface Article {
  readonly id: string
  readonly feedId: string
  readonly publisher: string
  readonly rubric: string
  /** Canonical: tracking parameters dropped. `''` when the source gave none. */
  readonly url: string
  /** 1 for the first text that we read; each edit adds one. Offsets belong to a version. */
  readonly version: number
  readonly title: string
  /** The publisher's own abstract; `''` when there is none. */
  readonly lead: string
  /** Everything that may be quoted, the abstract included; paragraphs apart by a blank line. */
  readonly text: string
  readonly author?: string
  /** `AFP`, `Belga`, `ATS`…: the agency that the article names. */
  readonly agency?: string
  /**
   * As the publisher says; our first sight of it when he says nothing or something impossible, a month before when it
   * came with an archive.
   */
  readonly publishedAt: Instant
  readonly firstSeenAt: Instant
  /** The publisher says no date: `publishedAt` is made up, and «mardi» in the text may be any. */
  readonly isUndated?: true
  /** Its publisher reserves text and data mining for its page: the article is linked and never quoted. */
  readonly isReserved?: true
  /** Its text was given up with age: `text` has only the passages that prove something, each at its place. */
  readonly isThinned?: true
  /** When its publisher's last edit arrived; undefined when there was none, only a page that came late. */
  readonly updatedAt?: Instant
}

/** That a feed had the article, under its own rubric. */
export interface Appearance {
  readonly feedId: string
  /** `''` when the feed has none. */
  readonly rubric: string
}

/** A stretch of one version of an article's `text`, in UTF-16 code units. The text is cut when it is shown. */
export interface SentenceReference {
  readonly articleId: string
  readonly version: number
  readonly start: number
  readonly end: number
}

/** What a feed, a page or an import tells about one article, before we know whether we had it. */
export interface ArticleDraft {
  /** Names of the article, most trusted first, `identityKeys`; never empty. */
  readonly keys: readonly string[]
  /** An identifier imposed from outside, by an import. */
  readonly id?: string | undefined
  readonly feedId: string
  readonly publisher: string
  readonly rubric: string
  readonly url: string
  readonly title: string
  readonly lead: string
  /** The body alone, paragraphs apart by a blank line; `''` when only the abstract could be had. */
  readonly body: string
  readonly author?: string | undefined
  readonly agency?: string | undefined
  readonly publishedAt?: Instant | undefined
  readonly isReserved?: true
  /** It came with others that nobody announces, `archiveOf`: without a date it counts as old. */
  readonly isArchive?: true
}

/** A date further ahead than this is a mistake of the feed, not an embargo: a zone at most 14 hours off. */
const PLAUSIBLE_FUTURE: Instant = 14 * HOUR

/** What software writes that has no date: 1 January 1970 in some zone. Nothing was published then on the web. */
export const NO_DATE_UNTIL: Instant = 2 * DAY

/** Of the article that a draft brings when nobody knows it. */
export const idOf = ({ id, keys }: ArticleDraft): string => id ?? articleId(keys)

/** The first version of an article. */
export function newArticle(draft: ArticleDraft, now: Instant): Article {
  return {
    id: idOf(draft),
    feedId: draft.feedId,
    publisher: draft.publisher,
    rubric: draft.rubric,
    url: draft.url,
    version: 1,
    title: draft.title,
    lead: draft.lead,
    text: composeText(draft.lead, draft.body),
    ...(draft.author === undefined ? {} : { author: draft.author }),
    ...(draft.agency === undefined ? {} : { agency: draft.agency }),
    ...(draft.isReserved === true ? { isReserved: true } : {}),
    publishedAt: publicationOf(draft, now),
    firstSeenAt: now,
    ...(isPlausible(draft.publishedAt, now) ? {} : { isUndated: true as const }),
  }
}

/**
 * The next version of a known article, or undefined when nothing that a reader would notice has changed.
 * A shorter text never replaces a longer one that begins the same: the page could not be read this time. Nor does
 * what another feed has of the article: two feeds of a publisher would take turns in «updating» it.
 */
export function nextVersion(known: Article, draft: ArticleDraft, now: Instant): Article | undefined {
  // A feed that brings its whole archive again brings nothing new, and what is old would only be given up again.
  if (draft.feedId !== known.feedId || known.isThinned === true) return undefined
  const text = composeText(draft.lead, draft.body)
  if (fingerprint(draft.title, text) === fingerprint(known.title, known.text)) return undefined
  const isLessOfTheSame =
    draft.title === known.title && draft.lead === known.lead && text.length < known.text.length
  if (isLessOfTheSame && draft.body === '') return undefined
  const isCompleted = draft.title === known.title && known.text === composeText(draft.lead, '')
  return {
    ...known,
    version: known.version + 1,
    title: draft.title,
    lead: draft.lead,
    text,
    ...(draft.isReserved === true ? { isReserved: true } : {}),
    ...(isCompleted ? {} : { updatedAt: now }),
  }
}

/** When it counts as published, read at `now`. */
export function publicationOf({ publishedAt, isArchive }: ArticleDraft, now: Instant): Instant {
  if (isPlausible(publishedAt, now)) return Math.min(publishedAt, now)
  return isArchive === true ? now - ARCHIVE_AGE : now
}

const isPlausible = (publishedAt: Instant | undefined, now: Instant): publishedAt is Instant =>
  publishedAt !== undefined && publishedAt > NO_DATE_UNTIL && publishedAt <= now + PLAUSIBLE_FUTURE
