// The sentences of an article as rows, each read when it is first asked for. Resolves no phrase.
import { firstFrom } from './cast.ts'
import { readUnits } from './parties.ts'
import type { PersonName } from './people.ts'
import { sentenceWords } from './sentence-words.ts'
import type { Span } from './sentences.ts'
import type { Row } from './unit-row.ts'

export class SentenceRows {
  readonly sentences: readonly Span[]
  readonly #text: string
  readonly #people: readonly PersonName[]
  readonly #rows = new Map<number, Row>()

  constructor(text: string, sentences: readonly Span[], people: readonly PersonName[]) {
    this.#text = text
    this.sentences = sentences
    this.#people = people
  }

  /** Empty beyond the ends of the text. */
  rowOf(index: number): Row {
    const known = this.#rows.get(index)
    if (known !== undefined) return known
    const row = this.#read(this.sentences[index] ?? NOWHERE)
    this.#rows.set(index, row)
    return row
  }

  #read(sentence: Span): Row {
    const first = firstFrom(this.#people, sentence.start)
    const people = this.#people
      .slice(first, firstFrom(this.#people, sentence.end))
      .filter(({ end }) => end <= sentence.end)
    const cuts = new Set(people.flatMap(({ start, end }) => [start, end]))
    return readUnits(this.#text, sentenceWords(this.#text, sentence, cuts), people)
  }
}

const NOWHERE: Span = { start: 0, end: 0 }
