// What an article tells that questions ask for: people, offices, meetings, statements. Read once, when it is kept.
import { findMeetings } from '../french/meetings.ts'
import { findOffices, type HeldOffice } from '../french/offices.ts'
import { findPeople } from '../french/people.ts'
import { isKnownBeyondText, mergeNames, type PersonInText } from '../french/people-in-text.ts'
import { findStatements, type Statement } from '../french/statements.ts'
import type { ToldMeeting } from '../french/told-meeting.ts'
import type { Article } from './article.ts'
import { dayOf, type Instant, type Zone } from './calendar.ts'

/**
 * Raised when the reader finds other facts than before: whatever an earlier version read is read again in the
 * background.
 */
export const FACTS_VERSION = 1

export interface ArticleFacts {
  readonly people: readonly PersonInText[]
  readonly offices: readonly HeldOffice[]
  readonly meetings: readonly ToldMeeting[]
  readonly statements: readonly Statement[]
}

/** A fact with the version of the article whose offsets it uses. */
export interface Found<Fact> {
  readonly fact: Fact
  readonly article: Article
}

/** What articles tell of one person in one office. */
export interface HeldTerm {
  readonly name: string
  readonly officeKey: string
  /** Whether they say that it is over. */
  readonly isFormer: boolean
  readonly articleCount: number
  /** Publication of the first and of the last article that says so. */
  readonly firstToldAt: Instant
  readonly lastToldAt: Instant
}

export interface ProvenTerm extends HeldTerm {
  readonly latest: Found<HeldOffice>
}

export interface AskedParticipants {
  /** As they stand. */
  readonly names: readonly string[]
  /** Of french/offices. */
  readonly officeKeys?: readonly string[]
}

/** A name as articles write it, and how many do. */
export interface Bearer {
  readonly name: string
  readonly articleCount: number
}

type TextToRead = Pick<Article, 'title' | 'text' | 'publishedAt' | 'isUndated'>

/** `zone` is where the day of publication is told; of an undated article no day is told. */
export function factsOf({ title, text, publishedAt, isUndated }: TextToRead, zone: Zone): ArticleFacts {
  const people = findPeople(text)
  const offices = findOffices(text, people)
  const statements = findStatements(text, people, offices)
  const published = isUndated === true ? undefined : dayOf(publishedAt, zone)
  return {
    people: mergeNames(people),
    offices,
    meetings: findMeetings(text, { published, title, people }).map((meeting) =>
      attributed(meeting, statements),
    ),
    statements,
  }
}

/** With who says so, where the sentence gives its words to somebody who did not meet. */
function attributed(meeting: ToldMeeting, statements: readonly Statement[]): ToldMeeting {
  const said = statements.find(({ start, end }) => start < meeting.end && meeting.start < end)
  const isOwn = meeting.participants.some(({ name }) => name === said?.speaker)
  return said === undefined || isOwn ? meeting : { ...meeting, attribution: said.speaker }
}

/** Names that mean somebody outside of their article too: full ones, and surnames that are well established. */
export function namesToKnow({ people, meetings }: ArticleFacts): readonly string[] {
  const met = meetings.flatMap(({ participants }) =>
    participants.filter(({ kind }) => kind === 'person').map(({ name }) => name),
  )
  return [...new Set([...people.map(({ name }) => name), ...met])].filter(isKnownBeyondText)
}
