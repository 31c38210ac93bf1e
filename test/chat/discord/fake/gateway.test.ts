// The gateway of the fake Discord, met by the real discord.js client.
import { GatewayIntentBits, type Client, type Message } from 'discord.js'
import { describe, expect, it, vi } from 'vitest'
import { createClient, logIn, openFake } from './client.ts'
import type { FakeDiscord } from './fake-discord.ts'

/** discord.js waits 5 s between two identifies, for Discord's sake: this fake asks for no such wait. */
const AT_ONCE = { waitForIdentify: () => Promise.resolve() }

const GUILD = { name: 'Rédaction', channels: [{ name: 'veille' }], members: [{ name: 'Camille' }] }

/** The texts that the client receives from now on. */
function heard(client: Client): readonly string[] {
  const texts: string[] = []
  client.on('messageCreate', (message: Message) => texts.push(message.content))
  return texts
}

const once = (client: Client, event: string): Promise<unknown> =>
  new Promise((resolve) => {
    client.once(event, resolve)
  })

async function scene(options: Parameters<typeof openFake>[0] = {}) {
  const fake = await openFake({ grantedIntents: ['messageContent'], ...options })
  const guild = fake.addGuild(GUILD)
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits
  const client = await logIn(fake, {
    intents: [Guilds, GuildMessages, DirectMessages, MessageContent],
    ws: { buildIdentifyThrottler: () => Promise.resolve(AT_ONCE) },
  })
  const speak = (fakeDiscord: FakeDiscord, text: string) =>
    fakeDiscord.say({ user: guild.members['Camille'] ?? '', channel: guild.channels['veille'] ?? '', text })
  return { fake, guild, client, say: (text: string) => speak(fake, text) }
}

describe('getting in', () => {
  it('logs in, is told of the guilds, their channels and roles', async () => {
    const { client, guild, fake } = await scene()
    expect(client.user.id).toBe(fake.botId)
    const seen = client.guilds.cache.get(guild.id)
    expect(seen?.name).toBe('Rédaction')
    expect(seen?.channels.cache.map(({ name }) => name)).toEqual(['veille'])
    expect(seen?.members.me?.permissions.has('SendMessages')).toBe(true)
    expect(fake.violations).toEqual([])
  })

  it('refuses a wrong token by REST (401) and on the gateway (4004)', async () => {
    const fake = await openFake()
    await expect(createClient(fake).login('abc.def.ghi')).rejects.toThrow(/invalid token/i)
    expect(fake.invalidCount()).toBe(1)
    const client = createClient(fake)
    fake.fault({ kind: 'status', status: 200, path: '/gateway/bot', body: gatewayAnswer(fake.port) })
    await expect(client.login('abc.def.ghi')).rejects.toThrow(/authentication failed/i)
    expect(fake.gateway.counts.identifies).toBe(1)
  })

  it('refuses an intent that the portal does not grant (4014)', async () => {
    const fake = await openFake()
    const client = createClient(fake, {
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent],
    })
    await expect(client.login(fake.token)).rejects.toThrow(/disallowed intents/i)
  })

  it('tells the flags of granted intents', async () => {
    const { client } = await scene()
    const application = await client.application.fetch()
    expect(application.flags?.has('GatewayMessageContentLimited')).toBe(true)
    expect(application.flags?.has('GatewayGuildMembersLimited')).toBe(false)
  })
})

const gatewayAnswer = (port: number) => ({
  url: `ws://127.0.0.1:${port}/gateway`,
  shards: 1,
  session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
})

