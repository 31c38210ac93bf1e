// Platforms that take every message, for benches of what the program itself does. Refuse and keep nothing.
import { setTimeout as pause } from 'node:timers/promises'
import type { ChatPlatform } from '../src/ports.ts'

/** Each message takes so many milliseconds on its way. */
export function acceptingPlatforms(milliseconds = 0): ReadonlyMap<string, ChatPlatform> {
  return new Map([
    ['slack', acceptingPlatform(milliseconds)],
    ['discord', acceptingPlatform(milliseconds)],
  ])
}

function acceptingPlatform(milliseconds: number): ChatPlatform {
  let count = 0
  return {
    start: async () => undefined,
    post: async () => {
      if (milliseconds > 0) await pause(milliseconds)
      return `${++count}`
    },
    edit: async () => undefined,
    stop: async () => undefined,
    isConnected: () => true,
  }
}
