// Words as numbers: what is one word, what inflections share, of what kind a word is.
import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/french/normalise.ts'
import { hashWord, IS_CAPITAL, IS_FIGURE, IS_STOP, isTelling, readWords } from '../../src/french/words.ts'

/** Keys of the words that carry a subject. */
function keysOf(text: string): readonly number[] {
  const words = readWords([text])
  return [...words.keys.subarray(0, words.count)].filter((_, word) => isTelling(words, word))
}

const isSame = (text: string): boolean =>
  readWords([text]).count === (fold(text).match(/[a-z0-9]+/g) ?? []).length

describe('readWords', () => {
  it.each([
    ['inflections', 'ministre', 'MINISTRES'],
    ['accents', 'élections', 'election'],
    ['accents written apart', 'é'.normalize('NFD') + 'lection', 'élection'],
    ['long words with one beginning', 'gouvernement', 'gouvernemental'],
    ['stop words and elision', "l'accord", 'un accord'],
  ])('%s share a key', (_reason, one, other) => {
    expect(keysOf(one)).toEqual(keysOf(other))
    expect(keysOf(one)).toHaveLength(1)
  })

  it('keeps other words apart', () => {
    expect(keysOf('président')).not.toEqual(keysOf('ornithorynque'))
    expect(keysOf('cœur')).not.toEqual(keysOf('cour'))
  })

  it('counts words sentence by sentence', () => {
    const { firsts, count } = readWords(['L’été dure.', '', 'Il pleut à Brest.'])
    expect([...firsts]).toEqual([0, 3, 3, 7])
    expect(count).toBe(7)
  })

  it('tells kinds apart', () => {
    const { kinds } = readWords(['À Brest le 12 juin'])
    expect([...kinds.subarray(0, 5)]).toEqual([IS_STOP | IS_CAPITAL, IS_CAPITAL, IS_STOP, IS_FIGURE, 0])
  })

  it('gives a word the hash of the word alone', () => {
    expect(readWords(['des Élections']).hashes[1]).toBe(hashWord('elections'))
  })

  it('finds the words that folding finds, in any text', () => {
    expect(() => assert(property(string({ unit: 'grapheme-ascii', maxLength: 60 }), isSame))).not.toThrow()
  })

  it('breaks on no string', () => {
    expect(() =>
      assert(property(string({ unit: 'binary', maxLength: 200 }), (text) => readWords([text]).count >= 0)),
    ).not.toThrow()
  })
})
