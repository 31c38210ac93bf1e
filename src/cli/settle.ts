// The verb settle: after a copy of the database was put back with the tools of its server, nothing is posted twice.
import { Command } from 'commander'
import { spoken } from '../core/database-address.ts'
import { ExplainedError } from '../core/failures.ts'
import { SETTLE_EXAMPLE, VERB_DESCRIPTIONS } from '../locale/help.ts'
import { settledLines } from '../locale/settled.ts'
import { settleRestored } from '../services/settle-restored.ts'
import { noteCommand } from './operator.ts'
import { configurationOption, databaseOption, nowOption } from './options.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { databaseUrl, isMissing, type StorageChoice, withStorage, zoneOf } from './with-storage.ts'

export function settleVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('settle')
    .description(VERB_DESCRIPTIONS.settle)
    .addOption(databaseOption())
    .addOption(configurationOption())
    .addOption(nowOption())
    .addHelpText('after', `\n${SETTLE_EXAMPLE}`)
    .action(async (options: StorageChoice) => {
      const now = options.now ?? Date.now()
      const url = await databaseUrl(tools, options)
      if (isMissing(url)) throw new ExplainedError({ code: 'file-missing', path: url })
      const report = await withStorage(tools, options, async (storage) => {
        const settled = await settleRestored({ storage, clock: { now: () => now } }, spoken(url))
        await noteCommand(storage, { kind: 'settled', madeAt: settled.copiedAt }, now)
        return settled
      })
      const lines = settledLines(report, await zoneOf(tools, options))
      await write(tools.terminal.output, `${lines.join('\n')}\n`)
      exit(EXIT.allRead)
    })
}
