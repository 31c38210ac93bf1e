// Drafts that wait to become articles, in the order in which they are read. Never makes an article.
import type { Insertable, Selectable } from 'kysely'
import { laneOfAddress } from '../core/lane.ts'
import type { Turn, WaitingDraft } from '../core/waiting-draft.ts'
import type { DraftStore } from '../ports.ts'
import { inBatches } from './batches.ts'
import type { DraftRow } from './draft-tables.ts'
import type { Session } from './session.ts'
import { isFurtherName } from '../core/further-names.ts'

/** In the order of reading. */
export const TURNS: readonly Turn[] = ['recent', 'old', 'unreadable']

export function draftStore(session: Session): DraftStore {
  return {
    add: (drafts) => session.within((inner) => add(inner, drafts)),
    next: (limit, except, asked) => next(session, limit, except, asked),
    lanes: () => lanesOf(session),
    waitingKeys: (keys) => waitingKeys(session, keys),

    remove: async (ids) => {
      for (const batch of inBatches(ids))
        await session.database.deleteFrom('drafts').where('id', 'in', batch).execute()
    },

    setAside: async (id) => {
      const turn = TURNS.indexOf('unreadable')
      await session.database.updateTable('drafts').set({ turn }).where('id', '=', id).execute()
    },

    takeUpAgain: async () => {
      await session.database
        .updateTable('drafts')
        .set({ turn: TURNS.indexOf('old') })
        .where('turn', '=', TURNS.indexOf('unreadable'))
        .execute()
    },

    waiting: async () => {
      const { count, since } = await session.database
        .selectFrom('drafts')
        .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('waiting_since').as('since')])
        .$castTo<{ readonly count: number; readonly since: number | null }>()
        .executeTakeFirstOrThrow()
      return { count, ...(since !== null && { since }) }
    },
  }
}

async function add({ database }: Session, drafts: readonly WaitingDraft[]): Promise<void> {
  for (const batch of inBatches(drafts))
    await database
      .insertInto('drafts')
      .values(batch.map(fromWaiting))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  const keys = drafts.flatMap(({ id, draft }) =>
    draft.keys.filter((key) => !isFurtherName(key)).map((key) => ({ key, draft_id: id })),
  )
  for (const batch of inBatches(keys))
    await database
      .insertInto('draft_keys')
      .values(batch)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

async function next(
  { database }: Session,
  limit: number,
  except: readonly string[],
  asked: ReadonlySet<number> | undefined,
): Promise<readonly WaitingDraft[]> {
  const rows = await database
    .selectFrom('drafts')
    .selectAll()
    .$if(except.length > 0, (query) => query.where('id', 'not in', except))
    .$if(asked !== undefined, (query) => query.where('lane', 'in', [...(asked ?? [])]))
    .where('turn', '<', TURNS.indexOf('unreadable'))
    .orderBy('turn')
    .orderBy('published_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toWaiting)
}

async function lanesOf({ database }: Session): Promise<readonly number[]> {
  const rows = await database
    .selectFrom('drafts')
    .select('lane')
    .distinct()
    .where('turn', '<', TURNS.indexOf('unreadable'))
    .execute()
  return rows.map(({ lane }) => lane)
}

async function waitingKeys({ database }: Session, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const batch of inBatches([...new Set(keys)])) {
    const rows = await database.selectFrom('draft_keys').select('key').where('key', 'in', batch).execute()
    for (const { key } of rows) found.add(key)
  }
  return found
}

function toWaiting(row: Selectable<DraftRow>): WaitingDraft {
  return {
    id: row.id,
    // Only `fromWaiting` writes this column.
    draft: JSON.parse(row.draft),
    waitingSince: row.waiting_since,
    wantsPage: row.wants_page === 1,
    turn: TURNS[row.turn] ?? 'unreadable',
  }
}

function fromWaiting({ id, draft, waitingSince, wantsPage, turn }: WaitingDraft): Insertable<DraftRow> {
  return {
    id,
    turn: TURNS.indexOf(turn),
    lane: laneOfAddress(draft.url),
    published_at: draft.publishedAt ?? waitingSince,
    waiting_since: waitingSince,
    wants_page: wantsPage ? 1 : 0,
    draft: JSON.stringify(draft),
  }
}
