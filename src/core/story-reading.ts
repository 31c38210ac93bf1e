// What grouping reads in an article, once: its words by the place they stand in, names, figures and days.
// Never compares two articles.
import { isTruncated } from './article-identity.ts'
import { DAY, type Instant } from './calendar.ts'
import { traceWords, type ReprintTrace } from './reprint.ts'
import { readWords, type Word, type Words } from './story-words.ts'
import { countKeys, keySet, type Counted } from './vector.ts'

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
  readonly title: Counted
  /** Title, twice, and opening. */
  readonly subject: Counted
  /** Title and the whole text. */
  readonly whole: Counted
  /** Words with a capital inside a sentence, of title and text. */
  readonly names: Uint32Array
  /** Those of them that stand in the title. */
  readonly titleNames: Uint32Array
  /** Those of them that stand in the title or the first words. */
  readonly headNames: Uint32Array
  /** Days since 1970 that title and opening name, by weekday or date. */
  readonly days: Uint32Array
  readonly trace: ReprintTrace
}

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
  const fullTitle = readWords(article.title)
  const title = ownTitle === article.title ? fullTitle : readWords(ownTitle)
  const text = joinLead(article.lead, readWords(article.lead), readWords(article.text))
  const titleStems = stemsOf(title.words)
  const textStems = stemsOf(text.words)
  const opening = stemsOf(text.words.slice(0, OPENING_WORDS))
  const names = new Set(namesOf(title).concat(namesOf(text)))
  const isNamed = ({ isCapital, stem }: Word): boolean => isCapital && names.has(stem)
  const inTitle = title.words.filter((word) => isNamed(word))
  const inHead = [...inTitle, ...text.words.slice(0, HEAD_WORDS).filter((word) => isNamed(word))]
  return {
    publishedAt: article.publishedAt,
    wordCount: text.words.length,
    title: countKeys(titleStems),
    subject: countKeys(opening.concat(...Array.from({ length: TITLE_WEIGHT }, () => titleStems))),
    whole: countKeys(titleStems.concat(textStems)),
    names: keySet([...names]),
    titleNames: keySet(inTitle.map(({ stem }) => stem)),
    headNames: keySet(inHead.map(({ stem }) => stem)),
    days: daysOf([...title.words, ...text.words.slice(0, DAYS_WORDS)], article.publishedAt),
    trace: traceWords(fullTitle.words, text.words, article.publishedAt),
  }
}

/** As composeText does with texts: the lead comes first unless one holds the other or it breaks off. */
function joinLead(lead: string, leadWords: Words, body: Words): Words {
  if (leadWords.words.length === 0 || holds(body.words, leadWords.words)) return body
  if (body.words.length === 0 || holds(leadWords.words, body.words)) return leadWords
  if (isTruncated(lead.trim())) return body
  const opens = new Uint8Array(leadWords.opens.length + body.opens.length)
  opens.set(leadWords.opens)
  opens.set(body.opens, leadWords.opens.length)
  return { words: leadWords.words.concat(body.words), opens }
}

function holds(whole: readonly Word[], part: readonly Word[]): boolean {
  const first = part[0]?.folded
  for (let start = 0; start + part.length <= whole.length; start++) {
    if (whole[start]?.folded !== first) continue
    if (part.every(({ folded }, at) => whole[start + at]?.folded === folded)) return true
  }
  return false
}

function stemsOf(words: readonly Word[]): number[] {
  const stems: number[] = []
  for (const { isContent, stem } of words) if (isContent) stems.push(stem)
  return stems
}

function namesOf({ words, opens }: Words): number[] {
  const names: number[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word?.isContent === true && word.isCapital && opens[at] === 0) names.push(word.stem)
  }
  return names
}

/**
 * A weekday is the last one before the publication or its day; a date takes the year that brings it nearest. Good
 * enough to see that two articles name the same day; no reading of tenses.
 */
function daysOf(words: readonly Word[], publishedAt: Instant): Uint32Array {
  const published = new Date(publishedAt)
  const publishedOn = Math.floor(publishedAt / DAY)
  const days: number[] = []
  for (let at = 0; at < words.length; at++) {
    const { weekday = -1, month = -1 } = words[at] ?? {}
    if (weekday < 0 && month < 0) continue
    const before = words[at - 1]?.dayNumber ?? -1
    if (month >= 0 && before >= 1 && before <= 31)
      days.push(nearestDay(published.getUTCFullYear(), month, before, publishedOn))
    const isDated = (words[at + 1]?.dayNumber ?? -1) > 0 && (words[at + 2]?.month ?? -1) >= 0
    if (weekday >= 0 && !isDated) days.push(publishedOn - ((published.getUTCDay() - weekday + 7) % 7))
  }
  return keySet(days.filter((day) => day > 0))
}

function nearestDay(year: number, month: number, day: number, publishedOn: number): number {
  const candidates = [year - 1, year, year + 1].map((other) => Date.UTC(other, month, day) / DAY)
  return candidates.reduce((best, found) =>
    Math.abs(found - publishedOn) < Math.abs(best - publishedOn) ? found : best,
  )
}
