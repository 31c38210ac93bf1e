// The verb digest: one digest, now. With --dry-run it is shown and nothing is posted or written.
import { Command } from 'commander'
import type { Configuration } from '../config/load.ts'
import type { Digest } from '../core/digest.ts'
import { ExplainedError } from '../core/failures.ts'
import { editionMessage, partCount } from '../locale/digest.ts'
import {
  alreadyMade,
  archivedLine,
  keptQuiet,
  unarchivedLine,
  undeliveredLine,
} from '../locale/command-line.ts'
import { ARGUMENT_DESCRIPTIONS, OPTION_DESCRIPTIONS, VERB_DESCRIPTIONS } from '../locale/help.ts'
import { createCompositions } from '../services/compositions.ts'
import { makeEdition, showEdition } from '../services/make-edition.ts'
import { configurationOption, databaseOption, nowOption } from './options.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { App, Toolbox } from './toolbox.ts'
import { lookingAtStorage } from './with-storage.ts'

interface DigestOptions {
  readonly config: string
  readonly database?: string
  readonly now?: number
  readonly dryRun?: true
}

export function digestVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('digest')
    .description(VERB_DESCRIPTIONS.digest)
    .argument('<nom>', ARGUMENT_DESCRIPTIONS.digestName)
    .option('--dry-run', OPTION_DESCRIPTIONS.dryRun)
    .addOption(configurationOption())
    .addOption(databaseOption())
    .addOption(nowOption())
    .action(async (name: string, options: DigestOptions) => {
      const read = await tools.loadConfiguration(options.config)
      const configuration = { ...read, database: options.database ?? read.database }
      const digest = configuration.digests.find((candidate) => candidate.name === name)
      if (digest === undefined) {
        const known = configuration.digests.map((declared) => declared.name)
        throw new ExplainedError({ code: 'digest-unknown', name, known })
      }
      exit(
        await (options.dryRun === true ? showDigest : publishDigest)(
          tools,
          configuration,
          digest,
          options.now,
        ),
      )
    })
}

async function showDigest(
  tools: Toolbox,
  { database }: Configuration,
  digest: Digest,
  now = Date.now(),
): Promise<ExitStatus> {
  await lookingAtStorage(tools, { database, now }, async (storage) => {
    const moment = { slotAt: now, now, compositions: createCompositions() }
    const edition = await showEdition(storage, await makeEdition(storage, digest, moment))
    for (let part = 0; part < partCount(edition); part++) {
      await write(tools.terminal.output, await tools.renderMessage(editionMessage(edition, part)))
    }
  })
  return EXIT.allRead
}

async function publishDigest(
  tools: Toolbox,
  configuration: Configuration,
  digest: Digest,
  now?: number,
): Promise<ExitStatus> {
  const clock = { now: () => now ?? Date.now() }
  const app = await tools.openApp({ configuration, clock, log: tools.createLog() })
  try {
    const { lines, status } = await publishAndTell(app, configuration, digest)
    for (const line of lines) await write(tools.terminal.errors, `${line}\n`)
    return status
  } finally {
    await app.close()
  }
}

interface Told {
  readonly lines: readonly string[]
  readonly status: ExitStatus
}

/** The edition itself goes to its channels; what became of it is told apart. */
async function publishAndTell(app: App, { archive }: Configuration, digest: Digest): Promise<Told> {
  const edition = await app.publishNow(digest)
  if (edition === undefined) return { lines: [alreadyMade(digest.name)], status: EXIT.allRead }
  const deliveries = await app.storage.editions.deliveriesOf(edition.id)
  const open = deliveries.filter(({ state }) => state !== 'posted').map(({ channel }) => channel)
  const isArchived = (await app.storage.editions.unarchived()).every((id) => id !== edition.id)
  return {
    lines: [
      ...(deliveries.length === 0 ? [keptQuiet(digest.name)] : []),
      isArchived ? archivedLine(edition, archive) : unarchivedLine(archive),
      ...(open.length === 0 ? [] : [undeliveredLine([...new Set(open)])]),
    ],
    status: isArchived && open.length === 0 ? EXIT.allRead : EXIT.failed,
  }
}
