// The platforms that exist, one line each: name and factory, loaded when somebody wants it. Leaves starting to others.
import type { PlatformName } from '../core/channel.ts'
import type { ChatPlatform } from '../ports.ts'

/** An SDK costs a third of a second to load and 30 MB to keep: whoever does without it loads none. */
export const PLATFORMS = {
  console: async () => (await import('./console/platform.ts')).createConsolePlatform,
  slack: async () => (await import('./slack/platform.ts')).createSlackPlatform,
  discord: async () => (await import('./discord/platform.ts')).createDiscordPlatform,
} as const satisfies Record<PlatformName, () => Promise<(options: never) => ChatPlatform>>
