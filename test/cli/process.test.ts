// The real program as a process: its door, its streams, its exit statuses.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { MARKET } from './articles.ts'
import { jsonl, newFile, newFolder, plain, PROGRAM, run, runProcess } from './command.ts'

/** Major version of a node, 0 when it does not say. */
function majorOf(node: string): number {
  return Number(/^v(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0)
}

const oldNode = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'node'))
  .filter((node) => existsSync(node))
  .find((node) => majorOf(node) > 0 && majorOf(node) < 24)

describe('the door of the program', () => {
  it('holds nothing that a Node of 2020 cannot read', () => {
    const code = readFileSync(PROGRAM, 'utf8').replaceAll(/^(?:#!|\/\/).*$/gm, '')
    const withoutTexts = code.replaceAll(/'(?:[^'\\]|\\.)*'/g, "''")
    expect(withoutTexts).not.toMatch(
      /\bawait\b|^import\b[^(]|\?\?=|\|\|=|&&=|\d_\d|\bstatic\s*\{|#\w|\.at\(/m,
    )
    expect(withoutTexts).toMatch(/^if \(major < 24\)/m)
  })

  it.skipIf(oldNode === undefined)('says to an old Node what it needs, in French', () => {
    const { status, stdout, stderr } = spawnSync(oldNode ?? '', [PROGRAM, '--help'], { encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(plain(stderr)).toMatch(
      /^Pressoir demande Node 24 et tourne ici sur Node \d+\.\d+\.\d+ : lancez « npm ci » .*\n$/,
    )
  })
})

describe('the program as a process', () => {
  it('reads a pipe and writes JSON lines and nothing else', async () => {
    const input = `${jsonl([{ id: 1, text: MARKET.text }])}mauvais\n${jsonl([{ id: 'fin', text: 'Il pleut.' }])}`
    const ended = await runProcess(['sentences', '--jsonl'], newFolder(), input)
    expect(ended).toMatchObject({ status: 3, errors: '' })
    const told = ended.output
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(told).toMatchObject([{ id: 1 }, { error: { code: 'line-not-json' } }, { id: 'fin' }])
  })

  it('tells a mistake on standard error alone', async () => {
    const ended = await runProcess(['brif'], newFolder())
    expect({ status: ended.status, output: ended.output }).toEqual({ status: 2, output: '' })
    expect(plain(ended.errors)).toContain('vouliez-vous dire brief ?')
  })

  it('ends quietly when its reader has seen enough', async () => {
    const folder = newFolder()
    const rows = Array.from({ length: 20_000 }, (_, id) => ({ id, text: MARKET.text }))
    const input = newFile(folder, 'textes.jsonl', jsonl(rows))
    const child = spawn(process.execPath, [PROGRAM, 'sentences', '--jsonl'])
    createReadStream(input).pipe(child.stdin.on('error', () => undefined))
    const ended = once(child, 'exit')
    const errors = text(child.stderr)
    await once(child.stdout, 'data')
    child.stdout.destroy()
    expect(await ended).toEqual([0, null])
    expect(await errors).toBe('')
  })

  it('plays the demo, and its database answers the question that the demo proposes', async () => {
    const folder = newFolder()
    const { status, output, errors } = await runProcess(['demo'], folder)
    expect(status).toBe(0)
    expect(plain(output)).toContain('\nMardi 17 mars 2026, 6 h 30 : première lecture\n')
    expect(plain(output)).not.toMatch(/undefined|NaN|\[object| {2}– .* : Le /)
    expect(plain(errors)).toMatch(/^(?:Lecture des flux : \d+ sur \d+\n)+$/)
    const next = /ask "([^"]+)" --database (\S+)/.exec(output)
    const [, question = '', database = ''] = next ?? []
    const answer = await run(['ask', question, '--database', join(folder, database)])
    expect(answer.status).toBe(0)
    expect(plain(answer.output)).toContain('« ')
    for (const [, path = ''] of output.matchAll(/(digests\/\S+\.(?:md|json))/g))
      expect(existsSync(join(folder, path))).toBe(true)
  })
})
