// doctor asks the platforms themselves: each thing is made wrong on a Slack and a Discord of our own.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { loadConfiguration } from '../../src/config/load.ts'
import { inspectPlatforms } from '../../src/inspect-platforms.ts'
import { openStorage } from '../../src/storage/open.ts'
import { BOT_SCOPES } from '../../src/chat/slack/scopes.ts'
import { type FakeDiscord, startFakeDiscord } from '../chat/discord/fake/fake-discord.ts'
import { type FakeSlack, startFakeSlack } from '../chat/slack/fake/fake-slack.ts'
import { testAlert } from '../core/alert-news.ts'
import { deskDigest } from '../services/open-desk.ts'
import { configuration } from './articles.ts'
import { newFile, newFolder, plain, run } from './command.ts'

let slack: FakeSlack
let discord: FakeDiscord
let slackChannel: string
let discordChannel: string
let folder: string

beforeEach(async () => {
  slack = await startFakeSlack({ scopes: BOT_SCOPES, rateLimits: 'off' })
  discord = await startFakeDiscord()
  slackChannel = slack.addChannel({ name: 'presse' })
  const { id } = discord.addGuild({ name: 'Le Courrier' })
  discordChannel = discord.addChannel(id, { name: 'revue' })
  folder = newFolder()
})

afterEach(async () => {
  await slack.close()
  await discord.close()
})

async function doctor(
  tokens: Record<string, string> = {},
): Promise<{ status: number | null; lines: readonly string[]; all: readonly string[] }> {
  const digest = {
    nom: 'equipe',
    titre: 'L’équipe',
    jours: 'lundi',
    heures: '8 h',
    canaux: [`slack:${slackChannel}`, `discord:${discordChannel}`],
  }
  const database = join(folder, 'essai.sqlite')
  const text = configuration({ base: database, archives: join(folder, 'digests'), revues: [digest] })
  const environment = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    DISCORD_TOKEN: discord.token,
    PRESSOIR_SLACK_API_URL: slack.apiUrl,
    PRESSOIR_DISCORD_API_URL: discord.apiUrl,
    ...tokens,
  }
  const ended = await run(['doctor', '--config', newFile(folder, 'pressoir.yaml', text)], '', {
    loadConfiguration: async (asked) => loadConfiguration(asked, environment),
    inspectPlatforms,
  })
  expect(ended.errors).toBe('')
  const lines = plain(ended.output).trimEnd().split('\n')
  expect(ended.output).not.toMatch(/xox|xapp/)
  return { status: ended.status, lines: lines.filter((line) => /slack|discord|lien/i.test(line)), all: lines }
}

