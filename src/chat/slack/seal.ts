// Tokens at rest: sealed with AES-256-GCM, opened with the key that sealed them. Stores nothing, and tells no key.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { TokenKeys } from '../../core/installation.ts'

interface Sealed {
  /** `nonce.tag.ciphertext`, each in base 64 for addresses. */
  readonly sealed: string
  /** Names the key and tells nothing about it. */
  readonly keyId: string
}

export interface Keyring {
  readonly currentId: string
  /** `about` is what it belongs to: sealed text that is moved to another place does not open there. */
  seal(text: string, about: string): Sealed
  /** Undefined when none of our keys sealed it, or when it was changed or moved. */
  open(sealed: Sealed, about: string): string | undefined
}

/** NIST SP 800-38D, 8.2.2: 96 random bits, and a key for fewer than 2^32 seals. */
const NONCE_OCTETS = 12
/** NIST SP 800-38D, 5.2.1.2: the longest tag. */
const TAG_OCTETS = 16

export function openKeyring({ current, previous }: TokenKeys): Keyring {
  const keys = new Map(
    [previous, current].flatMap((key) => (key === undefined ? [] : [[idOf(key), key] as const])),
  )
  const currentId = idOf(current)
  return {
    currentId,
    seal: (text, about) => ({ sealed: sealWith(current, text, about), keyId: currentId }),
    open({ sealed, keyId }, about) {
      const key = keys.get(keyId)
      return key && openWith(key, sealed, about)
    },
  }
}

/** Long enough to tell two keys apart, too short to find one by. */
const ID_DIGITS = 8

function idOf(key: Uint8Array): string {
  return createHash('sha256').update('pressoir token key').update(key).digest('hex').slice(0, ID_DIGITS)
}

function sealWith(key: Uint8Array, text: string, about: string): string {
  const nonce = randomBytes(NONCE_OCTETS)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_OCTETS })
  cipher.setAAD(Buffer.from(about))
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [nonce, cipher.getAuthTag(), hidden].map((part) => part.toString('base64url')).join('.')
}

function openWith(key: Uint8Array, sealed: string, about: string): string | undefined {
  const [nonce, tag, hidden] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
  if (nonce?.length !== NONCE_OCTETS || tag?.length !== TAG_OCTETS || hidden === undefined) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_OCTETS })
  decipher.setAAD(Buffer.from(about))
  decipher.setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
