// One JSON object a line in, one a line out, same order, same id. A bad line is answered and stops nothing.
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import * as z from 'zod'
import { ExplainedError, type Failure } from '../core/failures.ts'
import { explain } from '../locale/failures.ts'
import { EXIT, write, type ExitStatus, type Terminal } from './terminal.ts'

/** The id of a line is given back as it came: a text or a number. */
const IDENTIFIED = z.object({ id: z.union([z.string(), z.number()]) })

export type LineId = string | number

/** A line as it was read: its id with the value, or what is wrong with it. */
export type Line<Row> =
  | { readonly kind: 'row'; readonly id: LineId; readonly row: Row }
  | { readonly kind: 'bad'; readonly id: LineId | null; readonly failure: Failure }

/** Reads lines as `schema` says; empty lines are passed over. */
export async function* readLines<Row>(input: Readable, schema: z.ZodType<Row>): AsyncGenerator<Line<Row>> {
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    if (text.trim() !== '') yield readLine(text, schema)
  }
}

function readLine<Row>(text: string, schema: z.ZodType<Row>): Line<Row> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'bad', id: null, failure: { code: 'line-not-json' } }
  }
  const identified = IDENTIFIED.safeParse(value)
  if (!identified.success) return { kind: 'bad', id: null, failure: { code: 'line-invalid', field: 'id' } }
  const { id } = identified.data
  const row = schema.safeParse(value)
  if (row.success) return { kind: 'row', id, row: row.data }
  return { kind: 'bad', id, failure: { code: 'line-invalid', field: row.error.issues[0]?.path.join('.') ?? '' } }
}

/** Answers every line with what `answer` makes of it. Gives the exit status. */
export async function answerLines<Row>(
  terminal: Terminal,
  schema: z.ZodType<Row>,
  answer: (row: Row) => object | Promise<object>,
): Promise<ExitStatus> {
  let hasFailed = false
  for await (const line of readLines(terminal.input, schema)) {
    const said = await answerLine(line, answer)
    hasFailed ||= 'error' in said
    await write(terminal.output, `${JSON.stringify(said)}\n`)
  }
  return hasFailed ? EXIT.someLinesFailed : EXIT.allRead
}

async function answerLine<Row>(line: Line<Row>, answer: (row: Row) => object | Promise<object>): Promise<object> {
  if (line.kind === 'bad') return badLine(line.id, line.failure)
  try {
    return { id: line.id, ...(await answer(line.row)) }
  } catch (error) {
    if (!(error instanceof ExplainedError) || error.failure.code.startsWith('database-')) throw error
    return badLine(line.id, error.failure)
  }
}

/** `{id, error: {code, message}}`, the message in French. */
export function badLine(id: LineId | null, failure: Failure): { readonly id: LineId | null; readonly error: object } {
  return { id, error: { code: failure.code, message: explain(failure) } }
}
