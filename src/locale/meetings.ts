// A meeting in French: who, what came of it, when, how, where. Decides nothing about what happened.
import { DAY, type Day, dayOf, daysBetween, type Instant, type Zone } from '../core/calendar.ts'
import type { Meeting, MeetingProof } from '../core/meeting.ts'
import type { Span } from '../core/message.ts'
import { MONTHS } from '../french/months.ts'
import { plain, strong } from './blocks.ts'
import { dayInYear, formatDay } from './calendar.ts'
import { atPlace } from './place-words.ts'
import { counted } from './plural.ts'
import { enumerate, NO_BREAK_SPACE } from './sentence.ts'
import { typeset } from './typography.ts'

const NOUNS = {
  encounter: ['rencontre', 'e'],
  talk: ['entretien', ''],
  visit: ['visite', 'e'],
  reception: ['accueil', ''],
  negotiation: ['négociation', 'e'],
  summit: ['sommet', ''],
} as const satisfies Readonly<Record<Meeting['kind'], readonly [noun: string, ending: string]>>

/**
 * «rencontre prévue vendredi 26 août à Genève», «entretien par téléphone, hier», «visite annulée». The day of what was
 * put off is not told: articles give the old one and the new one alike.
 */
export function meetingWords(meeting: Meeting, now: Instant, zone: Zone): string {
  const [noun, e] = NOUNS[meeting.kind]
  const mode = { 'in-person': '', unknown: '', telephone: ' par téléphone', video: ' par visioconférence' }[
    meeting.mode
  ]
  const day = dayWords(meeting, dayOf(now, zone))
  const when = day === '' ? '' : ` ${day}`
  const where = meeting.place === undefined ? '' : ` ${atPlace(typeset(meeting.place))}`
  switch (meeting.status) {
    case 'done':
      return `${noun}${mode}${day === '' ? '' : `, ${day}`}${where}`
    case 'planned':
      return `${noun}${mode} prévu${e}${when}${where}`
    case 'possible':
      return `${noun}${mode} possible${when}${where}`
    case 'cancelled':
      return `${noun}${mode} annulé${e}${day === '' ? '' : `, d’abord prévu${e} ${day}`}${where}`
    case 'postponed':
      return `${noun}${mode} reporté${e}${where}`
    case 'refused':
      return `${noun}${mode} refusé${e}${where}`
    case 'denied':
      return `${noun}${mode} démenti${e}${where}`
    default:
      return meeting.status satisfies never
  }
}

/** «Sergueï Lavrov et John Kerry : rencontre, hier à Genève — La Vigie, 3 sources», the paper being a link. */
export function meetingRow(
  meeting: Meeting,
  now: Instant,
  zone: Zone,
  but?: ReadonlySet<string>,
): readonly Span[] {
  const names = namesOf(meeting, but)
  const [proof] = meeting.proofs
  const sources = meeting.sourceCount > 1 ? `, ${counted(meeting.sourceCount, 'source')}` : ''
  const who = names === '' ? [] : [strong(names), plain(`${NO_BREAK_SPACE}: `)]
  const source = proof === undefined ? [] : [plain(' — '), sourceOf(proof), plain(sources)]
  return [...who, plain(meetingWords(meeting, now, zone)), ...source]
}

/** All participants but those of `but`; with the office of whoever has no name of their own. */
function namesOf({ participants }: Pick<Meeting, 'participants'>, but?: ReadonlySet<string>): string {
  return enumerate(
    participants.filter(({ name }) => but?.has(name) !== true).map(({ name }) => typeset(name)),
  )
}

function sourceOf({ article }: MeetingProof): Span {
  const publisher = typeset(article.publisher)
  return article.url === '' ? plain(publisher) : { kind: 'link', text: publisher, url: article.url }
}

/** «vendredi 26 août», «hier», «du 19 au 24 avril», «en août», «en 2015»; `''` when no day is told. */
export function dayWords(
  { from, to = from }: { readonly from?: Day; readonly to?: Day },
  today: Day,
): string {
  if (from === undefined || to === undefined) return ''
  if (from === to) return oneDay(from, today)
  const [year, month, day] = partsOf(from)
  const [lastYear, lastMonth, lastDay] = partsOf(to)
  const [thisYear] = partsOf(today)
  if (year !== lastYear) return `du ${dated(from, true)} au ${dated(to, true)}`
  const isWholeYear = month === 1 && day === 1 && lastMonth === 12 && lastDay === 31
  if (isWholeYear) return `en ${year}`
  const inYear = year === thisYear ? '' : ` ${year}`
  if (month !== lastMonth) return `du ${dated(from, false)} au ${dated(to, false)}${inYear}`
  const name = MONTHS[month - 1] ?? ''
  const isWholeMonth = day === 1 && dayAfter(to).endsWith('-01')
  return isWholeMonth
    ? `en ${name}${inYear}`
    : `du ${ordinal(day)} au ${ordinal(lastDay)}${NO_BREAK_SPACE}${name}${inYear}`
}

const NAMED: ReadonlyMap<number, string> = new Map([
  [-1, 'hier'],
  [0, 'aujourd’hui'],
  [1, 'demain'],
])

function oneDay(day: Day, today: Day): string {
  const named = NAMED.get(daysBetween(today, day))
  if (named !== undefined) return named
  const noon = Date.parse(`${day}T12:00:00Z`)
  return day.slice(0, 4) === today.slice(0, 4) ? dayInYear(noon, 'UTC') : formatDay(noon, 'UTC')
}

function dated(day: Day, hasYear: boolean): string {
  const [year, month, date] = partsOf(day)
  return `${ordinal(date)}${NO_BREAK_SPACE}${MONTHS[month - 1]}${hasYear ? ` ${year}` : ''}`
}

const ordinal = (day: number): string => (day === 1 ? '1er' : String(day))

function partsOf(day: Day): readonly [year: number, month: number, day: number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

function dayAfter(day: Day): Day {
  return new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)
}
