// A death at every single step of a morning: the next life finishes the work, nothing twice, nothing lost.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, type Instant } from '../../src/core/calendar.ts'
import { type LoopbackPress, startLoopbackPress } from '../../src/demo/loopback-press.ts'
import { type Life, lifeUntil, type MortalApp, openMortalApp } from './mortal-app.ts'
import { rss, testDigest, testFeed, type TestItem } from './open-test-app.ts'

const EVENING = Date.parse('2026-03-16T21:00:00+01:00')
const MORNING = Date.parse('2026-03-17T08:00:00+01:00')
const HOSTS = ['lavigie.example', 'lephare.example', 'ledetroit.example'] as const
const FEEDS = HOSTS.map((host) => testFeed(`${host}/flux.xml`, host))
const DIGEST = testDigest({ channels: ['console:terminal', 'console:bureau'] })

function item(host: string, name: string, title: string, sentences: string): TestItem {
  return {
    guid: name,
    title,
    link: `http://${host}/${name}`,
    date: new Date(MORNING - HOUR).toUTCString(),
    summary: title,
    text: `<p>${sentences}</p><p>La réunion publique prévue jeudi à la salle des fêtes est maintenue, selon les organisateurs.</p>`,
  }
}

/** Two houses tell the landslide before the edition, a third one after the death. */
const ITEMS: Readonly<Record<string, readonly TestItem[]>> = {
  'lavigie.example': [
    item(
      'lavigie.example',
      'eboulement',
      'Éboulement à Orpierre : la route du col coupée',
      'Un éboulement de huit cents tonnes de roche a coupé lundi la route du col d’Orpierre, sans faire de blessé. Le département compte un mois de travaux pour dégager la chaussée.',
    ),
    item(
      'lavigie.example',
      'passerelle',
      'Vernay : la passerelle rouvre vendredi',
      'La passerelle de Vernay rouvrira vendredi à 6 heures, après dix mois de chantier. Les piétons l’attendaient depuis le printemps dernier.',
    ),
  ],
  'lephare.example': [
    item(
      'lephare.example',
      'roche',
      'Orpierre : la route du col coupée par un éboulement',
      'La route du col d’Orpierre est coupée depuis lundi par un éboulement : huit cents tonnes de roche sont tombées sur la chaussée. Aucun blessé n’est à déplorer, et les travaux dureront un mois, estime le département.',
    ),
  ],
  'ledetroit.example': [],
}

const LATE = item(
  'ledetroit.example',
  'col',
  'Éboulement d’Orpierre : des travaux d’un mois sur la route du col',
  'Après l’éboulement de lundi, la route du col d’Orpierre restera coupée un mois, annonce le département. Huit cents tonnes de roche doivent être dégagées de la chaussée.',
)

let press: LoopbackPress
let root: string
let isLate = false

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'pressoir-mort-'))
  press = await startLoopbackPress((host, path) => {
    if (path !== '/flux.xml') return undefined
    return rss(isLate && host === 'ledetroit.example' ? [LATE] : (ITEMS[host] ?? []))
  })
  mkdirSync(join(root, 'soir'))
  // The evening before: the slot of the morning is announced, and the houses have nothing new yet.
  const app = await openAt(join(root, 'soir'), () => EVENING, [])
  await app.beat()
  await app.bury()
})

afterAll(async () => {
  await press.close()
  rmSync(root, { recursive: true })
})

function openAt(
  folder: string,
  now: () => Instant,
  feeds = FEEDS,
  life: Life = lifeUntil(Infinity),
): Promise<MortalApp> {
  return openMortalApp({ folder, now, life, feeds, digests: [DIGEST], port: press.port, hosts: HOSTS })
}

