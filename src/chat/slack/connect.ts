// Lets Slack reach us: through a socket, through signed requests, or not at all. Understands nothing of what comes.
import type { Door } from '../../door.ts'
import { createBoltApp, type Reception } from './listen.ts'
import { createSdkLog } from './sdk-log.ts'
import { type Connection, keepSocket } from './socket.ts'
import { checkToken, clientOptions } from './web-client.ts'

export interface ConnectOptions {
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
  reception: Reception,
  busy: Set<Promise<void>>,
): Promise<Connection> {
  const { appToken, signingSecret, door } = options
  if (appToken !== undefined) return connectSocket({ ...options, appToken }, reception, busy)
  if (signingSecret !== undefined && door !== undefined)
    return connectHttp({ ...options, signingSecret, door }, reception, busy)
  return { isOpen: () => true, close: () => Promise.resolve() }
}

async function connectSocket(
  options: ConnectOptions & { readonly appToken: string },
  reception: Reception,
  busy: Set<Promise<void>>,
): Promise<Connection> {
  checkToken(options.appToken)
  const bolt = await import('@slack/bolt')
  const logger = createSdkLog(reception.log, bolt.LogLevel.INFO)
  const client = clientOptions(options.apiUrl, logger)
  const receiver = new bolt.SocketModeReceiver({
    appToken: options.appToken,
    logger,
    // Its own reconnecting rejects where nobody can catch it when Slack cannot be reached: it would end the process.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: client },
  })
  createBoltApp(bolt, receiver, { clientOptions: client, logger }, reception, busy)
  return keepSocket(receiver.client, reception.log)
}

async function connectHttp(
  options: ConnectOptions & { readonly signingSecret: string; readonly door: Door },
  reception: Reception,
  busy: Set<Promise<void>>,
): Promise<Connection> {
  const bolt = await import('@slack/bolt')
  const { signingSecret, door } = options
  const logger = createSdkLog(reception.log, bolt.LogLevel.INFO)
  const receiver = new bolt.HTTPReceiver({ signingSecret, endpoints: PATH, logger })
  const client = clientOptions(options.apiUrl, logger)
  createBoltApp(bolt, receiver, { clientOptions: client, logger }, reception, busy)
  const room = await door.serve(PATH, (request, response) => {
    // Bolt throws at what is no POST to its own path, and leaves the answer to us.
    if (request.method === 'POST' && request.url?.split('?', 1)[0] === PATH)
      receiver.requestListener(request, response)
    else response.writeHead(404).end()
  })
  return { isOpen: () => true, close: () => room.close() }
}
