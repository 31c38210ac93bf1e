// All stores of an open database, inside transactions and outside. Knows no database.
import { newAuditEntry } from '../core/audit.ts'
import type { Instant } from '../core/calendar.ts'
import type { Storage } from '../ports.ts'
import { alarmStore } from './alarms.ts'
import { alertStore } from './alerts.ts'
import { articleStore } from './articles.ts'
import { auditStore } from './audit.ts'
import { changeStore } from './changes.ts'
import { digestStore } from './digests.ts'
import { draftStore } from './drafts.ts'
import { editionStore } from './editions.ts'
import { exportStore } from './exports.ts'
import { factStore } from './facts.ts'
import { feedStore } from './feeds.ts'
import { followingStore } from './followings.ts'
import { lastBeat, noteBeat } from './heart.ts'
import { hubStore } from './hubs.ts'
import { installationStore } from './installations.ts'
import { measureStore } from './measures.ts'
import { memoStore } from './memos.ts'
import { newcomerStore } from './newcomers.ts'
import { noticeStore } from './notices.ts'
import { peopleIndex } from './people.ts'
import { quotaStore } from './quotas.ts'
import { placementStore } from './placements.ts'
import { raisedAlertStore } from './raised-alerts.ts'
import { reactionStore } from './reactions.ts'
import { reportStore } from './reports.ts'
import { retentionStore } from './retention.ts'
import { searchIndex } from './search.ts'
import type { Session } from './session.ts'
import { traceStore } from './traces.ts'
import { upkeepStore } from './upkeep.ts'
import { workspaceStore } from './workspaces.ts'

/** A database that is open, its tables those of this program. */
export interface OpenDatabase {
  readonly session: Session
  /** Gives a session that reads the database as it stands, until the work is done. */
  readonly atOneInstant: <T>(work: (session: Session) => Promise<T>) => Promise<T>
  readonly isReplaced: () => Promise<boolean>
  readonly close: () => Promise<void>
}

type Now = () => Instant

/** `migrations` are those that changed a database which was there before: whatever verb opened it, the journal has them. */
export async function storageOver(
  database: OpenDatabase,
  now: Now,
  migrations: readonly string[],
): Promise<Storage> {
  const { session } = database
  if (migrations.length > 0) {
    const entry = newAuditEntry(
      { origin: 'program', actor: '' },
      { kind: 'migrated', names: migrations },
      now(),
    )
    await auditStore(session).add(entry)
  }
  let closing: Promise<void> | undefined
  return {
    ...storesOf(session, database, now),
    atOneInstant: (work) => database.atOneInstant((inner) => work(innerStorage(inner, database, now))),
    close: () => (closing ??= database.close()),
  }
}

/** What is the same inside a transaction and outside. */
type Stores = Omit<Storage, 'atOneInstant' | 'close'>

function storesOf(session: Session, database: OpenDatabase, now: Now): Stores {
  return {
    feeds: feedStore(session, now),
    hubs: hubStore(session),
    drafts: draftStore(session),
    articles: articleStore(session),
    newcomers: newcomerStore(session),
    editions: editionStore(session, now),
    search: searchIndex(session),
    people: peopleIndex(session),
    facts: factStore(session),
    workspaces: workspaceStore(session),
    followings: followingStore(session, now),
    digests: digestStore(session),
    changes: changeStore(session),
    audit: auditStore(session),
    measures: measureStore(session),
    installations: installationStore(session),
    memos: memoStore(session),
    quotas: quotaStore(session),
    notices: noticeStore(session),
    alarms: alarmStore(session),
    alerts: alertStore(session),
    placements: placementStore(session),
    raisedAlerts: raisedAlertStore(session),
    reports: reportStore(session),
    reactions: reactionStore(session),
    traces: traceStore(session),
    retention: retentionStore(session),
    upkeep: upkeepStore(session),
    exports: exportStore(session),
    noteBeat: (at) => noteBeat(session, at),
    lastBeat: () => lastBeat(session),
    isReplaced: database.isReplaced,
    inTransaction: transactionsOf(session, (inner) => innerStorage(inner, database, now)),
  }
}

function transactionsOf(session: Session, storageOn: (inner: Session) => Storage): Storage['inTransaction'] {
  return (work, ahead) =>
    session.within((inner) => work(storageOn(inner)), ahead && ((inner) => ahead(storageOn(inner))))
}

/** Inside a transaction, be it for writing or for reading. */
function innerStorage(session: Session, database: OpenDatabase, now: Now): Storage {
  const storage: Storage = {
    ...storesOf(session, database, now),
    atOneInstant: (work) => work(storage),
    close: async () => {
      throw new Error('A transaction cannot close the storage that it stands in.')
    },
  }
  return storage
}
