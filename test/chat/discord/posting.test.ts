import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OutgoingMessage } from '../../../src/core/message.ts'
import { closeGood, countCalls, failureOf, messageOf, openStage, type Stage } from './harness.ts'

/** «Suite de l’édition de mardi», with the handle of what was posted then. */
function sequel(key: string, handle: string): OutgoingMessage {
  return {
    ...messageOf(key, ''),
    blocks: [{ kind: 'context', spans: [{ kind: 'earlier', text: 'Suite de l’édition de mardi', handle }] }],
  }
}

describe('posting on Discord', () => {
  let stage: Stage
  const post = (sent: OutgoingMessage, channel = stage.channel): Promise<string> =>
    stage.platform.post(channel, sent)

  beforeEach(async () => {
    stage = await openStage({ rates: { windowScale: 0.02 } })
  })
  afterEach(() => closeGood(stage))

  it('calls nobody and shows no previews on any body', async () => {
    await post(messageOf('cle', 'Bonjour @everyone'))
    const bodies = stage.fake.requests.filter(({ method }) => method === 'POST').map(({ body }) => body)
    expect(bodies).toEqual([
      {
        content: String.raw`Bonjour \@everyone`,
        components: [],
        flags: 4,
        allowed_mentions: { parse: [] },
        nonce: 'cle',
        enforce_nonce: true,
      },
    ])
  })

  it.each([
    ['revue', 'channel-missing', 'a name in place of an id'],
    ['1/../../users/@me', 'channel-missing', 'a way out of the channel'],
    ['@camille', 'person-unreachable', 'a name of a person'],
  ])('asks nothing about « %s »', async (channel, reason, _why) => {
    expect(await failureOf(post(messageOf('cle', 'Bonjour.'), channel))).toMatchObject({ reason })
    expect(stage.fake.requests).toEqual([])
  })

  it('says that nobody can write in a forum', async () => {
    const forum = stage.fake.addChannel(stage.guild, { name: 'idées', type: 'forum' })
    expect(await failureOf(post(messageOf('cle', 'Bonjour.'), forum))).toMatchObject({
      reason: 'channel-missing',
    })
  })

  it('posts to a person in private, and asks for the channel once', async () => {
    const [first] = [
      await post(messageOf('un', 'Votre revue.'), `@${stage.person}`),
      await post(messageOf('deux', 'Et demain.'), `@${stage.person}`),
    ]
    expect(stage.fake.directMessages(stage.person).map(({ text }) => text)).toEqual([
      'Votre revue.',
      'Et demain.',
    ])
    await post(messageOf('trois', 'Le premier sujet.', { replyTo: first }), `@${stage.person}`)
    expect(stage.fake.directMessages(stage.person).at(-1)?.repliesTo).toBe(first)
    expect([countCalls(stage, 'POST', /users\/@me\/channels/), countCalls(stage, 'POST', /threads/)]).toEqual(
      [1, 0],
    )
  })

  describe('a reference to an earlier message', () => {
    it('leads to it in its channel, whose server is asked for once', async () => {
      const { channel, guild, fake } = stage
      const first = await post(messageOf('un', 'La revue.'))
      await post(sequel('deux', first))
      await post(sequel('trois', first))
      const url = `https://discord.com/channels/${guild}/${channel}/${first}`
      expect(fake.messages(channel).map(({ links }) => links)).toEqual([[], [url], [url]])
      expect(countCalls(stage, 'GET', /channels\/\d+$/)).toBe(1)
    })

    it('leads to it in a private conversation', async () => {
      const person = `@${stage.person}`
      const first = await post(messageOf('un', 'La revue.'), person)
      await post(sequel('deux', first), person)
      const [link = ''] = stage.fake.directMessages(stage.person).at(-1)?.links ?? []
      expect(link).toMatch(new RegExp(String.raw`^https://discord\.com/channels/@me/\d+/${first}$`))
    })

    it('is words alone where the server cannot be found, and the message goes out', async () => {
      const first = await post(messageOf('un', 'La revue.'))
      stage.fake.fault({ method: 'GET', path: /channels\/\d+$/, kind: 'status', status: 404 })
      await post(sequel('deux', first))
      expect(stage.fake.messages(stage.channel).at(-1)).toMatchObject({ links: [] })
      expect(stage.fake.messages(stage.channel).at(-1)?.text).toContain('Suite de l’édition de mardi')
    })
  })
})
