// How likely an abstract of an article says each of its words. Learned: see bench/train. Chooses no sentence.
// The idea: Hong & Nenkova, «Improving the Estimation of Word Importance for News Multi-Document Summarization»,
// EACL 2014; here for one article, with boosted trees over where and how often a word stands.
import { IS_FIGURE, type Words } from '../french/words.ts'
import { type DecisionTrees, sumsOfTrees } from './decision-trees.ts'
import type { Lexicon } from './lexicon.ts'
import type { TitleOverlap } from './title-overlap.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the trees look at, in this order, for each different word. */
export const WORD_FEATURES = [
  'log of tellings',
  'first sentence',
  'first sentence, share of the article',
  'words before it',
  'share of the sentences',
  'capitals',
  'quoted',
  'in the title',
  'key in the title',
  'odds',
  'rarity',
  'carries no subject',
  'letters',
  'figure',
  'tellings of its key',
  'title has words',
] as const

/** The features of each different word of an article, one feature of all words after the other. */
export function wordFeatures(
  words: Words,
  vocabulary: Vocabulary,
  overlap: TitleOverlap,
  lexicon: Lexicon,
): Float32Array {
  const { size } = vocabulary
  const columns = new Float32Array(size * WORD_FEATURES.length)
  const sentenceCount = words.firsts.length - 1
  const hasTitle = Number(overlap.titleWords > 0)
  for (let number = 0; number < size; number++) {
    const word = vocabulary.firstWords[number] ?? 0
    const tellings = vocabulary.tellings[number] ?? 1
    const first = vocabulary.firstSentences[number] ?? 0
    const key = vocabulary.keyNumbers[number] ?? -1
    const place = lexicon.placeOf(words.hashes[word] ?? 0)
    let at = number
    columns[at] = Math.log(1 + tellings)
    columns[(at += size)] = first
    columns[(at += size)] = first / sentenceCount
    columns[(at += size)] = word
    columns[(at += size)] = (vocabulary.sentences[number] ?? 0) / sentenceCount
    columns[(at += size)] = (vocabulary.capitals[number] ?? 0) / tellings
    columns[(at += size)] = (vocabulary.quoted[number] ?? 0) / tellings
    columns[(at += size)] = overlap.isInTitle[number] ?? 0
    columns[(at += size)] = Number(overlap.bits[number] !== 0)
    columns[(at += size)] = lexicon.oddsAt(place)
    columns[(at += size)] = lexicon.rarityAt(place)
    columns[(at += size)] = Number(key < 0)
    columns[(at += size)] = words.lengths[word] ?? 0
    columns[(at += size)] = Number(((words.kinds[word] ?? 0) & IS_FIGURE) !== 0)
    columns[(at += size)] = key < 0 ? 0 : (vocabulary.keyTellings[key] ?? 0)
    columns[at + size] = hasTitle
  }
  return columns
}

/** 0 to 1 for each different word of an article. */
export function salienceOf(columns: Float32Array, trees: DecisionTrees): Float32Array {
  const odds = sumsOfTrees(trees, columns, columns.length / WORD_FEATURES.length)
  const salience = new Float32Array(odds.length)
  for (let number = 0; number < odds.length; number++)
    salience[number] = 1 / (1 + Math.exp(-(odds[number] ?? 0)))
  return salience
}
