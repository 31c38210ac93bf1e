// The names of feeds, rubrics and publishers in a filter, as they are known where it will be asked. Reads no line.
import { closestWord } from './closest.ts'
import type { Feed } from './feed.ts'
import type { Condition, Filter } from './filter.ts'
import { bareTitle } from './filter.ts'
import { findTitled, type Titled } from './find-titled.ts'

/** What the names in a definition may refer to. */
export interface KnownNames {
  readonly feeds: readonly Titled[]
  readonly rubrics: readonly string[]
  readonly publishers: readonly string[]
}

export function namesOf(feeds: readonly Feed[]): KnownNames {
  return {
    feeds: feeds.map(({ id, title }) => ({ id, title })),
    rubrics: [...new Set(feeds.map(({ rubric }) => rubric))].filter((rubric) => rubric !== ''),
    publishers: [...new Set(feeds.map(({ publisher }) => publisher))],
  }
}

export type NameMistake =
  | { readonly code: 'feed-unknown'; readonly given: string; readonly closest?: string | undefined }
  | { readonly code: 'rubric-unknown'; readonly given: string; readonly closest?: string | undefined }
  | { readonly code: 'publisher-unknown'; readonly given: string; readonly closest?: string | undefined }
  | { readonly code: 'feed-ambiguous'; readonly given: string; readonly titles: readonly string[] }

/** The same filter with each name in full; or the first name that nobody here has: it would keep nothing for ever. */
export function knownFilter(filter: Filter, known: KnownNames): Filter | NameMistake {
  if (!('filters' in filter)) return knownCondition(filter, known)
  const filters: Filter[] = []
  for (const one of filter.filters) {
    const read = knownFilter(one, known)
    if ('code' in read) return read
    filters.push(read)
  }
  return { ...filter, filters }
}

function knownCondition(condition: Condition, known: KnownNames): Condition | NameMistake {
  switch (condition.kind) {
    case 'feed':
      return knownFeed(condition.name, known.feeds)
    case 'rubric': {
      const name = called(condition.name, known.rubrics)
      return name === undefined
        ? unknown('rubric-unknown', condition.name, known.rubrics)
        : { ...condition, name }
    }
    case 'publisher': {
      const name = called(condition.name, known.publishers)
      return name === undefined
        ? unknown('publisher-unknown', condition.name, known.publishers)
        : { ...condition, name }
    }
    case 'words':
    case 'phrase':
    case 'pattern':
    case 'person':
    case 'place':
    case 'language':
      return condition
    default:
      return condition satisfies never
  }
}

function knownFeed(given: string, feeds: readonly Titled[]): Condition | NameMistake {
  const found = findTitled(feeds, given)
  switch (found.kind) {
    case 'one':
      return { kind: 'feed', name: found.found.title }
    case 'several':
      return { code: 'feed-ambiguous', given, titles: found.titles }
    case 'unknown':
      return { code: 'feed-unknown', given, closest: found.closest }
    default:
      return found satisfies never
  }
}

const called = (given: string, names: readonly string[]): string | undefined =>
  names.find((name) => bareTitle(name) === bareTitle(given))

const unknown = (
  code: 'rubric-unknown' | 'publisher-unknown',
  given: string,
  names: readonly string[],
): NameMistake => ({ code, given, closest: closestWord(given, names) })
