// A Slack on loopback that speaks the real protocols: Web API, Socket Mode, signed HTTP. Knows nothing of Pressoir.
import { createServer } from 'node:http'
import { ACKNOWLEDGE_MS, RETRY_DELAYS_MS } from './block-limits.ts'
import { deliver, type Transport } from './delivery.ts'
import { createFaults, type Fault } from './faults.ts'
import { createJournal, type LoggedRequest, type Violation } from './journal.ts'
import { isRecord, parseJson } from './json.ts'
import { createLiveViews, type ShownView } from './live-views.ts'
import { listenOnLoopback } from './loopback.ts'
import { createPeople, type People } from './people.ts'
import { createRateMeter, type RateLimits } from './rate-limits.ts'
import { createRequestListener } from './request-listener.ts'
import { createSignedHttp, postSigned, type RawAnswer, type RawPost } from './signed-http.ts'
import { createSocketMode, type DisconnectReason } from './socket-mode.ts'
import type { State } from './state.ts'
import { createResponseUrls, createTriggers } from './triggers.ts'
import {
  addConversation,
  addPerson,
  createWorkspace,
  removeMessage,
  repliesOf,
  type NewConversation,
  type NewPerson,
  type StoredEphemeral,
  type StoredMessage,
} from './workspace.ts'

/** What a press review needs; take one away to see what the app says then. */
const DEFAULT_SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'team:read',
  'users:read',
] as const

export interface FakeSlackOptions {
  /** Milliseconds since 1970; decides timestamps, life of triggers and response addresses, and speed. */
  readonly now?: () => number
  /** Which of several sockets gets an event; from 0 to less than 1. */
  readonly random?: () => number
  readonly scopes?: readonly string[]
  readonly teamId?: string
  /** Identifiers are counted from here: 0, so that two workspaces differ where a test wants it. */
  readonly idsFrom?: number
  /** Slack's own unless told; `off` for tests about something else. */
  readonly rateLimits?: RateLimits | 'off'
  /** How long the app may take to acknowledge; 3,000 ms. */
  readonly acknowledgeMs?: number
  /** Between attempts to deliver an event; 0, 1 min and 5 min. */
  readonly retryDelaysMs?: readonly number[]
}

/** A message of a channel with what hangs under it. */
interface ChannelMessage extends StoredMessage {
  /** Oldest first. */
  readonly replies: readonly StoredMessage[]
}

export interface FakeSlack extends People {
  /** For `clientOptions.slackApiUrl`; ends with a slash. */
  readonly apiUrl: string
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
  readonly teamId: string
  readonly appId: string
  readonly botId: string
  readonly botUserId: string

  /** The id of the new channel; the bot is in it unless `hasBot: false`. */
  addChannel(channel: NewConversation): string
  /** The id of the new person; not in any channel until `joinChannel` or `members` of a channel. */
  addUser(person: NewPerson): string
  joinChannel(channel: string, user: string): void
  archiveChannel(channel: string): void
  unarchiveChannel(channel: string): void
  deleteChannel(channel: string): void
  /** Somebody with the right deletes it. */
  deleteMessage(channel: string, ts: string): void
  /** From a channel, or without one from the workspace: `account_inactive`, sockets closed. */
  removeBot(channel?: string): void
  /** Undoes `removeBot`. */
  inviteBot(channel?: string): void
  revokeToken(): void
  restoreToken(): void
  grantScope(scope: string): void
  withdrawScope(scope: string): void

  /** What stands in a channel, oldest first, answers under their message. A person's id means the private conversation. */
  messages(channel: string): readonly ChannelMessage[]
  /** What only this person sees there, oldest first. */
  ephemerals(channel: string, user: string): readonly StoredEphemeral[]
  home(user: string): ShownView | undefined
  /** Modals open on somebody's screen, the lowest first. */
  modals(user: string): readonly ShownView[]

