// Runs commands as a person would: here, with streams of our own, or as a process of its own.
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { runCommandLine } from '../../src/cli/command-line.ts'
import type { Toolbox } from '../../src/cli/toolbox.ts'
import { toolbox } from '../../src/toolbox.ts'

export const PROGRAM = resolve(import.meta.dirname, '../../pressoir.mjs')

export interface Ended {
  /** The exit status; null when a signal ended the process. */
  readonly status: number | null
  readonly output: string
  readonly errors: string
}

/** The whole command line in this process. `tools` replaces some of what the program is handed. */
export async function run(
  words: readonly string[],
  input: string | Uint8Array = '',
  tools: Partial<Toolbox> = {},
): Promise<Ended> {
  const [output, errors] = [collector(), collector()]
  const terminal = {
    input: Readable.from([Buffer.from(input)]),
    output: output.stream,
    errors: errors.stream,
  }
  const status = await runCommandLine(words, { ...toolbox(terminal), ...tools })
  return { status, output: output.text(), errors: errors.text() }
}

/** The lines of standard output as JSON; whatever else stands there does not parse. */
export function records(ended: Ended): readonly Record<string, unknown>[] {
  return ended.output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
}

/** One object a line, as the verbs read them. */
export function jsonl(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('')
}

/** The real program in its own process, in `folder`. */
export async function runProcess(words: readonly string[], folder: string, input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [PROGRAM, ...words], { cwd: folder })
  child.stdin.end(input)
  const [output, errors, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { status, output, errors }
}

/** An empty folder, gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pressoir-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A file in `folder`; gives its path. */
export function newFile(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** With ordinary spaces, for rows that people can read. */
export function plain(told: string): string {
  return told.replaceAll(/[\u00A0\u202F]/g, ' ')
}

function collector(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(Buffer.from(chunk))
      done()
    },
  })
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') }
}
