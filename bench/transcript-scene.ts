// The real program over the invented press and both fakes, at an hour of its own. Tells no story itself.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp } from '../src/app.ts'
import type { App } from '../src/cli/toolbox.ts'
import type { Instant } from '../src/core/calendar.ts'
import type { Digest } from '../src/core/digest.ts'
import { DEMO_NOW, demoPress } from '../src/demo/demo-press.ts'
import { type PressAnswer, startLoopbackPress } from '../src/demo/loopback-press.ts'
import { silentTerminal } from './silent-terminal.ts'
import { type DiscordStage, openDiscordStage } from './transcript-discord.ts'
import { openSlackStage, type SlackStage } from './transcript-slack.ts'
import { feedList, lateNews } from './transcript-news.ts'
import { quiet } from './transcript-stage.ts'

const ZONE = 'Europe/Paris'

/** The publisher that is not in the file: somebody adds it in the chat, and later it fails. */
export const ADDED = { host: 'stadeetterrain.example', feed: 'Stade & Terrain' } as const

/** Where that publisher has a list of feeds. */
export const LIST_PATH = '/listes/hiver.opml'

/** Between two things that somebody does. */
const PAUSE: Instant = 20_000

export interface Scene {
  readonly app: App
  readonly slack: SlackStage
  readonly discord: DiscordStage
  /** `HH:MM`, on the day of the demo or so many days later; the clock never goes by itself. */
  setHour(hour: string, daysLater?: number): void
  /** Somebody takes the time to read and to press. */
  pass(): void
  setRound(round: 1 | 2): void
  /** From now on the added publisher refuses us, or answers again. */
  setRefusing(isRefusing: boolean): void
  readonly said: readonly string[]
  close(): Promise<void>
}

export async function openScene(): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'pressoir-transcription-'))
  const press = demoPress()
  let [now, isRefusing] = [instantOf('06:00', 0), false]
  const server = await startLoopbackPress((host, path) => {
    if (host !== ADDED.host) return lateNews(host, path, now) ?? press.answer(host, path)
    if (path === LIST_PATH) return feedList(host)
    if (isRefusing) return { status: 403, body: new TextEncoder().encode('Accès refusé.') }
    return path === '/' ? homePage() : press.answer(host, path)
  })
  const clock = { now: () => now }
  const [slack, discord] = [await openSlackStage(clock.now), await openDiscordStage(clock.now)]
  const said: string[] = []
  const say = (line: string, data?: unknown): void => void said.push(`${line} ${JSON.stringify(data ?? '')}`)
  const app = await openApp(
    {
      configuration: {
        contact: 'transcription@pressoir.example',
        zone: ZONE,
        database: join(folder, 'transcription.sqlite'),
        archive: join(folder, 'digests'),
        port: 3000,
        feeds: press.feeds.filter(({ title }) => title !== ADDED.feed),
        alerts: [],
        // A transcript asks all day long within a few minutes.
        quotas: { feeds: 1e6, questionsAMinute: 1e6, editionsADay: 1e6 },
        digests: [digestFor([`slack:${slack.channel}`, `discord:${discord.channel}`])],
        tokens: {
          slackBot: slack.slack.botToken,
          slackApp: slack.slack.appToken,
          slackSigning: undefined,
          discord: discord.discord.token,
        },
        platformUrls: { slack: slack.slack.apiUrl, discord: discord.discord.apiUrl },
      },
      clock,
      log: { debug: () => undefined, info: say, warn: say, error: say },
      routes: new Map(press.hosts.map((host) => [host, { host: '127.0.0.1', port: server.port }])),
    },
    silentTerminal(),
  )
  await slack.slack.socketsOpen()
  await quiet(() => discord.discord.requests.length, 1000)
  // The digest has waited for its hour since the day before.
  await app.storage.editions.saveNextSlot('matin', DEMO_NOW)
  return {
    app,
    slack,
    discord,
    said,
    setHour: (hour, daysLater = 0) => {
      now = instantOf(hour, daysLater)
    },
    pass: () => {
      now += PAUSE
    },
    setRound: press.setRound,
    setRefusing: (is) => {
      isRefusing = is
    },
    close: async () => {
      await app.close()
      await Promise.all([slack.slack.close(), discord.discord.close(), server.close()])
      rmSync(folder, { recursive: true })
    },
  }
}

/** Paris keeps its winter hour until the 29th of March. */
function instantOf(hour: string, daysLater: number): Instant {
  const day = 17 + daysLater
  return Date.parse(`2026-03-${day}T${hour}:00${day < 29 ? '+01:00' : '+02:00'}`)
}

function digestFor(channels: readonly string[]): Digest {
  return {
    name: 'matin',
    title: 'La revue du matin',
    schedule: { days: [0, 1, 2, 3, 4, 5, 6], hours: ['08:00'], zone: ZONE },
    channels,
    feeds: [],
    rubrics: [],
    withWords: [],
    withoutWords: [],
    maxStories: 7,
    maxWords: 60,
    onEmpty: 'say',
  }
}

/** What a reader sees when he types the name of the paper; the page says where its feed is. */
function homePage(): PressAnswer {
  const page =
    '<!doctype html><html lang="fr"><head><title>Stade &amp; Terrain</title>' +
    '<link rel="alternate" type="application/rss+xml" title="Stade &amp; Terrain" href="/rss.xml"></head>' +
    '<body><h1>Stade &amp; Terrain</h1></body></html>'
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: new TextEncoder().encode(page) }
}
