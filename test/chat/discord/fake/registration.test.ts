// Registration of application commands on the fake Discord, by the real discord.js client.
import { describe, expect, it } from 'vitest'
import { newsroom, openFake, postRaw } from './client.ts'

const command = (name: string, extra: object = {}) => ({ name, description: 'Essai', ...extra })
const option = (name: string, extra: object = {}) => ({ type: 3, name, description: 'Essai', ...extra })

describe('application commands', () => {
  it('are registered, listed, changed and removed', async () => {
    const { fake, client } = await newsroom()
    await client.application.commands.set([
      command('qui', { options: [option('question', { required: true })] }),
      command('aide'),
    ])
    expect(fake.commands().map(({ name }) => name)).toEqual(['qui', 'aide'])
    const listed = await client.application.commands.fetch()
    const aide = listed.find(({ name }) => name === 'aide')
    await aide?.edit({ description: 'Ce que je sais faire' })
    await listed.find(({ name }) => name === 'qui')?.delete()
    expect(fake.commands()).toMatchObject([{ name: 'aide', description: 'Ce que je sais faire' }])
    expect(fake.violations).toEqual([])
  })

  it.each([
    ['a name in capitals', [command('Qui')], '0.name'],
    ['a name with a blank', [command('qui est')], '0.name'],
    ['no description', [{ name: 'qui' }], '0.description'],
    ['a description of 101', [command('qui', { description: 'a'.repeat(101) })], '0.description'],
    ['the same name twice', [command('qui'), command('qui')], '1.name'],
    [
      '26 options',
      [command('qui', { options: Array.from({ length: 26 }, (_item, place) => option(`o${place}`)) })],
      '0.options',
    ],
    [
      'an optional option before a required one',
      [command('qui', { options: [option('a'), option('b', { required: true })] })],
      '0.options.1',
    ],
    [
      '26 choices',
      [
        command('qui', {
          options: [
            option('a', {
              choices: Array.from({ length: 26 }, (_item, place) => ({
                name: `${place}`,
                value: `${place}`,
              })),
            }),
          ],
        }),
      ],
      '0.options.0.choices',
    ],
    [
      'choices beside autocomplete',
      [
        command('qui', {
          options: [option('a', { autocomplete: true, choices: [{ name: 'a', value: 'a' }] })],
        }),
      ],
      '0.options.0.choices',
    ],
    [
      'a subcommand beside options',
      [command('qui', { options: [option('a'), { type: 1, name: 'b', description: 'c' }] })],
      '0.options',
    ],
    [
      '8001 characters',
      [
        command('qui', {
          options: Array.from({ length: 25 }, (_item, place) =>
            option(`o${place}`, {
              description: 'a'.repeat(100),
              choices: [
                { name: 'a'.repeat(100), value: 'b'.repeat(100) },
                { name: 'c'.repeat(20), value: 'd' },
              ],
            }),
          ),
        }),
      ],
      '0',
    ],
  ])('%s: refused', async (_what, body, path) => {
    const { fake, client } = await newsroom()
    const error: unknown = await client.rest
      .put(`/applications/${fake.applicationId}/commands`, { body })
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 50_035 })
    expect(error).toHaveProperty(`rawError.errors.${path}._errors`)
    expect(fake.commands()).toEqual([])
  })

  it('are made one by one, the same name once, in a guild as well', async () => {
    const { fake, client, guild } = await newsroom()
    const first = await client.application.commands.create(command('aide'))
    const second = await client.application.commands.create(command('aide', { description: 'Autre' }))
    await client.application.commands.create(command('aide'), guild.id)
    expect(second.id).toBe(first.id)
    expect(fake.commands()).toMatchObject([{ description: 'Autre' }])
    expect(fake.commands(guild.id)).toMatchObject([{ description: 'Essai', guild_id: guild.id }])
  })

  it('number 100 at most, and 200 creations a day', async () => {
    const { fake, client } = await newsroom({ rates: { isOn: false } })
    const set = (prefix: string, count: number) =>
      client.application.commands.set(
        Array.from({ length: count }, (_item, place) => command(`${prefix}${place}`)),
      )
    await expect(set('a', 101)).rejects.toMatchObject({ code: 30_032 })
    await set('a', 100)
    await set('a', 100)
    await set('b', 100)
    await expect(set('c', 1)).rejects.toMatchObject({ code: 30_034 })
    fake.advanceClock(86_400_001)
    await set('c', 1)
  })
})

describe('the specification', () => {
  it('is checked where it is at hand, and said to be missing where not', async () => {
    const without = await openFake({ specPath: '/nowhere/discord-openapi.json' })
    expect(without.isSpecChecked).toBe(false)
    const fake = await openFake()
    expect(typeof fake.isSpecChecked).toBe('boolean')
  })

  it('refuses what only the specification refuses, and says so', async ({ skip }) => {
    const { fake, client, channelId } = await newsroom()
    if (!fake.isSpecChecked) skip('the specification is not at hand')
    const body = { content: 'a', sticker_ids: ['pas un nombre'] }
    await expect(postRaw(client, channelId, body)).rejects.toMatchObject({ code: 50_035 })
    expect(fake.violations).toMatchObject([
      { source: 'specification', path: `/channels/${channelId}/messages` },
    ])
  })
})
