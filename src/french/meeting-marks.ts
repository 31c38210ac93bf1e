// Where, when and how a meeting is held, by the words of its sentence. Decides nothing about who meets.
import type { DatedExpression } from './dates.ts'
import { dayOfMeeting } from './meeting-day.ts'
import { placeOfMeeting } from './meeting-place.ts'
import type { Reading } from './meeting-reading.ts'
import type { Span } from './sentences.ts'
import type { MeetingMode } from './told-meeting.ts'

export interface MeetingMarks {
  readonly mode: MeetingMode
  readonly place?: string
  readonly day?: DatedExpression
}

/** `dates` are those of the text; a call has no place. */
export function meetingMarks(
  text: string,
  sentence: Span,
  reading: Reading,
  dates: readonly DatedExpression[],
): MeetingMarks {
  const place = placeOfMeeting(text, sentence, reading)
  const day = dayOfMeeting(text, sentence, reading, dates)
  const mode = modeOf(text, sentence, reading, place !== undefined)
  const isThere = place !== undefined && mode !== 'telephone' && mode !== 'video'
  return {
    mode,
    ...(isThere ? { place } : {}),
    ...(day === undefined ? {} : { day }),
  }
}

const VIDEO =
  /visio|vidéo[- ]?conférence|vidéoconférence|par vidéo|téléconférence|virtuel|par écran|en duplex/iu
const TELEPHONE = /téléphon|coup de fil|par phone/iu
const TOGETHER =
  /tête[- ]à[- ]tête|face[- ]à[- ]face|déjeun|dîn|petit[- ]déj|bilatéral|en marge|à la table|autour d['’]une table|conférence de presse|en personne|présence|au siège|poignée de main|à huis clos/iu

/** Characters around the words of a meeting in which its mode is told. */
const AROUND = 140

function modeOf(
  text: string,
  sentence: Span,
  { start, end, isInPerson, isCall }: Reading,
  hasPlace: boolean,
): MeetingMode {
  const near = text.slice(Math.max(sentence.start, start - AROUND), Math.min(sentence.end, end + AROUND))
  if (VIDEO.test(near)) return 'video'
  if (isCall === true || TELEPHONE.test(near)) return 'telephone'
  return isInPerson || hasPlace || TOGETHER.test(near) ? 'in-person' : 'unknown'
}
