// Missing permissions and refusals of people on the fake Discord, met by the real discord.js client.
import { describe, expect, it } from 'vitest'
import { newsroom, postRaw } from './client.ts'

describe('permissions and absences', () => {
  it.each([
    ['VIEW_CHANNEL', { status: 403, code: 50_001 }],
    ['SEND_MESSAGES', { status: 403, code: 50_013 }],
    ['EMBED_LINKS', { status: 403, code: 50_013 }],
  ] as const)('without %s a post is refused', async (name, expected) => {
    const { fake, client, channelId } = await newsroom()
    fake.deny(channelId, [name], false)
    await expect(postRaw(client, channelId, { embeds: [{ title: 'a' }] })).rejects.toMatchObject(expected)
    expect(fake.invalidCount()).toBe(1)
    fake.allow(channelId, [name])
    await postRaw(client, channelId, { content: 'a' })
  })

  it('without the right to open threads, or to write in them, is refused there', async () => {
    const { fake, channel, channelId } = await newsroom()
    const message = await channel.send('a')
    fake.deny(channelId, ['CREATE_PUBLIC_THREADS'])
    await expect(message.startThread({ name: 'b' })).rejects.toMatchObject({ code: 50_013 })
    fake.allow(channelId, ['CREATE_PUBLIC_THREADS'])
    fake.deny(channelId, ['SEND_MESSAGES_IN_THREADS'])
    const thread = await message.startThread({ name: 'b' })
    await expect(thread.send('c')).rejects.toMatchObject({ code: 50_013 })
  })

  it('without the history reads nothing, and answers nothing', async () => {
    const { fake, client, channel, channelId } = await newsroom()
    const message = await channel.send('a')
    fake.deny(channelId, ['READ_MESSAGE_HISTORY'])
    expect(await client.rest.get(`/channels/${channelId}/messages`)).toEqual([])
    await expect(client.rest.get(`/channels/${channelId}/messages/${message.id}`)).rejects.toMatchObject({
      code: 50_001,
    })
    await expect(message.reply('b')).rejects.toMatchObject({ code: 160_002 })
  })

  it('private messages reach a person, unless they are refused', async () => {
    const { fake, client, camille } = await newsroom()
    const person = await client.users.fetch(camille)
    await person.send('Votre revue de 8 h')
    expect(fake.directMessages(camille)).toMatchObject([{ text: 'Votre revue de 8 h' }])
    fake.setAcceptsDirectMessages(camille, false)
    await expect(person.send('encore')).rejects.toMatchObject({ status: 403, code: 50_007 })
  })
})
