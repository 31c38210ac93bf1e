// Meetings as articles tell them, and what they are found by. Never decides which of them are one.
import type { Day, Instant } from '../core/calendar.ts'
import type { AskedParticipants } from '../core/fact.ts'
import type { FoundMeeting } from '../core/meeting.ts'
import { fold } from '../french/normalise.ts'
import { contentStems } from '../french/stems.ts'
import type { Participant, ToldMeeting } from '../french/told-meeting.ts'
import { inBatches } from './batches.ts'
import type { MeetingKeyRow, MeetingRow } from './fact-tables.ts'
import { type FactsAt, inOrder, isOfFeeds, withArticles, type SeenFeeds } from './fact-places.ts'
import type { Session } from './session.ts'

/** Whoever is told for more than this many days before a day is told of no day: «en 2015» is not this week. */
const LONGEST_DAYS = 31

type Reference = Pick<MeetingRow, 'article_id' | 'ordinal' | 'published_at'>

export async function saveMeetings(
  { database }: Session,
  told: readonly FactsAt<ToldMeeting>[],
): Promise<void> {
  const rows = told.flatMap(([place, meetings]) =>
    meetings.map((meeting, ordinal) => ({
      ...place,
      ordinal,
      first_day: meeting.from ?? null,
      last_day: meeting.to ?? meeting.from ?? null,
      meeting: JSON.stringify(meeting),
    })),
  )
  for (const batch of inBatches(rows)) await database.insertInto('meetings').values(batch).execute()
  const keys = told.flatMap(([{ article_id, feed_id, stood_elsewhere, published_at }, meetings]) =>
    meetings.flatMap((meeting, ordinal) =>
      keysOf(meeting).map((key) => ({ article_id, feed_id, stood_elsewhere, published_at, ordinal, ...key })),
    ),
  )
  for (const batch of inBatches(keys))
    await database
      .insertInto('meeting_keys')
      .values(batch)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

type Key = Pick<MeetingKeyRow, 'participant' | 'kind' | 'key'>

function keysOf({ participants, place }: ToldMeeting): readonly Key[] {
  const placed = contentStems(place ?? '').map((key) => ({ participant: -1, kind: 'place' as const, key }))
  return [...participants.flatMap(participantKeys), ...placed]
}

function participantKeys(participant: Participant, index: number): readonly Key[] {
  const { name, officeKey } = participant
  const keys: Key[] = [{ participant: index, kind: 'name', key: name }]
  if (officeKey !== undefined) keys.push({ participant: index, kind: 'office', key: officeKey })
  if (isUnnamed(participant))
    for (const key of contentStems(name)) keys.push({ participant: index, kind: 'group', key })
  return keys
}

/** «des militants», «le maire de Nantes»: words stand for the name. */
function isUnnamed({ kind, name, office }: Participant): boolean {
  return kind === 'group' || /^\p{Ll}/u.test(name) || (office !== undefined && fold(office) === fold(name))
}

/** One statement a key: each stops at `limit`, while a list of keys would be read and sorted whole. */
export async function meetingsOf(
  session: Session,
  { names, officeKeys = [] }: AskedParticipants,
  limit: number,
  feeds: SeenFeeds | undefined,
): Promise<readonly FoundMeeting[]> {
  const found: Reference[] = []
  for (const key of new Set(names)) found.push(...(await keyed(session, 'name', [key], limit, feeds)))
  for (const key of new Set(officeKeys)) found.push(...(await keyed(session, 'office', [key], limit, feeds)))
  return load(session, found, limit)
}

/** All stems stand with one participant, or in the place. */
export async function meetingsWithStems(
  session: Session,
  kind: 'group' | 'place',
  stems: readonly string[],
  limit: number,
  feeds: SeenFeeds | undefined,
): Promise<readonly FoundMeeting[]> {
  // The longest is most likely the rarest.
  const keys = [...new Set(stems)]
    .filter((stem) => stem !== '')
    .toSorted((one, other) => other.length - one.length)
  return keys.length === 0 ? [] : load(session, await keyed(session, kind, keys, limit, feeds), limit)
}

async function keyed(
  { database }: Session,
  kind: MeetingKeyRow['kind'],
  [key = '', ...others]: readonly string[],
  limit: number,
  feeds: SeenFeeds | undefined,
): Promise<readonly Reference[]> {
  let asked = database
    .selectFrom('meeting_keys')
    .select(['meeting_keys.article_id', 'meeting_keys.ordinal', 'meeting_keys.published_at'])
    .where('meeting_keys.kind', '=', kind)
    .where('meeting_keys.key', '=', key)
    .where(isOfFeeds('meeting_keys', feeds))
    .orderBy('meeting_keys.published_at', 'desc')
    .orderBy('meeting_keys.article_id')
    .orderBy('meeting_keys.ordinal')
    .limit(limit)
  for (const other of others)
    asked = asked.where((build) =>
      build.exists(
        build
          .selectFrom('meeting_keys as others')
          .select('others.key')
          .whereRef('others.article_id', '=', 'meeting_keys.article_id')
          .whereRef('others.ordinal', '=', 'meeting_keys.ordinal')
          .whereRef('others.participant', '=', 'meeting_keys.participant')
          .where('others.kind', '=', kind)
          .where('others.key', '=', other),
      ),
    )
  return asked.execute()
}

/** Told for a day of this stretch, last one included. */
export async function meetingsBetween(
  session: Session,
  [from, to]: readonly [Day, Day],
  limit: number,
  feeds: SeenFeeds | undefined,
): Promise<readonly FoundMeeting[]> {
  const rows = await newest(session, limit, feeds)
    .where('first_day', '>=', dayBefore(from, LONGEST_DAYS))
    .where('first_day', '<=', to)
    .where('last_day', '>=', from)
    .execute()
  return load(session, rows, limit)
}

export async function meetingsTold(
  session: Session,
  since: Instant,
  limit: number,
  feeds: SeenFeeds | undefined,
): Promise<readonly FoundMeeting[]> {
  const rows = await newest(session, limit, feeds).where('published_at', '>=', since).execute()
  return load(session, rows, limit)
}

function newest({ database }: Session, limit: number, feeds: SeenFeeds | undefined) {
  return database
    .selectFrom('meetings')
    .select(['article_id', 'ordinal', 'published_at'])
    .where(isOfFeeds('meetings', feeds))
    .orderBy('published_at', 'desc')
    .orderBy('article_id')
    .orderBy('ordinal')
    .limit(limit)
}

function dayBefore(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - days)
  return date.toISOString().slice(0, 10)
}

