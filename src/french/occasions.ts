// Who met where something was done on the occasion of a meeting: «X a dit à Y, lors d’un entretien». Names nobody whom the
// clause does not.
import { type RowOfText, type Sides, textBetween } from './meeting-reading.ts'
import type { Party } from './party.ts'
import { isMany, listFrom, type PartyList } from './party-lists.ts'
import { subjectBehind } from './noun-owners.ts'
import { subjectBefore } from './subjects.ts'
import { clauseStart, isBreak, partyAt, type Row, startOf } from './unit-row.ts'
import { wordSet } from './word-set.ts'

/** «X a dit à Y, lors d’un entretien téléphonique», «X et Y ont exhorté Z, lors de…»: the noun stands at `at`. */
export function sidesOnOccasion(sentence: RowOfText, at: number): Sides | undefined {
  const { row } = sentence
  const before = textBetween(sentence, startOf(row, clauseStart(row, at)), startOf(row, at))
  if (!OCCASION.test(before) || OF_SPORT.test(before)) return undefined
  const subject = subjectBefore(row, at) ?? agentBefore(row, at) ?? pluralSubjectBehind(row, at)
  if (subject === undefined) return undefined
  const objects = addressedBetween(row, subject.next, at)
  if (objects.length === 0 && !isMany(subject)) return undefined
  return { subjects: subject.parties, objects, confidence: 0.6 }
}

/** «lors d’une brève », «en marge de leur »: what stands right before the noun. */
const OCCASION =
  /(?:lors|au cours|à l['’]occasion|à l['’]issue|à la suite|au terme|pendant|durant|après|avant|par|au sortir|en marge|dans le cadre)(?: d['’]| de | du | des | )(?:une? |l['’]|la |le |leur |leurs |son |sa |cette |ce |cet |brève? |longue? |premi\p{L}+ |nouve\p{L}+ |dernière? |récente? )*$/u

/** «a battu X lors d’une rencontre» */
const OF_SPORT = /(?:batt|affront|domin|marqu|inscri|éliminé|qualifi)\p{L}*/u

/** «Lors d’un entretien, X et Y ont évoqué…» */
function pluralSubjectBehind(row: Row, at: number): PartyList | undefined {
  const subject = subjectBehind(row, at, at + 1)
  return subject !== undefined && isMany(subject) ? subject : undefined
}

/** «l’invitation faite par X à Y lors d’un entretien» */
function agentBefore(row: Row, at: number): PartyList | undefined {
  for (let index = at - 1; index >= 0; index--)
    if (partyAt(row, index)?.preposition === 'par') return listFrom(row, index)
  return undefined
}

/** Whom the subject addresses: the object of its verb, or «à Y», «avec Y»; empty where another clause begins before. */
function addressedBetween(row: Row, from: number, to: number): readonly Party[] {
  for (let at = from; at < to; at++) {
    if (isBreak(row, at)) return []
    const party = partyAt(row, at)
    if (party?.kind !== 'person' && party?.kind !== 'office') continue
    if (party.preposition === undefined || ADDRESSING.has(party.preposition))
      return listFrom(row, at)?.parties ?? []
  }
  return []
}

const ADDRESSING = wordSet('à avec')
