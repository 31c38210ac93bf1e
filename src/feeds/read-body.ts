// Reads and decompresses a body as it comes in. Never holds more than the limit, however small the bomb.
import { Writable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as rest } from 'node:timers/promises'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { ExplainedError } from '../core/failures.ts'
import { type EnterLarge, LARGE_BYTES, type LargeRoom } from './large-bodies.ts'

export interface BodyRequest {
  readonly url: string
  /** As sent: `gzip`, `br`, several with commas, or a lie. */
  readonly contentEncoding?: string | undefined
  /** Of decoded bytes, and of sent bytes too. */
  readonly limitBytes: number
  /** Gives the first `limitBytes` of a longer body instead of failing. */
  readonly isCutAtLimit?: boolean | undefined
  /** Waited for before more than `LARGE_BYTES` are held; no wait when absent. */
  readonly enterLarge?: EnterLarge | undefined
  /** Looks at the decoded bytes once, before more than `LARGE_BYTES` are held; throws when the rest is not wanted. */
  readonly checkHead?: ((head: readonly Uint8Array[]) => void) | undefined
}

export interface ReadBody {
  readonly bytes: Uint8Array
  /** Whether the end is missing: a compressed body that broke off, or a cut at the limit. */
  readonly isTruncated: boolean
}

interface Layer {
  readonly bytes: Uint8Array
  readonly end: 'whole' | 'damaged' | 'full'
}

type Source = AsyncIterable<Uint8Array>

/** Bytes that tell what a body is, at least. Brotli has no signature: 16 printable bytes by chance are one in 10⁶. */
const SIGNATURE_BYTES = 16

/** Compressions we undo on one body. One is normal; two is a proxy that compressed again; more is an attack. */
const LAYER_LIMIT = 2

/** More than any chunk, those of a socket have 64 kB: a decoder that had to wait would lose what waits when it breaks. */
const SINK_BYTES = 80_000

/** What zlib hands out at a time, in bytes: what is lost of a damaged body is at most that much. */
const CHUNK_BYTES = 4096

class LimitReached extends Error {}

/** The same bytes, with the first ones looked at in advance. */
async function peek(source: Source): Promise<{ readonly head: Uint8Array; readonly whole: Source }> {
  const iterator = source[Symbol.asyncIterator]()
  const seen: Uint8Array[] = []
  let seenBytes = 0
  while (seenBytes < SIGNATURE_BYTES) {
    const { done, value } = await iterator.next()
    if (done === true) break
    seen.push(value)
    seenBytes += value.length
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      yield* seen
      for (;;) {
        const { done, value } = await iterator.next()
        if (done === true) return
        yield value
      }
    } finally {
      await iterator.return?.()
    }
  }
  return { head: Buffer.concat(seen), whole: whole() }
}

/**
 * After so many bytes of one body a rest, in milliseconds: 50 MB a second are more than any publisher sends, and what was
 * taken in faster would wait for the collector of garbage, up to 100 MB of it.
 */
const REST = { afterBytes: 1_000_000, milliseconds: 20 }

async function* counted(source: Source, limitBytes: number): AsyncGenerator<Uint8Array> {
  let sentBytes = 0
  let restedAt = 0
  for await (const chunk of source) {
    sentBytes += chunk.length
    yield chunk
    // Empty gzip members are bytes on the wire that never become text.
    if (sentBytes > limitBytes) throw new LimitReached()
    if (sentBytes - restedAt < REST.afterBytes) continue
    restedAt = sentBytes
    await rest(REST.milliseconds)
  }
}

function isPrintable(byte: number): boolean {
  return byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte < 127)
}

/** XML, HTML and JSON begin in ASCII, perhaps after a byte order mark. */
function looksLikeText(head: Uint8Array): boolean {
  const [first, second, third] = head
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  const text = first === 0xef && second === 0xbb && third === 0xbf ? head.subarray(3) : head
  return text.subarray(0, SIGNATURE_BYTES).every(isPrintable)
}

/** Servers lie about the encoding in both directions, so the first bytes have the last word. */
function decoderOf(encoding: string, head: Uint8Array): Transform | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return createGunzip({ chunkSize: CHUNK_BYTES })
  const isText = looksLikeText(head)
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return isText ? undefined : createGunzip({ chunkSize: CHUNK_BYTES })
    case 'deflate': {
      if (isText && head.length >= SIGNATURE_BYTES) return undefined
      // RFC 9110 means zlib; some servers send the naked stream. A zlib header is method 8 and a multiple of 31.
      const [first = 0, second = 0] = head
      const isZlib = first % 16 === 8 && (first * 256 + second) % 31 === 0
      return isZlib ? createInflate({ chunkSize: CHUNK_BYTES }) : createInflateRaw({ chunkSize: CHUNK_BYTES })
    }
    case 'br':
      // A very short brotli body may be printable by chance.
      return isText && head.length >= SIGNATURE_BYTES
        ? undefined
        : createBrotliDecompress({ chunkSize: CHUNK_BYTES })
    default:
      return undefined
  }
}

/** Errors of zlib itself: `Z_DATA_ERROR`, `Z_BUF_ERROR`, and for brotli `ERR__ERROR_FORMAT_…`. */
function isDecodingError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:Z_|ERR_(?:_ERROR|BROTLI))/.test(String(error.code))
}

