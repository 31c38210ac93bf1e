// Looks after each reading of the feeds which alerts ring and which of them have grown, and writes that down. Sends nothing.
import { type Alert, coolDownOf } from '../core/alert.ts'
import { DAY, HOUR, type Instant } from '../core/calendar.ts'
import type { Feed } from '../core/feed.ts'
import { messageTrace } from '../core/log-trace.ts'
import type { PlacedArticle } from '../core/importance.ts'
import { type PastAlert, raiseAlerts, type Raising, watchedSince } from '../core/raise-alerts.ts'
import { isGrowing, newRaisedAlert, type RaisedAlert, withGrowth } from '../core/raised-alert.ts'
import { articlesOf, hasGrown, tellAlert } from '../core/tell-alert.ts'
import { alertRaised } from '../locale/log.ts'
import type { Clock, Log, Storage } from '../ports.ts'
import { isDatabaseFailure, logFailure } from './log-failure.ts'
import { tellingTime } from './telling-time.ts'
import { tracedLog } from './traced-log.ts'
import { createRecall, type Recall, watchedArticles } from './watched-articles.ts'

interface AlertTools {
  readonly storage: Storage
  readonly clock: Clock
  readonly log: Log
}

/** How long what was told is remembered, in days beyond any cool-down: a story lives for some days. */
const REMEMBERED: Instant = 7 * DAY

/** Messages grow for six hours at most (core/raised-alert), from articles of a day before at most. */
const GROWTH_LOOKS_BACK: Instant = 6 * HOUR

/** Looks at every alert that there is. One of the edges where failures are caught: one alert keeps no other waiting. */
export type RaiseDueAlerts = (alerts: readonly Alert[]) => Promise<void>

export function createRaiseDueAlerts(tools: AlertTools): RaiseDueAlerts {
  const recall = createRecall()
  return async (alerts) => {
    if (alerts.length === 0) return
    // Whoever asks for somebody by name comes before whoever asks for anything: a story is told once in a channel.
    const inOrder = alerts.toSorted((one, other) => generality(one) - generality(other))
    const look = createLook(recall, inOrder)
    for (const alert of inOrder) {
      try {
        const raised = await lookAfter(tools.storage, alert, tools.clock.now(), look)
        for (const { id, told } of raised)
          tracedLog(tools.log, messageTrace(id)).info(alertRaised(alert.title, told.publisherCount), {
            alert: alert.name,
            id,
          })
      } catch (error) {
        if (isDatabaseFailure(error)) throw error
        logFailure(tools.log, error, { alert: alert.name })
      }
    }
  }
}

const generality = ({ watch }: Alert): number => (watch.kind === 'any' ? 1 : 0)

/** What all alerts of one beat read. */
interface Look {
  readonly alerts: readonly Alert[]
  readonly recall: Recall
  readonly seen: (storage: Storage, since: Instant, until: Instant) => Promise<readonly PlacedArticle[]>
}

function createLook(recall: Recall, alerts: readonly Alert[]): Look {
  let known:
    | { readonly since: Instant; readonly until: Instant; readonly seen: readonly PlacedArticle[] }
    | undefined
  return {
    alerts,
    recall,
    seen: async (storage, since, until) => {
      if (known === undefined || known.until !== until || known.since > since)
        known = { since, until, seen: await storage.articles.seenBetween(since, until) }
      return known.seen.filter(({ firstSeenAt }) => firstSeenAt > since)
    },
  }
}

async function lookAfter(
  storage: Storage,
  alert: Alert,
  clockNow: Instant,
  look: Look,
): Promise<readonly RaisedAlert[]> {
  const now = await tellingTime(storage, clockNow)
  const here = look.alerts.filter(({ channel }) => channel === alert.channel).map(({ name }) => name)
  const past = await storage.raisedAlerts.raisedSince(here, now - REMEMBERED - coolDownOf(alert))
  const own = past.filter(({ alertName }) => alertName === alert.name)
  const growing = own.filter((raised) => isGrowing(raised, alert, now))
  const since = Math.min(
    watchedSince(alert, now),
    ...growing.map(({ told, raisedAt }) => Math.min(told.startedAt, raisedAt - GROWTH_LOOKS_BACK)),
  )
  const seen = await look.seen(storage, since, now)
  const watched = await watchedArticles(storage, alert, seen, look.recall)
  const muted = await storage.reactions.muted([alert.channel], clockNow)
  const known = await presentOf(storage, alert, past)
  const grown = await growAll(storage, { alert, now, watched, muted, known, growing })
  const raisings = raiseAlerts(alert, { ...watched, raised: grown, muted, now })
  return writeDown(storage, alert, raisings, { own, feeds: watched.feeds, now, clockNow })
}

