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
import { daysBetween, type Day } from './calendar.ts'
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
  const groups: FoundMeeting[][] = []
  for (const told of found) {
    const group = groups.find(([first]) => first !== undefined && isSameMeeting(first.fact, told.fact))
    if (group === undefined) groups.push([told])
    else group.push(told)
  }
  return groups.flatMap(joinMeeting)
}

function joinMeeting(told: readonly FoundMeeting[]): readonly Meeting[] {
  const best = told.toSorted((one, other) => other.fact.confidence - one.fact.confidence)
  const [first] = best
  if (first === undefined) return []
  const { kind, status, participants } = first.fact
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

function isSameMeeting(one: ToldMeeting, other: ToldMeeting): boolean {
  return namesOf(one) === namesOf(other) && isOver(one) === isOver(other) && isOn(one.from, other.from)
}

const namesOf = ({ participants }: ToldMeeting): string =>
  participants
    .map(({ name }) => name)
    .toSorted()
    .join('\n')

const isOver = ({ status }: ToldMeeting): boolean => status === 'done'

/** Papers of two zones tell one evening under two days. */
const isOn = (one: Day | undefined, other: Day | undefined): boolean =>
  one === undefined || other === undefined || Math.abs(daysBetween(one, other)) <= 1
