// A small real Bolt app for the tests of the fake: the press review in miniature. Holds no logic of Pressoir's.
import { App, LogLevel, SocketModeReceiver, type types } from '@slack/bolt'
import type { FakeSlack } from './fake-slack.ts'
import { originOf } from './loopback.ts'

/** Bolt says every refusal aloud; these tests ask for them. */
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
}

/** After a lost socket Bolt waits this long before it opens the next one, in milliseconds; 5,000 by default. */
const PING_TIMEOUT_MS = 150

/** The client as the app has it: no patience with lost calls, so that a test sees the first answer. */
function clientOptions(slack: FakeSlack) {
  return { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: silent }
}

export function socketApp(slack: FakeSlack): App {
  const options = clientOptions(slack)
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: silent,
    clientPingTimeout: PING_TIMEOUT_MS,
    installerOptions: {
      clientOptions: { ...options, retryConfig: { retries: 10, minTimeout: 50, factor: 1 } },
    },
  })
  const app = new App({ token: slack.botToken, receiver, logger: silent, clientOptions: options })
  app.error(() => Promise.resolve())
  return app
}

/** As in production: the options of the task, nothing else. */
export function plainSocketApp(slack: FakeSlack): App {
  return new App({
    socketMode: true,
    token: slack.botToken,
    appToken: slack.appToken,
    logger: silent,
    clientOptions: { slackApiUrl: slack.apiUrl },
  })
}

export function httpApp(slack: FakeSlack): App {
  const app = new App({
    token: slack.botToken,
    signingSecret: slack.signingSecret,
    logger: silent,
    clientOptions: clientOptions(slack),
  })
  app.error(() => Promise.resolve())
  return app
}

/** A modal with one field of each kind that these tests fill. */
const FEED_FORM: types.ModalView = {
  type: 'modal',
  callback_id: 'ajouter-un-flux',
  private_metadata: 'canal C1',
  title: { type: 'plain_text', text: 'Ajouter un flux' },
  submit: { type: 'plain_text', text: 'Vérifier' },
  blocks: [
    {
      type: 'input',
      block_id: 'adresse',
      label: { type: 'plain_text', text: 'Adresse du flux ou du site' },
      element: { type: 'plain_text_input', action_id: 'adresse', max_length: 200 },
    },
    {
      type: 'input',
      block_id: 'rubrique',
      label: { type: 'plain_text', text: 'Rubrique' },
      optional: true,
      element: { type: 'external_select', action_id: 'rubrique', min_query_length: 1 },
    },
    {
      type: 'input',
      block_id: 'heure',
      label: { type: 'plain_text', text: 'Heure' },
      element: { type: 'timepicker', action_id: 'heure', initial_time: '08:00' },
    },
  ],
}

export const DIGEST_BLOCKS: types.KnownBlock[] = [
  { type: 'header', text: { type: 'plain_text', text: 'La revue du matin', emoji: false } },
  { type: 'section', text: { type: 'mrkdwn', text: 'Le pont rouvre lundi.', verbatim: true } },
  {
    type: 'actions',
    block_id: 'gestes',
    elements: [
      {
        type: 'button',
        action_id: 'pourquoi',
        value: 'sujet-1',
        text: { type: 'plain_text', text: 'Pourquoi ?' },
      },
    ],
  },
]

const HOME: types.HomeView = {
  type: 'home',
  blocks: [{ type: 'section', text: { type: 'plain_text', text: 'Vos flux : aucun pour l’instant.' } }],
}

/** Commands, button, form, suggestions, mention and Home. */
export function addListeners(app: App): void {
  app.command('/qui', async ({ ack, respond, command }) => {
    await ack()
    await respond({ text: `Je cherche : ${command.text}`, response_type: 'ephemeral' })
  })
  app.command('/aide', async ({ ack }) => {
    await ack({ text: 'Les commandes : /qui, /flux.', response_type: 'ephemeral' })
  })
  app.command('/flux', async ({ ack, client, body }) => {
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view: FEED_FORM })
  })
  app.command('/muette', () => Promise.resolve())
  app.action('pourquoi', async ({ ack, respond }) => {
    await ack()
    await respond({ text: 'Trois sources le disent.', replace_original: false })
  })
  app.options('rubrique', async ({ ack, payload }) => {
    const text = { type: 'plain_text', text: `Rubrique ${payload.value}` } as const
    await ack({ options: [{ text, value: payload.value }] })
  })
  app.view('ajouter-un-flux', async ({ ack, view, client, body }) => {
    const address = view.state.values['adresse']?.['adresse']?.value ?? ''
    if (!URL.canParse(address)) {
      await ack({ response_action: 'errors', errors: { adresse: 'Cette adresse n’est pas complète.' } })
      return
    }
    await ack()
    await client.apiCall('chat.postMessage', { channel: body.user.id, text: `Flux ajouté : ${address}` })
  })
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: 'Je vous réponds ici.', thread_ts: event.thread_ts ?? event.ts })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: HOME })
  })
}

/** Starts an app of `httpApp` on a free port; the address of its events. */
export async function listenOverHttp(app: App): Promise<string> {
  const server = await app.start({ host: '127.0.0.1', port: 0 })
  if (!('address' in server)) throw new Error('This app listens to sockets')
  return `${originOf(server)}/slack/events`
}
