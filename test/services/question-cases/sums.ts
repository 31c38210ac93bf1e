// Sums of scored cases, by kind and by phenomenon. Scores no case itself.
import type { QuestionArticle } from '../../fixtures/question-articles/article.ts'
import type { AskedCase } from './ask-all.ts'
import type { Score, Side, Tally } from './score.ts'

export type ScoredCase = AskedCase & Score

export interface SumRow {
  readonly name: string
  readonly count: number
  readonly score: number
  /** Of who-met-whom alone. */
  readonly precision: number | undefined
  readonly recall: number | undefined
  /** Share of answers that say that nothing was found. */
  readonly refused: number
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const meanOfGiven = (values: readonly (number | undefined)[]): number | undefined => {
  const given = values.filter((value) => value !== undefined)
  return given.length === 0 ? undefined : mean(given)
}

function sumUp(name: string, cases: readonly ScoredCase[]): SumRow {
  return {
    name,
    count: cases.length,
    score: mean(cases.map(({ score }) => score)),
    precision: meanOfGiven(cases.map(({ precision }) => precision)),
    recall: meanOfGiven(cases.map(({ recall }) => recall)),
    refused: mean(cases.map(({ given }) => (given.kind === 'nothing' ? 1 : 0))),
  }
}

const sumBy = (cases: readonly ScoredCase[], nameOf: (one: ScoredCase) => string): readonly SumRow[] =>
  [...Map.groupBy(cases, nameOf)].map(([name, own]) => sumUp(name, own))

/** All of them first. */
export function sumByKind(cases: readonly ScoredCase[]): readonly SumRow[] {
  return [sumUp('all', cases), ...sumBy(cases, ({ asked }) => asked.kind)]
}

export function sumByPhenomenon(cases: readonly ScoredCase[]): readonly SumRow[] {
  return sumBy(cases, ({ asked }) => asked.phenomenon).toSorted((one, other) =>
    one.name.localeCompare(other.name, 'fr'),
  )
}

/** Status, mode, place, day and article of the entries that name whom they should. */
export function sumSides(cases: readonly ScoredCase[]): readonly (Tally & { readonly side: Side })[] {
  const sides: readonly Side[] = ['article', 'status', 'mode', 'place', 'day']
  return sides.map((side) => {
    const tallies = cases.map((one) => one.sides[side]).filter((tally) => tally !== undefined)
    const total = (of: (tally: Tally) => number): number =>
      tallies.reduce((summed, tally) => summed + of(tally), 0)
    return { side, right: total(({ right }) => right), of: total(({ of }) => of) }
  })
}

/** Share of the sentences given as proof that stand so in their article; undefined where none is given. */
export function verbatimShare(
  cases: readonly ScoredCase[],
  articles: readonly QuestionArticle[],
): number | undefined {
  const byId = new Map(articles.map((article) => [article.id, article]))
  return meanOfGiven(
    cases.flatMap(({ given }) =>
      given.kind !== 'found'
        ? []
        : given.entries.map(({ articleId, sentence }) => {
            const article = byId.get(articleId)
            const isVerbatim =
              sentence !== '' && (article?.text.includes(sentence) || article?.title.includes(sentence))
            return isVerbatim === true ? 1 : 0
          }),
    ),
  )
}
