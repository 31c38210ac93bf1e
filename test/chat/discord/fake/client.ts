// A real discord.js client for the tests of the fake Discord. Nothing in it is replaced.
import {
  ChannelType,
  Client,
  GatewayIntentBits,
  Partials,
  type ClientOptions,
  type TextChannel,
} from 'discord.js'
import { onTestFinished } from 'vitest'
import { startFakeDiscord, type FakeDiscord, type FakeDiscordOptions } from './fake-discord.ts'

/** A fake that ends with the test, and asserts nothing. */
export async function openFake(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const fake = await startFakeDiscord(options)
  onTestFinished(() => fake.close())
  return fake
}

export function createClient(fake: FakeDiscord, options: Partial<ClientOptions> = {}): Client {
  const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits
  const client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages],
    partials: [Partials.Channel],
    ...options,
    rest: { api: fake.apiUrl, ...options.rest },
  })
  client.on('error', () => undefined)
  onTestFinished(() => client.destroy())
  return client
}

/** A client that has logged in and knows its guilds. */
export async function logIn(fake: FakeDiscord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = createClient(fake, options)
  const ready = new Promise<Client<true>>((resolve) => {
    client.once('clientReady', resolve)
  })
  await client.login(fake.token)
  return ready
}

export async function textChannel(client: Client, id: string): Promise<TextChannel> {
  const channel = await client.channels.fetch(id)
  if (channel?.type !== ChannelType.GuildText) throw new Error('not a text channel')
  return channel
}

/** A newsroom with two channels, two people (one may manage the guild) and the bot, logged in. */
export async function newsroom(options: FakeDiscordOptions = {}) {
  const fake = await openFake(options)
  const guild = fake.addGuild({
    name: 'Rédaction',
    channels: [{ name: 'veille' }, { name: 'autre' }],
    roles: [{ name: 'Chefs', permissions: ['MANAGE_GUILD'] }],
    members: [{ name: 'Camille' }, { name: 'Dominique', roles: ['Chefs'] }],
  })
  const client = await logIn(fake)
  const channelId = guild.channels['veille'] ?? ''
  const channel = await textChannel(client, channelId)
  const camille = guild.members['Camille'] ?? ''
  const dominique = guild.members['Dominique'] ?? ''
  return { fake, guild, client, channel, channelId, camille, dominique }
}

/** A post past the builders and checks of discord.js. */
export const postRaw = (client: Client, channelId: string, body: unknown): Promise<unknown> =>
  client.rest.post(`/channels/${channelId}/messages`, { body })
