// What the environment may say, and what is refused with which sentence.
import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../src/config/environment.ts'

const KEY = Buffer.alloc(32, 7)
const INSTALL = {
  SLACK_CLIENT_ID: '11.22',
  SLACK_CLIENT_SECRET: 'secret',
  SLACK_SIGNING_SECRET: 'signature',
  PRESSOIR_TOKEN_KEY: KEY.toString('base64'),
}

describe('what lets workspaces install the app', () => {
  it.each([
    [KEY.toString('base64'), 'openssl rand -base64 32'],
    [KEY.toString('base64url'), 'the other alphabet, without its end'],
    [KEY.toString('hex'), 'openssl rand -hex 32'],
    [KEY.toString('hex').toUpperCase(), 'in capitals'],
    [`  ${KEY.toString('base64')}\n`, 'copied with blanks'],
  ])('takes a key as %s (%s)', (PRESSOIR_TOKEN_KEY, _why) => {
    const { slackInstall } = readEnvironment({ ...INSTALL, PRESSOIR_TOKEN_KEY })
    expect(slackInstall?.keys.current).toEqual(KEY)
    expect(slackInstall?.keys.previous).toBeUndefined()
  })

  it('takes the previous key beside it', () => {
    const previous = Buffer.alloc(32, 8)
    const { slackInstall } = readEnvironment({
      ...INSTALL,
      PRESSOIR_TOKEN_KEY_PREVIOUS: previous.toString('hex'),
    })
    expect(slackInstall).toEqual({
      clientId: '11.22',
      clientSecret: 'secret',
      keys: { current: KEY, previous },
    })
  })

  it.each([
    ['PRESSOIR_TOKEN_KEY', 'motdepasse', 'a password'],
    ['PRESSOIR_TOKEN_KEY', KEY.subarray(1).toString('base64'), 'one octet too few'],
    ['PRESSOIR_TOKEN_KEY', `${KEY.toString('hex')}00`, 'one octet too many'],
    ['PRESSOIR_TOKEN_KEY_PREVIOUS', 'x', 'the previous one as well'],
  ])('refuses %s when it is %j (%s), and does not tell it', (variable, value, _why) => {
    expect(() => readEnvironment({ ...INSTALL, [variable]: value })).toThrow(
      expect.objectContaining({ failure: { code: 'environment-invalid', variable, expected: 'key' } }),
    )
  })

  it.each<[keyof typeof INSTALL, string]>([
    ['SLACK_CLIENT_SECRET', 'SLACK_CLIENT_ID'],
    ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'],
    ['SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID'],
    ['PRESSOIR_TOKEN_KEY', 'SLACK_CLIENT_ID'],
  ])('says that %s is missing', (missing, variable) => {
    expect(() => readEnvironment({ ...INSTALL, [missing]: ' ' })).toThrow(
      expect.objectContaining({
        failure: { code: 'environment-incomplete', variable, missing: [missing] },
      }),
    )
  })

  it.each([
    ['0-3/8', { ids: [0, 1, 2, 3], count: 8 }],
    [' ', undefined],
  ])('takes a part of Discord: %j', (PRESSOIR_DISCORD_SHARDS, expected) => {
    expect(readEnvironment({ PRESSOIR_DISCORD_SHARDS }).discordShards).toEqual(expected)
  })

  it('refuses a part of Discord that is none', () => {
    const variable = 'PRESSOIR_DISCORD_SHARDS'
    expect(() => readEnvironment({ [variable]: '8/8' })).toThrow(
      expect.objectContaining({ failure: { code: 'environment-invalid', variable, expected: 'shards' } }),
    )
  })

  it('is asked for by nobody who has no client of Slack’s', () => {
    expect(readEnvironment({ PRESSOIR_TOKEN_KEY: KEY.toString('hex') })).not.toHaveProperty('slackInstall')
    expect(readEnvironment({})).toEqual({
      tokens: { slackBot: undefined, slackApp: undefined, slackSigning: undefined, discord: undefined },
      platformUrls: { slack: undefined, discord: undefined },
    })
  })
})
