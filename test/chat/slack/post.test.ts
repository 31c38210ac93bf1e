// Posting: once, in order, where it belongs; and each misfortune by its name.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ExplainedError, type Failure } from '../../../src/core/failures.ts'
import { HOUR, MINUTE } from '../../../src/core/calendar.ts'
import type { OutgoingMessage } from '../../../src/core/message.ts'
import type { FaultKind } from './fake/faults.ts'
import { openScene, outgoing, type Scene } from './scene.ts'
import { screenOf } from './screen.ts'

let scene: Scene
beforeEach(async () => {
  scene = await openScene({ mode: 'posting' })
  await scene.start()
})
afterEach(() => scene.close())

const post = (...[text, more]: Parameters<typeof outgoing>) =>
  scene.platform.post(scene.channel, outgoing(text, more))
const shown = (channel = scene.channel): readonly string[] =>
  scene.slack.messages(channel).map((message) => screenOf(message).text)
const calls = (method: string): number =>
  scene.slack.requests.filter((request) => request.method === method).length

type PostFailure = Extract<Failure, { readonly code: 'post-failed' }>

async function failureOf(work: Promise<unknown>): Promise<PostFailure> {
  const error: unknown = await work.catch((caught: unknown) => caught)
  if (error instanceof ExplainedError && error.failure.code === 'post-failed') return error.failure
  throw new Error('no failure of a post', { cause: error })
}

/** A text of several pieces, of the given number of pieces at least. */
const long = (pieces: number): string => 'La commission a voté le budget de la ville. '.repeat(pieces * 230)

