// The reader of the web, under our own name and with whom to write to. Asks for nothing itself.
import type { AppOptions } from './cli/toolbox.ts'
import { createFeedReader } from './feeds/feed-reader.ts'
import type { FeedReader } from './ports.ts'
import { VERSION } from './version.ts'

export function openReader({
  configuration,
  clock,
  routes,
  timeouts,
}: Pick<AppOptions, 'configuration' | 'clock' | 'routes' | 'timeouts'>): FeedReader {
  return createFeedReader({
    userAgent: `Pressoir/${VERSION} (+${configuration.contact})`,
    now: clock.now,
    ...(routes === undefined ? {} : { routes }),
    ...timeouts,
  })
}
