// What the Internet may see of the running program, and what only whoever watches it may: over its two real doors.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { configuration } from '../cli/articles.ts'
import {
  ARTICLE_TITLE,
  environmentOf,
  PRESS_CHILD,
  PRESS_FEED,
  PRESS_HOST,
  startPress,
} from '../press/one-article.ts'
import { freePort } from './free-port.ts'

/** What the program follows, posts and is called: for its readers, not for whoever finds a port. */
const NAMES = {
  feed: 'La Vigie marquée',
  publisher: 'Éditeur marqué',
  rubric: 'Rubrique marquée',
  digest: 'revue-marquee',
  digestTitle: 'La revue marquée',
  channel: 'terminal-marque',
  contact: 'personne.marquee@exemple.fr',
} as const

/** One article was read, and a beat has ended. */
const HAS_WORKED =
  /^pressoir_articles_read_total\{outcome="(?!folded)\w+"\} 1$[^]*^pressoir_last_beat_timestamp_seconds \d/mu

const closings: (() => Promise<unknown> | void)[] = []
let publicPort = 0
let monitorPort = 0

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pressoir-doors-'))
  closings.push(() => rmSync(folder, { recursive: true, force: true }))
  const press = await startPress()
  closings.push(() => press.close())
  publicPort = await freePort()
  monitorPort = await freePort()
  const config = join(folder, 'pressoir.yaml')
  writeFileSync(config, sourceOf(join(folder, 'essai.sqlite')))
  const bot = spawn(process.execPath, [PRESS_CHILD, 'run', '--config', config], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environmentOf(press) },
    stdio: 'ignore',
  })
  const ended = once(bot, 'exit')
  closings.push(() => {
    bot.kill('SIGTERM')
    return ended
  })
  // Before that there is little to tell.
  const hasWorked = async (): Promise<void> => {
    const { body } = await ask(monitorPort, '/metrics')
    if (!HAS_WORKED.test(body)) throw new Error(`the program has not read its article yet:\n${body}`)
  }
  await vi.waitFor(hasWorked, { timeout: 60_000, interval: 200 })
}, 90_000)
afterAll(async () => {
  for (const close of closings.toReversed()) await close()
}, 60_000)

function sourceOf(database: string): string {
  const digest = { titre: NAMES.digestTitle, jours: 'tous les jours', heures: '08:00' }
  return configuration({
    contact: NAMES.contact,
    base: database,
    // A port alone, as in the example: who watches is on this machine.
    surveillance: String(monitorPort),
    port: String(publicPort),
    'adresse publique': 'https://revue.exemple.fr',
    flux: [{ titre: NAMES.feed, éditeur: NAMES.publisher, rubrique: NAMES.rubric, adresse: PRESS_FEED }],
    revues: [{ nom: NAMES.digest, ...digest, canaux: `console:${NAMES.channel}` }],
  })
}

async function ask(port: number, path: string, host = '127.0.0.1') {
  const answer = await fetch(`http://${host}:${port}${path}`, { signal: AbortSignal.timeout(5_000) })
  return { status: answer.status, body: await answer.text() }
}

describe('the public door', () => {
  it('is open', async () => {
    expect(await ask(publicPort, '/websub')).toEqual({ status: 200, body: 'Pressoir' })
  })

  it.each([
    '/metrics',
    '/metrics/',
    '/metrics?name[]=up',
    '//metrics',
    '/websub/metrics',
    '/healthz',
    '/readyz',
  ])('shows nobody the measures and the health of the program: %s', async (path) => {
    expect(await ask(publicPort, path)).toEqual({ status: 404, body: '' })
  })
})

describe('who watches', () => {
  it('is on this machine, unless told otherwise', async () => {
    // Another address of the same machine stands for all the others.
    await expect(ask(monitorPort, '/healthz', '127.0.0.2')).rejects.toThrow(/fetch failed|timeout/u)
    expect((await ask(monitorPort, '/healthz')).status).toBe(200)
  })

  it.each(['/metrics', '/healthz', '/readyz'])(
    'is told no name of a feed, a person or a place: %s',
    async (path) => {
      const { body } = await ask(monitorPort, path)
      expect(body).not.toBe('')
      const told = [...Object.values(NAMES), 'marqu', PRESS_HOST, ARTICLE_TITLE, 'exemple.fr', 'Vernay']
      expect(told.filter((name) => body.toLowerCase().includes(name.toLowerCase()))).toEqual([])
    },
  )

  it('is told by labels that we count with, of words that we chose', async () => {
    const { body } = await ask(monitorPort, '/metrics')
    const labels = [...body.matchAll(/^pressoir_\w+\{(.+)\} /gmu)].flatMap(([, all = '']) => [
      ...all.matchAll(/(\w+)="([^"]*)"/gu),
    ])
    expect(labels.length).toBeGreaterThan(100)
    const names = new Set(labels.map(([, name = '']) => name))
    expect([...names].toSorted()).toEqual(LABELS)
    // A word of our own has neither capitals nor accents, and no address or channel looks like it.
    const odd = labels.filter(
      ([, name = '', value = '']) => !NUMBERS.has(name) && !/^[a-z]+(?:[-_][a-z]+)*$/u.test(value),
    )
    expect(odd.map(([label]) => label)).toEqual([])
  })
})

const LABELS = [
  'kind',
  'le',
  'level',
  'nature',
  'of',
  'outcome',
  'platform',
  'queue',
  'reason',
  'stage',
  'state',
  'turn',
  'version',
]
const NUMBERS = new Set(['le', 'version'])
