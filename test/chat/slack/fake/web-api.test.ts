// The Web API of the fake: rights, posting, history, people. Speed and misfortunes stand elsewhere.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFakeSlack, type FakeSlack } from './fake-slack.ts'
import { recordsOf, textOf, type Json } from './json.ts'
import { callSlack, type RawCallAnswer, type RawCallOptions } from './raw-call.ts'

let slack: FakeSlack
let now: number
let user: string
let channel: string

beforeEach(async () => {
  now = Date.UTC(2026, 10, 22, 7, 0)
  slack = await startFakeSlack({ now: () => now })
  user = slack.addUser({ id: 'UCAMILLE', name: 'camille', isAdmin: true })
  channel = slack.addChannel({ id: 'CUNE', name: 'une', members: [user] })
})
afterEach(() => slack.close())

const call = (method: string, args: Json = {}, options: RawCallOptions = {}): Promise<RawCallAnswer> =>
  callSlack(slack, method, args, options)

async function post(text: string, more: Json = {}): Promise<string> {
  const { body } = await call('chat.postMessage', { channel, text, ...more })
  expect(body).toMatchObject({ ok: true })
  return textOf(body['ts'])
}

const texts = (body: Json) => recordsOf(body['messages']).map(({ text }) => textOf(text))
const names = (body: Json) => recordsOf(body['channels']).map(({ name }) => textOf(name))

describe('rights', () => {
  it('lists the granted scopes with auth.test', async () => {
    const { headers, body } = await call('auth.test')
    expect(body).toMatchObject({ ok: true, user_id: slack.botUserId, team_id: slack.teamId })
    expect(headers.get('x-oauth-scopes')).toContain('chat:write')
  })

  it.each([
    ['auth.test', '', 'not_authed'],
    ['auth.test', 'xoxb-autre', 'invalid_auth'],
    ['auth.test', 'app', 'not_allowed_token_type'],
    ['apps.connections.open', 'bot', 'not_allowed_token_type'],
    ['chat.postMesage', 'bot', 'unknown_method'],
  ])('%s with the token «%s» hears %s', async (method, token, error) => {
    const tokens: Record<string, string> = { app: slack.appToken, bot: slack.botToken }
    const { body } = await call(method, {}, { token: tokens[token] ?? token })
    expect(body['error']).toBe(error)
  })

  it.each([
    ['chat.postMessage', 'chat:write'],
    ['conversations.history', 'channels:history'],
    ['conversations.info', 'channels:read'],
    ['conversations.list', 'channels:read'],
    ['conversations.open', 'im:write'],
    ['users.info', 'users:read'],
    ['team.info', 'team:read'],
    ['bots.info', 'users:read'],
  ])('%s needs %s', async (method, scope) => {
    slack.withdrawScope(scope)
    const { body } = await call(method, { channel, text: 'a' })
    expect(body).toMatchObject({ error: 'missing_scope', needed: scope })
    expect(body['provided']).not.toContain(`${scope},`)
  })

  it('dies with the token and comes back with it', async () => {
    slack.revokeToken()
    expect((await call('auth.test')).body['error']).toBe('token_revoked')
    slack.restoreToken()
    slack.removeBot()
    expect((await call('auth.test')).body['error']).toBe('account_inactive')
    slack.inviteBot()
    expect((await call('auth.test')).body['ok']).toBe(true)
  })

  it('blames an argument that the method does not take', async () => {
    await post('a', { chanel: 'x' })
    expect(slack.violations).toEqual([
      { kind: 'unknown-argument', method: 'chat.postMessage', detail: 'chanel' },
    ])
  })
})

describe('posting', () => {
  it.each([
    ['an unknown channel', () => undefined, { channel: 'CAUTRE' }, 'channel_not_found'],
    ['an archived channel', () => slack.archiveChannel(channel), {}, 'is_archived'],
    ['a deleted channel', () => slack.deleteChannel(channel), {}, 'channel_not_found'],
    ['a channel that it was removed from', () => slack.removeBot(channel), {}, 'not_in_channel'],
    [
      'a private channel of others',
      () => slack.addChannel({ id: 'CP', name: 'p', isPrivate: true, hasBot: false }),
      { channel: 'CP' },
      'channel_not_found',
    ],
    [
      'a reserved channel',
      () => slack.addChannel({ id: 'CR', name: 'r', isRestricted: true }),
      { channel: 'CR' },
      'restricted_action',
    ],
    ['no thread', () => undefined, { thread_ts: '1000000000.000001' }, 'thread_not_found'],
    ['a broken thread', () => undefined, { thread_ts: '12' }, 'invalid_thread_ts'],
  ])('in %s is refused', async (_what, prepare, more, error) => {
    prepare()
    const { status, body } = await call('chat.postMessage', { channel, text: 'a', ...more })
    expect([status, body['error']]).toEqual([200, error])
  })

  it('to a person opens the private conversation and answers with it', async () => {
    const { body } = await call('chat.postMessage', { channel: user, text: 'Bonjour' })
    expect(body['channel']).toMatch(/^D/u)
    expect((await call('conversations.open', { users: user })).body).toMatchObject({
      channel: { id: body['channel'] },
    })
    expect(slack.messages(user)).toMatchObject([{ text: 'Bonjour' }])
  })

  it('twice stands twice', async () => {
    await post('la revue', { metadata: { event_type: 'pressoir', event_payload: { key: 'k1' } } })
    await post('la revue', { metadata: { event_type: 'pressoir', event_payload: { key: 'k1' } } })
    expect(slack.messages(channel)).toHaveLength(2)
  })

  it('shows an ephemeral message to one person and never in the history', async () => {
    const { body } = await call('chat.postEphemeral', { channel, user, text: 'Pour vous' })
    expect(body['message_ts']).toMatch(/^\d{10}\.\d{6}$/u)
    expect(slack.ephemerals(channel, user)).toMatchObject([{ text: 'Pour vous' }])
    expect((await call('conversations.history', { channel })).body['messages']).toEqual([])
    const stranger = slack.addUser({ name: 'autre' })
    expect((await call('chat.postEphemeral', { channel, user: stranger, text: 'a' })).body['error']).toBe(
      'user_not_in_channel',
    )
  })

  it('changes its own message and no other', async () => {
    const ts = await post('avant')
    expect((await call('chat.update', { channel, ts, text: 'après' })).body).toMatchObject({
      ok: true,
      text: 'après',
    })
    expect((await call('chat.update', { channel, ts, text: 'a'.repeat(4001) })).body['error']).toBe(
      'msg_too_long',
    )
    expect((await call('chat.update', { channel, ts: '1.1', text: 'a' })).body['error']).toBe(
      'message_not_found',
    )
    void slack.mention({ user, channel, text: 'bonjour' })
    const theirs = slack.messages(channel).at(-1)?.ts ?? ''
    expect((await call('chat.update', { channel, ts: theirs, text: 'a' })).body['error']).toBe(
      'cant_update_message',
    )
    expect((await call('chat.delete', { channel, ts: theirs })).body['error']).toBe('cant_delete_message')
  })

  it('deletes a message, and leaves a stone where answers hang', async () => {
    const ts = await post('en tête')
    await post('dessous', { thread_ts: ts })
    const alone = await post('seule')
    await call('chat.delete', { channel, ts: alone })
    await call('chat.delete', { channel, ts })
    expect(slack.messages(channel)).toMatchObject([{ ts, isTombstone: true, replies: [{ text: 'dessous' }] }])
  })
})

