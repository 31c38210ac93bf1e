// The verbs feeds …: which feeds there are, which of them answer, and lists of them in and out.
import { Command } from 'commander'
import type { Instant } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import type { Feed, FeedState } from '../core/feed.ts'
import { closestPack, findPack, PACK_KEYS } from '../core/pack.ts'
import {
  ANSWERING,
  CHECK_LABEL,
  checkDetail,
  checkTotals,
  checkWord,
  NO_FEED_FOLLOWED,
  OWN_OUTAGE,
  packRow,
  tableLines,
} from '../locale/feed-check.ts'
import { healthWords } from '../locale/feed-health.ts'
import { feedCount } from '../locale/feed-lists.ts'
import { explain } from '../locale/failures.ts'
import { ARGUMENT_DESCRIPTIONS, OPTION_DESCRIPTIONS, VERB_DESCRIPTIONS } from '../locale/help.ts'
import type { Outlines } from '../ports.ts'
import { type CheckedFeed, checkFeeds } from '../services/check-feeds.ts'
import { exportVerb, importVerb } from './feed-lists.ts'
import { stateVerb } from './feed-states.ts'
import { knownFeeds } from './known-feeds.ts'
import { configurationOption, databaseOption, nowOption } from './options.ts'
import { readOutlineFile } from './outline-files.ts'
import { openProgress } from './progress.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { type StorageChoice, zoneOf } from './with-storage.ts'

export function feedsVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('feeds')
    .description(VERB_DESCRIPTIONS.feeds)
    .addCommand(listVerb(tools, exit))
    .addCommand(stateVerb(tools, exit))
    .addCommand(checkVerb(tools, exit))
    .addCommand(importVerb(tools, exit))
    .addCommand(exportVerb(tools, exit))
    .addCommand(packsVerb(tools, exit))
}

interface ListOptions extends StorageChoice {
  readonly jsonl?: true
}

function listVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('list')
    .description(VERB_DESCRIPTIONS.feedsList)
    .option('--jsonl', OPTION_DESCRIPTIONS.jsonLines)
    .addOption(configurationOption())
    .addOption(databaseOption())
    .addOption(nowOption())
    .action(async (options: ListOptions) => {
      const feeds = await knownFeeds(tools, options)
      const now = options.now ?? Date.now()
      const zone = await zoneOf(tools, options)
      const lines =
        options.jsonl === true
          ? feeds.map((known) => JSON.stringify(feedRecord(known)))
          : [
              ...tableLines(
                feeds.map(({ feed, state }) => ({
                  cells: [feed.title, feed.rubric, feed.publisher, healthWords({ state }, now, zone)],
                })),
              ),
              feeds.length === 0 ? NO_FEED_FOLLOWED : `${feedCount(feeds.length)}.`,
            ]
      await write(tools.terminal.output, lines.map((line) => `${line}\n`).join(''))
      exit(EXIT.allRead)
    })
}

function feedRecord({ feed, state }: { readonly feed: Feed; readonly state: FeedState | undefined }): object {
  const { id, url, title, publisher, rubric, origin, isQuoted = true } = feed
  return {
    id,
    url,
    title,
    publisher,
    rubric,
    origin,
    isQuoted,
    lastReadAt: iso(state?.lastReadAt),
    lastSuccessAt: iso(state?.lastSuccessAt),
    nextReadAt: iso(state?.nextReadAt),
    failureCount: state?.failureCount ?? 0,
    failure: state?.lastFailure?.code ?? null,
  }
}

interface CheckOptions extends ListOptions {
  readonly pack?: string
  readonly config: string
}

function checkVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('check')
    .description(VERB_DESCRIPTIONS.feedsCheck)
    .argument('[fichier]', ARGUMENT_DESCRIPTIONS.checkedFile)
    .option('--pack <nom>', OPTION_DESCRIPTIONS.pack)
    .option('--jsonl', OPTION_DESCRIPTIONS.jsonLines)
    .addOption(configurationOption())
    .addOption(databaseOption())
    .action(async (path: string | undefined, options: CheckOptions) => {
      const feeds = await feedsToCheck(tools, path, options)
      const checked = await checkAll(tools, feeds, options)
      const words = checked.map(({ outcome }) => checkWord(outcome))
      await write(tools.terminal.output, await toldChecks(tools, checked, options))
      if (options.jsonl === true) await write(tools.terminal.errors, `${checkTotals(words)}\n`)
      if (areAllUnreachable(checked)) await write(tools.terminal.errors, `${OWN_OUTAGE}\n`)
      exit(words.every((word) => ANSWERING.has(word)) ? EXIT.allRead : EXIT.someLinesFailed)
    })
}

