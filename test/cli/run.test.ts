// run: the bot as a process, from its first line to the signal that ends it; and what keeps it from running.
import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import { ARTICLES, configuration, MARKET } from './articles.ts'
import { jsonl, newFile, newFolder, plain, PROGRAM, run, runProcess } from './command.ts'

let folder = ''
let database = ''
let config = ''

beforeEach(() => {
  folder = newFolder()
  database = join(folder, 'essai.sqlite')
  config = newFile(
    folder,
    'pressoir.yaml',
    configuration({ base: database, flux: [], revues: [BOTH_CHANNELS] }),
  )
})

/** No feed: no test may need a network. One channel has no tokens. */
const BOTH_CHANNELS = {
  nom: 'matin',
  titre: 'La revue du matin',
  jours: 'tous les jours',
  heures: '08:00',
  canaux: ['console:terminal', 'discord:123456789012345678'],
}

type Bot = ChildProcessByStdio<null, Readable, Readable>

function startBot(): Bot {
  const bot = spawn(process.execPath, [PROGRAM, 'run', '--config', config], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] },
  })
  onTestFinished(() => void bot.kill('SIGKILL'))
  return bot
}

async function isReady(bot: Bot): Promise<void> {
  for await (const [chunk] of on(bot.stderr)) if (String(chunk).includes('Pressoir est prêt')) return
}

async function* on(stream: Readable): AsyncGenerator<readonly unknown[]> {
  while (true) yield await once(stream, 'data')
}

async function fill(): Promise<void> {
  await run(['import', newFile(folder, 'a.jsonl', jsonl([MARKET])), '--database', database])
}

async function countArticles(): Promise<number> {
  const storage = await openStorage(database, { now: () => 0 })
  try {
    return await storage.articles.count()
  } finally {
    await storage.close()
  }
}

describe('the bot', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'says that it is ready, beats, and stops well on %s',
    async (signal) => {
      const bot = startBot()
      const said = text(bot.stderr)
      await isReady(bot)
      const ended = once(bot, 'exit')
      await expect
        .poll(() => run(['health', '--database', database]).then(({ status }) => status), { timeout: 5000 })
        .toBe(0)
      const stoppedAt = performance.now()
      bot.kill(signal)
      expect(await ended).toEqual([0, null])
      expect(performance.now() - stoppedAt).toBeLessThan(5000)
      const lines = (await said)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(lines.map(({ message }) => plain(message))).toEqual([
        'Il manque un jeton à Discord : DISCORD_TOKEN. Rien ne sera publié dans discord:123456789012345678. Mettez-le dans l’environnement sous ce nom.',
        'Slack est laissé de côté : SLACK_BOT_TOKEN n’est pas dans l’environnement.',
        'Pressoir est prêt : 0 flux, 1 revue.',
        'Arrêt demandé. Je termine ce qui est en cours.',
        'Pressoir est arrêté.',
      ])
    },
  )
})

describe('what keeps the bot from running', () => {
  it('is told with every mistake when it is the configuration', async () => {
    config = newFile(folder, 'p.yaml', configuration({ contact: 'nous', fuseau: 'Lune', revue: [] }))
    const ended = await run(['run', '--config', config])
    expect(ended).toMatchObject({ status: 2, output: '' })
    expect(ended.errors.trimEnd().split('\n')).toEqual([
      expect.stringContaining('ligne\u00A01'),
      expect.stringContaining('ligne\u00A02'),
      expect.stringMatching(/revue.*vouliez-vous dire/),
    ])
  })

  it('is told when another program holds the database, and nothing is lost', async () => {
    await fill()
    const other = new DatabaseSync(database)
    onTestFinished(() => other.close())
    other.exec('begin immediate')
    const file = newFile(folder, 'b.jsonl', jsonl(ARTICLES))
    const both = await Promise.all([
      runProcess(['run', '--config', config], folder),
      runProcess(['import', file, '--database', database], folder),
    ])
    for (const { status, output, errors } of both) {
      expect({ status, output }).toEqual({ status: 1, output: '' })
      expect(plain(errors)).toBe(
        `La base ${database} est occupée par un autre programme. Arrêtez l’autre Pressoir, ou attendez qu’il ait fini.\n`,
      )
    }
    other.exec('rollback')
    expect(await countArticles()).toBe(1)
    expect(await run(['import', file, '--database', database])).toMatchObject({ status: 0 })
    expect(await countArticles()).toBe(ARTICLES.length)
  })

  it.runIf(process.platform === 'linux')('is told when the disk is full, and nothing is lost', async () => {
    await fill()
    const articles = Array.from({ length: 300 }, (_, number) => ({
      ...MARKET,
      id: `article-${number}`,
      url: `https://www.lavigie.example/${number}`,
      text: `${MARKET.text} Numéro ${number}. `.repeat(6),
    }))
    const file = newFile(folder, 'b.jsonl', jsonl(articles))
    const words = ['import', file, '--database', database]
    // Files that may not grow past a limit fail as files on a full disk do, with EFBIG for ENOSPC.
    const limited = ['-c', 'ulimit -f 1000; exec "$0" "$@"', process.execPath, PROGRAM, ...words]
    const { status, stdout, stderr } = spawnSync('sh', limited, { encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(plain(stderr).trimEnd().split('\n').at(-1)).toBe(
      `Le disque qui porte la base ${database} est plein. Libérez de la place, puis recommencez.`,
    )
    expect(await countArticles()).toBeGreaterThanOrEqual(1)
    expect(await run(words)).toMatchObject({ status: 0 })
    expect(await countArticles()).toBe(1 + articles.length)
  })
})
