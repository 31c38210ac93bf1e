// Runs of capitalised words that may be one name. Cuts off what belongs to no name; judges no run.
import { isFirstName, isSureFirstName } from './first-names.ts'
import type { NameWord } from './name-words.ts'
import { NOT_NAMES, OPENING_WORDS, SURNAMES_TOO, THING_HEADS } from './not-names.ts'
import { hasPlaceShape, isCountryName, isPlaceName } from './place-names.ts'
import { DIRECT_TITLES, ROLES } from './roles.ts'

/** Words that may be one name, first to last; `words` is never empty. */
export interface Run {
  readonly words: readonly NameWord[]
  /** An institution, an acronym or a place stands before it: the run may be the rest of a longer title. */
  readonly isCut: boolean
}

/** Longer runs are headlines in capitals. */
const LONGEST_NAME_WORDS = 6

/** The runs of a text, in order, without civilities, titles, openings and institutions. */
export function nameRuns(words: readonly NameWord[]): readonly Run[] {
  const runs: Run[] = []
  let run: NameWord[] = []
  let isAddressed = false
  const close = (): void => {
    const parts = isAddressed && run.length === 1 ? [{ words: run, isCut: false }] : withoutStrangers(run)
    for (const part of parts.flatMap(separated)) if (part.words.length <= LONGEST_NAME_WORDS) runs.push(part)
    run = []
    isAddressed = false
  }
  for (const word of words) {
    if (!continues(run, word)) close()
    if (word.isCivility) isAddressed = true
    else if (run.length > 0 || !isTitle(word)) run.push(word)
  }
  close()
  return runs
}

/** `Président Valmy`: a title in capitals before a name, but `Yves Prince` is a name. */
const isTitle = (word: NameWord): boolean => DIRECT_TITLES.has(word.key) && !isFirstName(word.key)

function continues(run: readonly NameWord[], word: NameWord): boolean {
  const last = run.at(-1)
  if (last === undefined) return !word.isCivility && word.joint !== 'none'
  if (word.joint === 'none' || word.isCivility) return false
  if (word.joint !== 'nobiliary') return true
  // «of» as well: only first names stand before it in a name, neither a town nor an institution behind it.
  const before = run.at(-2)
  const isOpened =
    before === undefined ||
    isFirstName(before.key) ||
    NOT_NAMES.has(before.key) ||
    OPENING_WORDS.has(before.key)
  const isInstitution = NOT_NAMES.has(word.key) && !SURNAMES_TOO.has(word.key)
  const isTown = isPlaceName(word.key) && !isCountryName(word.key)
  return (
    isFirstName(last.key) &&
    isOpened &&
    !isTown &&
    !isInstitution &&
    !isFirstName(word.key) &&
    !word.isCapitals
  )
}

/** The parts of a run that could be names: institutions, acronyms, places and openings of sentences cut it. */
function withoutStrangers(run: readonly NameWord[]): readonly Run[] {
  const opened = withoutOpening(run)
  if (opened[0] !== undefined && SAINTS.has(opened[0].key)) return []
  if (opened.length !== 1 && isPlaceName(opened.map(({ key }) => key).join(' '))) return []
  const isAllCapitals = opened.every(({ isCapitals, isInitial }) => isCapitals || isInitial)
  if (isAllCapitals && opened.length > 2) return headlineName(opened)
  const parts: NameWord[][] = [[]]
  // Behind an acronym a name is no rest of a title: `le député LR Jean Dupré`.
  const isAcronym = !isAllCapitals && opened[0]?.isCapitals === true
  let isAlone = true
  opened.forEach((word, at) => {
    const isOpening =
      at > 0 && word.leadsOn && OPENING_WORDS.has(word.key) && !isArticle(word) && !isKorean(opened[at - 1])
    if (isOpening || isStranger(word, at, opened, isAllCapitals)) parts.push([])
    else parts.at(-1)?.push(word)
    isAlone &&= isOpening || parts.length === 1
  })
  return parts
    .map((part, order) => ({ words: order > 0 ? fromFirstName(part) : part, isCut: order > 0 && !isAcronym }))
    .filter(({ words: [first, second] }, order) => {
      if (first === undefined) return false
      return isAlone || (order > 0 && second !== undefined) || isFirstName(first.key)
    })
}

