// Who takes part in a meeting: whom the phrases of its reading stand for, each once. Drops a meeting of which too little is
// known.
import type { Discourse } from './discourse.ts'
import type { Reading } from './meeting-reading.ts'
import { isPerson } from './somebody.ts'
import type { Participant, ToldMeeting } from './told-meeting.ts'

/**
 * Undefined unless two parties are known, one of them a person or a holder of an office. The reading is of the sentence at
 * `index`; `told` are the meetings of the text before it.
 */
export function participantsOf(
  reading: Reading,
  discourse: Discourse,
  index: number,
  told: readonly ToldMeeting[],
): readonly Participant[] | undefined {
  if (reading.subjects.length === 0 && reading.objects.length === 0) return toldBefore(discourse, index, told)
  const standing = { index, subjects: [], lastMet: told.at(-1)?.participants ?? [] }
  const subjects = reading.subjects.flatMap((party) => discourse.whoIs(party, standing))
  const objects = reading.objects.flatMap((party) => discourse.whoIs(party, { ...standing, subjects }))
  const participants = eachOnce([
    ...subjects.map((somebody): Participant => ({ ...somebody, side: 'subject' })),
    ...objects.map((somebody): Participant => ({ ...somebody, side: 'object' })),
  ])
  const isKnown = participants.some((one) => isPerson(one) || one.officeKey !== undefined)
  const hasOneSide = subjects.length === 0 || objects.length === 0
  const isMeeting = participants.length > 1 || (hasOneSide && isHalfKnown(reading, participants))
  return isKnown && isMeeting ? participants : undefined
}

const eachOnce = (sides: readonly Participant[]): readonly Participant[] =>
  sides.filter(({ name }, at) => name !== '' && sides.findIndex((other) => other.name === name) === at)

/** Somebody met a pronoun that stands for nobody known, paid a visit, or is one of a group: told, with one party. */
function isHalfKnown({ kind, subjects, objects }: Reading, [only, other]: readonly Participant[]): boolean {
  if (only === undefined || other !== undefined || !isPerson(only)) return false
  return kind === 'visit' || objects.length > 0 || subjects.some((party) => party.kind === 'group')
}

/** How many sentences back «la rencontre» may have been told, by judgement. */
const SENTENCES_BACK = 5

/** The most people whom sentences may name for them to be taken for those who met. */
const MOST_AROUND = 3

/** Who met in a meeting that is spoken of again: those told last, or whoever the sentences around name. */
function toldBefore(
  discourse: Discourse,
  index: number,
  told: readonly ToldMeeting[],
): readonly Participant[] | undefined {
  const last = told.at(-1)
  const nearFrom = discourse.sentences[Math.max(0, index - SENTENCES_BACK)]?.start ?? 0
  if (last !== undefined && last.end >= nearFrom) return last.participants
  const around = [...discourse.namedIn(index), ...discourse.namedIn(index - 1)].map(
    (somebody): Participant => ({ ...somebody, side: 'subject' }),
  )
  return around.length > 0 && around.length <= MOST_AROUND ? around : undefined
}
