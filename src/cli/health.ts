// The verb health: is the program alive, and how are its feeds. Made for a container's health check.
import { Command } from 'commander'
import { pulseOf } from '../core/pulse.ts'
import { articleCountLine, feedLines, healthLine } from '../locale/command-line.ts'
import { VERB_DESCRIPTIONS } from '../locale/help.ts'
import { followedFeeds } from './followed-feeds.ts'
import { configurationOption, databaseOption, nowOption } from './options.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { lookingAtStorage, type StorageChoice, zoneOf } from './with-storage.ts'

export function healthVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('health')
    .description(VERB_DESCRIPTIONS.health)
    .addOption(configurationOption())
    .addOption(databaseOption())
    .addOption(nowOption())
    .action(async (options: StorageChoice) => {
      const now = options.now ?? Date.now()
      await lookingAtStorage(tools, options, async (storage) => {
        const pulse = pulseOf(await storage.lastBeat(), now)
        const zone = await zoneOf(tools, options)
        const lines = [
          healthLine(pulse, now, zone),
          ...feedLines(await followedFeeds(storage), now, zone),
          articleCountLine(await storage.articles.count()),
        ]
        await write(tools.terminal.output, `${lines.join('\n')}\n`)
        exit(pulse.kind === 'alive' ? EXIT.allRead : EXIT.failed)
      })
    })
}
