// What is said to the bot, in a channel or in private, as a request. Pure: answers nothing, asks nobody.
import type { ReceivedMessage } from './payloads.ts'

/** Said by somebody, of their own accord or below another message; resources/message, types. Others tell of events. */
const SAID_TYPES: ReadonlySet<number> = new Set([0, 19])

/** The words that are for the bot, `botId`; undefined when a message is not for it. */
export function wordsForBot(message: ReceivedMessage, botId: string): string | undefined {
  const isMachine = message.author.bot || message.webhook_id !== undefined
  const isPrivate = message.guild_id === undefined
  const isMentioned = mentionOf(botId).test(message.content)
  if (isMachine || !SAID_TYPES.has(message.type) || !(isPrivate || isMentioned)) return undefined
  const names = new Map(message.mentions.map((user) => [user.id, user.global_name ?? user.username]))
  return message.content
    .replaceAll(mentionOf(botId), ' ')
    .replaceAll(/<@!?(\d+)>/gu, (mention, id: string) => names.get(id) ?? mention)
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

/** The exclamation mark is of older clients; reference, message formatting. */
function mentionOf(userId: string): RegExp {
  return new RegExp(`<@!?${userId}>`, 'gu')
}
