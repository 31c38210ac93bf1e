// The verb retain: gives up the texts of old articles now, or only says which would go.
import { setTimeout as rest } from 'node:timers/promises'
import { Command } from 'commander'
import type { Retention } from '../core/retention.ts'
import { OPTION_DESCRIPTIONS, VERB_DESCRIPTIONS } from '../locale/help.ts'
import { RETAIN_LABEL, retainedLine, retentionPlanLines } from '../locale/retention.ts'
import { planRetention, retain } from '../services/retain.ts'
import {
  configurationOption,
  databaseOption,
  DEFAULT_CONFIGURATION,
  nowOption,
  positiveInteger,
} from './options.ts'
import { noteCommand } from './operator.ts'
import { openProgress } from './progress.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { lookingAtStorage, type StorageChoice, withStorage } from './with-storage.ts'

interface RetainOptions extends StorageChoice {
  readonly days?: number
  readonly dryRun?: boolean
}

export function retainVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('retain')
    .description(VERB_DESCRIPTIONS.retain)
    .option('--days <nombre>', OPTION_DESCRIPTIONS.retainDays, positiveInteger)
    .option('--dry-run', OPTION_DESCRIPTIONS.retainDryRun)
    .addOption(databaseOption())
    .addOption(configurationOption())
    .addOption(nowOption())
    .action(async (options: RetainOptions) => {
      const now = options.now ?? Date.now()
      const retention = await retentionOf(tools, options)
      const plan = await lookingAtStorage(tools, options, (storage) => planRetention(storage, retention, now))
      if (options.dryRun === true) {
        await write(tools.terminal.output, `${retentionPlanLines(plan, retention).join('\n')}\n`)
        exit(EXIT.allRead)
        return
      }
      const bar = openProgress(tools.terminal.errors, RETAIN_LABEL, plan.byAge.articles)
      const done = await withStorage(tools, options, async (storage) => {
        const thinned = await retain({
          storage,
          retention,
          now,
          signal: new AbortController().signal,
          rest,
          onProgress: bar.moveTo,
        })
        if (thinned > 0) await noteCommand(storage, { kind: 'thinned', articles: thinned }, now)
        return thinned
      }).finally(bar.close)
      await write(tools.terminal.output, `${retainedLine(done)}\n`)
      exit(EXIT.allRead)
    })
}

/** The option, else the configuration, else for ever. */
async function retentionOf(tools: Toolbox, { days, config }: RetainOptions): Promise<Retention> {
  if (days !== undefined) return { days, bytes: undefined }
  const { retention } = await tools.loadConfiguration(config ?? DEFAULT_CONFIGURATION)
  return retention ?? { days: undefined, bytes: undefined }
}
