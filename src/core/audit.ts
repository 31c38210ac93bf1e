// Who changed what outside the chat: the configuration file and the command line. What the chat changes is a `Change`.
import type { Instant } from './calendar.ts'

export interface AuditEntry {
  readonly id: string
  readonly at: Instant
  readonly origin: 'file' | 'command'
  /** The path of the file, or the name under which the system knows who ran the command. */
  readonly actor: string
  readonly event: AuditEvent
}

type AuditEvent =
  /** A feed that the file declares, or declares no more. */
  | { readonly kind: 'feed-declared' | 'feed-undeclared'; readonly title: string; readonly url: string }
  | {
      readonly kind: 'feed-redeclared'
      readonly title: string
      readonly url: string
      readonly before: string
    }
  | { readonly kind: 'restored'; readonly file: string; readonly madeAt: Instant }
  | { readonly kind: 'thinned'; readonly articles: number }
  | { readonly kind: 'imported'; readonly file: string; readonly articles: number }