describe('a misfortune at posting', () => {
  it.each<[string, FaultKind, object]>([
    [
      'too many',
      { kind: 'status', status: 429, retryAfterSeconds: 30 },
      { reason: 'rate-limited', retryAt: expect.any(Number) },
    ],
    ['a server error', { kind: 'status', status: 500 }, { reason: 'platform-failing' }],
    ['an overloaded server', { kind: 'status', status: 503 }, { reason: 'platform-failing' }],
    ['an error of Slack’s own', { kind: 'error', error: 'internal_error' }, { reason: 'platform-failing' }],
    ['a connection cut before', { kind: 'cut-before' }, { reason: 'cut' }],
    ['a connection cut after', { kind: 'cut-after' }, { reason: 'cut' }],
    ['a revoked token', { kind: 'error', error: 'token_revoked' }, { reason: 'token-refused' }],
    ['an account that is gone', { kind: 'error', error: 'account_inactive' }, { reason: 'token-refused' }],
    ['a wrong token', { kind: 'error', error: 'invalid_auth' }, { reason: 'token-refused' }],
    ['a right that is missing', { kind: 'error', error: 'missing_scope' }, { reason: 'forbidden' }],
    ['a channel for some only', { kind: 'error', error: 'restricted_action' }, { reason: 'forbidden' }],
    ['blocks that Slack refuses', { kind: 'error', error: 'invalid_blocks' }, { reason: 'invalid' }],
    ['a message too long', { kind: 'error', error: 'msg_blocks_too_long' }, { reason: 'invalid' }],
    ['something that nobody knows', { kind: 'error', error: 'moon_in_the_way' }, {}],
  ])('%s has its reason, and is tried once', async (_what, fault, expected) => {
    scene.slack.fault({ method: 'chat.postMessage', ...fault })
    const failure = await failureOf(post('Une.'))
    expect(failure).toEqual({
      code: 'post-failed',
      channel: `slack:${scene.channel}`,
      ...expected,
    })
    expect(calls('chat.postMessage')).toBe(1)
    expect(calls('conversations.history')).toBe(0)
  })

  it.each<[string, () => void, object]>([
    ['an archived channel', () => scene.slack.archiveChannel(scene.channel), { reason: 'channel-archived' }],
    ['a deleted channel', () => scene.slack.deleteChannel(scene.channel), { reason: 'channel-missing' }],
    ['a channel without us', () => scene.slack.removeBot(scene.channel), { reason: 'not-a-member' }],
    ['a workspace without us', () => scene.slack.removeBot(), { reason: 'token-refused' }],
  ])('%s has its reason', async (_what, happen, expected) => {
    happen()
    expect(await failureOf(post('Une.'))).toMatchObject({ code: 'post-failed', ...expected })
  })

  it.each([
    ['nobody', () => 'UNOBODY'],
    ['a bot', () => scene.slack.addUser({ name: 'robot', isBot: true })],
    ['somebody who left', () => scene.slack.addUser({ name: 'Bruno', isDeactivated: true })],
  ])('%s cannot be written to', async (_who, person) => {
    const failure = await failureOf(scene.platform.post(`@${person()}`, outgoing('Une.')))
    expect(failure).toMatchObject({ code: 'post-failed', reason: 'person-unreachable' })
  })

  it('says that nobody answers at the address', async () => {
    await scene.platform.stop()
    await scene.slack.close()
    expect(await failureOf(post('Une.'))).toMatchObject({ reason: 'unreachable' })
  })

  it('waits as long as Slack asks, without another call, and posts to other channels meanwhile', async () => {
    const other = scene.slack.addChannel({ name: 'sport' })
    scene.slack.fault({ method: 'chat.postMessage', kind: 'status', status: 429, retryAfterSeconds: 2 })
    const before = Date.now()
    const failures = await Promise.all([
      failureOf(post('Une.')),
      failureOf(post('Deux.')),
      failureOf(post('Trois.')),
    ])
    for (const failure of failures) {
      expect(failure).toMatchObject({ reason: 'rate-limited' })
      const { retryAt = 0 } = failure
      expect(retryAt - before).toBeGreaterThan(1000)
      expect(retryAt - before).toBeLessThan(3000)
    }
    expect(calls('chat.postMessage')).toBe(1)
    await scene.platform.post(other, outgoing('Ailleurs.'))
    expect(shown(other)).toEqual(['Ailleurs.'])
    await new Promise((resolve) => {
      setTimeout(resolve, 2100)
    })
    await post('Une.')
    expect(shown()).toEqual(['Une.'])
  })

  it('leaves the whole workspace alone when a second channel is told to wait', async () => {
    const channels = ['sport', 'monde', 'local', 'culture'].map((name) => scene.slack.addChannel({ name }))
    scene.slack.fault({
      method: 'chat.postMessage',
      kind: 'status',
      status: 429,
      retryAfterSeconds: 60,
      times: 100,
    })
    for (const channel of channels) await failureOf(scene.platform.post(channel, outgoing('Une.')))
    expect(calls('chat.postMessage')).toBe(2)
  })

  it('tells no token and no address of an answer, whatever happens', async () => {
    for (const fault of [{ kind: 'cut-before' }, { kind: 'status', status: 500 }] as const) {
      scene.slack.fault({ method: 'chat.postMessage', ...fault })
      const error: unknown = await post('Une.').catch((caught: unknown) => caught)
      expect(JSON.stringify([error, scene.log])).not.toMatch(/xox|xapp/u)
    }
  })
})

