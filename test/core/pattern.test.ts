import { describe, expect, it } from 'vitest'
import { patternProblem, preparePattern, type PatternProblem } from '../../src/core/pattern.ts'

describe('a regular expression', () => {
  it.each<[source: string, problem: PatternProblem | undefined]>([
    ['grève (générale|nationale)', undefined],
    ['[à-ÿ]+', undefined],
    ['(?i)bac', undefined],
    ['\\p{L}+', undefined],
    ['(grève', 'parenthesis-open'],
    ['grève)', 'parenthesis-closed'],
    ['[grève', 'bracket-open'],
    ['[z-a]', 'range'],
    ['grève(?= générale)', 'look-around'],
    ['(?!grève)', 'look-around'],
    ['(?<=la )grève', 'look-around'],
    ['(?<!la )grève', 'look-around'],
    ['(a)\\1', 'back-reference'],
    ['(?<mot>a)\\k<mot>', 'back-reference'],
    ['*grève', 'repeat-what'],
    ['a**', 'repeat-what'],
    ['a{1001}', 'repeat-count'],
    ['a{3,2}', 'repeat-count'],
    ['(a{0,30}){0,30}{0,30}', 'repeat-what'],
    ['grève\\', 'escape'],
    ['\\y', 'escape'],
    ['(?:a?){200}', 'too-large'],
    ['a'.repeat(301), 'too-large'],
    [' ', 'empty'],
  ])('«%s» has the problem %s', (source, problem) => {
    expect(patternProblem(source)).toBe(problem)
  })

  // Each keeps a backtracking engine busy for longer than anybody waits.
  it.each([
    '(a+)+$',
    '(a|a)*$x',
    '(a|aa)+$',
    '(.*)*x',
    '(x+x+)+y',
    '([a-z]+)*1',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(?:a?){20}a{20}b',
    '.*.*.*=.*',
    '(a|b)*a(a|b){60}c',
  ])('«%s» is looked for in 200,000 characters in bounded time', (source) => {
    const matches = preparePattern(source)
    const text = 'aaab'.repeat(50_000)
    const startedAt = performance.now()
    matches(text)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})
