// The Discord platform over the fake Discord, for the tests of this folder. Tests nothing itself.
import { isDeepStrictEqual } from 'node:util'
import { type Action, act } from '../../../src/core/action.ts'
import type { Instant } from '../../../src/core/calendar.ts'
import type { MessageText, OutgoingMessage } from '../../../src/core/message.ts'
import type { ChatReply, ChatRequest } from '../../../src/core/request.ts'
import type { ChatPlatform, Inbox, Log } from '../../../src/ports.ts'
import { SUPPRESS_EMBEDS } from '../../../src/chat/discord/limits.ts'
import { createDiscordPlatform } from '../../../src/chat/discord/platform.ts'
import type { UserAction } from './fake/action.ts'
import { recordOf } from './fake/json.ts'
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from './fake/fake-discord.ts'

export interface Stage {
  readonly fake: FakeDiscord
  readonly platform: ChatPlatform
  readonly guild: string
  readonly channel: string
  /** A member without rights. */
  readonly person: string
  /** What reached the inbox, oldest first. */
  readonly requests: readonly ChatRequest[]
  /** Lines of the log, as JSON. */
  readonly lines: readonly string[]
  /** How the next requests are replied to. */
  reply(make: (request: ChatRequest) => ChatReply | Promise<ChatReply>): void
  readonly inbox: Inbox
  close(): Promise<void>
}

export interface StageOptions extends FakeDiscordOptions {
  readonly clock?: () => Instant
}

export const SILENT: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore }

function ignore(): void {
  // Nobody reads it.
}

function replyNothing(): ChatReply {
  return { kind: 'nothing' }
}

export function text(words: string): MessageText {
  return { summary: words, blocks: [{ kind: 'paragraph', spans: [{ kind: 'plain', text: words }] }] }
}

/** With one button below, «Suite». */
export function withButton(words: string, action: Action = act('explain', 'envoi-1')): MessageText {
  const buttons = [{ label: 'Suite', action, style: 'plain' }] as const
  return { summary: words, blocks: [...text(words).blocks, { kind: 'buttons', buttons }] }
}

export function messageOf(key: string, words: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return { key, ...text(words), ...more }
}

/** What somebody is answered, as text. */
export async function answerTo(action: UserAction): Promise<readonly string[]> {
  return (await action.answered).responses.map((one) => one.text)
}

/** The failure of what was posted; `posted` when there was none. */
export async function failureOf(posting: Promise<unknown>): Promise<unknown> {
  return posting.then(
    () => 'posted',
    (error: { readonly failure: unknown }) => error.failure,
  )
}

/** How many requests were made. */
export function countCalls({ fake }: Stage, method: string, path: RegExp): number {
  return fake.requests.filter((request) => request.method === method && path.test(request.path)).length
}

export function privately(message: MessageText): ChatReply {
  return { kind: 'message', audience: 'person', message }
}

/** Waits until Discord knows the commands: then everything of a start is done. */
export async function started(stage: Stage): Promise<void> {
  await stage.platform.start(stage.inbox)
  await until(() => stage.fake.commands().length > 0)
}

/** Ends a test: Discord would have refused nothing of what it was sent, and nothing of it could call anybody. */
export async function closeGood(stage: Stage): Promise<void> {
  const { violations, requests } = stage.fake
  const calling = requests.filter(({ body }) => !isQuiet(body))
  await stage.close()
  if (violations.length > 0) throw new Error(`Discord refuses: ${JSON.stringify(violations)}`)
  if (calling.length > 0) throw new Error(`Could call somebody: ${JSON.stringify(calling)}`)
}

/** Posts, edits, answers and what follows them alike: `allowed_mentions` names nobody, and no link is unfolded. */
function isQuiet(body: unknown): boolean {
  const { data, ...outer } = recordOf(body)
  const message = 'content' in outer ? outer : recordOf(data)
  if (!('content' in message)) return true
  const isMute = isDeepStrictEqual(message['allowed_mentions'], { parse: [] })
  return isMute && (Number(message['flags']) & SUPPRESS_EMBEDS) !== 0
}

export async function until(isReached: () => boolean, milliseconds = 9000): Promise<void> {
  const end = Date.now() + milliseconds
  while (!isReached()) {
    if (Date.now() > end) throw new Error('Not reached in time')
    await pause(5)
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const fake = await startFakeDiscord(options)
  const added = fake.addGuild({ name: 'Le Courrier' })
  const guild = added.id
  const channel = fake.addChannel(guild, { name: 'revue' })
  const person = fake.addMember(guild, { name: 'Camille Roux' })
  const lines: string[] = []
  const note = (message: string, data?: unknown): void => {
    lines.push(JSON.stringify({ message, data }))
  }
  const log: Log = { debug: note, info: note, warn: note, error: note }
  const platform = createDiscordPlatform({
    token: fake.token,
    apiUrl: fake.apiUrl,
    log,
    now: options.clock ?? Date.now,
  })
  const requests: ChatRequest[] = []
  let make: Parameters<Stage['reply']>[0] = replyNothing
  return {
    fake,
    platform,
    guild,
    channel,
    person,
    requests,
    lines,
    reply: (given) => {
      make = given
    },
    inbox: async (request) => {
      requests.push(request)
      return make(request)
    },
    close: async () => {
      await platform.stop()
      await fake.close()
    },
  }
}
