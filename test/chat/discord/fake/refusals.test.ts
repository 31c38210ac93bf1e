// Bodies of posts that the fake Discord refuses, as Discord does, sent by the real discord.js client.
import { MessageFlags } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { newsroom, postRaw } from './client.ts'

const row = (components: readonly unknown[]) => ({ type: 1, components })
const button = (id: string, label = 'x') => ({ type: 2, style: 1, custom_id: id, label })
const text = (content: string) => ({ type: 10, content })
const field = { name: 'n', value: 'v' }

describe('what Discord refuses', () => {
  it.each([
    ['a content of 2001', { content: 'a'.repeat(2001) }, 'content'],
    ['an unknown key', { content: 'a', couleur: 1 }, 'couleur'],
    ['11 embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'a' })) }, 'embeds'],
    ['an embed title of 257', { embeds: [{ title: 'a'.repeat(257) }] }, 'embeds.0.title'],
    ['an embed description of 4097', { embeds: [{ description: 'a'.repeat(4097) }] }, 'embeds.0.description'],
    ['26 fields', { embeds: [{ fields: Array.from({ length: 26 }, () => field) }] }, 'embeds.0.fields'],
    [
      'a field name of 257',
      { embeds: [{ fields: [{ ...field, name: 'a'.repeat(257) }] }] },
      'embeds.0.fields.0.name',
    ],
    [
      'a field value of 1025',
      { embeds: [{ fields: [{ ...field, value: 'a'.repeat(1025) }] }] },
      'embeds.0.fields.0.value',
    ],
    ['an empty field value', { embeds: [{ fields: [{ ...field, value: ' ' }] }] }, 'embeds.0.fields.0.value'],
    [
      'a footer of 2049',
      { embeds: [{ title: 'a', footer: { text: 'a'.repeat(2049) } }] },
      'embeds.0.footer.text',
    ],
    [
      'an author of 257',
      { embeds: [{ title: 'a', author: { name: 'a'.repeat(257) } }] },
      'embeds.0.author.name',
    ],
    [
      '6001 characters over two embeds',
      { embeds: [{ description: 'a'.repeat(4000) }, { description: 'a'.repeat(2001) }] },
      'embeds',
    ],
    ['an embed without anything', { embeds: [{ color: 1 }] }, 'embeds.0.description'],
    ['an embed with another address', { embeds: [{ title: 'a', url: 'ftp://a.example' }] }, 'embeds.0.url'],
    [
      '6 rows',
      { content: 'a', components: [1, 2, 3, 4, 5, 6].map((id) => row([button(`${id}`)])) },
      'components',
    ],
    [
      '6 buttons in a row',
      { content: 'a', components: [row([1, 2, 3, 4, 5, 6].map((id) => button(`${id}`)))] },
      'components.0.components',
    ],
    ['a row without buttons', { content: 'a', components: [row([])] }, 'components.0.components'],
    ['a button outside of a row', { content: 'a', components: [button('a')] }, 'components.0.type'],
    [
      'a custom id of 101',
      { content: 'a', components: [row([button('a'.repeat(101))])] },
      'components.0.components.0.custom_id',
    ],
    [
      'a custom id twice',
      { content: 'a', components: [row([button('a')]), row([button('a')])] },
      'components',
    ],
    [
      'a label of 81',
      { content: 'a', components: [row([button('a', 'a'.repeat(81))])] },
      'components.0.components.0.label',
    ],
    [
      'a button without label',
      { content: 'a', components: [row([button('a', '')])] },
      'components.0.components.0.label',
    ],
    [
      'a link of 513',
      {
        content: 'a',
        components: [row([{ type: 2, style: 5, label: 'a', url: `https://a.example/${'a'.repeat(495)}` }])],
      },
      'components.0.components.0.url',
    ],
    [
      'a link with a custom id',
      {
        content: 'a',
        components: [row([{ type: 2, style: 5, label: 'a', url: 'https://a.example', custom_id: 'a' }])],
      },
      'components.0.components.0.custom_id',
    ],
    [
      '26 options in a select',
      {
        content: 'a',
        components: [
          row([
            {
              type: 3,
              custom_id: 'a',
              options: Array.from({ length: 26 }, (_item, place) => ({ label: 'a', value: `${place}` })),
            },
          ]),
        ],
      },
      'components.0.components.0.options',
    ],
    [
      'the same value twice in a select',
      {
        content: 'a',
        components: [
          row([
            {
              type: 3,
              custom_id: 'a',
              options: [
                { label: 'a', value: '1' },
                { label: 'b', value: '1' },
              ],
            },
          ]),
        ],
      },
      'components.0.components.0.options.1.value',
    ],
    ['components V2 without their flag', { components: [text('a')] }, 'components.0.type'],
    ['content beside components V2', { content: 'a', flags: 32_768, components: [text('a')] }, 'content'],
    [
      'an embed beside components V2',
      { embeds: [{ title: 'a' }], flags: 32_768, components: [text('a')] },
      'embeds',
    ],
    [
      '4001 characters of components V2',
      { flags: 32_768, components: [text('a'.repeat(2001)), text('a'.repeat(2000))] },
      'components',
    ],
    [
      '41 components V2',
      { flags: 32_768, components: [{ type: 17, components: Array.from({ length: 40 }, () => text('a')) }] },
      'components',
    ],
    [
      'a section without accessory',
      { flags: 32_768, components: [{ type: 9, components: [text('a')] }] },
      'components.0.accessory',
    ],
    ['a nonce of 26', { content: 'a', nonce: 'a'.repeat(26) }, 'nonce'],
    ['an ephemeral post', { content: 'a', flags: 64 }, 'flags'],
    [
      'an unknown kind of mention',
      { content: 'a', allowed_mentions: { parse: ['here'] } },
      'allowed_mentions.parse.0',
    ],
    [
      'parse and list at once',
      { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions',
    ],
    ['an answer to nothing', { content: 'a', message_reference: { message_id: '1' } }, 'message_reference'],
  ])('%s: 50035 at its key', async (_what, body, path) => {
    const { fake, client, channelId } = await newsroom()
    const error: unknown = await postRaw(client, channelId, body).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ status: 400, code: 50_035 })
    expect(error).toHaveProperty(`rawError.errors.${path}._errors`)
    expect(fake.messages(channelId)).toEqual([])
    expect(fake.violations).toHaveLength(1)
  })

  it.each([
    ['nothing at all', {}],
    ['blanks', { content: ' \n ' }],
    ['buttons alone', { components: [row([button('a')])] }],
  ])('%s: 50006', async (_what, body) => {
    const { client, channelId } = await newsroom()
    await expect(postRaw(client, channelId, body)).rejects.toMatchObject({ status: 400, code: 50_006 })
  })

  it('what is just within the limits stands', async () => {
    const { fake, client, channelId } = await newsroom()
    await postRaw(client, channelId, {
      content: 'a'.repeat(2000),
      nonce: 'a'.repeat(25),
      embeds: [{ title: 'a'.repeat(256), description: 'b'.repeat(4096), footer: { text: 'c'.repeat(1648) } }],
      components: [0, 1, 2, 3, 4].map((line) =>
        row([0, 1, 2, 3, 4].map((place) => button(`${line}${place}`.padEnd(100, 'x'), 'a'.repeat(80)))),
      ),
    })
    await postRaw(client, channelId, {
      flags: 32_768,
      components: [{ type: 17, components: Array.from({ length: 39 }, () => text('a'.repeat(102))) }],
    })
    expect(fake.violations).toEqual([])
    expect(fake.messages(channelId)).toHaveLength(2)
  })

  it('never lets the flag of components V2 go', async () => {
    const { channel } = await newsroom()
    const message = await channel.send({
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: 10, content: 'a' }],
    })
    await expect(message.edit({ content: 'b', components: [] })).rejects.toMatchObject({ code: 50_035 })
  })
})
