// Bytes as lines: what ends one, what does not, whatever the pieces that arrive.
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readInputLines } from '../../src/cli/input-lines.ts'

async function linesOf(chunks: readonly (string | Uint8Array)[]): Promise<readonly string[]> {
  const lines = await Array.fromAsync(readInputLines(Readable.from(chunks)))
  return lines.map(({ text }) => text)
}

describe('lines of a stream', () => {
  it.each([
    [['un\ndeux\n'], ['un', 'deux'], 'two lines'],
    [['un\ndeux'], ['un', 'deux'], 'the last line has no end'],
    [['un\r\ndeux\r\n'], ['un', 'deux'], 'as Windows ends them'],
    [['un\n\n\ndeux\n'], ['un', '', '', 'deux'], 'empty lines are lines'],
    [['u', 'n\nde', 'ux', '\n'], ['un', 'deux'], 'pieces'],
    [['un\r', '\ndeux'], ['un', 'deux'], 'a line end in two pieces'],
    [['un\u2028deux\u2029trois\n'], ['un\u2028deux\u2029trois'], 'JSON may hold these'],
    [['un\u0085deux\u000Btrois\n'], ['un\u0085deux\u000Btrois'], 'and these'],
    [['\uFEFFun\n\uFEFFdeux\n'], ['un', '\uFEFFdeux'], 'the mark that opens a file is no text'],
    [[], [], 'nothing'],
    [['', '\n'], [''], 'an empty piece'],
  ])('reads %j', async (chunks, expected, _why) => {
    expect(await linesOf(chunks)).toEqual(expected)
  })

  it('puts a character together that came in two pieces', async () => {
    const bytes = Buffer.from('élu à Łódź 🗳\n')
    for (let cut = 1; cut < bytes.length; cut++)
      expect(await linesOf([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(['élu à Łódź 🗳'])
  })

  it('numbers lines from 1 and says which are no UTF-8', async () => {
    const latin1 = Buffer.from('{"texte":"été"}\n', 'latin1')
    const lines = await Array.fromAsync(readInputLines(Readable.from([Buffer.from('été\n'), latin1])))
    expect(lines.map(({ number, isUtf8 }) => [number, isUtf8])).toEqual([
      [1, true],
      [2, false],
    ])
  })

  it('takes time in proportion to a long line that comes in small pieces', async () => {
    const pieces = Array.from({ length: 20_000 }, () => Buffer.alloc(1000, 'x'))
    const before = performance.now()
    const [line] = await linesOf(pieces)
    expect(line).toHaveLength(20_000_000)
    expect(performance.now() - before).toBeLessThan(3000)
  })
})
