import { describe, expect, it } from 'vitest'
import { surroundingText } from '../../src/core/paragraph.ts'

const TEXT = [
  'Le conseil s’est réuni lundi.',
  'La maire a lu le rapport. Le pont rouvrira vendredi à 6 heures. Les travaux ont duré dix mois.',
  'Une réunion est prévue jeudi.',
].join('\n\n')

const SENTENCE = 'Le pont rouvrira vendredi à 6 heures.'

const long = (word: string): string => `${word} ${'lentement '.repeat(18).trim()}.`

function around(text: string, sentence: string): readonly [string, string, string] {
  const start = text.indexOf(sentence)
  const { before, sentence: found, after } = surroundingText(text, start, start + sentence.length)
  return [before, found, after]
}

describe('the text around a sentence', () => {
  it('is the rest of its paragraph, word for word', () => {
    expect(around(TEXT, SENTENCE)).toEqual([
      'La maire a lu le rapport. ',
      SENTENCE,
      ' Les travaux ont duré dix mois.',
    ])
  })

  it.each([
    ['Le conseil s’est réuni lundi.', 'a paragraph of one sentence, the first'],
    ['Une réunion est prévue jeudi.', 'and the last'],
  ])('is nothing around « %s »: %s', (sentence, _why) => {
    expect(around(TEXT, sentence)).toEqual(['', sentence, ''])
  })

  it('takes whole sentences only, the nearest first, from both sides', () => {
    const text = [long('Avant'), long('Juste avant'), SENTENCE, long('Juste après'), long('Après')].join(' ')
    const [before, , after] = around(text, SENTENCE)
    expect([before.trim(), after.trim()]).toEqual([long('Juste avant'), long('Juste après')])
  })

  it('leaves out a neighbour that is too long, and what stands behind it', () => {
    const text = `Avant. ${'Un '.repeat(300)}mot. ${SENTENCE} Après.`
    expect(around(text, SENTENCE)).toEqual(['', SENTENCE, ' Après.'])
  })
})
