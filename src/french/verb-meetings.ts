// The meetings that verbs tell, by the voice of each: «X a rencontré Y», «reçu par Y», «se sont vus». Knows no noun.
import { readDirect } from './direct-meetings.ts'
import { type Reading, type RowOfText, textBehind, textBetween } from './meeting-reading.ts'
import { meetingNoun } from './meeting-nouns.ts'
import type { MeetingVerbForm, VerbForm } from './meeting-verbs.ts'
import { isMany, listFrom, type PartyList } from './party-lists.ts'
import { readPassive } from './passive-meetings.ts'
import { subjectBefore } from './subjects.ts'
import { readTalk } from './talks.ts'
import { keyOfUnit, partyAt, type Row, startOf } from './unit-row.ts'
import { participleGroup, simpleGroup } from './verb-groups.ts'
import { behindPreposition, directObject } from './verb-objects.ts'
import { readingOf, type VerbUse } from './verb-reading.ts'
import { wordSet } from './word-set.ts'

/** What the form of a verb at `at` tells. */
export function readVerb(
  sentence: RowOfText,
  at: number,
  { verb, form }: MeetingVerbForm,
): Reading | undefined {
  const { row } = sentence
  if (isNoun(row, at, form)) return undefined
  const group = form === 'participle' ? participleGroup(row, at) : simpleGroup(row, at, form)
  const use: VerbUse = { sentence, verb, group }
  if (verb.lemma === 'convenir') return readAgreement(use)
  if (group.voice === 'passive') return readPassive(use)
  if (group.isNegative && isRecalled(use)) return undefined
  if (group.voice === 'reflexive') return readReflexive(use)
  if (verb.lemma === 'réunir') return readConvened(use)
  // «X entretient Y», «X concerte»: of meetings these tell as «s’entretenir», «se concerter» only.
  if (verb.lemma === 'entretenir' || verb.lemma === 'concerter') return undefined
  return verb.frame === 'direct' ? readDirect(use) : readTalk(use)
}

/** «la rencontre», «un dîner»: nouns that are written like verbs. */
function isNoun(row: Row, at: number, form: VerbForm): boolean {
  const before = keyOfUnit(row, at - 1)
  const isBehindArticle =
    (form === 'present' && BEFORE_NOUN.has(before)) || (form === 'infinitive' && BEFORE_MASCULINE.has(before))
  return isBehindArticle && meetingNoun(keyOfUnit(row, at)) !== undefined
}

const BEFORE_NOUN = wordSet(`
la le les l' un une des du de d' son sa ses leur leurs cette cet ce ces au aux premier premiere deuxieme second seconde
prochain prochaine dernier derniere nouvelle double breve longue autre toute chaque en par quelques plusieurs deux trois
nombreuses nombreux apres apres- avant sans lors
`)

/** Only «déjeuner» and «dîner» are infinitives, too; «sans déjeuner avec X» is a verb. */
const BEFORE_MASCULINE = wordSet("le un du au ce son l'")

/** «ne s’étaient plus vus depuis quatre ans» tells of an older one. */
function isRecalled({ sentence, group: { from, at } }: VerbUse): boolean {
  const { row } = sentence
  if (/ plus (?:\p{L}+ )?$/u.test(textBetween(sentence, startOf(row, from), startOf(row, at)))) return true
  const [clause = ''] = textBehind(sentence, at, Infinity).split(',')
  return clause.includes(' depuis ')
}

/** «se rencontrent», «s’est entretenu avec Y», «se sont réunis». */
function readReflexive(use: VerbUse): Reading | undefined {
  const { sentence, verb, group } = use
  if (NEVER_EACH_OTHER.has(verb.lemma)) return undefined
  const subject = subjectBefore(sentence.row, group.from)
  const other = behindPreposition(sentence.row, group.at + 1, 'avec') ?? fronted(sentence.row, group.from)
  if (other !== undefined && !NEVER_WITH.has(verb.lemma))
    return readingOf(use, { subject, objects: other.parties, confidence: subject === undefined ? 0.4 : 0.9 })
  if (subject === undefined || !isMany(subject) || verb.lemma === 'appeler') return undefined
  return readingOf(use, { subject, objects: [], confidence: 0.85 })
}

const NEVER_EACH_OTHER = wordSet('recevoir accueillir consulter négocier téléphoner')

/** «X et Y se sont rencontrés avec le sourire»: each other, whatever stands behind «avec». */
const NEVER_WITH = wordSet('rencontrer voir revoir')

/** How many units before a verb «avec Y» may stand. */
const MOST_FRONTED = 9

/** «la personne avec qui X s’est entretenu», «Avec Y, X s’est entretenu». */
function fronted(row: Row, from: number): PartyList | undefined {
  for (let at = from - 1; at >= 0 && at >= from - MOST_FRONTED; at--) {
    const party = partyAt(row, at)
    if (party?.preposition === 'avec' && party.pronoun !== 'qui') return listFrom(row, at)
  }
  return undefined
}

/** «Elle a réuni à Nairobi X et Y»: who convened them meets them, too. */
function readConvened(use: VerbUse): Reading | undefined {
  const { sentence, group } = use
  const subject = subjectBefore(sentence.row, group.from)
  const object = directObject(sentence.row, group.at + 1)
  if (subject === undefined || object === undefined || !isMany(object)) return undefined
  return readingOf(use, { subject, objects: object.parties, confidence: 0.75 })
}

/** How many units behind «convenu» stands «avec». */
const MOST_AFTER_AGREED = 8

/** «a convenu avec X de…», «X et Y sont convenus de…». */
function readAgreement(use: VerbUse): Reading | undefined {
  const { sentence, group } = use
  const subject = subjectBefore(sentence.row, group.from)
  if (subject === undefined || group.isLoose || group.tense === 'present') return undefined
  const other = behindPreposition(sentence.row, group.at + 1, 'avec', MOST_AFTER_AGREED)
  if (other !== undefined) return readingOf(use, { subject, objects: other.parties, confidence: 0.7 })
  return isMany(subject) ? readingOf(use, { subject, objects: [], confidence: 0.5 }) : undefined
}
