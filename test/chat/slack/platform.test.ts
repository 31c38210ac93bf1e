// People use Slack, the inbox answers, and people see it: over a socket and over signed HTTP.
import { connect } from 'node:net'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { createSlackPlatform, type SlackOptions } from '../../../src/chat/slack/platform.ts'
import { ExplainedError } from '../../../src/core/failures.ts'
import { createDoor } from '../../../src/web/door.ts'
import { freePort } from '../../web/free-port.ts'
import type { RawPost } from './fake/signed-http.ts'
import { after, buttons, formReply, privately, toAll } from './sample-replies.ts'
import { openScene, outgoing, type Scene, type SceneOptions } from './scene.ts'
import { screenOf } from './screen.ts'

let scene: Scene
afterEach(async () => {
  await scene.close()
})

async function open(options: SceneOptions = {}): Promise<Scene> {
  scene = await openScene(options)
  await scene.start()
  scene.requests.length = 0
  return scene
}

describe.each(['socket', 'http'] as const)('Slack by %s', (mode) => {
  it('acknowledges a command at once, and answers for one person alone', async () => {
    const { slack, channel, alice, requests, answer } = await open({ mode })
    answer(async () => {
      await after(300)
      return privately('Le 12 mars, à Moscou.', [buttons])
    })
    const asked = slack.command({ user: alice, channel, command: '/quand', text: 'a-t-il vu Lavrov ?' })
    const acked = await asked.acked
    expect(acked).toMatchObject({ isAcked: true })
    expect(acked.payload ?? '').toSatisfy((payload) => payload === '' || JSON.stringify(payload) === '{}')
    expect(acked.afterMs).toBeLessThan(100)
    const seen = await asked.response()
    expect(seen).toMatchObject({ via: 'response_url', isEphemeral: true, isReplacement: false })
    expect(screenOf(seen).text).toBe('Le 12 mars, à Moscou.\nPourquoi ? Mettre en pause')
    expect(requests).toEqual([
      {
        kind: 'command',
        command: 'quand',
        action: '',
        options: { question: 'a-t-il vu Lavrov ?' },
        from: {
          workspaceId: `slack:${slack.teamId}`,
          workspaceName: 'Rédaction d’essai',
          channel: `slack:${channel}`,
          person: alice,
          personName: expect.stringContaining('Alice'),
          isAdministrator: false,
          roles: [],
        },
      },
    ])
    expect(slack.violations).toEqual([])
  })

  it('opens a form, shows mistakes in it, offers while typing, and answers where it was asked for', async () => {
    const { slack, channel, alice, requests, answer } = await open({ mode })
    answer((request) => {
      if (request.kind === 'command') return formReply
      if (request.kind === 'suggestion')
        return { kind: 'suggestions', choices: [{ label: 'Sport', value: 'sport' }] }
      if (request.kind !== 'submission') return { kind: 'nothing' }
      return request.values['adresse']?.[0]?.startsWith('https:') === true
        ? privately('Le flux est suivi.')
        : {
            kind: 'mistakes',
            mistakes: { adresse: 'Cette adresse n’est pas complète.', autre: 'Et encore.' },
          }
    })
    const asked = slack.command({ user: alice, channel, command: '/flux', text: 'ajouter' })
    const view = await asked.openedView()
    expect(view.callback_id).toBe('add-feed')

    const offered = await slack.suggest({
      user: alice,
      viewId: view.id,
      actionId: 'suggest-rubric~rubriques',
      value: 'spo',
    }).acked
    expect(offered.payload).toEqual({
      options: [{ text: { type: 'plain_text', text: 'Sport', emoji: false }, value: 'sport' }],
    })

    const wrong = await slack.submit({ user: alice, viewId: view.id, values: { adresse: 'exemple' } }).acked
    expect(wrong.payload).toEqual({
      response_action: 'errors',
      errors: { adresse: 'Cette adresse n’est pas complète. Et encore.' },
    })
    expect(slack.modals(alice)).toHaveLength(1)

    const right = slack.submit({ user: alice, viewId: view.id, values: { adresse: 'https://exemple.fr' } })
    expect(await right.response()).toMatchObject({ via: 'chat.postEphemeral', channel, isEphemeral: true })
    expect(slack.modals(alice)).toHaveLength(0)
    expect(requests.at(-1)).toMatchObject({
      kind: 'submission',
      form: 'add-feed',
      target: 'f1',
      values: { adresse: ['https://exemple.fr'] },
      from: { channel: `slack:${channel}`, person: alice },
    })
    expect(slack.violations).toEqual([])
  })

  it('answers a mention in its thread, for all, once, even when Slack says it twice', async () => {
    const { slack, channel, alice, requests, answer } = await open({ mode })
    answer(() => toAll('Le préfet.'))
    const spoken = slack.mention({ user: alice, channel, text: 'qui a reçu les maires ?', isDoubled: true })
    const seen = await spoken.response()
    expect(seen).toMatchObject({ via: 'chat.postMessage', isEphemeral: false })
    await spoken.settled()
    expect(spoken.seen().responses).toHaveLength(1)
    const [question] = slack.messages(channel)
    expect(question?.replies.map((reply) => screenOf(reply).text)).toEqual(['Le préfet.'])
    expect(requests).toEqual([expect.objectContaining({ kind: 'mention', text: 'qui a reçu les maires ?' })])
    expect(requests[0]?.from).toMatchObject({ personName: 'Alice Morel', channel: `slack:${channel}` })
  })
})

