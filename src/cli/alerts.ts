// The verb alerts: how often each alert of the file would have rung over the last week. Rings none, changes nothing.
import { Command } from 'commander'
import { type Block, textOfSpans } from '../core/message.ts'
import { NO_ALERT, rehearsalMessage } from '../locale/alert-list.ts'
import { VERB_DESCRIPTIONS } from '../locale/help.ts'
import { rehearseAlert } from '../services/rehearse-alert.ts'
import { configurationOption, databaseOption, DEFAULT_CONFIGURATION, nowOption } from './options.ts'
import { EXIT, type ExitStatus, write } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { lookingAtStorage, type StorageChoice } from './with-storage.ts'

export function alertsVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('alerts')
    .description(VERB_DESCRIPTIONS.alerts)
    .addOption(databaseOption())
    .addOption(configurationOption())
    .addOption(nowOption())
    .action(async (options: StorageChoice) => {
      const now = options.now ?? Date.now()
      const { alerts } = await tools.loadConfiguration(options.config ?? DEFAULT_CONFIGURATION)
      const told = await lookingAtStorage(tools, options, async (storage) => {
        const parts: string[] = []
        for (const alert of alerts) {
          const rehearsal = await rehearseAlert(storage, alert, now)
          const { blocks } = rehearsalMessage(alert, rehearsal, { now, zone: alert.zone })
          parts.push(blocks.flatMap(linesOf).join('\n'))
        }
        return parts
      })
      await write(tools.terminal.output, `${told.length === 0 ? NO_ALERT : told.join('\n\n')}\n`)
      exit(EXIT.allRead)
    })
}

/** A rehearsal is made of these alone. */
function linesOf(block: Block): readonly string[] {
  if (block.kind === 'heading') return [block.text]
  if (block.kind === 'list') return block.items.map((item) => `- ${textOfSpans(item)}`)
  return block.kind === 'paragraph' || block.kind === 'context' ? [textOfSpans(block.spans)] : []
}
