// The different words of one article, numbered as they come, and where and how often each stands. Weighs none.
import { IS_CAPITAL, isTelling, type Words } from '../french/words.ts'

/** What is counted of each different word. */
export interface Vocabulary {
  /** The number of each word of the article. */
  readonly numbers: Int32Array
  readonly size: number
  /** Where each different word stands first, as an index of `Words`. */
  readonly firstWords: Int32Array
  readonly firstSentences: Int32Array
  readonly tellings: Int32Array
  /** Sentences that say it. */
  readonly sentences: Int32Array
  /** Tellings with a capital inside of a sentence. */
  readonly capitals: Int32Array
  /** Tellings in sentences that quote. */
  readonly quoted: Int32Array
  /** Tellings of any word with the same key. */
  readonly keyTellings: ReadonlyMap<number, number>
}

/** `isQuoting` tells of each sentence whether it has quotation marks. */
export function numberWords(words: Words, isQuoting: readonly boolean[]): Vocabulary {
  const known = new Map<number, number>()
  const lastSentences = new Int32Array(words.count).fill(-1)
  const vocabulary = emptyVocabulary(words.count)
  const { numbers, firstWords, firstSentences, tellings, sentences, capitals, quoted } = vocabulary
  for (const [sentence, isQuoted] of isQuoting.entries()) {
    const first = words.firsts[sentence] ?? 0
    for (let word = first; word < (words.firsts[sentence + 1] ?? 0); word++) {
      const hash = words.hashes[word] ?? 0
      let number = known.get(hash)
      if (number === undefined) {
        number = known.size
        known.set(hash, number)
        firstWords[number] = word
        firstSentences[number] = sentence
      }
      numbers[word] = number
      raise(tellings, number)
      if (lastSentences[number] !== sentence) raise(sentences, number)
      lastSentences[number] = sentence
      if (word > first && ((words.kinds[word] ?? 0) & IS_CAPITAL) !== 0) raise(capitals, number)
      if (isQuoted) raise(quoted, number)
    }
  }
  return { ...vocabulary, size: known.size, keyTellings: countKeys(words) }
}

function emptyVocabulary(wordCount: number): Omit<Vocabulary, 'size' | 'keyTellings'> {
  const made = (): Int32Array => new Int32Array(wordCount)
  return {
    numbers: made(),
    firstWords: made(),
    firstSentences: made(),
    tellings: made(),
    sentences: made(),
    capitals: made(),
    quoted: made(),
  }
}

function raise(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}

/** Of words that carry a subject. */
function countKeys(words: Words): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (let word = 0; word < words.count; word++) {
    const key = words.keys[word] ?? 0
    if (isTelling(words, word)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
