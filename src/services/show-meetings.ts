// The meetings of a period: announced, held, fallen through, in pages. Decides nothing about language.
import { datesOf } from '../core/dates.ts'
import { DAY, dayOf } from '../core/calendar.ts'
import { groupMeetings, type FoundMeeting, type Meeting } from '../core/meeting.ts'
import { type AskedMeetings, listMeetings, type Period, usualPeriod } from '../core/meeting-list.ts'
import type { MessageText } from '../core/message.ts'
import type { TypedCommand } from '../core/typed-command.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { meetingListMessage, PERIOD_UNKNOWN } from '../locale/meeting-list.ts'
import { type AskedHere, askedHere } from './asked-here.ts'
import { type DeskTools, privately, replacing } from './desk-tools.ts'
import { keepMemo } from './keep-memo.ts'
import { meantPerson } from './meant-person.ts'

/** Tellings looked at: of some weeks of a large archive, or of one person. */
const MOST_TOLD = 600

/** An article tells what falls through mostly without its day: those of so many days are looked at. */
const TOLD_DAYS = 14

export async function replyWithMeetings(
  tools: DeskTools,
  from: ChatContext,
  { options }: Pick<TypedCommand, 'options'>,
): Promise<ChatReply> {
  const here = await askedHere(tools, from)
  const period = options.periode === undefined ? undefined : periodOf(options.periode, here)
  if (options.periode !== undefined && period === undefined) return privately(PERIOD_UNKNOWN)
  const listing = period === undefined ? {} : { period }
  if (options.personne === undefined) return privately(await meetingPage(tools, from, listing, { page: 0 }))
  const meant = await meantPerson(tools, from, { here, typed: options.personne, listing })
  if ('message' in meant) return privately(meant.message)
  return privately(await meetingPage(tools, from, { ...listing, person: meant.person }, { page: 0 }))
}

export async function turnMeetings(
  tools: DeskTools,
  from: ChatContext,
  turned: { readonly asked: AskedMeetings; readonly memoId?: string; readonly page: number },
): Promise<ChatReply> {
  return replacing(await meetingPage(tools, from, turned.asked, turned))
}

/** «depuis lundi» goes on to today; «en août» is that of this year, or the last one. */
function periodOf(words: string, { now, zone }: AskedHere): Period | undefined {
  const [first] = datesOf(words, dayOf(now, zone))
  if (first === undefined) return undefined
  return { from: first.from, to: first.to }
}

async function meetingPage(
  tools: DeskTools,
  from: ChatContext,
  asked: AskedMeetings,
  { page, memoId }: { readonly page: number; readonly memoId?: string },
): Promise<MessageText> {
  const here = await askedHere(tools, from)
  const { now, zone } = here
  const period = periodAsked(asked, here)
  const meetings = await meetingsOfPeriod(here, asked)
  const lists = listMeetings(meetings, period, now, zone)
  return meetingListMessage(lists, {
    ...here,
    asked,
    page,
    memoId: memoId ?? (await keepMemo(tools, from, { kind: 'meetings', asked })),
    knownSince: await here.storage.articles.oldestSeenAt(),
  })
}

/** Undefined for all days: a person has not so many meetings that a week must do. */
function periodAsked({ person, period }: AskedMeetings, { now, zone }: AskedHere): Period | undefined {
  return period ?? (person === undefined ? usualPeriod(now, zone) : undefined)
}

/** Of one person all that is found; else those told for these days, and those told lately without a day. */
export async function meetingsOfPeriod(
  { storage: { facts }, feedIds, now, zone }: AskedHere,
  { person, period }: AskedMeetings,
): Promise<readonly Meeting[]> {
  if (person !== undefined)
    return groupMeetings(await facts.meetingsOf({ names: person.names }, MOST_TOLD, feedIds))
  const { from, to } = period ?? usualPeriod(now, zone)
  const dated = await facts.meetingsBetween(from, to, MOST_TOLD, feedIds)
  const lately = await facts.meetingsToldSince(now - TOLD_DAYS * DAY, MOST_TOLD, feedIds)
  return groupMeetings(onceEach([...dated, ...lately]))
}

function onceEach(found: readonly FoundMeeting[]): readonly FoundMeeting[] {
  return [...new Map(found.map((told) => [keyOf(told), told])).values()]
}

const keyOf = ({ fact, article }: FoundMeeting): string => JSON.stringify([article.id, fact])
