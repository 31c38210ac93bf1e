// The lists of feeds that a configuration names: OPML files beside it, and packs. Writes nothing, asks no feed.
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { feedId } from '../core/article-identity.ts'
import type { Feed } from '../core/feed.ts'
import { outlineFeeds } from '../core/outline-import.ts'
import type { Outline, OutlineFeed } from '../core/outline.ts'
import { findPack } from '../core/pack.ts'
import { readOpml } from '../feeds/opml.ts'
import type { Mistake } from '../locale/configuration.ts'
import type { ConfigurationDocument, LocatedMistake, PlainValue } from './document.ts'
import { readPack } from './packs.ts'

export interface ListedFeeds {
  readonly feeds: readonly OutlineFeed[]
  readonly mistakes: readonly LocatedMistake[]
}

/** Refused lines of one file that are told of one by one. */
const MOST_TOLD = 20

/**
 * The feeds of all lists, also when something else in the configuration is wrong, so that all mistakes come at once.
 * `path` is the configuration's own: files are beside it.
 */
export function readLists(document: ConfigurationDocument, path: string): ListedFeeds {
  const files = textsAt(document.value, 'opml').map(({ text, place }) => {
    const read = readFile(resolve(dirname(path), text), text)
    const line = document.lineOf(['opml', ...place])
    return { feeds: read.feeds, mistakes: read.mistakes.map((mistake) => ({ line, mistake })) }
  })
  const packs = textsAt(document.value, 'packs').flatMap(({ text }) => {
    const key = findPack(text)
    return key === undefined ? [] : readPack(key).feeds
  })
  return {
    feeds: [...files.flatMap(({ feeds }) => feeds), ...packs],
    mistakes: files.flatMap(({ mistakes }) => mistakes),
  }
}

function readFile(
  path: string,
  given: string,
): { readonly feeds: readonly OutlineFeed[]; readonly mistakes: readonly Mistake[] } {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    return { feeds: [], mistakes: [{ code: 'opml-missing', given }] }
  }
  const outline = readOpml(bytes)
  if (outline === undefined) return { feeds: [], mistakes: [{ code: 'opml-unreadable', given }] }
  return { feeds: outline.feeds, mistakes: refusals(outline, given) }
}

function refusals({ refused }: Outline, given: string): readonly Mistake[] {
  const told = refused
    .slice(0, MOST_TOLD)
    .map((outline): Mistake => ({ code: 'opml-refused', given, refused: outline }))
  const more = refused.length - told.length
  return more === 0 ? told : [...told, { code: 'opml-refused-more', given, count: more }]
}

/** A single text counts as a list of one. */
function textsAt(
  value: PlainValue,
  key: string,
): readonly { readonly text: string; readonly place: readonly number[] }[] {
  const found = Object.entries(value).find(([name]) => name === key)?.[1]
  if (typeof found === 'string') return found === '' ? [] : [{ text: found, place: [] }]
  if (!Array.isArray(found)) return []
  return found.flatMap((text: PlainValue, at) =>
    typeof text === 'string' && text !== '' ? [{ text, place: [at] }] : [],
  )
}

/** The feeds of the file, then those of its lists: an address that stands in both is the file's. */
export function withListed(declared: readonly Feed[], listed: readonly OutlineFeed[]): readonly Feed[] {
  const ids = new Set(declared.map(({ id }) => id))
  const fresh = listed.filter(({ address }) => {
    const id = feedId(address)
    const isNew = !ids.has(id)
    ids.add(id)
    return isNew
  })
  return [...declared, ...outlineFeeds(fresh, declared)]
}
