// Names of people in running French news text, where they stand. Never says who is who in another text.
import { countryOfAdjective } from './demonyms.ts'
import { isSureFirstName, keyOf } from './first-names.ts'
import { KNOWN_SURNAMES } from './known-surnames.ts'
import {
  contextScore,
  isAboutStorm,
  isNobleBehindCivility,
  shapeScore,
  standsBehindCivility,
  standsBehindComplement,
  standsBehindDeterminer,
  standsBehindLocative,
  standsBehindThing,
  standsBehindTitle,
  standsBehindWeakThing,
  surroundingsOf,
  tellsAge,
  tellsMeeting,
  type Surroundings,
} from './name-evidence.ts'
import { nameRuns } from './name-runs.ts'
import { nameWords, type NameWord } from './name-words.ts'
import { NOT_NAMES, OPENING_WORDS, THING_HEADS } from './not-names.ts'
import { hasPlaceShape, isPlaceName } from './place-names.ts'
import { PLURAL_CIVILITIES } from './roles.ts'
import { STOP_WORDS } from './stop-words.ts'
import { TextNames } from './text-names.ts'

/** `text.slice(start, end) === name`, in UTF-16 code units; civilities and titles stay outside. */
export interface PersonName {
  readonly start: number
  readonly end: number
  readonly name: string
}

/** A full name is taken from here on. Tuned on judged texts and on articles read by eye. */
const FULL_NAME_SCORE = 2

/** Capitals beyond so many words are a list, a heading or noise. */
const LONGEST_NAME = 12

interface Candidate {
  readonly words: readonly NameWord[]
  readonly start: number
  readonly end: number
  readonly around: Surroundings
}

/** The names of people in a text, in order, never overlapping. Linear in the length of the text. */
export function findPeople(text: string): readonly PersonName[] {
  const names = new TextNames()
  const found: Candidate[] = []
  const left: Candidate[] = []
  for (const { words, isCut } of nameRuns(nameWords(text))) {
    if (words.length > LONGEST_NAME) continue
    const candidate = withoutTitleEnd(text, candidateOf(text, words))
    if (candidate.words.length > 1 && fullNameScore(candidate) - (isCut ? 1 : 0) >= FULL_NAME_SCORE) {
      found.push(candidate)
      names.add(candidate.words)
    } else left.push(candidate)
  }
  const storms = new Set(left.filter(({ around }) => isAboutStorm(around)).map(keyOfCandidate))
  let previous: Candidate | undefined
  for (const candidate of left) {
    if (storms.has(keyOfCandidate(candidate))) continue
    if (!isShortName(candidate, names, text, previous)) continue
    found.push(candidate)
    previous = candidate
  }
  return found
    .flatMap((candidate) => personsOf(text, candidate))
    .toSorted((one, other) => one.start - other.start)
}

function candidateOf(text: string, words: readonly NameWord[]): Candidate {
  const start = words[0]?.start ?? 0
  const end = words.at(-1)?.end ?? start
  return { words, start, end, around: surroundingsOf(text, start, end) }
}

const keyOfCandidate = ({ words }: Candidate): string => words.map(({ key }) => key).join(' ')

const fullNameScore = ({ words, around }: Candidate): number => shapeScore(words) + contextScore(around)

/** `patron de Valmy Rugby Jean Dupré`, `le Norvégien Anders Dupré`: the title or the people's name stays outside. */
function withoutTitleEnd(text: string, candidate: Candidate): Candidate {
  const { words, around } = candidate
  if (words.length < 3) return candidate
  const at = words.findIndex(({ key }) => isSureFirstName(key))
  const isInside =
    standsBehindComplement(around) || standsBehindThing(around) || standsBehindWeakThing(around)
  if (at > 0 && at < words.length - 1)
    return isInside || fullNameScore(candidate) < FULL_NAME_SCORE
      ? candidateOf(text, words.slice(at))
      : candidate
  const isPeople = at !== 0 && standsBehindDeterminer(around) && isPeopleName(words[0]?.key ?? '')
  return isPeople ? candidateOf(text, words.slice(1)) : candidate
}

const isPeopleName = (key: string): boolean => PEOPLE_NAME.test(key) || countryOfAdjective(key) !== undefined

