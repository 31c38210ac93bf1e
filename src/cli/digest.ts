// The verb digest: one digest, now. With --dry-run it is shown and nothing is posted or written.
import { Command } from 'commander'
import type { Digest } from '../core/digest.ts'
import { ExplainedError } from '../core/failures.ts'
import { editionMessage, partCount } from '../locale/digest.ts'
import { alreadyMade } from '../locale/command-line.ts'
import { makeEdition, showEdition } from '../services/make-edition.ts'
import { configurationOption, databaseOption, nowOption } from './options.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { withStorage } from './with-storage.ts'

interface DigestOptions {
  readonly config: string
  readonly database?: string
  readonly now?: number
  readonly dryRun?: true
}

export function digestVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('digest')
    .description('fait une édition d’une revue maintenant')
    .argument('<nom>', 'nom de la revue dans la configuration')
    .option('--dry-run', 'montre l’édition sans rien publier')
    .addOption(configurationOption())
    .addOption(databaseOption())
    .addOption(nowOption())
    .action(async (name: string, options: DigestOptions) => {
      const configuration = tools.loadConfiguration(options.config)
      const digest = configuration.digests.find((candidate) => candidate.name === name)
      if (digest === undefined) {
        throw new ExplainedError({ code: 'digest-unknown', name, known: configuration.digests.map((known) => known.name) })
      }
      await (options.dryRun === true ? showDigest(tools, digest, options) : publishDigest(tools, digest, options))
      exit(EXIT.allRead)
    })
}

async function showDigest(tools: Toolbox, digest: Digest, options: DigestOptions): Promise<void> {
  await withStorage(tools, options, async (storage) => {
    const now = options.now ?? Date.now()
    const edition = await showEdition(storage, await makeEdition(storage, digest, now, now))
    for (let part = 0; part < partCount(edition); part++) {
      await write(tools.terminal.output, tools.renderMessage(editionMessage(edition, part)))
    }
  })
}

async function publishDigest(tools: Toolbox, digest: Digest, options: DigestOptions): Promise<void> {
  const configuration = tools.loadConfiguration(options.config)
  const app = await tools.openApp({
    configuration: { ...configuration, database: options.database ?? configuration.database },
    clock: { now: () => options.now ?? Date.now() },
    log: tools.createLog(),
  })
  try {
    const edition = await app.publishNow(digest)
    if (edition === undefined) await write(tools.terminal.errors, `${alreadyMade(digest.name)}\n`)
  } finally {
    await app.close()
  }
}
