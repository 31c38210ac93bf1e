// What matters in a story, and how much of it some sentences say. Never chooses one.
import type { Article } from './article.ts'
import type { FactTrace } from './same-fact.ts'
import { visitTellingWords } from './word-weights.ts'

/** What counts as the opening of an article: about 150 words, as for grouping. */
const OPENING_CHARACTERS = 900

/** How much a word of the story matters: its rarity, and the more the more of the articles open with it. */
export function storyWeights(
  articles: readonly Pick<Article, 'title' | 'lead' | 'text'>[],
): ReadonlyMap<number, number> {
  const counts = new Map<number, { readonly rarity: number; count: number }>()
  for (const { title, lead, text } of articles) {
    const own = new Set<number>()
    visitTellingWords([title, lead, text.slice(0, OPENING_CHARACTERS)].join('\n'), (key, rarity) => {
      if (own.has(key)) return
      own.add(key)
      const known = counts.get(key)
      if (known === undefined) counts.set(key, { rarity, count: 1 })
      else known.count++
    })
  }
  return new Map(Array.from(counts, ([key, { rarity, count }]) => [key, rarity * Math.log2(count)]))
}

/** How much of what the articles tell these sentences say; each word counts once. */
export function coverageOf(traces: readonly FactTrace[], weights: ReadonlyMap<number, number>): number {
  const keys = new Set(traces.flatMap((trace) => [...trace.weights.keys()]))
  let sum = 0
  for (const key of keys) sum += weights.get(key) ?? 0
  return sum
}
