// The fake Slack as the fault tests see it. Tests nothing.
import { BOT_SCOPES } from '../../../src/chat/slack/scopes.ts'
import { startFakeSlack, type FakeSlack } from '../slack/fake/fake-slack.ts'
import type { FakePlatform, Standing } from './fake-platform.ts'

type SlackMessage = ReturnType<FakeSlack['messages']>[number]

export async function openSlack(now: () => number): Promise<FakePlatform> {
  const slack = await startFakeSlack({ now, scopes: BOT_SCOPES, random: () => 0 })
  const posts = (): FakeSlack['requests'] =>
    slack.requests.filter(({ method }) => method === 'chat.postMessage')
  return {
    name: 'slack',
    workspaceId: `slack:${slack.teamId}`,
    port: Number(new URL(slack.apiUrl).port),
    tokens: {
      slackBot: slack.botToken,
      slackApp: slack.appToken,
      slackSigning: undefined,
      discord: undefined,
    },
    urls: (port) => ({ slack: `http://127.0.0.1:${port}/api/`, discord: undefined }),
    calls: {
      post: /^POST \/api\/chat\.postMessage /,
      write: /^POST \/api\/chat\.postMessage /,
      lookUp: /^[A-Z]+ \/api\/conversations\.(?:history|replies)[ ?]/,
    },
    postsTo: (channel) => posts().filter(({ args }) => args['channel'] === channel).length,
    addChannel: (name) => slack.addChannel({ name }),
    standing: (channel) =>
      slack
        .messages(channel)
        .flatMap((lead) => [standingOf(lead), ...lead.replies.map((reply) => standingOf(reply, lead.ts))])
        .toSorted((one, other) => Number(one.handle) - Number(other.handle)),
    refusePosts: ({ status, skip, times, retryAfterSeconds }) => {
      slack.fault({
        method: 'chat.postMessage',
        kind: 'status',
        status,
        skip,
        times,
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      })
    },
    fail: (isDone) => {
      const before = slack.requests.length
      const end = slack.fault({
        method: '*',
        kind: isDone ? 'status-after' : 'status',
        status: 500,
        times: Number.POSITIVE_INFINITY,
      })
      const isHit = ({ fault }: (typeof slack.requests)[number]): boolean =>
        fault === 'status' || fault === 'status-after'
      return { hits: () => slack.requests.slice(before).filter(isHit).length, end }
    },
    refusedCount: () => slack.requests.filter(({ fault }) => fault === 'status').length,
    cutConnections: (time) => {
      if (time % 3 === 0) slack.disconnectSockets('refresh_requested')
      else slack.dropSockets()
    },
    isConnected: () => slack.socketCount() > 0,
    revokeToken: () => slack.revokeToken(),
    restoreToken: () => slack.restoreToken(),
    closeChannel: (channel) => slack.archiveChannel(channel),
    openChannel: (channel) => slack.unarchiveChannel(channel),
    removeBot: () => slack.removeBot(),
    inviteBot: () => slack.inviteBot(),
    violations: () => slack.violations.map(({ kind, method, detail }) => `${kind} ${method}: ${detail}`),
    close: () => slack.close(),
  }
}

function standingOf({ ts, metadata }: Pick<SlackMessage, 'ts' | 'metadata'>, lead?: string): Standing {
  const key = metadata?.event_payload['key']
  return { key: typeof key === 'string' ? key : undefined, handle: ts, lead }
}
