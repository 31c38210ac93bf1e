// The verbs backup and restore: a copy of the database in one file, and the way back. Work while the bot runs.
import { Command } from 'commander'
import type { BackupReport } from '../core/backup.ts'
import type { Instant } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import { backedUpLine, BACKUP_LABEL, RESTORE_LABEL, restoredLines } from '../locale/backup.ts'
import { ARGUMENT_DESCRIPTIONS, OPTION_DESCRIPTIONS, VERB_DESCRIPTIONS } from '../locale/help.ts'
import { makeAgainFindable } from '../services/keep-articles.ts'
import { noteCommand } from './operator.ts'
import { configurationOption, databaseOption, nowOption, positiveInteger } from './options.ts'
import { type LazyProgress, lazyProgress } from './progress.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { databaseUrl, lookInto, type StorageChoice, withStorage, zoneOf } from './with-storage.ts'

interface BackupOptions extends StorageChoice {
  readonly toFolder?: string
  readonly keep?: number
}

export function backupVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('backup')
    .description(VERB_DESCRIPTIONS.backup)
    .argument('[fichier]', ARGUMENT_DESCRIPTIONS.backupTarget)
    .option('--to-folder <dossier>', OPTION_DESCRIPTIONS.toFolder)
    .option('--keep <nombre>', OPTION_DESCRIPTIONS.keepBackups, positiveInteger)
    .addOption(databaseOption())
    .addOption(configurationOption())
    .addOption(nowOption())
    .action(async (file: string | undefined, options: BackupOptions) => {
      const bar = lazyProgress(tools.terminal.errors, BACKUP_LABEL)
      const report = await makeBackup(tools, file, options, bar).finally(bar.close)
      await write(tools.terminal.output, `${backedUpLine(report)}\n`)
      const now = options.now ?? Date.now()
      // Not where noting it would change the tables of an older version.
      await lookInto(tools, await databaseUrl(tools, options), now, undefined, (storage) =>
        noteCommand(storage, { kind: 'backed-up', file: report.path }, now),
      )
      exit(EXIT.allRead)
    })
}

async function makeBackup(
  tools: Toolbox,
  file: string | undefined,
  options: BackupOptions,
  { moveTo: onProgress }: LazyProgress,
): Promise<BackupReport> {
  const { toFolder: folder, keep, now = Date.now() } = options
  const work = { now, onProgress }
  const database = await databaseUrl(tools, options)
  if (file !== undefined && folder === undefined) return tools.backUp(database, file, work)
  if (file === undefined && folder !== undefined)
    return tools.backUpToFolder(database, folder, { ...work, keep })
  throw new ExplainedError({ code: 'backup-target' })
}

export function restoreVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('restore')
    .description(VERB_DESCRIPTIONS.restore)
    .argument('<fichier>', ARGUMENT_DESCRIPTIONS.backupFile)
    .addOption(databaseOption())
    .addOption(configurationOption())
    .addOption(nowOption())
    .action(async (file: string, options: StorageChoice) => {
      const now: Instant = options.now ?? Date.now()
      const bar = lazyProgress(tools.terminal.errors, RESTORE_LABEL)
      const report = await tools
        .restoreBackup(file, await databaseUrl(tools, options), {
          now,
          makeFindable: makeAgainFindable,
          onProgress: bar.moveTo,
        })
        .finally(bar.close)
      await withStorage(tools, options, (storage) =>
        noteCommand(storage, { kind: 'restored', file, madeAt: report.manifest.madeAt }, now),
      )
      const lines = restoredLines(report, await zoneOf(tools, options))
      await write(tools.terminal.output, `${lines.join('\n')}\n`)
      exit(EXIT.allRead)
    })
}
