// Where a story comes from: who wrote for himself, which of them is a dispatch, who only reprinted it. Counts no source.
import type { EditionSource } from '../core/edition.ts'
import type { Span } from '../core/message.ts'
import { enumerateSpans, plain } from './blocks.ts'
import { counted } from './plural.ts'
import { enumerate, french } from './sentence.ts'
import { typeset } from './typography.ts'

/** Reprints are named up to this number, and linked; a dispatch is reprinted by dozens. */
const NAMED_REPRINTS = 2

/**
 * «Sources : Le Courrier · Radio Lac», «Source : Le Courrier · d’après AFP, repris par 6 autres titres»; where there are
 * several sources, what is said of one stands in brackets behind it.
 */
export function sourceSpans(sources: readonly EditionSource[]): readonly Span[] {
  const originals = sources.filter(({ duplicateOf }) => duplicateOf === undefined)
  const independent = oncePerPublisher(originals)
  const reprints = reprintsOf(sources, independent)
  const [only] = independent
  if (independent.length === 1 && only !== undefined)
    return [
      plain(french`Source : `),
      publisherSpan(only),
      ...before(' · ', provenance(only.agency, [...reprints.values()].flat())),
    ]
  return [
    plain(french`Sources : `),
    ...independent.flatMap((source, position) => [
      ...(position === 0 ? [] : [plain(' · ')]),
      publisherSpan(source),
      ...bracketed(provenance(source.agency, reprints.get(source.publisher) ?? [])),
    ]),
  ]
}

/** By the publisher whose article they repeat; one that wrote for itself as well is named already. */
function reprintsOf(
  sources: readonly EditionSource[],
  independent: readonly EditionSource[],
): ReadonlyMap<string, readonly EditionSource[]> {
  const named = new Set(independent.map(({ publisher }) => publisher))
  const publishers = new Map(sources.map(({ articleId, publisher }) => [articleId, publisher]))
  const reprints = oncePerPublisher(
    sources.filter(({ duplicateOf, publisher }) => duplicateOf !== undefined && !named.has(publisher)),
  )
  return Map.groupBy(reprints, ({ duplicateOf }) => {
    const repeated = publishers.get(duplicateOf ?? '')
    return repeated !== undefined && named.has(repeated) ? repeated : (independent[0]?.publisher ?? '')
  })
}

/** «d’après AFP, repris par 6 autres titres», as far as there is something to say. */
function provenance(agency: string | undefined, reprints: readonly EditionSource[]): readonly Span[] {
  const from = agency === undefined ? [] : [plain(agencyWords(agency))]
  const by = reprintWords(reprints)
  return [...from, ...(from.length > 0 && by.length > 0 ? [plain(', ')] : []), ...by]
}

/** «d’après AFP», as papers sign; «d’après AFP et Reuters». */
export function agencyWords(agency: string): string {
  return `d’après ${enumerate(agency.split(', ').map(typeset))}`
}

/** «repris par La Dépêche», «repris par La Dépêche et Afrique Matin», «repris par 6 autres titres». */
function reprintWords(reprints: readonly EditionSource[]): readonly Span[] {
  if (reprints.length === 0) return []
  if (reprints.length > NAMED_REPRINTS)
    return [plain(`repris par ${counted(reprints.length, 'autre titre', 'autres titres')}`)]
  return [plain('repris par '), ...enumerateSpans(reprints.map((source) => [publisherSpan(source)]))]
}

function before(separator: string, spans: readonly Span[]): readonly Span[] {
  return spans.length === 0 ? [] : [plain(separator), ...spans]
}

function bracketed(spans: readonly Span[]): readonly Span[] {
  return spans.length === 0 ? [] : [plain(' ('), ...spans, plain(')')]
}

export function oncePerPublisher(sources: readonly EditionSource[]): readonly EditionSource[] {
  const seen = new Set<string>()
  return sources.filter(({ publisher }) => !seen.has(publisher) && seen.add(publisher))
}

export function publisherSpan(source: Pick<EditionSource, 'publisher' | 'url'>): Span {
  const publisher = typeset(source.publisher)
  return source.url === '' ? plain(publisher) : { kind: 'link', text: publisher, url: source.url }
}