  /** Every call of the Web API (`chat.postMessage` …) and of response addresses (`response_url`), oldest first. */
  readonly requests: readonly LoggedRequest[]
  /** Everything that the app must not do; tests want it empty. */
  readonly violations: readonly Violation[]
  /** How many calls heard 429, faults included; of one channel or method, or of all. */
  rateLimitedCount(place?: string): number
  /** Hears each call when it was carried out and before it is answered: the moment for `kill -9`. Gives its end. */
  watch(listener: (request: LoggedRequest) => void): () => void
  /** Forgets requests, messages, ephemerals and violations, for long runs. */
  forget(): void

  /** Orders a misfortune; gives the way to mend it. */
  fault(fault: Fault): () => void
  /** Cuts every WebSocket without a word. */
  dropSockets(): void
  /** Says goodbye to every WebSocket, as Slack does before it recycles a server. */
  disconnectSockets(reason: DisconnectReason): void
  socketCount(): number
  /** Envelopes by connection, in the order of opening. */
  socketEnvelopes(): readonly number[]
  /** Waits until so many sockets are open; rejects after 10 s. */
  socketsOpen(count?: number): Promise<void>

  /** From now on payloads go to this address, signed; without one, back to the sockets. */
  useHttp(requestUrl?: string): void
  /** Slack's first question to a new address; whether the app answered with the challenge. */
  verifyUrl(requestUrl: string): Promise<boolean>
  /** A single POST, honest or forged; never retried. Rejects when nobody answers in time. */
  sendOverHttp(targetUrl: string, post: RawPost): Promise<RawAnswer>

  /** Ends every connection, also those that hang. */
  close(): Promise<void>
}

