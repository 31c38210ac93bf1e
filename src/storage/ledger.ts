// What left the house after a backup was made, brought into what the backup restores: posted once stays once. ADR 0033.
import type { DatabaseSync } from 'node:sqlite'

/** Under this name the replaced database stands beside the restored one. */
const REPLACED = 'replaced'

export interface MergedLedger {
  readonly editions: number
  /** Articles that were brought over because these editions show them; their sentences are not findable yet. */
  readonly articleIds: readonly string[]
}

/**
 * Both databases have the tables of this program. Of what was sent, the copy that got further counts: that is the
 * replaced one, unless an old database is replaced by a newer backup.
 */
export function mergeLedger(restored: DatabaseSync, replacedPath: string): MergedLedger {
  restored.exec('pragma foreign_keys = off')
  restored.prepare(`attach database ? as ${REPLACED}`).run(replacedPath)
  try {
    restored.exec('begin immediate')
    const editions = mergeEditions(restored)
    const articleIds = bringShownArticles(restored)
    mergeSlots(restored)
    for (const table of ['notices', 'raised_alerts'])
      copy(restored, table, { mode: 'replace', where: isNotBehind(table) })
    mergeReports(restored)
    mergeInstallations(restored)
    // A hub goes on calling for what was asked of it since.
    for (const table of ['changes', 'audit', 'hub_subscriptions']) copy(restored, table, { mode: 'ignore' })
    restored.exec('commit')
    return { editions, articleIds }
  } finally {
    if (restored.isTransaction) restored.exec('rollback')
    restored.exec(`detach database ${REPLACED}; pragma foreign_keys = on`)
  }
}

/** What has been posted was posted in the words of the replaced database. */
function mergeEditions(restored: DatabaseSync): number {
  const known = count(restored, 'editions')
  const isPostedHere = `exists (select 1 from main.deliveries here
    where here.edition_id = theirs.id and here.state = 'posted')`
  copy(restored, 'editions', { mode: 'replace', where: `not ${isPostedHere}` })
  copy(restored, 'edition_articles', { mode: 'ignore' })
  copy(restored, 'compositions', { mode: 'ignore' })
  copy(restored, 'deliveries', { mode: 'replace', where: isNotBehind('deliveries') })
  return count(restored, 'editions') - known
}

/** A week that was reported on is not reported on again. */
function mergeReports(restored: DatabaseSync): void {
  copy(restored, 'health_reports', {
    mode: 'replace',
    where: `not exists (select 1 from main.health_reports here
      where here.workspace_id = theirs.workspace_id and here.week > theirs.week)`,
  })
}

/** Not where the restored one is further on its way than `theirs`. */
function isNotBehind(table: string): string {
  return `not exists (select 1 from main.${table} here
    where here.id = theirs.id and ${rank('here.state')} > ${rank('theirs.state')})`
}

const rank = (state: string): string =>
  `case ${state} when 'posted' then 3 when 'abandoned' then 2 when 'sending' then 1 else 0 end`

/**
 * Offsets point into their texts for ever. Their names come too: a feed that brings them again brings nothing new. What
 * they tell is read again in the background.
 */
function bringShownArticles(restored: DatabaseSync): readonly string[] {
  const missing = restored
    .prepare(
      `select distinct article_id from main.edition_articles
       where article_id not in (select id from main.articles) order by article_id`,
    )
    .all()
    .map(({ article_id: id }) => String(id))
  restored.exec('create temp table brought (id text primary key)')
  const note = restored.prepare('insert into brought values (?)')
  for (const id of missing) note.run(id)
  copy(restored, 'articles', { mode: 'ignore', where: isBrought('id') })
  for (const table of ['article_versions', 'article_keys', 'article_appearances'])
    copy(restored, table, { mode: 'ignore', where: isBrought('article_id') })
  restored.exec(`update main.articles set facts_version = 0 where id in (select id from temp.brought);
    drop table temp.brought`)
  return missing
}

const isBrought = (column: string): string => `theirs.${column} in (select id from temp.brought)`

/** Tokens that were renewed since: the older ones are worth nothing. */
function mergeInstallations(restored: DatabaseSync): void {
  copy(restored, 'installations', {
    mode: 'replace',
    where: `not exists (select 1 from main.installations here
      where here.workspace_id = theirs.workspace_id and here.renewed_at > theirs.renewed_at)`,
  })
}

/** A slot that was settled stays settled. */
function mergeSlots(restored: DatabaseSync): void {
  restored.exec(`
    insert into main.digest_slots (digest_name, announced_at, last_slot_at, next_slot_at)
    select digest_name, announced_at, last_slot_at, next_slot_at from ${REPLACED}.digest_slots where true
    on conflict (digest_name) do update set
      announced_at = min(announced_at, excluded.announced_at),
      last_slot_at = nullif(max(coalesce(last_slot_at, 0), coalesce(excluded.last_slot_at, 0)), 0),
      next_slot_at = nullif(max(coalesce(next_slot_at, 0), coalesce(excluded.next_slot_at, 0)), 0)`)
}

interface Copying {
  /** What becomes of a row whose place is taken: it stays, or the other one takes it. */
  readonly mode: 'ignore' | 'replace'
  /** About `theirs`; all rows when absent. */
  readonly where?: string
}

function copy(restored: DatabaseSync, table: string, { mode, where = 'true' }: Copying): void {
  const columns = restored
    .prepare(`select name from pragma_table_info(?)`)
    .all(table)
    .map(({ name }) => `"${String(name)}"`)
    .join(', ')
  restored.exec(
    `insert or ${mode} into main.${table} (${columns})
     select ${columns} from ${REPLACED}.${table} theirs where ${where}`,
  )
}

function count(restored: DatabaseSync, table: string): number {
  return Number(restored.prepare(`select count(*) as count from main.${table}`).get()?.['count'])
}
