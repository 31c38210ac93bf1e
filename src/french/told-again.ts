// Whether a noun speaks of a meeting that was told before: «la rencontre a duré une heure», «à l’issue de l’entretien». Names
// nobody.
import { type RowOfText, textBefore, textBehind } from './meeting-reading.ts'
import { keyOfUnit, type Row } from './unit-row.ts'
import { wordSet } from './word-set.ts'

export const isToldAgain = (sentence: RowOfText, at: number): boolean =>
  isSubjectOfEvent(sentence, at) || isOccasion(sentence, at)

/** Characters behind a noun in which its verb stands. */
const MOST_TO_VERB = 60

/** «La rencontre a été maintenue», «Cet entretien aura lieu lundi»: of people that were told before. */
const isSubjectOfEvent = (sentence: RowOfText, at: number): boolean =>
  opensClause(sentence.row, at) && TELLS_OF_IT.test(textBehind(sentence, at, MOST_TO_VERB))

/** A definite noun in the singular, at the head of a clause. */
function opensClause(row: Row, at: number): boolean {
  if (!DEFINITES.has(keyOfUnit(row, at - 1)) || keyOfUnit(row, at).endsWith('s')) return false
  return at <= 1 || CLAUSE_OPENERS.has(keyOfUnit(row, at - 2))
}

const DEFINITES = wordSet("la l' le cette cet ce leur")
const CLAUSE_OPENERS = wordSet(`, que qu' et : " mais`)

/** «a été», «s’est tenue», «, prévu lundi, aura lieu» */
const TELLS_OF_IT =
  /^(?:,[^,]{1,40},)? (?:a (?:finalement |bien |donc |ainsi )?(?:été|eu lieu|duré|porté|permis)|aura lieu|s['’]est (?:tenue?|déroulée?)|se tiendra|se déroulera|est (?:prévue?|reportée?|annulée?|maintenue?)|doit (?:avoir lieu|se tenir|porter)|devait (?:avoir lieu|se tenir)|devrait (?:avoir lieu|se tenir)|n['’]a(?:ura)? pas (?:eu )?lieu|portera|durera)/u

/** Units before a noun in which the occasion is told. */
const UNITS_BEFORE = 6

/** «à l’issue de l’entretien», «au cours du déjeuner»: a meeting that was told. */
const isOccasion = (sentence: RowOfText, at: number): boolean =>
  ON_ITS_OCCASION.test(textBefore(sentence, at, UNITS_BEFORE))

const ON_ITS_OCCASION =
  /(?:lors|au cours|à l['’]occasion|à l['’]issue|au terme|durant|pendant|après)(?: du | de la | de l['’]| de cette | de ce | de cet | de leur | l['’]| la | le | leur | ce | cette | cet )$/u