/** One morning that ends at a call; then another life, its beats, and the next day. */
async function liveThrough(life: Life): Promise<Outcome> {
  const folder = mkdtempSync(join(root, 'vie-'))
  cpSync(join(root, 'soir'), folder, { recursive: true })
  isLate = false
  let now = MORNING
  const first = await openAt(folder, () => now, FEEDS, life)
  await first.beat()
  await first.bury()
  isLate = true
  const second = await openAt(folder, () => now)
  // A part that was on its way belongs to the dead for a while; the houses are read again after a quarter of an hour.
  for (const later of [0, 3 * MINUTE, 20 * MINUTE, DAY]) {
    now = MORNING + later
    await second.beat()
  }
  const stories = new Map(
    (await second.storage.articles.seenBetween(0, now)).map(({ url, placement }) => [
      url.split('/').at(-1),
      placement.storyId,
    ]),
  )
  expect(stories.size, 'every article is kept').toBe(4)
  expect(new Set(['eboulement', 'roche', 'col'].map((name) => stories.get(name))).size, 'one story').toBe(1)
  const parts: string[] = []
  for (const slotAt of [MORNING, MORNING + DAY]) {
    const deliveries = await second.storage.editions.deliveriesOf(`matin@${new Date(slotAt).toISOString()}`)
    expect(deliveries.every(({ state }) => state === 'posted')).toBe(true)
    parts.push(...deliveries.map(({ channel, id }) => `${channel} ${id}`))
  }
  await second.bury()
  return { folder, parts }
}

interface Outcome {
  readonly folder: string
  /** What the ledger holds, `channel key`, in order within a channel. */
  readonly parts: readonly string[]
}

interface Posted {
  readonly key: string
  readonly channel: string
}

function readPosted(folder: string): readonly Posted[] {
  return readFileSync(join(folder, 'essai.console.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

interface Archived {
  readonly stories: readonly { readonly sources: readonly { readonly url: string }[] }[]
}

function readArchives(folder: string): readonly Archived[] {
  const files = readdirSync(join(folder, 'digests'), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => JSON.parse(readFileSync(join(folder, 'digests', file), 'utf8')))
}

function check({ folder, parts }: Outcome): void {
  const posted = readPosted(folder)
  expect(new Set(posted.map(({ key }) => key)).size, 'no part twice').toBe(posted.length)
  const archives = readArchives(folder)
  expect(archives, 'one edition a morning').toHaveLength(2)
  const urls = archives.flatMap(({ stories }) =>
    stories.flatMap(({ sources }) => sources.map(({ url }) => url)),
  )
  expect(urls.toSorted(), 'each article told once').toEqual(
    [...Object.values(ITEMS).flat(), LATE].map(({ link }) => link).toSorted(),
  )
  for (const channel of ['terminal', 'bureau']) {
    const lines = posted.filter((line) => line.channel === channel)
    const order = parts.filter((part) => part.startsWith(`console:${channel} `))
    expect(order).toHaveLength(2 + archives.flatMap(({ stories }) => stories).length)
    expect(
      lines.map(({ key }) => `console:${channel} ${key}`),
      'every part, in order',
    ).toEqual(order)
  }
  const drafts = readdirSync(join(folder, 'digests'), { recursive: true, encoding: 'utf8' })
  expect(drafts.filter((file) => !/\.(?:json|md)$/.test(file) && file.includes('.part'))).toEqual([])
}

const WRITES =
  /\b(?:add|write|place|index|save|saveState|create|saveNextSlot|markArchived|saveDelivery|claimDelivery|post|inTransaction|writeArchive|noteBeat)$/

describe('a death at any step of a morning', () => {
  it('leaves nothing undone and does nothing twice', { timeout: 240_000 }, async () => {
    const whole = lifeUntil(Infinity)
    check(await liveThrough(whole))
    const steps = whole.calls
    expect(steps.length).toBeGreaterThan(40)
    const broken: string[] = []
    for (const [at, name] of steps.entries()) {
      // After a step that only reads is before the next one.
      const moments = WRITES.test(name) ? (['before', 'after'] as const) : (['before'] as const)
      for (const when of moments) {
        const life = lifeUntil(at, when)
        try {
          check(await liveThrough(life))
        } catch (error) {
          broken.push(`${when} ${at} ${name}: ${error instanceof Error ? error.message : String(error)}`)
        }
        expect(life.isOver, `${when} ${at} ${name}`).toBe(true)
      }
    }
    expect(broken).toEqual([])
  })
})
