// Texts are cut at paragraphs, sentences, clauses, words, characters, in this order, and lose nothing.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitText } from '../../src/chat/split.ts'

const upTo = (limit: number) => (text: string) => text.length <= limit
const solid = (text: string): string => text.replaceAll(/\s+/gu, '')

describe('cutting a text that is too long', () => {
  it.each([
    ['La préfète reçoit.', 40, ['La préfète reçoit.'], 'short enough'],
    ['', 40, [], 'nothing'],
    [' \n ', 40, [], 'blanks alone'],
    ['  La préfète reçoit. ', 40, ['La préfète reçoit.'], 'blanks around it'],
    ['Une ligne.\nUne autre.', 12, ['Une ligne.', 'Une autre.'], 'at paragraphs'],
    [
      'Le maire parle. La préfète répond. Le conseil vote.',
      36,
      ['Le maire parle. La préfète répond.', 'Le conseil vote.'],
      'at sentences',
    ],
    [
      'Court.\nLe maire parle longuement. La préfète répond.',
      30,
      ['Court.', 'Le maire parle longuement.', 'La préfète répond.'],
      'a short paragraph is not glued to half of the next one',
    ],
    ['Le maire, qui parle, se tait', 21, ['Le maire, qui parle,', 'se tait'], 'at commas in one sentence'],
    ['un deux trois quatre', 9, ['un deux', 'trois', 'quatre'], 'at words'],
    ['il y a 12\u202F% ici', 10, ['il y a', '12\u202F% ici'], 'not at a no-break space'],
    ['anticonstitutionnellement', 10, ['anticonsti', 'tutionnell', 'ement'], 'inside a word, at last'],
    [
      'M. Martin parle. Mme Roux écoute.',
      20,
      ['M. Martin parle.', 'Mme Roux écoute.'],
      'not at an abbreviation',
    ],
    ['👩‍👩‍👧👩‍👩‍👧', 10, ['👩‍👩‍👧', '👩‍👩‍👧'], 'never inside a character'],
    ['👩‍👩‍👧', 2, ['👩‍👩‍👧'], 'a character that is too long alone stays whole'],
  ])('cuts « %s » at %i', (text, limit, expected, _why) => {
    expect(splitText(text, upTo(limit))).toEqual(expected)
  })

  const words = fc.array(
    fc.oneof(
      fc.constantFrom(
        'Le maire parle.',
        'La préfète ?',
        '« Non », dit-il.',
        'M.',
        '12,5 %',
        '\n',
        '\n\n',
        ', ',
        ' : ',
        '…',
      ),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    ),
    { maxLength: 60 },
  )

  it('loses no letter, keeps the order, and each piece is fit', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 80 }), (parts, limit) => {
        const text = parts.join(' ')
        const pieces = splitText(text, upTo(limit))
        expect(solid(pieces.join(''))).toBe(solid(text))
        let from = 0
        for (const piece of pieces) {
          const at = text.indexOf(piece, from)
          expect(at).toBeGreaterThanOrEqual(from)
          expect(text.slice(from, at).trim()).toBe('')
          from = at + piece.length
          const characters = [...new Intl.Segmenter('fr').segment(piece)].length
          expect(piece.length <= limit || characters === 1).toBe(true)
          expect(piece).toBe(piece.trim())
          expect(piece).not.toBe('')
        }
      }),
      { numRuns: 500 },
    )
  })

  it('cuts no sentence that is fit in itself', () => {
    const sentence = fc
      .integer({ min: 1, max: 12 })
      .map((count) => `La commission ${'du conseil '.repeat(count)}a voté.`)
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 30 }), (sentences) => {
        const pieces = splitText(sentences.join(' '), upTo(200))
        expect(pieces.every((piece) => piece.endsWith('a voté.'))).toBe(true)
      }),
    )
  })

  it('looks seldom: far less often than there are words', () => {
    let looks = 0
    const pieces = splitText('mot '.repeat(20_000), (text) => {
      looks++
      return text.length <= 2000
    })
    expect(pieces).toHaveLength(40)
    expect(looks).toBeLessThan(40 * 25)
  })

  it('cuts a long text in a time that grows with its length', () => {
    const text = 'La commission a entendu le maire, puis la préfète. '.repeat(4000)
    const before = performance.now()
    expect(splitText(text, upTo(3000)).length).toBeGreaterThan(60)
    expect(performance.now() - before).toBeLessThan(2000)
  })
})
