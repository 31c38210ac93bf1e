// The weekly report on feeds, on Monday morning by the clock of each workspace: once, late rather than never. Judges no feed.
import { type Day, dayAfter, dayOf, type Instant, wallClock, type Zone } from '../core/calendar.ts'
import { conditionOf } from '../core/feed-condition.ts'
import { articlesBetween } from '../core/feed-history.ts'
import { newNotice } from '../core/notice.ts'
import type { Workspace } from '../core/workspace.ts'
import { type ReportedFeed, weekReport } from '../locale/week-report.ts'
import type { Storage } from '../ports.ts'
import type { HealthTools } from './tell-health.ts'
import { presentWorkspaces, watchedFeedsOf } from './watched-feeds.ts'

/** The hour of Monday from which it is told: when the first look into the chat. */
const FROM_HOUR = 8

export async function tellWeek({ storage, clock }: HealthTools): Promise<void> {
  const now = clock.now()
  const settledWeeks = await storage.reports.settledWeeks()
  for (const workspace of await presentWorkspaces(storage)) {
    const monday = lastMonday(now, workspace.settings.zone)
    const settled = settledWeeks.get(workspace.id)
    if (settled === undefined || settled < monday)
      await settleWeek(storage, workspace, { monday, settled, now })
  }
}

/** The last Monday whose report is due. */
export function lastMonday(now: Instant, zone: Zone): Day {
  const { weekday, hour } = wallClock(now, zone)
  const monday = dayAfter(dayOf(now, zone), -((weekday + 6) % 7))
  return weekday === 1 && hour < FROM_HOUR ? dayAfter(monday, -7) : monday
}

/**
 * Told or not, the week is settled: a channel that is named on Wednesday gets no report on Monday's behalf, and neither
 * does a workspace that had none before, unless it is Monday.
 */
async function settleWeek(
  storage: Storage,
  workspace: Workspace,
  {
    monday,
    settled,
    now,
  }: { readonly monday: Day; readonly settled: Day | undefined; readonly now: Instant },
): Promise<void> {
  const { id, settings } = workspace
  const { adminChannel, zone } = settings
  const isExpected = settled !== undefined || dayOf(now, zone) === monday
  const isWanted = adminChannel !== undefined && settings.weeklyReport !== false && isExpected
  const feeds = isWanted ? await reportedFeeds(storage, workspace, monday, now) : []
  await storage.inTransaction(async (inner) => {
    await inner.reports.settleWeek(id, monday)
    if (adminChannel === undefined || !feeds.some(({ isKnown }) => isKnown)) return
    const message = weekReport(feeds, { monday: dayAfter(monday, -7), now, zone })
    await inner.notices.add(newNotice(id, adminChannel, `week ${monday}`, message, now))
  })
}

async function reportedFeeds(
  storage: Storage,
  workspace: Workspace,
  monday: Day,
  now: Instant,
): Promise<readonly ReportedFeed[]> {
  const watched = await watchedFeedsOf(storage, workspace)
  const ids = watched.map(({ feed }) => feed.id)
  const states = new Map((await storage.feeds.states(ids)).map((state) => [state.feedId, state]))
  const from = dayAfter(monday, -7)
  return watched.flatMap(({ feed, since }): readonly ReportedFeed[] => {
    const state = states.get(feed.id)
    if (state === undefined) return []
    const { history } = state
    return [
      {
        title: feed.title,
        condition: conditionOf(feed, state, since, now),
        articles: history === undefined ? 0 : articlesBetween(history, from, monday),
        isKnown: history !== undefined && dayOf(history.since, workspace.settings.zone) <= from,
      },
    ]
  })
}
