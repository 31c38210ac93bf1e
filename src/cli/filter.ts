// The verb filter: tries a filter on stored articles, or on the texts of standard input. Changes nothing.
import { Command, Option } from 'commander'
import type { Instant } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import { type Filter, prepareFilter } from '../core/filter.ts'
import { readFilterLine } from '../core/filter-line.ts'
import { readForFilters } from '../core/filter-reading.ts'
import { printCondition, printFilter } from '../core/printed-filter.ts'
import { trialLines } from '../locale/filter-trial.ts'
import {
  ARGUMENT_DESCRIPTIONS,
  LINE_FORMATS,
  OPTION_DESCRIPTIONS,
  VERB_DESCRIPTIONS,
} from '../locale/help.ts'
import { showTried, tryFilter } from '../services/try-filter.ts'
import { answerLines } from './jsonl.ts'
import { configurationOption, databaseOption, nowOption, sinceOption } from './options.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import { FILTERED_TEXT } from './text-rows.ts'
import type { Toolbox } from './toolbox.ts'
import { lookingAtStorage, type StorageChoice, zoneOf } from './with-storage.ts'

interface FilterOptions extends StorageChoice {
  readonly since?: Instant
  readonly jsonl?: true
}

export function filterVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  const since = sinceOption()
  since.description = OPTION_DESCRIPTIONS.sinceLastWeek
  return new Command('filter')
    .description(VERB_DESCRIPTIONS.filter)
    .argument('<filtre>', ARGUMENT_DESCRIPTIONS.filterLine)
    .addOption(since)
    .addOption(new Option('--jsonl', OPTION_DESCRIPTIONS.jsonl))
    .addOption(databaseOption())
    .addOption(configurationOption())
    .addOption(nowOption())
    .addHelpText('after', `\n${LINE_FORMATS.filter}`)
    .action(async (line: string, options: FilterOptions) => {
      const filter = readTyped(line)
      exit(
        options.jsonl === true
          ? await filterLines(tools, filter)
          : await filterStored(tools, filter, options),
      )
    })
}

/** Throws ExplainedError `filter-invalid`. */
function readTyped(line: string): Filter {
  const read = readFilterLine(line)
  if (read.kind === 'mistake') throw new ExplainedError({ code: 'filter-invalid', mistake: read.mistake })
  return read.filter
}

async function filterLines({ terminal }: Toolbox, filter: Filter): Promise<ExitStatus> {
  const ask = prepareFilter(filter)
  return answerLines(terminal, FILTERED_TEXT, ({ rubric, ...row }) => {
    const { isKept, because } = ask(
      readForFilters({ ...row, rubrics: rubric === '' ? [] : [rubric], feeds: [] }),
    )
    return {
      kept: isKept,
      because: because.map(({ condition, isThere }) => ({
        condition: printCondition(condition),
        there: isThere,
      })),
    }
  })
}

async function filterStored(tools: Toolbox, filter: Filter, options: FilterOptions): Promise<ExitStatus> {
  const clock = { now: () => options.now ?? Date.now() }
  const time = { now: clock.now(), zone: await zoneOf(tools, options) }
  await lookingAtStorage(tools, options, async (storage) => {
    const wanted = { feeds: [], rubrics: [], withWords: [], withoutWords: [], filter }
    const trial = await tryFilter({ storage, clock }, wanted, options.since)
    const lines = trialLines(printFilter(filter), trial, await showTried(storage, trial.tried), time)
    await write(tools.terminal.output, `${lines.join('\n')}\n`)
  })
  return EXIT.allRead
}