/** Resolves when the body may be large, with the room for it if rooms are few. */
type BecomeLarge = () => Promise<Uint8Array | undefined>

/** Resolves when a layer may be large, with its room; `head` is what came so far. */
type Grow = (head: readonly Uint8Array[]) => Promise<Uint8Array | undefined>

/** What came of a layer so far: in pieces, and in a room once it is large. */
interface Gathering {
  readonly size: number
  /** `done` is called when more may come. */
  readonly add: (chunk: Uint8Array, done: (error?: Error | null) => void) => void
  readonly bytes: () => Uint8Array
}

function gather(limitBytes: number, grow: Grow): Gathering {
  let pieces: Uint8Array[] = []
  let room: Uint8Array | undefined
  let size = 0
  const moveTo = (bytes: Uint8Array | undefined): void => {
    room = bytes
    if (room === undefined) return
    let at = 0
    for (const piece of pieces) {
      room.set(piece, at)
      at += piece.length
    }
    pieces = []
  }
  return {
    get size() {
      return size
    },
    add: (chunk, done) => {
      const isLargeNow = size <= LARGE_BYTES && size + chunk.length > LARGE_BYTES
      const piece = chunk.subarray(0, limitBytes - size)
      if (room === undefined) pieces.push(piece)
      else room.set(piece, size)
      size += chunk.length
      if (size > limitBytes) done(new LimitReached())
      // At once, else the decoder would wait: what waits in a stream is lost when the stream breaks.
      else if (!isLargeNow) done()
      else
        grow(pieces).then((bytes) => {
          moveTo(bytes)
          done()
        }, done)
    },
    // The room is somebody else's next.
    bytes: () =>
      room === undefined ? Buffer.concat(pieces) : Buffer.from(room.subarray(0, Math.min(size, limitBytes))),
  }
}

/** Of a body that is too long the bytes are given only to those who asked for a cut one. */
async function readLayer(
  source: Source,
  encoding: string,
  { limitBytes, isCutAtLimit }: BodyRequest,
  grow: Grow,
): Promise<Layer> {
  const gathering = gather(limitBytes, grow)
  const collected = (end: Layer['end']): Layer => ({ bytes: gathering.bytes(), end })
  try {
    const { head, whole } = await peek(counted(source, limitBytes))
    const decoder = decoderOf(encoding, head)
    if (head.length === 0) return collected('whole')
    const sink = new Writable({
      // What comes straight from the network may wait there.
      highWaterMark: decoder === undefined ? 1 : SINK_BYTES,
      write: (chunk: Uint8Array, _encoding, done) => gathering.add(chunk, done),
    })
    await (decoder === undefined ? pipeline(whole, sink) : pipeline(whole, decoder, sink))
    return collected('whole')
  } catch (error) {
    if (error instanceof LimitReached)
      return isCutAtLimit === true ? collected('full') : { bytes: new Uint8Array(), end: 'full' }
    if (isDecodingError(error)) return collected('damaged')
    throw error
  }
}

/** Outermost first, as they have to be undone. */
function encodingsOf(contentEncoding: string): readonly string[] {
  const named = contentEncoding.toLowerCase().split(',').toReversed()
  const encodings = named.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity')
  return encodings.length === 0 ? ['identity'] : encodings
}

/**
 * The decoded body. Of a damaged one what could be decoded. Throws `fetch-too-large`, `fetch-damaged` when nothing
 * could be decoded, and what the source and `checkHead` throw.
 */
export async function readBody(source: Source, request: BodyRequest): Promise<ReadBody> {
  let room: LargeRoom | undefined
  let isOver = false
  const becomeLarge: BecomeLarge = async () => {
    if (room !== undefined) return room.bytes
    const entered = await request.enterLarge?.(request.limitBytes)
    // The body may have been given up while it waited.
    if (isOver) entered?.leave()
    else room = entered
    return room?.bytes
  }
  try {
    return await readLayers(source, request, becomeLarge)
  } finally {
    isOver = true
    room?.leave()
  }
}

async function readLayers(source: Source, request: BodyRequest, becomeLarge: BecomeLarge): Promise<ReadBody> {
  const { url, contentEncoding = '', limitBytes } = request
  const encodings = encodingsOf(contentEncoding).slice(0, LAYER_LIMIT)
  let layer: Layer = { bytes: new Uint8Array(), end: 'whole' }
  for (const [depth, encoding] of encodings.entries()) {
    const below = layer
    const grow: Grow = async (head) => {
      // What is still compressed looks like nothing.
      if (depth === encodings.length - 1) request.checkHead?.(head)
      return becomeLarge()
    }
    layer = await readLayer(depth === 0 ? source : oneChunk(below.bytes), encoding, request, grow)
    if (layer.end === 'whole' && below.end !== 'whole') layer = { bytes: layer.bytes, end: below.end }
    if (layer.end === 'full' && request.isCutAtLimit !== true) {
      throw new ExplainedError({ code: 'fetch-too-large', url, limitBytes })
    }
    if (layer.end === 'damaged' && layer.bytes.length === 0) {
      throw new ExplainedError({ code: 'fetch-damaged', url, encoding })
    }
  }
  return { bytes: layer.bytes, isTruncated: layer.end !== 'whole' }
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
