// What people make of stories: hidden ones and ratings. Changes no ranking.
import type { Selectable } from 'kysely'
import type { Instant } from '../core/calendar.ts'
import type { Rating } from '../core/reaction.ts'
import type { ReactionStore } from '../ports.ts'
import { inBatches } from './batches.ts'
import type { Session } from './session.ts'
import { presentStories } from './story-ids.ts'
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

    ratings: (storyId) => ratings(session, storyId),
  }
}

/** Under the id that it was hidden by, and that of the story which took it. */
async function muted(
  session: Session,
  audiences: readonly string[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const batch of inBatches(audiences)) {
    const rows = await session.database
      .selectFrom('mutes')
      .select('story_id')
      .where('audience', 'in', batch)
      .where('until_at', '>', now)
      .execute()
    for (const row of rows) found.add(row.story_id)
  }
  return found.union(new Set((await presentStories(session, [...found])).values()))
}

/** Of the story and of those that it took, whose ids are those of articles in it; of each person the last. */
async function ratings(session: Session, storyId: string): Promise<readonly Rating[]> {
  const present = (await presentStories(session, [storyId])).get(storyId) ?? storyId
  const members = session.database.selectFrom('articles').select('id').where('story_id', '=', present)
  const rows = await session.database
    .selectFrom('ratings')
    .selectAll()
    .where((row) => row.or([row('story_id', '=', present), row('story_id', 'in', members)]))
    .orderBy('rated_at')
    .orderBy('person')
    .execute()
  const last = new Map(rows.map((row) => [row.person, row]))
  return rows
    .filter((row) => last.get(row.person) === row)
    .map((row) => toRating({ ...row, story_id: present }))
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

export function toRating(row: Selectable<RatingRow>): Rating {
  return {
    workspaceId: row.workspace_id,
    person: row.person,
    storyId: row.story_id,
    isUseful: row.is_useful === 1,
    ratedAt: row.rated_at,
  }
}