describe('a connection that breaks', () => {
  it('resumes after a cut and is told what it missed, once and in order', async () => {
    const { fake, client, say } = await scene()
    const texts = heard(client)
    say('un')
    await vi.waitFor(() => expect(texts).toEqual(['un']))
    const resumed = once(client, 'shardResume')
    fake.gateway.setOpen(false)
    fake.dropGateway()
    say('deux')
    say('trois')
    fake.gateway.setOpen(true)
    await resumed
    say('quatre')
    await vi.waitFor(() => expect(texts).toEqual(['un', 'deux', 'trois', 'quatre']))
    expect(fake.gateway.counts).toMatchObject({ identifies: 1, resumes: 1, refusedResumes: 0 })
  })

  it('follows op 7: reconnects and resumes', async () => {
    const { fake, client, say } = await scene()
    const texts = heard(client)
    const resumed = once(client, 'shardResume')
    fake.requestReconnect()
    await resumed
    say('après')
    await vi.waitFor(() => expect(texts).toEqual(['après']))
    expect(fake.gateway.counts).toMatchObject({ identifies: 1, resumes: 1 })
  })

  it('follows op 9 with true: resumes', async () => {
    const { fake, client } = await scene()
    const resumed = once(client, 'shardResume')
    fake.invalidateSession(true)
    await resumed
    expect(fake.gateway.counts).toMatchObject({ identifies: 1, resumes: 1 })
  })

  it('follows op 9 with false: identifies anew, what came between is lost', async () => {
    const { fake, client, say } = await scene()
    const texts = heard(client)
    const ready = once(client, 'shardReady')
    fake.invalidateSession()
    say('perdu')
    await ready
    say('entendu')
    await vi.waitFor(() => expect(texts).toEqual(['entendu']))
    expect(fake.gateway.counts).toMatchObject({ identifies: 2, resumes: 0 })
  })

  it('refuses to resume a session that it forgot', async () => {
    const { fake, client } = await scene()
    const ready = once(client, 'shardReady')
    fake.gateway.forgetSessions()
    fake.dropGateway()
    await ready
    expect(fake.gateway.counts).toMatchObject({ identifies: 2, resumes: 1, refusedResumes: 1 })
  })

  it('leaves heartbeats without ack: the client takes the connection for dead and resumes', async () => {
    const { fake, client } = await scene({ heartbeatIntervalMs: 150 })
    await vi.waitFor(() => expect(fake.gateway.counts.heartbeats).toBeGreaterThan(1))
    const reconnecting = once(client, 'shardReconnecting')
    fake.gateway.setAcking(false)
    await reconnecting
    fake.gateway.setAcking(true)
    await once(client, 'shardResume')
    expect(fake.gateway.counts.resumes).toBe(1)
  })

  it.each([
    [4000, 'resume', 'unknown error'],
    [4009, 'identify', 'session timed out'],
  ])('closes with %i, and the client will %s (%s)', async (code, expected) => {
    const { fake, client } = await scene()
    const back = once(client, expected === 'resume' ? 'shardResume' : 'shardReady')
    fake.gateway.closeAll(code, '')
    await back
    expect(fake.gateway.counts.identifies).toBe(expected === 'resume' ? 1 : 2)
  })

  it('a revoked token ends the session for good', async () => {
    const { fake, client } = await scene()
    const ended = once(client, 'shardDisconnect')
    fake.revokeToken()
    await ended
    await expect(client.rest.get('/users/@me')).rejects.toMatchObject({ status: 401, code: 0 })
  })
})

describe('what a session is told', () => {
  it('blanks what others write without the intent, unless it is private or mentions the bot', async () => {
    const fake = await openFake()
    const guild = fake.addGuild(GUILD)
    const client = await logIn(fake)
    const texts = heard(client)
    const user = guild.members['Camille'] ?? ''
    const channel = guild.channels['veille'] ?? ''
    fake.say({ user, channel, text: 'Bonjour à toutes et tous' })
    fake.say({ user, channel, text: `<@${fake.botId}> qui a rencontré la ministre ?` })
    fake.say({ user, text: 'En privé' })
    await vi.waitFor(() => expect(texts).toHaveLength(3))
    expect(texts).toEqual(['', `<@${fake.botId}> qui a rencontré la ministre ?`, 'En privé'])
  })

  it('tells of guilds that add or remove the bot, and of an outage as such', async () => {
    const { fake, client, guild } = await scene()
    const created = once(client, 'guildCreate')
    fake.addGuild({ name: 'Agence' })
    expect(await created).toMatchObject({ name: 'Agence' })
    const unavailable = once(client, 'guildUnavailable')
    fake.setGuildAvailable(guild.id, false)
    await unavailable
    fake.setGuildAvailable(guild.id, true)
    await once(client, 'guildAvailable')
    const deleted = once(client, 'guildDelete')
    fake.removeGuild(guild.id)
    expect(await deleted).toMatchObject({ id: guild.id })
    await expect(client.rest.get(`/guilds/${guild.id}`)).rejects.toMatchObject({ status: 404, code: 10_004 })
    await expect(client.rest.get(`/channels/${guild.channels['veille']}`)).rejects.toMatchObject({
      code: 50_001,
    })
  })

  it('tells of channels, roles and permissions that change', async () => {
    const { fake, client, guild } = await scene()
    const channelId = guild.channels['veille'] ?? ''
    const told = once(client, 'channelUpdate')
    fake.deny(channelId, ['SEND_MESSAGES'])
    await told
    const channel = await client.channels.fetch(channelId)
    expect(
      channel?.isTextBased() === true &&
        'permissionsFor' in channel &&
        channel.permissionsFor(client.user)?.has('SendMessages'),
    ).toBe(false)
    const roleTold = once(client, 'roleCreate')
    fake.addRole(guild.id, { name: 'Chefs de rubrique' })
    expect(await roleTold).toMatchObject({ name: 'Chefs de rubrique' })
    const gone = once(client, 'channelDelete')
    fake.deleteChannel(channelId)
    await gone
    await expect(client.rest.get(`/channels/${channelId}`)).rejects.toMatchObject({
      status: 404,
      code: 10_003,
    })
  })
})
