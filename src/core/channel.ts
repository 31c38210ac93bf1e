// Where messages go, `platform:channel`. Knows the names of the platforms, never the platforms themselves.
import { ExplainedError } from './failures.ts'

/** Platforms that a configuration may name; what each one does is in chat/platforms.ts. */
export const PLATFORM_NAMES = ['console', 'slack', 'discord'] as const

export type PlatformName = (typeof PLATFORM_NAMES)[number]

/** `console:terminal` in two; the second half belongs to the platform. Throws ExplainedError `platform-unknown`. */
export function splitChannel(channel: string): { readonly platform: PlatformName; readonly channel: string } {
  const colon = channel.indexOf(':')
  const platform = PLATFORM_NAMES.find((name) => name === channel.slice(0, colon))
  const rest = channel.slice(colon + 1)
  if (platform === undefined || rest === '') throw new ExplainedError({ code: 'platform-unknown', channel })
  return { platform, channel: rest }
}
