// Bolt, and what it calls when Slack calls: each thing acknowledged at once, then attended to. Opens no connection.
import type { App, AppOptions, Receiver } from '@slack/bolt'
import type { z } from 'zod'
import type { Instant } from '../../core/calendar.ts'
import { SLACK_LOG } from '../../locale/slack.ts'
import type { Log } from '../../ports.ts'
import { attend, type AttendTools } from './attend.ts'
import { attendSubmission, attendSuggestion } from './attend-form.ts'
import type { Installing, WelcomeTools } from './installing.ts'
import {
  commandSchema,
  type EventPayload,
  eventSchema,
  pressSchema,
  submissionSchema,
  suggestionSchema,
} from './payloads.ts'
import { receiveCommand, receiveEvent, receivePress, receiveSuggestion } from './receive.ts'
import type { Received } from './received.ts'
import { scrubbed } from './sdk-log.ts'
import type { SeenEvents } from './seen-events.ts'

/** The module, loaded by whoever needs it. */
interface Bolt {
  readonly App: new (options: AppOptions) => App
}

export type BoltAppOptions = Required<Pick<AppOptions, 'clientOptions' | 'logger'>>

/** What receives, whichever workspace something is from. */
export interface Reception extends WelcomeTools {
  readonly log: Log
  readonly now: () => Instant
  readonly seen: SeenEvents
  /** Where workspaces install the app by themselves. */
  readonly installing: Installing | undefined
}

const ANY = /./u

/** An app that answers with what the inbox gives. Work under way is added to `busy`, and taken out when it ends. */
export function createBoltApp(
  bolt: Bolt,
  receiver: Receiver,
  options: BoltAppOptions,
  reception: Reception,
  busy: Set<Promise<void>>,
): App {
  const app = new bolt.App({
    receiver,
    ...options,
    convoStore: false,
    // Asked of our own memory and database; Bolt would ask Slack again for each request.
    authorize: ({ teamId }) => reception.desks.authorize(teamId ?? ''),
  })
  app.error((error) => {
    reception.log.warn(SLACK_LOG.requestFailed, { error: scrubbed(error) })
    return Promise.resolve()
  })
  addListeners(app, reception, busy)
  return app
}

async function toolsOf({ desks, ...reception }: Reception, teamId: string | undefined): Promise<AttendTools> {
  const desk = await desks.ofTeam(teamId ?? '')
  return { ...reception, ...desk, identity: await desk.identity() }
}

type Keep = (work: Promise<void>) => void

function addListeners(app: App, reception: Reception, busy: Set<Promise<void>>): void {
  const { log } = reception
  /** Keeps what is not ready yet, so that a stop can wait for it. */
  const keep: Keep = (work) => {
    const kept: Promise<void> = work
      .catch((error: unknown) => {
        log.warn(SLACK_LOG.requestFailed, { error: scrubbed(error) })
      })
      .finally(() => {
        busy.delete(kept)
      })
    busy.add(kept)
  }
  app.command(ANY, async ({ ack, body, context }) => {
    await ack()
    const payload = read(log, commandSchema, body)
    if (payload !== undefined) keep(attendTo(reception, receiveCommand(payload), context.teamId))
  })
  app.action(ANY, async ({ ack, body, context }) => {
    await ack()
    const payload = read(log, pressSchema, body)
    if (payload !== undefined) keep(attendTo(reception, receivePress(payload), context.teamId))
  })
  addFormListeners(app, reception, keep)
  // Bolt has acknowledged events before we hear of them.
  app.event(ANY, ({ body, context }) => {
    const { data } = eventSchema.safeParse(body)
    if (data === undefined) return Promise.resolve()
    const received = receiveEvent(data, context.botUserId ?? '', (context.retryNum ?? 0) > 0)
    const isLeaving = received.kind === 'request' && received.content.kind === 'left'
    if (isLeaving && context.teamId !== undefined) keep(leave(reception, received, data, context.teamId))
    else keep(attendTo(reception, received, context.teamId))
    return Promise.resolve()
  })
}

/** While a form is open Slack waits for what we say to it. */
function addFormListeners(app: App, reception: Reception, keep: Keep): void {
  const { log } = reception
  app.view(ANY, async ({ ack, body, context }) => {
    const payload = read(log, submissionSchema, body)
    if (payload === undefined) return ack()
    const tools = await toolsOf(reception, context.teamId)
    keep(attendSubmission(tools, payload, (answer) => (answer === undefined ? ack() : ack(answer))))
  })
  app.options(ANY, async ({ ack, body, context }) => {
    const payload = read(log, suggestionSchema, body)
    if (payload === undefined) return ack({ options: [] })
    const tools = await toolsOf(reception, context.teamId)
    await ack(await attendSuggestion(tools, receiveSuggestion(payload)))
  })
}

async function attendTo(reception: Reception, received: Received, teamId: string | undefined): Promise<void> {
  await attend(await toolsOf(reception, teamId), received)
}

/** Slack counts whole seconds: what it tells of the second in which the app came in, it tells of that time. */
const SECOND = 1000

async function leave(
  reception: Reception,
  received: Received,
  { event_time: seconds }: EventPayload,
  teamId: string,
): Promise<void> {
  const { desks, installing, now } = reception
  const isOwn = desks.own !== undefined && (await desks.own.identity()).teamId === teamId
  if (installing === undefined || isOwn) return attend(await toolsOf(reception, teamId), received)
  const at = typeof seconds === 'number' ? (seconds + 1) * SECOND : now()
  await installing.leave(reception, teamId, at)
}

/** Undefined for what has not the shape that Slack's documentation promises: it is in the log, without its content. */
function read<Schema extends z.ZodType>(
  log: Log,
  schema: Schema,
  body: unknown,
): z.output<Schema> | undefined {
  const parsed = schema.safeParse(body)
  if (!parsed.success)
    log.warn(SLACK_LOG.unreadable, { places: parsed.error.issues.map(({ path }) => path.join('.')) })
  return parsed.data
}
