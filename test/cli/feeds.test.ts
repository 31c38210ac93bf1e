import { userInfo } from 'node:os'
// feeds list, check, import, export and packs, as a person at a terminal runs them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { DEFAULT_SETTINGS } from '../../src/core/workspace.ts'
import { type PressAnswer, startLoopbackPress } from '../../src/demo/loopback-press.ts'
import { openReader } from '../../src/open-reader.ts'
import { openStorage } from '../../src/storage/open.ts'
import { jsonl, newFile, newFolder, plain, records, run } from './command.ts'

const NOW = '2026-03-17T08:00:00+01:00'
const now = Date.parse(NOW)

let folder = ''
let database = ''
let config = ''

beforeEach(() => {
  folder = newFolder()
  database = join(folder, 'essai.sqlite')
  config = newFile(
    folder,
    'pressoir.yaml',
    'contact: essais@pressoir.example\nflux:\n  - titre: Le Phare\n    adresse: https://phare.example/rss\n    rubrique: Une\n',
  )
})

const feeds = (...words: readonly string[]) =>
  run(['feeds', ...words, '--config', config, '--database', database])

const list = (outlines: string): string =>
  newFile(
    folder,
    'mes-flux.opml',
    `<opml version="2.0"><head><title>Mes flux</title></head><body>\n${outlines}\n</body></opml>`,
  )

const QUAI = '<outline text="Le Quai" xmlUrl="https://quai.example/rss"/>'
const NO_ADDRESS = '<outline type="rss" text="Perdu"/>'

async function withWorkspace(): Promise<void> {
  const storage = await openStorage(database, { now: () => now })
  await storage.workspaces.save({
    id: 'slack:T1',
    name: 'La rédaction',
    joinedAt: now,
    settings: DEFAULT_SETTINGS,
  })
  await storage.close()
}

async function followings() {
  const storage = await openStorage(database, { now: () => now })
  try {
    return {
      all: await storage.followings.of('slack:T1'),
      states: await storage.feeds.states(),
      changes: await storage.changes.latest('slack:T1', 10, 0),
    }
  } finally {
    await storage.close()
  }
}

/** Whoever runs the tests. */
const OPERATOR = `La ligne de commande (${userInfo().username})`

describe('feeds packs', () => {
  it('lists the nine packs, with who is in each', async () => {
    const ended = await run(['feeds', 'packs'])
    expect(ended.status).toBe(0)
    const lines = plain(ended.output).trimEnd().split('\n')
    expect(lines).toHaveLength(9)
    expect(lines.find((line) => line.startsWith('Belgique'))).toMatch(/^Belgique +11 flux +RTBF, La Libre, /)
  })
})

