// The fake Discord as the fault tests see it. Tests nothing.
import { startFakeDiscord, type FakeDiscord } from '../discord/fake/fake-discord.ts'
import type { SeenMessage } from '../discord/fake/view.ts'
import type { FakePlatform, Standing } from './fake-platform.ts'

/** Discord's own windows would make a test of seconds one of minutes. */
const WINDOW_SCALE = 0.1

export async function openDiscord(now: () => number): Promise<FakePlatform> {
  const discord = await startFakeDiscord({
    now,
    specPath: 'Bodies are checked elsewhere.',
    rates: { windowScale: WINDOW_SCALE },
  })
  const { id: guild } = discord.addGuild({ name: 'Rédaction d’essai' })
  const faults: ReturnType<typeof discord.fault>[] = []
  return {
    name: 'discord',
    workspaceId: `discord:${guild}`,
    port: discord.port,
    tokens: { slackBot: undefined, slackApp: undefined, slackSigning: undefined, discord: discord.token },
    urls: (port) => ({ slack: undefined, discord: `http://127.0.0.1:${port}/api` }),
    calls: {
      post: /^POST \/api\/v10\/channels\/\d+\/messages /,
      write: /^POST \/api\/v10\/channels\/\d+\/messages(?:\/\d+\/threads)? /,
      lookUp: /^GET \/api\/v10\/channels\/\d+\/messages\?/,
    },
    postsTo: (channel) =>
      discord.requests.filter(
        ({ method, path }) => method === 'POST' && path.startsWith(`/channels/${channel}/messages`),
      ).length,
    addChannel: (name) => discord.addChannel(guild, { name }),
    standing: (channel) =>
      discord
        .messages(channel)
        .flatMap((lead) => [
          standingOf(lead),
          ...(lead.thread?.messages ?? []).map((reply) => standingOf(reply, lead.id)),
        ])
        .toSorted((one, other) => (BigInt(one.handle) < BigInt(other.handle) ? -1 : 1)),
    refusePosts: ({ status, skip, times, retryAfterSeconds }) => {
      const fault = discord.fault({
        kind: 'status',
        method: 'POST',
        path: /^\/channels\/\d+\/messages$/,
        status,
        after: skip,
        times,
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      })
      faults.push(fault)
    },
    fail: (isDone) => {
      const { hits, stop } = discord.fault({
        kind: isDone ? 'status-after' : 'status',
        status: 500,
        times: Number.POSITIVE_INFINITY,
      })
      return { hits, end: stop }
    },
    refusedCount: () => faults.reduce((sum, { hits }) => sum + hits(), 0),
    cutConnections: (time) => cutGateway(discord, time),
    isConnected: () => discord.gateway.openCount() > 0,
    revokeToken: () => discord.revokeToken(),
    restoreToken: () => discord.restoreToken(),
    closeChannel: (channel) => discord.deny(channel, ['VIEW_CHANNEL', 'SEND_MESSAGES']),
    openChannel: (channel) => discord.allow(channel, ['VIEW_CHANNEL', 'SEND_MESSAGES']),
    removeBot: () => discord.removeGuild(guild),
    inviteBot: () => discord.returnToGuild(guild),
    violations: () =>
      discord.violations.map(({ method, path, problems }) => `${method} ${path}: ${problems.join(' ')}`),
    close: () => discord.close(),
  }
}

function cutGateway(discord: FakeDiscord, time: number): void {
  if (time % 3 === 0) discord.requestReconnect()
  else if (time % 3 === 1) discord.dropGateway()
  else discord.invalidateSession(time % 2 === 0)
}

function standingOf({ id, nonce, repliesTo }: SeenMessage, lead = repliesTo): Standing {
  return { key: nonce, handle: id, lead }
}
