// Tells the log how feeds fare beyond their failures: what was mended, and who works again. Says each thing once.
import { feedAnswersAgain, feedMoved, feedWarned } from '../locale/log.ts'
import type { FeedWarning, Log } from '../ports.ts'
import type { FeedReport } from './ingest.ts'

/** Says what is new about a feed since the last report on it. Failures are told where they happen. */
export type TellReport = (report: FeedReport) => void

/** Remembers what it said for as long as the program runs. */
export function createFeedTeller(log: Log): TellReport {
  const saidOf = new Map<string, ReadonlySet<string>>()
  return (report) => {
    if (report.kind === 'failed' || report.kind === 'interrupted') return
    const { id, title, url } = report.feed
    if (report.hasRecovered) log.info(feedAnswersAgain(title), { url })
    // Nothing was read: what was said of the last document still holds.
    if (report.kind === 'unchanged') return
    const said = saidOf.get(id)
    for (const warning of report.warnings)
      if (said?.has(nameOf(warning)) !== true) log.warn(feedWarned(title, warning), { url, ...warning })
    const moved = report.movedTo === undefined ? [] : [`moved ${report.movedTo}`]
    if (report.movedTo !== undefined && said?.has(`moved ${report.movedTo}`) !== true)
      log.info(feedMoved(title, report.movedTo), { url })
    saidOf.set(id, new Set([...report.warnings.map(nameOf), ...moved]))
  }
}

/** A number that changes with each reading makes no other warning. */
function nameOf(warning: FeedWarning): string {
  return warning.code === 'encoding-lies'
    ? `${warning.code} ${warning.declared} ${warning.used}`
    : warning.code
}
