// The reader of the web, under our own name and with whom to write to. Asks for nothing itself.
import type { AppOptions } from './cli/toolbox.ts'
import { createFeedReader } from './feeds/feed-reader.ts'
import type { HttpClientOptions } from './feeds/http-client.ts'
import type { FeedReader } from './ports.ts'
import { VERSION } from './version.ts'

type Visitor = Pick<AppOptions, 'configuration' | 'clock' | 'routes' | 'timeouts'>

/** How we show ourselves on the web, and how long we wait there. */
export function visitorOf({ configuration, clock, routes, timeouts }: Visitor): HttpClientOptions {
  return {
    userAgent: `Pressoir/${VERSION} (+${configuration.contact})`,
    now: clock.now,
    ...(routes === undefined ? {} : { routes }),
    ...timeouts,
  }
}

export function openReader(visitor: Visitor): FeedReader {
  return createFeedReader(visitorOf(visitor))
}
