// The verb migrate-to: moves the database of a file to a server, once and for all. The bot is stopped meanwhile.
import { Command } from 'commander'
import { ExplainedError } from '../core/failures.ts'
import { ARGUMENT_DESCRIPTIONS, VERB_DESCRIPTIONS } from '../locale/help.ts'
import { MOVE_LABEL, movedLines } from '../locale/move.ts'
import { configurationOption, databaseOption, nowOption } from './options.ts'
import { lazyProgress } from './progress.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { databaseUrl, isMissing, type StorageChoice, withStorage } from './with-storage.ts'

export function migrateToVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('migrate-to')
    .description(VERB_DESCRIPTIONS['migrate-to'])
    .argument('<adresse>', ARGUMENT_DESCRIPTIONS.server)
    .addOption(databaseOption())
    .addOption(configurationOption())
    .addOption(nowOption())
    .action(async (target: string, options: StorageChoice) => {
      const url = await databaseUrl(tools, options)
      if (isMissing(url)) throw new ExplainedError({ code: 'file-missing', path: url })
      // An older file gets the tables of this version first, and is saved before.
      await withStorage(tools, options, async () => undefined)
      const bar = lazyProgress(tools.terminal.errors, MOVE_LABEL)
      const work = { now: options.now ?? Date.now(), onProgress: bar.moveTo }
      const report = await tools.moveToServer(url, target, work).finally(bar.close)
      await write(tools.terminal.output, `${movedLines(report).join('\n')}\n`)
      exit(EXIT.allRead)
    })
}
