// Who holds which office, as articles say it. Never decides who is who.
import { type RawBuilder, sql } from 'kysely'
import type { Found, HeldTerm, ProvenTerm } from '../core/fact.ts'
import type { HeldOffice } from '../french/offices.ts'
import { inBatches } from './batches.ts'
import type { OfficeRow } from './fact-tables.ts'
import { type FactsAt, isOfFeeds, withArticles, type SeenFeeds } from './fact-places.ts'
import type { Session } from './session.ts'

/** Terms told of one person or one office; the rest are slips. */
const MOST_TERMS = 50

export async function saveOffices(
  { database }: Session,
  told: readonly FactsAt<HeldOffice>[],
): Promise<void> {
  const rows = told.flatMap(([place, offices]) =>
    onceEach(offices).map(({ name, key, text, isFormer, start, end }, ordinal) => ({
      ...place,
      ordinal,
      name,
      office_key: key,
      text,
      is_former: Number(isFormer),
      start_offset: start,
      end_offset: end,
    })),
  )
  for (const batch of inBatches(rows)) await database.insertInto('offices').values(batch).execute()
}

/** An article counts once for a person in an office, however often it says so. */
function onceEach(offices: readonly HeldOffice[]): readonly HeldOffice[] {
  // The first of each stays: a map keeps the last that is put in.
  return [...new Map(offices.toReversed().map((office) => [keyOf(office), office])).values()].toReversed()
}

const keyOf = ({ name, key, isFormer }: HeldOffice): string => JSON.stringify([name, key, isFormer])

/** Those that most articles tell first. */
export async function termsOf(
  session: Session,
  column: 'name' | 'office_key',
  values: readonly string[],
  feeds: SeenFeeds | undefined,
): Promise<readonly HeldTerm[]> {
  if (values.length === 0) return []
  const terms = await countTerms(session, column, values, feeds)
  return terms.map((term) => ({
    name: term.name,
    officeKey: term.office_key,
    isFormer: term.is_former === 1,
    articleCount: term.article_count,
    firstToldAt: term.first_told_at,
    lastToldAt: term.last_told_at,
  }))
}

/** Those that most articles tell first. */
export async function provenTerms(
  session: Session,
  names: readonly string[],
  feeds: SeenFeeds | undefined,
): Promise<readonly ProvenTerm[]> {
  const found: ProvenTerm[] = []
  for (const term of await termsOf(session, 'name', names, feeds)) {
    const latest = await latestOf(session, term, feeds)
    if (latest !== undefined) found.push({ ...term, latest })
  }
  return found
}

function countTerms(
  { database }: Session,
  column: 'name' | 'office_key',
  values: readonly string[],
  feeds: SeenFeeds | undefined,
) {
  return database
    .selectFrom(tellings(column, values, feeds).as('tellings'))
    .select((build) => [
      'name',
      'office_key',
      'is_former',
      build.fn.countAll<number>().as('article_count'),
      build.fn.min('published_at').as('first_told_at'),
      build.fn.max('published_at').as('last_told_at'),
    ])
    .groupBy(['name', 'office_key', 'is_former'])
    .orderBy('article_count', 'desc')
    .orderBy('last_told_at', 'desc')
    .orderBy('name')
    .limit(MOST_TERMS)
    .execute()
}

/**
 * Whoever held an office stands in tens of thousands of rows, what one person held in tens. So the rows of an office are
 * found feed by feed, and then those of other feeds whose articles stood in one of these later. Measured on a million
 * articles, an office with its seven ways to be written, 71,000 rows, most of them of other feeds: 19 ms against 78 for
 * looking at them all.
 */
function tellings(
  column: 'name' | 'office_key',
  values: readonly string[],
  feeds: SeenFeeds | undefined,
): RawBuilder<Pick<OfficeRow, 'name' | 'office_key' | 'is_former' | 'published_at'>> {
  const told = sql`select name, office_key, is_former, published_at from offices
    where ${sql.ref(column)} in (${sql.join(values)})`
  if (feeds === undefined || column === 'name') return sql`(${told} and ${isOfFeeds('offices', feeds)})`
  return sql`(${told} and feed_id in (${feeds.list})
    union all ${told} and stood_elsewhere = 1 and feed_id not in (${feeds.list}) and article_id in (
      select article_id from article_appearances where article_appearances.feed_id in (${feeds.list})))`
}

async function latestOf(
  session: Session,
  term: HeldTerm,
  feeds: SeenFeeds | undefined,
): Promise<Found<HeldOffice> | undefined> {
  const row = await session.database
    .selectFrom('offices')
    .selectAll()
    .where('name', '=', term.name)
    .where('office_key', '=', term.officeKey)
    .where('is_former', '=', Number(term.isFormer))
    .where(isOfFeeds('offices', feeds))
    .orderBy('published_at', 'desc')
    .orderBy('article_id')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const [found] = await withArticles(session, [row])
  if (found === undefined) return undefined
  return { fact: toOffice(row), article: found[1] }
}

export function toOffice(row: OfficeRow): HeldOffice {
  const { name, office_key: key, text, start_offset: start, end_offset: end } = row
  return { name, key, text, isFormer: row.is_former === 1, start, end }
}
