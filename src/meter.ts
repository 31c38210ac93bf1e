// The port of what the program counts of its own work, beside the others in ports.ts. Counts nothing itself.
import type { Failure } from './core/failures.ts'

/** Hears of each thing once, when it has happened. Never throws, and keeps nobody waiting. */
export type Meter = (happened: Happening) => void

export type Happening =
  | { readonly kind: 'feed'; readonly outcome: FeedOutcome }
  | { readonly kind: 'article'; readonly outcome: ArticleOutcome }
  | { readonly kind: 'edition'; readonly outcome: EditionOutcome }
  | {
      readonly kind: 'message'
      readonly of: MessageKind
      /** `platform:channel`. */
      readonly channel: string
      readonly outcome: MessageOutcome
      /** Why it failed, where somebody foresaw it. */
      readonly failure?: Failure | undefined
    }
  | {
      readonly kind: 'request'
      readonly of: RequestNature
      readonly outcome: RequestOutcome
      /** From its coming to its reply. */
      readonly seconds: number
    }

/** One asking of a feed; `interrupted` counts against nobody. */
export const FEED_OUTCOMES = ['read', 'unchanged', 'failed', 'interrupted'] as const

/** What a draft became: `folded` repeats an article that was there, `unreadable` is what our own readers stumbled over. */
export const ARTICLE_OUTCOMES = ['new', 'folded', 'updated', 'unchanged', 'unreadable'] as const

/** `dropped`: its slot came too long ago. `failed` is tried again at the next beat. */
export const EDITION_OUTCOMES = ['made', 'dropped', 'failed'] as const

export const MESSAGE_KINDS = ['edition', 'notice', 'alert'] as const

/** One attempt to send: `failed` is tried again, `abandoned` is not. */
export const MESSAGE_OUTCOMES = ['posted', 'failed', 'abandoned'] as const

export const REQUEST_NATURES = [
  'question',
  'command',
  'press',
  'submission',
  'suggestion',
  'home',
  'membership',
] as const

/** `explained`: something foreseen went wrong, and was said; `mishap`: nobody foresaw it. */
export const REQUEST_OUTCOMES = ['answered', 'explained', 'mishap'] as const

type FeedOutcome = (typeof FEED_OUTCOMES)[number]
export type ArticleOutcome = (typeof ARTICLE_OUTCOMES)[number]
type EditionOutcome = (typeof EDITION_OUTCOMES)[number]
export type MessageKind = (typeof MESSAGE_KINDS)[number]
type MessageOutcome = (typeof MESSAGE_OUTCOMES)[number]
export type RequestNature = (typeof REQUEST_NATURES)[number]
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number]

/** For verbs that nobody watches. */
export const SILENT_METER: Meter = () => undefined
