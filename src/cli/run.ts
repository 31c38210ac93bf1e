// The verb run: the bot itself, until SIGTERM.
import { Command } from 'commander'
import { type Logger, schedule } from 'node-cron'
import { beganLine, ENDED_LINE, ENDING_LINE } from '../locale/command-line.ts'
import { leftOutLine, tokenLine } from '../locale/doctor.ts'
import { VERB_DESCRIPTIONS } from '../locale/help.ts'
import { UNEXPECTED_ERROR } from '../locale/log.ts'
import type { Log } from '../ports.ts'
import { absentPlatforms, platformsWithoutToken } from './absent-platforms.ts'
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
    .description(VERB_DESCRIPTIONS.run)
    .addOption(configurationOption())
    .addOption(databaseOption())
    .action(async ({ config, database }: RunOptions) => {
      const configuration = await tools.loadConfiguration(config)
      const log = tools.createLog()
      const app = await tools.openApp({
        configuration: { ...configuration, database: database ?? configuration.database },
        clock: { now: () => Date.now() },
        log,
      })
      for (const { name, variable, channels } of absentPlatforms(configuration))
        log.warn(tokenLine(name, variable, channels))
      for (const { name, variable } of platformsWithoutToken(configuration))
        log.info(leftOutLine(name, variable))
      log.info(beganLine(configuration))
      await beatUntilStopped(app, log)
      log.info(ENDED_LINE)
      exit(EXIT.allRead)
    })
}

/** The first beat comes at once: what an earlier life left open is finished before the next minute. */
async function beatUntilStopped(app: App, log: Log): Promise<void> {
  const stopped = Promise.withResolvers<void>()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopped.resolve())
  let beating = app.beat()
  const heartbeat = schedule(
    HEARTBEAT,
    () => {
      // A beat that lasts longer than a minute is not overtaken by the next one.
      beating = beating.then(() => app.beat())
      return beating
    },
    { noOverlap: true, logger: cronLog(log) },
  )
  await stopped.promise
  log.info(ENDING_LINE)
  await heartbeat.stop()
  await app.close()
}

/** node-cron tells in English of ticks that it skipped; a late beat needs no telling, and a beat never fails. */
function cronLog(log: Log): Logger {
  const error = (given: string | Error): void => log.error(UNEXPECTED_ERROR, { error: String(given) })
  return { debug: silent, info: silent, warn: silent, error }
}

function silent(): void {
  // Nothing is said.
}
