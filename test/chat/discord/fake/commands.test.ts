// Commands and autocomplete on the fake Discord: what people see of the answers of the real discord.js client.
import { MessageFlags, PermissionFlagsBits } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { answering, ask } from './answering.ts'

describe('a command', () => {
  it('is answered at once, for the person alone', async () => {
    const { fake, camille, channel } = await answering({
      command: (interaction) =>
        interaction.reply({
          content: `Vous demandez : ${interaction.options.getString('question', true)}`,
          flags: MessageFlags.Ephemeral,
        }),
    })
    const seen = await fake.command({ user: camille, channel, ...ask('a rencontré la ministre ?') }).answered
    expect(seen.responses).toMatchObject([
      { text: 'Vous demandez : a rencontré la ministre ?', isEphemeral: true },
    ])
    expect(seen.ackedAfterMs).toBeLessThan(1000)
    expect(seen.isDeferred).toBe(false)
    expect(fake.messages(channel)).toEqual([])
    expect(fake.violations).toEqual([])
  })

  it('is deferred, completed, and followed up', async () => {
    const { fake, camille, channel } = await answering({
      command: async (interaction) => {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral })
        await interaction.editReply('Page 1')
        await interaction.followUp({ content: 'Partagé', allowedMentions: { parse: [] } })
      },
    })
    const action = fake.command({ user: camille, channel, ...ask('a voté ?') })
    const seen = await action.until(({ responses }) => responses.length === 2)
    expect(seen.isDeferred).toBe(true)
    expect(seen.responses.map(({ text, isEphemeral }) => [text, isEphemeral])).toEqual([
      ['Page 1', true],
      ['Partagé', false],
    ])
    expect(fake.messages(channel)).toMatchObject([{ text: 'Partagé' }])
  })

  it('the first follow-up of a deferred answer takes its place and its privacy', async () => {
    const { fake, camille, channel } = await answering({
      command: async (interaction) => {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral })
        await interaction.followUp('La réponse')
      },
    })
    const seen = await fake.command({ user: camille, channel, ...ask('a voté ?') }).answered
    expect(seen.responses).toMatchObject([{ text: 'La réponse', isEphemeral: true, isLoading: false }])
  })

  it('is read back, changed and deleted by its token', async () => {
    const { fake, camille, channel } = await answering({
      command: async (interaction) => {
        await interaction.reply('a')
        const answer = await interaction.fetchReply()
        await interaction.editReply(`${answer.content}b`)
        await interaction.deleteReply()
      },
    })
    const action = fake.command({ user: camille, channel, ...ask('a voté ?') })
    await action.until((seen) => seen.answeredAfterMs !== undefined && seen.responses.length === 0)
    expect(fake.requests.at(-1)).toMatchObject({ method: 'DELETE', status: 204 })
  })

  it('fails after 3 s of silence; then 10062', async () => {
    const { fake, camille, channel, failures } = await answering(
      {
        command: async (interaction) => {
          await new Promise((resolve) => setTimeout(resolve, 150))
          await interaction.reply('trop tard')
        },
      },
      { acknowledgeMs: 100 },
    )
    const action = fake.command({ user: camille, channel, ...ask('a voté ?') })
    expect(await action.answered).toMatchObject({ hasFailed: true, responses: [] })
    await expect.poll(() => failures).toMatchObject([{ code: 10_062, status: 404 }])
  })

  it('is acknowledged once: then 40060', async () => {
    const { fake, client, camille, channel, failures } = await answering({
      command: async (interaction) => {
        await interaction.reply('un')
        await client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
          body: { type: 4, data: { content: 'deux' } },
          auth: false,
        })
      },
    })
    await fake.command({ user: camille, channel, ...ask('a voté ?') }).answered
    await expect.poll(() => failures).toMatchObject([{ code: 40_060, status: 400 }])
  })

  it('lives 15 minutes: then 50027', async () => {
    const { fake, camille, channel, failures } = await answering({
      command: async (interaction) => {
        await interaction.reply('un')
        fake.advanceClock(15 * 60_000 + 1)
        await interaction.followUp('deux')
      },
    })
    fake.command({ user: camille, channel, ...ask('a voté ?') })
    await expect.poll(() => failures).toMatchObject([{ code: 50_027, status: 401 }])
  })

  it('notifies whom the completing edit allows, nobody else', async () => {
    const { fake, camille, dominique, channel } = await answering({
      command: async (interaction) => {
        await interaction.deferReply()
        await interaction.editReply({ content: `<@${dominique}> @everyone`, allowedMentions: { parse: [] } })
        await interaction.followUp(`<@${dominique}>`)
      },
    })
    const action = fake.command({ user: camille, channel, ...ask('a voté ?') })
    const { responses } = await action.until((seen) => seen.responses.length === 2)
    expect(responses.map(({ mentions }) => mentions)).toEqual([['@Dominique', '@everyone'], ['@Dominique']])
    expect(responses.map(({ pings }) => [pings.everyone, pings.users])).toEqual([
      [false, []],
      [false, [dominique]],
    ])
  })

  it('takes no content of 2001', async () => {
    const { fake, camille, channel, failures } = await answering({
      command: (interaction) => interaction.reply('a'.repeat(2001)),
    })
    fake.command({ user: camille, channel, ...ask('a voté ?') })
    await expect.poll(() => failures).toMatchObject([{ code: 50_035 }])
  })

  it('works in private, and in a thread', async () => {
    const { fake, client, camille, channel } = await answering({
      command: (interaction) => interaction.reply({ content: interaction.inGuild() ? 'serveur' : 'privé' }),
    })
    const seen = await fake.command({ user: camille, ...ask('a voté ?') }).answered
    expect(seen.responses).toMatchObject([{ text: 'privé' }])
    const place = await client.channels.fetch(channel)
    if (place?.isSendable() !== true) throw new Error('no place to write')
    const thread = await (await place.send('Édition')).startThread({ name: 'Brèves' })
    await fake.command({ user: camille, channel: thread.id, ...ask('a voté ?') }).answered
    expect(fake.messages(channel)[0]?.thread?.messages).toMatchObject([{ text: 'serveur' }])
  })

  it('is offered to those whom it is for, with what it takes', async () => {
    const { fake, camille, dominique, channel } = await answering({
      command: (interaction) => interaction.reply(interaction.options.getSubcommand()),
    })
    const retirer = {
      name: 'flux',
      subcommand: 'retirer',
      channel,
      options: { flux: 'midi', salon: channel },
    }
    expect(() => fake.command({ user: camille, ...retirer })).toThrow(/permissions/)
    expect(() => fake.command({ user: camille, channel, name: 'inconnue' })).toThrow(/no command/i)
    expect(() => fake.command({ user: camille, channel, name: 'qui' })).toThrow(/needs the option question/)
    expect(() => fake.command({ user: camille, channel, ...ask('a'.repeat(201)) })).toThrow(
      /refuses a text of 201/,
    )
    expect((await fake.command({ user: dominique, ...retirer }).answered).responses).toMatchObject([
      { text: 'retirer' },
    ])
    const granted = { memberPermissions: PermissionFlagsBits.ManageGuild }
    expect((await fake.command({ user: camille, ...retirer, ...granted }).answered).responses).toHaveLength(1)
  })
})

describe('autocomplete', () => {
  const typed = { name: 'flux', subcommand: 'retirer', focused: 'flux', options: { flux: 'mi' } }

  it('shows the choices', async () => {
    const { fake, dominique, channel } = await answering({
      autocomplete: (interaction) =>
        interaction.respond([{ name: `Le Midi (${interaction.options.getFocused()})`, value: 'midi' }]),
    })
    const seen = await fake.autocomplete({ user: dominique, channel, ...typed }).answered
    expect(seen.choices).toEqual([{ name: 'Le Midi (mi)', value: 'midi' }])
  })

  it('refuses 26 choices, and names of 101', async () => {
    const { fake, client, dominique, channel, failures } = await answering({
      autocomplete: (interaction) =>
        client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
          body: {
            type: 8,
            data: {
              choices: Array.from({ length: 26 }, (_item, place) => ({
                name: 'a'.repeat(101),
                value: `${place}`,
              })),
            },
          },
          auth: false,
        }),
    })
    fake.autocomplete({ user: dominique, channel, ...typed })
    await expect.poll(() => failures).toMatchObject([{ code: 50_035 }])
    expect(fake.violations[0]?.problems).toContain('data.choices: Must be between 0 and 25 in length.')
  })
})
