// A channel names its platform, and the rest is the platform's own.
import { describe, expect, it } from 'vitest'
import { splitChannel } from '../../src/core/channel.ts'

describe('a channel', () => {
  it.each([
    ['console:terminal', 'console', 'terminal', 'the usual'],
    ['discord:123:456', 'discord', '123:456', 'only the first colon counts'],
  ])('splits %s into %s and %s: %s', (given, platform, channel, _why) => {
    expect(splitChannel(given)).toEqual({ platform, channel })
  })

  it.each([
    ['pigeon:colombier', 'no such platform'],
    ['console:', 'no channel'],
    ['console', 'no colon'],
    [':terminal', 'no platform'],
    ['Console:terminal', 'names are in lower case'],
  ])('refuses « %s »: %s', (channel, _why) => {
    expect(() => splitChannel(channel)).toThrow(
      expect.objectContaining({ failure: { code: 'platform-unknown', channel } }),
    )
  })
})
