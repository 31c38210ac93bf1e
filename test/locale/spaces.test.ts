// No sentence of src/locale may part from its mark at the end of a line. Reads source files as text; runs none of them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const FOLDER = join(import.meta.dirname, '../../src/locale')

/** They name the marks that they look for. */
const ABOUT_MARKS: ReadonlySet<string> = new Set(['sentence.ts', 'typography.ts'])

/** Strings and templates that no `french` before them will space. */
const UNSPACED = /'((?:[^'\\]|\\.)*)'|(?<!french)`((?:[^`\\]|\\.)*)`/gu
const BREAKABLE = / [:;?!»]|« /u

const isCode = (line: string): boolean => !/^\s*(?:\/\/|\/?\*|import )/u.test(line)

/** Words only: what is between `${` and `}` is code. */
const wordsOf = (template: string): string => template.replaceAll(/\$\{[^{}]*\}/gu, 'x')

/** A template whose code holds templates is left to its parts. */
const isNested = (line: string): boolean => (line.match(/`/gu) ?? []).length > 2

describe('the sentences of src/locale', () => {
  it.each(readdirSync(FOLDER).filter((name) => !ABOUT_MARKS.has(name)))(
    'keep their marks beside them in %s',
    (name) => {
      const lines = readFileSync(join(FOLDER, name), 'utf8').split('\n')
      const parted = lines.filter(isCode).flatMap((line) =>
        [...line.matchAll(UNSPACED)].flatMap(([, quoted, template = '']) => {
          const words = quoted ?? (isNested(line) ? '' : wordsOf(template))
          return BREAKABLE.test(words) ? [words] : []
        }),
      )
      expect(parted).toEqual([])
    },
  )
})
