// Deliveries: which part of which edition stands in which channel. Never sends anything.
import type { Insertable, Selectable } from 'kysely'
import type { Instant } from '../core/calendar.ts'
import type { Delivery } from '../core/edition.ts'
import { fromSending, toSending } from './sendings.ts'
import type { Session } from './session.ts'
import type { DeliveryRow } from './tables.ts'

export async function openDeliveries(
  session: Session,
  now: Instant,
  channels?: readonly string[],
): Promise<readonly Delivery[]> {
  const open = allOpen(session, now)
  const asked = channels === undefined ? open : open.where(session.wording.isOneOf('channel', channels))
  const rows = await asked
    .innerJoin('editions', 'editions.id', 'deliveries.edition_id')
    .selectAll('deliveries')
    .orderBy('slot_at')
    .orderBy('edition_id')
    .orderBy('channel')
    .orderBy('part')
    .execute()
  return rows.map(toDelivery)
}

export async function openChannels(session: Session, now: Instant): Promise<readonly string[]> {
  const rows = await allOpen(session, now).select('channel').distinct().execute()
  return rows.map(({ channel }) => channel)
}

const allOpen = ({ database }: Session, now: Instant) =>
  database
    .selectFrom('deliveries')
    .where('state', 'in', ['pending', 'sending'])
    .where('next_attempt_at', '<=', now)

/** Changes a delivery, or adds one to an edition that exists. */
export async function saveDelivery({ database }: Session, delivery: Delivery): Promise<void> {
  const { id, ...changed } = fromDelivery(delivery)
  await database
    .insertInto('deliveries')
    .values({ id, ...changed })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute()
}

/** One statement, so that of two processes one wins. */
export async function claimDelivery(
  { database }: Session,
  read: Delivery,
  attempt: Delivery,
): Promise<boolean> {
  const { id, ...changed } = fromDelivery(attempt)
  const { numUpdatedRows } = await database
    .updateTable('deliveries')
    .set(changed)
    .where('id', '=', id)
    .where('state', '=', read.state)
    .where('attempts', '=', read.attempts)
    .where('next_attempt_at', '=', read.nextAttemptAt)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function deliveriesOf({ database }: Session, editionId: string): Promise<readonly Delivery[]> {
  const rows = await database
    .selectFrom('deliveries')
    .selectAll()
    .where('edition_id', '=', editionId)
    .orderBy('channel')
    .orderBy('part')
    .execute()
  return rows.map(toDelivery)
}

/** The parts of an edition in one channel, in order. */
export async function deliveriesIn(
  { database }: Session,
  editionId: string,
  channel: string,
): Promise<readonly Delivery[]> {
  const rows = await database
    .selectFrom('deliveries')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where('channel', '=', channel)
    .orderBy('part')
    .execute()
  return rows.map(toDelivery)
}

export async function getDelivery({ database }: Session, deliveryId: string): Promise<Delivery | undefined> {
  const row = await database
    .selectFrom('deliveries')
    .selectAll()
    .where('id', '=', deliveryId)
    .executeTakeFirst()
  return row && toDelivery(row)
}

export function toDelivery(row: Selectable<DeliveryRow>): Delivery {
  return { id: row.id, editionId: row.edition_id, part: row.part, ...toSending(row) }
}

export function fromDelivery(delivery: Delivery): Insertable<DeliveryRow> {
  return {
    id: delivery.id,
    edition_id: delivery.editionId,
    part: delivery.part,
    ...fromSending(delivery),
  }
}
