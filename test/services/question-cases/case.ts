// What a question–answer case is: the question as typed, what answers it, and why it stands here. Scores nothing.
import type { PersonKey } from './people.ts'
import type { MeetingKey } from './meetings.ts'

/** Kinds whose answer is a place, a day, a figure, a role, somebody’s words or a sentence. */
type ToldKind =
  | 'where'
  | 'when'
  | 'how-many'
  | 'who-is'
  | 'what-says'
  | 'who-said'
  | 'what-happened'
  | 'what-is-new'
  | 'who'

/** Somebody, or a group, whom the asked person met, and in which meetings. */
export interface ExpectedPerson {
  readonly person: PersonKey
  readonly meetings: readonly MeetingKey[]
  /** Neither missed nor wrong: old meetings, refusals, groups that the sentence names beside. */
  readonly isOptional: boolean
}

interface Row {
  readonly question: string
  /** Short, the same for several rows: scores are summed by it. */
  readonly phenomenon: string
  readonly why: string
}

export interface MetCase extends Row {
  readonly kind: 'met'
  /** When all are optional, an empty answer is right as well. */
  readonly people: readonly ExpectedPerson[]
}

export interface DidMeetCase extends Row {
  readonly kind: 'did-meet'
  readonly says: 'oui' | 'non'
  readonly meetings: readonly MeetingKey[]
}

export interface ToldCase extends Row {
  readonly kind: ToldKind
  /** One of these in the answer, or in its sentence, case and accents apart. */
  readonly texts: readonly string[]
  /** Ids of articles with the right sentence. */
  readonly articles: readonly string[]
}

/** Nothing in the articles supports an answer. */
export interface RefusedCase extends Row {
  readonly kind: 'refused'
}

/** The name could be several people: asked back, with these names among them. */
export interface WhichCase extends Row {
  readonly kind: 'which'
  readonly names: readonly PersonKey[]
}

/** What nobody asks in earnest: an answer in time, in French, never a failure. */
export interface HostileCase extends Row {
  readonly kind: 'hostile'
  /** `any` when the words hold a question that may be answered. */
  readonly accepts: 'nothing' | 'any'
}

export type QuestionCase = MetCase | DidMeetCase | ToldCase | RefusedCase | WhichCase | HostileCase

export const met = (person: PersonKey, ...meetings: readonly MeetingKey[]): ExpectedPerson => ({
  person,
  meetings,
  isOptional: false,
})

export const perhaps = (person: PersonKey, ...meetings: readonly MeetingKey[]): ExpectedPerson => ({
  person,
  meetings,
  isOptional: true,
})

/** Columns: question, who, phenomenon, why. */
export type MetRow = readonly [string, readonly ExpectedPerson[], string, string]

/** Columns: kind, question, texts, articles, phenomenon, why. */
export type ToldRow = readonly [ToldKind, string, readonly string[], readonly string[], string, string]

/** Columns: question, phenomenon, why. */
export type PlainRow = readonly [string, string, string]

export const metCases = (rows: readonly MetRow[]): readonly MetCase[] =>
  rows.map(([question, people, phenomenon, why]) => ({ kind: 'met', question, people, phenomenon, why }))

export const toldCases = (rows: readonly ToldRow[]): readonly ToldCase[] =>
  rows.map(([kind, question, texts, articles, phenomenon, why]) => {
    return { kind, question, texts, articles, phenomenon, why }
  })

export const refusedCases = (rows: readonly PlainRow[]): readonly RefusedCase[] =>
  rows.map(([question, phenomenon, why]) => ({ kind: 'refused', question, phenomenon, why }))