describe('a message of several pieces', () => {
  it('has keys of its own for each piece, and the handle of the first', async () => {
    const handle = await post(long(3), { key: 'le-matin' })
    const messages = scene.slack.messages(scene.channel)
    expect(messages.length).toBeGreaterThanOrEqual(3)
    expect(messages.map(({ metadata }) => metadata)).toEqual(
      messages.map((_message, index) => ({
        event_type: 'pressoir_message',
        event_payload: { key: index === 0 ? 'le-matin' : `le-matin.${index}` },
      })),
    )
    expect(handle).toBe(messages[0]?.ts)
  })

  it.each<[string, FaultKind]>([
    ['too many', { kind: 'status', status: 429, retryAfterSeconds: 1 }],
    ['an archived channel', { kind: 'error', error: 'is_archived' }],
    ['a connection cut after', { kind: 'cut-after' }],
  ])(
    'that stopped half way for %s may have landed, and is finished later, nothing twice',
    async (_why, fault) => {
      const message = outgoing(long(3))
      const mend = scene.slack.fault({ method: 'chat.postMessage', skip: 1, ...fault })
      const before = Date.now()
      const failure = await failureOf(scene.platform.post(scene.channel, message))
      expect(failure).toMatchObject({ code: 'post-failed' })
      expect([undefined, 'cut']).toContain(failure.reason)
      expect('retryAt' in failure).toBe(fault.kind === 'status')
      mend()
      await new Promise((resolve) => {
        setTimeout(resolve, fault.kind === 'status' ? 1100 : 0)
      })
      const handle = await scene.platform.post(scene.channel, { ...message, doubtfulSince: before })
      const messages = scene.slack.messages(scene.channel)
      expect(messages[0]?.ts).toBe(handle)
      expect(shown().join(' ').replaceAll(/\s+/gu, ' ').trim()).toBe(long(3).trim())
    },
  )
})

describe('a doubtful message', () => {
  it('is found behind two hundred others', async () => {
    const message = outgoing('La revue.')
    const before = Date.now()
    const handle = await scene.platform.post(scene.channel, message)
    for (let index = 0; index < 450; index++) await post(`Autre ${index}.`)
    expect(await scene.platform.post(scene.channel, { ...message, doubtfulSince: before })).toBe(handle)
    expect(calls('conversations.history')).toBe(3)
  })

  it('is looked for from two hours before the doubt on, no further', async () => {
    const since = Date.now() - 3 * MINUTE
    await post('La revue.', { doubtfulSince: since })
    const { args } = scene.slack.requests.find(({ method }) => method === 'conversations.history') ?? {}
    expect(args).toMatchObject({ oldest: ((since - 2 * HOUR) / 1000).toFixed(6), inclusive: 'true' })
  })

  it('is found in its thread', async () => {
    const parent = await post('La revue.')
    const story = outgoing('Un sujet.', { replyTo: parent })
    const handle = await scene.platform.post(scene.channel, story)
    expect(await scene.platform.post(scene.channel, { ...story, doubtfulSince: Date.now() })).toBe(handle)
    expect(scene.slack.messages(scene.channel)[0]?.replies).toHaveLength(1)
  })

  it('whose parent was deleted stands in the channel, once', async () => {
    const story = outgoing('Un sujet.', { replyTo: '1700000000.000100' })
    const handle = await scene.platform.post(scene.channel, story)
    expect(await scene.platform.post(scene.channel, { ...story, doubtfulSince: Date.now() })).toBe(handle)
    expect(shown()).toEqual(['Un sujet.'])
  })

  it.each<[string, FaultKind, string]>([
    ['a right that is missing', { kind: 'error', error: 'missing_scope' }, 'cannot-check'],
    ['something that nobody knows', { kind: 'error', error: 'moon_in_the_way' }, 'cannot-check'],
    ['too many', { kind: 'status', status: 429, retryAfterSeconds: 3 }, 'rate-limited'],
    ['an overloaded server', { kind: 'status', status: 503 }, 'platform-failing'],
    ['a connection cut', { kind: 'cut-before' }, 'cut'],
    ['a channel without us', { kind: 'error', error: 'not_in_channel' }, 'not-a-member'],
    ['a revoked token', { kind: 'error', error: 'token_revoked' }, 'token-refused'],
  ])('is not sent when it cannot be looked for: %s', async (_why, fault, reason) => {
    scene.slack.fault({ method: 'conversations.history', ...fault })
    expect(await failureOf(post('La revue.', { doubtfulSince: Date.now() }))).toMatchObject({ reason })
    expect(calls('chat.postMessage')).toBe(0)
  })
})

