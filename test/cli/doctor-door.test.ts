// The doctor and the public address: asked for over real HTTP, as a hub would, where a test can stand for the Internet.
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { DoorFinding } from '../../src/cli/toolbox.ts'
import { feedId } from '../../src/core/article-identity.ts'
import { newHubSubscription } from '../../src/core/hub-subscription.ts'
import { loadConfiguration } from '../../src/config/load.ts'
import { inspectDoor } from '../../src/inspect-door.ts'
import { openStorage } from '../../src/storage/open.ts'
import {
  answer,
  type HostileServer,
  type Page,
  redirect,
  startHostileServer,
} from '../feeds/hostile-server.ts'
import { configuration } from './articles.ts'
import { newFile, newFolder, plain, run } from './command.ts'

const ADDRESS = 'https://revue.example'

async function doctor(
  finding: DoorFinding,
  fill: (database: string) => Promise<void> = async () => undefined,
  environment: Readonly<Record<string, string>> = {},
) {
  const folder = newFolder()
  const database = join(folder, 'essai.sqlite')
  await fill(database)
  const more = { base: database, archives: join(folder, 'digests'), 'adresse publique': ADDRESS, port: 3100 }
  const path = newFile(folder, 'pressoir.yaml', configuration(more))
  const ended = await run(['doctor', '--config', path], '', {
    loadConfiguration: async (given) => loadConfiguration(given, environment),
    inspectPlatforms: async () => [],
    inspectDoor: async () => finding,
  })
  const lines = plain(ended.output).trimEnd().split('\n')
  return { status: ended.status, line: lines.at(-1) ?? '' }
}

describe('what the doctor says of the public address', () => {
  it.each<[string, DoorFinding, number, RegExp]>([
    [
      'ours',
      { kind: 'ours' },
      0,
      /^✓ Adresse publique https:\/\/revue\.example : Pressoir y répond\. Aucun flux/,
    ],
    [
      'somebody else’s',
      { kind: 'other' },
      1,
      /^✗ .* ce n’est pas Pressoir\. Dirigez https:\/\/revue\.example\/websub vers le port 3100 de Pressoir\.$/,
    ],
    [
      'on a private network',
      { kind: 'failed', failure: { code: 'fetch-private-address', url: ADDRESS } },
      1,
      /^✗ .* réseau privé : personne ne peut y appeler Pressoir depuis Internet\. Corrigez son DNS/,
    ],
    [
      'silent',
      { kind: 'failed', failure: { code: 'fetch-timeout', url: ADDRESS, seconds: 10 } },
      0,
      /^⚠ .* Si Pressoir tourne, vérifiez-le depuis une autre machine\. Dirigez/,
    ],
  ])('%s', async (_what, finding, status, expected) => {
    const told = await doctor(finding)
    expect(told.line).toMatch(expected)
    expect(told.status).toBe(status)
  })

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['by signed requests', { SLACK_SIGNING_SECRET: 's' }, '/websub et https://revue.example/slack vers'],
    ['by a connection of ours', { SLACK_SIGNING_SECRET: 's', SLACK_APP_TOKEN: 'xapp-1' }, '/websub vers'],
    ['not at all', {}, '/websub vers'],
  ])('names what else is to lead here when Slack calls %s', async (_how, slack, expected) => {
    const { line } = await doctor({ kind: 'other' }, undefined, slack)
    expect(line).toContain(`Dirigez https://revue.example${expected}`)
  })

  it('counts the feeds that announce their news, among those that could', async () => {
    const { line } = await doctor({ kind: 'ours' }, async (database) => {
      const storage = await openStorage(database, { now: () => 0 })
      const feeds = ['un', 'deux', 'trois'].map((name) => {
        const url = `https://${name}.example/`
        return { id: feedId(url), url, title: name, publisher: name, rubric: '', origin: 'file' as const }
      })
      await storage.feeds.save(feeds, 0)
      for (const { id, url } of feeds) await storage.hubs.saveOffer(id, { topic: url, hubs: [url] })
      const [first] = feeds
      if (first === undefined) throw new Error('no feed')
      const { id: feed, url } = first
      const made = newHubSubscription(
        { id: 'a', feedId: feed, topic: url, hub: url, callback: `${ADDRESS}/websub/a`, secret: 's' },
        0,
      )
      await storage.hubs.save({ ...made, state: 'active', leaseUntil: 9e15 })
      await storage.close()
    })
    expect(line).toBe(
      '✓ Adresse publique https://revue.example : Pressoir y répond. Nouveautés annoncées par WebSub : 1 flux sur 3.',
    )
  })
})

describe('the call that the doctor makes', () => {
  let server: HostileServer | undefined
  afterEach(() => server?.stop())

  it.each<[string, Page, DoorFinding['kind']]>([
    ['a Pressoir that runs', answer(200, {}, 'Pressoir'), 'ours'],
    ['a page of somebody', answer(200, {}, '<h1>Bienvenue</h1>'), 'other'],
    ['a page that is endless', answer(200, {}, 'Pressoir'.repeat(100_000)), 'other'],
    ['a server without that page', answer(404, {}, ''), 'other'],
    ['a login', redirect(302, 'http://revue.example/connexion'), 'other'],
    ['a proxy with nobody behind it', answer(502, {}, ''), 'failed'],
  ])('%s', async (_what, page, kind) => {
    server = await startHostileServer({ '/websub': page, '/connexion': answer(200, {}, 'Mot de passe') })
    const routes = server.routes('revue.example')
    const finding = await inspectDoor('http://revue.example', { contact: 'essai@exemple.fr' }, routes)
    expect(finding.kind).toBe(kind)
  })

  it('never dials a private address', async () => {
    const finding = await inspectDoor('http://127.0.0.1:9', { contact: 'essai@exemple.fr' })
    expect(finding).toMatchObject({ kind: 'failed', failure: { code: 'fetch-private-address' } })
  })
})
