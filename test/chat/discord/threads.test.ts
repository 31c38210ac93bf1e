import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDiscordPlatform } from '../../../src/chat/discord/platform.ts'
import type { OutgoingMessage } from '../../../src/core/message.ts'
import { closeGood, countCalls, messageOf, openStage, SILENT, type Stage } from './harness.ts'

describe('threads on Discord', () => {
  let stage: Stage
  const post = (sent: OutgoingMessage, channel = stage.channel): Promise<string> =>
    stage.platform.post(channel, sent)
  const texts = (): readonly string[] => stage.fake.messages(stage.channel).map((one) => one.text)

  const lead = (): Promise<string> => post(messageOf('tete', 'La revue du matin [mardi] @everyone'))
  const reply = (key: string, replyTo: string, channel = stage.channel): Promise<string> =>
    post(messageOf(key, `Sujet ${key}.`, { replyTo }), channel)
  const replies = (): readonly (readonly [string, string | undefined])[] =>
    stage.fake
      .messages(stage.channel)
      .slice(1)
      .map((one) => [one.text, one.repliesTo])

  beforeEach(async () => {
    stage = await openStage({ rates: { windowScale: 0.02 } })
  })
  afterEach(() => closeGood(stage))

  it('hangs replies in a thread below the lead, made once and named by its summary', async () => {
    const head = await lead()
    for (const key of ['un', 'deux']) await reply(key, head)
    const { thread } = stage.fake.messages(stage.channel)[0] ?? {}
    expect([thread?.name, thread?.messages.map(({ text }) => text)]).toEqual([
      'La revue du matin [mardi] @everyone',
      ['Sujet un.', 'Sujet deux.'],
    ])
    expect(countCalls(stage, 'POST', /threads$/)).toBe(1)
  })

  it('finds the thread again after a restart, and its name in the lead', async () => {
    const head = await lead()
    const other = createDiscordPlatform({ ...stage.fake, log: SILENT, now: Date.now })
    await other.post(stage.channel, messageOf('un', 'Sujet un.', { replyTo: head }))
    expect(stage.fake.messages(stage.channel)[0]?.thread?.name).toBe('La revue du matin [mardi] @everyone')
    await reply('deux', head)
    expect(stage.fake.messages(stage.channel)[0]?.thread?.messages).toHaveLength(2)
  })

  it('wakes a thread that was put away', async () => {
    const head = await lead()
    await reply('un', head)
    stage.fake.archiveThread(head)
    await reply('deux', head)
    expect(stage.fake.messages(stage.channel)[0]?.thread).toMatchObject({
      isArchived: false,
      messages: [{}, {}],
    })
  })

  it.each<readonly [string, (head: string) => void]>([
    ['a thread that was locked', (head) => stage.fake.archiveThread(head, true)],
    ['a thread that was deleted', (head) => stage.fake.deleteChannel(head)],
  ])('answers in the channel, below the lead, after %s', async (_why, spoil) => {
    const head = await lead()
    await reply('un', head)
    spoil(head)
    await reply('deux', head)
    await reply('trois', head)
    expect(replies()).toEqual([
      ['Sujet deux.', head],
      ['Sujet trois.', head],
    ])
  })

  it('answers in the channel where it may make no thread, and asks once', async () => {
    stage.fake.deny(stage.channel, ['CREATE_PUBLIC_THREADS'])
    const head = await lead()
    for (const key of ['un', 'deux']) await reply(key, head)
    expect([replies(), countCalls(stage, 'POST', /threads$/)]).toEqual([
      [
        ['Sujet un.', head],
        ['Sujet deux.', head],
      ],
      1,
    ])
  })

  it('answers in the channel where it may say nothing in threads', async () => {
    stage.fake.deny(stage.channel, ['SEND_MESSAGES_IN_THREADS'])
    const head = await lead()
    await reply('un', head)
    expect(replies()).toEqual([['Sujet un.', head]])
  })

  it('answers in a channel that is a thread itself', async () => {
    const thread = stage.fake.startThread(await lead(), 'Discussion', stage.person)
    const head = await post(messageOf('tete-2', 'La revue du soir.'), thread)
    await reply('un', head, thread)
    expect(stage.fake.messages(thread).map(({ text, repliesTo }) => [text, repliesTo])).toEqual([
      ['La revue du soir.', undefined],
      ['Sujet un.', head],
    ])
  })

  it('posts all the same when the lead was deleted', async () => {
    const head = await lead()
    stage.fake.deleteMessage(head)
    await reply('un', head)
    expect(texts()).toEqual(['Sujet un.'])
  })
})
