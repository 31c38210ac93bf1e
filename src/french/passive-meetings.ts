// The meetings that passives tell, with whoever receives behind «par»: «X a été reçu par Y», «reçu mardi par Y, X…».
// Gives nothing without a «par».
import type { Reading } from './meeting-reading.ts'
import { statusOfParticiple } from './meeting-status.ts'
import { listFrom, type PartyList } from './party-lists.ts'
import { subjectBefore } from './subjects.ts'
import { keyOfUnit, partyAt, type Row } from './unit-row.ts'
import { behindPreposition } from './verb-objects.ts'
import { readingOf, settingOf, type VerbUse } from './verb-reading.ts'
import { wordSet } from './word-set.ts'

export function readPassive(use: VerbUse): Reading | undefined {
  const { sentence, verb, group } = use
  if (verb.frame !== 'direct' || NO_PASSIVES.has(verb.lemma)) return undefined
  const agent = behindPreposition(sentence.row, group.at + 1, 'par')
  if (agent === undefined) return undefined
  const met = group.isLoose
    ? looseSubject(sentence.row, group.at, agent)
    : subjectBefore(sentence.row, group.from)
  if (met === undefined) return undefined
  const sides = { subjects: agent.parties, objects: met.parties }
  if (!group.isLoose)
    return { ...readingOf(use, { subject: met, objects: met.parties, confidence: 0.9 }), ...sides }
  return {
    ...readingOf(use, { subject: met, objects: met.parties, confidence: 0.75 }),
    ...sides,
    status: statusOfParticiple(settingOf(use, undefined)),
  }
}

/** «vu par X», «appelé par X», «rejoint par X» meet nobody. */
const NO_PASSIVES = wordSet('voir appeler retrouver rejoindre')

/** How many units behind its agent the subject of an opening participle stands. */
const MOST_BEHIND_AGENT = 14

/** «Reçu mardi par Y, X a…»: behind the agent; else the phrase right before the participle at `at`. */
function looseSubject(row: Row, at: number, agent: PartyList): PartyList | undefined {
  const isApposed = keyOfUnit(row, at - 1) === ',' && partyAt(row, at - 2) !== undefined
  if (!isApposed && isOpening(row, at)) return subjectBehindAgent(row, agent.next)
  if (partyAt(row, at - 1) !== undefined) return listFrom(row, at - 1)
  if (partyAt(row, at - 2) !== undefined) return listFrom(row, at - 2)
  return subjectBefore(row, at)
}

/** «Reçu», «« Reçu», «Mardi, reçu» */
const isOpening = (row: Row, at: number): boolean =>
  at <= 1 || (at === 2 && (keyOfUnit(row, 1) === ',' || keyOfUnit(row, 1) === '"'))

function subjectBehindAgent(row: Row, from: number): PartyList | undefined {
  for (let at = from; at < row.length && at < from + MOST_BEHIND_AGENT; at++) {
    const party = partyAt(row, at)
    if (party !== undefined && party.preposition === undefined && party.pronoun !== 'qui')
      return listFrom(row, at)
  }
  return undefined
}