/** `Malaisienne`, `Norvégien`, `Lyonnais`, `Chinoise`, `Afghane`. */
const PEOPLE_NAME = /(?:ien|ienne|ais|aise|ois|oise|ain|aine|ane|ole)s?$/u

/** Whether a surname, a first name or a run that convinced nobody alone names a person here. */
function isShortName(candidate: Candidate, names: TextNames, text: string, previous?: Candidate): boolean {
  const { words, around } = candidate
  const [word] = words
  if (word === undefined) return false
  const key = keyOfCandidate(candidate)
  if (standsBehindCivility(around)) return true
  if (NOT_NAMES.has(key)) return false
  if (pairOf(candidate) !== undefined) return true
  if (previous !== undefined && isCoordinated(text, previous, candidate)) return true
  if (standsBehindThing(around) || hasPlaceShape(word.text)) return false
  const isTaken = standsBehindLocative(around) || (isPlaceName(key) && standsBehindDeterminer(around))
  if (names.has(words) || KNOWN_SURNAMES.has(key)) return !isTaken && !(around.isQuoted && words.length === 1)
  if (isNobleBehindCivility(around)) return true
  if (words.length > 1 || isPlaceName(key) || word.isInitial || word.isCapitals || OPENING_WORDS.has(key))
    return false
  if (standsBehindTitle(around)) return true
  if (around.isQuoted || THING_HEADS.has(key)) return false
  if (word.opening === 'firm' && tellsMeeting(around)) return !STOP_WORDS.has(key)
  if (tellsAge(around)) return !standsBehindDeterminer(around) && !standsBehindLocative(around)
  return isSureFirstName(key) && !standsBehindDeterminer(around) && !standsBehindLocative(around)
}

/** `MM. Dupré et Valmy`, `MM. Dupré, Valmy et Roy`. */
function isCoordinated(text: string, previous: Candidate, { start }: Candidate): boolean {
  const gap = text.slice(previous.end, start)
  if (gap !== ' et ' && gap !== ', ') return false
  return [0, 1, 2].some((at) => PLURAL_CIVILITIES.has(previous.around.before[at] ?? ''))
}

const PARTICLE_BEFORE = /(?:^|[\s(«"“'’])((?:al|el)[-‑ ]|(?:ben|bin|van|von|van der|von der) |de |d['’])$/u
const DEVOTED_BEFORE = /(?<=[\p{Ll},] )(?:Sœur|Soeur|Mère|Père|Frère|Abbé) $/u

/** `la rencontre Dupré-Valmy`: the two surnames, or undefined. */
function pairOf({ words }: Candidate): readonly [first: string, second: string] | undefined {
  const [word] = words
  const [first, second, third] = word?.text.split(/[-‑]/u) ?? []
  if (words.length > 1 || first === undefined || second === undefined || third !== undefined) return undefined
  return isKnownSurname(first) && isKnownSurname(second) ? [first, second] : undefined
}

const isKnownSurname = (word: string): boolean => KNOWN_SURNAMES.has(keyOf(word))

/** One name, or the two of a pair. */
function personsOf(text: string, candidate: Candidate): readonly PersonName[] {
  const start = startOf(text, candidate)
  const pair = pairOf(candidate)
  if (pair === undefined) return [{ start, end: candidate.end, name: text.slice(start, candidate.end) }]
  const [first, second] = pair
  return [
    { start, end: start + first.length, name: first },
    { start: candidate.end - second.length, end: candidate.end, name: second },
  ]
}

/** With what opens the name in small letters or as a religious title: `M. de Valmy`, `le président al-Valmi`, `Sœur Claire`. */
function startOf(text: string, { words, start, around }: Candidate): number {
  const before = text.slice(Math.max(0, start - 12), start)
  const [word] = words
  if (words.length === 1 && word !== undefined && isSureFirstName(word.key))
    return start - (DEVOTED_BEFORE.exec(before)?.[0].length ?? 0)
  const particle = PARTICLE_BEFORE.exec(before)?.[1]
  if (particle === undefined) return start
  const isOf = particle.startsWith('d')
  return isOf && !isNobleBehindCivility(around) ? start : start - particle.length
}
