// The line between one process and the database: may be cut, may fall silent, and knows when it is in use. Reads no answer.
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export interface Line {
  readonly port: number
  /** Connections end at once, new ones are refused, until it is mended. */
  cut(): void
  /** Nothing gets through either way, and nobody is told; what was sent meanwhile arrives when it is mended. */
  silence(): void
  mend(): void
  /**
   * Calls at the next commit; with `arrives` the server has it by then, and the program will never hear so when it is cut
   * or killed at that moment. Gives the way to wait no longer.
   */
  atCommit(arrives: boolean, happen: () => void): () => void
  readonly openCount: () => number
  /** What was hit so far. */
  readonly hits: () => LineHits
  close(): Promise<void>
}

interface LineHits {
  /** Connections cut while the program waited for an answer. */
  readonly inUse: number
  /** Connections cut while nobody used them. */
  readonly idle: number
  /** New connections that were refused, or never answered. */
  readonly refused: number
}

interface Pair {
  readonly inside: Socket
  readonly outside: Socket
  /** Whether the program waits for an answer. */
  isAsking: boolean
}

interface Waiting {
  readonly arrives: boolean
  readonly happen: () => void
}

/** How the server says that it has answered: ReadyForQuery, and the state of the transaction. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5])

export async function openLine(targetPort: number): Promise<Line> {
  const pairs = new Set<Pair>()
  const held = new Set<Socket>()
  const waiting = new Set<Waiting>()
  const hits = { inUse: 0, idle: 0, refused: 0 }
  let state: 'open' | 'cut' | 'silent' = 'open'
  const server = createServer({ pauseOnConnect: true, noDelay: true }, (inside) => {
    inside.on('error', () => undefined)
    if (state !== 'open') hits.refused += 1
    if (state === 'cut') inside.resetAndDestroy()
    else if (state === 'silent') held.add(inside)
    else join(inside)
  })
  const join = (inside: Socket): void => {
    const outside = connect(targetPort, '127.0.0.1').setNoDelay(true)
    const pair: Pair = { inside, outside, isAsking: true }
    pairs.add(pair)
    pass(pair, waiting)
    for (const socket of [inside, outside])
      socket.on('error', () => undefined).on('close', () => pairs.delete(pair))
    inside.resume()
  }
  const note = ({ isAsking }: Pair): void => void (hits[isAsking ? 'inUse' : 'idle'] += 1)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut: () => {
      state = 'cut'
      for (const pair of pairs) {
        note(pair)
        pair.inside.resetAndDestroy()
        pair.outside.resetAndDestroy()
      }
    },
    silence: () => {
      state = 'silent'
      for (const pair of pairs) {
        note(pair)
        pair.inside.pause()
        pair.outside.pause()
      }
    },
    mend: () => {
      state = 'open'
      for (const { inside, outside } of pairs) for (const socket of [inside, outside]) socket.resume()
      for (const inside of held) join(inside)
      held.clear()
    },
    atCommit: (arrives, happen) => {
      const order: Waiting = { arrives, happen }
      waiting.add(order)
      return () => void waiting.delete(order)
    },
    openCount: () => pairs.size,
    hits: () => ({ ...hits }),
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const { inside, outside } of pairs) for (const socket of [inside, outside]) socket.destroy()
      for (const inside of held) inside.destroy()
      await closed
    },
  }
}

function pass(pair: Pair, waiting: Set<Waiting>): void {
  const { inside, outside } = pair
  inside.on('data', (piece) => {
    pair.isAsking = true
    const [order] = waiting
    if (order === undefined || !piece.includes('commit\0')) {
      outside.write(piece)
      return
    }
    waiting.delete(order)
    if (order.arrives) outside.write(piece, order.happen)
    else order.happen()
  })
  outside.on('data', (piece) => {
    if (piece.subarray(-6, -1).equals(READY)) pair.isAsking = false
    inside.write(piece)
  })
  // One side ends with the other, whatever ended it.
  inside.on('close', () => outside.destroy())
  outside.on('close', () => inside.destroy())
}