const keyOf = ({ article_id: id, ordinal }: Pick<Reference, 'article_id' | 'ordinal'>): string =>
  `${ordinal} ${id}`

/** Newest article first; a meeting that several keys lead to once. */
async function load(
  session: Session,
  found: readonly Reference[],
  limit: number,
): Promise<readonly FoundMeeting[]> {
  const wanted = [...new Map(found.map((reference) => [keyOf(reference), reference])).values()]
    .toSorted(inOrder)
    .slice(0, limit)
  const rows = new Map<string, Awaited<ReturnType<typeof rowsOf>>[number]>()
  for (const batch of inBatches([...new Set(wanted.map((reference) => reference.article_id))]))
    for (const row of await rowsOf(session, batch)) rows.set(keyOf(row), row)
  const told = await withArticles(
    session,
    wanted.flatMap((reference) => rows.get(keyOf(reference)) ?? []),
  )
  return told.map(([{ meeting, story_id: storyId, duplicate_of: duplicateOf }, article]) => {
    // Only `saveMeetings` writes this column.
    const fact: ToldMeeting = JSON.parse(meeting)
    return { fact, article, storyId, ...(duplicateOf !== null && { duplicateOf }) }
  })
}

function rowsOf({ database }: Session, articleIds: readonly string[]) {
  return database
    .selectFrom('meetings')
    .innerJoin('articles', 'articles.id', 'meetings.article_id')
    .select(['meetings.article_id', 'ordinal', 'meetings.version', 'meeting', 'story_id', 'duplicate_of'])
    .where('meetings.article_id', 'in', articleIds)
    .execute()
}
