// Short names made of longer ones, the same in every life of the program. Keeps nothing secret.
import { createHash } from 'node:crypto'

/** 22 characters (132 bits) for a text: fits Discord's nonce (25), Slack's metadata and a button. */
export function shortKey(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
