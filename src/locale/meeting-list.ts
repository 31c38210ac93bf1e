// The meetings of a period as a message: this week, later, held, fallen through. Decides nothing about what happened.
import { act } from '../core/action.ts'
import { dayOf, type Instant, type Zone } from '../core/calendar.ts'
import type { Meeting } from '../core/meeting.ts'
import type { AskedMeetings, MeetingLists } from '../core/meeting-list.ts'
import type { Block, MessageText } from '../core/message.ts'
import { button, buttons, heading, list, paragraph } from './blocks.ts'
import { sinceWords } from './answer.ts'
import { pageButtons, pageWords } from './list-page.ts'
import { dayWords, meetingRow } from './meetings.ts'
import { french, ofName } from './sentence.ts'
import { typeset } from './typography.ts'

/** Meetings on one page, of all lists together: what a telephone shows on three screens. */
const MEETINGS_A_PAGE = 10

interface Around {
  readonly asked: AskedMeetings
  readonly now: Instant
  readonly zone: Zone
  readonly page: number
  readonly memoId: string
  /** When the oldest article kept was seen; undefined in an empty database. */
  readonly knownSince: Instant | undefined
}

const TITLES = {
  thisWeek: 'Cette semaine',
  later: 'Plus tard',
  held: 'Tenues',
  fallen: 'Annulées, reportées, refusées',
} as const satisfies Readonly<Record<keyof MeetingLists, string>>

const ORDER = ['thisWeek', 'later', 'held', 'fallen'] as const satisfies readonly (keyof MeetingLists)[]

export const PERIOD_UNKNOWN = french`Je ne comprends pas cette période. Écrivez par exemple : « en août », « la semaine dernière », « du 3 au 9 mars ».`

export function meetingListMessage(lists: MeetingLists, around: Around): MessageText {
  const title = titleOf(around)
  const rows = ORDER.flatMap((of) => lists[of].map((meeting) => ({ of, meeting })))
  if (rows.length === 0) return { summary: title, blocks: [heading(title), paragraph(noMeeting(around))] }
  const pageCount = Math.ceil(rows.length / MEETINGS_A_PAGE)
  const page = Math.min(around.page, pageCount - 1)
  const shown = rows.slice(page * MEETINGS_A_PAGE, (page + 1) * MEETINGS_A_PAGE)
  const turning = { items: shown, page, pageCount, total: rows.length, memoId: around.memoId }
  const draw = button('Voir en image', act('draw-meetings', around.memoId))
  return {
    summary: title,
    blocks: [
      heading(title),
      ...[...Map.groupBy(shown, ({ of }) => of)].flatMap(([of, own]) => [
        heading(TITLES[of]),
        rowsOf(
          own.map(({ meeting }) => meeting),
          around,
        ),
      ]),
      ...pageWords(turning),
      ...buttons([...pageButtons(turning), draw]),
    ],
  }
}

function rowsOf(meetings: readonly Meeting[], { now, zone, asked }: Around): Block {
  const but = new Set(asked.person?.names)
  return list(meetings.map((meeting) => meetingRow(meeting, now, zone, but)))
}

/** «Les rencontres de Sergueï Lavrov, en août». */
function titleOf({ asked: { person, period }, now, zone }: Around): string {
  const whose = person === undefined ? '' : ` ${ofName(typeset(person.name))}`
  const when = period === undefined ? '' : `, ${dayWords(period, dayOf(now, zone))}`
  return `Les rencontres${whose}${when}`
}

function noMeeting({ asked: { period }, knownSince, now, zone }: Around): string {
  if (knownSince === undefined)
    return french`Aucun article n’a encore été lu. Réessayez après la première lecture des flux.`
  const since = sinceWords(knownSince, now, zone)
  const when = period === undefined ? '' : ` ${dayWords(period, dayOf(now, zone))}`
  return french`Je n’ai trouvé aucune rencontre${when} dans les articles lus depuis ${since}.`
}
