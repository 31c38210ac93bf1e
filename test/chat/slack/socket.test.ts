// The socket to Slack is lost in every way there is, and found again without a word; nothing asked is lost or done twice.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
beforeEach(async () => {
  scene = await openScene({ slack: { retryDelaysMs: [0, 300, 1000, 2000], acknowledgeMs: 500 } })
  await scene.start()
  scene.requests.length = 0
  scene.answer(() => ({
    kind: 'message',
    audience: 'channel',
    message: {
      summary: 'Le préfet.',
      blocks: [{ kind: 'paragraph', spans: [{ kind: 'plain', text: 'Le préfet.' }] }],
    },
  }))
})
afterEach(() => scene.close())

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

const opened = () => scene.slack.requests.filter(({ method }) => method === 'apps.connections.open')

async function isHeard(): Promise<void> {
  const asked = scene.slack.command({ user: scene.alice, channel: scene.channel, command: '/aide' })
  expect((await asked.acked).isAcked).toBe(true)
}

describe('a socket', () => {
  it.each<[string, () => void]>([
    ['cut without a word', () => scene.slack.dropSockets()],
    ['closed by Slack for another server', () => scene.slack.disconnectSockets('refresh_requested')],
    ['closed by Slack with a warning', () => scene.slack.disconnectSockets('warning')],
  ])('%s is opened again', async (_how, lose) => {
    const { length } = opened()
    lose()
    await vi.waitFor(() => expect(opened()).toHaveLength(length + 1), 8000)
    await scene.slack.socketsOpen(1)
    await after(50)
    await isHeard()
    expect(scene.slack.socketCount()).toBe(1)
  })

  it.each<[string, () => () => void]>([
    [
      'fails',
      () => scene.slack.fault({ method: 'apps.connections.open', kind: 'status', status: 503, times: 2 }),
    ],
    [
      'is out of reach',
      () => scene.slack.fault({ method: 'apps.connections.open', kind: 'cut-before', times: 2 }),
    ],
    [
      'is too busy',
      () => scene.slack.fault({ method: 'apps.connections.open', kind: 'status', status: 429, times: 2 }),
    ],
    [
      'refuses the token',
      () =>
        scene.slack.fault({
          method: 'apps.connections.open',
          kind: 'error',
          error: 'invalid_auth',
          times: 2,
        }),
    ],
  ])('is opened again when Slack %s for a while, and the program goes on', async (_how, fault) => {
    const { length } = opened()
    fault()
    const since = scene.slack.violations.length
    scene.slack.dropSockets()
    await vi.waitFor(() => expect(scene.platform.isConnected()).toBe(false))
    await vi.waitFor(() => expect(opened()).toHaveLength(length + 3), 8000)
    await scene.slack.socketsOpen(1)
    await after(50)
    await isHeard()
    expect(scene.platform.isConnected()).toBe(true)
    expect(scene.slack.violations.slice(since).filter(({ kind }) => kind === 'retry-after-ignored')).toEqual(
      [],
    )
  })

  it('lost ten times in a burst of mentions loses none and answers none twice', async () => {
    const { slack, channel, alice, requests } = scene
    const said = Array.from({ length: 60 }, (_, index) =>
      slack.mention({ user: alice, channel, text: `Question ${index}` }),
    )
    for (let index = 0; index < 10; index++) {
      slack.dropSockets()
      await slack.socketsOpen(1).catch(() => undefined)
      await after(30)
    }
    const acknowledged = await Promise.all(said.map((each) => each.acked))
    expect(acknowledged.filter(({ isAcked }) => !isAcked)).toEqual([])
    await vi.waitFor(
      () => expect(slack.messages(channel).filter(({ replies }) => replies.length > 0)).toHaveLength(60),
      8000,
    )
    await after(300)
    const asked = requests.flatMap((request) => (request.kind === 'mention' ? [request.text] : []))
    expect(asked.toSorted()).toEqual(Array.from({ length: 60 }, (_, index) => `Question ${index}`).toSorted())
    expect(slack.messages(channel).map(({ replies }) => replies.length)).toEqual(
      Array.from({ length: 60 }, () => 1),
    )
  })

  it('that Slack greets and cuts again and again is opened ever more seldom', async () => {
    const { length } = opened()
    const cutting = setInterval(() => scene.slack.dropSockets(), 20)
    await after(4000)
    clearInterval(cutting)
    expect(opened().length - length).toBeLessThan(25)
    await vi.waitFor(() => expect(scene.slack.socketCount()).toBe(1), 8000)
    await after(50)
    await isHeard()
  })

  it('is not opened again after a stop, even one in the middle of an outage', async () => {
    scene.slack.fault({ method: 'apps.connections.open', kind: 'status', status: 503, times: 100 })
    scene.slack.dropSockets()
    await after(100)
    const before = performance.now()
    await scene.platform.stop()
    expect(performance.now() - before).toBeLessThan(1500)
    const { length } = scene.slack.requests
    await after(1200)
    expect(scene.slack.requests).toHaveLength(length)
    expect(scene.slack.socketCount()).toBe(0)
  })
})
