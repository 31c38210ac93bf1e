// How far the adjectives and complements of a noun for people go: «ministre russe de la Défense». Looks for no noun itself.
import { countryOfAdjective } from './demonyms.ts'
import { meetingVerb } from './meeting-verbs.ts'
import { indexBehindName, isNameAt, keyAt, type NamedWords } from './named-words.ts'
import {
  BEFORE_NOUN,
  DETERMINERS,
  GOES_ON,
  isAdjective,
  isPluralRoleHead,
  PHRASE_STOPS,
} from './party-words.ts'
import { wordSet } from './word-set.ts'

/** How many words of a complement are read: «ministre délégué auprès du ministre de l’Intérieur chargé de…». */
const MOST_COMPLEMENT = 16

/** Index behind the adjectives and complements that stand from `from` on; `headKey` is the noun that they belong to. */
export function complementEnd(sentence: NamedWords, from: number, headKey: string): number {
  const { length } = sentence.words
  let at = from
  while (at < length && at < from + MOST_COMPLEMENT && !isNameAt(sentence, at)) {
    const end = pieceEnd(sentence, at, from, headKey)
    if (end === undefined) break
    at = end
  }
  return at
}

/** Index behind the adjective, mark or complement at `at`; undefined where none stands. */
function pieceEnd(sentence: NamedWords, at: number, from: number, headKey: string): number | undefined {
  const key = keyAt(sentence, at)
  if (isAdjective(key) || isCountry(key)) return adjectivesEnd(sentence, at)
  const isNextToHead = at === from
  if (isNextToHead && isBetweenRoleAndName(sentence, at, headKey)) return at + 1
  if (isAbbreviation(sentence, at) || isClosingQuote(sentence, at, from)) return at + 1
  // «(PS)»
  if (key === '(' && keyAt(sentence, at + 2) === ')') return at + 3
  return complementNounEnd(sentence, at, headKey) ?? furtherCountryEnd(sentence, at, headKey)
}

/** «russe et américaine», «malien, nigérien et tchadien»: countries go on, other adjectives stand alone. */
function adjectivesEnd(sentence: NamedWords, at: number): number {
  let end = at + 1
  if (!isCountry(keyAt(sentence, at))) return end
  while (JOINS.has(keyAt(sentence, end)) && isCountry(keyAt(sentence, end + 1))) end += 2
  return end
}

/** An adjective of a country: «russe». */
export const isCountry = (key: string): boolean => countryOfAdjective(key) !== undefined

const JOINS = wordSet('et ,')

/** «homologue numide»: an adjective that no list has stands between a role and the name. */
function isBetweenRoleAndName(sentence: NamedWords, at: number, headKey: string): boolean {
  const word = sentence.words[at]
  if (word === undefined || word.isMark || word.isCapital) return false
  // «militants pro-Dupré» are not he.
  if (word.key.endsWith('-')) return false
  if (PHRASE_STOPS.has(word.key) || DETERMINERS.has(word.key) || OF.has(word.key)) return false
  if (NO_ADJECTIVES.has(word.key) || meetingVerb(word.lower) !== undefined) return false
  if (headKey === 'homologue' || headKey === 'homologues') return true
  return isNameAt(sentence, at + 1) || (keyAt(sentence, at + 1) === ',' && isNameAt(sentence, at + 2))
}

const NO_ADJECTIVES = wordSet('a au aux plus')

/** Before a complement. */
export const OF = wordSet("de d' du des")

/** «LR», «PS» */
function isAbbreviation({ text, words }: NamedWords, at: number): boolean {
  const word = words[at]
  return word?.isCapital === true && /^\p{Lu}{2,5}$/u.test(text.slice(word.start, word.end))
}

