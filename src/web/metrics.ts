// What Prometheus reads: the name, the meaning and the labels of every metric. Decides nothing, and knows no feed by name.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Instant } from '../core/calendar.ts'
import { PLATFORM_NAMES } from '../core/channel.ts'
import type { Failure } from '../core/failures.ts'
import type { Measures } from '../core/measures.ts'
import type { QueueState } from '../core/task.ts'
import { POST_FAILURE_REASONS } from '../core/sending.ts'
import {
  ARTICLE_OUTCOMES,
  EDITION_OUTCOMES,
  FEED_OUTCOMES,
  type Happening,
  MESSAGE_KINDS,
  MESSAGE_OUTCOMES,
  REQUEST_NATURES,
  REQUEST_OUTCOMES,
} from '../meter.ts'
import type { Meter } from '../ports.ts'

/** What is asked for at each scrape. */
export interface Asked {
  /** Undefined when storage does not answer. */
  readonly measures: Measures | undefined
  /** How long storage took, in seconds. */
  readonly seconds: number
  /** By platform, whether people reach us there. */
  readonly connections: ReadonlyMap<string, boolean>
}

export interface Metrics {
  readonly meter: Meter
  /** Lines of the log that somebody should read. */
  readonly noteLine: (level: 'warn' | 'error') => void
  readonly contentType: string
  /** In the text format of Prometheus; undefined for what was asked of nobody, as while the program starts. */
  readonly render: (asked: Asked | undefined) => Promise<string>
}

/** In seconds: a question is to be answered in 0.2 at the 95th percentile (bench/RESULTS.md), and platforms wait for three. */
const REQUEST_BUCKETS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 3, 5, 10]

/** How precisely delays of the event loop are told, in milliseconds; a finer look wakes an idle machine more often. */
const LOOP_PRECISION = 20

export function createMetrics(version: string): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LOOP_PRECISION })
  new Gauge({
    name: 'pressoir_build_info',
    help: 'Always 1; which Pressoir runs.',
    labelNames: ['version'],
    registers: [registry],
  }).set({ version }, 1)
  const lines = new Counter({
    name: 'pressoir_log_lines_total',
    help: 'Lines of the log that somebody should read, by level.',
    labelNames: ['level'],
    registers: [registry],
  })
  for (const level of ['warn', 'error']) lines.inc({ level }, 0)
  return {
    meter: createMeter(registry),
    noteLine: (level) => lines.inc({ level }),
    contentType: registry.contentType,
    render: async (asked) => {
      const own = await registry.metrics()
      return asked === undefined ? own : `${own}\n${await renderAsked(asked)}`
    },
  }
}

function createMeter(registry: Registry): Meter {
  const count = countersIn(registry)
  const durations = new Histogram({
    name: 'pressoir_request_duration_seconds',
    help: 'From a request in a chat to its reply.',
    labelNames: ['nature'],
    buckets: REQUEST_BUCKETS,
    registers: [registry],
  })
  for (const nature of REQUEST_NATURES) durations.zero({ nature })
  return (happened: Happening) => {
    switch (happened.kind) {
      case 'feed':
        return count.feeds.inc({ outcome: happened.outcome })
      case 'article':
        return count.articles.inc({ outcome: happened.outcome })
      case 'edition':
        return count.editions.inc({ outcome: happened.outcome })
      case 'message': {
        const { of, channel, outcome, failure } = happened
        const platform = platformOf(channel)
        if (outcome === 'failed') count.failures.inc({ platform, reason: reasonOf(failure) })
        return count.deliveries.inc({ of, platform, outcome })
      }
      case 'request': {
        const { of: nature, outcome, seconds } = happened
        durations.observe({ nature }, seconds)
        return count.requests.inc({ nature, outcome })
      }
      default:
        return happened satisfies never
    }
  }
}

/** Where no platform gave one: it has no token, it was not told, or it is a mistake of our own. */
const OWN_REASONS = ['platform-absent', 'unknown', 'unforeseen']

function countersIn(registry: Registry) {
  const make = (name: string, help: string, labels: Readonly<Record<string, readonly string[]>>) => {
    const counter = new Counter({ name, help, labelNames: Object.keys(labels), registers: [registry] })
    for (const combination of combinationsOf(labels)) counter.inc(combination, 0)
    return counter
  }
  return {
    feeds: make('pressoir_feed_readings_total', 'Feeds that were asked, by outcome.', {
      outcome: FEED_OUTCOMES,
    }),
    articles: make('pressoir_articles_read_total', 'Articles that were read, by what they were.', {
      outcome: ARTICLE_OUTCOMES,
    }),
    editions: make('pressoir_editions_total', 'Editions, by outcome.', { outcome: EDITION_OUTCOMES }),
    deliveries: make('pressoir_deliveries_total', 'Attempts to post a message, by outcome.', {
      of: MESSAGE_KINDS,
      platform: PLATFORM_NAMES,
      outcome: MESSAGE_OUTCOMES,
    }),
    failures: make(
      'pressoir_delivery_failures_total',
      'Attempts to post that failed, by the reason that the platform gave.',
      { platform: PLATFORM_NAMES, reason: [...POST_FAILURE_REASONS, ...OWN_REASONS] },
    ),
    requests: make('pressoir_requests_total', 'Requests in a chat, by nature and outcome.', {
      nature: REQUEST_NATURES,
      outcome: REQUEST_OUTCOMES,
    }),
  }
}

