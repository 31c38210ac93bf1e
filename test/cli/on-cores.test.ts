// Lines answered on every core: the same answers in the same order as on one, and at once to whoever waits for them.
import { availableParallelism } from 'node:os'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { answerBriefs, type BriefTask } from '../../src/cli/brief-lines.ts'
import type { InputLine } from '../../src/cli/input-lines.ts'
import { answerOnCores } from '../../src/cli/on-cores.ts'
import { MARKET, STRIKE } from './articles.ts'

const LIMITS = { maxWords: 60, maxSentences: 2 }
const WORKER = new URL('../../src/cli/brief-worker.ts', import.meta.url)
const taskOf = (lines: readonly InputLine[]): BriefTask => ({ lines, limits: LIMITS })
const work = { worker: WORKER, taskOf, here: answerBriefs }

/** Two articles by turns, and here and there a line that is none. */
const LINES = Array.from({ length: 1500 }, (_, id) => {
  if (id % 97 === 5) return '{"id": '
  const { title, text: body } = id % 2 === 0 ? MARKET : STRIKE
  return JSON.stringify({ id, title, text: `${body} Numéro ${id} de la série du jour.` })
})

describe('answerOnCores', () => {
  it('answers many lines in their order, as one thread does', async () => {
    const input = Readable.from(chunks(Buffer.from(LINES.join('\n'))))
    const [output, errors] = [new PassThrough(), new PassThrough()]
    const batches = { all: 0, here: 0 }
    const counted = {
      worker: WORKER,
      taskOf: (batch: readonly InputLine[]) => {
        batches.all++
        return taskOf(batch)
      },
      here: (task: BriefTask) => {
        batches.here++
        return answerBriefs(task)
      },
    }
    const [status, said] = await Promise.all([
      answerOnCores({ input, output, errors }, counted).finally(() => output.end()),
      text(output),
    ])
    const lines = LINES.map((line, at) => ({ number: at + 1, text: line, isUtf8: true }))
    const alone = await answerBriefs({ lines, limits: LIMITS })
    expect(said).toBe(alone.said)
    expect(status).toBe(3)
    expect(batches.all - batches.here > 0).toBe(availableParallelism() > 1)
  })

  it('answers one line before the next one is written', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const ended = answerOnCores({ input, output, errors: new PassThrough() }, work)
    const answers = output[Symbol.asyncIterator]()
    for (const id of [1, 2, 3]) {
      input.write(`${JSON.stringify({ id, text: MARKET.text })}\n`)
      const { value } = await answers.next()
      expect(JSON.parse(String(value))).toMatchObject({ id })
    }
    input.end()
    expect(await ended).toBe(0)
  })

  it('says what is wrong with an input that breaks', async () => {
    const input = new Readable({ read: () => undefined })
    const ended = answerOnCores({ input, output: new PassThrough(), errors: new PassThrough() }, work)
    input.destroy(Object.assign(new Error('EISDIR'), { code: 'EISDIR' }))
    await expect(ended).rejects.toMatchObject({ failure: { code: 'file-unreadable' } })
  })
})

/** As a pipe gives them. */
function* chunks(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}
