// What people make of stories: hidden ones and ratings. Changes no ranking.
import type { Selectable } from 'kysely'
import type { Instant } from '../core/calendar.ts'
import type { Rating } from '../core/reaction.ts'
import type { ReactionStore } from '../ports.ts'
import { inBatches } from './batches.ts'
import type { Session } from './session.ts'
import type { RatingRow } from './tables.ts'

export function reactionStore(session: Session): ReactionStore {
  return {
    mute: async ({ audience, storyId, until }) => {
      await session.database
        .insertInto('mutes')
        .values({ audience, story_id: storyId, until_at: until })
        .onConflict((conflict) => conflict.columns(['audience', 'story_id']).doUpdateSet({ until_at: until }))
        .execute()
    },

    muted: (audiences, now) => muted(session, audiences, now),
    rate: (rating) => rate(session, rating),

    ratings: async (storyId) => {
      const rows = await session.database
        .selectFrom('ratings')
        .selectAll()
        .where('story_id', '=', storyId)
        .orderBy('rated_at')
        .orderBy('person')
        .execute()
      return rows.map(toRating)
    },
  }
}

async function muted(
  { database }: Session,
  audiences: readonly string[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const batch of inBatches(audiences)) {
    const rows = await database
      .selectFrom('mutes')
      .select('story_id')
      .where('audience', 'in', batch)
      .where('until_at', '>', now)
      .execute()
    for (const row of rows) found.add(row.story_id)
  }
  return found
}

async function rate(
  { database }: Session,
  { workspaceId, person, storyId, isUseful, ratedAt }: Rating,
): Promise<void> {
  const changed = { workspace_id: workspaceId, is_useful: isUseful ? 1 : 0, rated_at: ratedAt }
  await database
    .insertInto('ratings')
    .values({ story_id: storyId, person, ...changed })
    .onConflict((conflict) => conflict.columns(['story_id', 'person']).doUpdateSet(changed))
    .execute()
}

function toRating(row: Selectable<RatingRow>): Rating {
  return {
    workspaceId: row.workspace_id,
    person: row.person,
    storyId: row.story_id,
    isUseful: row.is_useful === 1,
    ratedAt: row.rated_at,
  }
}
