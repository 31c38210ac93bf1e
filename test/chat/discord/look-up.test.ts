import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MessageText, OutgoingMessage } from '../../../src/core/message.ts'
import type { FaultOptions } from './fake/faults.ts'
import {
  closeGood,
  countCalls,
  failureOf,
  messageOf,
  openStage,
  type Stage,
  text,
  withButton,
} from './harness.ts'

describe('what may have landed on Discord', () => {
  let stage: Stage
  const post = (sent: OutgoingMessage, channel = stage.channel): Promise<string> =>
    stage.platform.post(channel, sent)
  const texts = (): readonly string[] => stage.fake.messages(stage.channel).map((one) => one.text)

  beforeEach(async () => {
    stage = await openStage({ rates: { windowScale: 0.02 } })
  })
  afterEach(() => closeGood(stage))

  it.each<readonly [FaultOptions, (words: string) => MessageText, string]>([
    [{ kind: 'cut-before', times: 2 }, text, 'cut before it was taken, words alone'],
    [{ kind: 'cut-after', times: 2 }, text, 'cut after it was taken, words alone'],
    [{ kind: 'cut-before', times: 2 }, withButton, 'cut before it was taken, with buttons'],
    [{ kind: 'cut-after', times: 2 }, withButton, 'cut after it was taken, with buttons'],
    [{ kind: 'status-after', status: 500, times: 2 }, withButton, 'taken, and said not to be'],
  ])('lands once in spite of %j', async (fault, make, _why) => {
    stage.fake.fault({ ...fault, method: 'POST', path: '/messages' })
    const since = Date.now()
    const sent: OutgoingMessage = { key: 'cle', ...make('La préfète a reçu les maires.') }
    expect(await failureOf(post(sent))).toMatchObject({
      code: 'post-failed',
      reason: fault.kind === 'status-after' ? 'platform-failing' : 'cut',
    })
    // Longer than Discord remembers a nonce.
    stage.fake.advanceClock(10 * 60_000)
    await post(messageOf('autre', 'Entre-temps.'))
    const handle = await post({ ...sent, doubtfulSince: since })
    expect(texts().filter((words) => words === 'La préfète a reçu les maires.')).toHaveLength(1)
    expect(stage.fake.message(handle).text).toBe('La préfète a reçu les maires.')
  })

  it('sends again at once what was cut, and Discord knows it by its nonce', async () => {
    stage.fake.fault({ kind: 'cut-after', method: 'POST', path: '/messages' })
    await post(messageOf('cle', 'Une fois.'))
    expect(texts()).toEqual(['Une fois.'])
  })

  it('sends only the pieces that are missing', async () => {
    const long = messageOf('cle', 'Une phrase de plus, que la commission a lue. '.repeat(150))
    stage.fake.fault({
      kind: 'status',
      status: 403,
      body: { code: 50_013, message: 'Missing Permissions' },
      method: 'POST',
      path: '/messages',
      after: 2,
    })
    const since = Date.now()
    // What stopped the rest is certain; that nothing stands would be false.
    expect(await failureOf(post(long))).toMatchObject({ reason: 'cut' })
    expect(texts()).toHaveLength(2)
    const handle = await post({ ...long, doubtfulSince: since })
    expect(texts()).toHaveLength(4)
    expect(new Set(texts()).size).toBe(2)
    expect(handle).toBe(stage.fake.messages(stage.channel)[0]?.id)
  })

  it('takes no message of another key for its own, though it says the same', async () => {
    const since = Date.now()
    await post(messageOf('un', 'Rien de marquant ce matin.'))
    await post({ ...messageOf('deux', 'Rien de marquant ce matin.'), doubtfulSince: since })
    expect(texts()).toHaveLength(2)
  })

  it('takes no message of a person for its own', async () => {
    stage.fake.say({ user: stage.person, channel: stage.channel, text: 'Rien de marquant ce matin.' })
    await post(messageOf('un', 'Rien de marquant ce matin.', { doubtfulSince: Date.now() - 60_000 }))
    expect(texts()).toHaveLength(2)
  })

  it('reads on when more than a page was said since', async () => {
    const since = Date.now()
    const sent: OutgoingMessage = { key: 'cle', ...withButton('La première.') }
    const handle = await post(sent)
    for (let index = 0; index < 250; index++)
      stage.fake.say({ user: stage.person, channel: stage.channel, text: `Mot ${index}` })
    stage.fake.advanceClock(10 * 60_000)
    expect(await post({ ...sent, doubtfulSince: since })).toBe(handle)
    expect(countCalls(stage, 'GET', /messages$/)).toBe(3)
  })

  it('looks for a reply in the thread, and in the channel where there could be none', async () => {
    const since = Date.now()
    const lead = await post(messageOf('tete', 'La revue.'))
    const reply = messageOf('sujet', 'Le premier sujet.', { replyTo: lead })
    const handle = await post(reply)
    stage.fake.advanceClock(10 * 60_000)
    expect(await post({ ...reply, doubtfulSince: since })).toBe(handle)
    expect(await post({ ...messageOf('tete', 'La revue.'), doubtfulSince: since })).toBe(lead)
    expect(stage.fake.messages(stage.channel)[0]?.thread?.messages).toHaveLength(1)
  })

  it.each<readonly [FaultOptions, string, string]>([
    [
      { kind: 'status', status: 403, body: { code: 50_001, message: 'Missing Access' } },
      'cannot-check',
      'the history is shut',
    ],
    [
      { kind: 'status', status: 404, body: { code: 10_003, message: 'Unknown Channel' } },
      'channel-missing',
      'the channel is gone',
    ],
    [{ kind: 'status', status: 503, times: 2 }, 'platform-failing', 'Discord fails'],
    [{ kind: 'status', status: 429, retryAfterSeconds: 3600 }, 'rate-limited', 'a long pause'],
    [{ kind: 'cut-before', times: 2 }, 'cut', 'the connection breaks'],
  ])('sends nothing when it cannot look: %j', async (fault, reason, _why) => {
    stage.fake.fault({ ...fault, method: 'GET', path: '/messages' })
    expect(await failureOf(post(messageOf('cle', 'Une fois.', { doubtfulSince: Date.now() })))).toMatchObject(
      {
        code: 'post-failed',
        reason,
      },
    )
    expect(countCalls(stage, 'POST', /messages$/)).toBe(0)
  })
})
