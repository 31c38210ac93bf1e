// What `doctor` finds in Slack: tokens, rights, channels, and how the bot hears.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inspectSlack } from '../../../src/chat/slack/inspect.ts'
import type { FaultKind } from './fake/faults.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
beforeEach(async () => {
  scene = await openScene({ mode: 'posting' })
})
afterEach(() => scene.close())

const inspect = (channels: readonly string[] = [], more = {}) => {
  const { botToken, appToken, apiUrl } = scene.slack
  return inspectSlack({ botToken, appToken, apiUrl, ...more }, channels)
}
const connected = {
  code: 'connected',
  platform: 'slack',
  name: 'pressoir',
  workspaces: ['Rédaction d’essai'],
}

describe('a look at Slack', () => {
  it('finds all well', async () => {
    expect(await inspect([scene.channel, `@${scene.alice}`])).toEqual([
      connected,
      { code: 'channel-good', channel: `slack:${scene.channel}`, name: 'presse' },
      { code: 'channel-good', channel: `slack:@${scene.alice}`, name: '@Alice Morel' },
    ])
    expect(scene.slack.violations).toEqual([])
  })

  it('posts nothing and opens no conversation', async () => {
    await inspect([scene.channel, `@${scene.alice}`])
    expect(new Set(scene.slack.requests.map(({ method }) => method))).toEqual(
      new Set(['auth.test', 'apps.connections.open', 'conversations.info', 'users.info']),
    )
  })

  it.each<[string, object, object]>([
    [
      'the bot’s token is wrong',
      { botToken: 'xoxb-faux' },
      { code: 'token-refused', platform: 'slack', variable: 'SLACK_BOT_TOKEN' },
    ],
    [
      'the bot’s token was copied with a quotation mark',
      { botToken: 'xoxb-faux’' },
      { code: 'token-refused', platform: 'slack', variable: 'SLACK_BOT_TOKEN' },
    ],
    [
      'nobody answers',
      { apiUrl: 'http://127.0.0.1:9/api/' },
      { code: 'platform-unreachable', platform: 'slack' },
    ],
  ])('says alone that %s', async (_what, options, finding) => {
    expect(await inspect([scene.channel], options)).toEqual([finding])
  })

  it('says that the workspace threw the bot out', async () => {
    scene.slack.removeBot()
    expect(await inspect()).toEqual([
      { code: 'token-refused', platform: 'slack', variable: 'SLACK_BOT_TOKEN' },
    ])
  })

  it('says which rights are missing', async () => {
    for (const scope of ['im:write', 'users:read']) scene.slack.withdrawScope(scope)
    expect(await inspect()).toEqual([
      connected,
      { code: 'scopes-missing', scopes: ['im:write', 'users:read'] },
    ])
  })

  it.each<[string, object, readonly object[]]>([
    [
      'the app’s token is wrong',
      { appToken: 'xapp-faux' },
      [{ code: 'token-refused', platform: 'slack', variable: 'SLACK_APP_TOKEN' }],
    ],
    [
      'the app’s token was copied with its end of line',
      { appToken: 'xapp-faux\u2028' },
      [{ code: 'token-refused', platform: 'slack', variable: 'SLACK_APP_TOKEN' }],
    ],
    ['nothing lets people ask', { appToken: undefined }, [{ code: 'listens-to-nobody', platform: 'slack' }]],
    ['signed requests are enough', { appToken: undefined, signingSecret: 'secret' }, []],
  ])('sees that %s', async (_what, options, findings) => {
    expect(await inspect([], options)).toEqual([connected, ...findings])
  })

  it('waits when Slack counts its questions, and takes no channel for missing', async () => {
    const { slack, channel, alice } = scene
    slack.fault({ method: 'conversations.info', kind: 'status', status: 429, retryAfterSeconds: 1 })
    slack.fault({ method: 'users.info', kind: 'status', status: 429, retryAfterSeconds: 1 })
    expect(await inspect([channel, `@${alice}`])).toEqual([
      connected,
      { code: 'channel-good', channel: `slack:${channel}`, name: 'presse' },
      { code: 'channel-good', channel: `slack:@${alice}`, name: '@Alice Morel' },
    ])
  })

  it('says of channels that it may not look at only which right is missing', async () => {
    const { slack, channel } = scene
    const hidden = slack.addChannel({ name: 'huis-clos', isPrivate: true })
    slack.withdrawScope('groups:read')
    expect(await inspect([hidden, channel])).toEqual([
      connected,
      { code: 'scopes-missing', scopes: ['groups:read'] },
      { code: 'channel-good', channel: `slack:${channel}`, name: 'presse' },
    ])
  })

  it.each<[string, FaultKind, object]>([
    ['Slack fails', { kind: 'status', status: 503 }, { code: 'platform-unreachable', platform: 'slack' }],
    [
      'Slack says that it fails',
      { kind: 'error', error: 'internal_error' },
      { code: 'platform-unreachable', platform: 'slack' },
    ],
    [
      'the token is withdrawn',
      { kind: 'error', error: 'token_revoked' },
      { code: 'token-refused', platform: 'slack', variable: 'SLACK_BOT_TOKEN' },
    ],
  ])('stops, and says so once, when %s between two channels', async (_what, kind, finding) => {
    const { slack, channel } = scene
    slack.fault({ ...kind, method: 'conversations.info', skip: 1, times: 9 })
    const others = [slack.addChannel({ name: 'une' }), slack.addChannel({ name: 'deux' })]
    expect(await inspect([channel, ...others])).toEqual([
      connected,
      { code: 'channel-good', channel: `slack:${channel}`, name: 'presse' },
      finding,
    ])
  })

  it('says what is wrong with each channel', async () => {
    const { slack } = scene
    const archived = slack.addChannel({ name: 'vieux' })
    slack.archiveChannel(archived)
    const without = slack.addChannel({ name: 'ailleurs', hasBot: false })
    const secret = slack.addChannel({ name: 'secret', isPrivate: true, hasBot: false })
    const gone = slack.addUser({ name: 'Bruno', isDeactivated: true })
    expect(await inspect([archived, without, secret, 'C0NULLE', `@${gone}`, '@U0NULLE'])).toEqual([
      connected,
      { code: 'channel-archived', channel: `slack:${archived}`, name: 'vieux' },
      { code: 'not-a-member', channel: `slack:${without}`, name: 'ailleurs' },
      { code: 'channel-missing', channel: `slack:${secret}` },
      { code: 'channel-missing', channel: 'slack:C0NULLE' },
      { code: 'channel-missing', channel: `slack:@${gone}` },
      { code: 'channel-missing', channel: 'slack:@U0NULLE' },
    ])
  })
})
