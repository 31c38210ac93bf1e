// Whom a verb meets: the list right behind it, or behind its preposition. Reads no verb.
import { HAVE, isTimeWord } from './light-words.ts'
import { meetingVerb } from './meeting-verbs.ts'
import { listFrom, type PartyList } from './party-lists.ts'
import { isClauseEnd, keyOfUnit, lowerOfUnit, partyAt, type Row } from './unit-row.ts'
import { wordSet } from './word-set.ts'

/** How many units may stand between a verb and whom it meets: adverbs, a day, a place. */
const MOST_BEFORE_OBJECT = 14

/** The list from `from` on, over adverbs, days and places; undefined when something else is the object of the verb. */
export function directObject(row: Row, from: number): PartyList | undefined {
  for (let at = from; at < row.length && at < from + MOST_BEFORE_OBJECT; at++) {
    const party = partyAt(row, at)
    if (party === undefined) {
      if (closesObject(row, at)) return undefined
      continue
    }
    if (party.kind === 'pronoun') return undefined
    if (party.preposition === undefined || isPartitive(row, at)) return objectsFrom(row, at)
  }
  return undefined
}

/** «a reçu des élus», «a reçu d’anciens élus»: no complement of another word. */
function isPartitive(row: Row, at: number): boolean {
  const party = partyAt(row, at)
  return party?.kind === 'group' && (party.isIndefinite || keyOfUnit(row, at - 1) === '')
}

/** «a reçu un soutien»: the word at `at` ends the statement or opens an object that is no person. */
function closesObject(row: Row, at: number): boolean {
  const key = keyOfUnit(row, at)
  return isClauseEnd(row, at) || key === 'et' || (OBJECT_ARTICLES.has(key) && isOtherObject(row, at))
}

const OBJECT_ARTICLES = wordSet("un une des le la les l' son sa ses leur leurs ce cette du")

/** A noun phrase without a preposition that is neither a day nor a moment; its article stands at `at`. */
function isOtherObject(row: Row, at: number): boolean {
  if (GOVERNS.has(keyOfUnit(row, at - 1))) return false
  const noun = keyOfUnit(row, at + 1)
  return noun !== '' && !isTimeWord(noun) && !isTimeWord(keyOfUnit(row, at + 2))
}

/** Before an article: what follows is no object. */
const GOVERNS = wordSet(`
a de d' en dans sur pour par avec chez sous vers pendant durant apres avant lors depuis devant au aux entre toute
`)

/** How many units may stand between a verb and its preposition. */
const MOST_BEFORE_PREPOSITION = 18

/** The list behind a preposition from `from` on, within the clause. */
export function behindPreposition(
  row: Row,
  from: number,
  preposition: string,
  most = MOST_BEFORE_PREPOSITION,
): PartyList | undefined {
  for (let at = from; at < row.length && at < from + most; at++) {
    const party = partyAt(row, at)
    if (party === undefined && isClauseEnd(row, at)) return undefined
    if (party?.preposition === preposition && party.pronoun !== 'qui') return objectsFrom(row, at)
  }
  return undefined
}

/** «A a rencontré B et C a rencontré D»: the last of a list that has a verb of its own opens another clause. */
function objectsFrom(row: Row, at: number): PartyList | undefined {
  const list = listFrom(row, at)
  if (list === undefined || list.parties.length < 2) return list
  const key = lowerOfUnit(row, list.next)
  const isSubject = HAVE.has(key) || FINITE.has(key) || meetingVerb(key)?.form === 'present'
  if (!isSubject) return list
  return { ...list, parties: list.parties.slice(0, -1) }
}

const FINITE = wordSet(`
est sont était étaient sera seront doit doivent va vont devrait devraient peut pourrait s' se
`)
