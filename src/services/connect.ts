// Lets the platforms in, one by one: a platform that cannot connect keeps no other from working. Posts nothing.
import { MINUTE } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import { explain } from '../locale/failures.ts'
import type { ChatPlatform, Inbox, Log } from '../ports.ts'
import { logFailure } from './log-failure.ts'
import type { Platforms } from './send.ts'

/** First wait before another try to connect, in milliseconds; it doubles up to the longest. */
const FIRST_WAIT = MINUTE
const LONGEST_WAIT = 30 * MINUTE

interface ConnectTools {
  readonly platforms: Platforms
  readonly log: Log
  readonly signal: AbortSignal
}

/**
 * Starts every platform. One that cannot be reached is tried again by itself, for ever; one that refuses us is said, and
 * waits for another start of the program, since only a person can mend that.
 */
export async function connectPlatforms(tools: ConnectTools, inbox: Inbox): Promise<void> {
  await Promise.all(
    [...tools.platforms].map(([name, platform]) => connect(tools, name, platform, inbox, FIRST_WAIT)),
  )
}

async function connect(
  tools: ConnectTools,
  name: string,
  platform: ChatPlatform,
  inbox: Inbox,
  wait: number,
): Promise<void> {
  try {
    await platform.start(inbox)
  } catch (error) {
    if (error instanceof ExplainedError) tools.log.error(explain(error.failure), { platform: name })
    else logFailure(tools.log, error, { platform: name })
    const isPassing = !(error instanceof ExplainedError) || error.failure.code === 'platform-unreachable'
    if (isPassing) connectLater(tools, name, platform, inbox, wait)
  }
}

function connectLater(
  tools: ConnectTools,
  name: string,
  platform: ChatPlatform,
  inbox: Inbox,
  wait: number,
): void {
  if (tools.signal.aborted) return
  const timer = setTimeout(() => {
    tools.signal.removeEventListener('abort', forget)
    void connect(tools, name, platform, inbox, Math.min(wait * 2, LONGEST_WAIT))
  }, wait)
  const forget = (): void => clearTimeout(timer)
  tools.signal.addEventListener('abort', forget, { once: true })
}
