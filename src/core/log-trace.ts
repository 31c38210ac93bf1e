// The names under which the log tells one life from beginning to end: of an edition, a message, a request. Tells no life.
import { createHash } from 'node:crypto'
import type { Instant } from './calendar.ts'
import type { ChatContext } from './request.ts'

/** 32 hexadecimal digits, as W3C Trace Context writes them: whatever collects logs knows them, and so does grep. */
export type LogTrace = string

const TRACE_LENGTH = 32

/** The same for every attempt and in every process: an edition is its digest and its slot. */
export function editionTrace(editionId: string): LogTrace {
  return traceFrom(['edition', editionId])
}

/** Of a notice or a raised alert, by its id. */
export function messageTrace(id: string): LogTrace {
  return traceFrom(['message', id])
}

/** `count` tells requests of one instant apart. */
export function requestTrace(from: ChatContext, now: Instant, count: number): LogTrace {
  const { workspaceId, channel, person } = from
  return traceFrom(['request', workspaceId, channel, person, String(now), String(count)])
}

function traceFrom(parts: readonly string[]): LogTrace {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, TRACE_LENGTH)
}
