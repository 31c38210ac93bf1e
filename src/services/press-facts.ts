// The buttons under what is known of people and meetings. Undefined for those of others.
import type { Action } from '../core/action.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { MESSAGE_TOO_OLD } from '../locale/questions.ts'
import { type DeskTools, privately } from './desk-tools.ts'
import { findMemo } from './keep-memo.ts'
import { drawMeetings } from './draw-meetings.ts'
import { turnMeetings } from './show-meetings.ts'
import { turnPerson } from './show-person.ts'

export async function pressFacts(
  tools: DeskTools,
  from: ChatContext,
  { verb, target, detail }: Action,
): Promise<ChatReply | undefined> {
  if (verb !== 'turn' && verb !== 'pick-person' && verb !== 'draw-meetings') return undefined
  const memo = await findMemo(tools, from, target)
  const position = Math.max(0, Math.trunc(Number(detail)) || 0)
  if (verb === 'turn') {
    if (memo?.kind === 'person') return turnPerson(tools, from, { ...memo, memoId: target, page: position })
    if (memo?.kind === 'meetings')
      return turnMeetings(tools, from, { ...memo, memoId: target, page: position })
    return undefined
  }
  if (verb === 'draw-meetings' && memo?.kind === 'meetings') return drawMeetings(tools, from, memo.asked)
  if (verb === 'pick-person' && memo?.kind === 'people') {
    const person = memo.people[position]
    const { listing } = memo
    if (person !== undefined && listing !== undefined)
      return turnMeetings(tools, from, { asked: { ...listing, person }, page: 0 })
    if (person !== undefined) return turnPerson(tools, from, { person, page: 0 })
  }
  return privately(MESSAGE_TOO_OLD)
}
