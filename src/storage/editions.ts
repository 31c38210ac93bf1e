// Editions, their deliveries and the slots of their digests. Never decides whether a slot is due.
import type { ExpressionBuilder, Insertable, Selectable } from 'kysely'
import type { Instant } from '../core/calendar.ts'
import type { Delivery, Edition, EditionChoice, EditionStory } from '../core/edition.ts'
import type { EditionStore } from '../ports.ts'
import { inBatches } from './batches.ts'
import {
  claimDelivery,
  deliveriesIn,
  deliveriesOf,
  fromDelivery,
  getDelivery,
  openChannels,
  openDeliveries,
  saveDelivery,
} from './deliveries.ts'
import type { Session } from './session.ts'
import type { DigestSlotRow, EditionRow, Tables } from './tables.ts'

/** `now` tells a slot that was passed over from one that was moved before its time. */
export function editionStore(session: Session, now: () => Instant): EditionStore {
  return {
    lastSlot: async (digestName) => (await slotsOf(session, digestName))?.last_slot_at ?? undefined,
    lastSlots: () => lastSlots(session),
    announcedAt: async (digestName) => (await slotsOf(session, digestName))?.announced_at,
    madeSince: (instant) => madeSince(session, instant),
    last: (digestName) => lastEdition(session, digestName),
    toldUntil: () => toldUntil(session),
    nextSlots: () => nextSlots(session),
    saveNextSlot: (digestName, nextSlotAt) =>
      session.together((inner) => saveNextSlot(inner, digestName, nextSlotAt, now())),
    create: (edition, deliveries) => session.together((inner) => create(inner, edition, deliveries, now())),
    get: async (editionId) => {
      const row = await session.database
        .selectFrom('editions')
        .selectAll()
        .where('id', '=', editionId)
        .executeTakeFirst()
      return row && toEdition(row)
    },
    shown: (digestName, articleIds) => shown(session, digestName, articleIds),
    shownIn: (channel, articleIds, since) => shownIn(session, channel, articleIds, since),
    unarchived: () => unarchived(session),
    markArchived: async (editionId, at) => {
      await session.database
        .updateTable('editions')
        .set({ archived_at: at })
        .where('id', '=', editionId)
        .execute()
    },
    openDeliveries: (instant, channels) => openDeliveries(session, instant, channels),
    openChannels: (instant) => openChannels(session, instant),
    saveDelivery: (delivery) => saveDelivery(session, delivery),
    claimDelivery: (read, attempt) => claimDelivery(session, read, attempt),
    deliveriesOf: (editionId) => deliveriesOf(session, editionId),
    deliveriesIn: (editionId, channel) => deliveriesIn(session, editionId, channel),
    getDelivery: (deliveryId) => getDelivery(session, deliveryId),
  }
}

async function create(
  { database }: Session,
  edition: Edition,
  deliveries: readonly Delivery[],
  now: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('editions')
    .values(fromEdition(edition))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return false
  for (const batch of inBatches(articlesShownIn(edition))) {
    await database
      .insertInto('edition_articles')
      .values(
        batch.map((id) => ({ edition_id: edition.id, article_id: id, digest_name: edition.digestName })),
      )
      .execute()
  }
  for (const batch of inBatches(deliveries))
    await database.insertInto('deliveries').values(batch.map(fromDelivery)).execute()
  await settle(database, edition.digestName, edition.slotAt, now)
  return true
}

function articlesShownIn({ stories }: Edition): readonly string[] {
  const ids = stories.flatMap(({ sources, brief }) =>
    [...sources, ...brief].map(({ articleId }) => articleId),
  )
  return [...new Set(ids)]
}

/** An earlier slot than the last settled one changes nothing. */
async function settle(
  database: Session['database'],
  digestName: string,
  slotAt: Instant,
  now: Instant,
): Promise<void> {
  await database
    .insertInto('digest_slots')
    .values({ digest_name: digestName, announced_at: now, last_slot_at: slotAt, next_slot_at: null })
    .onConflict((conflict) =>
      conflict.column('digest_name').doUpdateSet({ last_slot_at: slotAt }).where(isSettledBefore(slotAt)),
    )
    .execute()
}

function isSettledBefore(slotAt: Instant) {
  return (column: ExpressionBuilder<Tables, 'digest_slots'>) =>
    column.or([
      column('digest_slots.last_slot_at', 'is', null),
      column('digest_slots.last_slot_at', '<', slotAt),
    ])
}

async function saveNextSlot(
  session: Session,
  digestName: string,
  nextSlotAt: Instant,
  now: Instant,
): Promise<void> {
  const passedOver = (await slotsOf(session, digestName))?.next_slot_at ?? undefined
  if (passedOver !== undefined && passedOver <= now && passedOver < nextSlotAt)
    await settle(session.database, digestName, passedOver, now)
  await session.database
    .insertInto('digest_slots')
    .values({ digest_name: digestName, announced_at: now, last_slot_at: null, next_slot_at: nextSlotAt })
    .onConflict((conflict) => conflict.column('digest_name').doUpdateSet({ next_slot_at: nextSlotAt }))
    .execute()
}

