// An answer reaches whom it is for, where it was asked, once, whatever Slack does meanwhile.
import { afterEach, describe, expect, it } from 'vitest'
import type { Block } from '../../../src/core/message.ts'
import { after, buttons, formReply, privately, said, toAll } from './sample-replies.ts'
import type { FaultKind } from './fake/faults.ts'
import { visibleMessage } from './fake/visible-text.ts'
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

/** A person whose name nobody knows. */
const naming: Block = {
  kind: 'list',
  items: [[{ kind: 'mention', of: 'person', id: 'U0AWA', text: 'la personne U0AWA' }]],
}

describe('an answer', () => {
  it('takes the place of the message whose button was pressed', async () => {
    const { slack, channel, alice, requests, answer } = await open()
    answer((request) =>
      request.kind === 'press'
        ? { kind: 'replacement', message: said('C’est fait.') }
        : privately('Retirer ?', [buttons]),
    )
    const asked = slack.command({ user: alice, channel, command: '/flux', text: 'retirer Le Courrier' })
    const { ts } = await asked.response()
    const pressed = slack.press({ user: alice, channel, message: ts, actionId: 'suspend-feed-1-1' })
    expect((await pressed.acked).afterMs).toBeLessThan(100)
    expect(await pressed.response()).toMatchObject({ isReplacement: true, isEphemeral: true, ts })
    expect(requests.at(-1)).toMatchObject({
      kind: 'press',
      action: { verb: 'suspend-feed', target: 'f1', detail: '' },
    })
    expect(slack.ephemerals(channel, alice).map((message) => screenOf(message).text)).toEqual(['C’est fait.'])
  })

  it('to a button in a thread stays in the thread', async () => {
    const { slack, platform, channel, alice, answer } = await open()
    const parent = await platform.post(channel, outgoing('La revue.'))
    const story = await platform.post(channel, {
      ...outgoing('Un sujet.', { replyTo: parent }),
      blocks: [buttons],
    })
    answer(() => privately('Parce que trois sources le disent.'))
    const pressed = slack.press({ user: alice, channel, message: story, actionId: 'explain-0-0' })
    expect(await pressed.response()).toMatchObject({ threadTs: parent, isEphemeral: true })
    answer(() => toAll('Pour tous.'))
    const shared = slack.press({ user: alice, channel, message: story, actionId: 'explain-0-0' })
    expect(await shared.response()).toMatchObject({ threadTs: parent, isEphemeral: false })
  })

  it('is shared in the channel from a private message', async () => {
    const { slack, channel, alice, answer } = await open()
    answer((request) => (request.kind === 'press' ? toAll('Le préfet.') : privately('Le préfet.', [buttons])))
    const { ts } = await slack.command({ user: alice, channel, command: '/qui', text: 'parle ?' }).response()
    const shared = slack.press({ user: alice, channel, message: ts, actionId: 'explain-1-0' })
    expect(await shared.response()).toMatchObject({ isEphemeral: false })
    expect(slack.messages(channel)).toHaveLength(1)
    expect(slack.messages(channel)[0]).toMatchObject({ unfurlsLinks: false, unfurlsMedia: false })
    expect(slack.ephemerals(channel, alice)).toHaveLength(1)
  })

  it.each<[string, FaultKind, number, number]>([
    ['nothing is known of', { kind: 'cut-after' }, 1, 1],
    ['nothing is known of either', { kind: 'status', status: 503 }, 0, 1],
    ['Slack took none of', { kind: 'status', status: 404 }, 1, 0],
    ['came too often', { kind: 'status', status: 429 }, 1, 0],
  ])('that is shared and %s never stands twice', async (_what, fault, count, told) => {
    const { slack, channel, alice, answer } = await open()
    answer((request) => (request.kind === 'press' ? toAll('Le préfet.') : privately('Le préfet.', [buttons])))
    const { ts } = await slack.command({ user: alice, channel, command: '/qui', text: 'parle ?' }).response()
    slack.fault({ method: 'response_url', ...fault })
    await slack.press({ user: alice, channel, message: ts, actionId: 'explain-1-0' }).settled(400)
    expect(slack.messages(channel)).toHaveLength(count)
    const [, ...more] = slack.ephemerals(channel, alice).map((message) => screenOf(message).text)
    expect(more).toHaveLength(told)
    expect(more.filter((words) => !words.includes('n’a pas confirmé'))).toEqual([])
    expect(slack.violations).toEqual([])
  })

  it.each(['chat.postMessage', 'conversations.open'])(
    'to a press on the own page waits as long as Slack asks of %s, and comes once',
    async (method) => {
      const { slack, alice, answer } = await open()
      answer((request) =>
        request.kind === 'home' ? { kind: 'home', blocks: [buttons] } : privately('C’est fait.'),
      )
      await slack.openHome(alice).publishedHome()
      slack.fault({ method, kind: 'status', status: 429, retryAfterSeconds: 1 })
      const pressed = slack.press({ user: alice, actionId: 'suspend-feed-0-1' })
      expect(screenOf(await pressed.response(0, 4000)).text).toBe('C’est fait.')
      expect(slack.messages(alice)).toHaveLength(1)
    },
  )

  it('that is the own page waits as well', async () => {
    const { slack, alice, answer } = await open()
    answer(() => ({ kind: 'home', blocks: [buttons] }))
    slack.fault({ method: 'views.publish', kind: 'status', status: 429, retryAfterSeconds: 1 })
    await slack.openHome(alice).settled(2500)
    expect(slack.home(alice)).toBeDefined()
  })

  it.each([
    [privately('Par ', [naming]), false, ['@U0AWA'], 'in private'],
    [toAll('Par ', [naming]), true, ['la personne U0AWA'], 'in the channel, where it would call that person'],
  ])('names a person by their name to one reader alone: %#', async (reply, isForAll, names, _why) => {
    const { slack, channel, alice, answer } = await open()
    answer(() => reply)
    const asked = await slack.command({ user: alice, channel, command: '/reglages', text: 'voir' }).response()
    expect(asked.isEphemeral).toBe(!isForAll)
    expect(visibleMessage(asked).text.split('\n').slice(1)).toEqual(names)
    expect(visibleMessage(asked).pings).toEqual(isForAll ? [] : names)
  })

  it('in place of another names a person where one reader alone saw that other', async () => {
    const { slack, platform, channel, alice, answer } = await open()
    answer((request) =>
      request.kind === 'press'
        ? { kind: 'replacement', message: said('Par ', [naming]) }
        : privately('Qui ?', [buttons]),
    )
    const { ts } = await slack
      .command({ user: alice, channel, command: '/reglages', text: 'voir' })
      .response()
    const seen = await slack.press({ user: alice, channel, message: ts, actionId: 'explain-1-0' }).response()
    expect(visibleMessage(seen).text).toContain('@U0AWA')
    const story = await platform.post(channel, { ...outgoing('La revue.'), blocks: [buttons] })
    const pressed = slack.press({ user: alice, channel, message: story, actionId: 'explain-0-0' })
    expect(visibleMessage(await pressed.response())).toMatchObject({
      text: 'Par\nla personne U0AWA',
      pings: [],
    })
  })

  it('that is long comes whole, in order, within the five uses of its address', async () => {
    const { slack, channel, alice, answer } = await open()
    const sentences = Array.from(
      { length: 1200 },
      (_, index) => `Phrase ${index} du procès-verbal de la commission.`,
    )
    answer(() => privately(sentences.join(' ')))
    await slack.command({ user: alice, channel, command: '/qui', text: 'parle ?' }).settled(400)
    const seen = slack.ephemerals(channel, alice)
    expect(seen.length).toBeGreaterThan(5)
    expect(
      seen
        .map((message) => screenOf(message).text)
        .join(' ')
        .replaceAll('\n', ' '),
    ).toBe(sentences.join(' '))
    expect(slack.requests.filter(({ method }) => method === 'response_url')).toHaveLength(5)
    expect(slack.violations).toEqual([])
  })

  it('comes in private where the bot may not speak', async () => {
    const { slack, alice, answer } = await open()
    const closed = slack.addChannel({ name: 'ferme', members: [alice], hasBot: false })
    answer(() => privately('Voici.'))
    slack.fault({ method: 'response_url', kind: 'status', status: 500 })
    const asked = slack.command({ user: alice, channel: closed, command: '/aide' })
    expect(await asked.response()).toMatchObject({ via: 'chat.postMessage', isEphemeral: false })
    expect(slack.messages(alice).map((message) => screenOf(message).text)).toEqual(['Voici.'])
  })

  it('to a form that comes late arrives all the same, and its mistakes as well', async () => {
    const { slack, channel, alice, answer } = await open()
    answer(async (request) => {
      if (request.kind === 'command') return formReply
      await after(2300)
      return { kind: 'mistakes', mistakes: { adresse: 'Cette adresse ne répond pas.' } }
    })
    const view = await slack.command({ user: alice, channel, command: '/flux', text: 'ajouter' }).openedView()
    const submitted = slack.submit({
      user: alice,
      viewId: view.id,
      values: { adresse: 'https://exemple.fr' },
    })
    expect((await submitted.acked).afterMs).toBeLessThan(3000)
    expect(screenOf(await submitted.response()).text).toContain('Cette adresse ne répond pas.')
    expect(slack.violations).toEqual([])
  })

  it('stands instead of a form for which it is too late', async () => {
    const { slack, channel, alice, answer } = await open()
    answer(async () => {
      await after(3200)
      return formReply
    })
    const asked = slack.command({ user: alice, channel, command: '/flux', text: 'ajouter' })
    expect(screenOf(await asked.response()).text).toBe('Écrivez /flux ajouter et une adresse.')
  })

  it('to a mention waits as long as Slack asks, and comes once', async () => {
    const { slack, channel, alice, answer } = await open()
    answer(() => toAll('Le préfet.'))
    slack.fault({ method: 'chat.postMessage', kind: 'status', status: 429, retryAfterSeconds: 1 })
    const spoken = slack.mention({ user: alice, channel, text: 'qui ?' })
    expect(screenOf(await spoken.response(0, 4000)).text).toBe('Le préfet.')
  })

  it('to a mention whose answer was cut after it was posted stands once', async () => {
    const { slack, channel, alice, answer } = await open()
    answer(() => toAll('Le préfet.'))
    slack.fault({ method: 'chat.postMessage', kind: 'cut-after' })
    await slack.mention({ user: alice, channel, text: 'qui ?' }).settled(1500)
    expect(slack.messages(channel)[0]?.replies).toHaveLength(1)
  })

  it('to a mention that Slack repeats after a restart of ours stands once', async () => {
    const { slack, platform, channel, alice, answer } = await open()
    answer(() => toAll('Le préfet.'))
    const spoken = slack.mention({ user: alice, channel, text: 'qui ?' })
    await spoken.response()
    const key = slack.messages(channel)[0]?.replies[0]?.metadata?.event_payload['key']
    expect(key).toMatch(/^r\.Ev/u)
    const again = {
      ...outgoing('Le préfet.'),
      key: String(key),
      replyTo: slack.messages(channel)[0]?.ts ?? '',
    }
    await platform.post(channel, { ...again, doubtfulSince: Date.now() })
    expect(slack.messages(channel)[0]?.replies).toHaveLength(1)
  })
})
