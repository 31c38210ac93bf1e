// What no single value can tell: addresses, titles and names given twice, feeds and rubrics that nobody declared.
import { LEAST_FOR_ANY } from '../core/alert.ts'
import { feedId } from '../core/article-identity.ts'
import { closestWord } from '../core/closest.ts'
import type { Feed } from '../core/feed.ts'
import { readFilterLine } from '../core/filter-line.ts'
import { knownFilter, type KnownNames, namesOf } from '../core/filter-names.ts'
import type { Mistake } from '../locale/configuration.ts'
import type { ConfigurationDocument, LocatedMistake, PlainValue, ValuePath } from './document.ts'
import { DEFAULT_MONITOR, DEFAULT_PORT, readListening } from './values.ts'

/** The feeds of the file as far as they can be read, for whoever needs their titles and rubrics. */
export function declaredIn(document: ConfigurationDocument): readonly Feed[] {
  return listAt(document.value, 'flux').map((item): Feed => {
    const given = new Map(typeof item === 'object' && !Array.isArray(item) ? Object.entries(item) : [])
    const [url, title, rubric, publisher] = ['adresse', 'titre', 'rubrique', 'editeur'].map((key) => {
      const value = given.get(key)
      return typeof value === 'string' ? value : ''
    })
    return {
      id: feedId(url ?? ''),
      url: url ?? '',
      title: title ?? '',
      publisher: publisher === undefined || publisher === '' ? (title ?? '') : publisher,
      rubric: rubric ?? '',
      origin: 'file',
    }
  })
}

/** `known` are all feeds, those of its lists too. Looks at every value that is there, even when the shape of others is wrong, so that all mistakes come at once. */
export function checkAgreement(
  document: ConfigurationDocument,
  known: readonly Feed[],
): readonly LocatedMistake[] {
  const feeds = listAt(document.value, 'flux')
  const digests = listAt(document.value, 'revues')
  const alerts = listAt(document.value, 'alertes')
  const titles = textsUnder(feeds, 'flux', 'titre')
  return [
    ...repeated(document, textsUnder(feeds, 'flux', 'adresse'), feedId, 'address-twice'),
    ...repeated(document, titles, String, 'title-twice'),
    ...repeated(document, textsUnder(digests, 'revues', 'nom'), String, 'name-twice'),
    ...undeclaredIn(document, digests, 'revues', known),
    ...misnamed(document, textsUnder(digests, 'revues', 'filtre'), namesOf(known)),
    ...repeated(document, textsUnder(alerts, 'alertes', 'nom'), String, 'alert-twice'),
    ...undeclaredIn(document, alerts, 'alertes', known),
    ...watchMistakes(document, alerts),
    ...sharedPort(document),
  ]
}

/** One port serves others, the other one whoever watches: what is open to all must show nothing of it. */
function sharedPort(document: ConfigurationDocument): readonly LocatedMistake[] {
  const values = new Map(Object.entries(document.value))
  const [monitor, port] = [values.get('surveillance'), values.get('port') ?? String(DEFAULT_PORT)]
  const place = typeof monitor === 'string' ? readListening(monitor) : DEFAULT_MONITOR
  if (place === 'none' || 'code' in place || String(place.port) !== port) return []
  const line = document.lineOf([monitor === undefined ? 'port' : 'surveillance'])
  return [{ line, mistake: { code: 'ports-same', port: place.port } }]
}

/** Feeds and rubrics that the items of a list name and nobody declared. */
function undeclaredIn(
  document: ConfigurationDocument,
  list: readonly PlainValue[],
  from: string,
  known: readonly Feed[],
): readonly LocatedMistake[] {
  const [titles, rubrics] = [known.map(({ title }) => title), known.map(({ rubric }) => rubric)]
  return [
    ...undeclared(document, textsUnder(list, from, 'flux'), titles, 'feed-unknown'),
    ...undeclared(document, textsUnder(list, from, 'rubriques'), rubrics, 'rubric-unknown'),
  ]
}

/** An alert watches one thing; where it watches any story, one publisher is not enough. */
function watchMistakes(
  document: ConfigurationDocument,
  alerts: readonly PlainValue[],
): readonly LocatedMistake[] {
  return alerts.flatMap((_, index): readonly LocatedMistake[] => {
    const of = (key: string): readonly PlacedText[] =>
      textsUnder(alerts.slice(index, index + 1), 'alertes', key)
    const given = ['personne', 'expression', 'avec'].filter((key) => of(key).length > 0)
    const [first = '', second] = given
    if (second !== undefined) {
      const line = document.lineOf(['alertes', index, second])
      return [{ line, mistake: { code: 'watch-several', key: second, other: first } }]
    }
    const isTooFew = of('editeurs').some(({ text }) => Number(text) < LEAST_FOR_ANY)
    if (first !== '' || !isTooFew) return []
    const line = document.lineOf(['alertes', index, 'editeurs'])
    return [{ line, mistake: { code: 'publishers-few', least: LEAST_FOR_ANY } }]
  })
}

interface PlacedText {
  readonly text: string
  readonly path: ValuePath
}

function repeated(
  document: ConfigurationDocument,
  texts: readonly PlacedText[],
  identityOf: (text: string) => string,
  code: 'address-twice' | 'title-twice' | 'name-twice' | 'alert-twice',
): readonly LocatedMistake[] {
  const firstLines = new Map<string, number>()
  return texts.flatMap(({ text, path }) => {
    const line = document.lineOf(path)
    const firstLine = firstLines.get(identityOf(text))
    if (firstLine !== undefined)
      return [{ line, mistake: { code, given: text, firstLine } satisfies Mistake }]
    firstLines.set(identityOf(text), line)
    return []
  })
}

function undeclared(
  document: ConfigurationDocument,
  texts: readonly PlacedText[],
  declared: readonly string[],
  code: 'feed-unknown' | 'rubric-unknown',
): readonly LocatedMistake[] {
  const known = new Set(declared.filter((text) => text !== ''))
  return texts
    .filter(({ text }) => !known.has(text))
    .map(({ text, path }) => ({
      line: document.lineOf(path),
      mistake: { code, given: text, closest: closestWord(text, known) },
    }))
}

/** A filter that cannot be read is a mistake of its shape, and told there. */
function misnamed(
  document: ConfigurationDocument,
  filters: readonly PlacedText[],
  known: KnownNames,
): readonly LocatedMistake[] {
  return filters.flatMap(({ text, path }) => {
    const read = readFilterLine(text)
    const named = read.kind === 'read' ? knownFilter(read.filter, known) : undefined
    return named !== undefined && 'code' in named ? [{ line: document.lineOf(path), mistake: named }] : []
  })
}

/** The texts under one key of each map of a list, where there are any; a single text counts as a list of one. */
function textsUnder(list: readonly PlainValue[], from: string, key: string): readonly PlacedText[] {
  return list.flatMap((item, index) => {
    const value = typeof item === 'object' && !Array.isArray(item) ? Object.entries(item) : []
    const found = value.find(([name]) => name === key)?.[1]
    const path = [from, index, key]
    if (typeof found === 'string') return found === '' ? [] : [{ text: found, path }]
    if (!Array.isArray(found)) return []
    return found.flatMap((text: PlainValue, place) =>
      typeof text === 'string' && text !== '' ? [{ text, path: [...path, place] }] : [],
    )
  })
}

function listAt(value: PlainValue, key: string): readonly PlainValue[] {
  const found = Object.entries(value).find(([name]) => name === key)?.[1]
  return Array.isArray(found) ? found : []
}
