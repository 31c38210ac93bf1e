// Packs what was learned into the file that src/core/ranker-weights.ts unpacks. Learns nothing.
import { writeFileSync } from 'node:fs'
import type { DecisionTrees } from '../../src/core/decision-trees.ts'
import { packLogarithms } from '../../src/core/logarithms.ts'
import type { RankerWeights } from '../../src/core/ranker-weights.ts'

/** `figures` say what the weights reached and on what; they are for readers. */
export function writeWeights(
  path: string,
  learned: RankerWeights,
  figures: Readonly<Record<string, string>>,
): void {
  const { lists } = learned.lexicon
  const packed = {
    figures,
    lexicon: {
      words: base64(lists.words),
      odds: base64(packLogarithms(lists.odds)),
      rarity: base64(packLogarithms(lists.rarity)),
      keys: base64(lists.keys),
      keyRarity: base64(packLogarithms(lists.keyRarity)),
      unknownOdds: lists.unknownOdds,
      unknownRarity: lists.unknownRarity,
    },
    wordTrees: packTrees(learned.wordTrees),
    setTrees: packTrees(learned.setTrees),
  }
  writeFileSync(path, `${JSON.stringify(packed, undefined, 2)}\n`)
}

const base64 = ({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64')

function packTrees({ features, limits, leaves, base }: DecisionTrees): object {
  return { features: base64(features), limits: base64(limits), leaves: base64(leaves), base }
}
