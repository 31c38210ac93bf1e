// Names of an article that outlive a change of its address and its identifier. Never the only names of an article.
import { createHash } from 'node:crypto'
import { fold } from '../french/normalise.ts'
import type { IdentifiableItem } from './article-identity.ts'
import { HOUR, type Instant } from './calendar.ts'

/** An item of a feed, with the date that the publisher gives. */
export interface DatedItem extends IdentifiableItem {
  readonly publishedAt?: Instant | undefined
}

/** Fewer words name nobody, even with the minute of their publication: «Brèves», «En bref». */
const TITLE_WORDS = 4
const TEXT_WORDS = 12

/** Hexadecimal digits kept of a SHA-256, as for other names. */
const NAME_DIGITS = 16

/**
 * The further names of the items of one document, in its order; a name that two of them have is none. Two kinds:
 * - `page:` the address, without what a site changes for all its pages: scheme, `www.`, mobile and AMP editions, a
 *   final slash;
 * - `dated:` the minute of publication with the title, and with the text: a migration gives new identifiers and
 *   addresses, an edit changes a title and the address made from it. A round hour is many articles' hour.
 */
export function furtherNames(
  document: readonly DatedItem[],
  idOfFeed: string,
): readonly (readonly string[])[] {
  const named = document.map((item) => [...pageNames(item), ...datedNames(item, idOfFeed)])
  const bearers = new Map<string, number>()
  for (const names of named)
    for (const name of new Set(names)) bearers.set(name, (bearers.get(name) ?? 0) + 1)
  return named.map((names) => names.filter((name) => bearers.get(name) === 1))
}

/** Whether a key is none of `identityKeys`: it tells an article again, but never that nothing of it is new. */
export function isFurtherName(key: string): boolean {
  return /^(?:page|dated):/.test(key)
}

/** Whether nothing has to be read of an item: its identifier, its address and its very words are known. */
export function isWhollyKnown(keys: readonly string[], isKnown: (key: string) => boolean): boolean {
  return keys.every((key) => isFurtherName(key) || isKnown(key))
}

function pageNames({ url }: DatedItem): readonly string[] {
  const parsed = url === undefined ? null : URL.parse(url)
  if (parsed === null) return []
  const host = parsed.host.replace(/^(?:www|m|mobile|amp)\./, '').replace(/^(?:m|amp)-/, '')
  const path = parsed.pathname
    .replace(/^\/amp(?=\/.)/, '')
    .replace(/(?:\/amp)?\/?$/, '')
    .replace(/\.amp(?=\.html?$)|\.amp$/, '')
  const query = [...parsed.searchParams]
    .filter(([name, value]) => name !== 'amp' && !(name === 'outputType' && value === 'amp'))
    .map(([name, value]) => `${name}=${value}`)
  // The first page of a site is everybody's.
  return path === '' && query.length === 0 ? [] : [`page:${host}${path}?${query.join('&')}${parsed.hash}`]
}

function datedNames({ title, lead, text, publishedAt }: DatedItem, idOfFeed: string): readonly string[] {
  if (publishedAt === undefined || publishedAt % HOUR === 0) return []
  const named = [
    { kind: 'title', words: wordsOf(title), least: TITLE_WORDS },
    { kind: 'text', words: wordsOf(text === '' ? lead : text), least: TEXT_WORDS },
  ]
  return named.flatMap(({ kind, words, least }) =>
    words.length < least ? [] : [`dated:${idOfFeed}:${digest(`${kind} ${publishedAt} ${words.join(' ')}`)}`],
  )
}

const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, NAME_DIGITS)
