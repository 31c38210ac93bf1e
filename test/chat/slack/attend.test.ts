// Who is served and who is not, with which rights, in private, on the bot's own page.
import { afterEach, describe, expect, it } from 'vitest'
import { act } from '../../../src/core/action.ts'
import type { Block } from '../../../src/core/message.ts'
import { after, buttons, formReply, privately, said, toAll } from './sample-replies.ts'
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

/** An event of a workspace that is not ours, as Slack wraps it. */
function elsewhere(event: object): string {
  const team_id = 'T0AUTRE'
  return JSON.stringify({ type: 'event_callback', event_id: 'Ev0AUTRE', team_id, event })
}

describe('what is not served', () => {
  it('a button of an older version says so', async () => {
    const { slack, platform, channel, alice, requests } = await open()
    const old: Block = {
      kind: 'buttons',
      // One part more than any action has today.
      buttons: [{ label: 'Peindre', action: act('explain', 'd1~bleu', '2'), style: 'plain' }],
    }
    const ts = await platform.post(channel, { ...outgoing('La revue.'), blocks: [old] })
    const seen = await slack.press({ user: alice, channel, message: ts, actionId: 'explain-0-0' }).response()
    expect(screenOf(seen).text).toContain('Ce bouton est trop ancien')
    expect(seen).toMatchObject({ isEphemeral: true, isReplacement: false })
    expect(requests).toEqual([])
  })

  it('an unknown action lists those that there are', async () => {
    const { slack, channel, alice, requests } = await open()
    const asked = slack.command({ user: alice, channel, command: '/flux', text: 'peindre' })
    const seen = await asked.response()
    expect(screenOf(seen).text).toContain('/flux suspendre')
    expect(seen.isEphemeral).toBe(true)
    expect(requests).toEqual([])
  })

  it('people of another workspace get one private sentence', async () => {
    const { slack, platform, channel, requests, answer } = await open()
    answer(() => toAll('Le préfet.'))
    const guest = slack.addUser({ name: 'Chloé', teamId: 'T0AUTRE' })
    slack.joinChannel(channel, guest)
    const spoken = slack.mention({ user: guest, channel, text: 'qui ?' })
    const seen = await spoken.response()
    expect(seen.isEphemeral).toBe(true)
    expect(screenOf(seen).text).toContain('Je ne réponds qu’aux membres')
    const digest = await platform.post(channel, { ...outgoing('La revue.'), blocks: [buttons] })
    const pressed = slack.press({ user: guest, channel, message: digest, actionId: 'suspend-feed-0-1' })
    expect(screenOf(await pressed.response()).text).toContain('Je ne réponds qu’aux membres')
    expect(requests).toEqual([])
  })

  it.each<[string, { readonly body: string }]>([
    [
      'its commands',
      {
        body: new URLSearchParams({
          command: '/flux',
          text: 'lister',
          team_id: 'T0AUTRE',
          channel_id: 'C0AUTRE',
          user_id: 'U0AUTRE',
          user_name: 'bruno',
          trigger_id: '1.2.x',
        }).toString(),
      },
    ],
    ['that it let us go', { body: elsewhere({ type: 'app_uninstalled' }) }],
    ['that its token is void', { body: elsewhere({ type: 'tokens_revoked', tokens: { bot: ['U0BOT'] } }) }],
    ['that somebody looks', { body: elsewhere({ type: 'app_home_opened', user: 'U0AUTRE', tab: 'home' }) }],
  ])('an app installed in another workspace too hears nothing for ours of %s', async (_what, post) => {
    const { slack, address, requests } = await open({ mode: 'http' })
    const contentType = post.body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded'
    const { status } = await slack.sendOverHttp(address, { ...post, contentType })
    await after(50)
    expect(status).toBe(200)
    expect(requests).toEqual([])
    const called = slack.requests.map(({ method }) => method)
    expect(called).not.toContain('chat.postMessage')
    expect(called).not.toContain('views.publish')
  })

  it('a command that Slack sends twice is carried out once', async () => {
    const { slack, channel, alice, requests } = await open()
    await slack
      .command({
        user: alice,
        channel,
        command: '/flux',
        text: 'ajouter https://exemple.fr',
        isDoubled: true,
      })
      .settled()
    expect(requests).toHaveLength(1)
  })
})

