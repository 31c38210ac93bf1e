// A place for a process, and the lives that follow each other in it: started, killed, started again. Orders nothing by itself.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FaultOrder, FaultProgramOptions, FaultWord } from './fault-program.ts'

export interface Life {
  readonly child: ChildProcess
  readonly gone: Promise<void>
  isReady: boolean
  isEndWanted: boolean
  lastWords: string
}

/** The process changes, the place stays. */
export interface Place {
  readonly isUp: () => boolean
  /** Or about to be. */
  readonly isWanted: () => boolean
  /** kill -9; false where there was nobody to kill. */
  kill(): boolean
  /** Started, and started again until it stands: a database that cannot be reached lets nobody begin. */
  raise(): Promise<void>
  /** Ends as a good program ends. */
  stop(): Promise<void>
  /** Ends at once, whatever it does. */
  end(): Promise<void>
  order(order: FaultOrder): void
}

const PROGRAM = join(import.meta.dirname, 'fault-program.ts')

/** As `npm start` has it. */
const FLAGS = ['--max-semi-space-size=2', '--max-old-space-size=384']

/** A process that has not ended after so long is a failure, in milliseconds: the program allows itself less. */
const LONGEST_STOP = 30_000

const LAST_WORDS = 2000

/** Far more than the longest outage needs. */
const MOST_STARTS = 120

interface Hearing {
  readonly onWord: (word: FaultWord) => void
  readonly onSaid: (text: string) => void
  readonly onDeath: (life: Life) => void
}

export function beginLife(options: FaultProgramOptions, { onWord, onSaid, onDeath }: Hearing): Life {
  const child = fork(PROGRAM, [JSON.stringify(options)], {
    execArgv: FLAGS,
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  const gone = once(child, 'close').then(() => undefined)
  const life: Life = { child, gone, isReady: false, isEndWanted: false, lastWords: '' }
  child.on('message', (word: FaultWord) => {
    if (word.kind === 'ready') life.isReady = true
    onWord(word)
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    life.lastWords = `${life.lastWords}${text}`.slice(-LAST_WORDS)
    onSaid(text)
  })
  void gone.then(() => onDeath(life))
  return life
}

export function keepPlace(
  name: string,
  handlers: { readonly begin: () => Life; readonly onBadEnd: (life: Life, how: string) => void },
): Place {
  let life: Life | undefined
  let isRising = false
  const living = (): Life | undefined => (life !== undefined && isAlive(life) ? life : undefined)
  return {
    isUp: () => living()?.isReady === true,
    isWanted: () => isRising || living() !== undefined,
    kill: () => {
      const victim = living()
      if (victim?.isReady !== true) return false
      victim.isEndWanted = true
      return victim.child.kill('SIGKILL')
    },
    raise: async () => {
      isRising = true
      for (let start = 1; living() === undefined; start++) {
        if (start > MOST_STARTS) throw new Error(`${name} does not start: ${life?.lastWords}`)
        life = handlers.begin()
        while (isAlive(life) && !life.isReady) await pause(50)
        if (!isAlive(life)) await pause(1000)
      }
      isRising = false
    },
    stop: async () => {
      const ending = living()
      if (ending === undefined) return
      ending.isEndWanted = true
      send(ending, { kind: 'stop' })
      const how = await howItEnds(ending)
      if (how !== undefined) handlers.onBadEnd(ending, how)
    },
    end: async () => {
      const victim = living()
      if (victim === undefined) return
      victim.isEndWanted = true
      victim.child.kill('SIGKILL')
      await victim.gone
    },
    order: (order) => {
      const hearing = living()
      if (hearing !== undefined) send(hearing, order)
    },
  }
}

const isAlive = ({ child }: Life): boolean => child.exitCode === null && child.signalCode === null

function send({ child }: Life, order: FaultOrder): void {
  if (child.connected) child.send(order)
}

/** What is wrong with it, if anything. */
async function howItEnds({ child, gone }: Life): Promise<string | undefined> {
  const isInTime = await Promise.race([gone.then(() => true), pause(LONGEST_STOP, false, { ref: false })])
  if (isInTime) return child.exitCode === 0 ? undefined : `ended with ${child.exitCode ?? child.signalCode}`
  child.kill('SIGKILL')
  await gone
  return 'did not stop'
}
