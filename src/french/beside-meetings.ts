// The meetings that no word for one tells: «en présence de X», «aux côtés de X». Takes only people who can be told from
// others.
import { type Reading, type RowOfText, textBehind } from './meeting-reading.ts'
import { subjectBehind } from './noun-owners.ts'
import { isDefinitePerson } from './party.ts'
import { subjectBefore } from './subjects.ts'
import { endOf, keyOfUnit, startOf } from './unit-row.ts'
import { behindPreposition } from './verb-objects.ts'

/** How many units behind «présence» stands «de X». */
const MOST_TO_PARTNER = 2

/** Characters behind a subject in which its verb stands. */
const MOST_TO_VERB = 160

/** What «présence» or «côtés» at `at` tells. */
export function readBeside(sentence: RowOfText, at: number): Reading | undefined {
  const { row } = sentence
  const before = OPENINGS.get(keyOfUnit(row, at))
  if (before === undefined || keyOfUnit(row, at - 1) !== before) return undefined
  const other = behindPreposition(row, at + 1, 'de', MOST_TO_PARTNER)
  const objects = other?.parties.filter(isDefinitePerson) ?? []
  if (objects.length === 0 || other === undefined) return undefined
  const subject = subjectBefore(row, at) ?? subjectBehind(row, at, other.next)
  if (subject === undefined) return undefined
  return {
    kind: 'encounter',
    status: AHEAD.test(textBehind(sentence, subject.next - 1, MOST_TO_VERB)) ? 'planned' : 'done',
    subjects: subject.parties,
    objects,
    start: startOf(row, at),
    end: endOf(row, at),
    isInPerson: true,
    confidence: 0.55,
  }
}

/** By the noun, what stands before it. */
const OPENINGS: ReadonlyMap<string, string> = new Map([
  ['presence', 'en'],
  ['cotes', 'aux'],
])

/** «inaugurera», «doit inaugurer» */
const AHEAD =
  /\p{L}(?:era|eront|ira|iront|dra|dront)(?!\p{L})|(?:^|[^\p{L}])(?:doit|doivent|devrait|devraient|va|vont) /u
