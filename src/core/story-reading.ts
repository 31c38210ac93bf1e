// What grouping reads in an article, once: its words by the place they stand in, names, figures and days.
// Never compares two articles.
import { isTruncated } from './article-identity.ts'
import { DAY, type Instant } from './calendar.ts'
import { keySet } from './key-sets.ts'
import { traceWords, type ReprintTrace } from './reprint.ts'
import {
  DAY_BY_HASH,
  IS_CAPITALISED,
  IS_CONTENT,
  MONTH_BY_HASH,
  OPENS,
  readStoryWords,
  WEEKDAY_BY_HASH,
  type StoryWords,
} from './story-words.ts'

/** `text` may hold the lead already or not. */
export interface StoryText {
  readonly title: string
  readonly lead: string
  readonly text: string
  readonly publishedAt: Instant
}

export interface StoryReading {
  readonly publishedAt: Instant
  readonly wordCount: number
  /** The words that carry a subject, ascending, each once; the next lists have one value a key. */
  readonly keys: Uint32Array
  /** How often title and text say it. */
  readonly whole: Uint16Array
  /** How often the title, counted twice, and the opening say it. */
  readonly subject: Uint16Array
  readonly title: Uint16Array
  /** A sum of `IS_NAME`, `NAMED_IN_TITLE` and `NAMED_IN_HEAD`. */
  readonly marks: Uint8Array
  /** Days since 1970 that title and opening name, by weekday or date. */
  readonly days: Uint32Array
  readonly trace: ReprintTrace
}

/** Stands somewhere with a capital inside a sentence. */
export const IS_NAME = 1
/** Such a word, with a capital in the title. */
export const NAMED_IN_TITLE = 2
/** With a capital in the title or the first words. */
export const NAMED_IN_HEAD = 4

/** Words of lead and text that tell the subject; chosen for the likeness before this one, and kept. */
const OPENING_WORDS = 150

/** Words of lead and text in which the names are those of the event. */
const HEAD_WORDS = 60

/** Words of lead and text in which days are looked for. */
const DAYS_WORDS = 120

/** A word of the title counts as often as this in the subject. */
const TITLE_WEIGHT = 2

/** `ownTitle` is the title without what the site adds to every title; the trace is taken of the whole title. */
export function readStory(article: StoryText, ownTitle: string = article.title): StoryReading {
  const fullTitle = readStoryWords(article.title)
  const title = ownTitle === article.title ? fullTitle : readStoryWords(ownTitle)
  const text = joinLead(article.lead, readStoryWords(article.lead), readStoryWords(article.text))
  const counted = countWords(title, text)
  return {
    ...counted,
    publishedAt: article.publishedAt,
    wordCount: text.count,
    days: daysOf([title, text], article.publishedAt),
    trace: traceWords(fullTitle, text, counted.keys, article.publishedAt),
  }
}

/** As composeText does with texts: the lead comes first unless one holds the other or it breaks off. */
function joinLead(lead: string, leadWords: StoryWords, body: StoryWords): StoryWords {
  if (leadWords.count === 0 || holds(body, leadWords)) return body
  if (body.count === 0 || holds(leadWords, body)) return leadWords
  if (isTruncated(lead.trim())) return body
  const count = leadWords.count + body.count
  const joined = {
    count,
    hashes: new Int32Array(count),
    keys: new Int32Array(count),
    kinds: new Uint8Array(count),
  }
  for (const list of ['hashes', 'keys', 'kinds'] as const) {
    joined[list].set(leadWords[list].subarray(0, leadWords.count))
    joined[list].set(body[list].subarray(0, body.count), leadWords.count)
  }
  return joined
}

function holds(whole: StoryWords, part: StoryWords): boolean {
  const [hashes, wanted] = [whole.hashes, part.hashes]
  for (let start = 0; start + part.count <= whole.count; start++) {
    let at = 0
    while (at < part.count && hashes[start + at] === wanted[at]) at++
    if (at === part.count) return true
  }
  return false
}

type Counts = Pick<StoryReading, 'keys' | 'whole' | 'subject' | 'title' | 'marks'>

/** A key and a place behind it in one number of 53 bits: sorting by it brings the places of a key together. */
const PLACES = 2 ** 31

