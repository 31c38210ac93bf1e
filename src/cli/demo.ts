// The verb demo: the way of a real day over the press review shipped with the project.
import { Command } from 'commander'
import type { PlacedArticle } from '../core/importance.ts'
import type { Log } from '../ports.ts'
import * as say from '../locale/demo.ts'
import { explainFeed } from '../locale/failures.ts'
import { VERB_DESCRIPTIONS } from '../locale/help.ts'
import { explainWarning } from '../locale/warnings.ts'
import type { FeedReport, IngestReport } from '../services/ingest.ts'
import { openProgress } from './progress.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Demo, Toolbox } from './toolbox.ts'

export function demoVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('demo').description(VERB_DESCRIPTIONS.demo).action(async () => {
    // What goes wrong in the demo's feeds is part of the show: it is told between the lines, not logged.
    const demo = await tools.openDemo({ log: onlyErrors(tools.createLog()) })
    try {
      await showDay(tools, demo)
    } finally {
      await demo.close()
    }
    exit(EXIT.allRead)
  })
}

async function showDay(tools: Toolbox, demo: Demo): Promise<void> {
  const print = (line: string) => write(tools.terminal.output, `${line}\n`)
  await print(say.opening(demo.feeds))
  for (const [round, at] of demo.rounds.entries()) {
    demo.startRound(round)
    await print(say.roundTitle(at, demo.zone, round))
    const report = await ingestWithProgress(tools, demo)
    for (const line of [...report.feeds.flatMap(troubles), ...updates(report, demo)])
      await print(say.detail(line))
    await print(say.roundSummary(report))
  }
  for (const line of say.foldedLines(await keptArticles(demo))) await print(line)
  demo.startEdition()
  const [edition] = await demo.app.publish()
  if (edition !== undefined) await print(say.closing(edition, demo))
}

async function keptArticles(demo: Demo): Promise<readonly PlacedArticle[]> {
  return demo.app.storage.articles.seenBetween(0, Number.MAX_SAFE_INTEGER)
}

async function ingestWithProgress(tools: Toolbox, demo: Demo): Promise<IngestReport> {
  const progress = openProgress(tools.terminal.errors, say.PROGRESS_LABEL, demo.feeds.length)
  const report = await demo.app.ingest((_report, done) => progress.moveTo(done))
  progress.close()
  return report
}

/** What an administrator would be told about a feed. */
function troubles(report: FeedReport): readonly string[] {
  switch (report.kind) {
    case 'failed':
      return [explainFeed(report.feed.title, report.failure)]
    case 'read':
      return report.warnings.map((warning) => say.mended(report.feed.title, explainWarning(warning)))
    case 'unchanged':
    case 'interrupted':
      return []
    default:
      return report satisfies never
  }
}

function updates({ articles }: IngestReport, { feeds }: Demo): readonly string[] {
  return articles.updated.map(({ feedId, title }) =>
    say.updated(feeds.find(({ id }) => id === feedId)?.title ?? '', title),
  )
}

function onlyErrors(log: Log): Log {
  return { debug: silent, info: silent, warn: silent, error: (message, data) => log.error(message, data) }
}

function silent(): void {
  // Nothing is said.
}
