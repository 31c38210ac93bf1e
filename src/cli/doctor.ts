// The verb doctor: checks what the program leans on, and says how to mend what is wrong. Leaves nothing behind.
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Command } from 'commander'
import type { Configuration } from '../config/load.ts'
import { EXAMPLE_CONTACT } from '../config/values.ts'
import { type Instant, MINUTE } from '../core/calendar.ts'
import { spoken } from '../core/database-address.ts'
import { ExplainedError } from '../core/failures.ts'
import { isBad } from '../core/inspection.ts'
import * as say from '../locale/doctor.ts'
import { explain } from '../locale/failures.ts'
import { explainFinding } from '../locale/inspection.ts'
import { VERB_DESCRIPTIONS } from '../locale/help.ts'
import type { Storage } from '../ports.ts'
import { absentPlatforms } from './absent-platforms.ts'
import { examineAlerts, knownAlerts } from './doctor-alerts.ts'
import { examineDoor } from './doctor-door.ts'
import { examineInstallations } from './doctor-installations.ts'
import {
  examineBackups,
  examineCondition,
  examineDrafts,
  examineFeeds,
  examineRights,
} from './examine-database.ts'
import { configurationOption, databaseOption, nowOption } from './options.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { bad, good, type Verdict, warning } from './verdict.ts'
import { isMissing, lookInto } from './with-storage.ts'

/** A clock that is put right by so little loses no edition. */
const CLOCK_TOLERANCE = 5 * MINUTE

interface DoctorOptions {
  readonly config: string
  readonly database?: string
  readonly now?: Instant
}

export function doctorVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('doctor')
    .description(VERB_DESCRIPTIONS.doctor)
    .addOption(configurationOption())
    .addOption(databaseOption())
    .addOption(nowOption())
    .action(async (options: DoctorOptions) => {
      const findings = await examine(tools, options)
      for (const { kind, line } of findings)
        await write(tools.terminal.output, `${say.MARKS[kind]} ${line}\n`)
      exit(findings.some(({ kind }) => kind === 'bad') ? EXIT.failed : EXIT.allRead)
    })
}

async function examine(tools: Toolbox, options: DoctorOptions): Promise<readonly Verdict[]> {
  const now = options.now ?? Date.now()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const machine = [good(say.nodeLine(process.versions.node)), good(say.clockLine(now, zone))]
  const configuration = await readConfiguration(tools, options.config)
  if ('mistakes' in configuration) {
    const database = options.database === undefined ? [] : await examineDatabase(tools, options.database, now)
    return [...machine, ...configuration.mistakes, ...database]
  }
  const database = options.database ?? configuration.database
  return [
    ...machine,
    ...examineConfiguration(options.config, configuration),
    ...examineRights(options.config),
    ...absentPlatforms(configuration).map(({ name, variable, channels }) =>
      bad(say.tokenLine(name, variable, channels)),
    ),
    examineArchive(configuration.archive),
    await examineBackups(tools, configuration, now),
    ...(await examineDatabase(tools, database, now)),
    ...(await examinePlatforms(tools, configuration, database, now)),
    ...(await examineDoor(tools, configuration, database, now)),
    ...(await examineInstallations(tools, configuration, database, now)),
  ]
}

/** The configuration, or what is wrong with it, a finding a mistake. */
async function readConfiguration(
  tools: Toolbox,
  path: string,
): Promise<Configuration | { readonly mistakes: readonly Verdict[] }> {
  try {
    return await tools.loadConfiguration(path)
  } catch (error) {
    return { mistakes: explained(error).split('\n').map(bad) }
  }
}

function examineConfiguration(path: string, configuration: Configuration): readonly Verdict[] {
  return [
    good(say.configurationLine(path, configuration)),
    ...(configuration.contact === EXAMPLE_CONTACT ? [warning(say.exampleContactLine(EXAMPLE_CONTACT))] : []),
    ...(configuration.feeds.length === 0 ? [warning(say.NO_FEED)] : []),
    ...(configuration.digests.length === 0 ? [warning(say.NO_DIGEST)] : []),
  ]
}

/** Writes for real where the archive is or will be: rights alone do not tell of a full or read-only disk. */
function examineArchive(folder: string): Verdict {
  let existing = resolve(folder)
  while (!existsSync(existing)) existing = dirname(existing)
  const probe = join(existing, `.pressoir-${process.pid}`)
  try {
    if (!statSync(existing).isDirectory()) return bad(say.archiveUnwritableLine(folder))
    writeFileSync(probe, 'essai')
    rmSync(probe)
    return good(say.archiveLine(folder))
  } catch {
    return bad(say.archiveUnwritableLine(folder))
  }
}

/** Counts what is there, unless the program would have to change it first: that is left to `run`, which saves it before. */
async function examineDatabase(tools: Toolbox, url: string, now: Instant): Promise<readonly Verdict[]> {
  if (isMissing(url)) return [missingDatabase(url)]
  try {
    const condition = await tools.inspectDatabase(url)
    const verdicts = examineCondition(condition)
    const isReadable = condition.kind === 'server' || condition.isWhole
    if (!isReadable || condition.missingMigrations.length > 0) return verdicts
    const storage = await tools.openStorage(url, { now: () => now })
    try {
      const lastBeatAt = await storage.lastBeat()
      const isClockBehind = lastBeatAt !== undefined && lastBeatAt - now > CLOCK_TOLERANCE
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
      return [
        good(say.databaseLine(spoken(url), await storage.articles.count())),
        ...verdicts,
        ...(await examineFeeds(storage, { now, zone })),
        ...(await examineDrafts(storage, { now, zone })),
        ...(isClockBehind ? [bad(say.clockBehindLine(lastBeatAt, now, zone))] : []),
      ]
    } finally {
      await storage.close()
    }
  } catch (error) {
    return [bad(explained(error))]
  }
}

/** Asks each platform that has its tokens, about every channel that a digest or an alert goes to. */
async function examinePlatforms(
  tools: Toolbox,
  configuration: Configuration,
  database: string,
  now: Instant,
): Promise<readonly Verdict[]> {
  const channels = [
    ...configuration.digests.flatMap((digest) => digest.channels),
    ...configuration.alerts.map(({ channel }) => channel),
    ...(await lookInto(tools, database, now, [], channelsOfChat)),
  ]
  const findings = await tools.inspectPlatforms(configuration, [...new Set(channels)])
  const { alerts: declared } = configuration
  const onlyDeclared = { running: declared, suspendedCount: 0, refusedChannels: new Set<string>() }
  const alerts = await lookInto(tools, database, now, onlyDeclared, (storage) =>
    knownAlerts(storage, declared),
  )
  return [
    ...findings.map((finding) => (isBad(finding) ? bad : good)(explainFinding(finding))),
    ...examineAlerts(alerts, findings),
  ]
}

async function channelsOfChat({ digests, alerts }: Storage): Promise<readonly string[]> {
  const ofDigests = (await digests.list()).flatMap(({ channels }) => channels)
  return [...ofDigests, ...(await alerts.list()).map(({ channel }) => channel)]
}

/** A database to come needs its folder. */
function missingDatabase(url: string): Verdict {
  const folder = dirname(resolve(url.replace(/^sqlite:(\/\/)?/i, '')))
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
  return isFolder
    ? good(say.databaseToComeLine(url))
    : bad(explain({ code: 'database-unopenable', path: url }))
}

function explained(error: unknown): string {
  if (!(error instanceof ExplainedError)) throw error
  return explain(error.failure)
}
