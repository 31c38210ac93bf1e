// Brings what the configuration declares and what the database holds together, and writes down what the file changed;
// ADR 0004, 0034. Asks the chat nothing.
import type { Alert } from '../core/alert.ts'
import { type Declaration, declaredEvents, newAuditEntry } from '../core/audit.ts'
import type { Digest } from '../core/digest.ts'
import type { Feed } from '../core/feed.ts'
import type { Clock, Storage } from '../ports.ts'

interface AdministerTools {
  readonly storage: Storage
  readonly clock: Clock
}

interface Declared {
  /** The path of the file. */
  readonly file: string
  readonly feeds: readonly Feed[]
  readonly digests: readonly Digest[]
  readonly alerts: readonly Alert[]
}

/** All that the file declares, in one transaction with what is written down about it. */
export async function reconcile(tools: AdministerTools, declared: Declared): Promise<void> {
  await tools.storage.inTransaction(async (storage) => {
    const followed = await storage.feeds.list()
    await reconcileFeeds({ ...tools, storage }, declared.feeds)
    await noteDeclared({ ...tools, storage }, declared, followed)
  })
}

/** Feeds of the file are followed, those that left the file are not; feeds from the chat are left alone. */
export async function reconcileFeeds(tools: AdministerTools, declared: readonly Feed[]): Promise<void> {
  await tools.storage.inTransaction(async (storage) => {
    const wanted = new Set(declared.map(({ id }) => id))
    const followed = await storage.feeds.list()
    const left = followed.filter(({ id, origin }) => origin === 'file' && !wanted.has(id))
    await storage.feeds.save(declared, tools.clock.now())
    await storage.feeds.remove(left.map(({ id }) => id))
  })
}

/** A database that had feeds of the file before it kept declarations only begins to keep them: nothing changed. */
async function noteDeclared(
  { storage, clock }: AdministerTools,
  { file, feeds, digests, alerts }: Declared,
  followed: readonly Feed[],
): Promise<void> {
  const known = await storage.audit.declared()
  const declared = asKept([
    ...feeds.map((definition) => ({ what: 'feed' as const, name: definition.id, definition })),
    ...digests.map((definition) => ({ what: 'digest' as const, name: definition.name, definition })),
    ...alerts.map((definition) => ({ what: 'alert' as const, name: definition.name, definition })),
  ])
  const events = declaredEvents(known, declared)
  if (events.length === 0) return
  await storage.audit.declare(declared)
  if (known.length === 0 && followed.some(({ origin }) => origin === 'file')) return
  for (const event of events)
    await storage.audit.add(newAuditEntry({ origin: 'file', actor: file }, event, clock.now()))
}

/** As they come back from the database. */
function asKept(declarations: readonly Declaration[]): readonly Declaration[] {
  return JSON.parse(JSON.stringify(declarations))
}
