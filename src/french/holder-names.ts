// Where the name of somebody stands behind a noun: at once, behind a civility, behind a comma. Reads no office.
import { isCountry, OF } from './complements.ts'
import { meetingVerb } from './meeting-verbs.ts'
import { civilityEnd, indexBehindName, isNameAt, keyAt, nameFrom, type NamedWords } from './named-words.ts'
import { PHRASE_STOPS } from './party-words.ts'
import { isSpeech } from './roles.ts'
import { wordSet } from './word-set.ts'

/** Index of the holder's name behind an office that ends before `end`: «ministre Jean Dupré», «ministre, Jean Dupré,». */
export function nameBehindOffice(sentence: NamedWords, end: number): number | undefined {
  const name = nameFrom(sentence, end)
  if (name !== undefined) return name
  if (keyAt(sentence, end) !== ',') return undefined
  const behind = civilityEnd(sentence, end + 1) ?? end + 1
  if (!isNameAt(sentence, behind)) return undefined
  // «le ministre, Jean Dupré et Marc Valmy» are three.
  const next = keyAt(sentence, indexBehindName(sentence, behind))
  return CLOSES_APPOSITION.has(next) || isSpeech(next) ? behind : undefined
}

/** A mark, the end, or the verb of one alone: «le chef du conseil, Jean Dupré a rencontré». */
const CLOSES_APPOSITION: ReadonlySet<string> = new Set([
  '',
  ...wordSet(
    `, . ( ) a est avait etait sera doit devait devrait va s' se ne n' aura recevra rencontrera recoit`,
  ),
])

/** How many adjectives may stand between a noun that no list has and the name. */
const MOST_BEFORE_NAME = 4

/** Index of the name behind such a noun and its adjectives: «l’armateur», «le Kazakh», «le romancier belge». */
export function nameBehindNoun(sentence: NamedWords, from: number): number | undefined {
  for (let at = from; at < from + MOST_BEFORE_NAME; at++) {
    if (isNameAt(sentence, at)) return at
    if (!canDescribe(sentence, at)) return undefined
  }
  return undefined
}

/** A noun or an adjective: no mark, no verb, no other name. */
function canDescribe({ words }: NamedWords, at: number): boolean {
  const word = words[at]
  if (word === undefined || word.isMark || PHRASE_STOPS.has(word.key)) return false
  if (meetingVerb(word.lower) !== undefined || OF.has(word.key) || /^\p{N}/u.test(word.key)) return false
  return !word.isCapital || isCountry(word.key)
}
