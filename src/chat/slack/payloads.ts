// What Slack sends, as far as we read it, checked at the border. Unknown keys are left alone; nothing is understood yet.
import { z } from 'zod'

const text = z.string()
const maybe = text.nullish().transform((value) => value ?? '')

/** docs.slack.dev, interactivity/implementing-slash-commands. */
export const commandSchema = z.object({
  team_id: maybe,
  command: text,
  text: maybe,
  channel_id: text,
  user_id: text,
  user_name: maybe,
  trigger_id: maybe,
  response_url: maybe,
})

/** An interaction says who in full; `team` is null in an app of a whole organisation. */
const who = {
  user: z.object({ id: text, name: maybe, username: maybe, team_id: maybe }),
  team: z.object({ id: maybe }).nullish(),
}

const view = z.object({ private_metadata: maybe })

/** docs.slack.dev, reference/interaction-payloads/block_actions-payload. */
export const pressSchema = z.object({
  type: z.literal('block_actions'),
  ...who,
  trigger_id: maybe,
  response_url: maybe,
  channel: z.object({ id: text }).nullish(),
  container: z.object({ type: maybe, thread_ts: maybe, is_ephemeral: z.boolean().nullish() }).nullish(),
  message: z.object({ ts: maybe, thread_ts: maybe }).nullish(),
  actions: z.array(z.object({ action_id: maybe, value: maybe })).min(1),
})

const option = z.object({ value: text })

/** What stands in a field, whatever its kind. */
const answer = z.object({
  value: text.nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_conversation: text.nullish(),
  selected_users: z.array(text).nullish(),
})

export type FieldAnswer = Readonly<z.output<typeof answer>>

/** docs.slack.dev, reference/interaction-payloads/view-interactions-payload. */
export const submissionSchema = z.object({
  type: z.literal('view_submission'),
  ...who,
  trigger_id: maybe,
  view: view.extend({
    callback_id: maybe,
    blocks: z.array(z.object({ block_id: maybe })),
    state: z.object({ values: z.record(text, z.record(text, answer)) }),
  }),
})

/** docs.slack.dev, reference/interaction-payloads/block_suggestion-payload. */
export const suggestionSchema = z.object({
  type: z.literal('block_suggestion'),
  ...who,
  action_id: text,
  value: maybe,
  view: view.nullish(),
})

/** docs.slack.dev, Events API; what the kinds of events have in common. */
export const eventSchema = z.object({
  /** The workspace that it is about: an app may be installed in several, and Slack tells us of all. */
  team_id: maybe,
  event_id: maybe,
  /** Seconds since 1970. */
  event_time: z.number().nullish(),
  event: z.discriminatedUnion('type', [
    z.object({
      type: z.enum(['app_mention', 'message']),
      text: maybe,
      user: maybe,
      ts: text,
      thread_ts: maybe,
      channel: text,
      channel_type: maybe,
      subtype: maybe,
      bot_id: maybe,
      team: maybe,
      user_team: maybe,
      edited: z.unknown().optional(),
    }),
    z.object({ type: z.literal('app_home_opened'), user: text, tab: maybe }),
    z.object({ type: z.literal('member_joined_channel'), user: text, channel: text, inviter: maybe }),
    z.object({ type: z.literal('app_uninstalled') }),
    z.object({
      type: z.literal('tokens_revoked'),
      tokens: z.object({ bot: z.array(text).nullish() }).nullish(),
    }),
  ]),
})

export type CommandPayload = Readonly<z.output<typeof commandSchema>>
export type PressPayload = Readonly<z.output<typeof pressSchema>>
export type SubmissionPayload = Readonly<z.output<typeof submissionSchema>>
export type SuggestionPayload = Readonly<z.output<typeof suggestionSchema>>
export type EventPayload = Readonly<z.output<typeof eventSchema>>
