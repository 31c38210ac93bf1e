// The platforms that exist, one line each: name and factory. Makes them, and leaves starting and posting to others.
import type { PlatformName } from '../core/channel.ts'
import type { ChatPlatform } from '../ports.ts'
import { createConsolePlatform } from './console/platform.ts'

/** A platform that the configuration may name and that is not here yet is left out, and said so, by whoever starts. */
export const PLATFORMS = {
  console: createConsolePlatform,
} as const satisfies Partial<Record<PlatformName, (options: never) => ChatPlatform>>
