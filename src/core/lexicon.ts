// What is known of single words: how often news uses them, and how readily an abstract takes them up. Holds no article.
import { NumberTable } from './number-table.ts'

/** Lists in the same order: of words by their hash, and of what inflections share by its key. Unpacked as it is stored. */
export interface LexiconLists {
  readonly words: Int32Array
  /** The logarithm of the odds that an abstract says the word when its article does. */
  readonly odds: Float64Array
  /** The logarithm of one over the share of articles that say the word (Spärck Jones 1972). */
  readonly rarity: Float64Array
  readonly keys: Int32Array
  /** The same by the key of a word. */
  readonly keyRarity: Float64Array
  /** For words that are not here: they are rare. */
  readonly unknownOdds: number
  readonly unknownRarity: number
}

export class Lexicon {
  readonly lists: LexiconLists
  readonly #words: NumberTable
  readonly #keys: NumberTable

  constructor(lists: LexiconLists) {
    this.lists = lists
    this.#words = NumberTable.of(lists.words)
    this.#keys = NumberTable.of(lists.keys)
  }

  /** The place of a word in `odds` and `rarity`; -1 for one that is not here. */
  placeOf(hash: number): number {
    return this.#words.numberOf(hash)
  }

  oddsAt(place: number): number {
    return place < 0 ? this.lists.unknownOdds : (this.lists.odds[place] ?? 0)
  }

  rarityAt(place: number): number {
    return place < 0 ? this.lists.unknownRarity : (this.lists.rarity[place] ?? 0)
  }

  keyRarityOf(key: number): number {
    const place = this.#keys.numberOf(key)
    return place < 0 ? this.lists.unknownRarity : (this.lists.keyRarity[place] ?? 0)
  }
}
