// The meetings of verbs with an object, in the active: «X a rencontré Y», «X l’a reçu». Leaves out «a reçu un soutien».
import { type Reading, textBetween } from './meeting-reading.ts'
import { subjectBehind } from './noun-owners.ts'
import { subjectBefore } from './subjects.ts'
import { endOf } from './unit-row.ts'
import { directObject } from './verb-objects.ts'
import { cliticParty, readingOf, type VerbUse } from './verb-reading.ts'
import { isStrengthened } from './weak-verbs.ts'
import { wordSet } from './word-set.ts'

/** «X a rencontré Y», «X doit revoir à Genève Y», «X l’a reçu». */
export function readDirect(use: VerbUse): Reading | undefined {
  const { sentence, verb, group } = use
  const object = directObject(sentence.row, group.at + 1)
  if (verb.isWeak && !isStrengthened(use, object)) return undefined
  const before = subjectBefore(sentence.row, group.from)
  // «Après avoir rencontré Y, X est parti»
  const subject = before ?? (object && subjectBehind(sentence.row, group.at, object.next))
  if (subject === undefined) return undefined
  if (object !== undefined)
    return verb.kind === 'reception' && isFigurative(use)
      ? undefined
      : readingOf(use, { subject, objects: object.parties, confidence: 0.9 })
  const hasClitic = OBJECT_CLITICS.has(group.clitic ?? '') && !verb.isWeak
  return hasClitic ? readingOf(use, { subject, objects: [cliticParty(use)], confidence: 0.6 }) : undefined
}

const OBJECT_CLITICS = wordSet("l' le la les")

/** Characters behind a verb in which its adverb stands. */
const MOST_OF_ADVERB = 30

/** «accueille favorablement l’élu»: receives nobody at home. */
function isFigurative({ sentence, group }: VerbUse): boolean {
  const end = endOf(sentence.row, group.at)
  return FIGURATIVE.test(textBetween(sentence, end, end + MOST_OF_ADVERB))
}

const FIGURATIVE = /^\s*(?:favorablement|avec (?:satisfaction|prudence|soulagement))/u
