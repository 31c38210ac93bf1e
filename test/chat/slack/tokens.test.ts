// Tokens at rest and in time: sealed, sealed again under a new key, renewed once by one process however many there are.
import { afterEach, describe, expect, it } from 'vitest'
import { openKeyring } from '../../../src/chat/slack/seal.ts'
import { SLACK_LOG } from '../../../src/locale/slack.ts'
import { install, type InstallScene, KEYS, NANTES, openInstallScene, type Process } from './install-scene.ts'
import { after as wait } from './sample-replies.ts'
import { outgoing } from './scene.ts'

const [OLD, NEW, OTHER] = [1, 2, 3].map((octet) => Buffer.alloc(32, octet))
const ROTATED = { current: NEW ?? Buffer.alloc(0), previous: OLD ?? Buffer.alloc(0) }

describe('a seal', () => {
  const keyring = openKeyring(KEYS)
  const sealed = keyring.seal('xoxb-1', 'slack:T1')

  it('opens to the same words, hides them, and is never the same twice', () => {
    expect(keyring.open(sealed, 'slack:T1')).toBe('xoxb-1')
    expect(JSON.stringify(sealed)).not.toContain('xoxb')
    expect(keyring.seal('xoxb-1', 'slack:T1').sealed).not.toBe(sealed.sealed)
    expect(keyring.open(keyring.seal('', 'slack:T1'), 'slack:T1')).toBe('')
  })

  it.each<[string, string, string, string]>([
    ['another workspace’s place', sealed.sealed, sealed.keyId, 'slack:T2'],
    ['a key that we do not have', sealed.sealed, '00000000', 'slack:T1'],
    [
      'a changed letter',
      sealed.sealed.replace(/.$/u, (last) => (last === 'A' ? 'Q' : 'A')),
      sealed.keyId,
      'slack:T1',
    ],
    ['a shortened tag', sealed.sealed.replace(/\.(.{4})[^.]*\./u, '.$1.'), sealed.keyId, 'slack:T1'],
    ['nothing', '', sealed.keyId, 'slack:T1'],
    ['other words', 'clos', sealed.keyId, 'slack:T1'],
  ])('does not open in or with %s', (_why, text, keyId, about) => {
    expect(keyring.open({ sealed: text, keyId }, about)).toBeUndefined()
  })

  it('is opened by the previous key as long as we have it, and made with the current one', () => {
    const rotated = openKeyring(ROTATED)
    expect(rotated.open(sealed, 'slack:T1')).toBe('xoxb-1')
    expect(rotated.seal('xoxb-1', 'slack:T1').keyId).not.toBe(sealed.keyId)
    expect(openKeyring({ current: OTHER ?? Buffer.alloc(0) }).open(sealed, 'slack:T1')).toBeUndefined()
  })
})

let scene: InstallScene
afterEach(() => scene?.close())

const workspaceId = `slack:${NANTES}`

async function installedOnce(tokenSeconds?: number): Promise<Process> {
  scene = await openInstallScene(tokenSeconds === undefined ? {} : { tokenSeconds })
  const home = await scene.startProcess()
  await install(home, scene.directory, NANTES)
  return home
}

function postTo(home: Process, channel: string): Promise<string> {
  return home.platform.post(channel, outgoing('La revue.', { workspaceId }))
}

describe('tokens in the database', () => {
  it('are nowhere to be read: neither in the database nor in the log', async () => {
    const home = await installedOnce(43_200)
    const [token = ''] = scene.directory.liveTokens(NANTES)
    const kept = JSON.stringify([await home.storage.installations.list(), home.log])
    expect(token).toContain('xoxe.xoxb')
    for (const secret of [token, 'xoxe-1-', scene.directory.clientSecret]) expect(kept).not.toContain(secret)
  })

  it('are sealed again under a new key at the next start, and the old one is not needed any more', async () => {
    const first = await installedOnce()
    const channel = scene.directory.team(NANTES).addChannel({ name: 'presse' })
    const before = await first.storage.installations.get(workspaceId)
    await first.close()
    const second = await scene.startProcess({ keys: ROTATED })
    const after = await second.storage.installations.get(workspaceId)
    expect(after).toMatchObject({ installedAt: before?.installedAt })
    expect(after?.keyId).not.toBe(before?.keyId)
    await second.close()
    const third = await scene.startProcess({ keys: { current: ROTATED.current } })
    await postTo(third, channel)
    expect(scene.directory.team(NANTES).messages(channel)).toHaveLength(1)
  })

  it('that no key of ours opens are said in one line and kept, and the program runs on', async () => {
    const first = await installedOnce()
    const channel = scene.directory.team(NANTES).addChannel({ name: 'presse' })
    await first.close()
    const second = await scene.startProcess({ keys: { current: OTHER ?? Buffer.alloc(0) } })
    expect(second.log.filter(({ level }) => level === 'error')).toEqual([
      { level: 'error', message: SLACK_LOG.tokensUnreadable, data: { workspaces: [workspaceId] } },
    ])
    await expect(postTo(second, channel)).rejects.toMatchObject({
      failure: { code: 'post-failed', reason: 'token-unreadable' },
    })
    await install(second, scene.directory, NANTES)
    await postTo(second, channel)
    expect(scene.directory.team(NANTES).messages(channel)).toHaveLength(1)
  })
})

