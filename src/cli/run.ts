// The verb run: the bot itself, until SIGTERM.
import { setTimeout as pause } from 'node:timers/promises'
import { Command } from 'commander'
import { type Logger, schedule } from 'node-cron'
import type { Configuration } from '../config/load.ts'
import { ExplainedError } from '../core/failures.ts'
import { isSpeaking, type Role } from '../core/task.ts'
import { REOPENING_LINE, WAITING_LINE } from '../locale/backup.ts'
import { beganLine, ENDED_LINE, ENDING_LINE } from '../locale/command-line.ts'
import { leftOutLine, tokenLine } from '../locale/doctor.ts'
import { VERB_DESCRIPTIONS } from '../locale/help.ts'
import { UNEXPECTED_ERROR } from '../locale/log.ts'
import type { Log } from '../ports.ts'
import { absentPlatforms, platformsWithoutToken } from './absent-platforms.ts'
import { configurationOption, databaseOption, roleOption } from './options.ts'
import { EXIT, type ExitStatus } from './terminal.ts'
import { listenForStop } from './stop-signals.ts'
import type { App, AppOptions, Monitor, Toolbox } from './toolbox.ts'

/** Once a minute; the database says what is due, so a lost tick is made up for by the next one. ADR 0007. */
const HEARTBEAT = '* * * * *'

/** Whether a backup was restored into the database is asked this often, in milliseconds: one number is read. */
const LOOK_AGAIN_AFTER = 2_000

interface RunOptions {
  readonly config: string
  readonly database?: string
  readonly role?: Role
}

export function runVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('run')
    .description(VERB_DESCRIPTIONS.run)
    .addOption(configurationOption())
    .addOption(databaseOption())
    .addOption(roleOption())
    .action(async ({ config, database, role }: RunOptions) => {
      const loaded = await tools.loadConfiguration(config)
      const configuration = { ...loaded, database: database ?? loaded.database }
      const log = tools.createLog()
      const stop = listenForStop(log, process)
      const monitor = await tools.openMonitor({ configuration, log })
      stop.signal.addEventListener('abort', () => monitor.tell('draining'))
      try {
        await live(tools, { configuration, ...(role !== undefined && { role }) }, monitor, stop.signal)
        monitor.log.info(ENDED_LINE)
        exit(EXIT.allRead)
      } finally {
        await monitor.close()
        stop.release()
      }
    })
}

/** One life after the other: the database may be replaced under way. */
async function live(
  tools: Toolbox,
  { configuration, role }: Pick<AppOptions, 'configuration' | 'role'>,
  monitor: Monitor,
  stopping: AbortSignal,
): Promise<void> {
  const { log, meter } = monitor
  const options = {
    configuration,
    ...(role !== undefined && { role }),
    clock: { now: () => Date.now() },
    log,
    meter,
  }
  let app = await openWhenRestored(tools, options, monitor, stopping)
  if (app !== undefined) tellStart(configuration, role, log)
  while (app !== undefined) {
    monitor.attend(app)
    const end = await beatUntilEnd(app, monitor, stopping)
    monitor.tell('restoring')
    await app.close()
    if (end === 'stopped') return
    log.warn(REOPENING_LINE)
    app = await openWhenRestored(tools, options, monitor, stopping)
  }
}

function tellStart(configuration: Configuration, role: Role = 'all', log: Log): void {
  // Whoever only reads has no token, and needs none.
  if (isSpeaking(role)) {
    for (const { name, variable, channels } of absentPlatforms(configuration))
      log.warn(tokenLine(name, variable, channels))
    for (const { name, variable } of platformsWithoutToken(configuration))
      log.info(leftOutLine(name, variable))
  }
  log.info(beganLine(configuration))
}

/** While a backup is being put into the database, it is waited for; undefined when told to stop meanwhile. */
async function openWhenRestored(
  tools: Toolbox,
  options: AppOptions,
  monitor: Monitor,
  stopping: AbortSignal,
): Promise<App | undefined> {
  let isWaiting = false
  while (!stopping.aborted) {
    monitor.tell(isWaiting ? 'restoring' : 'starting')
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
async function beatUntilEnd(
  app: App,
  monitor: Monitor,
  stopping: AbortSignal,
): Promise<'stopped' | 'replaced'> {
  const { promise: ending, resolve: end } = Promise.withResolvers<'stopped' | 'replaced'>()
  const stop = (): void => end('stopped')
  if (stopping.aborted) stop()
  stopping.addEventListener('abort', stop)
  const beat = async (): Promise<void> => {
    await app.beat()
    monitor.noteBeat()
  }
  let beating = beat()
  const heartbeat = schedule(
    HEARTBEAT,
    () => {
      // A beat that lasts longer than a minute is not overtaken by the next one.
      beating = beating.then(beat)
      return beating
    },
    { noOverlap: true, logger: cronLog(monitor.log) },
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
  if (how === 'stopped') monitor.log.info(ENDING_LINE)
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