function slotsOf({ database }: Session, digestName: string): Promise<Selectable<DigestSlotRow> | undefined> {
  return database
    .selectFrom('digest_slots')
    .selectAll()
    .where('digest_name', '=', digestName)
    .executeTakeFirst()
}

async function nextSlots({ database }: Session): Promise<ReadonlyMap<string, Instant>> {
  const rows = await database
    .selectFrom('digest_slots')
    .select(['digest_name', 'next_slot_at'])
    .where('next_slot_at', 'is not', null)
    .orderBy('digest_name')
    .$narrowType<{ next_slot_at: Instant }>()
    .execute()
  return new Map(rows.map((row) => [row.digest_name, row.next_slot_at]))
}

async function lastSlots({ database }: Session): Promise<ReadonlyMap<string, Instant>> {
  const rows = await database
    .selectFrom('digest_slots')
    .select(['digest_name', 'last_slot_at'])
    .where('last_slot_at', 'is not', null)
    .$narrowType<{ last_slot_at: Instant }>()
    .execute()
  return new Map(rows.map((row) => [row.digest_name, row.last_slot_at]))
}

async function lastEdition({ database }: Session, digestName: string): Promise<Edition | undefined> {
  const row = await database
    .selectFrom('editions')
    .selectAll()
    .where('digest_name', '=', digestName)
    .orderBy('slot_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toEdition(row)
}

async function madeSince({ database }: Session, instant: Instant): Promise<readonly Edition[]> {
  const rows = await database
    .selectFrom('editions')
    .selectAll()
    .where('made_at', '>=', instant)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map(toEdition)
}

async function toldUntil({ database }: Session): Promise<Instant | undefined> {
  const { told } = await database
    .selectFrom('editions')
    .select((columns) => columns.fn.max('until_at').as('told'))
    .$castTo<{ readonly told: Instant | null }>()
    .executeTakeFirstOrThrow()
  return told ?? undefined
}

async function shown(
  { database, wording }: Session,
  digestName: string,
  articleIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('edition_articles')
    .select('article_id')
    .where('digest_name', '=', digestName)
    .where(wording.isOneOf('article_id', articleIds))
    .execute()
  return new Set(rows.map((row) => row.article_id))
}

/**
 * A delivery that was given up has shown nothing. What stands in the channel is asked first: an article of the day is in
 * the editions of a thousand others.
 */
async function shownIn(
  { database, wording }: Session,
  channel: string,
  articleIds: readonly string[],
  since: Instant,
): Promise<ReadonlySet<string>> {
  const editions = await database
    .selectFrom('deliveries')
    .innerJoin('editions', 'editions.id', 'deliveries.edition_id')
    .select(['edition_id', 'digest_name'])
    .where('channel', '=', channel)
    .where('part', '=', 0)
    .where('state', '!=', 'abandoned')
    .where('next_attempt_at', '>', since)
    .execute()
  if (editions.length === 0) return new Set()
  const standing = new Set(editions.map((edition) => edition.edition_id))
  const rows = await database
    .selectFrom('edition_articles')
    .select(['article_id', 'edition_id'])
    .where('digest_name', 'in', [...new Set(editions.map((edition) => edition.digest_name))])
    .where(wording.isOneOf('article_id', articleIds))
    .execute()
  return new Set(rows.filter((row) => standing.has(row.edition_id)).map((row) => row.article_id))
}

async function unarchived({ database }: Session): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('editions')
    .select('id')
    .where('archived_at', 'is', null)
    .orderBy('slot_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export function toEdition(row: Selectable<EditionRow>): Edition {
  // Only `fromEdition` writes this column.
  const stories: readonly EditionStory[] = JSON.parse(row.stories)
  return {
    id: row.id,
    digestName: row.digest_name,
    title: row.title,
    zone: row.zone,
    slotAt: row.slot_at,
    madeAt: row.made_at,
    since: row.since_at,
    until: row.until_at,
    articleCount: row.article_count,
    foldedCount: row.folded_count,
    stories,
    ...(row.choice !== null && { choice: toChoice(row.choice) }),
  }
}

/** Only `fromEdition` writes this column. */
function toChoice(json: string): EditionChoice {
  return JSON.parse(json)
}

function fromEdition(edition: Edition): Insertable<EditionRow> {
  return {
    id: edition.id,
    digest_name: edition.digestName,
    title: edition.title,
    zone: edition.zone,
    slot_at: edition.slotAt,
    made_at: edition.madeAt,
    since_at: edition.since,
    until_at: edition.until,
    article_count: edition.articleCount,
    folded_count: edition.foldedCount,
    stories: JSON.stringify(edition.stories),
    archived_at: null,
    choice: edition.choice === undefined ? null : JSON.stringify(edition.choice),
    composition_id: null,
  }
}
