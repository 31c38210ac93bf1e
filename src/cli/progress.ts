// Progress of long work: a bar for a person, now and then a line when the stream is piped.
import type { Writable } from 'node:stream'
import cliProgress from 'cli-progress'
import { progressLine } from '../locale/command-line.ts'

export interface Progress {
  readonly moveTo: (done: number) => void
  readonly close: () => void
}

/** A piped log gets at most this many lines for one piece of work. */
const LINES = 10

type ProgressStream = Writable & { readonly isTTY?: boolean }

export function openProgress(stream: ProgressStream, label: string, total: number): Progress {
  return stream.isTTY === true ? bar(stream, label, total) : lines(stream, label, total)
}

export interface LazyProgress {
  readonly moveTo: (done: number, total: number) => void
  readonly close: () => void
}

/** For work of which nobody knows how much there is before its first step. */
export function lazyProgress(stream: ProgressStream, label: string): LazyProgress {
  let progress: Progress | undefined
  return {
    moveTo: (done, total) => {
      progress ??= openProgress(stream, label, total)
      progress.moveTo(done)
    },
    close: () => progress?.close(),
  }
}

function bar(stream: Writable, label: string, total: number): Progress {
  const drawn = new cliProgress.SingleBar({
    stream,
    format: `${label} {bar} {value}/{total}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
  })
  drawn.start(total, 0)
  return { moveTo: (done) => drawn.update(done), close: () => drawn.stop() }
}

function lines(stream: Writable, label: string, total: number): Progress {
  const step = Math.max(1, Math.ceil(total / LINES))
  let said = 0
  return {
    moveTo: (done) => {
      if (done < total && done - said < step) return
      said = done
      stream.write(`${progressLine(label, done, total)}\n`)
    },
    close: () => undefined,
  }
}