/** One feed alone may well be the one at fault. */
function areAllUnreachable(checked: readonly CheckedFeed[]): boolean {
  const hosts = new Set(checked.map(({ address }) => new URL(address).host))
  return (
    hosts.size > 1 &&
    checked.every(({ outcome }) => outcome.kind === 'failed' && outcome.failure.code === 'fetch-unreachable')
  )
}

interface ToCheck {
  readonly title: string
  readonly address: string
}

async function feedsToCheck(
  tools: Toolbox,
  path: string | undefined,
  options: CheckOptions,
): Promise<readonly ToCheck[]> {
  if (options.pack !== undefined) return packOf(await tools.openOutlines(), options.pack).feeds
  if (path !== undefined) return (await readOutlineFile(tools, path)).feeds
  return (await knownFeeds(tools, options)).map(({ feed }) => ({ title: feed.title, address: feed.url }))
}

function packOf(outlines: Outlines, given: string): ReturnType<Outlines['pack']> {
  const key = findPack(given)
  if (key === undefined)
    throw new ExplainedError({ code: 'pack-unknown', given, closest: closestPack(given) })
  return outlines.pack(key)
}

/** The contact in the configuration is told to every site: without one nothing is asked. */
async function checkAll(
  tools: Toolbox,
  feeds: readonly ToCheck[],
  { config }: CheckOptions,
): Promise<readonly CheckedFeed[]> {
  const clock = { now: () => Date.now() }
  const reader = await tools.openReader(await tools.loadConfiguration(config), clock)
  const progress = openProgress(tools.terminal.errors, CHECK_LABEL, feeds.length)
  try {
    return await checkFeeds({ reader, clock }, feeds, (_checked, done) => progress.moveTo(done))
  } finally {
    progress.close()
    await reader.close()
  }
}

async function toldChecks(
  tools: Toolbox,
  checked: readonly CheckedFeed[],
  options: CheckOptions,
): Promise<string> {
  const zone = await zoneOf(tools, options)
  const now = Date.now()
  const lines =
    options.jsonl === true
      ? checked.map((feed) => JSON.stringify(checkRecord(feed)))
      : [
          ...tableLines(
            checked.map(({ title, outcome }) => ({
              cells: [checkWord(outcome), title, checkDetail(outcome, now, zone)],
            })),
          ),
          checkTotals(checked.map(({ outcome }) => checkWord(outcome))),
        ]
  return lines.map((line) => `${line}\n`).join('')
}

/** `id` is the address. */
function checkRecord({ address, title, outcome, took }: CheckedFeed): object {
  const word = checkWord(outcome)
  const told = { id: address, title, ok: ANSWERING.has(word), status: word, seconds: took / 1000 }
  if (outcome.kind === 'failed') {
    const { failure } = outcome
    return { ...told, error: { code: failure.code, message: explain(failure) } }
  }
  const { itemCount, newestAt, movedTo, warnings } = outcome
  return { ...told, items: itemCount, newestAt: iso(newestAt), movedTo: movedTo ?? null, warnings }
}

function iso(instant: Instant | undefined): string | null {
  return instant === undefined ? null : new Date(instant).toISOString()
}

function packsVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('packs').description(VERB_DESCRIPTIONS.feedsPacks).action(async () => {
    const outlines = await tools.openOutlines()
    const rows = PACK_KEYS.map((key) => {
      const { title, feeds } = outlines.pack(key)
      return packRow(title, feeds.length, [...new Set(feeds.map(({ publisher }) => publisher))])
    })
    await write(tools.terminal.output, `${tableLines(rows).join('\n')}\n`)
    exit(EXIT.allRead)
  })
}
