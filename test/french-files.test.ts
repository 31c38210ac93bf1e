// The French files that are shipped keep their marks beside their words, as what the program says does.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasLooseMark } from './french-marks.ts'

const FILES = [
  'CHANGELOG.md',
  'config/pressoir.yaml',
  'config/slack-manifest.yaml',
  'docs/faults.md',
  'docs/hostile.md',
]

/** Code is not French. Rows of tables are made by the program and by the names of cases. */
const proseOf = (path: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, '..', path), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('|'))
    .map((line) => line.replaceAll(/`[^`]*`/gu, '`…`'))

describe('a French file', () => {
  it.each(FILES)('%s keeps its marks beside their words', (path) => {
    const prose = proseOf(path)
    expect(prose.length).toBeGreaterThan(5)
    expect(prose.filter(hasLooseMark)).toEqual([])
  })

  it.each(FILES)('%s has narrow spaces inside guillemets and before high marks', (path) => {
    expect(proseOf(path).filter((line) => /\u00A0[;?!»]|«\u00A0/u.test(line))).toEqual([])
  })
})
