// Slack keeps the contract of all platforms: the real SDK against a Slack on loopback.
import { describeChatPlatform, type PlatformHarness } from '../contract.ts'
import { openScene } from './scene.ts'
import { screenOf } from './screen.ts'

async function makeHarness(): Promise<PlatformHarness> {
  const scene = await openScene()
  const { slack, platform, channel } = scene
  return {
    platform,
    channel,
    read: async () => {
      const all = slack.messages(channel).flatMap(({ replies, ...message }) => [message, ...replies])
      return all
        .toSorted((one, other) => Number(one.ts) - Number(other.ts))
        .map((message) => {
          const { text, links, pings, mentions } = screenOf(message)
          const previews = message.unfurlsLinks || message.unfurlsMedia ? ['preview'] : []
          return {
            text: text.replaceAll(/[«»•—]/gu, ' '),
            links,
            pings: [...pings, ...previews],
            mentions,
            pictures: (message.files ?? []).map(({ alternative }) => alternative),
            replyTo: message.threadTs,
          }
        })
    },
    takeAway: async (handle) => slack.deleteMessage(channel, handle),
    breakDown: async () => {
      const mends = (['chat.postMessage', 'chat.update'] as const).map((method) =>
        slack.fault({ method, kind: 'status', status: 503, times: 1000 }),
      )
      return async () => {
        for (const mend of mends) mend()
      }
    },
    close: async () => {
      const { violations } = slack
      await slack.close()
      if (violations.length > 0) throw new Error(JSON.stringify(violations))
    },
  }
}

describeChatPlatform('slack', makeHarness)
