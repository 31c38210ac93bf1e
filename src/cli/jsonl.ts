// One JSON object a line in, one a line out, same order, same id. A bad line is answered and stops nothing.
import type { Readable } from 'node:stream'
import { ExplainedError, type Failure } from '../core/failures.ts'
import { explain } from '../locale/failures.ts'
import { type InputLine, readInputLines } from './input-lines.ts'
import { EXIT, write, type ExitStatus, type Terminal } from './terminal.ts'

/**
 * Makes a row of what a line holds, or says where it is wrong. A zod schema is one; verbs that must start quickly bring
 * their own, since loading zod costs more than reading a hundred articles.
 */
export interface RowSchema<Row> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: Row }
    | { readonly success: false; readonly error: { readonly issues: readonly RowIssue[] } }
}

interface RowIssue {
  readonly path: readonly PropertyKey[]
}

/** The id of a line is given back as it came: a text or a number. */
type LineId = string | number

/** A line as it was read, with its number in the input: its id with the value, or what is wrong with it. */
export type Line<Row> = RowLine<Row> | BadLine

export interface RowLine<Row> {
  readonly kind: 'row'
  readonly number: number
  readonly id: LineId
  readonly row: Row
}

interface BadLine {
  readonly kind: 'bad'
  readonly number: number
  readonly id: LineId | null
  readonly failure: Failure
}

/** Standard input in a sentence about files: «Le fichier d’entrée standard ne peut pas être lu.» */
const STANDARD_INPUT = 'd’entrée standard'

/**
 * Reads lines as `schema` says; empty lines are passed over. Throws ExplainedError `file-unreadable` or `file-damaged`
 * about `path` when the stream breaks.
 */
export async function* readLines<Row>(
  input: Readable,
  schema: RowSchema<Row>,
  path = STANDARD_INPUT,
): AsyncGenerator<Line<Row>> {
  try {
    for await (const line of readInputLines(input)) {
      if (line.text.trim() !== '') yield readLine(line, schema)
    }
  } catch (error) {
    throw brokenInput(error, path)
  }
}

/** ExplainedError `file-unreadable` or `file-damaged` for a stream that broke; anything else as it is. */
export function brokenInput(error: unknown, path = STANDARD_INPUT): unknown {
  const code = String(error instanceof Error && 'code' in error ? error.code : '')
  if (code.startsWith('Z_')) return new ExplainedError({ code: 'file-damaged', path }, { cause: error })
  if (UNREADABLE.has(code)) return new ExplainedError({ code: 'file-unreadable', path }, { cause: error })
  return error
}

/** POSIX names of why something that is there cannot be read. */
const UNREADABLE: ReadonlySet<string> = new Set(['EISDIR', 'EACCES', 'EPERM', 'EIO', 'ENXIO'])

function readLine<Row>({ number, text, isUtf8 }: InputLine, schema: RowSchema<Row>): Line<Row> {
  const bad = (id: LineId | null, failure: Failure): BadLine => ({ kind: 'bad', number, id, failure })
  const value = parseJson(text)
  const id = idOf(value)
  if (!isUtf8) return bad(id, { code: 'line-not-utf8' })
  if (value === undefined) return bad(null, { code: 'line-not-json' })
  if (id === null) return bad(null, { code: 'line-invalid', field: 'id' })
  const row = schema.safeParse(value)
  if (row.success) return { kind: 'row', number, id, row: row.data }
  return bad(id, { code: 'line-invalid', field: row.error.issues[0]?.path.join('.') ?? '' })
}

function idOf(value: unknown): LineId | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null
  const { id } = value
  return typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id)) ? id : null
}

/** Undefined for what is no JSON: no JSON means undefined. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Answers every line with what `answer` makes of it. Gives the exit status. */
export async function answerLines<Row>(
  terminal: Terminal,
  schema: RowSchema<Row>,
  answer: (row: Row) => object | Promise<object>,
): Promise<ExitStatus> {
  let hasFailed = false
  for await (const line of readLines(terminal.input, schema)) {
    const said = line.kind === 'bad' ? badLine(line) : await answerRow(line, answer, tellOn(terminal))
    hasFailed ||= 'error' in said
    await write(terminal.output, `${JSON.stringify(said)}\n`)
  }
  return hasFailed ? EXIT.someLinesFailed : EXIT.allRead
}

/** What some lines are answered with: plain text, so that it can come from another thread. */
export interface AnsweredLines {
  /** The lines of the answer, each with its end. */
  readonly said: string
  /** Where unforeseen errors came from, for whoever mends them. */
  readonly traces: string
  readonly hasFailed: boolean
}

/** Some lines of an input, as `answerLines` answers them all. */
export async function answerSome<Row>(
  lines: readonly InputLine[],
  schema: RowSchema<Row>,
  answer: (row: Row) => object | Promise<object>,
): Promise<AnsweredLines> {
  let [said, traces, hasFailed] = ['', '', false]
  const tell = (trace: string): void => void (traces += trace)
  for (const input of lines) {
    if (input.text.trim() === '') continue
    const line = readLine(input, schema)
    const row = line.kind === 'bad' ? badLine(line) : await answerRow(line, answer, tell)
    hasFailed ||= 'error' in row
    said += `${JSON.stringify(row)}\n`
  }
  return { said, traces, hasFailed }
}

export const tellOn =
  (terminal: Terminal) =>
  (trace: string): Promise<void> =>
    write(terminal.errors, trace)

/** What one text does to the program must not cost the others their answer; a failing database stops them all. */
export async function answerRow<Row>(
  line: RowLine<Row>,
  answer: (row: Row) => object | Promise<object>,
  tell: (trace: string) => void | Promise<void>,
): Promise<object> {
  try {
    return { id: line.id, ...(await answer(line.row)) }
  } catch (error) {
    if (!(error instanceof ExplainedError)) {
      await tell(`${error instanceof Error ? error.stack : String(error)}\n`)
      return badLine({ id: line.id, failure: { code: 'line-unforeseen' } })
    }
    if (error.failure.code.startsWith('database-')) throw error
    return badLine({ id: line.id, failure: error.failure })
  }
}

/** `{id, error: {code, message}}`, the message in French. */
export function badLine({ id, failure }: Pick<BadLine, 'id' | 'failure'>): object {
  return { id, error: { code: failure.code, message: explain(failure) } }
}
