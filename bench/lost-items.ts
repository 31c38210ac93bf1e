// Items that a feed has and the reader does not give back, feed by feed and damage by damage. Usage:
// node bench/lost-items.ts [SHARED_FOLDER]. Ends with 1 when one is lost without a warning.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { ExplainedError } from '../src/core/failures.ts'
import { parseFeed } from '../src/feeds/parse.ts'
import { countItems, DAMAGES, LOSSES, ownFeeds } from '../test/feeds/damaged-feeds.ts'

/** Damages of one kind to one feed. */
const SAMPLES = 120

const CASE = z.object({
  file: z.string(),
  set: z.string(),
  url: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body_base64: z.string(),
})

interface Feed {
  readonly name: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

interface Tally {
  readings: number
  items: number
  fewer: number
  silent: number
}

function givenFeeds(shared: string): readonly Feed[] {
  const path = join(shared, 'data/feeds/dev.jsonl.gz')
  if (!existsSync(path)) return []
  const rows = gunzipSync(readFileSync(path)).toString().split('\n').filter(Boolean)
  return rows
    .map((row) => CASE.parse(JSON.parse(row)))
    .map(({ file, url, headers, body_base64: packed }) => ({
      name: file,
      url: url ?? 'https://flux.exemple.fr/une.xml',
      headers: headers ?? {},
      body: Buffer.from(packed, 'base64'),
    }))
}

/** How many items came back, and whether anything was said; an explanation in place of a feed says enough. */
function reading({ body, url, headers }: Feed): { readonly count: number; readonly hasWord: boolean } {
  try {
    const { items, warnings } = parseFeed(body, { url, headers })
    // That dates are missing or links were refused says nothing about damage.
    const hasWord = warnings.some(({ code }) => code === 'read-tolerantly' || code === 'truncated')
    return { count: items.length, hasWord }
  } catch (error) {
    if (error instanceof ExplainedError) return { count: 0, hasWord: true }
    throw error
  }
}

function note(tally: Tally, feed: Feed, expected: number): void {
  const { count, hasWord } = reading(feed)
  tally.readings += 1
  tally.items += expected
  if (count >= expected) return
  tally.fewer += expected - count
  if (hasWord) return
  tally.silent += expected - count
  if (process.env['LOST_ITEMS'] === 'all') process.stderr.write(`${feed.name} : ${count} sur ${expected}\n`)
}

/** Two items that lost what parts them may be one in JSON that is quite valid; nobody can tell. */
function isJson(body: Buffer): boolean {
  try {
    return JSON.parse(body.toString()) !== null
  } catch {
    return false
  }
}

const shared = process.argv[2] ?? '../shared'
const given = givenFeeds(shared)
const own = ownFeeds().map(({ name, text }) => ({
  name,
  url: 'https://flux.exemple.fr/une.xml',
  headers: {},
  body: Buffer.from(text),
}))
const tallies = new Map<string, Tally>()
const tallyOf = (name: string): Tally => {
  const known = tallies.get(name) ?? { readings: 0, items: 0, fewer: 0, silent: 0 }
  tallies.set(name, known)
  return known
}

for (const feed of given) note(tallyOf('flux donnés'), feed, countItems(feed.body.toString('latin1')))
for (const feed of own) {
  const whole = countItems(feed.body.toString())
  for (const [kind, damage] of [...LOSSES, ...DAMAGES])
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const at = Math.floor(((sample + 0.5) / SAMPLES) * feed.body.length)
      const body = damage(feed.body, at)
      const name = `${feed.name}, ${kind} à l’octet ${at}`
      const left = countItems(body.toString())
      const isLoss = LOSSES.some(([loss]) => loss === kind)
      note(tallyOf(kind), { ...feed, name, body }, isLoss || isJson(body) ? left : whole)
    }
}

const column = (value: number | string): string => String(value).padStart(14)
process.stdout.write(
  `${' '.repeat(34)}${['lectures', 'articles', 'en moins', 'sans un mot'].map(column).join('')}\n`,
)
for (const [name, { readings, items, fewer, silent }] of tallies)
  process.stdout.write(`${name.padEnd(34)}${[readings, items, fewer, silent].map(column).join('')}\n`)
process.exitCode = [...tallies.values()].some(({ silent }) => silent > 0) ? 1 : 0
