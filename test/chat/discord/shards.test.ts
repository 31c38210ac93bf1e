// One Discord for several processes: each connects its own shards, hears its own servers, and posts anywhere.
import { afterEach, describe, expect, it } from 'vitest'
import { createDiscordPlatform } from '../../../src/chat/discord/platform.ts'
import type { Shards } from '../../../src/core/shards.ts'
import type { ChatRequest } from '../../../src/core/request.ts'
import type { ChatPlatform } from '../../../src/ports.ts'
import { type FakeDiscord, startFakeDiscord } from './fake/fake-discord.ts'
import { answerTo, messageOf, privately, SILENT, text, until } from './harness.ts'

interface Process {
  readonly platform: ChatPlatform
  readonly requests: ChatRequest[]
}

let fake: FakeDiscord
const running: ChatPlatform[] = []
afterEach(async () => {
  for (const platform of running.splice(0)) await platform.stop()
  const { violations } = fake
  await fake.close()
  if (violations.length > 0) throw new Error(`Discord refuses: ${JSON.stringify(violations)}`)
})

/** Discord puts a server with this id into that shard of four: discord-api-docs, events/gateway, sharding. */
const serverId = (shard: number): string => String(BigInt(4 * 1_000_000 + shard) << 22n)

async function openDiscord() {
  fake = await startFakeDiscord({ maxConcurrency: 16 })
  const servers = [0, 1, 2, 3].map((shard) => {
    const { id } = fake.addGuild({ id: serverId(shard), name: `Serveur ${shard}` })
    const channel = fake.addChannel(id, { name: 'revue' })
    return { id, channel, person: fake.addMember(id, { name: 'Camille Roux' }) }
  })
  return servers
}

async function startProcess(shards?: Shards): Promise<Process> {
  const requests: ChatRequest[] = []
  const platform = createDiscordPlatform({
    token: fake.token,
    apiUrl: fake.apiUrl,
    shards,
    log: SILENT,
    now: Date.now,
  })
  running.push(platform)
  await platform.start(async (request) => {
    requests.push(request)
    return privately(text('Oui.'))
  })
  return { platform, requests }
}

const serversOf = ({ requests }: Process, kind: ChatRequest['kind']): readonly string[] =>
  requests.filter((request) => request.kind === kind).map(({ from }) => from.workspaceId)

describe('shards of Discord', () => {
  it('are told in the first words of each connection, and each process hears of its own servers', async () => {
    const servers = await openDiscord()
    const first = await startProcess({ ids: [0, 1], count: 4 })
    const second = await startProcess({ ids: [2, 3], count: 4 })
    expect(fake.gateway.counts.shards.toSorted(([one], [other]) => one - other)).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
      [3, 4],
    ])
    await until(() => [first, second].every((each) => serversOf(each, 'joined').length === 2))
    expect(serversOf(first, 'joined').toSorted()).toEqual([0, 1].map((shard) => `discord:${serverId(shard)}`))
    expect(serversOf(second, 'joined').toSorted()).toEqual(
      [2, 3].map((shard) => `discord:${serverId(shard)}`),
    )
    await until(() => fake.commands().length > 0)
    for (const [shard, { channel, person }] of servers.entries()) {
      expect(await answerTo(fake.command({ user: person, channel, name: 'aide' }))).toEqual(['Oui.'])
      const [own, other] = shard < 2 ? [first, second] : [second, first]
      expect(serversOf(own, 'command').at(-1)).toBe(`discord:${serverId(shard)}`)
      expect(serversOf(other, 'command')).not.toContain(`discord:${serverId(shard)}`)
    }
  })

  it('leave what is said in private to the process of the first, and registering to it alone', async () => {
    const [server] = await openDiscord()
    const others = await startProcess({ ids: [1, 2, 3], count: 4 })
    await until(() => serversOf(others, 'joined').length === 3)
    expect(fake.commands()).toEqual([])
    const first = await startProcess({ ids: [0], count: 4 })
    await until(() => fake.commands().length > 0)
    fake.say({ user: server?.person ?? '', text: 'qui est la maire ?' })
    await until(() => serversOf(first, 'mention').length === 1)
    expect(serversOf(others, 'mention')).toEqual([])
    const writing = fake.requests.filter(({ method, path }) => method === 'PUT' && path.includes('/commands'))
    expect(writing.length).toBeLessThanOrEqual(1)
  })

  it('do not matter for posting: any process posts to any server, connected or not', async () => {
    const servers = await openDiscord()
    const { platform } = await startProcess({ ids: [3], count: 4 })
    const idle = createDiscordPlatform({ token: fake.token, apiUrl: fake.apiUrl, log: SILENT, now: Date.now })
    for (const [index, { channel }] of servers.entries()) {
      await platform.post(channel, messageOf(`a${index}`, 'La revue.'))
      await idle.post(channel, messageOf(`b${index}`, 'L’autre revue.'))
      expect(fake.messages(channel)).toHaveLength(2)
    }
  })

  it('are one of one where nobody says otherwise', async () => {
    await openDiscord()
    const only = await startProcess()
    await until(() => serversOf(only, 'joined').length === 4)
    expect(fake.gateway.counts.shards).toEqual([[0, 1]])
    expect(only.platform.isConnected()).toBe(true)
  })

  it('are all wanted back after a cut, before the platform counts as connected', async () => {
    await openDiscord()
    const { platform } = await startProcess({ ids: [0, 1], count: 4 })
    await until(() => platform.isConnected())
    fake.gateway.setOpen(false)
    fake.dropGateway()
    await until(() => !platform.isConnected())
    fake.gateway.setOpen(true)
    await until(() => platform.isConnected())
    expect(fake.gateway.counts.resumes).toBeGreaterThanOrEqual(2)
  })
})
