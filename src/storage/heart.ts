// When the program last said that it was alive. Draws no conclusion from it.
import type { Instant } from '../core/calendar.ts'
import type { Session } from './session.ts'

/** The table has one row; this is its number. */
const THE_ROW = 1

export async function noteBeat({ database }: Session, at: Instant): Promise<void> {
  await database
    .insertInto('heart')
    .values({ id: THE_ROW, beat_at: at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ beat_at: at }))
    .execute()
}

export async function lastBeat({ database }: Session): Promise<Instant | undefined> {
  return (await database.selectFrom('heart').select('beat_at').where('id', '=', THE_ROW).executeTakeFirst())
    ?.beat_at
}
