// An alert: what is told at once, when and where. A definition; one message that it led to is a raised alert.
import { createHash } from 'node:crypto'
import { fold } from '../french/normalise.ts'
import { HOUR, type Instant, MINUTE, type Zone } from './calendar.ts'
import { foldWord } from './closest.ts'
import type { QuietHours } from './quiet-hours.ts'
import type { WorkspaceId } from './workspace.ts'

export interface Alert {
  /** Short and unique, as the name of a digest. */
  readonly name: string
  /** What people call it: «Sergueï Lavrov». */
  readonly title: string
  /** Where it is told, `platform:channel`. */
  readonly channel: string
  readonly watch: AlertWatch
  /** Titles of the feeds that count; empty means all of them. */
  readonly feeds: readonly string[]
  /** Rubrics that count; empty means all of them. */
  readonly rubrics: readonly string[]
  /** Independent publishers that it takes. */
  readonly publishers: number
  /** Within how many minutes. */
  readonly minutes: number
  /** How long a story that was told is not told again, in hours. */
  readonly coolDownHours: number
  /** Undefined: day and night. */
  readonly quietHours?: QuietHours | undefined
  /** Messages a day at most. */
  readonly mostADay: number
  readonly zone: Zone
  /** What happened before it was set up or resumed is none of its affair; undefined for one of the file. */
  readonly since?: Instant
  /** Where it was set up in the chat; undefined for one of the file, which is read-only there; ADR 0004. */
  readonly workspaceId?: WorkspaceId
  readonly suspendedAt?: Instant
}

/** Which articles count. */
export type AlertWatch =
  /** All: some story is told by many. */
  | { readonly kind: 'any' }
  /** Those that name this person, in any of the ways that core/named-person knows. */
  | { readonly kind: 'person'; readonly name: string }
  /** Those in which these words follow each other, endings aside. */
  | { readonly kind: 'phrase'; readonly text: string }
  /** Those that have one of these at least; the words of one in any order. */
  | { readonly kind: 'words'; readonly words: readonly string[] }

/** What somebody may choose. */
export type AlertDefinition = Pick<
  Alert,
  | 'title'
  | 'watch'
  | 'feeds'
  | 'rubrics'
  | 'publishers'
  | 'minutes'
  | 'coolDownHours'
  | 'quietHours'
  | 'mostADay'
  | 'zone'
>

/** Bounds of what may be chosen. One publisher makes an alert of a rare name; for any story it takes two. */
export const ALERT_BOUNDS = {
  publishers: { least: 1, most: 20 },
  minutes: { least: 10, most: 24 * 60 },
  coolDownHours: { least: 1, most: 72 },
  mostADay: { least: 1, most: 24 },
} as const

export const LEAST_FOR_ANY = 2

/** What an alert is before anybody says otherwise. Feeds are read every 5 to 15 minutes: an hour holds four readings. */
export const ALERT_DEFAULTS = {
  publishers: 3,
  minutes: 60,
  coolDownHours: 6,
  quietHours: { from: '22:00', to: '07:00' },
  mostADay: 5,
} as const

export function defaultAlert(zone: Zone): AlertDefinition {
  return { title: '', watch: { kind: 'any' }, feeds: [], rubrics: [], ...ALERT_DEFAULTS, zone }
}

export function alertDefinitionOf(alert: Alert): AlertDefinition {
  const { title, watch, feeds, rubrics, publishers, minutes, coolDownHours, mostADay, zone } = alert
  const { quietHours } = alert
  return { title, watch, feeds, rubrics, publishers, minutes, coolDownHours, mostADay, zone, quietHours }
}

export function newAlert(
  definition: AlertDefinition,
  { workspaceId, channel }: { readonly workspaceId: WorkspaceId; readonly channel: string },
  now: Instant,
): Alert {
  const name = alertName(definition.title, `${workspaceId}\n${channel}`, now)
  return { ...definition, name, channel, workspaceId, since: now }
}

/** As names of the file are: small letters, digits and hyphens, at most 30. */
function alertName(title: string, place: string, now: Instant): string {
  const slug = foldWord(fold(title))
    .replaceAll(/[^a-z\d]+/g, '-')
    .slice(0, 18)
    .replaceAll(/^-+|-+$/g, '')
  const digits = createHash('sha256').update([title, place, now].join('\n')).digest('hex').slice(0, 6)
  return `${slug === '' ? 'alerte' : slug}-${digits}`
}

export function windowOf({ minutes }: Pick<Alert, 'minutes'>): Instant {
  return minutes * MINUTE
}

export function coolDownOf({ coolDownHours }: Pick<Alert, 'coolDownHours'>): Instant {
  return coolDownHours * HOUR
}