/** «responsables des « gilets jaunes »»: closes what was opened within the complement. */
function isClosingQuote({ text, words }: NamedWords, at: number, from: number): boolean {
  const [first, word] = [words[from], words[at]]
  if (at === from || first === undefined || word === undefined || !/^["»”]$/u.test(word.key)) return false
  return /["«“][^"»”]*$/u.test(text.slice(first.start, word.start))
}

/** Behind «présidents du Tchad»: «, du Niger», «et du Mali». */
function furtherCountryEnd(sentence: NamedWords, at: number, headKey: string): number | undefined {
  const isJoined = JOINS.has(keyAt(sentence, at)) && OF.has(keyAt(sentence, at + 1))
  if (!isJoined || !isPluralRoleHead(headKey)) return undefined
  const place = ARTICLES.has(keyAt(sentence, at + 2)) ? at + 3 : at + 2
  return sentence.words[place]?.isCapital === true && !isNameAt(sentence, place) ? place + 1 : undefined
}

const ARTICLES = wordSet("la l' les")

/** Index behind «de la Défense», «des Affaires étrangères», «de l’ONU», «pour la Syrie», «de Jean Dupré». */
function complementNounEnd(sentence: NamedWords, at: number, headKey: string): number | undefined {
  const key = keyAt(sentence, at)
  const isFurther = isPlaceAt(sentence, at) || isGoingOn(sentence, at, headKey)
  if (!OF.has(key) && !isFurther) return undefined
  const noun = nounBehind(sentence, at + 1)
  const word = sentence.words[noun]
  if (word === undefined || word.isMark || PHRASE_STOPS.has(word.key)) return undefined
  // An aim belongs to no office: «un envoyé pour parler».
  if (isFurther && !word.isCapital && /(?:er|ir|oir|re)$/u.test(word.key)) return undefined
  if (!isNameAt(sentence, noun)) return properNounEnd(sentence, noun)
  // «conseiller de Donald Valmy» is somebody else than he; «le président du Mali Jean Dupré» is he.
  const isBareOf = (key === 'de' || key === "d'") && noun === at + 1
  return isBareOf ? indexBehindName(sentence, noun) : undefined
}

/** «responsable de la protection civile au Mexique» */
function isPlaceAt(sentence: NamedWords, at: number): boolean {
  const { words } = sentence
  if (!AT.has(keyAt(sentence, at)) || words[at]?.lower === 'a') return false
  return words[at + 1]?.isCapital === true && !isNameAt(sentence, at + 1)
}

const AT = wordSet('au aux en a')

/** «envoyé spécial pour la Syrie», «ambassadeur auprès de l’ONU» */
const isGoingOn = (sentence: NamedWords, at: number, headKey: string): boolean =>
  GOES_ON.has(headKey) && ONWARD.has(keyAt(sentence, at)) && sentence.words[at]?.lower !== 'a'

const ONWARD = wordSet('pour en a au aux aupres charge chargee sur')

/** Index of the noun behind articles, quotation marks and «jeune»: «la famille du jeune homme». */
function nounBehind(sentence: NamedWords, from: number): number {
  let at = from
  while (LEADS_TO_NOUN.has(keyAt(sentence, at))) at++
  while (BEFORE_NOUN.has(keyAt(sentence, at)) && isPlainWord(sentence, at + 1)) at++
  return at
}

const LEADS_TO_NOUN = wordSet(`la le les l' du des de d' son sa ses leur leurs cette cet ce ces " « “`)

const isPlainWord = ({ words }: NamedWords, at: number): boolean =>
  words[at]?.isMark === false && !PHRASE_STOPS.has(words[at].key)

/** How many further words a proper noun has: «Conseil national Suisse Valmy». */
const MOST_PROPER = 3

/** Index behind a noun and the further words of a proper one: «Maison Blanche», «Grand Est». */
function properNounEnd({ words, names }: NamedWords, noun: number): number {
  let end = noun + 1
  if (words[noun]?.isCapital !== true) return end
  while (end < noun + 1 + MOST_PROPER) {
    const word = words[end]
    if (word === undefined || word.isMark || !word.isCapital || names.has(word.start)) break
    end++
  }
  return end
}
