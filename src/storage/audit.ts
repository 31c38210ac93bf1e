// Who changed what outside the chat, and what the file declared at the last start. Compares nothing.
import type { Expression, ExpressionBuilder, Selectable, SqlBool } from 'kysely'
import type { AuditStore } from '../audit-store.ts'
import type { AuditEntry, AuditEvent, Declaration } from '../core/audit.ts'
import type { AuditRow, DeclarationRow } from './care-tables.ts'
import type { Session } from './session.ts'
import type { Tables } from './tables.ts'

export function auditStore(session: Session): AuditStore {
  const entries = () => session.database.selectFrom('audit').selectAll()
  const latest = async (
    condition: (build: ExpressionBuilder<Tables, 'audit'>) => Expression<SqlBool>,
    limit: number,
  ): Promise<readonly AuditEntry[]> => {
    const rows = await entries().where(condition).orderBy('at', 'desc').orderBy('id').limit(limit).execute()
    return rows.map(toEntry)
  }
  return {
    add: async (entry) => {
      await session.database
        .insertInto('audit')
        .values({ ...entry, event: JSON.stringify(entry.event) })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    since: async (instant) => {
      const rows = await entries().where('at', '>=', instant).orderBy('at').orderBy('id').execute()
      return rows.map(toEntry)
    },
    ofFile: (limit) => latest((entry) => entry('origin', '=', 'file'), limit),
    ownSteps: (limit) =>
      latest((entry) => entry.or([isOf(entry, 'feed-moved'), isOf(entry, 'migrated')]), limit),
    exports: (limit) => latest((entry) => isOf(entry, 'exported'), limit),
    declared: async () =>
      (await session.database.selectFrom('declarations').selectAll().execute()).map(toDeclaration),
    declare: (declarations) => session.within((inner) => declare(inner, declarations)),
  }
}

/** An event begins with its kind: only `add` writes this column. */
function isOf(entry: ExpressionBuilder<Tables, 'audit'>, kind: AuditEvent['kind']): Expression<SqlBool> {
  return entry('event', 'like', `{"kind":"${kind}",%`)
}

async function declare({ database }: Session, declarations: readonly Declaration[]): Promise<void> {
  await database.deleteFrom('declarations').execute()
  for (const { what, name, definition } of declarations)
    await database
      .insertInto('declarations')
      .values({ kind: what, name, definition: JSON.stringify(definition) })
      .execute()
}

export function toEntry({ event, ...row }: Selectable<AuditRow>): AuditEntry {
  // Only `add` writes this column.
  const happened: AuditEvent = JSON.parse(event)
  return { ...row, event: happened }
}

/** Only `declare` writes these rows. */
export function toDeclaration({ kind, name, definition }: Selectable<DeclarationRow>): Declaration {
  return { what: kind, name, definition: JSON.parse(definition) }
}