/** Each is there from the start: what was never counted is naught, not unknown. */
function combinationsOf(
  labels: Readonly<Record<string, readonly string[]>>,
): readonly Readonly<Record<string, string>>[] {
  return Object.entries(labels).reduce<readonly Readonly<Record<string, string>>[]>(
    (combinations, [label, values]) =>
      combinations.flatMap((before) => values.map((value) => ({ ...before, [label]: value }))),
    [{}],
  )
}

/** A channel may name anything: only what we know becomes a label. */
function platformOf(channel: string): string {
  return PLATFORM_NAMES.find((name) => channel.startsWith(`${name}:`)) ?? 'other'
}

function reasonOf(failure: Failure | undefined): string {
  if (failure === undefined) return 'unforeseen'
  return failure.code === 'post-failed' ? (failure.reason ?? 'unknown') : failure.code
}

/** In a registry of its own: what storage cannot tell now is absent, and not what it was before. */
async function renderAsked({ measures, seconds, connections }: Asked): Promise<string> {
  const registry = new Registry()
  const gauge = gaugesIn(registry)
  gauge('pressoir_database_up', 'Whether the database answers.', Number(measures !== undefined))
  gauge('pressoir_measuring_seconds', 'How long the database took to answer this scrape.', seconds)
  gauge(
    'pressoir_platform_connected',
    'Whether people reach the bot on a platform.',
    Object.fromEntries([...connections].map(([platform, isUp]) => [platform, Number(isUp)])),
    'platform',
  )
  if (measures !== undefined) tellMeasures(gauge, measures)
  return registry.metrics()
}

type TellGauge = ReturnType<typeof gaugesIn>

function gaugesIn(registry: Registry) {
  return (name: string, help: string, value: number | Readonly<Record<string, number>>, label = ''): void => {
    const gauge = new Gauge({
      name,
      help,
      labelNames: label === '' ? [] : [label],
      registers: [registry],
    })
    if (typeof value === 'number') gauge.set(value)
    else for (const [of, counted] of Object.entries(value)) gauge.set({ [label]: of }, counted)
  }
}

function tellMeasures(gauge: TellGauge, measures: Measures): void {
  const { takenAt, feeds, drafts, open, late, tasks, lastBeatAt, lastBackupAt, databaseBytes } = measures
  const age = (since: number | undefined): number => (since === undefined ? 0 : (takenAt - since) / 1000)
  const queues = { drafts_recent: drafts.recent.count, drafts_old: drafts.old.count, ...open }
  const waiting = { recent: age(drafts.recent.since), old: age(drafts.old.since) }
  gauge('pressoir_feeds', 'Feeds that are followed, by how they fare.', { ...feeds }, 'state')
  gauge('pressoir_queue_depth', 'Work that waits, by queue.', queues, 'queue')
  gauge('pressoir_oldest_unread_seconds', 'How long the first draft waits to be read.', waiting, 'turn')
  gauge('pressoir_drafts_set_aside', 'Drafts that our readers stumbled over.', drafts.unreadable.count)
  gauge('pressoir_editions_late', 'Editions that are overdue, by what is missing.', { ...late }, 'stage')
  gauge('pressoir_database_bytes', 'Size of the database, without what is free in it.', databaseBytes)
  tellTasks(gauge, tasks, takenAt)
  if (lastBeatAt !== undefined)
    gauge('pressoir_last_beat_timestamp_seconds', 'When a beat last ended well.', lastBeatAt / 1000)
  if (lastBackupAt !== undefined)
    gauge('pressoir_last_backup_timestamp_seconds', 'When a backup last succeeded.', lastBackupAt / 1000)
}

function tellTasks(gauge: TellGauge, tasks: readonly QueueState[], now: Instant): void {
  const tell = (name: string, help: string, value: (state: QueueState) => number): void =>
    gauge(name, help, Object.fromEntries(tasks.map((state) => [state.kind, value(state)])), 'kind')
  tell('pressoir_tasks_waiting', 'Shared work that waits, by kind.', ({ waiting }) => waiting)
  tell('pressoir_tasks_running', 'Shared work under way, by kind.', ({ running }) => running)
  tell('pressoir_tasks_set_aside', 'Shared work that was given up, by kind.', ({ dead }) => dead)
  // By the clock of the server, which may be ahead of ours.
  const waited = ({ waitingSince = now }: QueueState): number => Math.max(0, now - waitingSince) / 1000
  tell('pressoir_oldest_task_seconds', 'How long the first shared work waits, by kind.', waited)
}
