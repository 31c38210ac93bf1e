// The register of quotations in French, for whoever has to answer for them: each edition, each publisher, each sentence
// with its address. Counts nothing itself but the sums.
import type { Edition } from '../core/edition.ts'
import type { QuotedSource } from '../core/quotation-register.ts'
import { formatDay, formatHour } from './calendar.ts'
import { counted } from './plural.ts'
import { french } from './sentence.ts'
import { typeset } from './typography.ts'

interface Quoted {
  readonly edition: Pick<Edition, 'title' | 'slotAt' | 'zone'>
  readonly sources: readonly QuotedSource[]
}

const NOTHING_QUOTED = 'Aucune citation sur cette période.'

/** The whole register; the sums come last. */
export function quotationLines(quotations: readonly Quoted[]): readonly string[] {
  if (quotations.length === 0) return [NOTHING_QUOTED]
  return [...quotations.flatMap(editionLines), 'En tout', ...sumLines(quotations)]
}

function editionLines({ edition, sources }: Quoted): readonly string[] {
  const when = french`${formatDay(edition.slotAt, edition.zone)} à ${formatHour(edition.slotAt, edition.zone)}`
  return [
    `${typeset(edition.title)}, ${when}`,
    ...sources.flatMap((source) => [`  ${quotedLine(source)}`, ...source.sentences.map(sentenceLine)]),
    '',
  ]
}

/** «Édition « matin » : 263 mots cités, de 10 éditeurs», for the log. */
export function editionQuotes(
  { digestName }: Pick<Edition, 'digestName'>,
  quotations: readonly Pick<QuotedSource, 'words'>[],
): string {
  const words = quotations.reduce((sum, quotation) => sum + quotation.words, 0)
  return french`Édition « ${digestName} » : ${counted(words, 'mot cité', 'mots cités')}, de ${counted(quotations.length, 'éditeur')}.`
}

/** «Le Phare : 63 mots, 3 phrases, 2 articles». */
function quotedLine({ publisher, words, sentences, articles }: QuotedSource): string {
  return french`${typeset(publisher)} : ${counts(words, sentences.length)}, ${counted(articles, 'article')}`
}

function counts(words: number, sentences: number): string {
  return `${counted(words, 'mot')}, ${counted(sentences, 'phrase')}`
}

function sentenceLine({ text, words, url }: QuotedSource['sentences'][number]): string {
  const quoted = french`« ${typeset(text).replaceAll(/\s*\n\s*/g, ' ')} »`
  return `    ${quoted} (${counted(words, 'mot')}) ${url}`
}

function sumLines(quotations: readonly Quoted[]): readonly string[] {
  const all = quotations.flatMap(({ sources }) => sources)
  return [...Map.groupBy(all, ({ publisher }) => publisher)]
    .map(([publisher, own]) => ({
      publisher,
      editions: own.length,
      words: own.reduce((sum, { words }) => sum + words, 0),
      sentences: own.reduce((sum, { sentences }) => sum + sentences.length, 0),
    }))
    .toSorted((one, other) => other.words - one.words || (one.publisher < other.publisher ? -1 : 1))
    .map(
      ({ publisher, editions, words, sentences }) =>
        french`  ${typeset(publisher)} : ${counts(words, sentences)}, ${counted(editions, 'édition')}`,
    )
}
