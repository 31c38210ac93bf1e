// The different words of one article, numbered as they come, and where and how often each stands. Weighs none.
import { IS_CAPITAL, isTelling, type Words } from '../french/words.ts'
import { NumberTable } from './number-table.ts'

/** What is counted of each different word, and of each different key. */
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
  /** The number of its key, which words of one stem share; -1 where it carries no subject. */
  readonly keyNumbers: Int32Array
  /** By the number of a key. */
  readonly keys: Int32Array
  readonly keyCount: number
  /** Tellings of any word with the same key, by the number of the key. */
  readonly keyTellings: Int32Array
}

/** `isQuoting` tells of each sentence whether it has quotation marks. */
export function numberWords(words: Words, isQuoting: readonly boolean[]): Vocabulary {
  const known = new NumberTable(words.count)
  const lastSentences = new Int32Array(words.count).fill(-1)
  const counts = emptyCounts(words.count)
  const { numbers, firstWords, firstSentences, tellings, sentences, capitals, quoted } = counts
  for (let sentence = 0; sentence < isQuoting.length; sentence++) {
    const isQuoted = isQuoting[sentence] === true
    const first = words.firsts[sentence] ?? 0
    const end = words.firsts[sentence + 1] ?? 0
    for (let word = first; word < end; word++) {
      const before = known.size
      const number = known.add(words.hashes[word] ?? 0)
      if (number === before) {
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
  return { ...counts, size: known.size, ...numberKeys(words, counts, known.size) }
}

type Counts = Omit<Vocabulary, 'size' | 'keyNumbers' | 'keys' | 'keyCount' | 'keyTellings'>

function emptyCounts(wordCount: number): Counts {
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

/** A word has one key wherever it stands: each different one is looked up once. */
function numberKeys(
  words: Words,
  { firstWords, tellings }: Counts,
  size: number,
): Pick<Vocabulary, 'keyNumbers' | 'keys' | 'keyCount' | 'keyTellings'> {
  const known = new NumberTable(size)
  const keyNumbers = new Int32Array(size).fill(-1)
  const [keys, keyTellings] = [new Int32Array(size), new Int32Array(size)]
  for (let number = 0; number < size; number++) {
    const word = firstWords[number] ?? 0
    if (!isTelling(words, word)) continue
    const key = words.keys[word] ?? 0
    const keyNumber = known.add(key)
    keyNumbers[number] = keyNumber
    keys[keyNumber] = key
    keyTellings[keyNumber] = (keyTellings[keyNumber] ?? 0) + (tellings[number] ?? 0)
  }
  return { keyNumbers, keys, keyCount: known.size, keyTellings }
}
