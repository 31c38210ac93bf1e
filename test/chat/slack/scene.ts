// A Slack on loopback and our adapter beside it. Asserts nothing.
import type { ChatReply, ChatRequest } from '../../../src/core/request.ts'
import type { OutgoingMessage } from '../../../src/core/message.ts'
import type { ChatPlatform, Log } from '../../../src/ports.ts'
import { createDoor } from '../../../src/web/door.ts'
import { createSlackPlatform, type SlackOptions } from '../../../src/chat/slack/platform.ts'
import { BOT_SCOPES } from '../../../src/chat/slack/scopes.ts'
import { freePort } from '../../web/free-port.ts'
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from './fake/fake-slack.ts'

/** No pace at all, for tests about something else. */
const AT_ONCE = {
  channelSpacing: 0,
  channelBurst: 1,
  workspaceSpacing: 0,
  workspaceBurst: 1,
  tier3Spacing: 0,
  tier3Burst: 1,
}

interface LogLine {
  readonly message: string
  readonly data: Readonly<Record<string, unknown>> | undefined
}

type Answer = (request: ChatRequest) => ChatReply | Promise<ChatReply>

function saysNothing(): ChatReply {
  return { kind: 'nothing' }
}

export interface Scene {
  readonly slack: FakeSlack
  readonly platform: ChatPlatform
  readonly channel: string
  /** Where signed requests go; `''` unless over HTTP. */
  readonly address: string
  /** An ordinary member of the channel. */
  readonly alice: string
  readonly log: readonly LogLine[]
  /** What the inbox was asked, oldest first. */
  readonly requests: ChatRequest[]
  /** What the inbox answers from now on. */
  readonly answer: (reply: Answer) => void
  start(): Promise<void>
  close(): Promise<void>
}

export interface SceneOptions {
  readonly slack?: FakeSlackOptions
  /** Over a socket unless told. */
  readonly mode?: 'socket' | 'http' | 'posting'
  readonly platform?: Partial<SlackOptions>
}

export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  const slack = await startFakeSlack({ scopes: BOT_SCOPES, rateLimits: 'off', ...options.slack })
  const alice = slack.addUser({ name: 'Alice Morel' })
  const channel = slack.addChannel({ name: 'presse', members: [alice] })
  const log: LogLine[] = []
  const requests: ChatRequest[] = []
  let answer: Answer = saysNothing
  const port = options.mode === 'http' ? await freePort() : undefined
  const platform = createSlackPlatform({
    botToken: slack.botToken,
    ...(options.mode === undefined || options.mode === 'socket' ? { appToken: slack.appToken } : {}),
    ...(port === undefined
      ? {}
      : { signingSecret: slack.signingSecret, door: createDoor({ port, log: logInto(log) }) }),
    apiUrl: slack.apiUrl,
    pace: AT_ONCE,
    log: logInto(log),
    now: options.slack?.now ?? Date.now,
    ...options.platform,
  })
  const address = port === undefined ? '' : `http://127.0.0.1:${port}/slack/events`
  if (address !== '') slack.useHttp(address)
  return {
    slack,
    platform,
    channel,
    address,
    alice,
    log,
    requests,
    answer: (reply) => {
      answer = reply
    },
    async start() {
      await platform.start(async (request) => {
        requests.push(request)
        return answer(request)
      })
    },
    async close() {
      await platform.stop()
      await slack.close()
    },
  }
}

function logInto(lines: LogLine[]): Log {
  const add = (message: string, data?: Readonly<Record<string, unknown>>): void => {
    lines.push({ message, data })
  }
  return { debug: add, info: add, warn: add, error: add }
}

let count = 0

export function outgoing(text: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  count++
  return {
    key: `essai-${count}`,
    summary: 'La revue du matin',
    blocks: [{ kind: 'paragraph', spans: [{ kind: 'plain', text }] }],
    ...more,
  }
}