describe('who asks', () => {
  it.each([
    ['an administrator', { isAdmin: true }, true],
    ['an owner', { isOwner: true }, true],
    ['anybody', {}, false],
  ])('%s has the rights that Slack gives, asked for once', async (_who, more, isAdministrator) => {
    const { slack, channel, requests } = await open()
    const person = slack.addUser({ name: 'Inès', ...more })
    slack.joinChannel(channel, person)
    for (const text of ['suspendre Le Courrier', 'reprendre Le Courrier'])
      await slack.command({ user: person, channel, command: '/flux', text }).settled(50)
    expect(requests.map(({ from }) => from.isAdministrator)).toEqual([isAdministrator, isAdministrator])
    expect(slack.requests.filter(({ method }) => method === 'users.info')).toHaveLength(1)
  })

  it('is an ordinary member when Slack does not say', async () => {
    const { slack, channel, alice, requests } = await open()
    slack.fault({ method: 'users.info', kind: 'status', status: 500, times: 2 })
    await slack.command({ user: alice, channel, command: '/flux', text: 'suspendre Le Courrier' }).settled(50)
    expect(requests[0]?.from).toMatchObject({ isAdministrator: false, person: alice })
  })

  it('need not wait for Slack to say who it is before a question is answered', async () => {
    const { slack, channel, alice, requests } = await open()
    await slack.command({ user: alice, channel, command: '/qui', text: 'parle ?' }).settled(50)
    expect(requests).toHaveLength(1)
    expect(slack.requests.filter(({ method }) => method === 'users.info')).toHaveLength(0)
  })
})

describe('in private', () => {
  it('what is said to the bot is a question, answered there', async () => {
    const { slack, alice, requests, answer } = await open()
    answer(() => toAll('Le préfet.'))
    const spoken = slack.directMessage({ user: alice, text: 'qui a reçu les maires ?' })
    expect(await spoken.response()).toMatchObject({ via: 'chat.postMessage', threadTs: undefined })
    expect(requests[0]).toMatchObject({ kind: 'mention', from: { channel: `slack:@${alice}` } })
    await spoken.settled()
    expect(slack.messages(alice)).toHaveLength(2)
  })
})

describe('the own page of the bot', () => {
  it('is filled when somebody opens it, and again after a press on it', async () => {
    const { slack, alice, requests, answer } = await open()
    let state = 'suivi'
    answer((request) => {
      if (request.kind === 'press') {
        state = 'en pause'
        return privately('C’est fait.')
      }
      return { kind: 'home', blocks: [...said(`Le Courrier : ${state}`).blocks, buttons] }
    })
    await slack.openHome(alice).publishedHome()
    expect(requests[0]).toMatchObject({ kind: 'home', from: { channel: `slack:@${alice}`, person: alice } })
    const pressed = slack.press({ user: alice, actionId: 'suspend-feed-1-1' })
    expect(screenOf(await pressed.response()).text).toBe('C’est fait.')
    await pressed.settled()
    const home = slack.home(alice)
    expect(screenOf({ text: '', blocks: home?.blocks ?? [] }).text).toContain('en pause')
    expect(slack.violations).toEqual([])
  })

  it('opens forms, whose answer comes in private', async () => {
    const { slack, alice, answer } = await open()
    answer((request) => {
      if (request.kind === 'home') return { kind: 'home', blocks: [buttons] }
      return request.kind === 'press' ? formReply : privately('Le flux est suivi.')
    })
    await slack.openHome(alice).publishedHome()
    const view = await slack.press({ user: alice, actionId: 'suspend-feed-0-1' }).openedView()
    const submitted = slack.submit({
      user: alice,
      viewId: view.id,
      values: { adresse: 'https://exemple.fr' },
    })
    await submitted.response()
    expect(slack.messages(alice).map((message) => screenOf(message).text)).toEqual(['Le flux est suivi.'])
  })
})

describe('the workspace', () => {
  it('is announced at the start, by its name', async () => {
    scene = await openScene()
    await scene.start()
    expect(scene.requests).toMatchObject([
      {
        kind: 'joined',
        from: { workspaceId: `slack:${scene.slack.teamId}`, workspaceName: 'Rédaction d’essai' },
      },
    ])
  })

  it.each([
    ['joined', { type: 'member_joined_channel', channel: 'C1' }, true],
    ['left', { type: 'app_uninstalled' }, false],
    ['left', { type: 'tokens_revoked', tokens: { bot: ['UBOT'] } }, false],
  ])('is %s when Slack says %j', async (kind, event, isOurs) => {
    const { slack, requests } = await open()
    await slack.event({ ...event, ...(isOurs ? { user: slack.botUserId } : {}) }).settled(50)
    expect(requests.map((request) => request.kind)).toEqual([kind])
  })
})
