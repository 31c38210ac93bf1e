// The meetings that a journey tells: «X s’est rendu à Pristina pour soutenir Y». Takes no journey without an aim.
import type { Reading, RowOfText } from './meeting-reading.ts'
import { isDefinitePerson } from './party.ts'
import { subjectBefore } from './subjects.ts'
import { endOf, isBreak, keyOfUnit, partyAt, type Row, startOf } from './unit-row.ts'
import { directObject } from './verb-objects.ts'
import { wordSet } from './word-set.ts'

/** What the aim of a journey at `at` tells: «s’est rendu à Pristina pour soutenir Y», «venu saluer Y». */
export function readJourney(sentence: RowOfText, at: number): Reading | undefined {
  const { row } = sentence
  if (!AIMS.has(keyOfUnit(row, at))) return undefined
  const journey = journeyBefore(row, at)
  if (journey === undefined) return undefined
  const subject = subjectBefore(row, journey)
  const objects = directObject(row, at + 1)?.parties.filter(isDefinitePerson) ?? []
  if (subject === undefined || objects.length === 0) return undefined
  return {
    kind: 'visit',
    status: AHEAD.has(keyOfUnit(row, journey)) ? 'planned' : 'done',
    subjects: subject.parties,
    objects,
    start: startOf(row, journey),
    end: endOf(row, at),
    isInPerson: true,
    confidence: 0.6,
  }
}

/** What is done to somebody face to face. */
const AIMS = wordSet('soutenir voir saluer feliciter consoler remercier epauler accompagner chercher')

const AHEAD = wordSet('rendra rendront viendra viendront ira iront')
const JOURNEYS = new Set([
  ...AHEAD,
  ...wordSet('rendu rendue rendus rendues deplace deplacee deplaces deplacees'),
  ...wordSet('venu venue venus venues alle allee alles allees'),
])

/** How many units before its aim a journey stands. */
const MOST_TO_AIM = 8

/** Index of «rendu», «venu» before an infinitive at `at`, with a place and «pour» between at most. */
function journeyBefore(row: Row, at: number): number | undefined {
  for (let index = at - 1; index >= 0 && index >= at - MOST_TO_AIM; index--) {
    if (JOURNEYS.has(keyOfUnit(row, index)))
      return index === at - 1 || keyOfUnit(row, at - 1) === 'pour' ? index : undefined
    if (isBreak(row, index) || partyAt(row, index) !== undefined) return undefined
  }
  return undefined
}
