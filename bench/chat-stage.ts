// Both platforms as fakes, a copy of the database, and the real program beside them in a process of its own.
import { fork } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY, HOUR, type Instant } from '../src/core/calendar.ts'
import type { Digest } from '../src/core/digest.ts'
import type { Edition } from '../src/core/edition.ts'
import type { Following } from '../src/core/following.ts'
import { DEFAULT_SETTINGS, type WorkspaceId } from '../src/core/workspace.ts'
import { BOT_SCOPES } from '../src/chat/slack/scopes.ts'
import { openStorage } from '../src/storage/open.ts'
import { type FakeDiscord, startFakeDiscord } from '../test/chat/discord/fake/fake-discord.ts'
import { type FakeSlack, startFakeSlack } from '../test/chat/slack/fake/fake-slack.ts'
import { BENCH_FEEDS, CORPUS_ENDS_AT } from './chat-corpus.ts'
import type { Order, ProgramOptions, ProgramReport } from './chat-program.ts'
import { hear } from './hear-word.ts'

/** Of Slack's «several hundred messages per minute» over a workspace, the least. */
export const SLACK_POSTS_PER_MINUTE = 300

/** Feeds that a workspace follows besides those of the file. */
const FOLLOWED_FEEDS = 20

const PROGRAM = join(import.meta.dirname, 'chat-program.ts')

/** As `npm start` has it, and with the garbage collector within reach. */
const FLAGS = ['--max-semi-space-size=2', '--max-old-space-size=384', '--expose-gc']

export interface Fakes {
  readonly slack: FakeSlack
  readonly discord: FakeDiscord
  /** The server on Discord. */
  readonly guild: string
  /** The fakes' clock, which the program shares. */
  readonly now: () => Instant
  /** Sets the clock to an instant to come. */
  readonly jumpTo: (instant: Instant) => void
}

export interface Stage extends Fakes {
  readonly program: Program
  close(): Promise<void>
}

interface Program {
  beat(): Promise<void>
  publish(digest: Digest): Promise<void>
  report(): Promise<ProgramReport>
}

export interface StageOptions {
  /** Path of the database that is copied. */
  readonly corpus: string
  /** False: the fakes bear any number of calls. */
  readonly isLimited: boolean
  /** Digests of the file, made once the fakes have their channels. */
  readonly declared: (fakes: Fakes) => readonly Digest[]
  /** Digests of the chat. */
  readonly inChat: (fakes: Fakes) => readonly Digest[]
}

export async function openStage(options: StageOptions): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'pressoir-chat-'))
  const database = join(folder, 'mesures.sqlite')
  copyFileSync(options.corpus, database)
  let ahead = CORPUS_ENDS_AT - Date.now()
  const now = (): Instant => Date.now() + ahead
  const fakes = await openFakes(now, options.isLimited, (instant) => {
    ahead += Math.max(0, instant - now())
  })
  const inChat = options.inChat(fakes)
  await fill(database, fakes, inChat)
  const { slack, discord } = fakes
  const child = await startProgram({
    database,
    archive: join(folder, 'digests'),
    feeds: BENCH_FEEDS.filter(({ origin }) => origin === 'file'),
    digests: options.declared(fakes),
    tokens: {
      slackBot: slack.botToken,
      slackApp: slack.appToken,
      slackSigning: undefined,
      discord: discord.token,
    },
    platformUrls: { slack: slack.apiUrl, discord: discord.apiUrl },
    ahead,
  })
  await slack.socketsOpen()
  while (discord.commands().length === 0) await pause(20)
  return {
    ...fakes,
    program: {
      beat: async () => void (await child.order({ kind: 'beat', ahead })),
      publish: async (digest) => void (await child.order({ kind: 'publish', digest })),
      report: async () => {
        const report = await child.order({ kind: 'report' })
        if (report === undefined) throw new Error('the program said nothing of itself')
        return report
      },
    },
    close: async () => {
      await child.order({ kind: 'stop' })
      await child.gone
      await Promise.all([slack.close(), discord.close()])
      rmSync(folder, { recursive: true })
    },
  }
}

