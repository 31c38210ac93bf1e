// Large databases for the bench of questions: real articles read once, repeated on earlier days with other people and
// places. Made once, kept in the temporary folder. Measures nothing.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { DAY, type Instant } from '../src/core/calendar.ts'
import { FACTS_VERSION } from '../src/core/fact.ts'
import { createRenamer, type Renamed, type Renamer } from './question-renamer.ts'
import { importCorpus } from './question-corpus.ts'

/** Days that the corpus covers: a round of it lies so many days before the one that was made before. */
const CORPUS_DAYS = 14

/** Feeds that articles are spread over: what a French archive of several years follows. */
export const ARCHIVE_FEEDS = 120

/** What a cell becomes in a later round; a column that is not named is copied. */
type Change = 'id' | 'key' | 'feed' | 'publisher' | 'instant' | 'day' | 'words' | 'meeting'

const CHANGES: Readonly<Record<string, Readonly<Record<string, Change>>>> = {
  articles: {
    id: 'id',
    story_id: 'id',
    duplicate_of: 'id',
    first_seen_at: 'instant',
    url: 'key',
    publisher: 'publisher',
  },
  article_versions: { article_id: 'id', title: 'words', lead: 'words', text: 'words' },
  article_keys: { article_id: 'id', key: 'key' },
  article_people: { article_id: 'id', name: 'words' },
  meetings: { article_id: 'id', first_day: 'day', last_day: 'day', meeting: 'meeting' },
  meeting_keys: { article_id: 'id', key: 'words' },
  offices: { article_id: 'id', name: 'words', office_key: 'words', text: 'words' },
  statements: { article_id: 'id', speaker: 'words' },
  sentences: { article_id: 'id' },
}
const EVERYWHERE: Readonly<Record<string, Change>> = { feed_id: 'feed', published_at: 'instant' }

type Cell = SQLInputValue
type Row = Readonly<Record<string, Cell>>

/** A cell as words; no column here holds bytes. */
function wordsOf(cell: Cell | undefined): string {
  if (typeof cell !== 'string' && typeof cell !== 'number')
    throw new TypeError(`There are no words in ${typeof cell}.`)
  return String(cell)
}

interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly changes: readonly (Change | undefined)[]
  readonly rows: readonly Row[]
}

/** Where the articles of one round stand. */
export interface RoundPlace {
  readonly idOf: (id: string) => string
  readonly feedOf: (id: string) => string
  readonly publisherOf: (publisher: string, id: string) => string
  readonly instantOf: (instant: Instant) => Instant
}

/** How an archive is made of the corpus. */
export interface ArchivePlan {
  readonly folder: string
  readonly name: string
  readonly renamed: Renamed
  readonly placeOf: (round: number) => RoundPlace
  /** Whether the corpus itself takes a place like every other round; else it stays as the import left it, but for its feeds. */
  readonly placesCorpus: boolean
  /** Another feed that has an article too, by its id; none has when absent. */
  readonly feedBeside?: (id: string) => string | undefined
}

const QUESTIONS: ArchivePlan = {
  folder: join(tmpdir(), 'pressoir-bench-questions'),
  name: 'articles',
  renamed: 'names',
  placesCorpus: false,
  placeOf: (round) => ({
    idOf: (id) => `${prefixOf(round)}${id}`,
    feedOf: (id) => feedOf(id, round),
    publisherOf: (publisher) => publisher,
    instantOf: (instant) => instant - round * CORPUS_DAYS * DAY,
  }),
}

/** The path of a database of `count` articles; `corpus` is a file that the verb import reads. */
export async function archiveDatabase(
  corpus: string,
  count: number,
  plan: ArchivePlan = QUESTIONS,
): Promise<string> {
  const kept = plan.folder
  const path = join(kept, `${plan.name}-${count}-facts-${FACTS_VERSION}.sqlite`)
  if (existsSync(path)) return path
  mkdirSync(kept, { recursive: true })
  process.stderr.write(`Je prépare ${count} articles dans ${path}, une fois pour toutes.\n`)
  const building = `${path}.part`
  for (const end of ['', '-wal', '-shm']) rmSync(building + end, { force: true })
  copyFileSync(await importCorpus(corpus, kept), building)
  const startedAt = performance.now()
  repeat(building, count, plan)
  process.stderr.write(`  ${((performance.now() - startedAt) / 1000).toFixed(0)} s\n`)
  renameSync(building, path)
  return path
}