describe('feeds import', () => {
  it('says how to declare a list when no workspace is given', async () => {
    const path = list(QUAI)
    const ended = await feeds('import', path)
    expect(ended.status).toBe(0)
    expect(ended.output).toBe(`opml: "${path}"\n`)
    expect(plain(ended.errors)).toContain('1 flux. Rubrique : sans rubrique (1).')
  })

  it('brings a list into a workspace, once, as one change', async () => {
    await withWorkspace()
    const path = list(
      `<outline text="Régions">${QUAI}<outline text="Le Phare bis" xmlUrl="http://phare.example/rss/"/></outline>`,
    )
    const first = await feeds('import', path, '--workspace', 'slack:T1', '--now', NOW)
    expect(first.status).toBe(0)
    expect(plain(first.errors)).toContain('2 flux ajoutés. Le robot les lira peu à peu, en 1 minute environ.')
    const again = await feeds('import', path, '--workspace', 'slack:T1', '--now', NOW)
    expect(plain(again.errors)).toContain('Rien à ajouter : ces flux sont déjà suivis.')
    const { all, changes } = await followings()
    expect(all.map(({ title, rubric, addedByName }) => [title, rubric, addedByName])).toEqual([
      ['Le Phare bis', 'Régions', OPERATOR],
      ['Le Quai', 'Régions', OPERATOR],
    ])
    expect(changes.map(({ subject }) => subject.kind)).toEqual(['followings'])
  })

  it('tells what it refuses by line, takes the rest, and ends with 3', async () => {
    await withWorkspace()
    const ended = await feeds(
      'import',
      list(`${QUAI}\n${NO_ADDRESS}`),
      '--workspace',
      'slack:T1',
      '--now',
      NOW,
    )
    expect(ended.status).toBe(3)
    expect(plain(ended.errors)).toContain('1 ligne refusée :\nligne 3, « Perdu » : elle n’a pas d’adresse')
    expect((await followings()).all).toHaveLength(1)
  })

  it('takes a pack', async () => {
    await withWorkspace()
    const ended = await feeds('import', '--pack', 'suisse', '--workspace', 'slack:T1', '--now', NOW)
    expect(ended.status).toBe(0)
    expect((await followings()).all.find(({ title }) => title === 'RTS, info')).toMatchObject({
      publisher: 'RTS',
      rubric: 'Suisse',
    })
  })

  it('brings 2,000 feeds in seconds, spreads their first readings, and has nothing to do the second time', async () => {
    await withWorkspace()
    const path = list(
      Array.from(
        { length: 2000 },
        (_, at) => `<outline text="Flux ${at}" xmlUrl="https://h${at % 700}.example/${at}"/>`,
      ).join('\n'),
    )
    const startedAt = performance.now()
    const ended = await feeds('import', path, '--workspace', 'slack:T1', '--now', NOW)
    expect(performance.now() - startedAt).toBeLessThan(8000)
    expect(plain(ended.errors)).toContain('Flux ajoutés : 2 000 sur 2 000')
    expect(plain(ended.errors)).toContain('en 50 minutes environ')
    const { all, states } = await followings()
    expect(all).toHaveLength(2000)
    const perMinute = Map.groupBy(states, ({ nextReadAt }) => (nextReadAt - now) / 60_000)
    expect([...perMinute.keys()].toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 50 }, (_, at) => at),
    )
    expect(Math.max(...[...perMinute.values()].map(({ length }) => length))).toBe(40)
    const out = join(folder, 'export.opml')
    expect((await feeds('export', out, '--workspace', 'slack:T1', '--now', NOW)).status).toBe(0)
    const again = await feeds('import', out, '--workspace', 'slack:T1', '--now', NOW)
    expect(plain(again.errors)).toContain('Rien à ajouter')
  })

  it.each([
    [['import', 'absent.opml'], /Le fichier absent\.opml est introuvable/, 'no file'],
    [['import', '--pack', 'suise'], /Essayez « Suisse »\./, 'no such pack'],
  ])('refuses %s', async (words, expected, _why) => {
    const ended = await feeds(...words)
    expect(ended.status).toBe(2)
    expect(plain(ended.errors)).toMatch(expected)
  })

  it('refuses what is no list, and a workspace that nobody knows', async () => {
    const page = newFile(folder, 'page.html', '<!doctype html><html><body>Bonjour</body></html>')
    expect(plain((await feeds('import', page)).errors)).toMatch(/n’est pas une liste de flux OPML/)
    await withWorkspace()
    const ended = await feeds('import', list(QUAI), '--workspace', 'slack:T9')
    expect(ended.status).toBe(2)
    expect(plain(ended.errors)).toContain(
      'La base ne connaît pas l’espace « slack:T9 ». Elle connaît slack:T1.',
    )
  })
})

describe('feeds export and feeds list', () => {
  it('writes what is declared, and reads it back', async () => {
    const out = join(folder, 'export.opml')
    const ended = await feeds('export', out, '--now', NOW)
    expect(ended.status).toBe(0)
    expect(plain(ended.errors)).toBe(`1 flux écrit dans ${out}.\n`)
    expect(readFileSync(out, 'utf8')).toMatch(/<outline text="Une"[^>]*>\s*<outline text="Le Phare"/)
  })

  it('writes to standard output', async () => {
    const ended = await feeds('export', '-', '--now', NOW)
    expect(ended.output).toContain('xmlUrl="https://phare.example/rss"')
    expect(ended.errors).toBe('')
  })

  it('lists what is declared before the program ever ran', async () => {
    const ended = await feeds('list')
    expect(ended.status).toBe(0)
    expect(plain(ended.output)).toBe('Le Phare  Une  Le Phare  pas encore lu\n1 flux.\n')
    expect(records(await feeds('list', '--jsonl'))).toEqual([
      expect.objectContaining({ title: 'Le Phare', rubric: 'Une', origin: 'file', lastReadAt: null }),
    ])
  })
})

const rss = (count: number): PressAnswer => ({
  headers: { 'content-type': 'application/rss+xml' },
  body: Buffer.from(
    `<rss version="2.0"><channel><title>Essai</title>${Array.from({ length: count }, (_, at) => `<item><title>Titre ${at}</title><link>http://a.example/${at}</link></item>`).join('')}</channel></rss>`,
  ),
})
const ANSWERS: Readonly<Record<string, PressAnswer>> = {
  'plein.example/rss': rss(3),
  'vide.example/rss': rss(0),
  'bloque.example/rss': { status: 403, headers: {}, body: Buffer.from('') },
  'ancien.example/rss': {
    status: 301,
    headers: { location: 'http://plein.example/rss' },
    body: Buffer.from(''),
  },
  'page.example/rss': {
    headers: { 'content-type': 'text/html' },
    body: Buffer.from('<!doctype html><html><body>Rien</body></html>'),
  },
  'reserve.example/robots.txt': { headers: {}, body: Buffer.from('User-agent: *\nDisallow: /\n') },
  'reserve.example/rss': rss(1),
}

