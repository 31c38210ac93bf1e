import { describeChatPlatform } from '../contract.ts'
import { openStage } from './harness.ts'

describeChatPlatform('discord', async () => {
  const { fake, platform, channel } = await openStage({ rates: { windowScale: 0.02 } })
  return {
    platform,
    channel,
    read: async () =>
      fake
        .messages(channel)
        .flatMap((message) => [
          message,
          ...(message.thread?.messages ?? []).map((reply) => ({ ...reply, repliesTo: message.id })),
        ])
        .map(({ text, links, mentions, pings, repliesTo, attachments }) => ({
          // Our own marks are no words.
          text: text.replaceAll(/[«»•—]/gu, ' '),
          links,
          pings: [...pings.users, ...pings.roles, ...(pings.everyone ? ['@everyone'] : [])],
          mentions,
          pictures: attachments.map(({ alternative }) => alternative),
          replyTo: repliesTo,
        })),
    takeAway: async (handle) => fake.deleteMessage(handle),
    breakDown: async () => {
      const fault = fake.fault({ kind: 'status', status: 503, forMs: 60_000 })
      return async () => fault.stop()
    },
    close: async () => {
      await fake.close()
    },
  }
})
