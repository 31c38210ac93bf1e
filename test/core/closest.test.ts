import { describe, expect, it } from 'vitest'
import { closestWord } from '../../src/core/closest.ts'

const KNOWN = ['Le Courrier', 'La Dépêche du port', 'x'.repeat(6000)]

describe('a guess', () => {
  it.each([
    ['le courier', 'Le Courrier', 'a letter missing'],
    ['LE-COURRIER', 'Le Courrier', 'capitals, a hyphen'],
    ['la depeche du prot', 'La Dépêche du port', 'two letters swapped'],
    ['le', undefined, 'too short to be near anything'],
    ['le courrier des lecteurs du dimanche', undefined, 'much longer than any'],
    ['une tout autre chose', undefined, 'near to none'],
  ])('« %s » gives %s', (given, expected, _why) => {
    expect(closestWord(given, KNOWN)).toBe(expected)
  })

  it('keeps nobody waiting over a text as long as Discord allows', () => {
    const titles = Array.from({ length: 200 }, (_, index) => `${'y'.repeat(5900)}${index}`)
    const startedAt = performance.now()
    expect(closestWord('x'.repeat(6000), titles)).toBeUndefined()
    expect(closestWord('x'.repeat(150), titles)).toBeUndefined()
    expect(performance.now() - startedAt).toBeLessThan(3000)
  })
})
