// What every database promises: the whole contract of `Storage`, run once per dialect.
import { afterEach, beforeEach, describe } from 'vitest'
import type { Instant } from '../../src/core/calendar.ts'
import type { Storage } from '../../src/ports.ts'
import { openStorage } from '../../src/storage/open.ts'
import { describeAlerts } from './contract-alerts.ts'
import { describeArticles } from './contract-articles.ts'
import { describeBearers } from './contract-bearers.ts'
import { describeChanges } from './contract-changes.ts'
import { describeChatDigests } from './contract-chat-digests.ts'
import { describeDeliveries } from './contract-deliveries.ts'
import { describeDrafts } from './contract-drafts.ts'
import { describeEditions } from './contract-editions.ts'
import { describeExports } from './contract-exports.ts'
import { describeFacts } from './contract-facts.ts'
import { describeFeeds } from './contract-feeds.ts'
import { describeFollowings } from './contract-followings.ts'
import { describeHeart } from './contract-heart.ts'
import { describeHubs } from './contract-hubs.ts'
import { describeMeasures } from './contract-measures.ts'
import { describeInstallations } from './contract-installations.ts'
import { describeMemos } from './contract-memos.ts'
import { describeNewcomers } from './contract-newcomers.ts'
import { describeNotices } from './contract-notices.ts'
import { describePeople } from './contract-people.ts'
import { describePlacements } from './contract-placements.ts'
import { describeTogether } from './contract-together.ts'
import { describeQuotas } from './contract-quotas.ts'
import { describeReactions } from './contract-reactions.ts'
import { describeSearchInFeeds } from './contract-search-feeds.ts'
import { describeSearch } from './contract-search.ts'
import { describeTransactions } from './contract-transactions.ts'
import { describeTraces } from './contract-traces.ts'
import { describeWorkspaces } from './contract-workspaces.ts'
import { MORNING } from './samples.ts'

/** What each test works with: a new database, and a clock that it may move. */
export interface Bench {
  readonly storage: Storage
  now: Instant
  /** The same database after a stop and a start of the program. */
  reopen(): Promise<Storage>
}

/** `newDatabase` gives the address of a database that nobody has used yet. */
export function describeStorage(name: string, newDatabase: () => Promise<string>): void {
  describe(`storage on ${name}`, () => {
    let bench: Bench
    let opened: Storage

    beforeEach(async () => {
      const url = await newDatabase()
      const clock = { now: MORNING }
      const open = async (): Promise<Storage> => (opened = await openStorage(url, { now: () => clock.now }))
      const storage = await open()
      const reopen = async (): Promise<Storage> => {
        await opened.close()
        return open()
      }
      bench = Object.assign(clock, { storage, reopen })
    })
    afterEach(() => opened.close())

    const current = (): Bench => bench
    describeFeeds(current)
    describeHubs(current)
    describeArticles(current)
    describeDrafts(current)
    describeEditions(current)
    describeDeliveries(current)
    describeSearch(current)
    describeSearchInFeeds(current)
    describePeople(current)
    describePlacements(current)
    describeTogether(current)
    describeNewcomers(current)
    describeFacts(current)
    describeBearers(current)
    describeWorkspaces(current)
    describeInstallations(current)
    describeFollowings(current)
    describeChatDigests(current)
    describeChanges(current)
    describeMemos(current)
    describeNotices(current)
    describeQuotas(current)
    describeReactions(current)
    describeAlerts(current)
    describeTraces(current)
    describeTransactions(current)
    describeHeart(current)
    describeExports(current)
    describeMeasures(current)
  })
}
