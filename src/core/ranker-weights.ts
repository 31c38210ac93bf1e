// The weights of the learned ranker, unpacked from the file that `npm run train` writes. Learns nothing.
import packed from './ranker-weights.json' with { type: 'json' }
import type { DecisionTrees } from './decision-trees.ts'
import { Lexicon } from './lexicon.ts'
import { unpackLogarithms } from './logarithms.ts'

export interface RankerWeights {
  readonly lexicon: Lexicon
  /** How salient a word is, over `WORD_FEATURES`. */
  readonly wordTrees: DecisionTrees
  /** What a set of sentences is worth, over `SET_FEATURES`. */
  readonly setTrees: DecisionTrees
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'))
const integersOf = (base64: string): Int32Array => new Int32Array(bytesOf(base64).buffer)

const lexiconOf = ({ lexicon }: typeof packed): Lexicon =>
  new Lexicon({
    words: integersOf(lexicon.words),
    odds: unpackLogarithms(bytesOf(lexicon.odds)),
    rarity: unpackLogarithms(bytesOf(lexicon.rarity)),
    keys: integersOf(lexicon.keys),
    keyRarity: unpackLogarithms(bytesOf(lexicon.keyRarity)),
    unknownOdds: lexicon.unknownOdds,
    unknownRarity: lexicon.unknownRarity,
  })

function treesOf({ features, limits, leaves, base }: typeof packed.wordTrees): DecisionTrees {
  return {
    features: bytesOf(features),
    limits: new Float32Array(bytesOf(limits).buffer),
    leaves: new Float32Array(bytesOf(leaves).buffer),
    base,
  }
}

export const RANKER_WEIGHTS: RankerWeights = {
  lexicon: lexiconOf(packed),
  wordTrees: treesOf(packed.wordTrees),
  setTrees: treesOf(packed.setTrees),
}
