// Socket Mode: keeps a connection to Slack open, for ever. Understands nothing of what comes through it.
import { setTimeout as sleep } from 'node:timers/promises'
import type { SocketModeReceiver } from '@slack/bolt'
import type { Instant } from '../../core/calendar.ts'
import { SLACK_LOG } from '../../locale/slack.ts'
import type { Log } from '../../ports.ts'
import { pauseOf } from './post-failures.ts'
import { scrubbed } from './sdk-log.ts'

/** What Bolt's receiver keeps open; its own reconnecting ends the process when Slack cannot be reached. */
type SocketClient = SocketModeReceiver['client']

export interface Connection {
  /** Whether Slack reaches us through it now. */
  isOpen(): boolean
  close(): Promise<void>
}

/**
 * First wait before another attempt, and the longest; it doubles. Slack closes a connection every few hours on its own
 * and expects the next one at once, so the very first attempt does not wait.
 */
const FIRST_WAIT: Instant = 500
const LONGEST_WAIT: Instant = 30_000

/** Ours: a greeting takes well under a second. */
const GREETING_TIMEOUT: Instant = 20_000

/** Ours: how long a goodbye may take before the connection is simply cut. */
const GOODBYE_TIMEOUT: Instant = 1000

/** Resolves once Slack has greeted us. Rejects when the first connection fails; later ones are tried for ever. */
export async function keepSocket(client: SocketClient, log: Log): Promise<Connection> {
  const closing = new AbortController()
  await openOnce(client)
  log.info(SLACK_LOG.connected)
  let isOpen = true
  const keeping = keepOpen(client, log, closing.signal, (given) => (isOpen = given))
  return {
    isOpen: () => isOpen,
    async close() {
      closing.abort()
      await goodbye(client)
      await keeping
    },
  }
}

/** A connection that is half open is closed again. */
async function openOnce(client: SocketClient): Promise<void> {
  const timer = setTimeout(() => void client.disconnect(), GREETING_TIMEOUT)
  try {
    await client.start()
  } catch (error) {
    // The module rejects without a reason when the connection closed before the greeting.
    throw error ?? new Error('Slack closed the connection before its greeting')
  } finally {
    clearTimeout(timer)
  }
}

async function keepOpen(
  client: SocketClient,
  log: Log,
  signal: AbortSignal,
  onChange: (isOpen: boolean) => void,
): Promise<void> {
  for (let shortLived = 0; !signal.aborted;) {
    const openedAt = performance.now()
    await lost(client, signal)
    onChange(false)
    if (signal.aborted) return
    log.debug(SLACK_LOG.disconnected)
    shortLived = performance.now() - openedAt < LASTING ? shortLived + 1 : 0
    await reopen(client, log, signal, waitAfter(shortLived))
    onChange(!signal.aborted)
  }
}

/** Ours: what is cut sooner than this is short-lived, and so many of them in a row are a bad moment, not a bad day. */
const LASTING: Instant = 10_000
const BURST = 10

/** How long to wait before the next connection after so many short-lived ones. */
function waitAfter(shortLived: number): Instant {
  return shortLived <= BURST ? 0 : Math.min(FIRST_WAIT * 2 ** (shortLived - BURST - 1), LONGEST_WAIT)
}

/** Resolves when the connection is lost, or when nobody wants it any more. */
function lost(client: SocketClient, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      client.off('disconnected', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    client.on('disconnected', done)
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}

async function reopen(
  client: SocketClient,
  log: Log,
  signal: AbortSignal,
  firstWait: Instant,
): Promise<void> {
  for (let wait = firstWait, pause = 0; ; wait = Math.min(Math.max(wait * 2, FIRST_WAIT), LONGEST_WAIT)) {
    await sleep(Math.max(wait, pause), undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    try {
      await openOnce(client)
      if (wait > 0) log.info(SLACK_LOG.connected)
      return
    } catch (error) {
      pause = pauseOf(error) ?? 0
      log.warn(SLACK_LOG.notReconnected, { error: scrubbed(error) })
    }
  }
}

/** Asked a second time, the module cuts the connection without waiting for the other side. */
async function goodbye(client: SocketClient): Promise<void> {
  const closed = Promise.resolve(client.disconnect()).catch(() => undefined)
  const timer = setTimeout(() => void client.disconnect(), GOODBYE_TIMEOUT)
  await closed
  clearTimeout(timer)
}
