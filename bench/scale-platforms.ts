// Platforms that take every message at once, for benches of what the program itself does. Refuse and keep nothing.
import type { ChatPlatform } from '../src/ports.ts'

export function acceptingPlatforms(): ReadonlyMap<string, ChatPlatform> {
  return new Map([
    ['slack', acceptingPlatform()],
    ['discord', acceptingPlatform()],
  ])
}

function acceptingPlatform(): ChatPlatform {
  let count = 0
  return {
    start: async () => undefined,
    post: async () => `${++count}`,
    edit: async () => undefined,
    stop: async () => undefined,
    isConnected: () => true,
  }
}
