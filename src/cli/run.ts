// The verb run: the bot itself, until SIGTERM.
import { Command } from 'commander'
import { schedule } from 'node-cron'
import { beganLine, ENDED_LINE, ENDING_LINE } from '../locale/command-line.ts'
import { configurationOption, databaseOption } from './options.ts'
import { EXIT, type ExitStatus } from './terminal.ts'
import type { App, Toolbox } from './toolbox.ts'

/** Once a minute; the database says what is due, so a lost tick is made up for by the next one. ADR 0007. */
const HEARTBEAT = '* * * * *'

interface RunOptions {
  readonly config: string
  readonly database?: string
}

export function runVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('run')
    .description('lance le robot\u00A0: flux, revues, canaux, jusqu’à l’arrêt')
    .addOption(configurationOption())
    .addOption(databaseOption())
    .action(async ({ config, database }: RunOptions) => {
      const configuration = tools.loadConfiguration(config)
      const log = tools.createLog()
      const app = await tools.openApp({
        configuration: { ...configuration, database: database ?? configuration.database },
        clock: { now: () => Date.now() },
        log,
      })
      log.info(beganLine(configuration))
      await beatUntilStopped(app, () => log.info(ENDING_LINE))
      log.info(ENDED_LINE)
      exit(EXIT.allRead)
    })
}

/** The first beat comes at once: what an earlier life left open is finished before the next minute. */
async function beatUntilStopped(app: App, onStopping: () => void): Promise<void> {
  const stopped = Promise.withResolvers<void>()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopped.resolve())
  let beating = app.beat()
  const heartbeat = schedule(HEARTBEAT, () => {
    // A beat that lasts longer than a minute is not overtaken by the next one.
    beating = beating.then(() => app.beat())
    return beating
  }, { noOverlap: true })
  await stopped.promise
  onStopping()
  await heartbeat.stop()
  await app.close()
}