/** Listens on a free port of 127.0.0.1. */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const state = createState(options)
  const acknowledgeMs = options.acknowledgeMs ?? ACKNOWLEDGE_MS
  const retryDelaysMs = options.retryDelaysMs ?? RETRY_DELAYS_MS
  const socketMode = createSocketMode(state, { acknowledgeMs, random: options.random ?? Math.random })
  const server = createServer(createRequestListener(state))
  server.on('upgrade', (request, socket, head) => {
    socketMode.upgrade(request, socket, head)
  })
  state.origin = await listenOnLoopback(server)

  let transport: Transport = socketMode
  const people = createPeople(state, (envelope, firstRetry) =>
    deliver(transport, envelope, { retryDelaysMs, firstRetry }),
  )
  const { workspace, journal, views } = state
  return {
    ...people,
    ...workspaceControls(state, () => socketMode.disconnect('link_disabled')),
    apiUrl: `${state.origin}/api/`,
    botToken: state.botToken,
    appToken: state.appToken,
    signingSecret: state.signingSecret,
    teamId: workspace.teamId,
    appId: workspace.appId,
    botId: workspace.botId,
    botUserId: workspace.botUserId,
    home: (user) => views.home(user),
    modals: (user) => views.stack(user),
    requests: journal.requests,
    violations: journal.violations,
    watch: (listener) => journal.watch(listener),
    fault: (fault) => state.faults.add(fault),
    dropSockets: () => {
      socketMode.drop()
    },
    disconnectSockets: (reason) => {
      socketMode.disconnect(reason)
    },
    socketCount: () => socketMode.count(),
    socketEnvelopes: () => socketMode.received(),
    async socketsOpen(count = 1) {
      const until = performance.now() + 10_000
      while (socketMode.count() < count) {
        if (performance.now() > until) throw new Error(`Only ${socketMode.count()} of ${count} sockets open`)
        await new Promise((resolve) => {
          setTimeout(resolve, 5)
        })
      }
    },
    useHttp(requestUrl) {
      transport = requestUrl === undefined ? socketMode : createSignedHttp(state, requestUrl, acknowledgeMs)
    },
    async verifyUrl(requestUrl) {
      const challenge = crypto.randomUUID()
      const body = JSON.stringify({ token: 'verification-token', challenge, type: 'url_verification' })
      const answer = await postSigned(state, requestUrl, { body }, acknowledgeMs)
      const given = parseJson(answer.body)
      return answer.status === 200 && isRecord(given) && given['challenge'] === challenge
    },
    sendOverHttp: (targetUrl, post) => postSigned(state, targetUrl, post, acknowledgeMs),
    close: () =>
      new Promise((resolve) => {
        socketMode.drop()
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

function createState(options: FakeSlackOptions): State {
  const now = options.now ?? Date.now
  const workspace = createWorkspace({
    now,
    teamId: options.teamId ?? 'T0PRESSOIR',
    idsFrom: options.idsFrom ?? 0,
  })
  return {
    workspace,
    journal: createJournal(),
    faults: createFaults(now),
    rates: createRateMeter(options.rateLimits ?? {}, now),
    triggers: createTriggers(now),
    responseUrls: createResponseUrls(now),
    views: createLiveViews(workspace),
    botToken: `xoxb-${workspace.teamId}-essai`,
    appToken: `xapp-1-${workspace.appId}-essai`,
    signingSecret: 'un-secret-de-signature',
    scopes: new Set(options.scopes ?? DEFAULT_SCOPES),
    tokenError: undefined,
    origin: '',
    tickets: new Set(),
  }
}

type WorkspaceControls = Pick<
  FakeSlack,
  | 'addChannel'
  | 'addUser'
  | 'joinChannel'
  | 'archiveChannel'
  | 'unarchiveChannel'
  | 'deleteChannel'
  | 'deleteMessage'
  | 'removeBot'
  | 'inviteBot'
  | 'revokeToken'
  | 'restoreToken'
  | 'grantScope'
  | 'withdrawScope'
  | 'messages'
  | 'ephemerals'
  | 'rateLimitedCount'
  | 'forget'
>

function workspaceControls(state: State, closeSockets: () => void): WorkspaceControls {
  const { workspace, journal, scopes } = state
  const { conversations, botUserId } = workspace
  const find = (id: string) => {
    const found =
      conversations.get(id) ??
      [...conversations.values()].find(({ kind, members }) => kind === 'direct' && members.has(id))
    if (found === undefined) throw new Error(`No channel ${id}`)
    return found
  }
  return {
    addChannel: (channel) => addConversation(workspace, channel).id,
    addUser: (person) => addPerson(workspace, person).id,
    joinChannel: (channel, user) => {
      find(channel).members.add(user)
    },
    archiveChannel: (channel) => {
      find(channel).isArchived = true
    },
    unarchiveChannel: (channel) => {
      find(channel).isArchived = false
    },
    deleteChannel: (channel) => {
      conversations.delete(find(channel).id)
    },
    deleteMessage: (channel, ts) => removeMessage(find(channel), ts),
    removeBot(channel) {
      if (channel === undefined) {
        state.tokenError = 'account_inactive'
        closeSockets()
      } else find(channel).members.delete(botUserId)
    },
    inviteBot(channel) {
      if (channel === undefined) state.tokenError = undefined
      else find(channel).members.add(botUserId)
    },
    revokeToken: () => {
      state.tokenError = 'token_revoked'
    },
    restoreToken: () => {
      state.tokenError = undefined
    },
    grantScope: (scope) => {
      scopes.add(scope)
    },
    withdrawScope: (scope) => {
      scopes.delete(scope)
    },
    messages(channel) {
      const isPerson = workspace.people.has(channel)
      const isKnown = [...conversations.values()].some(
        ({ kind, members }) => kind === 'direct' && members.has(channel),
      )
      if (isPerson && !isKnown) return []
      const conversation = find(channel)
      return [...conversation.messages.values()]
        .filter(({ threadTs, ts }) => threadTs === undefined || threadTs === ts)
        .map((message) => ({ ...message, replies: repliesOf(conversation, message.ts) }))
    },
    ephemerals: (channel, user) =>
      workspace.ephemerals.filter((each) => each.channel === channel && each.user === user),
    rateLimitedCount(place) {
      if (place !== undefined) return journal.rateLimited.get(place) ?? 0
      return [...journal.rateLimited.values()].reduce((sum, count) => sum + count, 0)
    },
    forget() {
      journal.requests.length = 0
      journal.violations.length = 0
      journal.rateLimited.clear()
      workspace.ephemerals.length = 0
      for (const { messages, threads } of conversations.values()) {
        messages.clear()
        threads.clear()
      }
    },
  }
}
