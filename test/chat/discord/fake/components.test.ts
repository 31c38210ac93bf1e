// Buttons, selects, modals and people who write on the fake Discord, answered by the real discord.js client.
import {
  ComponentType,
  MessageFlags,
  TextInputStyle,
  type APIModalInteractionResponseCallbackData,
} from 'discord.js'
import { describe, expect, it } from 'vitest'
import { answering, type Handlers } from './answering.ts'
import { logIn, openFake } from './client.ts'
import type { FakeDiscordOptions } from './fake-discord.ts'

describe('buttons, selects and modals', () => {
  const post = {
    content: 'Brève',
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          { type: ComponentType.Button, style: 2, customId: 'utile:1', label: 'Utile' },
          { type: ComponentType.Button, style: 2, customId: 'fermé', label: 'Fermé', disabled: true },
        ],
      },
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            customId: 'rubrique',
            options: [
              { label: 'Monde', value: 'monde' },
              { label: 'Sport', value: 'sport' },
            ],
          },
        ],
      },
    ],
  } as const

  async function posted(handlers: Handlers, options: FakeDiscordOptions = {}) {
    const room = await answering(handlers, options)
    const place = await room.client.channels.fetch(room.channel)
    if (place?.isSendable() !== true) throw new Error('no place to write')
    return { ...room, message: (await place.send(post)).id }
  }

  it('a button changes its message', async () => {
    const { fake, camille, message } = await posted({
      button: (interaction) => interaction.update({ content: 'Merci', components: [] }),
    })
    const seen = await fake.press({ user: camille, message, customId: 'utile:1' }).answered
    expect(seen.updated).toMatchObject({ text: 'Merci', buttons: [] })
    expect(seen.responses).toEqual([])
  })

  it('a button is acknowledged first, then changes its message', async () => {
    const { fake, camille, message } = await posted({
      button: async (interaction) => {
        await interaction.deferUpdate()
        await interaction.editReply({ content: 'Merci' })
      },
    })
    const seen = await fake.press({ user: camille, message, label: 'Utile' }).answered
    expect(seen).toMatchObject({ isDeferred: true, updated: { text: 'Merci' } })
  })

  it('a button answers the person alone, who presses a button of the answer', async () => {
    const { fake, camille, dominique, message } = await posted({
      button: (interaction) =>
        interaction.customId === 'partager'
          ? interaction.update({ content: 'Partagé', components: [] })
          : interaction.reply({
              content: 'Sources',
              flags: MessageFlags.Ephemeral,
              components: [
                {
                  type: 1,
                  components: [{ type: 2, style: 1, customId: 'partager', label: 'Partager dans le canal' }],
                },
              ],
            }),
    })
    const [answer] = (await fake.press({ user: camille, message, customId: 'utile:1' }).answered).responses
    expect(answer).toMatchObject({ isEphemeral: true, buttons: [{ label: 'Partager dans le canal' }] })
    const private_ = { message: answer?.id ?? '', customId: 'partager' }
    expect(() => fake.press({ user: dominique, ...private_ })).toThrow(/one person alone/)
    expect((await fake.press({ user: camille, ...private_ }).answered).updated).toMatchObject({
      text: 'Partagé',
    })
  })

  it('only what is there and enabled can be pressed', async () => {
    const { fake, camille, message } = await posted({})
    expect(() => fake.press({ user: camille, message, customId: 'autre' })).toThrow(/utile:1 « Utile »/)
    expect(() => fake.press({ user: camille, message, customId: 'fermé' })).toThrow(/disabled/)
    expect(() => fake.press({ user: camille, message, customId: 'rubrique', values: ['jardin'] })).toThrow(
      /no value jardin/,
    )
  })

  it('a select tells its values', async () => {
    const { fake, camille, message } = await posted({
      select: (interaction) => interaction.reply(interaction.values.join()),
    })
    const seen = await fake.press({ user: camille, message, customId: 'rubrique', values: ['sport'] })
      .answered
    expect(seen.responses).toMatchObject([{ text: 'sport', repliesTo: message }])
  })

  const input = {
    type: ComponentType.TextInput,
    customId: 'adresse',
    label: 'Adresse',
    style: TextInputStyle.Short,
    maxLength: 50,
  } as const
  const rowModal = {
    customId: 'flux:ajouter',
    title: 'Ajouter un flux',
    components: [{ type: ComponentType.ActionRow, components: [input] }],
  } as const
  const labelModal = {
    custom_id: 'flux:ajouter',
    title: 'Ajouter un flux',
    components: [
      {
        type: ComponentType.Label,
        label: 'Adresse',
        component: {
          type: ComponentType.TextInput,
          custom_id: 'adresse',
          style: TextInputStyle.Short,
          max_length: 50,
        },
      },
    ],
  } as const satisfies APIModalInteractionResponseCallbackData

  it.each([
    ['rows', rowModal],
    ['labels', labelModal],
  ])('a modal with %s opens, is submitted and answered', async (_kind, modal) => {
    const { fake, camille, message } = await posted({
      button: (interaction) => interaction.showModal(modal),
      modal: (interaction) => interaction.reply(interaction.fields.getTextInputValue('adresse')),
    })
    const opened = await fake.press({ user: camille, message, customId: 'utile:1' }).answered
    if (opened.modal === undefined) throw new Error('no modal')
    const shown = opened.modal
    expect(shown).toMatchObject({
      title: 'Ajouter un flux',
      fields: [{ customId: 'adresse', label: 'Adresse', isRequired: true }],
    })
    expect(() => fake.submitModal({ user: camille, modal: shown, fields: {} })).toThrow(/required/)
    expect(() =>
      fake.submitModal({ user: camille, modal: shown, fields: { adresse: 'a'.repeat(51) } }),
    ).toThrow(/51 characters/)
    const seen = await fake.submitModal({
      user: camille,
      modal: shown,
      fields: { Adresse: 'https://midi.example' },
    }).answered
    expect(seen.responses).toMatchObject([{ text: 'https://midi.example' }])
    expect(fake.violations).toEqual([])
  })

  it.each([
    ['a title of 46', { ...rowModal, title: 'a'.repeat(46) }, 'data.title'],
    [
      '6 rows',
      {
        ...rowModal,
        components: [1, 2, 3, 4, 5, 6].map((id) => ({
          type: 1,
          components: [{ ...input, customId: `${id}` }],
        })),
      },
      'data.components',
    ],
    [
      'a label of 46',
      { ...rowModal, components: [{ type: 1, components: [{ ...input, label: 'a'.repeat(46) }] }] },
      'data.components.0.components.0.label',
    ],
    [
      'a placeholder of 101',
      { ...rowModal, components: [{ type: 1, components: [{ ...input, placeholder: 'a'.repeat(101) }] }] },
      'data.components.0.components.0.placeholder',
    ],
    [
      'two inputs in a row',
      { ...rowModal, components: [{ type: 1, components: [input, { ...input, customId: 'b' }] }] },
      'data.components.0.components',
    ],
    [
      'the same id twice',
      {
        ...rowModal,
        components: [
          { type: 1, components: [input] },
          { type: 1, components: [input] },
        ],
      },
      'data.components',
    ],
  ])('a modal with %s is refused', async (_what, modal, path) => {
    const { fake, client, camille, message, failures } = await posted({
      button: (interaction) =>
        client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
          body: { type: 9, data: snakeCase(modal) },
          auth: false,
        }),
    })
    fake.press({ user: camille, message, customId: 'utile:1' })
    await expect.poll(() => failures).toMatchObject([{ code: 50_035 }])
    expect(failures[0]).toHaveProperty(`rawError.errors.${path}._errors`)
  })
})

