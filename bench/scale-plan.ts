// How large the worlds of the bench of scale are, and where their articles stand. Makes none.
import { DAY, type Instant } from '../src/core/calendar.ts'
import { shortKey } from '../src/core/short-key.ts'
import type { ArchivePlan, RoundPlace } from './question-archive.ts'

export const FEEDS = 10_000
export const WORKSPACES = 1000
export const CHANNELS = 5000

/** Feeds of the file, which every workspace reads: a tenth of all articles. */
export const FEEDS_OF_FILE = 100

/**
 * What 10,000 feeds bring a day. The rate is the same at every size: a larger archive is a longer one, 5 days, 50 days, 500
 * days. Most feeds of a long list are silent for days (findings, feeds).
 */
export const ARTICLES_A_DAY = 2000

/** Articles of the corpus, which one round repeats, and the days that they were printed in. */
const CORPUS_ARTICLES = 1587
const CORPUS_DAYS = 15
const CORPUS_ENDS_AT: Instant = Date.parse('2020-07-03T00:00:00Z')

/** When the last article of every world was read: a Friday, eight in the morning in Paris, when all digests are due. */
export const WORLD_ENDS_AT: Instant = Date.parse('2020-07-03T06:00:00Z')

const ROUND: Instant = (CORPUS_ARTICLES / ARTICLES_A_DAY) * DAY

/** Articles that a second feed has too, as the front page of a paper has those of its sections. */
const SHARED = 0.1

/** A large archive in `folder`. Round 0 is the newest; a round below 0 is still to come. */
export function worldPlan(folder: string): ArchivePlan {
  return {
    folder,
    name: 'world',
    renamed: 'rare-words-too',
    placesCorpus: true,
    placeOf: placeOfRound,
    feedBeside,
  }
}

function feedBeside(id: string): string | undefined {
  return chance(`${id} aussi`) < SHARED ? feedId(feedNumber(id, -1)) : undefined
}

export function placeOfRound(round: number): RoundPlace {
  return {
    // As real ids, without any order: neighbours in time are no neighbours on the disk.
    idOf: (id) => shortKey(`${round} ${id}`),
    feedOf: (id) => feedId(feedNumber(id, round)),
    publisherOf: (_, id) => publisherName(feedNumber(id, round)),
    instantOf: (instant) => {
      const before = CORPUS_ENDS_AT - Math.min(instant, CORPUS_ENDS_AT)
      return Math.floor(WORLD_ENDS_AT - round * ROUND - (before / (CORPUS_DAYS * DAY)) * ROUND)
    },
  }
}

export const feedId = (feed: number): string => `flux-${feed}`

/** Two feeds a publisher. */
export const publisherName = (feed: number): string => `Le Journal n° ${Math.floor(feed / 2)}`

/** The first feeds bring most: one in a hundred a tenth of all, half of them seven in ten. */
export function feedNumber(id: string, round: number): number {
  return skewed(chance(`${round} ${id}`))
}

/** A feed by chance, the first ones most often. */
export const skewed = (share: number): number => Math.floor(FEEDS * share * share)

/** From 0 to 1, the same for the same words. */
export function chance(words: string): number {
  return Buffer.from(shortKey(words), 'base64url').readUInt32BE(0) / 2 ** 32
}
