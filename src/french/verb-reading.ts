// What a verb tells of a meeting once its sides are known: kind, status, whether it is a call. Looks for no side.
import { type Reading, type RowOfText, textBehind, textBetween } from './meeting-reading.ts'
import { statusOfVerb, type StatusSetting } from './meeting-status.ts'
import type { MeetingVerb } from './meeting-verbs.ts'
import { type Party, partyOf } from './party.ts'
import type { PartyList } from './party-lists.ts'
import { endOf, lowerOfUnit, startOf } from './unit-row.ts'
import type { VerbGroup } from './verb-groups.ts'

/** A verb of meeting as a sentence uses it. */
export interface VerbUse {
  readonly sentence: RowOfText
  readonly verb: MeetingVerb
  readonly group: VerbGroup
}

/** The list that does it, and whom it meets. */
interface VerbSides {
  readonly subject: PartyList | undefined
  readonly objects: readonly Party[]
  /** As in `Sides`. */
  readonly confidence: number
}

export function readingOf(use: VerbUse, { subject, objects, confidence }: VerbSides): Reading {
  const { sentence, verb, group } = use
  return {
    kind: verb.kind,
    status: statusOfVerb(group.tense, group.isNegative, settingOf(use, subject)),
    subjects: subject?.parties ?? [],
    objects,
    start: startOf(sentence.row, group.from),
    end: endOf(sentence.row, group.at),
    isInPerson: verb.kind !== 'talk' && verb.kind !== 'negotiation',
    ...(verb.lemma === 'appeler' || verb.lemma === 'téléphoner' ? { isCall: true as const } : {}),
    confidence,
  }
}

/** Characters behind a verb that may change its status: «…, mais ce rendez-vous a été annulé». */
const MOST_CHANGED = 220

export function settingOf({ sentence, group }: VerbUse, subject: PartyList | undefined): StatusSetting {
  const { row } = sentence
  const opening = startOf(row, 0)
  const start = startOf(row, group.from)
  const subjectStart = subject === undefined ? opening : startOf(row, subject.from)
  const subjectEnd = subject === undefined ? opening : endOf(row, subject.next - 1)
  return {
    head: textBetween(sentence, opening, Math.min(subjectStart, start)),
    before: textBetween(sentence, Math.min(subjectEnd, start), start),
    behind: textBehind(sentence, group.at, MOST_CHANGED),
  }
}

/** «l’a reçu», «lui a téléphoné»: the clitic as a phrase, which stands where the verb group begins. */
export function cliticParty({ sentence: { row }, group }: VerbUse): Party {
  const isPlural = group.clitic === 'les'
  // «l’a reçue»
  const isFeminine = group.clitic === 'la' || /(?<!é)ée$|ue$|ie$/u.test(lowerOfUnit(row, group.at))
  const start = startOf(row, group.from)
  return partyOf({
    kind: 'pronoun',
    pronoun: isPlural ? 'les' : isFeminine ? 'elle' : 'le',
    start,
    end: start + 1,
    isPlural,
  })
}
