// Questions about who met whom: parties, way, status, place and period out of the words as typed. Answers nothing.
import { meetingHeadOf, type MeetingHead } from '../french/meeting-head.ts'
import type { MeetingWay } from '../french/meeting-words.ts'
import { namesSomebody, partiesOf, type Segment, segmentsOf } from '../french/question-parties.ts'
import { keysOf, type QuestionLine, type QuestionWord, wordsAt } from '../french/question-line.ts'
import { periodOf, type AskedPeriod } from './asked-period.ts'
import type { Asked } from './asked.ts'
import { type Day, dayAfter, daysBetween } from './calendar.ts'

export interface MeetingAsked {
  /** Whom the question names, as typed: persons, offices or groups. Of `did-meet`, one side. */
  readonly about: readonly string[]
  /** The other side, where the question names it; empty in `met`. */
  readonly with: readonly string[]
  /** Which side of the meeting is asked for: «qui a reçu X» the one who receives. */
  readonly asks: 'subject' | 'object' | 'either'
  /** Any of these; empty when any way will do. */
  readonly ways: readonly MeetingWay[]
  /** `done` is a past tense, which people use loosely: whoever is to be met may be told apart. */
  readonly status: 'any' | 'done' | 'planned' | 'possible' | 'cancelled' | 'postponed' | 'refused' | 'held'
  /** As typed, without its preposition: `Elysée`, `la Maison Blanche`. */
  readonly place?: string
  /** What they talked about: `Libye`. */
  readonly topic?: string
  readonly period?: AskedPeriod
}

/** Who is asked for: the question words, what stands before them, and where they stand. */
interface Who {
  readonly preposition: string
  readonly from: number
  readonly to: number
}

const WHO =
  /(?<= )(?:c est )?(?:(?<preposition>avec|par|a|chez|pour) )?(?:qui|quels?(?: [\p{L}-]+)|quelles?(?: (?!rencontre|reunion|entrevue|visite)[\p{L}-]+)|lesquels?|laquelle|lesquelles)(?: (?:est ce (?:que|qui|qu)|est ce|c est (?:que|qui|qu)|qui|que|qu))?(?= )/u
const WHETHER = /^ (?:est ce (?:que|qu) |c est vrai (?:que|qu) |dis moi si |sait on si )/u

export function readMeeting(
  { text, words, isInverted }: QuestionLine,
  on: Day | undefined,
): Asked | undefined {
  const bare = wordsBehind(words, WHETHER)
  const match = WHO.exec(keysOf(bare))
  if (match === null) return readWhetherMet(text, bare, on, isInverted || /\?\s*$/u.test(text))
  const asking = new Set(wordsAt(bare, match.index, match.index + match[0].length))
  const from = bare.findIndex((word) => asking.has(word))
  const who: Who = { preposition: match.groups?.['preposition'] ?? '', from, to: from + asking.size }
  const read = readParts(text, bare, on, who)
  if (read === undefined) return undefined
  const { head, before, after, more } = read
  const { about, asks } = whoAsked(text, head, before, after, who)
  return about.length === 0 ? undefined : { kind: 'met', about, with: [], asks, ...more }
}

const wordsBehind = (words: readonly QuestionWord[], pattern: RegExp): readonly QuestionWord[] => {
  const keys = keysOf(words)
  const length = pattern.exec(keys)?.[0].length
  return length === undefined ? words : wordsAt(words, length - 1, keys.length)
}

interface Parts {
  readonly head: MeetingHead
  /** What stands before and behind the verb, without question words, period and way. */
  readonly before: readonly QuestionWord[]
  readonly after: readonly Segment[]
  readonly more: Pick<MeetingAsked, 'ways' | 'status' | 'place' | 'topic' | 'period'>
}

/** «qui doit-il recevoir mardi» asks for the next Tuesday. */
function aheadOf(period: AskedPeriod, status: MeetingAsked['status'], on: Day | undefined): AskedPeriod {
  const { from, to } = period
  const isLastWeek =
    from !== undefined && from === to && on !== undefined && from < on && daysBetween(from, on) < WEEK
  return status === 'planned' && isLastWeek
    ? { from: dayAfter(from, WEEK), to: dayAfter(from, WEEK) }
    : period
}
const WEEK = 7

