// What is known of single words: how often news uses them, and how readily an abstract takes them up. Holds no article.

export interface Lexicon {
  /** By the hash of a word, its place in the two lists that follow. Words that are not here are rare. */
  readonly places: ReadonlyMap<number, number>
  /** The logarithm of the odds that an abstract says the word when its article does. */
  readonly odds: Float64Array
  /** The logarithm of one over the share of articles that say the word (Spärck Jones 1972). */
  readonly rarity: Float64Array
  /** The same by the key of a word. */
  readonly keyRarity: ReadonlyMap<number, number>
  /** For words that are not here. */
  readonly unknownOdds: number
  readonly unknownRarity: number
}
