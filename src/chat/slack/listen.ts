// Bolt, and what it calls when Slack calls: each thing acknowledged at once, then attended to. Opens no connection.
import type { App, AppOptions, Receiver } from '@slack/bolt'
import type { z } from 'zod'
import { SLACK_LOG } from '../../locale/slack.ts'
import { attend, type AttendTools } from './attend.ts'
import { attendSubmission, attendSuggestion } from './attend-form.ts'
import { commandSchema, eventSchema, pressSchema, submissionSchema, suggestionSchema } from './payloads.ts'
import { receiveCommand, receiveEvent, receivePress, receiveSuggestion } from './receive.ts'
import { scrubbed } from './sdk-log.ts'

/** The module, loaded by whoever needs it. */
interface Bolt {
  readonly App: new (options: AppOptions) => App
}

export type BoltAppOptions = Required<Pick<AppOptions, 'clientOptions' | 'logger'>> & {
  readonly botToken: string
}

const ANY = /./u

/** An app that answers with what the tools give. Work under way is added to `busy`, and taken out when it ends. */
export function createBoltApp(
  bolt: Bolt,
  receiver: Receiver,
  options: BoltAppOptions,
  tools: AttendTools,
  busy: Set<Promise<void>>,
): App {
  const { botUser: botUserId, botId, teamId } = tools.identity
  const { botToken, clientOptions, logger } = options
  const app = new bolt.App({
    receiver,
    clientOptions,
    logger,
    convoStore: false,
    // Asked once at the start; Bolt would ask again.
    authorize: () => Promise.resolve({ botToken, botId, botUserId, teamId }),
  })
  app.error((error) => {
    tools.log.warn(SLACK_LOG.requestFailed, { error: scrubbed(error) })
    return Promise.resolve()
  })
  addListeners(app, tools, busy)
  return app
}

function addListeners(app: App, tools: AttendTools, busy: Set<Promise<void>>): void {
  /** Keeps what is not ready yet, so that a stop can wait for it. */
  const keep = (work: Promise<void>): void => {
    const kept: Promise<void> = work
      .catch((error: unknown) => {
        tools.log.warn(SLACK_LOG.requestFailed, { error: scrubbed(error) })
      })
      .finally(() => {
        busy.delete(kept)
      })
    busy.add(kept)
  }
  app.command(ANY, async ({ ack, body }) => {
    await ack()
    const payload = read(tools, commandSchema, body)
    if (payload !== undefined) keep(attend(tools, receiveCommand(payload)))
  })
  app.action(ANY, async ({ ack, body }) => {
    await ack()
    const payload = read(tools, pressSchema, body)
    if (payload !== undefined) keep(attend(tools, receivePress(payload)))
  })
  app.view(ANY, async ({ ack, body }) => {
    const payload = read(tools, submissionSchema, body)
    if (payload === undefined) await ack()
    else keep(attendSubmission(tools, payload, (answer) => (answer === undefined ? ack() : ack(answer))))
  })
  app.options(ANY, async ({ ack, body }) => {
    const payload = read(tools, suggestionSchema, body)
    const answer =
      payload === undefined ? { options: [] } : await attendSuggestion(tools, receiveSuggestion(payload))
    await ack(answer)
  })
  // Bolt has acknowledged events before we hear of them.
  app.event(ANY, ({ body, context }) => {
    const isRetry = (context.retryNum ?? 0) > 0
    const { data } = eventSchema.safeParse(body)
    if (data !== undefined) keep(attend(tools, receiveEvent(data, tools.identity.botUser, isRetry)))
    return Promise.resolve()
  })
}

/** Undefined for what has not the shape that Slack's documentation promises: it is in the log, without its content. */
function read<Schema extends z.ZodType>(
  { log }: AttendTools,
  schema: Schema,
  body: unknown,
): z.output<Schema> | undefined {
  const parsed = schema.safeParse(body)
  if (!parsed.success)
    log.warn(SLACK_LOG.unreadable, { places: parsed.error.issues.map(({ path }) => path.join('.')) })
  return parsed.data
}