function readParts(
  text: string,
  words: readonly QuestionWord[],
  on: Day | undefined,
  who?: Who,
): Parts | undefined {
  const dated = periodOf(text, words, on)
  const known = dated === undefined ? new Set<QuestionWord>() : new Set(dated.words)
  const kept = words.filter(
    (word, at) => !known.has(word) && !(who !== undefined && at >= who.from && at < who.to),
  )
  // «qui rencontre X» leaves a verb at the head of the words, «rencontre X-Y» a noun.
  const head = meetingHeadOf(kept, who === undefined)
  if (head === undefined) return undefined
  const behind = segmentsOf(head.after, head)
  const place = placeOf(text, behind)
  const topic = behind.find(({ role }) => role === 'topic')
  const topicWords = topic === undefined ? undefined : partiesOf(text, topic.words)[0]
  return {
    head,
    before: head.before,
    after: behind,
    more: {
      ways: head.ways,
      status: head.status,
      ...(place === undefined ? {} : { place }),
      ...(topicWords === undefined ? {} : { topic: topicWords }),
      ...(dated === undefined ? {} : { period: aheadOf(dated.period, head.status, on) }),
    },
  }
}

const placeOf = (text: string, segments: readonly Segment[]): string | undefined => {
  const place = segments.find(({ role }) => role === 'place')
  return place === undefined ? undefined : partiesOf(text, place.words).join(' et ')
}

function whoAsked(
  text: string,
  head: MeetingHead,
  before: readonly QuestionWord[],
  after: readonly Segment[],
  who: Who,
): Pick<MeetingAsked, 'about' | 'asks'> {
  const subjects = named(text, before, head)
  const objects = after
    .filter(({ role }) => role === 'party')
    .flatMap(({ words }) => named(text, words, head))
  if (who.preposition === 'par') return { about: subjects.length > 0 ? subjects : objects, asks: 'subject' }
  if (subjects.length > 0)
    return {
      about: [...subjects, ...objects],
      asks: head.isPassive ? 'subject' : head.isMutual ? 'either' : 'object',
    }
  if (who.preposition !== '') return { about: objects, asks: head.isMutual ? 'either' : 'object' }
  return { about: objects, asks: head.isPassive ? 'object' : head.isMutual ? 'either' : 'subject' }
}

/** The parties in some words; none where a verb that takes things has a thing. */
const named = (text: string, words: readonly QuestionWord[], head: MeetingHead): readonly string[] =>
  head.isWeak && !namesSomebody(words) ? [] : partiesOf(text, words)

function sidesOf(
  text: string,
  { head, before, after }: Parts,
): readonly [one: readonly string[], other: readonly string[]] {
  const subjects = named(text, before, head)
  const [first = [], ...rest] = after
    .filter(({ role }) => role === 'party')
    .map(({ words }) => named(text, words, head))
  if (subjects.length > 0) {
    const others = [...first, ...rest.flat()]
    return others.length > 0 ? [subjects, others] : [subjects.slice(0, 1), subjects.slice(1)]
  }
  return rest.length > 0 ? [first, rest.flat()] : [first.slice(0, 1), first.slice(1)]
}

/** Without a question word: two parties are a yes or no, one of a noun asks for all whom it met. */
function readWhetherMet(
  text: string,
  words: readonly QuestionWord[],
  on: Day | undefined,
  isAsked: boolean,
): Asked | undefined {
  if (/^ (?:que|qu|quoi|comment|pourquoi) /u.test(keysOf(words))) return undefined
  const read = readParts(text, words, on)
  if (read === undefined) return undefined
  const [about, others] = sidesOf(text, read)
  const asks = read.head.isMutual ? 'either' : 'object'
  if (about.length > 0 && others.length > 0)
    return { kind: 'did-meet', about, with: others, asks: 'either', ...read.more }
  const isPlain = read.head.isNoun ? !isAsked : !read.head.isWeak
  return about.length > 0 && isPlain ? { kind: 'met', about, with: [], asks, ...read.more } : undefined
}

/** The meeting whose place or day is asked, `words` being without what asks; undefined when no meeting is. */
export function meetingOf(
  text: string,
  words: readonly QuestionWord[],
  on: Day | undefined,
): MeetingAsked | undefined {
  const read = readParts(text, words, on)
  if (read === undefined) return undefined
  const [about, others] = sidesOf(text, read)
  if (about.length === 0 || (read.head.isWeak && others.length === 0)) return undefined
  return { about, with: others, asks: 'either', ...read.more }
}
