// The hostile set, each row smaller than in docs/hostile.md: refused or cut with a reason, in little time, and as the table says.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HostileServer } from '../hostile-server.ts'
import { CASES, play, startHostileSite } from './play.ts'
import { cell } from './table.ts'

/** What a case without an end sends here: enough for what grows with the square to take a minute. */
const BYTES = 300_000

/** Of the processor, in seconds; the slowest takes a third of it on a quiet machine. */
const SECONDS_LIMIT = 6

const document = readFileSync(join(import.meta.dirname, '../../../docs/hostile.md'), 'utf8')
const rows = document.split('\n').map((line) => line.split(' | '))

/** Sizes and counts depend on how much was sent. */
const withoutFigures = (text: string): string => text.replaceAll(/\d[\d\s]*/g, '…')

let server: HostileServer
beforeAll(async () => {
  server = await startHostileSite(BYTES)
})
afterAll(() => server.stop())

describe('the hostile set', () => {
  it('names each case once', () => expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length))

  it.each(CASES.map((row) => [row.name, row] as const))('%s', async (name, row) => {
    const { codes, sentence, seconds } = await play(row, server.port)
    expect(codes).toMatch(new RegExp(`^${row.expected.replace('*', '\\d+')}$`))
    expect(seconds).toBeLessThan(SECONDS_LIMIT)
    const [, told = ''] = rows.find(([first]) => first === `| ${cell(name)}`) ?? []
    expect(withoutFigures(told)).toBe(withoutFigures(cell(sentence)))
  })
})
