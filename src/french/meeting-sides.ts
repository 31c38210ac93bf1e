// Who stands on which side of a meeting that a noun tells: «entre X et Y», «de X avec Y», «X-Y». Reads no status.
import { type RowOfText, type Sides, textBefore } from './meeting-reading.ts'
import { ownerBefore, pluralOwnerBefore, subjectBehind } from './noun-owners.ts'
import { sidesOnOccasion } from './occasions.ts'
import { isMany, listFrom, type PartyList } from './party-lists.ts'
import { subjectBefore } from './subjects.ts'
import { isClauseEnd, keyOfUnit, lowerOfUnit, partyAt, type Row } from './unit-row.ts'
import { wordSet } from './word-set.ts'

/** How many units may stand between a noun and «avec», «entre», «de». */
const MOST_BEHIND_NOUN = 12

/** Of the noun at `at`; undefined where its own clause names nobody. */
export function sidesOf(sentence: RowOfText, at: number): Sides | undefined {
  const { row } = sentence
  const beside = soughtOut(sentence, at) ?? hyphenPair(row, at)
  if (beside !== undefined) return beside
  const last = at + MOST_BEHIND_NOUN
  const first = listBehind(row, at + 1, last)
  // «la rencontre de X avec Y»
  const owner = first?.parties[0]?.preposition === 'de' ? first : undefined
  const other = owner === undefined ? first : listBehind(row, owner.next, last)
  const told = other === undefined ? undefined : sidesWith(row, at, owner, other)
  if (told !== undefined) return told
  if (owner !== undefined) return sidesOfOwner(row, at, owner)
  return sidesOfPluralOwner(sentence, at) ?? sidesOnOccasion(sentence, at)
}

/** «s’est rendu à la rencontre de X». */
function soughtOut(sentence: RowOfText, at: number): Sides | undefined {
  const { row } = sentence
  if (keyOfUnit(row, at) !== 'rencontre' || !textBefore(sentence, at, 2).endsWith('à la ')) return undefined
  const party = partyAt(row, at + 1) ?? partyAt(row, at + 2)
  const subject = subjectBefore(row, at)
  if (party === undefined || subject === undefined || party.preposition === 'entre') return undefined
  return { subjects: subject.parties, objects: [party], confidence: 0.6 }
}

/** «la rencontre Dupré-Valmy» */
function hyphenPair(row: Row, at: number): Sides | undefined {
  const [first, second] = [partyAt(row, at + 1), partyAt(row, at + 3)]
  if (first === undefined || second === undefined || !HYPHENS.has(keyOfUnit(row, at + 2))) return undefined
  return { subjects: [first, second], objects: [], confidence: 0.9 }
}

const HYPHENS = wordSet('- – /')

/** The first list from `from` on and before `last`, within the clause and before its verb. */
function listBehind(row: Row, from: number, last: number): PartyList | undefined {
  for (let at = from; at < row.length && at < last; at++) {
    const party = partyAt(row, at)
    if (party !== undefined) return party.pronoun === 'qui' ? undefined : listFrom(row, at)
    if (isClauseEnd(row, at) || (FINITE.has(lowerOfUnit(row, at)) && !isHeld(row, at))) return undefined
    if (keyOfUnit(row, at) === ',' && !isParenthetic(row, at)) return undefined
  }
  return undefined
}

/** «la rencontre a…»: what stands behind is told of it. */
/** «Une réunion s’est tenue entre X et Y», «aura lieu», «est prévue»: who meets stands behind. */
const isHeld = (row: Row, at: number): boolean =>
  [1, 2, 3, 4].some((ahead) => HELD.test(lowerOfUnit(row, at + ahead)))
const HELD =
  /^(?:lieu|tenue?s?|tenir|prévue?s?|programmée?s?|organisée?s?|déroulée?s?|engagée?s?|reprise?s?)$/u

const FINITE = wordSet(`
a ont est sont était étaient avait avaient sera seront aura auront doit doivent va vont devrait devraient
`)

/** How many units behind a comma its closing one stands. */
const LONGEST_PARENTHESIS = 10

/** A comma that opens a moment or a place: «une rencontre, mardi à Paris, avec X». */
function isParenthetic(row: Row, comma: number): boolean {
  for (let at = comma + 1; at < comma + LONGEST_PARENTHESIS; at++) {
    const preposition = partyAt(row, at)?.preposition
    if (keyOfUnit(row, at) === ',' || preposition === 'avec' || preposition === 'entre') return true
  }
  return false
}

/** By the preposition of the list behind a noun, or behind its owner. */
function sidesWith(row: Row, at: number, owner: PartyList | undefined, other: PartyList): Sides | undefined {
  const preposition = other.parties[0]?.preposition
  if (preposition === undefined && keyOfUnit(row, other.from - 1) === 'et' && hasBetween(row, at, other.from))
    return { subjects: [], objects: other.parties, confidence: 0.4 }
  if (preposition === 'entre') return { subjects: other.parties, objects: [], confidence: 0.9 }
  const isMet = preposition === 'avec' || preposition === 'chez' || (preposition === 'à' && isPaid(row, at))
  if (!isMet) return undefined
  if (owner !== undefined) return { subjects: owner.parties, objects: other.parties, confidence: 0.9 }
  const subject = ownerBefore(row, at) ?? subjectBefore(row, at) ?? subjectBehind(row, at, other.next)
  const confidence = subject === undefined ? 0.4 : 0.8
  return { subjects: subject?.parties ?? [], objects: other.parties, confidence }
}

/** «discussions entre la mairie et X»: the first is no person. */
function hasBetween(row: Row, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (keyOfUnit(row, at) === 'entre') return true
  return false
}

/** «rendre visite à X» */
const isPaid = (row: Row, at: number): boolean =>
  keyOfUnit(row, at) === 'visite' && keyOfUnit(row, at - 1).startsWith('rend')

/** «la rencontre des deux hommes», «la visite de X» */
function sidesOfOwner(row: Row, at: number, owner: PartyList): Sides | undefined {
  if (isMany(owner)) return { subjects: owner.parties, objects: [], confidence: 0.8 }
  const isVisit = keyOfUnit(row, at).startsWith('visite')
  return isVisit ? { subjects: owner.parties, objects: [], confidence: 0.6 } : undefined
}

/** «depuis leur tête-à-tête de Genève», «X et Y ont eu une conversation» */
function sidesOfPluralOwner(sentence: RowOfText, at: number): Sides | undefined {
  const { row } = sentence
  const owner = pluralOwnerBefore(row, at) ?? holdersOf(sentence, at)
  return owner === undefined ? undefined : { subjects: owner.parties, objects: [], confidence: 0.6 }
}

/** «X et Y ont eu une longue conversation», «ont participé à une réunion»: several who had it together. */
function holdersOf(sentence: RowOfText, at: number): PartyList | undefined {
  if (!HAD_IT.test(textBefore(sentence, at, MOST_BEFORE_HAD))) return undefined
  const subject = subjectBefore(sentence.row, at)
  return subject !== undefined && isMany(subject) ? subject : undefined
}

/** Units between «ont» and its noun. */
const MOST_BEFORE_HAD = 6
const HAD_IT =
  /(?:ont|avaient|auront|ayant) (?:eu|tenu|mené|participé à|pris part à) (?:une? |la |le |l['’]|plusieurs |des )(?:\p{L}+ )?$/u
