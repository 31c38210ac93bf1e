// Texts of which only some passages are kept.
import { describe, expect, it } from 'vitest'
import { fullText, keepPassages, wholeSentences } from '../../src/core/kept-passages.ts'

const TEXT =
  'La maire a reçu le préfet. Il pleuvait.\n\nLe préfet repart mardi. «\u202fÀ bientôt\u202f», a-t-il dit 👋.'

describe('what is kept of a text', () => {
  it.each([
    [[], 'nothing'],
    [[{ start: 0, end: 26 }], 'its beginning'],
    [
      [
        { start: 41, end: 64 },
        { start: 0, end: 26 },
      ],
      'two passages, in any order',
    ],
    [
      [
        { start: 0, end: 30 },
        { start: 20, end: 39 },
        { start: 39, end: 45 },
      ],
      'what overlaps and what touches',
    ],
    [[{ start: 65, end: TEXT.length }], 'its end, with a sign of two units'],
    [[{ start: 0, end: TEXT.length }], 'everything'],
  ])('stands where it stood', (stretches, _why) => {
    const read = fullText(keepPassages(TEXT, stretches))
    expect(read).toHaveLength(TEXT.length)
    for (const { start, end } of stretches) expect(read.slice(start, end)).toBe(TEXT.slice(start, end))
    const isKept = (at: number): boolean => stretches.some(({ start, end }) => start <= at && at < end)
    expect([...read.split('').entries()].every(([at, sign]) => isKept(at) || sign === '\n')).toBe(true)
  })

  it('is kept again, of what was kept before', () => {
    const once = fullText(keepPassages(TEXT, [{ start: 0, end: 26 }]))
    expect(fullText(keepPassages(once, [{ start: 0, end: 26 }]))).toBe(once)
  })

  it('is the text itself where all of it is stored', () => {
    expect(fullText(TEXT)).toBe(TEXT)
    expect(fullText('')).toBe('')
  })
})

it('a fact is kept with the whole of its sentence', () => {
  const sentences = [
    { start: 0, end: 26 },
    { start: 27, end: 39 },
  ]
  expect(wholeSentences([{ start: 3, end: 8 }], sentences)).toEqual([
    { start: 3, end: 8 },
    { start: 0, end: 26 },
  ])
})
