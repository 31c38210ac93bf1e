// The server's end of one WebSocket (RFC 6455): text, ping, pong, close, fragments. Never compresses, knows no Slack.
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** RFC 6455, section 1.3: what both ends add to the key. */
const HANDSHAKE_SUFFIX = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

const OPCODE = { continuation: 0x0, text: 0x1, binary: 0x2, close: 0x8, ping: 0x9, pong: 0xa } as const

export interface WebSocketPeer {
  isOpen(): boolean
  send(text: string): void
  ping(): void
  /** The polite end: a close frame, then the other side's, then the end of the socket. */
  close(code: number): void
  /** The rude end: the network is gone. */
  destroy(): void
}

interface Handlers {
  readonly onText: (text: string) => void
  /** Once, whichever side ended it and however. */
  readonly onClose: () => void
}

interface Frame {
  readonly isLast: boolean
  readonly opcode: number
  readonly payload: Buffer
  /** Octets that the whole frame took. */
  readonly size: number
}

/** Answers the handshake and reads frames from then on. */
export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  handlers: Handlers,
): WebSocketPeer {
  const accept = createHash('sha1')
    .update(`${String(request.headers['sec-websocket-key'])}${HANDSHAKE_SUFFIX}`)
    .digest('base64')
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  )
  let isOpen = true
  let unread = head
  let fragments: Buffer[] = []

  const end = (): void => {
    if (!isOpen) return
    isOpen = false
    handlers.onClose()
  }
  const write = (opcode: number, payload: Buffer): void => {
    if (!socket.destroyed && socket.writable) socket.write(encodeFrame(opcode, payload))
  }
  const readFrame = (frame: Frame): void => {
    if (frame.opcode === OPCODE.ping) write(OPCODE.pong, frame.payload)
    if (frame.opcode === OPCODE.close) {
      write(OPCODE.close, frame.payload)
      socket.end()
      end()
    }
    if (frame.opcode > OPCODE.binary) return
    fragments.push(frame.payload)
    if (!frame.isLast) return
    const text = Buffer.concat(fragments).toString('utf8')
    fragments = []
    handlers.onText(text)
  }
  const readAll = (): void => {
    for (let frame = decodeFrame(unread); frame !== undefined; frame = decodeFrame(unread)) {
      unread = unread.subarray(frame.size)
      readFrame(frame)
    }
  }

  socket.on('data', (octets: Buffer) => {
    unread = Buffer.concat([unread, octets])
    readAll()
  })
  socket.on('close', end)
  socket.on('error', end)
  readAll()
  return {
    isOpen: () => isOpen,
    send: (text) => write(OPCODE.text, Buffer.from(text)),
    ping: () => write(OPCODE.ping, Buffer.from('ping')),
    close(code) {
      const payload = Buffer.alloc(2)
      payload.writeUInt16BE(code)
      write(OPCODE.close, payload)
    },
    destroy: () => {
      socket.destroy()
    },
  }
}

function encodeFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload
  const head =
    length < 126 ? Buffer.alloc(2) : length < 65_536 ? Buffer.alloc(4) : /* 64-bit length */ Buffer.alloc(10)
  head[0] = 0x80 | opcode
  if (length < 126) head[1] = length
  else if (length < 65_536) {
    head[1] = 126
    head.writeUInt16BE(length, 2)
  } else {
    head[1] = 127
    head.writeBigUInt64BE(BigInt(length), 2)
  }
  return Buffer.concat([head, payload])
}

/** Nothing while the frame is not whole. */
function decodeFrame(octets: Buffer): Frame | undefined {
  if (octets.length < 2) return undefined
  const first = octets.readUInt8(0)
  const second = octets.readUInt8(1)
  const isMasked = (second & 0x80) !== 0
  const shortLength = second & 0x7f
  const lengthSize = shortLength === 127 ? 8 : shortLength === 126 ? 2 : 0
  const maskAt = 2 + lengthSize
  const payloadAt = maskAt + (isMasked ? 4 : 0)
  if (octets.length < payloadAt) return undefined
  const length =
    lengthSize === 8
      ? Number(octets.readBigUInt64BE(2))
      : lengthSize === 2
        ? octets.readUInt16BE(2)
        : shortLength
  if (octets.length < payloadAt + length) return undefined
  const payload = Buffer.from(octets.subarray(payloadAt, payloadAt + length))
  if (isMasked) {
    const mask = octets.subarray(maskAt, payloadAt)
    for (let index = 0; index < payload.length; index++) {
      payload.writeUInt8(payload.readUInt8(index) ^ mask.readUInt8(index % 4), index)
    }
  }
  return { isLast: (first & 0x80) !== 0, opcode: first & 0x0f, payload, size: payloadAt + length }
}
