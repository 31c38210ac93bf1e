// What editions did with the articles that they considered, one copy a composition. Never decides how long it is kept.
import type { Instant } from '../core/calendar.ts'
import type { Edition } from '../core/edition.ts'
import { shortKey } from '../core/short-key.ts'
import type { EditionTrace } from '../core/trace.ts'
import type { TraceStore } from '../ports.ts'
import { toEdition } from './editions.ts'
import type { Session } from './session.ts'

export function traceStore(session: Session): TraceStore {
  return {
    save: (editionId, trace) => session.together((inner) => save(inner, editionId, trace)),

    get: async (editionId) => {
      const row = await session.database
        .selectFrom('editions')
        .innerJoin('compositions', 'compositions.id', 'editions.composition_id')
        .select('trace')
        .where('editions.id', '=', editionId)
        .executeTakeFirst()
      return row && toTrace(row.trace)
    },

    considering: (seenAt) => considering(session, seenAt),
    showing: (articleIds, digestName) => showing(session, articleIds, digestName),

    removeBefore: async (instant) => {
      await session.database.deleteFrom('compositions').where('made_at', '<', instant).execute()
    },
  }
}

async function save({ database }: Session, editionId: string, trace: EditionTrace): Promise<void> {
  const id = idOf(trace)
  const known = await database.selectFrom('compositions').select('id').where('id', '=', id).executeTakeFirst()
  if (known === undefined)
    await database
      .insertInto('compositions')
      .values({ id, made_at: trace.madeAt, trace: JSON.stringify(trace) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await database.updateTable('editions').set({ composition_id: id }).where('id', '=', editionId).execute()
}

async function considering({ database }: Session, seenAt: Instant): Promise<readonly Edition[]> {
  const rows = await database
    .selectFrom('editions')
    .selectAll()
    .where('until_at', '>=', seenAt)
    .where('since_at', '<', seenAt)
    .orderBy('slot_at')
    .orderBy('id')
    .execute()
  return rows.map(toEdition)
}

async function showing(
  { database, wording }: Session,
  articleIds: readonly string[],
  digestName?: string,
): Promise<readonly Edition[]> {
  const shows = database
    .selectFrom('edition_articles')
    .select('edition_id')
    .distinct()
    .where(wording.isOneOf('article_id', articleIds))
  const rows = await (
    digestName === undefined ? shows : shows.where('digest_name', '=', digestName)
  ).execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.edition_id)
  const found = await database.selectFrom('editions').selectAll().where(wording.isOneOf('id', ids)).execute()
  return found.map(toEdition).toSorted(bySlot)
}

function bySlot(one: Edition, other: Edition): number {
  return one.slotAt - other.slotAt || (one.id < other.id ? -1 : 1)
}

/** The same trace has the same id. Hundreds of editions of one slot hand in one and the same: it is read once. */
function idOf(trace: EditionTrace): string {
  const known = ids.get(trace)
  if (known !== undefined) return known
  const id = shortKey(JSON.stringify(trace))
  ids.set(trace, id)
  return id
}

const ids = new WeakMap<EditionTrace, string>()

/** Only `save` writes this column. */
function toTrace(json: string): EditionTrace {
  return JSON.parse(json)
}
