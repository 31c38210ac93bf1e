// No token and no secret address gets into the log, whatever Slack's own modules say.
import { LogLevel } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { createSdkLog, scrubbed } from '../../../src/chat/slack/sdk-log.ts'

describe('a line for the log', () => {
  it.each([
    ['jeton xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy refusé', 'jeton … refusé', 'a bot token'],
    ['Bearer xapp-1-A123ABC-1234-abcdef0123', 'Bearer …', 'an app token'],
    ['xoxe.xoxb-1-Mi0yLTEyMzQ1', '…', 'a rotating token'],
    ['xoxp-1-2-3, xoxe-1-abc', '…, …', 'two of them'],
    [
      'wss://wss-primary.slack.com/link/?ticket=12348&app_id=5678',
      'wss://wss-primary.slack.com/link/?ticket=…&app_id=5678',
      'the address of a socket',
    ],
    [
      'https://hooks.slack.com/commands/T123/456/abcDEF',
      'https://hooks.slack.com/commands/…',
      'the address of an answer',
    ],
    ['boxoxb- et proxy', 'boxoxb- et proxy', 'words that only look like it'],
  ])('%j is told as %j: %s', (text, expected, _why) => expect(scrubbed(text)).toBe(expected))

  it('is told of errors and objects as well, and is never endless', () => {
    expect(scrubbed(new Error('xoxb-1-2'))).toBe('…')
    expect(scrubbed({ token: 'xoxb-1-2' })).toBe('{"token":"…"}')
    expect(scrubbed('a'.repeat(5000))).toHaveLength(500)
    const circle: { self?: unknown } = {}
    circle.self = circle
    expect(scrubbed(circle)).toBe('[object Object]')
  })

  it('comes from warnings and errors alone', () => {
    const lines: unknown[] = []
    const add = (_message: string, data: unknown): void => {
      lines.push(data)
    }
    const log = createSdkLog({ debug: add, info: add, warn: add, error: add }, LogLevel.INFO)
    log.debug('un')
    log.info('deux')
    log.warn('trois', 'xoxb-1-2')
    log.error(new Error('quatre'))
    expect(lines).toEqual([{ words: 'trois …' }, { words: 'quatre' }])
  })
})