describe('tokens that expire', () => {
  it('are left alone while they are good for long', async () => {
    const home = await installedOnce(43_200)
    const channel = scene.directory.team(NANTES).addChannel({ name: 'presse' })
    await postTo(home, channel)
    expect(scene.directory.exchanges).toEqual(['code'])
  })

  it('are renewed once by one of two processes, and both go on with the new one', async () => {
    const home = await installedOnce(3600)
    const other = await scene.startProcess()
    const channel = scene.directory.team(NANTES).addChannel({ name: 'presse' })
    scene.directory.setTokenSeconds(43_200)
    scene.directory.slowRenewals(100)
    await Promise.all([home, other, home, other, other].map((process) => postTo(process, channel)))
    await Promise.all([home, other].map((process) => postTo(process, channel)))
    expect(scene.directory.exchanges).toEqual(['code', 'refresh'])
    expect(scene.directory.team(NANTES).messages(channel)).toHaveLength(7)
  })

  it('and have expired are waited for by all while one renews them', async () => {
    const home = await installedOnce(1)
    const other = await scene.startProcess()
    const channel = scene.directory.team(NANTES).addChannel({ name: 'presse' })
    scene.directory.setTokenSeconds(43_200)
    scene.directory.slowRenewals(300)
    await wait(1100)
    await Promise.all([home, other, other].map((process) => postTo(process, channel)))
    expect(scene.directory.exchanges).toEqual(['code', 'refresh'])
    expect(scene.directory.team(NANTES).messages(channel)).toHaveLength(3)
  })

  it('are used to their end when Slack does not renew them', async () => {
    const home = await installedOnce(3600)
    const channel = scene.directory.team(NANTES).addChannel({ name: 'presse' })
    const kept = await home.storage.installations.get(workspaceId)
    // A restored backup: the refresh token in it has been used.
    scene.directory.setTokenSeconds(3600)
    await postTo(home, channel)
    if (kept !== undefined) await home.storage.installations.save(kept)
    await postTo(home, channel)
    expect(scene.directory.exchanges).toEqual(['code', 'refresh', 'invalid_refresh_token'])
    expect(home.log.filter(({ message }) => message === SLACK_LOG.sdk)).toHaveLength(1)
    expect(scene.directory.team(NANTES).messages(channel)).toHaveLength(2)
  })

  it('and cannot be renewed at all end as a workspace without the app', async () => {
    const home = await installedOnce(1)
    const channel = scene.directory.team(NANTES).addChannel({ name: 'presse' })
    const kept = await home.storage.installations.get(workspaceId)
    await wait(1100)
    await postTo(home, channel).catch(() => undefined)
    if (kept !== undefined) await home.storage.installations.save(kept)
    await expect(postTo(home, channel)).rejects.toMatchObject({ failure: { reason: 'not-installed' } })
  })

  it('are not brought back by a renewal that ends after the app was taken away', async () => {
    const home = await installedOnce(3600)
    const channel = scene.directory.team(NANTES).addChannel({ name: 'presse' })
    scene.directory.slowRenewals(300)
    const posting = postTo(home, channel).catch(() => undefined)
    await expect.poll(() => scene.directory.exchanges.length).toBe(1)
    await home.storage.installations.remove(workspaceId)
    await posting
    expect(await home.storage.installations.list()).toEqual([])
  })
})
