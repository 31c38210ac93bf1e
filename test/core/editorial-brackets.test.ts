import { array, assert, constantFrom, integer, option, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canResolveOpening, editorialBrackets } from '../../src/core/editorial-brackets.ts'
import { sentencesOf } from '../../src/core/sentence.ts'

const at = (time: string): number => Date.parse(time)

/** The brackets of the sentences of a text of which `shown` are quoted. */
function bracketsOf(
  text: string,
  publishedAt: number | undefined,
  shown: readonly number[] = [0],
  zone?: string,
) {
  const spans = sentencesOf(text).filter((_, order) => shown.includes(order))
  return editorialBrackets({ text, publishedAt, zone }, spans).map((list) =>
    list.map((insertion) => `${text.slice(0, insertion.at).split(' ').at(-1)} ${insertion.text}`),
  )
}

describe('days in brackets', () => {
  it.each([
    ['Il a été reçu mardi.', '2016-10-06T10:00Z', ['mardi [4 octobre]'], 'the day and month'],
    ['Il a été reçu samedi.', '2016-10-02T10:00Z', ['samedi [1er octobre]'], 'the first of a month'],
    ['Il a été reçu vendredi.', '2017-01-02T10:00Z', ['vendredi [30 décembre 2016]'], 'another year is told'],
    ['Hier, il a été reçu.', '2016-10-06T10:00Z', ['Hier [5 octobre]'], 'yesterday'],
    ['Hier, il a été reçu.', '2016-10-06T00:30Z', [], 'written at night: which yesterday?'],
    ['Il a été reçu mardi.', undefined, [], 'no date, no bracket'],
  ])('%s on %s → %j (%s)', (text, published, expected, _why) => {
    expect(bracketsOf(text, published === undefined ? undefined : at(published))).toEqual([expected])
  })

  it('counts from the day where the readers are', () => {
    const late = at('2016-10-06T22:30Z')
    expect(bracketsOf('Il a été reçu jeudi.', late, [0], 'Europe/Paris')).toEqual([['jeudi [6 octobre]']])
    expect(bracketsOf('Il a été reçu vendredi.', late, [0], 'Europe/Paris')).toEqual([
      ['vendredi [7 octobre]'],
    ])
    expect(bracketsOf('Il a été reçu vendredi.', late, [0], 'America/Montreal')).toEqual([
      ['vendredi [30 septembre]'],
    ])
  })

  it.each([
    ['Le pont a rouvert mardi.', '2016-10-04T06:00Z', [], 'written on Monday or on Tuesday?'],
    ['Le pont a été fermé lundi.', '2016-10-04T06:00Z', ['lundi [3 octobre]'], 'the same day from both'],
    ['Le pont a rouvert mardi.', '2016-10-03T18:00Z', ['mardi [27 septembre]'], 'put right on its own day'],
  ])(
    'dates no day that an article put right later may mean: %s on %s → %j (%s)',
    (text, updated, expected, _why) => {
      const spans = sentencesOf(text)
      const article = { text, publishedAt: at('2016-10-03T10:00Z'), updatedAt: at(updated) }
      expect(
        editorialBrackets(article, spans).map((list) =>
          list.map((insertion) => `${text.slice(0, insertion.at).split(' ').at(-1)} ${insertion.text}`),
        ),
      ).toEqual([expected])
    },
  )

  it('dates a day once in a brief, and not where its date was told', () => {
    const text =
      'Il a été reçu mardi. Elle a été élue mardi. Paul est né lundi. Vu lundi 3 octobre, il a ri. Il est mort lundi.'
    expect(bracketsOf(text, at('2016-10-06T10:00Z'), [0, 1])).toEqual([['mardi [4 octobre]'], []])
    expect(bracketsOf(text, at('2016-10-06T10:00Z'), [3, 4])).toEqual([[], []])
    expect(bracketsOf(text, at('2016-10-06T10:00Z'), [4])).toEqual([['lundi [3 octobre]']])
  })
})

describe('names in brackets', () => {
  const TEXT =
    'Serge Lormont a quitté Genève mardi. Il a déclaré que tout était dit. La ville était calme. M. Lormont a ri. M. Lormont reviendra.'

  it('names the person behind a pronoun where the sentence before is not shown', () => {
    expect(bracketsOf(TEXT, undefined, [1])).toEqual([['Il [Serge Lormont]']])
    expect(bracketsOf(TEXT, undefined, [0, 1])).toEqual([[], []])
  })

  it('completes a short name once, and not behind the full one', () => {
    expect(bracketsOf(TEXT, undefined, [3, 4])).toEqual([[' [Serge]'], []])
    expect(bracketsOf(TEXT, undefined, [0, 3])).toEqual([[], []])
    expect(bracketsOf(TEXT, undefined, [1, 3])).toEqual([['Il [Serge Lormont]'], []])
  })

  it('gives an empty list for each sentence without anything to add', () => {
    expect(editorialBrackets({ text: 'Rien.' }, [{ start: 0, end: 5 }])).toEqual([[]])
    expect(editorialBrackets({ text: '' }, [])).toEqual([])
  })
})

describe('an opening that can be resolved', () => {
  it.each([
    ['Serge Lormont a quitté Genève. ¶Il a déclaré que tout était dit.', true, 'one person'],
    ['Serge Lormont a quitté Genève. ¶Il pleuvait encore.', false, 'nobody'],
    ['Serge Lormont a quitté Genève. ¶La ville était calme.', false, 'no pronoun'],
    ['Serge Lormont a quitté Genève. ¶Il a dit oui, selon elle.', false, 'something else hangs'],
  ])('%s: %s (%s)', (marked, expected, _why) => {
    const start = marked.indexOf('¶')
    const text = marked.replace('¶', '')
    expect(canResolveOpening({ text }, { start, end: text.length })).toBe(expected)
  })
})

describe('whatever the text', () => {
  const news = array(
    constantFrom(
      'Il ',
      'Elle ',
      'Serge Lormont ',
      'M. Lormont ',
      'a dit ',
      'a été vu ',
      'mardi',
      'Hier',
      'la veille',
      '. ',
      ', ',
      '"',
      '« ',
      ' »',
      '\n',
      '5 mai ',
      'sera ',
      '[',
      ']',
    ),
    { maxLength: 40 },
  ).map((parts) => parts.join(''))

  it('inserts within the sentences, in order, the same each time', () => {
    for (const texts of [news, string({ unit: 'binary', maxLength: 200 })])
      assert(
        property(
          tuple(texts, option(integer({ min: -1e12, max: 4e12 }), { nil: undefined })),
          ([text, publishedAt]) => {
            const spans = sentencesOf(text)
            const brackets = editorialBrackets({ text, publishedAt }, spans)
            expect(editorialBrackets({ text, publishedAt }, spans)).toEqual(brackets)
            expect(brackets).toHaveLength(spans.length)
            brackets.forEach((list, order) => {
              const span = spans[order] ?? { start: 0, end: 0 }
              list.forEach((insertion, place) => {
                expect(insertion.at).toBeGreaterThanOrEqual(list[place - 1]?.at ?? span.start)
                expect(insertion.at).toBeLessThanOrEqual(span.end)
                expect(insertion.text).toMatch(/^\[[^[\]]+\]$/u)
              })
            })
          },
        ),
        { numRuns: 400 },
      )
  })
})
