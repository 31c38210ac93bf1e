// The thread below a lead: made with its first reply, and where it cannot be, known not to be. Posts no message.
import { HOUR, type Instant } from '../../core/calendar.ts'
import type { DiscordApi } from './api.ts'
import { codeOf, statusOf } from './api-errors.ts'
import { createBoundedMap } from './bounded-map.ts'
import { labelOf } from './label.ts'
import { DISCORD_LIMITS } from './limits.ts'
import { messageSchema } from './payloads.ts'
import { titleOf } from './thread-name.ts'

export interface Threads {
  /** A message that may become a lead, for the name of its thread. */
  noteLead(messageId: string, summary: string): void
  /** Whether replies to a lead go to its thread, which has the lead's id and is there from now on. Throws as the API. */
  open(channelId: string, leadId: string, signal: AbortSignal): Promise<boolean>
  /** The thread takes no messages: replies to this lead go elsewhere for an hour. */
  close(leadId: string): void
}

/** Of leads and channels: some days of 500 channels. */
const REMEMBERED = 5000

/** How long a refusal holds: each counts against our address, and rights do not change by the minute. */
const REFUSAL_TIME: Instant = HOUR

/** Minutes without a message until Discord puts a thread away: it is a day's talk. resources/channel, thread metadata. */
const AUTO_ARCHIVE_MINUTES = 1440

/** topics/opcodes-and-status-codes, JSON. */
const UNKNOWN_CHANNEL = 10_003
const UNKNOWN_MESSAGE = 10_008
const THREAD_EXISTS = 160_004

export function createThreads(api: DiscordApi, now: () => Instant): Threads {
  const summaries = createBoundedMap<string>(REMEMBERED)
  const opened = createBoundedMap<boolean>(REMEMBERED)
  const refusedUntil = createBoundedMap<Instant>(REMEMBERED)
  const isRefused = (id: string): boolean => (refusedUntil.get(id) ?? 0) > now()
  const refuse = (id: string): void => refusedUntil.set(id, now() + REFUSAL_TIME)
  return {
    noteLead: (messageId, summary) => summaries.set(messageId, summary),
    open: async (channelId, leadId, signal) => {
      if (isRefused(channelId) || isRefused(leadId)) return false
      if (opened.get(leadId) === true) return true
      try {
        const name = summaries.get(leadId) ?? titleOf(await readLead(api, channelId, leadId, signal))
        const body = {
          name: labelOf(name, DISCORD_LIMITS.threadNameCharacters),
          auto_archive_duration: AUTO_ARCHIVE_MINUTES,
        }
        await api.call('POST', `/channels/${channelId}/messages/${leadId}/threads`, { body, signal })
      } catch (error) {
        const outcome = outcomeOf(error)
        if (outcome === 'failed') throw error
        if (outcome !== 'exists') refuse(outcome === 'lead-missing' ? leadId : channelId)
        if (outcome !== 'exists') return false
      }
      opened.set(leadId, true)
      return true
    },
    close: (leadId) => {
      opened.remove(leadId)
      refuse(leadId)
    },
  }
}

/** After a restart: the words of the lead are the only ones left. */
async function readLead(
  api: DiscordApi,
  channelId: string,
  leadId: string,
  signal: AbortSignal,
): Promise<string> {
  const answer = await api.call('GET', `/channels/${channelId}/messages/${leadId}`, { signal })
  return messageSchema.parse(answer).content
}

/** A channel that is a thread itself, a private one, no right to threads, too many of them: no threads there. */
function outcomeOf(error: unknown): 'exists' | 'lead-missing' | 'impossible' | 'failed' {
  const [code, status] = [codeOf(error), statusOf(error)]
  if (code === THREAD_EXISTS) return 'exists'
  if (code === UNKNOWN_MESSAGE) return 'lead-missing'
  if (code === UNKNOWN_CHANNEL) return 'failed'
  return status === 400 || status === 403 || status === 404 ? 'impossible' : 'failed'
}
