// Lines answered on every core of the machine, in one process, in their order. Knows not what the lines ask.
import { availableParallelism } from 'node:os'
import type { Tinypool } from 'tinypool'
import { type InputLine, readInputBatches } from './input-lines.ts'
import { type AnsweredLines, brokenInput } from './jsonl.ts'
import { EXIT, type ExitStatus, type Terminal, write } from './terminal.ts'

export interface CoresWork<Task> {
  /** What another thread loads: its default export answers a task. */
  readonly worker: URL
  readonly taskOf: (lines: readonly InputLine[]) => Task
  /** The same on this thread. */
  readonly here: (task: Task) => Promise<AnsweredLines>
}

/** Fewer lines are answered before another thread has started. */
const FEWEST_LINES = 200

/** Batches that a thread has before it: one under way and one to go on with. */
const BATCHES_AHEAD = 2

/** Batches answered but not written, since an earlier one is not done: a bound for memory. */
const MOST_UNWRITTEN = 64

/**
 * Answers all lines of the terminal's input; gives the exit status. This thread reads, writes, and answers what the
 * others have no time for. Whoever writes one line and waits is answered at once.
 */
export async function answerOnCores<Task>(
  terminal: Terminal,
  { worker, taskOf, here }: CoresWork<Task>,
): Promise<ExitStatus> {
  const others = new OtherThreads(worker)
  let hasFailed = false
  const writeAnswers = async ({ said, traces, hasFailed: failed }: AnsweredLines): Promise<void> => {
    hasFailed ||= failed
    if (traces !== '') await write(terminal.errors, traces)
    await write(terminal.output, said)
  }
  let [written, unwritten] = [Promise.resolve(), 0]
  try {
    for await (const lines of readBatches(terminal)) {
      const task = taskOf(lines)
      const answered = others.take(task, lines.length) ?? here(task)
      unwritten++
      written = Promise.all([answered, written]).then(([answers]) => writeAnswers(answers))
      // What goes wrong is told where the end is awaited.
      written.then(
        () => unwritten--,
        () => unwritten--,
      )
      if (unwritten >= MOST_UNWRITTEN) await written
    }
    await written
  } finally {
    await others.stop()
  }
  return hasFailed ? EXIT.someLinesFailed : EXIT.allRead
}

async function* readBatches({ input }: Terminal): AsyncGenerator<readonly InputLine[]> {
  try {
    yield* readInputBatches(input)
  } catch (error) {
    throw brokenInput(error)
  }
}

/** Started when there is enough to do, one for each core but this one's. */
class OtherThreads {
  readonly #worker: URL
  #lines = 0
  #pool: Promise<Tinypool> | undefined
  #busy = 0

  constructor(worker: URL) {
    this.#worker = worker
  }

  /** Undefined when all have enough before them. */
  take(task: unknown, lines: number): Promise<AnsweredLines> | undefined {
    const threads = availableParallelism() - 1
    this.#lines += lines
    if (this.#lines < FEWEST_LINES || this.#busy >= BATCHES_AHEAD * threads) return undefined
    const pool = (this.#pool ??= this.#open(threads))
    this.#busy++
    return pool.then((own) => own.run(task)).finally(() => this.#busy--)
  }

  /** Loaded here: most runs are short, and start without it. */
  async #open(threads: number): Promise<Tinypool> {
    const { Tinypool: Pool } = await import('tinypool')
    return new Pool({ filename: this.#worker.href, minThreads: threads, maxThreads: threads })
  }

  async stop(): Promise<void> {
    await (await this.#pool)?.destroy()
  }
}