async function check(names: readonly string[], ...words: readonly string[]) {
  const press = await startLoopbackPress((host, path) => ANSWERS[`${host}${path}`])
  onTestFinished(() => press.close())
  const routes = new Map(
    [...names, 'plein'].map((name) => [`${name}.example`, { host: '127.0.0.1', port: press.port }]),
  )
  const path = list(
    names.map((name) => `<outline text="${name}" xmlUrl="http://${name}.example/rss"/>`).join('\n'),
  )
  return run(['feeds', 'check', path, '--config', config, ...words], '', {
    openReader: async (configuration, clock) => openReader({ configuration, clock, routes }),
  })
}

describe('feeds check', () => {
  it('tells each in a row and counts them, and ends with 3 when some do not answer', async () => {
    const ended = await check(['plein', 'vide', 'bloque', 'ancien', 'page', 'reserve', 'absent'])
    expect(ended.status).toBe(3)
    const lines = plain(ended.output).trimEnd().split('\n')
    expect(lines.map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
      ['répond', 'plein'],
      ['vide', 'vide'],
      ['bloqué', 'bloque'],
      ['déplacé', 'ancien'],
      ['illisible', 'page'],
      ['réservé', 'reserve'],
      ['ne répond pas', 'absent'],
      [
        expect.stringMatching(
          /^7 flux : 1 répond, 1 déplacé, 1 vide, 1 bloqué, 1 réservé, 1 illisible, 1 ne répond pas\.$/,
        ),
      ],
    ])
    expect(lines[0]).toContain('3 articles')
    expect(lines[3]).toContain('nouvelle adresse : http://plein.example/rss')
    expect(plain(ended.errors)).toContain('Flux interrogés : 7 sur 7')
  })

  it('ends with 0 when all answer, and gives a line of JSON for each', async () => {
    const ended = await check(['plein', 'vide'], '--jsonl')
    expect(ended.status).toBe(0)
    expect(records(ended)).toEqual([
      expect.objectContaining({ id: 'http://plein.example/rss', ok: true, status: 'répond', items: 3 }),
      expect.objectContaining({ id: 'http://vide.example/rss', ok: true, status: 'vide', items: 0 }),
    ])
  })

  it('looks for the fault at home when no site can be reached', async () => {
    const hosts = ['absent.example', 'parti.example']
    // Nobody listens on the first port of all.
    const routes = new Map(hosts.map((host) => [host, { host: '127.0.0.1', port: 1 }]))
    const path = list(hosts.map((host) => `<outline xmlUrl="http://${host}/rss"/>`).join(''))
    const all = await run(['feeds', 'check', path, '--config', config], '', {
      openReader: async (configuration, clock) => openReader({ configuration, clock, routes }),
    })
    expect(plain(all.errors)).toContain('votre propre réseau')
    expect(plain((await check(['absent', 'plein'])).errors)).not.toContain('votre propre réseau')
  })

  it('says what is wrong in JSON', async () => {
    const [bad] = records(await check(['bloque'], '--jsonl'))
    expect(bad).toMatchObject({ ok: false, status: 'bloqué', error: { code: 'fetch-status' } })
    expect(jsonl([bad])).toContain('HTTP 403')
  })
})

describe('feeds state', () => {
  it('tells how every feed fares, worst first, and the same as data', async () => {
    const storage = await openStorage(database, { now: () => now })
    const quai = {
      id: 'quai',
      url: 'https://quai.example/rss',
      title: 'Le Quai',
      publisher: 'Le Quai',
      rubric: '',
      origin: 'chat',
    } as const
    await storage.feeds.save([quai], now)
    const failure = { code: 'fetch-status', url: quai.url, status: 410 } as const
    const read = { feedId: 'quai', validators: {}, lastReadAt: now, nextReadAt: now + 3_600_000 }
    await storage.feeds.saveState({
      ...read,
      failureCount: 3,
      lastFailure: failure,
      troubleSince: now - 86_400_000,
    })
    await storage.close()
    const told = await feeds('state', '--now', NOW)
    expect(
      plain(told.output)
        .split('\n')
        .map((line) => line.replaceAll(/ {2,}/g, ' | ').trim()),
    ).toEqual([
      'Le Quai | disparu depuis hier à 8 h (HTTP 410) | aucun article connu | prochaine lecture aujourd’hui à 9 h',
      'Le Phare | pas encore lu | aucun article connu',
      '1 disparu, 1 pas encore lu.',
      '',
    ])
    const [first] = records(await feeds('state', '--jsonl', '--now', NOW))
    expect(first).toMatchObject({ title: 'Le Quai', condition: 'gone', failure: 'fetch-status', days: [] })
  })
})
