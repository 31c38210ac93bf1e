// The full names of one text, by their parts: what lets «Dupré» alone be a person. Never outlives its text.
import type { NameWord } from './name-words.ts'

const joined = (words: readonly NameWord[]): string => words.map(({ key }) => key).join(' ')

/** `Al Assad` is the end of `Bachar al-Assad`. */
function withoutParticle(words: readonly NameWord[]): readonly NameWord[] {
  const [first] = words
  return first !== undefined && words.length > 1 && PARTICLES.has(first.key) ? words.slice(1) : words
}
const PARTICLES = new Set(['al', 'el', 'de', 'ben', 'bin', 'van', 'von'])

export class TextNames {
  readonly #parts = new Set<string>()

  /** The name, every ending of it, its first word, and its first two. */
  add(words: readonly NameWord[]): void {
    words.forEach((word, at) => {
      if (word.key.length > 1) this.#parts.add(joined(words.slice(at)))
    })
    const [first] = words
    if (first !== undefined && first.key.length > 2) this.#parts.add(first.key)
    if (words.length > 2) this.#parts.add(joined(words.slice(0, 2)))
  }

  has(words: readonly NameWord[]): boolean {
    return this.#parts.has(joined(words)) || this.#parts.has(joined(withoutParticle(words)))
  }
}
