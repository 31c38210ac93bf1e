// The judged pairs and windows of stories, with the articles that they speak of. Judges nothing.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export interface JudgedArticle {
  readonly id: string
  readonly date: string
  readonly title: string
  readonly lead: string
  readonly text: string
}

/** Judged together or apart, with what it counts and the days or months that it belongs to. */
export interface JudgedPair {
  readonly group: string
  readonly a: string
  readonly b: string
  readonly isSame: boolean
  /** A member of a large story counts once, however many pairs it makes. */
  readonly weight: number
}

export interface JudgedWindow {
  readonly name: string
  readonly storyOf: ReadonlyMap<string, string>
  /** Two articles between which nothing was judged. */
  readonly isUnjudged: (a: string, b: string) => boolean
}

interface Row {
  readonly kind?: string
  readonly window?: string
  readonly id?: string
  readonly story?: string
  readonly unsure?: boolean
  readonly ids?: readonly string[]
  readonly a?: string
  readonly b?: string
  readonly label?: string
  readonly date?: string
  readonly title?: string
  readonly lead?: string
  readonly summary?: string
  readonly text?: string
}

function readRows(path: string): readonly Row[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

function readArticles(path: string): readonly JudgedArticle[] {
  return readRows(path).map(({ id = '', date = '', title = '', lead, summary = '', text = '' }) => {
    return { id, date, title, lead: lead ?? summary, text }
  })
}

/** Two streams of articles: October 2019 as the development set has it, and everything else. */
export function readStreams(data: string): readonly (readonly JudgedArticle[])[] {
  const dev = readArticles(join(data, 'stories/dev-articles.jsonl.gz'))
  const others = new Map<string, JudgedArticle>()
  for (const path of ['articles/train.jsonl.gz', 'articles/valid.jsonl.gz', 'questions/corpus.jsonl.gz'])
    for (const row of readArticles(join(data, path)))
      if (row.date !== '' && !row.date.startsWith('2019-10') && !others.has(row.id)) others.set(row.id, row)
  return [dev, [...others.values()]]
}

export function readWindows(data: string): readonly JudgedWindow[] {
  const rows = [
    ...readRows(join(data, 'stories/dev-windows.jsonl')).map((row) => ({ ...row, kind: 'window' })),
    ...readRows('bench/data/story-pairs.jsonl'),
  ]
  const names = [
    ...new Set(rows.flatMap(({ kind, window }) => (kind === 'window' && window ? [window] : []))),
  ]
  return names.map((name) => {
    const inside = rows.filter(({ window }) => window === name)
    const articles = inside.filter(({ kind }) => kind === 'window')
    const storyOf = new Map(articles.map(({ id = '', story = '' }) => [id, story]))
    const unsure = new Set(articles.filter((row) => row.unsure === true).map(({ id }) => id))
    const sets = inside.flatMap(({ ids }) => (ids === undefined ? [] : [new Set(ids)]))
    return {
      name,
      storyOf,
      isUnjudged: (a, b) =>
        unsure.has(a) ||
        unsure.has(b) ||
        (storyOf.get(a) !== storyOf.get(b) && sets.some((set) => set.has(a) && set.has(b))),
    }
  })
}

/** All pairs of the windows, then those drawn one by one; `yearOf` names the group of the latter. */
export function readPairs(
  data: string,
  windows: readonly JudgedWindow[],
  yearOf: (id: string) => string,
): readonly JudgedPair[] {
  const inWindows = windows.flatMap(({ name, storyOf, isUnjudged }) => {
    const sizes = Map.groupBy(storyOf.values(), (story) => story)
    return pairsOf([...storyOf.keys()]).flatMap(([a, b]) => {
      if (isUnjudged(a, b)) return []
      const isSame = storyOf.get(a) === storyOf.get(b)
      const others = (sizes.get(storyOf.get(a) ?? '')?.length ?? 2) - 1
      return [{ group: name, a, b, isSame, weight: isSame ? 2 / others : 1 }]
    })
  })
  const drawn = readRows('bench/data/story-pairs.jsonl')
    .filter(({ kind, label }) => kind === 'pair' && label !== 'unsure')
    .map(({ a = '', b = '', label }) => ({ group: yearOf(a), a, b, isSame: label === 'same', weight: 1 }))
  const dev = readRows(join(data, 'stories/dev-pairs.jsonl')).map(({ a = '', b = '', label }) => ({
    group: 'dev-pairs',
    a,
    b,
    isSame: label !== 'different',
    weight: 1,
  }))
  return [...inWindows, ...drawn, ...dev]
}

export function pairsOf(ids: readonly string[]): readonly (readonly [string, string])[] {
  return ids.flatMap((a, at) => ids.slice(at + 1).map((b): [string, string] => [a, b]))
}
