// One program for several workspaces of Slack: each is answered and posted to with its own token, and leaves by itself.
import { afterEach, describe, expect, it } from 'vitest'
import type { ChatReply } from '../../../src/core/request.ts'
import { install, type InstallScene, LYON, NANTES, openInstallScene } from './install-scene.ts'
import { toAll } from './sample-replies.ts'
import { outgoing } from './scene.ts'
import { screenOf } from './screen.ts'

let scene: InstallScene
afterEach(() => scene.close())

async function bothInstalled() {
  scene = await openInstallScene()
  const home = await scene.startProcess()
  for (const team of [NANTES, LYON]) await install(home, scene.directory, team)
  home.requests.length = 0
  return { home, directory: scene.directory }
}

describe('one program for two workspaces', () => {
  it('answers each with its own token, and says from which workspace it is', async () => {
    const { home, directory } = await bothInstalled()
    scene.answer(({ from }): ChatReply => toAll(`Bonjour ${from.workspaceId}.`))
    for (const team of [NANTES, LYON]) {
      const slack = directory.team(team)
      const alice = slack.addUser({ name: 'Alice Morel' })
      const channel = slack.addChannel({ name: 'presse', members: [alice] })
      await slack.mention({ user: alice, channel, text: 'qui ?' }).response()
      expect(slack.messages(channel)[0]?.replies.map((reply) => screenOf(reply).text)).toEqual([
        `Bonjour slack:${team}.`,
      ])
      expect(home.requests.at(-1)?.from).toMatchObject({
        workspaceId: `slack:${team}`,
        channel: `slack:${channel}`,
        personName: 'Alice Morel',
      })
      expect(slack.violations).toEqual([])
    }
  })

  it('posts and edits with the rights that we have where the message belongs', async () => {
    const { home, directory } = await bothInstalled()
    for (const team of [NANTES, LYON]) {
      const slack = directory.team(team)
      const channel = slack.addChannel({ name: 'presse' })
      const workspaceId = `slack:${team}`
      const handle = await home.platform.post(channel, outgoing(`Pour ${team}.`, { workspaceId }))
      await home.platform.edit(channel, handle, outgoing(`Encore pour ${team}.`, { workspaceId }))
      expect(slack.messages(channel).map((message) => screenOf(message).text)).toEqual([
        `Encore pour ${team}.`,
      ])
    }
  })

  it('lets a channel that two workspaces share be posted to by each', async () => {
    const { home, directory } = await bothInstalled()
    for (const team of [NANTES, LYON]) {
      directory.team(team).addChannel({ id: 'C0PARTAGE', name: 'commun' })
      await home.platform.post('C0PARTAGE', outgoing(`De ${team}.`, { workspaceId: `slack:${team}` }))
    }
    for (const team of [NANTES, LYON])
      expect(
        directory
          .team(team)
          .messages('C0PARTAGE')
          .map((message) => screenOf(message).text),
      ).toEqual([`De ${team}.`])
  })

  it('says that it does not know where a channel of the file is', async () => {
    const { home, directory } = await bothInstalled()
    const channel = directory.team(NANTES).addChannel({ name: 'presse' })
    await expect(home.platform.post(channel, outgoing('La revue.'))).rejects.toMatchObject({
      failure: { code: 'post-failed', reason: 'workspace-unclear' },
    })
    await directory.uninstall(LYON)
    await expect.poll(async () => (await home.storage.installations.list()).length).toBe(1)
    await home.platform.post(channel, outgoing('La revue.'))
    expect(directory.team(NANTES).messages(channel)).toHaveLength(1)
  })

  it('finds in one workspace alone what may have landed there', async () => {
    const { home, directory } = await bothInstalled()
    const slack = directory.team(LYON)
    const channel = slack.addChannel({ name: 'presse' })
    const message = outgoing('La revue.', { workspaceId: `slack:${LYON}` })
    const handle = await home.platform.post(channel, message)
    const again = await home.platform.post(channel, { ...message, doubtfulSince: Date.now() - 1000 })
    expect(again).toBe(handle)
    expect(slack.messages(channel)).toHaveLength(1)
  })
})

