// The verb health: is the program alive, and how are its feeds. Made for a container's health check.
import { Command } from 'commander'
import { MINUTE, type Zone } from '../core/calendar.ts'
import { articleCountLine, feedLines, healthLine } from '../locale/command-line.ts'
import { configurationOption, databaseOption, nowOption } from './options.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { withStorage, type StorageChoice } from './with-storage.ts'

/** A beat comes every minute and waits for slow feeds at most one: beyond five the program is stuck. */
const BEAT_IS_LATE_AFTER = 5 * MINUTE

const ZONE: Zone = 'Europe/Paris'

export function healthVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('health')
    .description('dit si le robot bat et comment vont les flux')
    .addOption(configurationOption())
    .addOption(databaseOption())
    .addOption(nowOption())
    .action(async (options: StorageChoice) => {
      const now = options.now ?? Date.now()
      await withStorage(tools, options, async (storage) => {
        const lastBeatAt = await storage.lastBeat()
        const states = new Map((await storage.feeds.states()).map((state) => [state.feedId, state]))
        const feeds = (await storage.feeds.list()).flatMap((feed) => {
          const state = states.get(feed.id)
          return state === undefined || feed.origin === 'import' ? [] : [{ feed, state }]
        })
        const lines = [
          healthLine(lastBeatAt, now, ZONE),
          ...feedLines(feeds, now, ZONE),
          articleCountLine(await storage.articles.count()),
        ]
        await write(tools.terminal.output, `${lines.join('\n')}\n`)
        exit(lastBeatAt !== undefined && now - lastBeatAt <= BEAT_IS_LATE_AFTER ? EXIT.allRead : EXIT.failed)
      })
    })
}
