// Whose meeting a noun tells: «son sommet», «leur tête-à-tête», «après un entretien avec Y, X…». Looks for nobody who is met.
import { isTimeWord } from './light-words.ts'
import { isMany, listFrom, type PartyList } from './party-lists.ts'
import { isSpeech } from './roles.ts'
import { subjectBefore } from './subjects.ts'
import { keyOfUnit, partyAt, type Row } from './unit-row.ts'
import { wordSet } from './word-set.ts'

/** «la préparation de X pour son premier sommet avec Y»: the noun stands at `at`. */
export function ownerBefore(row: Row, at: number): PartyList | undefined {
  const possessive = determinerBefore(row, at, MOST_BEFORE_HIS, BEFORE_HIS)
  if (!HIS.has(keyOfUnit(row, possessive)) || !AHEAD_OF.has(keyOfUnit(row, possessive - 1))) return undefined
  const party = partyAt(row, possessive - 2)
  return party?.kind === 'person' && party.preposition === 'de' ? listFrom(row, possessive - 2) : undefined
}

const HIS = wordSet('son sa ses')
const AHEAD_OF = wordSet('pour avant apres de lors durant')

/** So many of these stand between «son» and its noun at most. */
const MOST_BEFORE_HIS = 3
const BEFORE_HIS = wordSet(`
premier premiere deuxieme second seconde dernier derniere prochain prochaine recent recente longue breve
`)

/** «depuis leur tête-à-tête de Genève»: of those who are the subject. */
export function pluralOwnerBefore(row: Row, at: number): PartyList | undefined {
  const possessive = determinerBefore(row, at, MOST_BEFORE_THEIR, BEFORE_THEIR)
  if (!THEIR.has(keyOfUnit(row, possessive))) return undefined
  const subject = subjectBefore(row, possessive)
  return subject !== undefined && isMany(subject) ? subject : undefined
}

const THEIR = wordSet('leur leurs')

/** So many of these stand between «leur» and its noun at most. */
const MOST_BEFORE_THEIR = 2
const BEFORE_THEIR = wordSet(`
premier premiere deuxieme second seconde dernier derniere prochain prochaine nouvelle
`)

/** Index of the word before a noun at `at` and its `adjectives`, no farther than `most` units before it. */
function determinerBefore(row: Row, at: number, most: number, adjectives: ReadonlySet<string>): number {
  let determiner = at - 1
  while (determiner > at - 1 - most && adjectives.has(keyOfUnit(row, determiner))) determiner--
  return determiner
}

/** At most so many units stand before a noun that opens its sentence. */
const MOST_OPENING = 8

/** How far behind a meeting its subject stands, in units. */
const MOST_BEHIND = 24

/** «Après un entretien avec Y, X s’est exprimé»; «… après sa rencontre avec Y, a déclaré X»: from `from` on. */
export function subjectBehind(row: Row, at: number, from: number): PartyList | undefined {
  const isOpening = at <= MOST_OPENING
  for (let index = from; index < row.length && index < from + MOST_BEHIND; index++) {
    const party = partyAt(row, index)
    if (party === undefined || party.preposition !== undefined || party.pronoun === 'qui') continue
    const before = keyOfUnit(row, index - 1)
    if (isSpeech(before) || (isOpening && (before === ',' || isTimeWord(before)))) return listFrom(row, index)
  }
  return undefined
}
