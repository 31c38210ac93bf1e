// Lets Slack reach us: through a socket, through signed requests, or not at all. Understands nothing of what comes.
import type { Door } from '../../door.ts'
import type { AttendTools } from './attend.ts'
import { createBoltApp } from './listen.ts'
import { createSdkLog } from './sdk-log.ts'
import { type Connection, keepSocket } from './socket.ts'
import { checkToken, clientOptions } from './web-client.ts'

export interface ConnectOptions {
  readonly botToken: string
  readonly appToken?: string | undefined
  readonly signingSecret?: string | undefined
  /** Where signed requests come in; without it there are none. */
  readonly door?: Door | undefined
  readonly apiUrl?: string | undefined
}

/** Where Slack's configuration sends them: config/slack-manifest.yaml. */
const PATH = '/slack/events'

/** Socket Mode where there is an app token, else signed HTTP where there are a secret and a door; else we only post. */
export async function connectSlack(
  options: ConnectOptions,
  tools: AttendTools,
  busy: Set<Promise<void>>,
): Promise<Connection> {
  const { appToken, signingSecret, door } = options
  if (appToken !== undefined) return connectSocket({ ...options, appToken }, tools, busy)
  if (signingSecret !== undefined && door !== undefined)
    return connectHttp({ ...options, signingSecret, door }, tools, busy)
  return { isOpen: () => true, close: () => Promise.resolve() }
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
  options: ConnectOptions & { readonly signingSecret: string; readonly door: Door },
  tools: AttendTools,
  busy: Set<Promise<void>>,
): Promise<Connection> {
  const bolt = await import('@slack/bolt')
  const { botToken, signingSecret, door } = options
  const logger = createSdkLog(tools.log, bolt.LogLevel.INFO)
  const receiver = new bolt.HTTPReceiver({ signingSecret, endpoints: PATH, logger })
  const client = clientOptions(options.apiUrl, logger)
  createBoltApp(bolt, receiver, { botToken, clientOptions: client, logger }, tools, busy)
  const room = await door.serve(PATH, (request, response) => {
    // Bolt throws at what is no POST to its own path, and leaves the answer to us.
    if (request.method === 'POST' && request.url?.split('?', 1)[0] === PATH)
      receiver.requestListener(request, response)
    else response.writeHead(404).end()
  })
  return { isOpen: () => true, close: () => room.close() }
}
