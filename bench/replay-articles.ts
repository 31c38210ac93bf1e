// The articles of a replay with an hour each. The data gives days only: the hour comes from the identifier.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { DAY, HOUR, type Instant } from '../src/core/calendar.ts'

export interface ReplayArticle {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly text: string
  readonly publishedAt: Instant
}

/** Articles published in [from, until[, oldest first; those without a date are told and left out. */
export async function readReplayArticles(
  path: string,
  from: Instant,
  until: Instant,
): Promise<readonly ReplayArticle[]> {
  if (!existsSync(path)) {
    process.stderr.write(`Le fichier ${path} manque. Donnez un fichier d’articles .jsonl.gz.\n`)
    process.exit(2)
  }
  const rows = gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const dated = rows.filter(({ date }) => /^\d{4}-\d{2}-\d{2}$/.test(date ?? ''))
  if (dated.length < rows.length)
    process.stderr.write(`${rows.length - dated.length} articles sans date laissés de côté\n`)
  return dated
    .map(({ id, title, summary, lead, text, date }) => ({
      id: String(id),
      title: String(title),
      summary: String(summary ?? lead ?? ''),
      text: String(text),
      publishedAt: Date.parse(`${date}T00:00:00+02:00`) + (numberOf(String(id)) % (DAY / 60_000)) * 60_000,
    }))
    .filter(({ publishedAt }) => publishedAt >= from && publishedAt < until - HOUR)
    .toSorted((one, other) => one.publishedAt - other.publishedAt)
}

/** A number that depends on the identifier alone and spreads evenly. */
export function numberOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0)
}
