// Remembers nonces for some minutes, as Discord does for `enforce_nonce`. Knows nothing of webhooks.
import { ApiError } from './api-error.ts'
import type { FakeClock } from './clock.ts'
import type { StoredMessage } from './world.ts'

/** « The past few minutes » of the documentation, taken short. */
const NONCE_WINDOW_MS = 180_000

export interface NonceBook {
  /**
   * The message that already bears this nonce. The documentation speaks of the author only, not of the channel:
   * the same nonce in another channel is refused here, so that no program leans on either reading.
   */
  readonly find: (
    channelId: string,
    nonce: string | undefined,
    isEnforced: boolean,
  ) => StoredMessage | undefined
  readonly note: (nonce: string, message: StoredMessage) => void
}

export function createNonceBook(clock: FakeClock, windowMs: number = NONCE_WINDOW_MS): NonceBook {
  const known = new Map<string, StoredMessage>()
  const prune = (): void => {
    for (const [nonce, message] of known) {
      if (message.createdAt > clock.now() - windowMs) return
      known.delete(nonce)
    }
  }
  return {
    find: (channelId, nonce, isEnforced) => {
      prune()
      const message = nonce === undefined || !isEnforced ? undefined : known.get(nonce)
      if (message === undefined || message.isDeleted) return undefined
      if (message.channelId === channelId) return message
      throw new ApiError(400, 50_035, 'Invalid Form Body', {
        nonce: { _errors: [{ code: 'NONCE_OF_ANOTHER_CHANNEL', message: 'One nonce per logical message' }] },
      })
    },
    note: (nonce, message) => {
      known.delete(nonce)
      known.set(nonce, message)
    },
  }
}
