// The log of Slack's own modules, in ours: quieter, in one place, and without a token. Decides nothing.
import type { Logger, LogLevel } from '@slack/bolt'
import { SLACK_LOG } from '../../locale/slack.ts'
import type { Log } from '../../ports.ts'

/** Bot, user, app-level, refresh and configuration tokens; tickets of WebSocket addresses; answer addresses. */
const SECRETS = [
  /\bx(?:ox[a-z]|app|oxe\.xox[a-z])-[\w.-]+/giu,
  /(?<=[?&]ticket=)[^&\s"]+/giu,
  /(?<=\/(?:commands|actions|services)\/)[\w/-]{8,}/gu,
]

/** Whatever it is, as text that may stand in a log. */
export function scrubbed(value: unknown): string {
  const text = value instanceof Error ? value.message : typeof value === 'string' ? value : inspected(value)
  return SECRETS.reduce((clean, secret) => clean.replaceAll(secret, '…'), text).slice(0, LONGEST)
}

/** Ours: an answer of a broken proxy is a whole page. */
const LONGEST = 500

function inspected(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return Object.prototype.toString.call(value)
  }
}

/** What the modules note for their own makers is left out; what they find wrong is told. `level` is only shown. */
export function createSdkLog(log: Log, level: LogLevel): Logger {
  const tell = (...values: readonly unknown[]): void =>
    log.warn(SLACK_LOG.sdk, { words: values.map((value) => scrubbed(value)).join(' ') })
  return {
    debug: nothing,
    info: nothing,
    warn: tell,
    error: tell,
    setLevel: nothing,
    getLevel: () => level,
    setName: nothing,
  }
}

const nothing = (): void => undefined
