// How close briefs come to the abstracts, with weights that need not be written yet. Two sentences, sixty words.
import { pressBrief } from '../../src/core/brief.ts'
import { learnedRanker } from '../../src/core/learned-ranker.ts'
import type { RankerWeights } from '../../src/core/ranker-weights.ts'
import { readWords } from '../../src/french/words.ts'
import type { TaughtArticle } from './articles.ts'
import { rougeOf } from './rouge.ts'

const LIMITS = { maxSentences: 2, maxWords: 60 }

/** «31.5 / 11.6 / 21.0, 45 words, 1249 articles». */
export function measureBriefs(articles: readonly TaughtArticle[], learned: RankerWeights): string {
  const rank = learnedRanker(learned)
  const sums = { one: 0, two: 0, longest: 0, words: 0 }
  for (const { title, text, lead } of articles) {
    const brief = pressBrief({ title, text }, LIMITS, rank).map(({ start, end }) => text.slice(start, end))
    const rouge = rougeOf(hashesOf(brief.join(' ')), hashesOf(lead))
    sums.one += rouge.one
    sums.two += rouge.two
    sums.longest += rouge.longest
    sums.words += brief.join(' ').split(/\s+/).filter(Boolean).length
  }
  const mean = (sum: number): string => (sum / articles.length).toFixed(2)
  const [one, two, longest] = [sums.one, sums.two, sums.longest].map(mean)
  return `ROUGE-1 / 2 / L ${one} / ${two} / ${longest}, ${mean(sums.words)} words, ${articles.length} articles`
}

function hashesOf(text: string): Int32Array {
  const { hashes, count } = readWords([text])
  return hashes.subarray(0, count)
}
