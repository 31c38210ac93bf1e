// Who met whom over a period, as a picture and in words. Decides nothing about language.
import { mapMeetings } from '../core/meeting-map.ts'
import { type AskedMeetings, isWithin, usualPeriod } from '../core/meeting-list.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { pictureMessage, NOBODY_TO_DRAW, meetingDrawing } from '../locale/meeting-picture.ts'
import { type DeskTools, privately } from './desk-tools.ts'
import { askedHere, meetingsOfPeriod } from './show-meetings.ts'

export async function drawMeetings(
  tools: DeskTools,
  from: ChatContext,
  asked: AskedMeetings,
): Promise<ChatReply> {
  const here = await askedHere(tools, from)
  const { now, zone } = here
  const period = asked.period ?? usualPeriod(now, zone)
  const meetings = (await meetingsOfPeriod(here, asked, period)).filter((meeting) =>
    isWithin(meeting, period),
  )
  const map = mapMeetings(meetings)
  if (map.links.length === 0) return privately(NOBODY_TO_DRAW)
  const pictured = { map, period, now, zone }
  return privately(pictureMessage(pictured, await tools.draw(meetingDrawing(pictured))))
}