/** Indexes that nothing needs meanwhile are made at the end: filling them in order is ten times as fast. */
function repeat(path: string, count: number, plan: ArchivePlan): void {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  // What is in WAL mode goes to no other mode than this first.
  database.exec(
    'pragma journal_mode = delete; pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -400000',
  )
  const indexes = database
    .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null")
    .all()
  for (const { name } of indexes) database.exec(`drop index ${wordsOf(name)}`)
  const tables = Object.keys(CHANGES).map((name) => tableOf(database, name))
  const ids = idsOf(tables)
  const sentences = sentencesOf(database)
  const spellings = database.prepare('select words, name from people_words').all()
  const texts = tables.flatMap(({ name, rows }) =>
    name === 'article_versions' ? rows.map(({ text }) => wordsOf(text)) : [],
  )
  const renamer = createRenamer(
    spellings.map(({ name }) => wordsOf(name)),
    texts,
    plan.renamed,
  )
  database.exec('begin')
  if (plan.placesCorpus) empty(database)
  else spread(database)
  const rounds = Math.ceil(count / ids.length)
  // In the order of time, as they would have been read: the newest sentences have the highest numbers.
  const order = Array.from({ length: rounds }, (_, at) => (plan.placesCorpus ? rounds - 1 - at : at + 1))
  for (const [at, round] of order.entries()) {
    if (round === rounds) break
    const taken = new Set(ids.slice(0, count - round * ids.length))
    const place = plan.placeOf(round)
    const first = (plan.placesCorpus ? at : round) * sentences.size
    addRound(database, { place, first, taken, tables, sentences, spellings, rename: renamer(round) })
    if (at % 20 === 0) process.stderr.write(`  ${(at + 1) * ids.length}\n`)
  }
  if (plan.feedBeside !== undefined) addAppearances(database, plan.feedBeside)
  database.exec('update sentence_total set total = (select count(*) from sentences)')
  for (const { sql } of indexes) database.exec(wordsOf(sql))
  database.exec('commit')
  database.exec('pragma journal_mode = wal')
  database.close()
}

function tableOf(database: DatabaseSync, name: string): Table {
  const rows = database
    .prepare(`select * from ${name} order by ${name === 'articles' ? 'first_seen_at desc, id' : 'rowid'}`)
    .all()
  const columns = Object.keys(rows[0] ?? {})
  const changes = columns.map((column) => CHANGES[name]?.[column] ?? EVERYWHERE[column])
  return { name, columns, changes, rows }
}

/** Newest first: of a round that is not whole, the oldest articles are left out. */
function idsOf(tables: readonly Table[]): readonly string[] {
  return tables.flatMap(({ name, rows }) => (name === 'articles' ? rows.map(({ id }) => wordsOf(id)) : []))
}

/** The feed of an article in a round. */
const feedOf = (id: string, round: number): string =>
  `flux-${(Number.parseInt(id, 36) + round) % ARCHIVE_FEEDS}`

/** The articles of the corpus leave the one feed that the import gave them. */
function spread(database: DatabaseSync): void {
  database.function('feed_of', (id) => feedOf(wordsOf(id), 0))
  for (const table of ['article_people', 'meetings', 'meeting_keys', 'offices', 'statements'])
    database.exec(`update ${table} set feed_id = feed_of(article_id)`)
  database.exec('update articles set feed_id = feed_of(id)')
}

/** All that is of articles; the index of stems holds no rows that could be deleted. */
function empty(database: DatabaseSync): void {
  for (const name of [...Object.keys(CHANGES).toReversed(), 'people_words'])
    database.exec(`delete from ${name}`)
  const { sql } = database.prepare("select sql from sqlite_master where name = 'sentence_stems'").get() ?? {}
  database.exec(`drop table sentence_stems; ${wordsOf(sql)}`)
}

function addAppearances(database: DatabaseSync, feedBeside: (id: string) => string | undefined): void {
  database.function('feed_beside', (id) => feedBeside(wordsOf(id)) ?? null)
  database.exec(`insert into article_appearances (article_id, feed_id, rubric)
    select id, feed_beside(id) as beside, '' from articles where beside is not null and beside != feed_id`)
}

