// The verb run: the bot itself, until SIGTERM.
import { setTimeout as pause } from 'node:timers/promises'
import { Command } from 'commander'
import { type Logger, schedule } from 'node-cron'
import type { Configuration } from '../config/load.ts'
import { ExplainedError } from '../core/failures.ts'
import { REOPENING_LINE, WAITING_LINE } from '../locale/backup.ts'
import { beganLine, ENDED_LINE, ENDING_LINE } from '../locale/command-line.ts'
import { leftOutLine, tokenLine } from '../locale/doctor.ts'
import { VERB_DESCRIPTIONS } from '../locale/help.ts'
import { UNEXPECTED_ERROR } from '../locale/log.ts'
import type { Log } from '../ports.ts'
import { absentPlatforms, platformsWithoutToken } from './absent-platforms.ts'
import { configurationOption, databaseOption } from './options.ts'
import { EXIT, type ExitStatus } from './terminal.ts'
import type { App, AppOptions, Toolbox } from './toolbox.ts'

/** Once a minute; the database says what is due, so a lost tick is made up for by the next one. ADR 0007. */
const HEARTBEAT = '* * * * *'

/** Whether a backup was restored into the database is asked this often, in milliseconds: one number is read. */
const LOOK_AGAIN_AFTER = 2_000

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
      const stopping = stopSignal()
      const options = {
        configuration: { ...configuration, database: database ?? configuration.database },
        clock: { now: () => Date.now() },
        log,
      }
      let app = await openWhenRestored(tools, options, stopping)
      tellStart(configuration, log)
      while (app !== undefined) {
        const end = await beatUntilEnd(app, log, stopping)
        await app.close()
        if (end === 'stopped') break
        log.warn(REOPENING_LINE)
        app = await openWhenRestored(tools, options, stopping)
      }
      log.info(ENDED_LINE)
      exit(EXIT.allRead)
    })
}

function tellStart(configuration: Configuration, log: Log): void {
  for (const { name, variable, channels } of absentPlatforms(configuration))
    log.warn(tokenLine(name, variable, channels))
  for (const { name, variable } of platformsWithoutToken(configuration)) log.info(leftOutLine(name, variable))
  log.info(beganLine(configuration))
}

function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort())
  return stopping.signal
}

/** While a backup is being put into the database, it is waited for; undefined when told to stop meanwhile. */
async function openWhenRestored(
  tools: Toolbox,
  options: AppOptions,
  stopping: AbortSignal,
): Promise<App | undefined> {
  let isWaiting = false
  while (!stopping.aborted) {
    try {
      return await tools.openApp(options)
    } catch (error) {
      if (!isBeingRestored(error)) throw error
      if (!isWaiting) options.log.warn(WAITING_LINE)
      isWaiting = true
      await pause(LOOK_AGAIN_AFTER, undefined, { signal: stopping }).catch(() => undefined)
    }
  }
  return undefined
}

function isBeingRestored(error: unknown): boolean {
  if (!(error instanceof ExplainedError)) return false
  return error.failure.code === 'database-restoring' || error.failure.code === 'database-replaced'
}

/**
 * The first beat comes at once: what an earlier life left open is finished before the next minute. Ends when told to
 * stop, and when other content stands in the database: everything that is in memory goes out from what was there.
 */
async function beatUntilEnd(app: App, log: Log, stopping: AbortSignal): Promise<'stopped' | 'replaced'> {
  const { promise: ending, resolve: end } = Promise.withResolvers<'stopped' | 'replaced'>()
  const stop = (): void => end('stopped')
  if (stopping.aborted) stop()
  stopping.addEventListener('abort', stop)
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
  const watching = setInterval(() => {
    void app.storage.isReplaced().then(
      (isReplaced) => isReplaced && end('replaced'),
      () => undefined,
    )
  }, LOOK_AGAIN_AFTER)
  const how = await ending
  stopping.removeEventListener('abort', stop)
  clearInterval(watching)
  if (how === 'stopped') log.info(ENDING_LINE)
  await heartbeat.stop()
  return how
}

/** node-cron tells in English of ticks that it skipped; a late beat needs no telling, and a beat never fails. */
function cronLog(log: Log): Logger {
  const error = (given: string | Error): void => log.error(UNEXPECTED_ERROR, { error: String(given) })
  return { debug: silent, info: silent, warn: silent, error }
}

function silent(): void {
  // Nothing is said.
}