describe('coming in', () => {
  it.each([
    ['the token of the bot', { botToken: 'xoxb-faux' }],
    ['the token of the app', { appToken: 'xapp-faux' }],
  ])('is refused with a wrong token: %s', async (_which, platform) => {
    scene = await openScene({ platform })
    const error: unknown = await scene.start().catch((caught: unknown) => caught)
    expect(error).toMatchObject({ failure: { code: 'token-refused', platform: 'slack' } })
    expect(JSON.stringify([error, scene.log, String(error)])).not.toMatch(/faux/u)
  })

  it.each<[string, Partial<SlackOptions>]>([
    ['that of the bot with the quotation mark of a text', { botToken: 'faux-jeton’' }],
    ['that of the bot over two lines', { botToken: 'faux\njeton' }],
    ['that of the app with the quotation mark of a text', { appToken: 'faux-jeton’' }],
    ['that of the app with a control code', { appToken: 'faux\u0000jeton' }],
  ])(
    'is refused with a token that no request could carry, and nobody reads it: %s',
    async (_which, platform) => {
      scene = await openScene({ platform })
      const error: unknown = await scene.start().catch((caught: unknown) => caught)
      expect(error).toMatchObject({ failure: { code: 'token-refused', platform: 'slack' } })
      const posted: unknown = await scene.platform
        .post(scene.channel, outgoing('Une.'))
        .catch((caught: unknown) => caught)
      // The token of the app is not needed for posting.
      const reason = posted instanceof ExplainedError ? reasonOf(posted) : 'none'
      expect(reason).toBe(platform.botToken === undefined ? 'none' : 'token-refused')
      const told = [error, posted].flatMap((each) => inspect(each, { depth: 9 }))
      expect(JSON.stringify([told, scene.log])).not.toMatch(/faux/u)
    },
  )

  it.each(['auth.test', 'apps.connections.open'])(
    'may be tried again when %s met a failing Slack',
    async (method) => {
      scene = await openScene()
      scene.slack.fault({ method, kind: 'status', status: 503 })
      await expect(scene.start()).rejects.toMatchObject({ failure: { code: 'platform-unreachable' } })
      await scene.start()
      scene.requests.length = 0
      await scene.slack.command({ user: scene.alice, channel: scene.channel, command: '/aide' }).settled(50)
      expect(scene.requests).toHaveLength(1)
    },
  )

  it('needs no connection for posting alone', async () => {
    const { slack, platform, channel } = await open({ mode: 'posting' })
    await platform.post(channel, outgoing('Une.'))
    expect(slack.socketCount()).toBe(0)
    expect(slack.requests.map(({ method }) => method)).toEqual(['auth.test', 'chat.postMessage'])
  })
})

describe('a request over HTTP', () => {
  const command = new URLSearchParams({
    command: '/aide',
    text: '',
    team_id: 'T0PRESSOIR',
    channel_id: 'C1',
    user_id: 'U1',
    user_name: 'alice',
    trigger_id: '1.2.a',
  }).toString()

  it.each<[string, Partial<RawPost>, number, number]>([
    ['signed by Slack', {}, 200, 1],
    ['signed by somebody else', { signature: 'wrong' }, 401, 0],
    ['not signed', { signature: 'missing' }, 401, 0],
    ['signed six minutes ago', { ageSeconds: 360 }, 401, 0],
    ['that is no form', { body: '{', contentType: 'application/json' }, 400, 0],
  ])('%s is answered as it deserves', async (_what, post, status, count) => {
    const port = await freePort()
    scene = await openScene({ mode: 'posting' })
    const platform = createSlackPlatform({
      botToken: scene.slack.botToken,
      signingSecret: scene.slack.signingSecret,
      door: createDoor({ port, log: SILENT }),
      apiUrl: scene.slack.apiUrl,
      log: SILENT,
      now: Date.now,
    })
    const kinds: string[] = []
    await platform.start((request) => {
      kinds.push(request.kind)
      return Promise.resolve({ kind: 'nothing' })
    })
    kinds.length = 0
    const url = `http://127.0.0.1:${port}/slack/events`
    const contentType = 'application/x-www-form-urlencoded'
    const answer = await scene.slack.sendOverHttp(url, { body: command, contentType, ...post })
    expect(answer.status).toBe(status)
    await after(50)
    expect(kinds).toHaveLength(count)
    expect(await scene.slack.verifyUrl(url)).toBe(true)
    await platform.stop()
  })

  it('of five million characters is refused before it is read whole', async () => {
    const { slack, address, requests } = await open({ mode: 'http' })
    const answer = await slack.sendOverHttp(address, { body: 'a'.repeat(5_000_000) })
    expect(answer.status).toBe(413)
    expect(requests).toEqual([])
  })

  it('that never ends keeps nobody from stopping', async () => {
    const { platform, address } = await open({ mode: 'http' })
    const { port, hostname, pathname } = new URL(address)
    const socket = connect(Number(port), hostname)
    const ended = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', nothing)
    socket.write(`POST ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: 100\r\n\r\n{`)
    await after(50)
    const begunAt = performance.now()
    await platform.stop()
    expect(performance.now() - begunAt).toBeLessThan(4000)
    await ended
  })

  it('that somebody sends again within five minutes is carried out once', async () => {
    const { slack, address, requests } = await open({ mode: 'http' })
    const contentType = 'application/x-www-form-urlencoded'
    for (let times = 0; times < 3; times++)
      expect((await slack.sendOverHttp(address, { body: command, contentType })).status).toBe(200)
    await after(50)
    expect(requests).toHaveLength(1)
  })
})

function reasonOf({ failure }: ExplainedError): string | undefined {
  return failure.code === 'post-failed' ? failure.reason : failure.code
}

const nothing = (): void => undefined
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing }
