// The verb queues: work that several processes share, and what was given up. Does none of it.
import { Command } from 'commander'
import { OPTION_DESCRIPTIONS, VERB_DESCRIPTIONS } from '../locale/help.ts'
import { DEAD_ADVICE, queueLine, resentLine } from '../locale/tasks.ts'
import { configurationOption, databaseOption } from './options.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { databaseUrl, type StorageChoice } from './with-storage.ts'

/** Nobody waits for work of this verb: it has none. */
const GOODBYE_TIME = 1000

export function queuesVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('queues')
    .description(VERB_DESCRIPTIONS.queues)
    .option('--resend', OPTION_DESCRIPTIONS.resend)
    .addOption(databaseOption())
    .addOption(configurationOption())
    .action(async (options: StorageChoice & { readonly resend?: boolean }) => {
      const queue = await tools.openQueue(await databaseUrl(tools, options))
      try {
        const lines = options.resend === true ? [resentLine(await queue.resend())] : []
        const states = await queue.states()
        const advice = states.some(({ dead }) => dead > 0) ? [DEAD_ADVICE] : []
        const all = [...lines, ...states.map(queueLine), ...advice]
        await write(tools.terminal.output, `${all.join('\n')}\n`)
        exit(advice.length === 0 ? EXIT.allRead : EXIT.failed)
      } finally {
        await queue.stop(GOODBYE_TIME)
      }
    })
}
