// Tokens of the index of sentences, and what a search asks of it. The parts that search.ts and search-many.ts share.
import { type RawBuilder, sql } from 'kysely'
import { inBatches } from './batches.ts'
import type { Session } from './session.ts'

/** ASCII that FTS5 would cut at, or fold, moves to this block of the private use area; stems stay apart and whole. */
const PRIVATE_USE_START = 0xe000

/** One stem as one FTS5 token, whatever stands in it: «aujourd'hui», «rendez-vous», «"». */
export function tokenOf(stem: string): string {
  return stem.replace(/[^0-9a-z\u0080-\u{10ffff}]/gu, (character) =>
    String.fromCharCode(PRIVATE_USE_START + character.charCodeAt(0)),
  )
}

/** A token and in how many sentences it stands. */
export interface CountedToken {
  readonly token: string
  readonly count: number
}

export interface Search {
  /** At least one, rarest first. */
  readonly tokens: readonly CountedToken[]
  readonly limit: number
  readonly feeds: Feeds | undefined
}

/** Ids of feeds as a list that a statement can ask. */
export type Feeds = RawBuilder<unknown>

/** One parameter, however many feeds there are. Undefined asks for all of them. */
export function feedsAsked(feedIds: ReadonlySet<string> | undefined): Feeds | undefined {
  return feedIds && sql`select value from json_each(${JSON.stringify([...feedIds])})`
}

export interface Hit {
  readonly id: number
  readonly article_id: string
  readonly version: number
  readonly start_offset: number
  readonly end_offset: number
  /** bm25 as FTS5 gives it: the lower the better, never above 0. */
  readonly rank: number
}

export const bestFirst = (one: Hit, other: Hit): number => one.rank - other.rank || one.id - other.id

export function anyOf(tokens: readonly CountedToken[]): string {
  return tokens.map(({ token }) => `"${token}"`).join(' OR ')
}

/** A sentence counts when its article is of one of the feeds, or appeared in one. */
export function isOf(feeds: Feeds): RawBuilder<unknown> {
  return sql`(
    exists (select 1 from articles where articles.id = sentences.article_id and feed_id in (${feeds}))
    or exists (select 1 from article_appearances
      where article_appearances.article_id = sentences.article_id and feed_id in (${feeds})))`
}

/** Rarest first; a token that stands nowhere is left out. */
export async function countTokens(
  { database }: Session,
  tokens: readonly string[],
): Promise<readonly CountedToken[]> {
  const counted: CountedToken[] = []
  for (const batch of inBatches(tokens)) {
    const { rows } = await sql<CountedToken>`
      select term as token, doc as count from sentence_stem_counts where term in (${sql.join(batch)})`.execute(
      database,
    )
    counted.push(...rows)
  }
  return counted.toSorted((one, other) => one.count - other.count || (one.token < other.token ? -1 : 1))
}

export async function totalOf({ database }: Session): Promise<number> {
  const { total } = await database.selectFrom('sentence_total').select('total').executeTakeFirstOrThrow()
  return total
}