describe('doctor on the platforms', () => {
  it('says as whom it is connected, where it may post, and how to invite it', async () => {
    const { status, lines } = await doctor()
    expect(lines).toEqual([
      expect.stringMatching(/^✓ Slack : connecté sous le nom « .+ » \(.+\)\.$/),
      `✓ Canal #presse (slack:${slackChannel}) : Pressoir peut y publier.`,
      expect.stringMatching(/^✓ Discord : connecté sous le nom « .+ » \(Le Courrier\)\.$/),
      expect.stringMatching(
        /^✓ Lien d’invitation, avec les seuls droits utiles : https:\/\/discord\.com\/\S+$/,
      ),
      `✓ Canal #revue (discord:${discordChannel}) : Pressoir peut y publier.`,
    ])
    expect(status).toBe(0)
  })

  it.each<[string, () => unknown, string, RegExp]>([
    ['revoked', () => slack.revokeToken(), 'a token of Slack', /^✗ Slack refuse le jeton SLACK_BOT_TOKEN\./],
    [
      'revoked',
      () => discord.revokeToken(),
      'a token of Discord',
      /^✗ Discord refuse le jeton DISCORD_TOKEN\./,
    ],
    [
      'withdrawn',
      () => slack.withdrawScope('im:write'),
      'a scope',
      /^✗ Il manque un droit à l’application Slack : im:write\./,
    ],
    [
      'archived',
      () => slack.archiveChannel(slackChannel),
      'a channel',
      /^✗ Le canal #presse \(slack:\w+\) est archivé\./,
    ],
    ['deleted', () => slack.deleteChannel(slackChannel), 'a channel', /^✗ Le canal slack:\w+ n’existe pas/],
    [
      'closed to it',
      () => slack.removeBot(slackChannel),
      'a channel',
      /^✗ Pressoir n’est pas membre du canal #presse/,
    ],
    [
      'deleted',
      () => discord.deleteChannel(discordChannel),
      'a channel',
      /^✗ Le canal discord:\d+ n’existe pas/,
    ],
    [
      'taken away',
      () => discord.deny(discordChannel, ['SEND_MESSAGES']),
      'a permission',
      /^✗ Il manque un droit à Pressoir dans le canal #revue \(discord:\d+\) : « Envoyer des messages »/,
    ],
  ])('sees what was %s', async (_how, spoil, _what, expected) => {
    await spoil()
    const { status, lines } = await doctor()
    expect(lines.filter((line) => line.startsWith('✗'))).toEqual([expect.stringMatching(expected)])
    expect(status).toBe(1)
  })

  it.each([
    [{ SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '' }, /^✗ Slack : Pressoir peut publier, mais personne/],
    [{ SLACK_APP_TOKEN: 'xapp-faux' }, /^✗ Slack refuse le jeton SLACK_APP_TOKEN\./],
    [{ PRESSOIR_DISCORD_API_URL: 'http://127.0.0.1:9/api' }, /^✗ Discord est injoignable d’ici\./],
    [{ PRESSOIR_SLACK_API_URL: 'http://127.0.0.1:9/api/' }, /^✗ Slack est injoignable d’ici\./],
  ])('sees what is wrong with %j', async (tokens, expected) => {
    const { lines } = await doctor(tokens)
    expect(lines.filter((line) => line.startsWith('✗'))).toContainEqual(expect.stringMatching(expected))
  })

  it('looks at the channels of digests that were set up in the chat', async () => {
    const other = slack.addChannel({ name: 'veille' })
    const storage = await openStorage(join(folder, 'essai.sqlite'), { now: () => 0 })
    const digest = deskDigest({
      name: 'veille',
      channels: [`slack:${other}`],
      workspaceId: `slack:${slack.teamId}`,
    })
    await storage.digests.save(digest)
    await storage.close()
    const { lines } = await doctor()
    expect(lines).toContain(`✓ Canal #veille (slack:${other}) : Pressoir peut y publier.`)
  })

  it('tells how many alerts are on, and which of them nobody would hear', async () => {
    const workspaceId = `slack:${slack.teamId}`
    const [shut, open] = [slack.addChannel({ name: 'ferme' }), slack.addChannel({ name: 'ouvert' })]
    slack.archiveChannel(shut)
    const storage = await openStorage(join(folder, 'essai.sqlite'), { now: () => 0 })
    const alerts = [
      testAlert({ name: 'pont', title: 'Le pont', channel: `slack:${shut}`, workspaceId }),
      testAlert({ name: 'halle', title: 'La halle', channel: `slack:${open}`, workspaceId }),
      testAlert({ name: 'quai', title: 'Le quai', channel: `slack:${shut}`, workspaceId, suspendedAt: 1 }),
    ]
    for (const alert of alerts) await storage.alerts.save(alert)
    const { status, all } = await doctor()
    expect(status).toBe(1)
    expect(all.filter((line) => /alerte/.test(line))).toEqual([
      '✓ 2 alertes actives, 1 en pause.',
      `✗ L’alerte « Le pont » ne peut pas être publiée : le canal slack:${shut} refuse Pressoir. Rouvrez-lui ce canal, ou réglez l’alerte dans un autre.`,
    ])
    slack.deleteChannel(shut)
    await storage.alerts.remove('pont')
    await storage.alarms.raise({ workspaceId, subject: `channel:slack:${open}`, since: 1 })
    await storage.close()
    expect((await doctor()).all.filter((line) => /alerte/.test(line))).toEqual([
      '✓ 1 alerte active, 1 en pause.',
      `⚠ L’alerte « La halle » vise le canal slack:${open}, qui a refusé le dernier message de Pressoir. Si la cause est levée, le prochain message le montrera.`,
    ])
  })
})
