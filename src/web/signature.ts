// The signature under what a hub sends: WebSub § 8. Knows bytes and a secret; never what they say.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Those that the Recommendation names. */
const METHODS: ReadonlySet<string> = new Set(['sha1', 'sha256', 'sha384', 'sha512'])

export interface Seal {
  /** Each stretch of the body, in order. */
  update(bytes: Uint8Array): void
  /** Whether what came is what the hub signed; asked once, at the end. In constant time. */
  isRight(): boolean
}

/** What checks a body as it comes in; undefined when the header cannot be the signature of anything. */
export function openSeal(header: string, secret: string): Seal | undefined {
  const [, method = '', told = ''] = /^\s*(\w+)=([\da-f]+)\s*$/i.exec(header) ?? []
  if (!METHODS.has(method.toLowerCase())) return undefined
  const hmac = createHmac(method.toLowerCase(), secret)
  return {
    update: (bytes) => void hmac.update(bytes),
    isRight: () => {
      const [own, theirs] = [hmac.digest(), Buffer.from(told, 'hex')]
      return own.length === theirs.length && timingSafeEqual(own, theirs)
    },
  }
}
