// The verb feeds state: how every feed fares, worst first. Reads no feed.
import { Command } from 'commander'
import { NO_FEED_FOLLOWED, tableLines } from '../locale/feed-check.ts'
import { type StatedFeed, stateCells, stateCounts } from '../locale/feed-states.ts'
import { OPTION_DESCRIPTIONS, VERB_DESCRIPTIONS } from '../locale/help.ts'
import { stateFeed, worstFirst } from '../services/show-feed-states.ts'
import { knownFeeds } from './known-feeds.ts'
import { configurationOption, databaseOption, nowOption } from './options.ts'
import { EXIT, type ExitStatus, write } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { type StorageChoice, zoneOf } from './with-storage.ts'

/** Why a feed fails is what the verb is asked for. */
const CONDITION_COLUMN = 1

interface StateOptions extends StorageChoice {
  readonly jsonl?: true
}

export function stateVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('state')
    .description(VERB_DESCRIPTIONS.feedsState)
    .option('--jsonl', OPTION_DESCRIPTIONS.jsonLines)
    .addOption(configurationOption())
    .addOption(databaseOption())
    .addOption(nowOption())
    .action(async (options: StateOptions) => {
      const now = options.now ?? Date.now()
      const time = { now, zone: await zoneOf(tools, options) }
      const known = await knownFeeds(tools, options)
      const stated = worstFirst(known.map(({ feed, state }) => stateFeed({ feed }, state, now, now)))
      const lines =
        options.jsonl === true
          ? stated.map((one) => JSON.stringify(stateRecord(one)))
          : [
              ...tableLines(
                stated.map((one) => ({ cells: stateCells(one, time) })),
                [CONDITION_COLUMN],
              ),
              stated.length === 0 ? NO_FEED_FOLLOWED : stateCounts(stated),
            ]
      await write(tools.terminal.output, lines.map((line) => `${line}\n`).join(''))
      exit(EXIT.allRead)
    })
}

function stateRecord({
  feed,
  address,
  condition,
  history,
  perDay,
  lastReadAt,
  nextReadAt,
}: StatedFeed): object {
  return {
    id: feed.id,
    title: feed.title,
    url: feed.url,
    readAt: address,
    condition: condition.kind,
    since: iso(condition.since),
    failure: 'failure' in condition ? condition.failure.code : null,
    lastArticleAt: iso(history?.lastArticleAt),
    articlesPerDay: perDay === undefined ? null : Math.round(perDay * 100) / 100,
    usualSeconds: history?.usualSeconds ?? null,
    lastReadAt: iso(lastReadAt),
    nextReadAt: iso(nextReadAt),
    days: history?.days ?? [],
  }
}

function iso(instant: number | undefined): string | null {
  return instant === undefined ? null : new Date(instant).toISOString()
}