/** Keys as the API writes them. */
const snakeCase = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => snakeCase(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snakeCase(item),
    ]),
  )
}

describe('people who write', () => {
  it('are answered in the channel, and in the thread on their message', async () => {
    const fake = await openFake()
    const guild = fake.addGuild({
      name: 'Rédaction',
      channels: [{ name: 'veille' }],
      members: [{ name: 'Camille' }],
    })
    const client = await logIn(fake)
    client.on('messageCreate', (message) => {
      if (message.author.bot || message.system) return
      void message
        .reply({
          content: `Bonjour <@${message.author.id}>`,
          allowedMentions: { parse: [], repliedUser: false },
        })
        .then(() => message.startThread({ name: 'Suite' }))
        .then((thread) => thread.send('La suite ici'))
    })
    const said = fake.say({
      user: guild.members['Camille'] ?? '',
      channel: guild.channels['veille'] ?? '',
      text: `<@${fake.botId}> bonjour`,
    })
    const seen = await said.until(({ responses }) => responses.length === 2)
    expect(seen.responses).toMatchObject([
      {
        text: 'Bonjour @Camille',
        mentions: ['@Camille'],
        pings: { everyone: false, users: [], roles: [] },
        repliesTo: said.id,
      },
      { text: 'La suite ici' },
    ])
    expect((await said.answered).answeredAfterMs).toBeLessThan(2000)
  })
})
