// Whether an article names a person, by whichever of the ways it has: in full, by the surname, in another spelling.
// Tells one bearer of a surname from another where the text does; knows nobody beyond it.
import { type Gender, genderOfFirstName } from '../french/first-name-genders.ts'
import { isFirstName } from '../french/first-names.ts'
import { KNOWN_SURNAMES } from '../french/known-surnames.ts'
import { longestNames } from '../french/longest-names.ts'
import { type ReadName, readName } from '../french/name-sounds.ts'
import { fold } from '../french/normalise.ts'
import { isPlaceName } from '../french/place-names.ts'
import { STOP_WORDS } from '../french/stop-words.ts'
import { withoutTitles } from './bearers.ts'
import type { FilterReading, Where } from './filter-reading.ts'
import { shorterForms } from './person.ts'

/** `name` as people type it, with or without a first name or a title: `Lavrov`, `M. Lavrov`, `Sergueï Lavrov`. */
export function preparePerson(name: string, where: Where): (article: FilterReading) => boolean {
  const wanted = readName(withoutTitles(name))
  const [last] = wanted.sounds.slice(-1)
  if (last === undefined) return () => false
  const gender = wanted.isSurnameAlone ? undefined : genderOfFirstName(wanted.words[0] ?? '')
  return (article) =>
    article.sounds().has(last) &&
    (names(article, where, wanted, gender) || (isOneWord(wanted) && tellsOf(article, where, last)))
}

function names(
  { article, whole, people }: FilterReading,
  where: Where,
  wanted: ReadName,
  gender: Gender | undefined,
): boolean {
  const found = people()
  const longest = longestNames(found)
  const full = [...new Set(longest.values())].map(readName).filter((own) => !own.isSurnameAlone)
  const end = where === 'title' ? article.title.length : whole.length
  return found.some((one) => {
    if (one.end > end) return false
    const own = readName(longest.get(one.name) ?? one.name)
    if (!isSame(own, wanted)) return false
    if (!own.isSurnameAlone || wanted.isSurnameAlone) return true
    // Somebody else bears the surname here, or «Mme» stands before it where a man is meant.
    if (full.some((other) => endingsOf(other).includes(own.sounds.join(' ')))) return false
    return gender === undefined || genderBefore(whole, one.start) !== opposite(gender)
  })
}

function isSame(own: ReadName, wanted: ReadName): boolean {
  const [one, other] = [own, wanted].map(({ sounds }) => sounds.join(' '))
  if (one === undefined || other === undefined) return false
  if (one === other) return true
  if (wanted.isSurnameAlone) return endingsOf(own).includes(other)
  if (own.isSurnameAlone) return endingsOf(wanted).includes(one)
  if (shorterForms(own).includes(other) || shorterForms(wanted).includes(one)) return true
  // «S. Lavrov», and «Lavrov Sergueï».
  return isInitialed(own, wanted) || isInitialed(wanted, own) || isTurned(own, wanted)
}

/** What may stand alone for a name: all endings of it, and the first word where it is no first name, as in `Xi Jinping`. */
function endingsOf({ words, sounds }: ReadName): readonly string[] {
  const endings = sounds.slice(1).map((_, at) => sounds.slice(at + 1).join(' '))
  return isFirstName(words[0] ?? '') ? endings : [...endings, sounds[0] ?? '']
}

const isInitialed = (short: ReadName, long: ReadName): boolean =>
  short.words[0]?.length === 1 &&
  long.words[0]?.startsWith(short.words[0]) === true &&
  short.sounds.slice(1).join(' ') === long.sounds.slice(1).join(' ')

const isTurned = (own: ReadName, wanted: ReadName): boolean =>
  own.words.length === 2 &&
  wanted.words.length === 2 &&
  own.words[0] === wanted.words[1] &&
  own.words[1] === wanted.words[0]

/** The surname of one word that is neither a first name nor a place. */
const isOneWord = ({ words, isSurnameAlone }: ReadName): boolean => {
  const surname = words.at(-1) ?? ''
  return (
    (isSurnameAlone ? words.length === 1 : words.length === 2) &&
    !isFirstName(surname) &&
    !isPlaceName(surname)
  )
}

/** A capitalised word with what stands before it and behind. */
const SURNAME_ALONE =
  /(?:(?<=(?<before>[\p{L}\p{M}]+)(?:['’]|[ \u00A0\u202F]))|(?<![\p{L}\p{M}\p{N}'’‑-]|[\p{L}\p{M}\p{N}][ \u00A0\u202F]))(?<name>\p{Lu}[\p{L}\p{M}]+)(?![\p{L}\p{M}\p{N}‑-]|[ \u00A0\u202F]\p{Lu})/gu

/**
 * «Affaire Valmont : …», «ni à Valmont ni à d’autres»: the surname where it can be nobody’s but a person’s, though
 * nothing else in the text says that there is one. Nowhere where the article names somebody of that name in full.
 */
function tellsOf({ article, whole, people }: FilterReading, where: Where, surname: string): boolean {
  if (people().some(({ name }) => readName(name).sounds.includes(surname))) return false
  const text = where === 'title' ? article.title : whole
  return Array.from(text.matchAll(SURNAME_ALONE)).some(({ groups }) => {
    const name = groups?.['name'] ?? ''
    if (readName(name).sounds[0] !== surname) return false
    const before = groups?.['before']
    if (before === undefined) return true
    const key = fold(before)
    if (LOCATIVE.has(key)) return KNOWN_SURNAMES.has(fold(name))
    return STOP_WORDS.has(key) || ABOUT_SOMEBODY.has(key)
  })
}
const LOCATIVE = new Set(['a', 'au', 'aux', 'en', 'dans', 'sur', 'vers', 'chez'])
const ABOUT_SOMEBODY = new Set(
  `affaire affaires loi lois plan clan camp gouvernement cabinet dossier proces famille couple epoux rapport reforme
  methode systeme ordonnances decret decrets mesures mesure ere annees presidence liste effet style soutien
  anti pro president ministre maire depute`.split(/\s+/u),
)

const opposite = (gender: Gender): Gender => (gender === 'masculine' ? 'feminine' : 'masculine')

/** What the civility before a name says. */
function genderBefore(text: string, start: number): Gender | undefined {
  const before = text.slice(Math.max(0, start - 16), start)
  if (/(?<!\p{L})(?:Mme|Mlle|[Mm]adame|[Mm]ademoiselle)\.?[ \u00A0\u202F]$/u.test(before)) return 'feminine'
  return /(?<!\p{L})(?:M\.|Mr|[Mm]onsieur)[ \u00A0\u202F]$/u.test(before) ? 'masculine' : undefined
}
