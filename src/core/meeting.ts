// A meeting that one or several articles tell, with its proofs. Never decides what a sentence says.
import type {
  Participant,
  MeetingKind,
  MeetingMode,
  MeetingStatus,
  ToldMeeting,
} from '../french/told-meeting.ts'
import type { Span } from '../french/sentences.ts'
import type { Article } from './article.ts'
import { fold } from '../french/normalise.ts'
import { DAY, daysBetween, type Day } from './calendar.ts'
import type { Found } from './fact.ts'

/** A meeting as one article tells it, and where the article stands among the others. */
export interface FoundMeeting extends Found<ToldMeeting> {
  readonly storyId: string
  /** The article that this one reprints. */
  readonly duplicateOf?: string
}

export interface Meeting {
  readonly kind: MeetingKind
  readonly status: MeetingStatus
  readonly mode: MeetingMode
  readonly participants: readonly Participant[]
  readonly place?: string
  /** First and last day; both or neither. */
  readonly from?: Day
  readonly to?: Day
  /** At least one, the best sentence first. */
  readonly proofs: readonly MeetingProof[]
  /** A dispatch and its reprints are one source. */
  readonly sourceCount: number
}

/** A sentence that tells the meeting: a stretch of the article. */
export interface MeetingProof extends Span {
  readonly article: Article
  readonly attribution?: string
}

/** In the order in which each is first found. */
export function groupMeetings(found: readonly FoundMeeting[]): readonly Meeting[] {
  return toldTogether(found).flatMap(joinMeeting)
}

function joinMeeting(told: readonly FoundMeeting[]): readonly Meeting[] {
  const status = statusOf(told)
  const isOfStatus = ({ fact }: FoundMeeting): number => (fact.status === status ? 1 : 0)
  const best = told.toSorted(
    (one, other) => isOfStatus(other) - isOfStatus(one) || other.fact.confidence - one.fact.confidence,
  )
  const [first] = best
  if (first === undefined) return []
  const { kind, participants } = first.fact
  const mode = best.find(({ fact }) => fact.mode !== 'unknown')?.fact.mode ?? 'unknown'
  const place = best.find(({ fact }) => fact.place !== undefined)?.fact.place
  const dated = best.find(({ fact }) => fact.from !== undefined)?.fact
  const sources = new Set(told.map(({ article, duplicateOf }) => duplicateOf ?? article.id))
  return [
    {
      kind,
      status,
      mode,
      participants,
      ...(place !== undefined && { place }),
      ...(dated?.from !== undefined && { from: dated.from, to: dated.to ?? dated.from }),
      proofs: best.map(({ article, fact: { start, end, attribution } }) => ({
        article,
        start,
        end,
        ...(attribution !== undefined && { attribution }),
      })),
      sourceCount: sources.size,
    },
  ]
}

/** Days between which papers tell one meeting: those of two zones tell one evening under two days. */
const SAME_DAYS = 1

/** Days between articles that tell one meeting without its day. */
const SAME_WEEK = 4

/**
 * Whether two articles tell one meeting: two parties in common, days that agree, and not one by telephone and the other in
 * a room.
 */
function isSameMeeting(one: FoundMeeting, other: FoundMeeting): boolean {
  if (!isSameWay(one.fact, other.fact) || !isSameTime(one, other)) return false
  const names = new Set(keysOf(one.fact))
  return keysOf(other.fact).filter((key) => names.has(key)).length >= 2
}

const isSameWay = (one: ToldMeeting, other: ToldMeeting): boolean =>
  one.mode === other.mode || ![one.mode, other.mode].some((mode) => mode === 'telephone' || mode === 'video')

function isSameTime(one: FoundMeeting, other: FoundMeeting): boolean {
  const { from } = one.fact
  const { from: otherFrom } = other.fact
  if (from !== undefined && otherFrom !== undefined)
    return Math.abs(daysBetween(from, otherFrom)) <= SAME_DAYS
  return Math.abs(one.article.publishedAt - other.article.publishedAt) <= SAME_WEEK * DAY
}

/** Surnames, the offices of those who have no name, the words of groups. */
const keysOf = ({ participants }: ToldMeeting): readonly string[] => [
  ...new Set(
    participants.map(({ name, kind, officeKey }) =>
      kind === 'person' ? fold(name.split(/[ -]/u).at(-1) ?? name) : (officeKey ?? fold(name)),
    ),
  ),
]

/** Whoever is received one after the other did not meet each other, nor did those who receive together. */
export function haveMet(kind: MeetingKind, one: Participant, other: Participant): boolean {
  return one.side !== other.side || (one.side === 'subject' && kind !== 'reception')
}

/** What is known in the end: a plan that was held is held, one that was called off is called off. */
export function statusOf(told: readonly FoundMeeting[]): MeetingStatus {
  if (told.some(({ fact }) => fact.status === 'done')) return 'done'
  const newest = told.toSorted((one, other) => other.article.publishedAt - one.article.publishedAt)
  const decided = newest.find(({ fact }) => fact.status !== 'planned' && fact.status !== 'possible')
  const planned = newest.find(({ fact }) => fact.status === 'planned')
  return (decided ?? planned ?? newest[0])?.fact.status ?? 'done'
}

/** Those that tell one meeting together, in the order in which each is first found. */
export function toldTogether(found: readonly FoundMeeting[]): readonly (readonly FoundMeeting[])[] {
  const groups: FoundMeeting[][] = []
  const byKey = new Map<string, Set<FoundMeeting[]>>()
  for (const told of found) {
    const keys = keysOf(told.fact)
    const near = new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]))
    const group = [...near].find((others) => others.some((other) => isSameMeeting(other, told))) ?? []
    if (group.length === 0) groups.push(group)
    group.push(told)
    for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(group))
  }
  return groups
}
