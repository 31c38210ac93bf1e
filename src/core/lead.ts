// Lead: news tells the most important first, so the first sentences are the brief. Reads not a word.
// Brandow, Mitze & Rau, «Automatic condensation of electronic publications by sentence selection», IPM 31(5), 1995.
import { rankingOf, type SentenceRanker } from './rank-sentences.ts'

/** A sentence is worth more than all sentences behind it together: the first ones that fit are taken. */
export const rankLead: SentenceRanker = ({ sentences }) =>
  rankingOf(sentences.map((_, position) => 2 ** -position))
