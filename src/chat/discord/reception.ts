// Where everything that comes from Discord is received: read, asked about, answered; a failure is one line of the log.
import type { ChatContext } from '../../core/request.ts'
import { DISCORD_LOG } from '../../locale/discord.ts'
import type { Inbox, Log } from '../../ports.ts'
import { answersTo } from './answers.ts'
import type { DiscordApi } from './api.ts'
import { codeOf, statusOf } from './api-errors.ts'
import { attend } from './attend.ts'
import { attendMessage } from './attend-message.ts'
import { messageBody, requestOf } from './bodies.ts'
import type { Gateway } from './gateway.ts'
import { interactionSchema, receivedMessageSchema } from './payloads.ts'
import { readInteraction } from './receive.ts'
import { wordsForBot } from './receive-message.ts'
import { renderMessage } from './render.ts'

export interface ReceptionOptions {
  readonly api: DiscordApi
  readonly interactionApi: Pick<DiscordApi, 'call'>
  readonly log: Log
  readonly gateway: () => Pick<Gateway, 'botId' | 'server' | 'serverOf' | 'parentOf'>
  readonly inbox: Inbox
}

export interface Reception {
  /** None of them throws or rejects. */
  receiveInteraction(payload: unknown): Promise<void>
  receiveMessage(payload: unknown): Promise<void>
  /** The bot was let into a server, or is in it when it starts; or it was removed. */
  receiveMembership(serverId: string, name: string, isIn: boolean): Promise<void>
}

export function createReception(options: ReceptionOptions): Reception {
  const { log, inbox } = options
  return {
    receiveInteraction: (payload) => guarded(log, () => takeInteraction(options, payload), TOO_LATE),
    receiveMessage: (payload) => guarded(log, () => takeMessage(options, payload)),
    receiveMembership: (serverId, name, isIn) =>
      guarded(log, async () => {
        await inbox({ from: serverItself(serverId, name), kind: isIn ? 'joined' : 'left' })
      }),
  }
}

async function takeInteraction(options: ReceptionOptions, payload: unknown): Promise<void> {
  const { data: interaction } = interactionSchema.safeParse(payload)
  if (interaction === undefined) return options.log.debug(DISCORD_LOG.unreadable)
  const gateway = options.gateway()
  const serverId = interaction.guild_id
  const place = {
    serverName: gateway.server(serverId ?? '')?.name ?? '',
    hasChannel: (id: string) => serverId !== undefined && gateway.serverOf(id) === serverId,
  }
  const answers = answersTo(interaction, options.interactionApi)
  const attending = attend(
    {
      answers,
      inbox: options.inbox,
      replace: async ({ id, channelId, key }, { message }) => {
        const [first] = renderMessage(message, key)
        if (first === undefined) return
        const path = `/channels/${channelId}/messages/${id}` as const
        await options.api.call('PATCH', path, requestOf(first, messageBody(first)))
      },
    },
    interaction,
    readInteraction(interaction, place),
  )
  // Whoever types on has dropped the question: a suggestion that comes late is no news.
  await (interaction.type === 4 ? attending.catch(() => undefined) : attending)
}

async function takeMessage(options: ReceptionOptions, payload: unknown): Promise<void> {
  const { data: message } = receivedMessageSchema.safeParse(payload)
  if (message === undefined) return
  const gateway = options.gateway()
  const text = wordsForBot(message, gateway.botId())
  if (text !== undefined) await attendMessage({ ...options, gateway }, message, text)
}

/** Nobody asks: the server itself has news. */
function serverItself(serverId: string, name: string): ChatContext {
  return {
    workspaceId: `discord:${serverId}`,
    workspaceName: name,
    channel: '',
    person: '',
    personName: '',
    isAdministrator: false,
    roles: [],
  }
}

/** Unknown or expired interactions and their webhooks: the person has waited too long, and knows it. */
const TOO_LATE = new Set<unknown>([401, 404])

/** `tooLate`: the statuses that say so. */
async function guarded(
  log: Log,
  work: () => Promise<void>,
  tooLate: ReadonlySet<unknown> = new Set(),
): Promise<void> {
  try {
    await work()
  } catch (error) {
    const status = statusOf(error)
    const isLate = tooLate.has(status)
    const code = codeOf(error)
    // Only the kind of error: its words may hold an address, and an address the token of an interaction.
    const data = {
      name: error instanceof Error ? error.name.replace(/\[.*/u, '') : typeof error,
      ...(status === undefined ? {} : { status }),
      ...(code === undefined ? {} : { code }),
    }
    if (isLate) log.info(DISCORD_LOG.replyTooLate, data)
    else log.warn(DISCORD_LOG.replyFailed, data)
  }
}
