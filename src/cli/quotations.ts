// The verb quotations: what the stored editions quote of whom, for a lawyer to read. Changes nothing.
import { Command } from 'commander'
import type { Instant } from '../core/calendar.ts'
import { VERB_DESCRIPTIONS } from '../locale/help.ts'
import { quotationLines } from '../locale/quotations.ts'
import { listQuotations } from '../services/list-quotations.ts'
import { configurationOption, databaseOption, sinceOption } from './options.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { lookingAtStorage, type StorageChoice } from './with-storage.ts'

interface QuotationsOptions extends StorageChoice {
  readonly since?: Instant
}

export function quotationsVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('quotations')
    .description(VERB_DESCRIPTIONS.quotations)
    .addOption(sinceOption())
    .addOption(configurationOption())
    .addOption(databaseOption())
    .action(async (options: QuotationsOptions) => {
      await lookingAtStorage(tools, options, async (storage) => {
        const quotations = await listQuotations(storage, options.since ?? 0)
        await write(tools.terminal.output, `${quotationLines(quotations).join('\n')}\n`)
      })
      exit(EXIT.allRead)
    })
}