describe('history', () => {
  it('gives the newest first, without the answers, in pages', async () => {
    const first = await post('un')
    now += 5000
    await post('deux')
    await post('sous un', { thread_ts: first })
    now += 5000
    await post('trois')
    const page = await call('conversations.history', { channel, limit: 2 })
    expect(texts(page.body)).toEqual(['trois', 'deux'])
    expect(page.body).toMatchObject({
      has_more: true,
      response_metadata: { next_cursor: expect.any(String) },
    })
    const { next_cursor: cursor } = recordsOf([page.body['response_metadata']])[0] ?? {}
    expect(texts((await call('conversations.history', { channel, limit: 2, cursor })).body)).toEqual(['un'])
    expect(texts((await call('conversations.history', { channel, oldest: first })).body)).toEqual([
      'trois',
      'deux',
    ])
    const latest = { channel, latest: first, inclusive: true }
    expect(texts((await call('conversations.history', latest)).body)).toEqual(['un'])
    expect((await call('conversations.history', { channel, limit: 1000 })).body['error']).toBe(
      'invalid_limit',
    )
  })

  it('gives a thread from its head on', async () => {
    const ts = await post('un')
    await post('sous un', { thread_ts: ts })
    expect(texts((await call('conversations.replies', { channel, ts })).body)).toEqual(['un', 'sous un'])
    expect((await call('conversations.replies', { channel, ts: '1.1' })).body['error']).toBe(
      'thread_not_found',
    )
  })

  it('gives metadata only when asked', async () => {
    const metadata = { event_type: 'pressoir_post', event_payload: { key: 'k1' } }
    const ts = await post('un', { metadata })
    await post('sous un', { metadata, thread_ts: ts })
    const asked = { channel, ts, include_all_metadata: true }
    expect(recordsOf((await call('conversations.replies', asked)).body['messages'])).toMatchObject([
      { metadata },
      { metadata },
    ])
    expect(JSON.stringify((await call('conversations.history', { channel })).body)).not.toContain('k1')
  })

  it('is closed to who is not in the channel', async () => {
    slack.removeBot(channel)
    expect((await call('conversations.history', { channel })).body['error']).toBe('not_in_channel')
    expect((await call('conversations.info', { channel })).body).toMatchObject({
      channel: { is_member: false },
    })
  })

  it('gives texts back escaped, as Slack keeps them', async () => {
    await post('R&D', { blocks: [{ type: 'header', text: { type: 'plain_text', text: 'a < b & <!here>' } }] })
    const { body } = await call('conversations.history', { channel })
    expect(JSON.stringify(body)).toContain('R&amp;D')
    expect(JSON.stringify(body)).toContain('a &lt; b &amp; &lt;!here&gt;')
  })
})

describe('people and channels', () => {
  it('tells who is an administrator and from which workspace', async () => {
    const guest = slack.addUser({ name: 'invité', teamId: 'TAUTRE' })
    expect((await call('users.info', { user })).body).toMatchObject({
      user: { is_admin: true, team_id: slack.teamId },
    })
    expect((await call('users.info', { user: guest })).body).toMatchObject({
      user: { is_admin: false, team_id: 'TAUTRE' },
    })
  })

  it('lists public channels, and private ones that it is in', async () => {
    slack.addChannel({ name: 'ailleurs', hasBot: false })
    slack.addChannel({ name: 'secret', isPrivate: true })
    slack.addChannel({ name: 'secret des autres', isPrivate: true, hasBot: false })
    const types = 'public_channel,private_channel'
    expect(names((await call('conversations.list', { types })).body)).toEqual(['une', 'ailleurs', 'secret'])
    expect(names((await call('users.conversations', { types })).body)).toEqual(['une', 'secret'])
    slack.archiveChannel(channel)
    expect(names((await call('conversations.list', { exclude_archived: true })).body)).toEqual(['ailleurs'])
  })
})
