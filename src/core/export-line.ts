// A record of an export as one line of JSON: instants in ISO 8601, filters as people write them, no secret. Decides
// nothing about who may read it.
import { withoutKeys, type AuditEntry, type Declaration } from './audit.ts'
import type { Change } from './change.ts'
import type { Digest } from './digest.ts'
import type { ExportedFeed, ExportedRecords, ExportManifest, ExportNoun } from './export.ts'
import type { Notice } from './notice.ts'
import { printFilter } from './printed-filter.ts'

/** Without the end of line. */
export function lineOf<Noun extends ExportNoun>(noun: Noun, record: ExportedRecords[Noun]): string {
  return JSON.stringify(SHAPES[noun](record), written)
}

/** The same for people: one key a line. */
export function manifestText(manifest: ExportManifest): string {
  return `${JSON.stringify(manifest, written, 2)}\n`
}

type Shapes = { readonly [Noun in ExportNoun]: (record: ExportedRecords[Noun]) => object }

const asItIs = <Record extends object>(record: Record): Record => record

const SHAPES: Shapes = {
  workspaces: asItIs,
  feeds: writtenFeed,
  followings: asItIs,
  digests: writtenDigest,
  alerts: asItIs,
  articles: asItIs,
  keys: ({ key, articleId }) => ({ key: writtenKey(key), articleId }),
  people: asItIs,
  offices: asItIs,
  meetings: asItIs,
  statements: asItIs,
  editions: asItIs,
  'raised-alerts': asItIs,
  notices: writtenNotice,
  ratings: asItIs,
  mutes: asItIs,
  changes: writtenChange,
  audit: writtenEntry,
}

/** How instants are named everywhere: `madeAt`, `failingSince`, `until`. A test finds any that is named otherwise. */
const INSTANT = /(?:At|Since|Until)$|^(?:since|until)$/

function written(key: string, value: unknown): unknown {
  if (typeof value === 'number') return INSTANT.test(key) ? new Date(value).toISOString() : value
  return typeof value === 'string' ? withoutKeys(value) : value
}

/** `at` is an offset elsewhere. */
function writtenFeed({ state, ...feed }: ExportedFeed): object {
  if (state?.move?.written === undefined) return { ...feed, state }
  const { to, at: writtenAt } = state.move.written
  return { ...feed, state: { ...state, move: { ...state.move, written: { to, writtenAt } } } }
}

function writtenDigest({ filter, ...digest }: Digest): object {
  return { ...digest, ...(filter !== undefined && { filter: printFilter(filter) }) }
}

/** Addresses stand behind the kind of the key: `url:https://…`, `guid:FEED:https://…`. */
function writtenKey(key: string): string {
  const start = key.search(/https?:/i)
  return start < 0 ? key : key.slice(0, start) + withoutKeys(key.slice(start))
}

/** Its buttons and marks are of no use outside the chat. */
function writtenNotice({ message, ...notice }: Notice): object {
  return { ...notice, message: message.summary }
}

function writtenChange({ subject, ...change }: Change): object {
  if (subject.kind !== 'digest') return { ...change, subject }
  const [before, after] = [subject.before, subject.after].map((side) => side && writtenDigest(side))
  return { ...change, subject: { kind: subject.kind, before, after } }
}

function writtenEntry({ at: notedAt, event, ...entry }: AuditEntry): object {
  if (event.kind !== 'declared') return { ...entry, notedAt, event }
  const items = event.items.map(({ before, after }) => ({
    before: before && writtenDeclaration(before),
    after: after && writtenDeclaration(after),
  }))
  return { ...entry, notedAt, event: { ...event, items } }
}

function writtenDeclaration(declaration: Declaration): object {
  if (declaration.what !== 'digest') return declaration
  return { ...declaration, definition: writtenDigest(declaration.definition) }
}
