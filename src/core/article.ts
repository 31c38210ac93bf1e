// An article as we keep it, its versions and its identity. Never fetches, never stores.
import type { Instant } from './calendar.ts'

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
  /** As the publisher says; our first sight of it when he says nothing or something impossible. */
  readonly publishedAt: Instant
  readonly firstSeenAt: Instant
  /** When the current version arrived, for versions after the first. */
  readonly updatedAt?: Instant
}

/** A stretch of one version of an article's `text`, in UTF-16 code units. The text is cut when it is shown. */
export interface SentenceReference {
  readonly articleId: string
  readonly version: number
  readonly start: number
  readonly end: number
}
