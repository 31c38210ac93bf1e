// Brings a database to the tables of this program. Never goes back, and refuses a database that is ahead.
import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { up as makeFirstTables } from './migrations/0001-first-tables.ts'
import { up as makeRoomForTheChat } from './migrations/0002-chat.ts'
import { up as keepTraces } from './migrations/0003-traces.ts'
import { up as noteWhoIsQuoted } from './migrations/0004-quotations.ts'
import { up as keepFacts } from './migrations/0005-facts.ts'
import { up as rememberFeeds } from './migrations/0006-feed-life.ts'
import { up as keepHubs } from './migrations/0007-websub.ts'
import { up as makeRoomForAlerts } from './migrations/0010-alerts.ts'
import { up as takeCare } from './migrations/0011-care.ts'
import { up as letDraftsWait } from './migrations/0012-drafts.ts'
import { up as keepWhatGoes } from './migrations/0013-audit.ts'
import { up as countWhatWent } from './migrations/0014-index-care.ts'
import { up as measureWhatWaits } from './migrations/0015-measures.ts'
import { up as keepInstallations } from './migrations/0016-installations.ts'
import { up as countUses } from './migrations/0017-quotas.ts'
import { up as bearThousands } from './migrations/0018-scale.ts'
import { up as logPlacements } from './migrations/0019-placements.ts'
import { up as cutIntoLanes } from './migrations/0020-lanes.ts'
import { up as noteElsewhere } from './migrations/0021-elsewhere.ts'
import type { Tables } from './tables.ts'

/** The table in which Kysely notes what was done; asked directly before anything is opened for writing. */
export const MIGRATION_TABLE = 'pressoir_migration'

/** In order; a name is never changed. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': { up: makeFirstTables },
  '0002-chat': { up: makeRoomForTheChat },
  '0003-traces': { up: keepTraces },
  '0004-quotations': { up: noteWhoIsQuoted },
  '0005-facts': { up: keepFacts },
  '0006-feed-life': { up: rememberFeeds },
  '0007-websub': { up: keepHubs },
  '0010-alerts': { up: makeRoomForAlerts },
  '0011-care': { up: takeCare },
  '0012-drafts': { up: letDraftsWait },
  '0013-audit': { up: keepWhatGoes },
  '0014-index-care': { up: countWhatWent },
  '0015-measures': { up: measureWhatWaits },
  '0016-installations': { up: keepInstallations },
  '0017-quotas': { up: countUses },
  '0018-scale': { up: bearThousands },
  '0019-placements': { up: logPlacements },
  '0020-lanes': { up: cutIntoLanes },
  '0021-elsewhere': { up: noteElsewhere },
}

/** Migrations noted in a database that this program has never heard of: a newer program wrote them. */
export function unknownMigrations(applied: readonly string[]): readonly string[] {
  return applied.filter((name) => !Object.hasOwn(MIGRATIONS, name))
}

/** Migrations of this program that a database has not had, in order. */
export function missingMigrations(applied: readonly string[]): readonly string[] {
  return Object.keys(MIGRATIONS).filter((name) => !applied.includes(name))
}

/**
 * All migrations that are missing, in one transaction; a database that misses none is only read. Gives the names of those
 * that changed a database that was there before: none for a new one.
 */
export async function migrate(database: Kysely<Tables>): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: `${MIGRATION_TABLE}_lock`,
  })
  const known = await migrator.getMigrations()
  const missing = known.filter(({ executedAt }) => executedAt === undefined)
  if (missing.length === 0) return []
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  return missing.length === known.length ? [] : missing.map(({ name }) => name)
}
