// Who met whom in running French news text. Tells meetings apart from interviews, matches and successes.
import { findDates, type DatedExpression } from './dates.ts'
import { Discourse } from './discourse.ts'
import { type MeetingMarks, meetingMarks } from './meeting-marks.ts'
import { readMeetings } from './meeting-readers.ts'
import type { Reading } from './meeting-reading.ts'
import { participantsOf } from './participants.ts'
import { mayTellMeeting } from './meeting-signs.ts'
import { findPeople, type PersonName } from './people.ts'
import { dayOfText, dayText } from './day-ranges.ts'
import { splitSentences } from './sentences.ts'
import { WEEKDAYS } from './weekdays.ts'
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
  if (!mayTellMeeting(text)) return []
  const sentences = splitSentences(text.slice(0, MOST_READ))
  const discourse = new Discourse(text, sentences, people, title)
  const told: ToldMeeting[] = []
  let dates: readonly DatedExpression[] | undefined
  // Texts arrive with copies of themselves: a sentence that stands twice tells its meetings once.
  const seen = new Set<string>()
  sentences.forEach((sentence, index) => {
    const words = text.slice(sentence.start, sentence.end)
    if (words.length > LONGEST_SENTENCE || !mayTellMeeting(words) || seen.has(words)) return
    seen.add(words)
    for (const reading of readMeetings({ text, row: discourse.rowOf(index) })) {
      const participants = participantsOf(reading, discourse, index, told)
      if (participants === undefined) continue
      dates ??= published === undefined ? [] : findDates(text, published)
      const marks = aheadOf(text, reading, meetingMarks(text, sentence, reading, dates), published)
      if (isHabit(text, reading, marks)) continue
      told.push(meetingOf(reading, participants, marks, { ...sentence, published }))
    }
  })
  return withoutRepeats(told)
}

/** «X échange régulièrement avec Y», «reçoit chaque mardi»: a present of talking that has no day, or one of each week. */
const isHabit = (text: string, { kind, status, end }: Reading, { day }: MeetingMarks): boolean =>
  status === 'open' &&
  ((kind === 'talk' && day === undefined) || HABITS.test(text.slice(end, end + MOST_OF_HABIT)))
const HABITS =
  /^ (?:souvent|régulièrement|chaque|toujours|parfois|tous les|toutes les|quotidiennement|dans (?:sa|la) matinale|dans son émission|sur (?:le|son) plateau)(?!\p{L})/u

/** Characters behind a verb. */
const MOST_OF_HABIT = 40

/** Whatever is longer, in characters, is no article; the longest of 9,000 has half of it. */
const MOST_READ = 100_000

/** «X reçoit jeudi Y», «doit recevoir jeudi»: of a bare weekday the next one, not the last. */
function aheadOf(
  text: string,
  { status }: Reading,
  marks: MeetingMarks,
  published: string | undefined,
): MeetingMarks {
  const { day } = marks
  const isAhead = status === 'open' || status === 'planned' || status === 'possible'
  if (day === undefined || published === undefined || !isAhead || day.from >= published) return marks
  if (!WEEKDAY_ALONE.test(text.slice(day.start, day.end))) return marks
  const [from, on] = [dayOfText(day.from), dayOfText(published)]
  if (from === undefined || on === undefined || on - from >= WEEK) return marks
  const next = dayText(from + WEEK)
  return { ...marks, day: { ...day, from: next, to: next } }
}
const WEEK = 7
const WEEKDAY_ALONE = new RegExp(`^(?:${WEEKDAYS.join('|')})(?: (?:matin|midi|soir|après-midi))?$`, 'iu')

/** Lists of names and pages without a stop are no sentences. */
const LONGEST_SENTENCE = 2_000

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

/** The same people in one sentence are one meeting: what says most of it stays. */
function withoutRepeats(told: readonly ToldMeeting[]): readonly ToldMeeting[] {
  const best = new Map<string, ToldMeeting>()
  for (const meeting of told) {
    const names = meeting.participants.map(({ name }) => name).toSorted()
    const key = `${meeting.start} ${names.join('|')}`
    const known = best.get(key)
    if (known === undefined || meeting.confidence > known.confidence) best.set(key, meeting)
  }
  return [...best.values()]
}
