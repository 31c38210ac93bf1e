// What Discord sends, as far as we read it: schemas at the border. Everything else in its answers is left unread.
import { z } from 'zod'

const id = z.string()

const user = z.object({
  id,
  username: z.string().default(''),
  global_name: z.string().nullish(),
  bot: z.boolean().default(false),
})

const member = z.object({
  user: user.optional(),
  nick: z.string().nullish(),
  roles: z.array(id).default([]),
  /** Bits in the channel, as a decimal number; in interactions only. */
  permissions: z.string().optional(),
})

export type UserPayload = z.output<typeof user>
export type MemberPayload = z.output<typeof member>

export const channelSchema = z.object({
  id,
  type: z.number(),
  guild_id: id.optional(),
  name: z.string().nullish(),
  parent_id: id.nullish(),
  permission_overwrites: z
    .array(z.object({ id, type: z.number(), allow: z.string(), deny: z.string() }))
    .default([]),
  thread_metadata: z.object({ archived: z.boolean() }).optional(),
})

export type ChannelPayload = z.output<typeof channelSchema>

const component = z.object({ custom_id: z.string().optional() })

export const messageSchema = z.object({
  id,
  content: z.string().default(''),
  author: user.optional(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  components: z.array(z.object({ components: z.array(component).default([]) })).default([]),
})

export const messagesSchema = z.array(messageSchema)

export type MessagePayload = z.output<typeof messageSchema>

/** Any answer of which only the id counts. */
export const createdSchema = z.object({ id })

/** MESSAGE_CREATE. Without the privileged intent the content is blank unless it is for us. */
export const receivedMessageSchema = z.object({
  id,
  type: z.number().default(0),
  channel_id: id,
  guild_id: id.optional(),
  author: user,
  member: member.optional(),
  content: z.string().default(''),
  mentions: z.array(user).default([]),
  webhook_id: id.optional(),
})

export type ReceivedMessage = z.output<typeof receivedMessageSchema>

const value = z.union([z.string(), z.number(), z.boolean()])

const leaf = z.object({
  name: z.string(),
  type: z.number(),
  value: value.optional(),
  focused: z.boolean().default(false),
})

export type OptionPayload = z.output<typeof leaf>

const answer = z.object({
  type: z.number().optional(),
  custom_id: z.string().optional(),
  value: z.string().optional(),
  values: z.array(z.string()).optional(),
})

const interaction = {
  id,
  token: z.string(),
  application_id: id,
  guild_id: id.optional(),
  channel: z.object({ id, type: z.number(), parent_id: id.nullish() }).optional(),
  channel_id: id.optional(),
  member: member.optional(),
  user: user.optional(),
}

const command = z.object({
  name: z.string(),
  options: z.array(leaf.extend({ options: z.array(leaf).default([]) })).default([]),
  /** What the ids of options stand for: the files that came with the command. */
  resolved: z
    .object({ attachments: z.record(z.string(), z.object({ url: z.string() })).default({}) })
    .optional(),
})

/** Types of interactions: 2 command, 3 button, 4 suggestion, 5 form; interactions/receiving-and-responding. */
export const interactionSchema = z.discriminatedUnion('type', [
  z.object({ ...interaction, type: z.literal(2), data: command }),
  z.object({ ...interaction, type: z.literal(4), data: command }),
  z.object({
    ...interaction,
    type: z.literal(3),
    data: z.object({ custom_id: z.string() }),
    message: z.object({ id, channel_id: id.optional(), flags: z.number().default(0) }),
  }),
  z.object({
    ...interaction,
    type: z.literal(5),
    data: z.object({
      custom_id: z.string(),
      /** Labels hold one answer each, the rows of older forms several. */
      components: z
        .array(z.object({ component: answer.optional(), components: z.array(answer).default([]) }))
        .default([]),
    }),
  }),
])

export type InteractionPayload = z.output<typeof interactionSchema>
export type CommandPayload = z.output<typeof command>

export const selfSchema = user
export const guildsSchema = z.array(z.object({ id, name: z.string() }))
const rolesSchema = z.array(z.object({ id, permissions: z.string() }))
export const guildSchema = z.object({ id, name: z.string(), owner_id: id, roles: rolesSchema })
export const memberSchema = member
export const applicationSchema = z.object({
  id,
  /** Where Discord sends interactions instead of the gateway. */
  interactions_endpoint_url: z.string().nullish(),
})