/** Unless it is written down already. */
async function writeDown(
  storage: Storage,
  alert: Alert,
  raisings: readonly Raising[],
  { own, feeds, now, clockNow }: Writing,
): Promise<readonly RaisedAlert[]> {
  const raised: RaisedAlert[] = []
  for (const raising of raisings) {
    const { storyIds, startedAt, reachedAt, isLate, isTogether, isLast } = raising
    const told = tellAlert({
      articles: raising.articles,
      feeds,
      zone: alert.zone,
      now,
      storyIds,
      startedAt,
      reachedAt,
      isLate,
      isTogether,
      isLast,
    })
    const episode = own.filter(({ storyId }) => storyId === storyIds[0]).length
    const made = newRaisedAlert(alert, raising, told, episode, clockNow)
    if (await storage.raisedAlerts.add(made)) raised.push(made)
  }
  return raised
}

interface Writing {
  readonly own: readonly RaisedAlert[]
  readonly feeds: readonly Feed[]
  readonly now: Instant
  readonly clockNow: Instant
}

/** What was told, under the names that its stories have now. */
interface KnownAlert extends PastAlert {
  readonly raised: RaisedAlert
}

async function presentOf(
  storage: Storage,
  alert: Alert,
  past: readonly RaisedAlert[],
): Promise<readonly KnownAlert[]> {
  const present = await storage.raisedAlerts.presentStories(past.flatMap(({ told }) => told.storyIds))
  return past.map((raised) => ({
    raised,
    storyIds: [...new Set(raised.told.storyIds.map((id) => present.get(id) ?? id))],
    isTogether: raised.told.isTogether,
    isOwn: raised.alertName === alert.name,
    raisedAt: raised.raisedAt,
  }))
}

interface Growth {
  readonly alert: Alert
  readonly now: Instant
  readonly watched: Awaited<ReturnType<typeof watchedArticles>>
  readonly muted: ReadonlySet<string>
  readonly known: readonly KnownAlert[]
  readonly growing: readonly RaisedAlert[]
}

/** Writes down what has grown, and gives all that was told as it stands then. */
async function growAll(storage: Storage, growth: Growth): Promise<readonly KnownAlert[]> {
  const after: KnownAlert[] = []
  for (const one of growth.known) after.push(await growOne(storage, growth, one))
  return after
}

async function growOne(storage: Storage, growth: Growth, one: KnownAlert): Promise<KnownAlert> {
  const { alert, now, watched } = growth
  const articles = ownArticles(growth, one)
  if (articles.length === 0 || !hasGrown(one.raised.told, articles)) return one
  const { startedAt, reachedAt, isLate, isTogether, isLast } = one.raised.told
  const storyIds = [...new Set([...one.storyIds, ...articles.map(({ placement }) => placement.storyId)])]
  const told = tellAlert({
    articles,
    feeds: watched.feeds,
    zone: alert.zone,
    now,
    storyIds,
    startedAt,
    reachedAt,
    isLate,
    isTogether,
    isLast,
  })
  const raised = withGrowth(one.raised, told)
  await storage.raisedAlerts.claim(one.raised, raised)
  return { ...one, raised, storyIds }
}

/** None of a message that grows no more. A story that is hidden does not. */
function ownArticles({ growing, known, muted, watched }: Growth, one: KnownAlert): readonly PlacedArticle[] {
  if (!growing.includes(one.raised)) return []
  const wanted = watched.articles.filter(({ placement }) => !muted.has(placement.storyId))
  return articlesOf(one.raised, one, wanted, watched.originals, known)
}
