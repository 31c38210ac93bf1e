// What came of asking one address for its feed, as far as people are told. Asks nobody.
import type { Instant } from './calendar.ts'
import type { Failure } from './failures.ts'
import type { FeedWarning } from './feed.ts'

export type FeedFinding =
  | {
      readonly kind: 'answers'
      readonly itemCount: number
      /** Of its newest article; undefined without any date. */
      readonly newestAt?: Instant | undefined
      /** Where a permanent redirect led. */
      readonly movedTo?: string | undefined
      readonly isSlow: boolean
      readonly warnings: readonly FeedWarning[]
    }
  | { readonly kind: 'failed'; readonly failure: Failure }