/** `Kim Jong Un` */
const isKorean = (before: NameWord | undefined): boolean => before?.key === 'jong'

/** `San José`, `Saint Graal`: what they open is a place, a feast or a thing. */
const SAINTS = new Set(['san', 'santa', 'santo', 'sao', 'saint', 'sainte', 'st'])

/** `BENOÎT VALMY ÉGALEMENT CANDIDAT`: nothing in capitals shows where a name ends, most have two words. */
function headlineName(run: readonly NameWord[]): readonly Run[] {
  const at = run.findIndex(({ key }) => isSureFirstName(key))
  return at < 0 || at === run.length - 1 ? [] : [{ words: run.slice(at, at + 2), isCut: true }]
}

/** `Claire Valmont Paul Aubin`: two full names that nothing parts. */
function separated(run: Run): readonly Run[] {
  const { words, isCut } = run
  const [first, second, third] = words
  if (words.length < 4 || first === undefined || second === undefined || third === undefined) return [run]
  const isTwo = isFirstName(first.key) && !isFirstName(second.key) && isSureFirstName(third.key)
  if (!isTwo || third.joint !== 'blank') return [run]
  return [
    { words: words.slice(0, 2), isCut },
    { words: words.slice(2), isCut: false },
  ]
}

/** `[SOS] Racisme Jean Dupré`, `[Maison] Blanche Joe Dupré`: behind an institution the first name opens the name. */
function fromFirstName(part: readonly NameWord[]): readonly NameWord[] {
  const at = part.findIndex(({ key }) => isSureFirstName(key))
  return at > 0 && at < part.length - 1 ? part.slice(at) : part
}

function withoutOpening(whole: readonly NameWord[]): readonly NameWord[] {
  const from = whole.findIndex(
    (word, at) => !OPENING_WORDS.has(word.key) || word.text === 'Grace' || opensSurname(whole, at),
  )
  const run = from < 0 ? [] : whole.slice(from)
  const [first, second] = run
  if (first === undefined) return run
  const leansOnNext = second !== undefined && isFirstName(second.key) && run.length > 2
  return first.opening === 'firm' && !isFirstName(first.key) && leansOnNext ? run.slice(1) : run
}

function opensSurname(run: readonly NameWord[], at: number): boolean {
  const [first, second] = [run[at], run[at + 1]]
  if (first === undefined || !isArticle(first) || second?.joint !== 'blank') return false
  return first.opening === 'none' || run.length - at === 2
}

/** `Le` and `La` open surnames too: `Le Goff`. */
const isArticle = ({ key }: NameWord): boolean => key === 'le' || key === 'la'

function isStranger(word: NameWord, at: number, run: readonly NameWord[], isAllCapitals: boolean): boolean {
  const { key, isCapitals } = word
  const previous = run[at - 1]
  if (isCapitals && !isAllCapitals && at === 0) return !isSurnameFirst(run)
  if (isCapitals && !isAllCapitals && key.length <= 4 && !ROMAN.test(word.text))
    return !/^(?:jr|sr)$/u.test(key)
  const isBehindFirstName = previous !== undefined && isFirstName(previous.key)
  if (NOT_NAMES.has(key)) return !(isBehindFirstName && at === run.length - 1 && SURNAMES_TOO.has(key))
  if (!isBehindFirstName && key.includes('-') && key.split('-').some((part) => NOT_NAMES.has(part)))
    return !isFirstName(key)
  if (at > 0 && word.joint === 'blank' && THING_HEADS.has(key)) return !isBehindFirstName
  if (isBehindFirstName) return false
  const next = run[at + 1]
  if (isPlaceName(key) && next !== undefined && isSureFirstName(next.key)) return !isFirstName(key)
  if (isFirstName(key)) return false
  if (at === 0 && next !== undefined && ROLES.has(key)) return true
  return run.length > 1 && (at === 0 || run.length < 3) && (isPlaceName(key) || hasPlaceShape(word.text))
}

const ROMAN = /^[IVX]+$/u

/** `DUPRÉ Jean` */
const isSurnameFirst = ([first, second]: readonly NameWord[]): boolean =>
  first !== undefined && second !== undefined && isFirstName(second.key) && first.text.length > 4
