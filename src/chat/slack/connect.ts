// Lets Slack reach us: through a socket, through signed requests, or not at all. Understands nothing of what comes.
import type { Instant } from '../../core/calendar.ts'
import type { AttendTools } from './attend.ts'
import { createBoltApp } from './listen.ts'
import { SLACK_LOG } from '../../locale/slack.ts'
import { createSdkLog, scrubbed } from './sdk-log.ts'
import { type Connection, keepSocket } from './socket.ts'
import { checkToken, clientOptions } from './web-client.ts'

export interface ConnectOptions {
  readonly botToken: string
  readonly appToken?: string | undefined
  readonly signingSecret?: string | undefined
  readonly port?: number | undefined
  readonly apiUrl?: string | undefined
}

/** Where Bolt listens when nobody says otherwise. */
const DEFAULT_PORT = 3000

/** Ours: a request that is under way is acknowledged in much less; one that never ends is cut. */
const GOODBYE_TIMEOUT: Instant = 1000

/** Socket Mode where there is an app token, else signed HTTP where there is a secret; else we only post. */
export async function connectSlack(
  options: ConnectOptions,
  tools: AttendTools,
  busy: Set<Promise<void>>,
): Promise<Connection> {
  const { appToken, signingSecret } = options
  if (appToken !== undefined) return connectSocket({ ...options, appToken }, tools, busy)
  if (signingSecret !== undefined) return connectHttp({ ...options, signingSecret }, tools, busy)
  return { close: () => Promise.resolve() }
}

async function connectSocket(
  options: ConnectOptions & { readonly appToken: string },
  tools: AttendTools,
  busy: Set<Promise<void>>,
): Promise<Connection> {
  checkToken(options.appToken)
  const bolt = await import('@slack/bolt')
  const logger = createSdkLog(tools.log, bolt.LogLevel.INFO)
  const client = clientOptions(options.apiUrl, logger)
  const receiver = new bolt.SocketModeReceiver({
    appToken: options.appToken,
    logger,
    // Its own reconnecting rejects where nobody can catch it when Slack cannot be reached: it would end the process.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: client },
  })
  createBoltApp(bolt, receiver, { botToken: options.botToken, clientOptions: client, logger }, tools, busy)
  return keepSocket(receiver.client, tools.log)
}

async function connectHttp(
  options: ConnectOptions & { readonly signingSecret: string },
  tools: AttendTools,
  busy: Set<Promise<void>>,
): Promise<Connection> {
  const bolt = await import('@slack/bolt')
  const { botToken, signingSecret } = options
  const logger = createSdkLog(tools.log, bolt.LogLevel.INFO)
  const receiver = new bolt.HTTPReceiver({ signingSecret, logger })
  const client = clientOptions(options.apiUrl, logger)
  createBoltApp(bolt, receiver, { botToken, clientOptions: client, logger }, tools, busy)
  const port = options.port ?? DEFAULT_PORT
  const server = await receiver.start(port).catch((error: unknown) => {
    tools.log.error(SLACK_LOG.portClosed, { port, error: scrubbed(error) })
    throw error
  })
  return {
    async close() {
      const closed = receiver.stop()
      server.closeIdleConnections()
      const timer = setTimeout(() => server.closeAllConnections(), GOODBYE_TIMEOUT)
      await closed
      clearTimeout(timer)
    },
  }
}
