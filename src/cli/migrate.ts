// The verb migrate: what this version will change in the database, tried on a copy.
import { Command } from 'commander'
import { OPTION_DESCRIPTIONS, VERB_DESCRIPTIONS } from '../locale/help.ts'
import { isTrialGood, trialLines } from '../locale/doctor-database.ts'
import { configurationOption, databaseOption, nowOption } from './options.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { databaseUrl, type StorageChoice } from './with-storage.ts'

/** `run` changes the database itself, after a backup: there is nothing else to ask this verb for. */
export function migrateVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('migrate')
    .description(VERB_DESCRIPTIONS.migrate)
    .requiredOption('--try', OPTION_DESCRIPTIONS.tryMigrations)
    .addOption(databaseOption())
    .addOption(configurationOption())
    .addOption(nowOption())
    .action(async (options: StorageChoice) => {
      const trial = await tools.tryMigrations(await databaseUrl(tools, options), options.now ?? Date.now())
      await write(tools.terminal.output, `${trialLines(trial).join('\n')}\n`)
      exit(isTrialGood(trial) ? EXIT.allRead : EXIT.failed)
    })
}
