// The composition root of the bot: knows every implementation; `toolbox.ts` knows those of the other verbs. Holds no rule of its own.
import { PLATFORMS } from './chat/platforms.ts'
import type { Terminal } from './cli/terminal.ts'
import type { App, AppOptions } from './cli/toolbox.ts'
import type { Configuration } from './config/load.ts'
import { createStoryShelf } from './core/story-shelf.ts'
import { createFeedReader } from './feeds/feed-reader.ts'
import type { ChatPlatform, Clock, FeedReader, Storage } from './ports.ts'
import type { WriteArchive } from './services/archive.ts'
import type { Platforms } from './services/deliver.ts'
import { reconcileFeeds } from './services/administer.ts'
import { createHeart } from './services/heart.ts'
import { ingestDueFeeds } from './services/ingest.ts'
import { publishDue, publishNow } from './services/publish.ts'
import { replyBlocks } from './services/reply.ts'
import { writeArchive } from './storage/archive.ts'
import { openStorage } from './storage/open.ts'
import { VERSION } from './version.ts'

/** The whole program, connected, its feeds reconciled with the configuration, and quiet until its first beat. */
export async function openApp(options: AppOptions, terminal: Terminal): Promise<App> {
  const { configuration, clock } = options
  const storage = await openStorage(configuration.database, clock)
  try {
    await reconcileFeeds({ storage, clock }, configuration.feeds)
    const platforms = new Map([['console', consoleOf(configuration, terminal, clock)]])
    for (const platform of platforms.values())
      await platform.start(({ text }) => replyBlocks(storage, text, clock.now()))
    return appOf(options, storage, platforms)
  } catch (error) {
    await storage.close()
    throw error
  }
}

function appOf(options: AppOptions, storage: Storage, platforms: Platforms): App {
  const { configuration, clock, log } = options
  const { archive, digests, zone } = configuration
  const closing = new AbortController()
  const writeFiles: WriteArchive = (files) => writeArchive(archive, files)
  const { signal } = closing
  const publishing = { storage, platforms, writeArchive: writeFiles, clock, log, signal }
  const reader = readerOf(options)
  const tools = { ...publishing, reader, shelf: createStoryShelf(), zone }
  const heart = createHeart(tools, { digests, ...patienceOf(options) })
  return {
    storage,
    ingest: (onReport) => ingestDueFeeds(tools, onReport),
    publish: () => publishDue(publishing, digests),
    publishNow: (digest) => publishNow(publishing, digest),
    beat: heart.beat,
    close: async () => {
      closing.abort()
      await reader.close()
      await heart.rest()
      for (const platform of platforms.values()) await platform.stop()
      await storage.close()
    },
  }
}

function readerOf({ configuration, clock, routes, timeouts }: AppOptions): FeedReader {
  return createFeedReader({
    userAgent: `Pressoir/${VERSION} (+${configuration.contact})`,
    now: clock.now,
    ...(routes === undefined ? {} : { routes }),
    ...timeouts,
  })
}

function patienceOf({ patienceSeconds }: AppOptions): { readonly patienceSeconds?: number } {
  return patienceSeconds === undefined ? {} : { patienceSeconds }
}

/** The console's channel is a transcript beside the database; the terminal shows what is written there. ADR 0003. */
function consoleOf(configuration: Configuration, terminal: Terminal, clock: Clock): ChatPlatform {
  return PLATFORMS.console({
    transcript: `${configuration.database.replace(/\.sqlite$/, '')}.console.jsonl`,
    write: (text) => void terminal.output.write(text),
    isColour: terminal.output.isTTY === true,
    now: clock.now,
  })
}
