// Keeps our subscriptions at hubs: begins, renews and ends them. Written down before each request; never hears an answer.
import type { Instant } from '../core/calendar.ts'
import { ExplainedError, type Failure } from '../core/failures.ts'
import { type HubStep, planHubs } from '../core/hub-plan.ts'
import {
  afterAsking,
  afterFarewell,
  afterHubFailure,
  afterLapse,
  type HubSubscription,
  isLapsed,
  LEASE_SECONDS,
  newHubSubscription,
} from '../core/hub-subscription.ts'
import type { HubClient } from '../hub-ports.ts'
import { hubFailed, hubSilent } from '../locale/hubs.ts'
import type { Clock, Log, Storage } from '../ports.ts'
import { feedTitleOf } from './hub-desk.ts'
import { logFailure } from './log-failure.ts'
import { mapConcurrently } from './map-concurrently.ts'

/** Hubs asked in one beat: a thousand feeds that share one are asked within a quarter of an hour, not at once. */
const REQUESTS_A_BEAT = 60

/** Requests on their way at once; two to a host. */
const REQUESTS_AT_ONCE = 4

export interface HubKeeperTools {
  readonly storage: Storage
  readonly client: HubClient
  readonly clock: Clock
  readonly log: Log
  /** Aborted when the program stops: what fails after that is not the hub's fault. */
  readonly signal: AbortSignal
  /** Where hubs call us, without a slash at the end: `https://revue.exemple.fr/websub`. */
  readonly callbackBase: string
  /** Unguessable, of letters, digits, `-` and `_`: another one each time. */
  readonly newToken: () => string
}

export interface HubKeeper {
  /** Begins what is to be done now; while that lasts, asked again, nothing more. Never rejects. */
  tend(): Promise<void>
  /** Resolves when no hub is being asked any more. */
  rest(): Promise<void>
}

export function createHubKeeper(tools: HubKeeperTools): HubKeeper {
  let underWay: Promise<void> | undefined
  const tend = (): Promise<void> =>
    (underWay ??= tendHubs(tools)
      .catch((error: unknown) => logFailure(tools.log, error))
      .finally(() => {
        underWay = undefined
      }))
  return { tend, rest: async () => underWay }
}

/** Takes every step whose time has come. One bad hub never stops the others; a failing database stops them all. */
async function tendHubs(tools: HubKeeperTools): Promise<void> {
  const { storage, clock, callbackBase } = tools
  const steps = planHubs({
    offered: await storage.hubs.offered(),
    subscriptions: await storage.hubs.list(),
    isOurs: (callback) => callback.startsWith(`${callbackBase}/`),
    now: clock.now(),
  })
  const asked: HubSubscription[] = []
  for (const step of steps) {
    if (isRequest(step) && asked.length >= REQUESTS_A_BEAT) continue
    const subscription = await writeDown(tools, step)
    if (subscription !== undefined) asked.push(subscription)
  }
  await mapConcurrently(asked, REQUESTS_AT_ONCE, (subscription) => ask(tools, subscription))
}

function isRequest({ kind }: HubStep): boolean {
  return kind === 'begin' || kind === 'ask'
}

/** The step in the database; the subscription when its hub is to be asked now. */
async function writeDown(tools: HubKeeperTools, step: HubStep): Promise<HubSubscription | undefined> {
  const { storage, clock, log } = tools
  const now = clock.now()
  if (step.kind === 'begin') return begin(tools, step, now)
  const read = await storage.hubs.get(step.id)
  if (read === undefined) return undefined
  const next = await storage.inTransaction(async ({ hubs }) => {
    const current = (await hubs.get(step.id)) ?? read
    const after = step.kind === 'forget' ? undefined : afterStep(step.kind, current, now)
    if (after === undefined) await hubs.remove(current.id)
    else await hubs.save(after)
    return after
  })
  if (read.state === 'asked' && next?.state === 'resting')
    log.warn(hubSilent(await feedTitleOf(storage, read), read.callback), { hub: read.hub })
  return step.kind === 'ask' ? next : undefined
}

async function begin(
  { storage, callbackBase, newToken }: HubKeeperTools,
  { feedId, topic, hub }: Extract<HubStep, { readonly kind: 'begin' }>,
  now: Instant,
): Promise<HubSubscription> {
  const id = newToken()
  const callback = `${callbackBase}/${id}`
  const made = newHubSubscription({ id, feedId, topic, hub, callback, secret: newToken() }, now)
  const asking = afterAsking(made, now)
  await storage.hubs.save(asking)
  return asking
}

function afterStep(
  kind: 'ask' | 'give-up' | 'leave',
  read: HubSubscription,
  now: Instant,
): HubSubscription | undefined {
  switch (kind) {
    case 'ask':
      return afterAsking(read, now)
    case 'leave':
      return afterFarewell(read, now)
    case 'give-up':
      return isLapsed(read, now) ? afterLapse(read, now) : afterHubFailure(read, now)
    default:
      return kind satisfies never
  }
}

/** While this waits, the hub may already have called us: only a subscription that nobody has touched is marked as failed. */
async function ask(tools: HubKeeperTools, asked: HubSubscription): Promise<void> {
  const { client, storage, clock, log, signal } = tools
  if (signal.aborted) return
  const { id, hub, topic, callback, secret, state } = asked
  const mode = state === 'leaving' ? 'unsubscribe' : 'subscribe'
  try {
    await client.ask(hub, { mode, topic, callback, secret, leaseSeconds: LEASE_SECONDS })
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error
    if (signal.aborted) return
    const { failure } = error
    const isNoted = await storage.inTransaction(async ({ hubs }) => {
      const current = await hubs.get(id)
      const isUntouched = current?.attempts === asked.attempts && current.state === state
      if (isUntouched) await hubs.save(afterHubFailure(current, clock.now(), retryAtOf(failure)))
      return isUntouched
    })
    if (isNoted && mode === 'subscribe')
      log.warn(hubFailed(await feedTitleOf(storage, asked), failure), { hub, code: failure.code })
  }
}

function retryAtOf(failure: Failure): Instant | undefined {
  return failure.code === 'fetch-status' ? failure.retryAt : undefined
}
