// The verb doctor: checks what the program leans on, and says how to mend what is wrong.
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Command } from 'commander'
import type { Configuration } from '../config/load.ts'
import { ExplainedError } from '../core/failures.ts'
import * as say from '../locale/doctor.ts'
import { explain } from '../locale/failures.ts'
import { configurationOption, databaseOption } from './options.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'

interface DoctorOptions {
  readonly config: string
  readonly database?: string
}

/** What one check found; a warning does not make the verb fail. */
export type Finding = { readonly kind: 'good' | 'warning' | 'bad'; readonly line: string }

export function doctorVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('doctor')
    .description('vérifie la configuration, la base, les jetons et l’horloge')
    .addOption(configurationOption())
    .addOption(databaseOption())
    .action(async (options: DoctorOptions) => {
      const findings = await examine(tools, options)
      for (const { kind, line } of findings) await write(tools.terminal.output, `${say.MARKS[kind]} ${line}\n`)
      exit(findings.some(({ kind }) => kind === 'bad') ? EXIT.failed : EXIT.allRead)
    })
}

async function examine(tools: Toolbox, options: DoctorOptions): Promise<readonly Finding[]> {
  const node: Finding = { kind: 'good', line: say.nodeLine(process.versions.node) }
  const clock: Finding = { kind: 'good', line: say.clockLine(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone) }
  const read = readConfiguration(tools, options.config)
  if (read.kind === 'bad') return [node, clock, read]
  const { configuration } = read
  return [
    node,
    clock,
    { kind: 'good', line: say.configurationLine(options.config, configuration) },
    ...absentPlatforms(configuration),
    archiveFinding(configuration.archive),
    await databaseFinding(tools, options.database ?? configuration.database),
  ]
}

function readConfiguration(
  tools: Toolbox,
  path: string,
): { readonly kind: 'read'; readonly configuration: Configuration } | (Finding & { readonly kind: 'bad' }) {
  try {
    return { kind: 'read', configuration: tools.loadConfiguration(path) }
  } catch (error) {
    return bad(error)
  }
}

/** A platform without its tokens is left out: the digests that need it must know. */
function absentPlatforms(configuration: Configuration): readonly Finding[] {
  const wanted = configuration.digests.flatMap(({ channels }) => channels)
  const { slackBot, discord } = configuration.tokens
  return [
    ...(wanted.some((channel) => channel.startsWith('slack:')) && slackBot === undefined
      ? [{ kind: 'bad' as const, line: say.tokenLine('Slack', 'SLACK_BOT_TOKEN') }]
      : []),
    ...(wanted.some((channel) => channel.startsWith('discord:')) && discord === undefined
      ? [{ kind: 'bad' as const, line: say.tokenLine('Discord', 'DISCORD_TOKEN') }]
      : []),
  ]
}

function archiveFinding(folder: string): Finding {
  let existing = resolve(folder)
  while (!existsSync(existing)) existing = dirname(existing)
  try {
    accessSync(existing, constants.W_OK)
    return { kind: 'good', line: say.archiveLine(folder) }
  } catch {
    return { kind: 'bad', line: explain({ code: 'file-unwritable', path: folder }) }
  }
}

/** Opens the database as `run` would, migrations included, and counts what is there. */
async function databaseFinding(tools: Toolbox, url: string): Promise<Finding> {
  try {
    const storage = await tools.openStorage(url, { now: () => Date.now() })
    try {
      return { kind: 'good', line: say.databaseLine(url, await storage.articles.count()) }
    } finally {
      await storage.close()
    }
  } catch (error) {
    return bad(error)
  }
}

function bad(error: unknown): Finding & { readonly kind: 'bad' } {
  if (!(error instanceof ExplainedError)) throw error
  return { kind: 'bad', line: explain(error.failure) }
}
