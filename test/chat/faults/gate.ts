// A gate on loopback between the program and a fake: lets HTTP through, and stops it at a chosen moment. Reads heads only.
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export interface Stop {
  /** Which requests it is about, by their first line: `POST /api/chat.postMessage HTTP/1.1`. */
  readonly call: RegExp
  /** Before the platform hears of the request, or when it has answered and before the program hears of it. */
  readonly when: 'before' | 'after'
  /** With `after`, what was answered; that it was done (2xx) unless told. */
  readonly answer?: RegExp
  /** `cut`: the connection ends. `hold`: silence. `pass`: nothing, somebody only wanted to know the moment. */
  readonly effect: 'cut' | 'hold' | 'pass'
  /** Requests that pass first; none unless told. */
  readonly skip?: number
  /** How many are stopped; one unless told. */
  readonly times?: number
  /** Called at the very moment, with how many were stopped, this one included. */
  readonly onStop?: (count: number) => void
}

export interface Gate {
  readonly port: number
  /** Gives the way to end it. */
  stop(order: Stop): StopHandle
  /** First lines of the requests that came to the gate, oldest first. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

interface StopHandle {
  /** How many requests it has stopped. */
  count(): number
  end(): void
}

interface Order {
  readonly stop: Stop
  skip: number
  count: number
}

const REQUEST = /^[A-Z]+ \/\S* HTTP\/1\.1/
const ANSWER = /^HTTP\/1\.1 \d{3} /
const DONE = /^HTTP\/1\.1 2\d\d /
export const TOO_MANY = /^HTTP\/1\.1 429 /

export async function openGate(targetPort: number): Promise<Gate> {
  const orders = new Set<Order>()
  const requests: string[] = []
  const sockets = new Set<Socket>()
  const take: Take = (line, answer) => {
    for (const order of orders) {
      const { when, call, answer: expected = DONE, times = 1 } = order.stop
      if ((when === 'after') !== (answer !== undefined) || !call.test(line)) continue
      if (order.count >= times || (answer !== undefined && !expected.test(answer))) continue
      if (order.skip > 0) {
        order.skip -= 1
        continue
      }
      order.count += 1
      order.stop.onStop?.(order.count)
      return order.stop
    }
    return undefined
  }
  const server = createServer((inside) => {
    const outside = connect(targetPort, '127.0.0.1')
    pass(inside, outside, requests, take)
    for (const socket of [inside, outside]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('close', () => sockets.delete(socket))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    requests,
    stop: (stop) => {
      const order: Order = { stop, skip: stop.skip ?? 0, count: 0 }
      orders.add(order)
      return { count: () => order.count, end: () => orders.delete(order) }
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/** What stops the request, or its answer when there is one. */
type Take = (line: string, answer?: string) => Stop | undefined

/** Neither side sends a second request before the answer to the first: pieces belong to the last request. */
function pass(inside: Socket, outside: Socket, requests: string[], take: Take): void {
  let line = ''
  let isHeld = false
  const obey = (stop: Stop | undefined): void => {
    if (stop === undefined || stop.effect === 'pass') return
    isHeld = true
    if (stop.effect === 'cut') inside.destroy()
  }
  inside.on('data', (piece) => {
    const head = REQUEST.exec(piece.toString('latin1', 0, 300))?.[0]
    if (head !== undefined) {
      line = head
      requests.push(head)
      if (!isHeld) obey(take(head))
    }
    if (!isHeld) outside.write(piece)
  })
  outside.on('data', (piece) => {
    const answer = ANSWER.exec(piece.toString('latin1', 0, 20))?.[0]
    if (!isHeld && answer !== undefined) obey(take(line, answer))
    if (!isHeld) inside.write(piece)
  })
  // The other side ends with this one, whatever ended it; a program that was killed says nothing.
  inside.on('error', () => undefined).on('close', () => outside.destroy())
  outside.on('error', () => undefined).on('close', () => inside.destroy())
}
