import { describe, expect, it } from 'vitest'
import { findShortNames } from '../../src/french/short-names.ts'

/** The last sentence, which begins at `¶`, with what is missing in brackets. */
function completed(marked: string): string {
  const start = marked.indexOf('¶')
  const text = marked.replace('¶', '')
  let shown = ''
  let from = start
  for (const { at, given } of findShortNames(text, { start, end: text.length })) {
    shown += `${text.slice(from, at)}[${given}] `
    from = at
  }
  return shown + text.slice(from)
}

describe('a short name, completed from the text before it', () => {
  it.each([
    ['John Kerrigan est arrivé. ¶M. Kerrigan a ri.', 'M. [John] Kerrigan a ri.', 'behind a civility'],
    [
      'Claire de Valmy parle. ¶Selon Mme de Valmy, tout va.',
      'Selon Mme [Claire] de Valmy, tout va.',
      'a particle',
    ],
    [
      'Paul Garnier parle. ¶Le vote inquiète le président Garnier.',
      'Le vote inquiète le président [Paul] Garnier.',
      'behind an office',
    ],
    ['Paul Garnier parle. ¶Garnier a ri.', '[Paul] Garnier a ri.', 'at the head of the sentence'],
    ['Paul Garnier parle. ¶« Non », a répondu Garnier.', '« Non », a répondu [Paul] Garnier.', 'a speaker'],
    [
      'Paul Garnier et Claire Garnier parlent. ¶Mme Garnier a ri.',
      'Mme [Claire] Garnier a ri.',
      'by the civility',
    ],
    ['Paul Garnier et Jean Garnier parlent. ¶M. Garnier a ri.', 'M. Garnier a ri.', 'two of a name'],
    ['Paul Garnier parle. ¶Mme Garnier a ri.', 'Mme Garnier a ri.', 'another person of that name'],
    [
      'Paul Garnier parle. ¶La loi Garnier et l’affaire Garnier.',
      'La loi Garnier et l’affaire Garnier.',
      'things that bear a name',
    ],
    ['Une femme parle. ¶M. Garnier a ri.', 'M. Garnier a ri.', 'nobody of that name before'],
    [
      'On rit. ¶M. Garnier a ri de Paul Garnier.',
      'M. Garnier a ri de Paul Garnier.',
      'the full name comes after',
    ],
    ['Paul Garnier parle. ¶M. Jean Garnier a ri.', 'M. Jean Garnier a ri.', 'a full name'],
    ['Paul Garnier parle. ¶M. Garnier-Lormont a ri.', 'M. Garnier-Lormont a ri.', 'a longer name'],
  ])('%s → %s (%s)', (text, expected, _why) => {
    expect(completed(text)).toBe(expected)
  })
})
