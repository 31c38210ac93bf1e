// What is shown of a sentence: its words, brackets and French typography, and that it can be undone.
import { array, assert, constantFrom, integer, oneof, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editorialBrackets, type Insertion } from '../../src/core/editorial-brackets.ts'
import { sentencesOf } from '../../src/core/sentence.ts'
import { displaySentence } from '../../src/locale/editorial.ts'
import { typeset } from '../../src/locale/typography.ts'

/** Rows are written with `_` for a no-break space of either width. */
const readable = (text: string): string => text.replaceAll(/[\u202F\u00A0]/gu, '_')

describe('displaySentence', () => {
  it.each([
    ['Il a dit "non" mardi.', [[20, '[4 octobre]']], 'Il a dit «_non_» mardi [4_octobre].', 'behind a word'],
    ['Il a dit "non".', [[2, '[Serge Lormont]']], 'Il [Serge Lormont] a dit «_non_».', 'behind a pronoun'],
    ['Lormont a ri.', [[0, '[Serge]']], '[Serge] Lormont a ri.', 'at the head'],
    ['Vu par M. Lormont !', [[10, '[Serge]']], 'Vu par M. [Serge] Lormont_!', 'between blanks'],
    ['"Lormont a ri"', [[1, '[Serge]']], '«_[Serge] Lormont a ri_»', 'behind an opening mark'],
    ['Reçu "mardi"', [[11, '[1er mai 2015]']], 'Reçu «_mardi [1er_mai 2015]_»', 'before a closing mark'],
    ['Rien.', [], 'Rien.', 'nothing to add'],
    ['Il a  dit\nnon.', [], 'Il a dit non.', 'blanks come alone'],
    ['Rien.', [[40, '[X]']], 'Rien.', 'out of the sentence: left out'],
  ] as const)('%s %j → %s (%s)', (text, insertions, shown, _why) => {
    const given = insertions.map(([place, inserted]) => ({ at: 100 + place, text: inserted }))
    expect(readable(displaySentence({ text, start: 100, insertions: given }))).toBe(shown)
  })
})

/** Typography undone: blanks, quotation marks, apostrophes and ellipses as any keyboard has them. */
const plain = (text: string): string =>
  text
    .replaceAll(/[«»“”"]/gu, '"')
    .replaceAll('’', "'")
    .replaceAll('…', '...')
    .replaceAll(/[\s\u00A0\u202F]/gu, '')

/** Any run of dots is an ellipsis. */
const collapsed = (text: string): string => text.replaceAll(/\.{3,}/gu, '...')

/** Each bracket is taken out once, the first one that reads so behind the last. */
function withoutBrackets(shown: string, insertions: readonly Insertion[]): string {
  let rest = plain(shown)
  let kept = ''
  for (const { text } of insertions) {
    const found = rest.indexOf(plain(text))
    expect(found).toBeGreaterThanOrEqual(0)
    kept += rest.slice(0, found)
    rest = rest.slice(found + plain(text).length)
  }
  return collapsed(kept + rest)
}

/** Blanks one by one, on one line. */
const single = (text: string): string => text.replaceAll(/\s{2,}|[\t\n\v\f\r\u2028\u2029]/gu, ' ')

describe('a display gives its sentence back', () => {
  const news = array(
    constantFrom(
      '"',
      '«',
      '»',
      '“',
      '”',
      "'",
      '’',
      ' ',
      '\u00A0',
      '\n',
      '.',
      '...',
      ':',
      '?',
      '%',
      '(',
      ')',
      'mardi',
      'Il ',
      'a été vu ',
      'M. ',
      'Lormont',
      'Serge Lormont',
      'a dit ',
      'sera ',
      'hier',
      ', ',
      '. ',
      '12',
      'http://a.b/c',
    ),
    { maxLength: 40 },
  ).map((parts) => parts.join(''))
  const anything = oneof(news, string({ unit: 'grapheme' }), string({ unit: 'binary' }))

  it('with the brackets of the editor taken out and typography undone, whatever the text', () => {
    expect(() =>
      assert(
        property(anything, (text) => {
          const spans = sentencesOf(text)
          const brackets = editorialBrackets({ text, publishedAt: Date.UTC(2016, 9, 6, 11) }, spans)
          return spans.every(({ start, end }, order) => {
            const sentence = text.slice(start, end)
            const insertions = brackets[order] ?? []
            const shown = displaySentence({ text: sentence, start, insertions })
            return withoutBrackets(shown, insertions) === collapsed(plain(sentence))
          })
        }),
        { numRuns: 1500 },
      ),
    ).not.toThrow()
  })

  it('with brackets anywhere', () => {
    const places = array(integer({ min: 0, max: 30 }), { maxLength: 3 })
    expect(() =>
      assert(
        property(tuple(anything, places), ([text, given]) => {
          const insertions = given
            .filter((place) => place <= text.length && !/[\uDC00-\uDFFF]/u.test(text.charAt(place)))
            .toSorted((one, other) => one - other)
            .map((place, order) => ({ at: place, text: `[nom${order}]` }))
          const shown = displaySentence({ text, start: 0, insertions })
          return withoutBrackets(shown, insertions) === collapsed(plain(text))
        }),
        { numRuns: 1500 },
      ),
    ).not.toThrow()
  })

  it('is typography alone where there is nothing to add', () => {
    expect(() =>
      assert(property(anything, (text) => displaySentence({ text, start: 7 }) === typeset(single(text)))),
    ).not.toThrow()
  })
})