describe('a private message', () => {
  it('opens the conversation once', async () => {
    await scene.platform.post(`@${scene.alice}`, outgoing('Une.'))
    await scene.platform.post(`@${scene.alice}`, outgoing('Deux.'))
    expect(shown(scene.alice)).toEqual(['Une.', 'Deux.'])
    expect(calls('conversations.open')).toBe(1)
  })

  it('is looked for like any other', async () => {
    const message = outgoing('Une.')
    const handle = await scene.platform.post(`@${scene.alice}`, message)
    expect(await scene.platform.post(`@${scene.alice}`, { ...message, doubtfulSince: Date.now() })).toBe(
      handle,
    )
    expect(shown(scene.alice)).toEqual(['Une.'])
  })
})

describe('the look of a post', () => {
  it('calls nobody, shows no preview, and breaks no rule of Slack', async () => {
    await post('Voir <!channel> et @everyone', { summary: '<!channel> @here' })
    expect(scene.slack.requests.find(({ method }) => method === 'chat.postMessage')?.args).toMatchObject({
      text: '&lt;!channel&gt; @here',
      mrkdwn: 'false',
      parse: 'none',
      link_names: 'false',
      unfurl_links: 'false',
      unfurl_media: 'false',
    })
    expect(scene.slack.violations).toEqual([])
  })
})

describe('a flood of posts', () => {
  it('keeps the order in each channel and loses nothing, with many channels at once', async () => {
    const channels = Array.from({ length: 20 }, (_, index) =>
      scene.slack.addChannel({ name: `canal-${index}` }),
    )
    await Promise.all(
      channels.flatMap((channel) =>
        Array.from({ length: 20 }, (_, index) => scene.platform.post(channel, outgoing(`Message ${index}.`))),
      ),
    )
    const expected = Array.from({ length: 20 }, (_, index) => `Message ${index}.`)
    for (const channel of channels) expect(shown(channel)).toEqual(expected)
  })

  it('stays under the speed of Slack by itself', async () => {
    const paced = await openScene({
      mode: 'posting',
      slack: { rateLimits: {} },
      platform: { pace: undefined },
    })
    try {
      await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          paced.platform.post(paced.channel, outgoing(`Message ${index}.`)),
        ),
      )
      expect(paced.slack.rateLimitedCount()).toBe(0)
      expect(paced.slack.messages(paced.channel)).toHaveLength(6)
    } finally {
      await paced.close()
    }
  })
})

/** «Suite de l’édition de mardi», with the handle of what was posted then. */
function sequel(handle: string): OutgoingMessage {
  return outgoing('', {
    blocks: [{ kind: 'context', spans: [{ kind: 'earlier', text: 'Suite de l’édition de mardi', handle }] }],
  })
}

describe('a reference to an earlier message', () => {
  it('leads to it in the workspace, as Slack itself writes it', async () => {
    const first = await post('La revue.')
    await scene.platform.post(scene.channel, sequel(first))
    const screen = scene.slack.messages(scene.channel).map(screenOf).at(-1)
    expect(screen?.links).toEqual([
      `https://essai.slack.com/archives/${scene.channel}/p${first.replace('.', '')}`,
    ])
  })

  it('leads to it in a private conversation', async () => {
    const first = await scene.platform.post(`@${scene.alice}`, outgoing('La revue.'))
    await scene.platform.post(`@${scene.alice}`, sequel(first))
    const [link = ''] = scene.slack.messages(scene.alice).map(screenOf).at(-1)?.links ?? []
    expect(link).toMatch(/^https:\/\/essai\.slack\.com\/archives\/D\w+\/p\d+$/)
    expect(link.endsWith(`/p${first.replace('.', '')}`)).toBe(true)
  })

  it('is words alone where Slack does not say who we are, and the message goes out', async () => {
    const unknown = await openScene({ mode: 'posting' })
    try {
      unknown.slack.fault({ method: 'auth.test', kind: 'error', error: 'internal_error' })
      await unknown.platform.post(unknown.channel, sequel('1700000000.000100'))
      const screen = unknown.slack.messages(unknown.channel).map(screenOf).at(-1)
      expect(screen).toMatchObject({ text: 'Suite de l’édition de mardi', links: [] })
    } finally {
      await unknown.close()
    }
  })
})