async function openFakes(
  now: () => Instant,
  isLimited: boolean,
  jumpTo: (instant: Instant) => void,
): Promise<Fakes> {
  const slack = await startFakeSlack({
    now,
    scopes: BOT_SCOPES,
    random: () => 0,
    rateLimits: isLimited ? { workspacePostsPerMinute: SLACK_POSTS_PER_MINUTE } : 'off',
  })
  const discord = await startFakeDiscord({ now, rates: { isOn: isLimited } })
  const { id: guild } = discord.addGuild({ name: 'La rédaction' })
  return { slack, discord, guild, now, jumpTo }
}

/** Nothing is read from the web, each workspace follows some feeds, and the digests are there. */
async function fill(database: string, fakes: Fakes, inChat: readonly Digest[]): Promise<void> {
  const storage = await openStorage(database, { now: fakes.now })
  const here = [`slack:${fakes.slack.teamId}`, `discord:${fakes.guild}`]
  const ids = [...new Set([...here, ...inChat.flatMap(({ workspaceId = [] }) => workspaceId)])]
  await storage.inTransaction(async (inner) => {
    for (const [index, id] of ids.entries()) {
      await inner.workspaces.save({ id, name: id, joinedAt: CORPUS_ENDS_AT, settings: DEFAULT_SETTINGS })
      if (!here.includes(id)) continue
      for (const following of followingsOf(id, index)) await inner.followings.save(following, CORPUS_ENDS_AT)
    }
    for (const digest of inChat) {
      await inner.digests.save(digest)
      const edition = yesterdaysOf(digest)
      await inner.editions.create(edition, [])
      await inner.editions.markArchived(edition.id, edition.madeAt)
    }
    for (const state of await inner.feeds.states())
      await inner.feeds.saveState({ ...state, nextReadAt: CORPUS_ENDS_AT + 1000 * DAY })
  })
  await storage.close()
}

/** Up to where a digest has told its news: as far as any other, or no two editions would tell the same. */
function yesterdaysOf({ name, title, schedule }: Digest): Edition {
  const at = CORPUS_ENDS_AT - 23 * HOUR
  return {
    id: `${name}@${new Date(at).toISOString()}`,
    digestName: name,
    title,
    zone: schedule.zone,
    slotAt: at,
    madeAt: at,
    since: at - DAY,
    until: at,
    articleCount: 0,
    foldedCount: 0,
    stories: [],
  }
}

function followingsOf(workspaceId: WorkspaceId, index: number): readonly Following[] {
  const feeds = BENCH_FEEDS.filter(({ origin }) => origin === 'chat')
  return feeds.slice(index * FOLLOWED_FEEDS, (index + 1) * FOLLOWED_FEEDS).map((feed) => ({
    workspaceId,
    feedId: feed.id,
    url: feed.url,
    title: feed.title,
    publisher: feed.publisher,
    rubric: feed.rubric,
    addedBy: 'U0',
    addedByName: 'Camille Roux',
    addedAt: CORPUS_ENDS_AT,
  }))
}

interface Child {
  order(order: Order): Promise<ProgramReport | undefined>
  readonly gone: Promise<void>
}

interface Word {
  readonly done: Order['kind'] | 'ready'
  readonly report?: ProgramReport
}

async function startProgram(options: ProgramOptions): Promise<Child> {
  const profile = process.env['PRESSOIR_PROFILE']
  const child = fork(PROGRAM, [JSON.stringify(options)], {
    execArgv: [...FLAGS, ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  await hear<Word>(child, ({ done }) => done === 'ready')
  return {
    gone,
    order: async (order) => {
      // Orders of one kind are given one after the other.
      const heard = hear<Word>(child, ({ done }) => done === order.kind)
      child.send(order)
      return (await heard).report
    },
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
