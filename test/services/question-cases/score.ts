// Scores one answered case, 0 to 1, with what is counted beside: precision, recall, status, mode, place, day, proof.
import type { AskedCase } from './ask-all.ts'
import type { DidMeetCase, ExpectedPerson, MetCase, ToldCase, WhichCase } from './case.ts'
import type { GivenAnswer, GivenEntry } from './given-answer.ts'
import { folded, holds, isNamed } from './matching.ts'
import { type ExpectedMeeting, MEETINGS } from './meetings.ts'

/** How many of how many were right. */
export interface Tally {
  readonly right: number
  readonly of: number
}

/** Said of the entries that name an expected person, when they say it. */
export type Side = 'status' | 'mode' | 'place' | 'day' | 'article'

export interface Score {
  readonly score: number
  readonly precision?: number
  readonly recall?: number
  readonly sides: Partial<Readonly<Record<Side, Tally>>>
  /** For people: what was missed and what was wrong; else what came instead. */
  readonly fault: string
}

/** Beyond this a hostile question took too long on any machine, in milliseconds: the chat waits three seconds. */
const PATIENCE_MILLISECONDS = 2_000

const entriesOf = (given: GivenAnswer): readonly GivenEntry[] => (given.kind === 'found' ? given.entries : [])

export function scoreCase({ asked, given, milliseconds }: AskedCase): Score {
  if (given.kind === 'failed') return wrong(given.message)
  if ('texts' in asked) return scoreTold(asked, given)
  switch (asked.kind) {
    case 'met':
      return scoreMet(asked, given)
    case 'did-meet':
      return scoreDidMeet(asked, given)
    case 'refused':
      return given.kind === 'nothing' ? right() : wrong(saidOf(given))
    case 'which':
      return isAskedBack(asked, given) ? right() : wrong(saidOf(given))
    case 'hostile':
      if (milliseconds > PATIENCE_MILLISECONDS) return wrong(`${Math.round(milliseconds)} ms`)
      return asked.accepts === 'any' || given.kind === 'nothing' ? right() : wrong(saidOf(given))
    default:
      return wrong('')
  }
}

function isAskedBack({ names }: WhichCase, given: GivenAnswer): boolean {
  return given.kind === 'which' && names.every((key) => given.names.some((name) => isNamed(name, key)))
}

const right = (sides: Score['sides'] = {}): Score => ({ score: 1, sides, fault: '' })
const wrong = (fault: string, sides: Score['sides'] = {}): Score => ({ score: 0, sides, fault })

function saidOf(given: GivenAnswer): string {
  if (given.kind === 'which') return `which: ${given.names.join(', ')}`
  const [first] = entriesOf(given)
  return first === undefined ? given.kind : `«${first.text.slice(0, 80)}» ${first.articleId}`
}

/** F1 over people; whoever is optional is neither missed nor wrong. An empty answer is right where all are. */
function scoreMet(asked: MetCase, given: GivenAnswer): Score {
  const required = asked.people.filter(({ isOptional }) => !isOptional)
  const named = new Set<ExpectedPerson>()
  const strangers = new Set<string>()
  const counts = new Map<Side, { right: number; of: number }>()
  for (const entry of entriesOf(given)) {
    const candidates = asked.people.filter(({ person }) => isNamed(entry.text, person))
    const person = candidates.find((candidate) => !named.has(candidate)) ?? candidates[0]
    if (person === undefined) strangers.add(folded(entry.text))
    else {
      named.add(person)
      countSides(counts, entry, person)
    }
  }
  const found = required.filter((person) => named.has(person)).length
  const recall = required.length === 0 ? 1 : found / required.length
  const isAllOptional = required.length === 0 && strangers.size === 0
  const precision = isAllOptional ? 1 : found === 0 ? 0 : found / (found + strangers.size)
  const score = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  const missed = required.filter((person) => !named.has(person)).map(({ person }) => `-${person}`)
  const extra = [...strangers].map((text) => `+${text.slice(0, 60)}`)
  return {
    score,
    precision,
    recall,
    sides: Object.fromEntries(counts),
    fault: [...missed, ...extra].join(' '),
  }
}

function countSides(
  counts: Map<Side, { right: number; of: number }>,
  entry: GivenEntry,
  { meetings }: ExpectedPerson,
): void {
  const told: readonly ExpectedMeeting[] = meetings.map((key) => MEETINGS[key])
  if (told.length === 0) return
  const count = (side: Side, isRight: boolean): void => {
    const { right: before, of } = counts.get(side) ?? { right: 0, of: 0 }
    counts.set(side, { right: before + (isRight ? 1 : 0), of: of + 1 })
  }
  const { status, mode, place, days, articleId } = entry
  // The meeting that the cited article tells, so that one person met twice is not mixed up.
  const cited = told.filter(({ articles }) => articles.includes(articleId))
  count('article', cited.length > 0)
  const asTold = cited.length > 0 ? cited : told
  if (status !== undefined)
    count(
      'status',
      asTold.some(({ statuses }) => statuses.includes(status)),
    )
  if (mode !== undefined)
    count(
      'mode',
      asTold.some(({ modes }) => modes.includes(mode)),
    )
  if (place !== undefined)
    count(
      'place',
      asTold.some((meeting) => isPlaceOf(place, meeting)),
    )
  if (days !== undefined)
    count(
      'day',
      asTold.some((meeting) => isDayOf(days, meeting)),
    )
}

function isPlaceOf(place: string, { places }: ExpectedMeeting): boolean {
  return places.some((expected) => holds(place, expected) || holds(expected, place))
}

function isDayOf([from, to]: readonly [string, string], { days }: ExpectedMeeting): boolean {
  return days !== undefined && from <= days[1] && to >= days[0]
}

/** Only the first answer counts, as for whoever reads it in the chat. */
function scoreDidMeet(asked: DidMeetCase, given: GivenAnswer): Score {
  const [first] = entriesOf(given)
  if (first === undefined) return wrong(saidOf(given))
  const said = /^(?:oui|non)\b/u.exec(folded(first.text))?.[0]
  if (said !== asked.says) return wrong(saidOf(given))
  const isCited = asked.meetings.some((key) => MEETINGS[key].articles.includes(first.articleId))
  return right({ article: { right: isCited ? 1 : 0, of: 1 } })
}

/** The first answer holds one of the texts, or its sentence does and stands in an article that tells it. */
function scoreTold(asked: ToldCase, given: GivenAnswer): Score {
  const [first] = entriesOf(given)
  if (first === undefined) return wrong(saidOf(given))
  const isCited = asked.articles.includes(first.articleId)
  const isSaid = asked.texts.some((text) => holds(first.text, text))
  const isProved = isCited && asked.texts.some((text) => holds(first.sentence, text))
  if (!isSaid && !isProved) return wrong(saidOf(given))
  return right({ article: { right: isCited ? 1 : 0, of: 1 } })
}
