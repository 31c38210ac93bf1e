// Who changed what outside the chat: the configuration file, the command line, the program itself. What the chat changes
// is a `Change`. Holds no secret: addresses are without passwords and keys.
import type { Alert } from './alert.ts'
import type { Instant } from './calendar.ts'
import { isSameData } from './change.ts'
import type { Digest } from './digest.ts'
import type { Feed } from './feed.ts'
import { shortKey } from './short-key.ts'
import type { WorkspaceId } from './workspace.ts'

export interface AuditEntry {
  /** 22 characters. */
  readonly id: string
  readonly at: Instant
  readonly origin: 'file' | 'command' | 'program'
  /** The path of the file, the name under which the system knows who ran the command, or `''` for the program. */
  readonly actor: string
  readonly event: AuditEvent
}

export type AuditEvent =
  | DeclaredEvent
  | { readonly kind: 'restored'; readonly file: string; readonly madeAt: Instant }
  /** A copy was put back by other means; `madeAt` is its last beat. */
  | { readonly kind: 'settled'; readonly madeAt: Instant }
  | { readonly kind: 'backed-up'; readonly file: string }
  | { readonly kind: 'imported'; readonly file: string; readonly articles: number }
  | ExportedEvent
  /** Old texts that were given up. */
  | { readonly kind: 'thinned'; readonly articles: number }
  /** A feed of the file that is read at another address from now on; of one of the chat there is a `Change`. */
  | { readonly kind: 'feed-moved'; readonly title: string; readonly from: string; readonly to: string }
  /** A new version that changed the tables, by the names of its steps. */
  | { readonly kind: 'migrated'; readonly names: readonly string[] }

/** What was taken out: all that is kept, or the list of feeds; of one workspace, or of all. */
interface ExportedEvent {
  readonly kind: 'exported'
  readonly what: 'data' | 'feeds'
  /** A folder, or the file of a list; `''` for readers whom it does not concern. */
  readonly file: string
  readonly workspaceId?: WorkspaceId
}

/** What the file declares since the last start, declares no more, or declares otherwise. */
export interface DeclaredEvent {
  readonly kind: 'declared'
  readonly nature: 'added' | 'removed' | 'altered'
  /** One at least, all of one kind. */
  readonly items: readonly DeclaredChange[]
}

/** Both of one name and kind. */
export interface DeclaredChange {
  readonly before?: Declaration | undefined
  readonly after?: Declaration | undefined
}

/** One thing that the file declares. */
export type Declaration =
  | { readonly what: 'feed'; readonly name: string; readonly definition: Feed }
  | { readonly what: 'digest'; readonly name: string; readonly definition: Digest }
  | { readonly what: 'alert'; readonly name: string; readonly definition: Alert }

/** Two entries of the same person, instant and event are one. */
export function newAuditEntry(
  who: Pick<AuditEntry, 'origin' | 'actor'>,
  event: AuditEvent,
  at: Instant,
): AuditEntry {
  const { origin, actor } = who
  const harmless = withoutSecrets(event)
  return { id: shortKey(JSON.stringify([origin, actor, at, harmless])), at, origin, actor, event: harmless }
}

/** What an earlier start knew beside what the file declares now; one event for each kind of thing and of change. */
export function declaredEvents(
  known: readonly Declaration[],
  declared: readonly Declaration[],
): readonly DeclaredEvent[] {
  const [were, are] = [byKey(known), byKey(declared)]
  const changes = [...new Set([...were.keys(), ...are.keys()])]
    .map((key): DeclaredChange => ({ before: were.get(key), after: are.get(key) }))
    .filter(({ before, after }) => !isSameData(before, after))
  return (['feed', 'digest', 'alert'] as const).flatMap((what) =>
    (['added', 'removed', 'altered'] as const).flatMap((nature) => {
      const items = changes.filter((change) => whatOf(change) === what && natureOf(change) === nature)
      return items.length === 0 ? [] : [{ kind: 'declared' as const, nature, items }]
    }),
  )
}

function byKey(declarations: readonly Declaration[]): ReadonlyMap<string, Declaration> {
  return new Map(declarations.map((one) => [`${one.what} ${one.name}`, one]))
}

export function whatOf({ before, after }: DeclaredChange): Declaration['what'] | undefined {
  return (after ?? before)?.what
}

function natureOf({ before, after }: DeclaredChange): DeclaredEvent['nature'] {
  if (before === undefined) return 'added'
  return after === undefined ? 'removed' : 'altered'
}

/** Names of parameters that let somebody in. */
const SECRET = /key|token|secret|pass|auth|sig/i

/** The same data, each web address without its user, its password and the values of such parameters. */
export function withoutSecrets<Data>(data: Data): Data {
  // The shape stays: only texts change.
  const harmless: Data = JSON.parse(JSON.stringify(data), (_key, value: unknown) =>
    typeof value === 'string' ? withoutKeys(value) : value,
  )
  return harmless
}

/** A text that is a web address, likewise; any other as it is. */
export function withoutKeys(text: string): string {
  const url = /^https?:/i.test(text) ? URL.parse(text) : null
  if (url === null) return text
  const secret = [...url.searchParams.keys()].filter((name) => SECRET.test(name))
  if (url.username === '' && url.password === '' && secret.length === 0) return text
  url.username = ''
  url.password = ''
  for (const name of secret) url.searchParams.set(name, '…')
  return url.href
}
