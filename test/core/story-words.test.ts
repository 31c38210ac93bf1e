// The words of stories: what is one word, what is one figure, and which endings do not count.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  IS_CAPITALISED,
  IS_CONTENT,
  IS_DIGITS,
  IS_NUMBER,
  OPENS,
  readStoryWords,
  STORY_KEYS,
} from '../../src/core/story-words.ts'

const hashesOf = (text: string): readonly number[] => {
  const { count, hashes } = readStoryWords(text)
  return [...hashes.subarray(0, count)]
}
const keysOf = (text: string): readonly number[] => {
  const { count, keys } = readStoryWords(text)
  return [...keys.subarray(0, count)]
}

describe('words of stories', () => {
  it.each([
    ['Saint-Malo', 1, 'hyphens join'],
    ['l’été de l’élu', 3, 'elided articles are dropped'],
    ['5 253 habitants', 2, 'thousands'],
    ['1.200,50 euros', 2, 'thousands and decimals'],
    ['12,5 %', 1, 'decimals'],
    ['en 2019 300 personnes', 4, 'a year and a number'],
    ['14, 15 et 16', 4, 'a list of numbers'],
    ['', 0, 'nothing'],
  ])('are counted in « %s »', (text, expected, _why) => {
    expect(readStoryWords(text).count).toBe(expected)
  })

  it.each([
    ['5 253', '5.253', 'separators of thousands'],
    ['5 253', '5253', 'none'],
    ['ÉLUE', 'élue', 'capitals'],
  ])('are one: « %s » and « %s »', (one, other, _why) => {
    expect(hashesOf(one)).toEqual(hashesOf(other))
  })

  it.each([
    ['annonces', 'annoncer', 'noun and verb'],
    ['annoncée', 'annoncé', 'feminine'],
    ['victime', 'victimes', 'plural'],
    ['demi-finale', 'demi-finales', 'plural of a compound'],
  ])('share a key: « %s » and « %s »', (one, other, _why) => {
    expect(keysOf(one)).toEqual(keysOf(other))
  })

  it.each([
    ['Saint-Malo', 'Saint-Denis', 'compounds of one saint'],
    ['12', '13', 'figures'],
  ])('do not: « %s » and « %s »', (one, other, _why) => {
    expect(keysOf(one)).not.toEqual(keysOf(other))
  })

  it('know names, openings and numbers', () => {
    const { kinds } = readStoryWords('Hier à Saint-Malo, quatre des 12 élus. Demain')
    expect([...kinds].slice(0, 8)).toEqual([
      IS_CAPITALISED | OPENS,
      0,
      IS_CONTENT | IS_CAPITALISED,
      IS_CONTENT | IS_NUMBER,
      0,
      IS_CONTENT | IS_DIGITS,
      IS_CONTENT,
      IS_CONTENT | IS_CAPITALISED | OPENS,
    ])
  })

  it('are those of the text that is read, whatever was read before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const first = readStoryWords(one)
        const copy = structuredClone(first)
        readStoryWords(other)
        expect(first).toEqual(copy)
        expect(readStoryWords(one)).toEqual(copy)
        for (const key of first.keys) expect(key >= 0 && key < STORY_KEYS).toBe(true)
      }),
    )
  })
})