function countWords(title: StoryWords, text: StoryWords): Counts {
  const places = sortedPlaces(title, text)
  const most = places.length
  const counts = {
    keys: new Uint32Array(most),
    whole: new Uint16Array(most),
    subject: new Uint16Array(most),
    title: new Uint16Array(most),
    marks: new Uint8Array(most),
  }
  let last = -1
  for (let at = 0; at < most; at++) {
    const packed = places[at] ?? 0
    const key = Math.floor(packed / PLACES)
    if (last < 0 || counts.keys[last] !== key) counts.keys[++last] = key
    countPlace(counts, last, packed - key * PLACES, title, text)
  }
  const size = last + 1
  for (let at = 0; at < size; at++) if (((counts.marks[at] ?? 0) & IS_NAME) === 0) counts.marks[at] = 0
  return {
    keys: counts.keys.slice(0, size),
    whole: counts.whole.slice(0, size),
    subject: counts.subject.slice(0, size),
    title: counts.title.slice(0, size),
    marks: counts.marks.slice(0, size),
  }
}

/** Of every word that carries a subject, its key and its place: in the title, or in the text behind the title. */
function sortedPlaces(title: StoryWords, text: StoryWords): Float64Array {
  const places = new Float64Array(title.count + text.count)
  let size = 0
  for (let at = 0; at < title.count; at++)
    if (((title.kinds[at] ?? 0) & IS_CONTENT) !== 0) places[size++] = (title.keys[at] ?? 0) * PLACES + at
  for (let at = 0; at < text.count; at++)
    if (((text.kinds[at] ?? 0) & IS_CONTENT) !== 0)
      places[size++] = (text.keys[at] ?? 0) * PLACES + title.count + at
  return places.subarray(0, size).toSorted()
}

function countPlace(counts: Counts, at: number, place: number, title: StoryWords, text: StoryWords): void {
  const isInTitle = place < title.count
  const inText = place - title.count
  const kinds = (isInTitle ? title.kinds[place] : text.kinds[inText]) ?? 0
  raise(counts.whole, at, 1)
  if (isInTitle) raise(counts.title, at, 1)
  if (inText < OPENING_WORDS) raise(counts.subject, at, isInTitle ? TITLE_WEIGHT : 1)
  if ((kinds & IS_CAPITALISED) === 0) return
  const inside = (kinds & OPENS) === 0 ? IS_NAME : 0
  const head = inText < HEAD_WORDS ? NAMED_IN_HEAD : 0
  counts.marks[at] = (counts.marks[at] ?? 0) | inside | head | (isInTitle ? NAMED_IN_TITLE : 0)
}

/** Up to 65,535. */
function raise(counts: Uint16Array, at: number, by: number): void {
  counts[at] = Math.min(0xffff, (counts[at] ?? 0) + by)
}

/**
 * A weekday is the last one before the publication or its day; a date takes the year that brings it nearest. Good
 * enough to see that two articles name the same day; no reading of tenses.
 */
function daysOf([title, text]: readonly [StoryWords, StoryWords], publishedAt: Instant): Uint32Array {
  const days: number[] = []
  findDays(title, title.count, publishedAt, days)
  findDays(text, Math.min(text.count, DAYS_WORDS), publishedAt, days)
  return keySet(days.filter((day) => day > 0))
}

function findDays(words: StoryWords, count: number, publishedAt: Instant, days: number[]): void {
  const publishedOn = Math.floor(publishedAt / DAY)
  for (let at = 0; at < count; at++) {
    const hash = words.hashes[at] ?? 0
    const month = MONTH_BY_HASH.get(hash)
    const before = month === undefined ? undefined : dayBefore(words, at)
    if (month !== undefined && before !== undefined) days.push(nearestDay(month, before, publishedOn))
    const weekday = WEEKDAY_BY_HASH.get(hash)
    if (weekday === undefined || isDated(words, at, count)) continue
    days.push(publishedOn - ((new Date(publishedAt).getUTCDay() - weekday + 7) % 7))
  }
}

function dayBefore(words: StoryWords, at: number): number | undefined {
  return at === 0 ? undefined : DAY_BY_HASH.get(words.hashes[at - 1] ?? 0)
}

/** « mardi 3 mars ». */
function isDated({ hashes }: StoryWords, at: number, count: number): boolean {
  return at + 2 < count && DAY_BY_HASH.has(hashes[at + 1] ?? 0) && MONTH_BY_HASH.has(hashes[at + 2] ?? 0)
}

function nearestDay(month: number, day: number, publishedOn: number): number {
  const year = new Date(publishedOn * DAY).getUTCFullYear()
  const candidates = [year - 1, year, year + 1].map((other) => Date.UTC(other, month, day) / DAY)
  return candidates.reduce((best, found) =>
    Math.abs(found - publishedOn) < Math.abs(best - publishedOn) ? found : best,
  )
}