describe('a token of the environment beside installations', () => {
  it('serves its own workspace, and the file’s channels, as ever', async () => {
    scene = await openInstallScene()
    const { directory } = scene
    const first = await scene.startProcess()
    await install(first, directory, NANTES)
    const [botToken = ''] = directory.liveTokens(NANTES)
    await first.storage.installations.remove(`slack:${NANTES}`)
    const home = await scene.startProcess({ botToken })
    await install(home, directory, LYON)
    const channel = directory.team(NANTES).addChannel({ name: 'presse' })
    await home.platform.post(channel, outgoing('Du fichier.'))
    await home.platform.post(channel, outgoing('De Nantes.', { workspaceId: `slack:${NANTES}` }))
    const there = directory.team(LYON).addChannel({ name: 'presse' })
    await home.platform.post(there, outgoing('De Lyon.', { workspaceId: `slack:${LYON}` }))
    expect(directory.team(NANTES).messages(channel)).toHaveLength(2)
    expect(directory.team(LYON).messages(there)).toHaveLength(1)
    expect(home.requests.map(({ kind, from }) => [kind, from.workspaceId])).toEqual([
      ['joined', 'slack:T0NANTES'],
      ['joined', 'slack:T0LYON'],
    ])
  })
})

describe('a workspace that takes the app away', () => {
  it('loses its tokens at once and its requests are not answered; others go on', async () => {
    scene = await openInstallScene()
    const { directory } = scene
    const home = await scene.startProcess()
    for (const team of [NANTES, LYON]) await install(home, directory, team)
    home.requests.length = 0
    await directory.uninstall(NANTES)
    await expect
      .poll(() => home.requests.filter(({ kind }) => kind === 'left').map(({ from }) => from.workspaceId))
      .toEqual([`slack:${NANTES}`, `slack:${NANTES}`])
    expect((await home.storage.installations.list()).map(({ workspaceId }) => workspaceId)).toEqual([
      `slack:${LYON}`,
    ])
    const slack = directory.team(NANTES)
    const alice = slack.addUser({ name: 'Alice Morel' })
    const channel = slack.addChannel({ name: 'presse', members: [alice] })
    const workspaceId = `slack:${NANTES}`
    await expect(home.platform.post(channel, outgoing('Trop tard.', { workspaceId }))).rejects.toMatchObject({
      failure: { code: 'post-failed', reason: 'not-installed', channel: `slack:${channel}` },
    })
    await slack.mention({ user: alice, channel, text: 'qui ?' }).acked
    expect(home.requests.filter(({ kind }) => kind === 'mention')).toEqual([])
    const there = directory.team(LYON).addChannel({ name: 'presse' })
    await home.platform.post(there, outgoing('De Lyon.', { workspaceId: `slack:${LYON}` }))
  })

  it('comes back when it installs the app again, and news of the first parting come too late', async () => {
    scene = await openInstallScene()
    const { directory } = scene
    const home = await scene.startProcess()
    await install(home, directory, NANTES)
    await directory.uninstall(NANTES)
    await expect.poll(async () => (await home.storage.installations.list()).length).toBe(0)
    await install(home, directory, NANTES)
    const slack = directory.team(NANTES)
    home.requests.length = 0
    await slack.event({ type: 'app_uninstalled' }, undefined, { secondsAgo: 60 }).acked
    const channel = slack.addChannel({ name: 'presse' })
    await home.platform.post(channel, outgoing('De retour.', { workspaceId: `slack:${NANTES}` }))
    expect(slack.messages(channel)).toHaveLength(1)
    expect(home.requests).toEqual([])
  })

  it('is told apart from a dead token of the environment, which closes the whole platform', async () => {
    scene = await openInstallScene()
    const { directory } = scene
    const home = await scene.startProcess()
    await install(home, directory, NANTES)
    const slack = directory.team(NANTES)
    const channel = slack.addChannel({ name: 'presse' })
    slack.revokeToken()
    const workspaceId = `slack:${NANTES}`
    await expect(home.platform.post(channel, outgoing('?', { workspaceId }))).rejects.toMatchObject({
      failure: { reason: 'not-installed' },
    })
  })
})
