// Posts and threads on the fake Discord, by the real discord.js client.
import { AttachmentBuilder, ChannelType, MessageFlags } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { newsroom, postRaw, textChannel } from './client.ts'

const QUIET = { parse: [] } as const

describe('a post', () => {
  it('stands in the channel as people see it', async () => {
    const { fake, channel, channelId } = await newsroom()
    await channel.send({
      content: '# Revue de presse\n**Budget** : [Le Midi](<https://midi.example/a>)',
      embeds: [
        { title: 'Budget', description: 'Voté.', url: 'https://midi.example/b', footer: { text: 'Le Midi' } },
      ],
      components: [
        { type: 1, components: [{ type: 2, style: 2, custom_id: 'pourquoi:1', label: 'Pourquoi ?' }] },
      ],
      allowedMentions: QUIET,
      flags: MessageFlags.SuppressNotifications,
    })
    const [seen] = fake.messages(channelId)
    expect(seen).toMatchObject({
      isFromBot: true,
      isSilent: true,
      text: 'Revue de presse\nBudget : Le Midi\nBudget\nVoté.\nLe Midi',
      links: ['https://midi.example/a', 'https://midi.example/b'],
      buttons: [{ label: 'Pourquoi ?', customId: 'pourquoi:1', isDisabled: false }],
    })
    expect(fake.violations).toEqual([])
  })

  it('with components V2 shows its texts', async () => {
    const { fake, channel, channelId } = await newsroom()
    await channel.send({
      flags: MessageFlags.IsComponentsV2,
      components: [
        {
          type: 17,
          components: [
            { type: 10, content: '## Monde' },
            { type: 14 },
            { type: 10, content: 'Une **brève**.' },
          ],
        },
      ],
    })
    expect(fake.messages(channelId)[0]?.text).toBe('Monde\nUne brève.')
  })

  it('carries files with their alternative text', async () => {
    const { fake, channel, channelId } = await newsroom()
    const file = new AttachmentBuilder(Buffer.from('courbe'), {
      name: 'courbe.png',
      description: 'Courbe des dépêches',
    })
    await channel.send({ files: [file] })
    expect(fake.messages(channelId)[0]?.attachments).toEqual([
      { name: 'courbe.png', alternative: 'Courbe des dépêches' },
    ])
  })

  it('with a nonce that is enforced stands once, and its nonce is in no history', async () => {
    const { fake, client, channel, channelId } = await newsroom()
    const first = await channel.send({ content: 'Édition de 8 h', nonce: 'edition-1', enforceNonce: true })
    const second = await channel.send({ content: 'Édition de 8 h', nonce: 'edition-1', enforceNonce: true })
    expect(second.id).toBe(first.id)
    expect(fake.messages(channelId)).toHaveLength(1)
    expect(await client.rest.get(`/channels/${channelId}/messages`)).not.toContainEqual(
      expect.objectContaining({ nonce: 'edition-1' }),
    )
    fake.advanceClock(4 * 60_000)
    await channel.send({ content: 'Édition de 8 h', nonce: 'edition-1', enforceNonce: true })
    expect(fake.messages(channelId)).toHaveLength(2)
  })

  it('with a nonce that is not enforced stands twice', async () => {
    const { fake, channel, channelId } = await newsroom()
    await channel.send({ content: 'a', nonce: 'n' })
    await channel.send({ content: 'a', nonce: 'n' })
    expect(fake.messages(channelId)).toHaveLength(2)
  })

  it('with the nonce of a post in another channel is refused: the documentation leaves it open', async () => {
    const { fake, client, guild, channel } = await newsroom()
    await channel.send({ content: 'a', nonce: 'n', enforceNonce: true })
    const other = await textChannel(client, guild.channels['autre'] ?? '')
    await expect(other.send({ content: 'a', nonce: 'n', enforceNonce: true })).rejects.toMatchObject({
      code: 50_035,
    })
    expect(fake.violations).toHaveLength(1)
  })

  it('is changed and deleted', async () => {
    const { fake, channel, channelId } = await newsroom()
    const message = await channel.send('Brouillon')
    await message.edit('Définitif')
    expect(fake.messages(channelId)).toMatchObject([{ text: 'Définitif', isEdited: true }])
    await message.delete()
    expect(fake.messages(channelId)).toEqual([])
    await expect(message.edit('trop tard')).rejects.toMatchObject({ code: 10_008 })
  })

  it('is found in the history: newest first, before, after, around, by number', async () => {
    const { channel } = await newsroom({ rates: { isOn: false } })
    const ids: string[] = []
    for (const text of ['a', 'b', 'c', 'd', 'e']) ids.push((await channel.send(text)).id)
    const read = async (options: object) =>
      [...(await channel.messages.fetch({ ...options, cache: false })).values()]
        .map(({ content }) => content)
        .join('')
    expect(await read({ limit: 2 })).toBe('ed')
    expect(await read({ limit: 2, before: ids[3] })).toBe('cb')
    expect(await read({ limit: 2, after: ids[1] })).toBe('dc')
    expect(await read({ limit: 3, around: ids[2] })).toBe('dcb')
  })
})

describe('threads', () => {
  it('hang on a message and bear its id; a second one is refused', async () => {
    const { fake, channel, channelId } = await newsroom()
    const message = await channel.send('Édition de 8 h')
    const thread = await message.startThread({ name: 'Brèves de 8 h', autoArchiveDuration: 1440 })
    expect(thread.id).toBe(message.id)
    await thread.send('Première brève')
    expect(fake.messages(channelId)).toMatchObject([
      {
        text: 'Édition de 8 h',
        thread: { id: message.id, name: 'Brèves de 8 h', messages: [{ text: 'Première brève' }] },
      },
    ])
    await expect(channel.threads.create({ name: 'Encore', startMessage: message.id })).rejects.toMatchObject({
      code: 160_004,
    })
  })

  it('archived, wake with a post; locked, refuse it', async () => {
    const { fake, channel } = await newsroom()
    const thread = await (await channel.send('a')).startThread({ name: 'b' })
    fake.archiveThread(thread.id)
    await thread.send('réveil')
    expect(fake.message(thread.id).thread).toMatchObject({ isArchived: false })
    fake.archiveThread(thread.id, true)
    await expect(thread.send('fermé')).rejects.toMatchObject({ code: 50_083 })
  })

  it('in a forum come with their first message, and posts without thread are refused there', async () => {
    const { fake, guild, client } = await newsroom()
    const id = fake.addChannel(guild.id, { name: 'dossiers', type: 'forum' })
    const forum = await client.channels.fetch(id)
    if (forum?.type !== ChannelType.GuildForum) throw new Error('no forum')
    const thread = await forum.threads.create({
      name: 'Budget',
      message: { content: 'Les brèves du budget' },
    })
    expect(await thread.fetchStarterMessage()).toMatchObject({
      content: 'Les brèves du budget',
      id: thread.id,
    })
    await expect(postRaw(client, id, { content: 'a' })).rejects.toMatchObject({ code: 50_008 })
  })
})
