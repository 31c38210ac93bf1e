// The verb export: everything that is kept, in open files, even while the bot runs. Decides nothing about what is in them.
import { Command } from 'commander'
import type { Instant } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import { EXPORT_LABEL, exportedLine } from '../locale/export.ts'
import { ARGUMENT_DESCRIPTIONS, OPTION_DESCRIPTIONS, VERB_DESCRIPTIONS } from '../locale/help.ts'
import { writeExport } from '../services/write-export.ts'
import { writeWholeFolder } from './export-folder.ts'
import { noteCommand } from './operator.ts'
import { configurationOption, databaseOption, nowOption } from './options.ts'
import { lazyProgress } from './progress.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { databaseUrl, isMissing, type StorageChoice, withStorage } from './with-storage.ts'

interface ExportOptions extends StorageChoice {
  readonly workspace?: string
  readonly force?: true
}

export function exportVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('export')
    .description(VERB_DESCRIPTIONS.export)
    .argument('<dossier>', ARGUMENT_DESCRIPTIONS.exportFolder)
    .option('--workspace <espace>', OPTION_DESCRIPTIONS.exportWorkspace)
    .option('--force', OPTION_DESCRIPTIONS.forceExport)
    .addOption(databaseOption())
    .addOption(configurationOption())
    .addOption(nowOption())
    .action(async (folder: string, options: ExportOptions) => {
      await write(tools.terminal.output, `${await makeExport(tools, folder, options)}\n`)
      exit(EXIT.allRead)
    })
}

/** Gives the line that tells of it. */
async function makeExport(tools: Toolbox, folder: string, options: ExportOptions): Promise<string> {
  const { workspace: workspaceId, force = false } = options
  const now: Instant = options.now ?? Date.now()
  const path = await databaseUrl(tools, options)
  if (isMissing(path)) throw new ExplainedError({ code: 'file-missing', path })
  const outlines = await tools.openOutlines()
  const bar = lazyProgress(tools.terminal.errors, EXPORT_LABEL)
  const request = { workspaceId, now, version: tools.version, onProgress: bar.moveTo }
  return withStorage(tools, options, async (storage) => {
    const manifest = await writeWholeFolder(folder, { mayReplace: force }, (target) =>
      writeExport({ storage, outlines, target }, request),
    ).finally(bar.close)
    await noteCommand(
      storage,
      { kind: 'exported', what: 'data', file: folder, ...(workspaceId !== undefined && { workspaceId }) },
      now,
    )
    return exportedLine(folder, manifest)
  })
}
