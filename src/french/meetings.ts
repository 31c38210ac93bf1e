// Who met whom in running French news text. Tells meetings apart from interviews, matches and successes.
import { findDates, type DatedExpression } from './dates.ts'
import { Discourse, type Somebody } from './discourse.ts'
import { type MeetingMarks, meetingMarks } from './meeting-marks.ts'
import { readMeetings, type Reading } from './meeting-readers.ts'
import { MEETING_SIGN } from './meeting-verbs.ts'
import { findPeople, type PersonName } from './people.ts'
import { splitSentences } from './sentences.ts'
import type { MeetingStatus, Participant, ToldMeeting } from './told-meeting.ts'

/** What is known of a text beside its words. */
export interface TextSetting {
  /** `YYYY-MM-DD`; without it days are not told. */
  readonly published?: string | undefined
  /** Names whom the text is about. */
  readonly title?: string
  /** Of the text, where they are known already. */
  readonly people?: readonly PersonName[]
}

/** In order of their sentences. Linear in the length of the text but for sentences, which it looks at one by one. */
export function findMeetings(
  text: string,
  { published, title = '', people = findPeople(text) }: TextSetting = {},
): readonly ToldMeeting[] {
  if (!MEETING_SIGN.test(text)) return []
  const sentences = splitSentences(text)
  const discourse = new Discourse(text, sentences, people, title)
  const told: ToldMeeting[] = []
  let dates: readonly DatedExpression[] | undefined
  sentences.forEach((sentence, index) => {
    const { start, end } = sentence
    if (end - start > LONGEST_SENTENCE || !MEETING_SIGN.test(text.slice(start, end))) return
    for (const reading of readMeetings(text, discourse.rowOf(index))) {
      const participants = participantsOf(reading, discourse, index, told)
      if (participants === undefined) continue
      dates ??= published === undefined ? [] : findDates(text, published)
      const marks = meetingMarks(text, sentence, reading, dates)
      if (isHabit(reading, marks)) continue
      told.push(meetingOf(reading, participants, marks, { ...sentence, published }))
    }
  })
  return withoutRepeats(text, told)
}

/** «X échange régulièrement avec Y»: a present of talking that has no day. */
const isHabit = ({ kind, status }: Reading, { day }: MeetingMarks): boolean =>
  status === 'open' && kind === 'talk' && day === undefined

/** Lists of names and pages without a stop are no sentences. */
const LONGEST_SENTENCE = 2_000

/** Undefined unless two parties are known, one of them a person or a holder of an office. */
function participantsOf(
  reading: Reading,
  discourse: Discourse,
  index: number,
  told: readonly ToldMeeting[],
): readonly Participant[] | undefined {
  const lastMet = told.at(-1)?.participants ?? []
  if (reading.subjects.length === 0 && reading.objects.length === 0) return toldBefore(discourse, index, told)
  const standing = { index, subjects: [] as readonly Somebody[], lastMet }
  const subjects = reading.subjects.flatMap((party) => discourse.whoIs(party, standing))
  const objects = reading.objects.flatMap((party) => discourse.whoIs(party, { ...standing, subjects }))
  const sides = [
    ...subjects.map((somebody): Participant => ({ ...somebody, side: 'subject' })),
    ...objects.map((somebody): Participant => ({ ...somebody, side: 'object' })),
  ]
  const participants = sides.filter(
    ({ name }, at) => name !== '' && sides.findIndex((other) => other.name === name) === at,
  )
  const isKnown = participants.some(({ kind, officeKey }) => kind === 'person' || officeKey !== undefined)
  // Somebody met a pronoun that stands for nobody known: told, with one party.
  const isHalfKnown = participants.length === 1 && (subjects.length === 0 || objects.length === 0)
  const isShared = reading.subjects.some(({ kind, isPlural }) => kind === 'group' && isPlural)
  const isMet =
    isHalfKnown &&
    (reading.kind === 'visit' || reading.objects.length > 0 || isShared) &&
    participants[0]?.kind === 'person'
  return isKnown && (participants.length > 1 || isMet) ? participants : undefined
}

/** Who met in a meeting that is spoken of again: those told last, or whoever the sentences around name. */
function toldBefore(
  discourse: Discourse,
  index: number,
  told: readonly ToldMeeting[],
): readonly Participant[] | undefined {
  const last = told.at(-1)
  const isNear =
    last !== undefined && last.end >= (discourse.sentences[Math.max(0, index - SENTENCES_BACK)]?.start ?? 0)
  if (isNear) return last.participants
  const named = [...discourse.namedIn(index), ...discourse.namedIn(index - 1)].map(
    (somebody): Participant => ({ ...somebody, side: 'subject' }),
  )
  return named.length > 0 && named.length <= 3 ? named : undefined
}

/** How many sentences back «la rencontre» may have been told. */
const SENTENCES_BACK = 5

function meetingOf(
  reading: Reading,
  participants: readonly Participant[],
  { place, day, mode }: MeetingMarks,
  {
    start,
    end,
    published,
  }: { readonly start: number; readonly end: number; readonly published: string | undefined },
): ToldMeeting {
  return {
    start,
    end,
    kind: reading.kind,
    status: statusBy(reading, day, published),
    mode,
    participants,
    ...(place === undefined ? {} : { place }),
    ...(day === undefined ? {} : { from: day.from, to: day.to }),
    confidence: reading.confidence,
  }
}

/** A present tells what is to come when its day is, and what was otherwise. */
function statusBy(
  { status }: Reading,
  day: DatedExpression | undefined,
  published: string | undefined,
): MeetingStatus {
  const isAhead = day !== undefined && published !== undefined && day.from > published
  const isToday =
    day !== undefined && published !== undefined && day.from === published && day.to === published
  if (status === 'open') return isAhead || isToday ? 'planned' : 'done'
  return status
}

/**
 * The same people in one sentence are one meeting: what says most of it stays. Texts arrive with copies of themselves: a
 * sentence that stands twice tells its meetings once.
 */
function withoutRepeats(text: string, told: readonly ToldMeeting[]): readonly ToldMeeting[] {
  const best = new Map<string, ToldMeeting>()
  const firsts = new Map<string, number>()
  for (const meeting of told) {
    const sentence = text.slice(meeting.start, meeting.end)
    const first = firsts.get(sentence) ?? meeting.start
    firsts.set(sentence, first)
    if (first !== meeting.start) continue
    const names = meeting.participants.map(({ name }) => name).toSorted()
    const key = `${meeting.start} ${names.join('|')}`
    const known = best.get(key)
    if (known === undefined || meeting.confidence > known.confidence) best.set(key, meeting)
  }
  return [...best.values()]
}