/** By id, the stems of each sentence in order: the index itself keeps no row. */
function sentencesOf(database: DatabaseSync): ReadonlyMap<number, readonly string[]> {
  database.exec("create virtual table temp.stem_places using fts5vocab(main, 'sentence_stems', 'instance')")
  const stems = new Map<number, string[]>()
  for (const { term, doc, offset } of database
    .prepare('select term, doc, offset from stem_places')
    .iterate()) {
    const own = stems.get(Number(doc)) ?? []
    own[Number(offset)] = wordsOf(term)
    stems.set(Number(doc), own)
  }
  database.exec('drop table temp.stem_places')
  return stems
}

interface Round {
  readonly place: RoundPlace
  /** What is added to the number of a sentence. */
  readonly first: number
  /** Ids of the articles that are repeated. */
  readonly taken: ReadonlySet<string>
  readonly tables: readonly Table[]
  readonly sentences: ReadonlyMap<number, readonly string[]>
  readonly spellings: readonly Row[]
  readonly rename: ReturnType<Renamer>
}

function addRound(database: DatabaseSync, turn: Round): void {
  for (const table of turn.tables) addRows(database, table, turn)
  const insert = database.prepare('insert or ignore into people_words values (?, ?)')
  for (const { words, name } of turn.spellings)
    insert.run(turn.rename(wordsOf(words)), turn.rename(wordsOf(name)))
}

function addRows(database: DatabaseSync, { name, columns, changes, rows }: Table, turn: Round): void {
  const places = columns.map(() => '?').join(', ')
  const insert = database.prepare(`insert into ${name} (${columns.join(', ')}) values (${places})`)
  const index = database.prepare('insert into sentence_stems (rowid, stems) values (?, ?)')
  const idColumn = name === 'articles' ? 'id' : 'article_id'
  for (const row of rows) {
    const id = wordsOf(row[idColumn])
    if (!turn.taken.has(id)) continue
    const cells = columns.map((column, place) => changed(row[column] ?? null, changes[place], row, turn))
    if (name !== 'sentences') insert.run(...cells)
    else {
      const rowId = Number(row['id']) + turn.first
      insert.run(rowId, ...cells.slice(1))
      const stems = turn.sentences.get(Number(row['id'])) ?? []
      index.run(rowId, stems.map((stem) => turn.rename(stem)).join(' '))
    }
  }
}

function changed(cell: Cell, change: Change | undefined, row: Row, { place, rename }: Round): Cell {
  if (change === undefined || cell === null) return cell
  const id = wordsOf(row['article_id'] ?? row['id'])
  switch (change) {
    case 'id':
      return place.idOf(wordsOf(cell))
    case 'key':
      return wordsOf(cell).replace(/[^:/]*$/u, (end) => place.idOf(end))
    case 'feed':
      return place.feedOf(id)
    case 'publisher':
      return place.publisherOf(wordsOf(cell), id)
    case 'instant':
      return place.instantOf(Number(cell))
    case 'day':
      return dayBefore(wordsOf(cell), daysMoved(row, place))
    case 'words':
      return rename(wordsOf(cell))
    case 'meeting':
      return movedMeeting(wordsOf(cell), daysMoved(row, place), rename)
    default:
      return change satisfies never
  }
}

/** Whole days that the article of this row lies earlier than in the corpus. */
function daysMoved(row: Row, { instantOf }: RoundPlace): number {
  const publishedAt = Number(row['published_at'])
  return Math.round((publishedAt - instantOf(publishedAt)) / DAY)
}

/** Rounds follow each other in the order of ids too. */
const prefixOf = (round: number): string => `r${String(round).padStart(4, '0')}-`

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10)
}

function movedMeeting(json: string, days: number, rename: ReturnType<Renamer>): string {
  return JSON.stringify(JSON.parse(json), (key: string, value: unknown) => {
    if (typeof value !== 'string') return value
    if (key === 'from' || key === 'to') return dayBefore(value, days)
    return ['name', 'office', 'officeKey', 'place'].includes(key) ? rename(value) : value
  })
}
