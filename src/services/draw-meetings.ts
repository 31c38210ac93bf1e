// Who met whom over a period, as a picture and in words. Decides nothing about language.
import { mapMeetings } from '../core/meeting-map.ts'
import { type AskedMeetings, isWithin, periodOfAll, usualPeriod } from '../core/meeting-list.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { pictureMessage, NOBODY_TO_DRAW, meetingDrawing } from '../locale/meeting-picture.ts'
import { askedHere } from './asked-here.ts'
import { type DeskTools, privately } from './desk-tools.ts'
import { meetingsOfPeriod } from './show-meetings.ts'

export async function drawMeetings(
  tools: DeskTools,
  from: ChatContext,
  asked: AskedMeetings,
): Promise<ChatReply> {
  const here = await askedHere(tools, from)
  const { now, zone } = here
  const found = await meetingsOfPeriod(here, asked)
  const usual = asked.person === undefined ? usualPeriod(now, zone) : periodOfAll(found)
  const period = asked.period ?? usual
  if (period === undefined) return privately(NOBODY_TO_DRAW)
  const meetings = found.filter((meeting) => isWithin(meeting, period))
  const map = mapMeetings(meetings)
  if (map.links.length === 0) return privately(NOBODY_TO_DRAW)
  const pictured = { map, period, now, zone }
  return privately(pictureMessage(pictured, await tools.draw(meetingDrawing(pictured))))
}
