// Phrases for people that commas, «et», «ainsi que» and «puis» join to one list. Tells no subject from an object.
import type { Party } from './party.ts'
import { keyOfUnit, partyAt, type Row } from './unit-row.ts'
import { wordSet } from './word-set.ts'

export interface PartyList {
  readonly parties: readonly Party[]
  /** Index of the first phrase and behind the last. */
  readonly from: number
  readonly next: number
}

/** Several people: «X et Y», «les ministres», «les deux hommes». */
export const isMany = ({ parties }: PartyList): boolean =>
  parties.length > 1 || parties.some(({ isPlural }) => isPlural)

/** The list that begins with the phrase at `at`; undefined where no phrase stands. */
export function listFrom(row: Row, at: number): PartyList | undefined {
  const first = partyAt(row, at)
  if (first === undefined) return undefined
  const parties = [first]
  let next = at + 1
  for (;;) {
    const joined = joinedIndex(row, next, first, parties.length > 1)
    const party = joined === undefined ? undefined : partyAt(row, joined)
    if (joined === undefined || party === undefined) break
    parties.push(party)
    next = joined + 1
  }
  return { parties, from: at, next }
}

/** How many units before its last phrase a list may begin. */
const LONGEST_LIST = 24

/** The longest list whose last phrase stands at `at`. */
export function listEndingAt(row: Row, at: number): PartyList {
  for (let from = Math.max(0, at - LONGEST_LIST); from < at; from++) {
    const list = listFrom(row, from)
    if (list?.next === at + 1) return list
  }
  return listFrom(row, at) ?? { parties: [], from: at, next: at + 1 }
}

/** Index of the phrase with which a list goes on at `next`; `hasMany` when it has two phrases already. */
function joinedIndex(row: Row, next: number, first: Party, hasMany: boolean): number | undefined {
  // «les ministres russe et turc» are two phrases side by side.
  if (partyAt(row, next)?.start === first.start) return next
  const behind = behindJoint(row, next)
  if (behind === undefined) return undefined
  const at = behindLightJoint(row, behind)
  const party = partyAt(row, at)
  if (party === undefined || party.kind === 'pronoun') return undefined
  const isByComma = keyOfUnit(row, next) === ',' && at === next + 1
  // «A, B et C, les dirigeants de trois partis»: who they are, not others.
  if (party.kind === 'group' && !party.isIndefinite && isByComma && hasMany) return undefined
  if (party.preposition !== undefined) return party.preposition === first.preposition ? at : undefined
  // «après un entretien avec X, Y a dit»: a comma alone joins what has a preposition only where «et» closes the list.
  const isBare = first.preposition !== undefined && first.preposition !== 'entre' && isByComma
  return isBare && !isClosedList(row, at) ? undefined : at
}

/** Index behind «,», «, et», «et», «&», «-», «ainsi que», «, mais aussi»; `at` itself behind the comma of an apposition. */
function behindJoint(row: Row, at: number): number | undefined {
  const [key, second] = [keyOfUnit(row, at), keyOfUnit(row, at + 1)]
  if (key === ',') return behindComma(row, second === 'et' || second === 'puis' ? at + 2 : at + 1)
  if (JOINTS.has(key)) return at + 1
  if (key === 'ainsi' && (second === "qu'" || second === 'que')) return at + 2
  // An apposition ends on its comma.
  return keyOfUnit(row, at - 1) === ',' ? at : undefined
}

/** «, mais aussi Y» */
const behindComma = (row: Row, at: number): number =>
  keyOfUnit(row, at) === 'mais' && ALSO.has(keyOfUnit(row, at + 1)) ? at + 2 : at

const ALSO = wordSet('aussi egalement')
const JOINTS = wordSet('et puis & -')

/** Index behind «avec», «aussi»: «et aussi avec Y». */
function behindLightJoint(row: Row, from: number): number {
  let at = from
  while (LIGHT_JOINTS.has(keyOfUnit(row, at))) at++
  return at
}

const LIGHT_JOINTS = wordSet("de d' avec a par enfin aussi egalement")

/** How many units behind a comma «et» is looked for. */
const MOST_TO_END = 12

/** Whether «, Y et Z» goes on from the phrase at `at`. */
function isClosedList(row: Row, at: number): boolean {
  for (let index = at + 1; index < at + MOST_TO_END; index++) {
    const key = keyOfUnit(row, index)
    if (key === 'et' || key === 'ainsi')
      return partyAt(row, index + 1) !== undefined || partyAt(row, index + 2) !== undefined
    if (key !== ',' && partyAt(row, index) === undefined) return false
  }
  return false
}
