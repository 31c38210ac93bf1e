// TextRank: as LexRank, but sentences resemble each other by how many words they share. Weighs no word.
// Mihalcea & Tarau, «TextRank: Bringing Order into Texts», EMNLP 2004, section 4.
import { isTelling, readWords, type Words } from '../french/words.ts'
import { walkGraph } from './random-walk.ts'
import { rankingOf, type SentenceRanker } from './rank-sentences.ts'

export const rankTextRank: SentenceRanker = ({ sentences }) => {
  const words = readWords(sentences)
  const keys = sentences.map((_, sentence) => keysOf(words, sentence))
  const edges = new Float64Array(keys.length * keys.length)
  for (const [row, one] of keys.entries()) {
    for (const [column, other] of keys.entries()) {
      if (row !== column) edges[row * keys.length + column] = similarity(one, other)
    }
  }
  return rankingOf(walkGraph(edges, keys.length))
}

function keysOf(words: Words, sentence: number): ReadonlySet<number> {
  const keys = new Set<number>()
  for (let word = words.firsts[sentence] ?? 0; word < (words.firsts[sentence + 1] ?? 0); word++) {
    if (isTelling(words, word)) keys.add(words.keys[word] ?? 0)
  }
  return keys
}

/** Shared words over the sum of the logarithms of the lengths; 0 where a length of one would divide by nothing. */
function similarity(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const lengths = Math.log(one.size) + Math.log(other.size)
  if (!(lengths > 0)) return 0
  let shared = 0
  for (const key of one) if (other.has(key)) shared++
  return shared / lengths
}
