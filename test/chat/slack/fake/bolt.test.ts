// The real Bolt app against the fake Slack, over sockets and over signed HTTP: the same people, the same answers.
import type { App } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  addListeners,
  DIGEST_BLOCKS,
  httpApp,
  listenOverHttp,
  plainSocketApp,
  socketApp,
} from './bolt-app.ts'
import { startFakeSlack, type FakeSlack } from './fake-slack.ts'

let slack: FakeSlack
let app: App
let channel: string
let user: string

async function start(
  mode: 'socket' | 'http',
  options: Parameters<typeof startFakeSlack>[0] = {},
): Promise<void> {
  slack = await startFakeSlack({ acknowledgeMs: 400, retryDelaysMs: [20, 20, 20], ...options })
  user = slack.addUser({ name: 'camille' })
  channel = slack.addChannel({ name: 'revue-de-presse', members: [user] })
  app = mode === 'socket' ? socketApp(slack) : httpApp(slack)
  addListeners(app)
  if (mode === 'socket') await app.start()
  else slack.useHttp(await listenOverHttp(app))
}

afterEach(async () => {
  await app.stop()
  await slack.close()
})

describe.each(['socket', 'http'] as const)('Bolt over %s', (mode) => {
  beforeEach(() => start(mode))

  it('acknowledges a command and answers through its response address', async () => {
    const asked = slack.command({ user, channel, command: '/qui', text: 'a rencontré Lavrov ?' })
    const acked = await asked.acked
    const answer = await asked.response()
    expect(acked).toMatchObject({ isAcked: true, attempts: 1 })
    expect(acked.afterMs).toBeLessThan(400)
    expect(answer).toMatchObject({
      via: 'response_url',
      isEphemeral: true,
      text: 'Je cherche : a rencontré Lavrov ?',
    })
    expect(slack.ephemerals(channel, user)).toHaveLength(1)
    expect(slack.messages(channel)).toEqual([])
    expect(slack.violations).toEqual([])
  })

  it('answers a command in the acknowledgement itself', async () => {
    const { responses } = await slack.command({ user, channel, command: '/aide' }).settled()
    expect(responses).toMatchObject([{ via: 'ack', isEphemeral: true, text: 'Les commandes : /qui, /flux.' }])
  })

  it('opens a form, shows its errors, takes it when they are mended', async () => {
    const asked = slack.command({ user, channel, command: '/flux' })
    const view = await asked.openedView()
    expect(view).toMatchObject({ callback_id: 'ajouter-un-flux', private_metadata: 'canal C1' })

    const offered = await slack.suggest({ user, actionId: 'rubrique', value: 'inter' }).acked
    expect(offered.payload).toMatchObject({ options: [{ value: 'inter' }] })

    const refused = await slack.submit({ user, viewId: view.id, values: { adresse: 'lemonde' } }).acked
    expect(refused.payload).toMatchObject({
      response_action: 'errors',
      errors: { adresse: expect.any(String) },
    })
    expect(slack.modals(user)).toHaveLength(1)

    const values = {
      adresse: 'https://presse.exemple.fr/rss',
      rubrique: { text: 'Rubrique inter', value: 'inter' },
    }
    const sent = slack.submit({ user, callbackId: 'ajouter-un-flux', values })
    expect(await sent.response()).toMatchObject({ text: 'Flux ajouté : https://presse.exemple.fr/rss' })
    expect(slack.modals(user)).toEqual([])
    expect(slack.messages(user)).toHaveLength(1)
    expect(slack.violations).toEqual([])
  })

  it('presses a button of a message', async () => {
    await app.client.apiCall('chat.postMessage', {
      channel,
      text: 'La revue du matin',
      blocks: DIGEST_BLOCKS,
    })
    const [posted] = slack.messages(channel)
    const pressed = slack.press({ user, channel, message: posted?.ts ?? '', actionId: 'pourquoi' })
    expect(await pressed.response()).toMatchObject({ isEphemeral: true, text: 'Trois sources le disent.' })
    expect(slack.violations).toEqual([])
  })

  it('answers a mention in its thread', async () => {
    const asked = slack.mention({ user, channel, text: 'qui a rencontré Lavrov ?' })
    const answer = await asked.response()
    const [question] = slack.messages(channel)
    expect(answer).toMatchObject({ via: 'chat.postMessage', isEphemeral: false, threadTs: question?.ts })
    expect(question?.replies).toHaveLength(1)
  })

  it('publishes the Home when it is opened', async () => {
    await slack.openHome(user).publishedHome()
    expect(slack.home(user)?.blocks).toHaveLength(1)
  })

  it('says that a command which nobody acknowledged has failed', async () => {
    const acked = await slack.command({ user, channel, command: '/muette' }).acked
    expect(acked).toMatchObject({ isAcked: false, error: 'operation_timeout', attempts: 1 })
  })

  it('sends an event twice when told so, with one id', async () => {
    const { responses } = await slack.mention({ user, channel, text: 'bonjour', isDoubled: true }).settled()
    expect(responses).toHaveLength(2)
  })
})

describe('Socket Mode', () => {
  it('is what Bolt opens with no more than the tokens and the address of the API', async () => {
    slack = await startFakeSlack()
    user = slack.addUser({ name: 'camille' })
    channel = slack.addChannel({ name: 'revue', members: [user] })
    app = plainSocketApp(slack)
    addListeners(app)
    await app.start()
    expect(slack.socketCount()).toBe(1)
    expect(await slack.command({ user, channel, command: '/aide' }).acked).toMatchObject({ isAcked: true })
  })
})
