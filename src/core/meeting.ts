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
import { readName, type ReadName } from '../french/name-sounds.ts'
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
      // Of what was put off articles tell the old day and the new one alike.
      ...(dated?.from !== undefined &&
        status !== 'postponed' && { from: dated.from, to: dated.to ?? dated.from }),
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

/** Days by which papers of two zones tell one evening apart. */
const SAME_DAYS = 1

/** Days between articles that tell one meeting without its day. */
const SAME_WEEK = 4

/** Whether two articles tell of the same people meeting: two parties in common, and not one in a room, one by telephone. */
const isSameCompany = (one: ToldMeeting, other: ToldMeeting): boolean =>
  isSameWay(one, other) &&
  one.participants.filter((party) => other.participants.some((same) => isSameParty(party, same))).length >= 2

const isSameWay = ({ mode: one }: ToldMeeting, { mode: other }: ToldMeeting): boolean =>
  one === other || one === 'unknown' || other === 'unknown'

/** Their days overlap but for one, or, where one has none, their articles are of one week. */
function isSameTime(one: FoundMeeting, other: FoundMeeting): boolean {
  const [{ from, to = from }, { from: otherFrom, to: otherTo = otherFrom }] = [one.fact, other.fact]
  if (from === undefined || to === undefined || otherFrom === undefined || otherTo === undefined)
    return Math.abs(one.article.publishedAt - other.article.publishedAt) <= SAME_WEEK * DAY
  return daysBetween(to, otherFrom) <= SAME_DAYS && daysBetween(otherTo, from) <= SAME_DAYS
}

/** By sound of the name, by the office of whoever has no name, by the words of a group. */
function isSameParty(one: Participant, other: Participant): boolean {
  if (one.kind === 'person' && other.kind === 'person')
    return isSameName(readName(one.name), readName(other.name))
  const isSameOffice = one.officeKey !== undefined && one.officeKey === other.officeKey
  return isSameOffice || (one.kind === other.kind && fold(one.name) === fold(other.name))
}

/** `Kerry` may be `John Kerry`, `Xi` is `Xi Jinping`; `Jean Vasseur` is not `Odile Vasseur`. */
function isSameName({ sounds: one }: ReadName, { sounds: other }: ReadName): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length <= 1) return short[0] === long.at(-1) || short[0] === long[0]
  return short.at(-1) === long.at(-1) && short[0]?.charAt(0) === long[0]?.charAt(0)
}

/** Whoever is received one after the other did not meet each other, nor did those who receive together. */
export function haveMet(kind: MeetingKind, one: Participant, other: Participant): boolean {
  return one.side !== other.side || (one.side === 'subject' && kind !== 'reception')
}

/**
 * What is known in the end: a plan that was held is held; of plans and their ends the newest counts, so that what was called
 * off may be planned anew.
 */
export function statusOf(told: readonly FoundMeeting[]): MeetingStatus {
  if (told.some(({ fact }) => fact.status === 'done')) return 'done'
  const newest = told.toSorted((one, other) => other.article.publishedAt - one.article.publishedAt)
  const [latest] = newest
  const decided = newest.find(({ fact }) => fact.status !== 'planned' && fact.status !== 'possible')
  if (latest === undefined || decided === undefined)
    return newest.find(({ fact }) => fact.status === 'planned')?.fact.status ?? latest?.fact.status ?? 'done'
  const isAnew = latest.fact.status === 'planned' && latest.article.publishedAt > decided.article.publishedAt
  return isAnew ? 'planned' : decided.fact.status
}

/** Those that tell one meeting together, in the order in which each is first found. */
export function toldTogether(found: readonly FoundMeeting[]): readonly (readonly FoundMeeting[])[] {
  const groups: FoundMeeting[][] = []
  const byKey: GroupsByKey = new Map()
  for (const told of found) {
    const keys = told.fact.participants.map(keysOf)
    const group = candidatesOf(keys, byKey).find(
      (others) =>
        others.some((other) => isSameCompany(other.fact, told.fact)) &&
        others.every((other) => isSameTime(other, told)),
    )
    const joined = group ?? []
    if (group === undefined) groups.push(joined)
    joined.push(told)
    for (const key of keys.flat()) byKey.set(key, (byKey.get(key) ?? new Set()).add(joined))
  }
  return groups
}

type GroupsByKey = Map<string, Set<FoundMeeting[]>>

/** Groups in which two parties may be: of the hundreds of meetings of one person, those with the same other one. */
function candidatesOf(
  keys: readonly (readonly string[])[],
  byKey: Readonly<GroupsByKey>,
): readonly FoundMeeting[][] {
  const counts = new Map<FoundMeeting[], number>()
  for (const own of keys)
    for (const group of new Set(own.flatMap((key) => [...(byKey.get(key) ?? [])])))
      counts.set(group, (counts.get(group) ?? 0) + 1)
  return [...counts].filter(([, count]) => count > 1).map(([group]) => group)
}

/** What equal parties have in common: the sound of a name's first or last word, an office, the words of a group. */
function keysOf({ name, kind, officeKey }: Participant): readonly string[] {
  const { sounds } = readName(name)
  return [
    ...(kind === 'person' ? [sounds[0] ?? '', sounds.at(-1) ?? ''] : [`words ${fold(name)}`]),
    ...(officeKey === undefined ? [] : [`office ${officeKey}`]),
  ]
}
