// What would take all our time, our database or a secret, through the whole program: feeds first, then what they brought.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import { isServer } from '../../src/core/database-address.ts'
import { answer, drip, type Page, redirect } from '../feeds/hostile-server.ts'
import { rowsOfServer } from '../storage/ask-server.ts'
import { channel, FEED_PATH, GOOD_ITEM, item, meet, NOW, saidBy, XML } from './bad-feed.ts'
import type { TestApp } from './open-test-app.ts'

async function titles(test: TestApp): Promise<readonly string[]> {
  return (await test.app.storage.articles.seenBetween(0, NOW + 24 * HOUR)).map(({ title }) => title)
}

describe('a feed that means harm', () => {
  it('of 100,000 items is read by its two ends, and says so', async () => {
    const items = Array.from({ length: 100_000 }, (_, at) => `<item><title>Brève ${at}</title></item>`)
    const began = process.cpuUsage()
    const { test } = await meet({ [FEED_PATH]: answer(200, XML, channel(items.join(''))) })
    const { user, system } = process.cpuUsage(began)
    const kept = await titles(test)
    expect(kept).toHaveLength(5001)
    expect(kept).toEqual(expect.arrayContaining([GOOD_ITEM.title, 'Brève 0', 'Brève 2499', 'Brève 99999']))
    expect(kept).not.toContain('Brève 2500')
    expect(saidBy(test)).toContain(
      'Flux « Flux La Panne » : Le flux contient 100 000 articles ; seuls les 2 500 premiers et les 2 500 derniers ont été lus.',
    )
    expect((user + system) / 1e6).toBeLessThan(60)
  }, 120_000)

  it('whose sixty pages drip keeps nobody waiting for a minute', async () => {
    const pages = Array.from({ length: 60 }, (_, at): readonly [string, Page] => [
      `panne.example/${at}`,
      drip(50),
    ])
    const items = pages.map(([address], at) =>
      item(`Brève ${at}`, `http://${address}`).replace('panne-1', `panne-${at}`),
    )
    const began = performance.now()
    const { test } = await meet({
      ...Object.fromEntries(pages),
      [FEED_PATH]: answer(200, XML, channel(items.join(''))),
    })
    // Two at once, a second each: after three that came to nothing the others are not asked for.
    expect(performance.now() - began).toBeLessThan(15_000)
    expect(await titles(test)).toHaveLength(61)
  })

  it('that hides a password in its address and in its links leaves it nowhere', async () => {
    const { test } = await meet({
      [FEED_PATH]: redirect(301, 'http://lecteur:motsecret@ailleurs.example/flux.xml'),
      'ailleurs.example/flux.xml': answer(
        200,
        XML,
        channel(item('Brève', 'http://lecteur:motsecret@ailleurs.example/un')),
      ),
    })
    expect(await titles(test)).toEqual(expect.arrayContaining(['Brève', GOOD_ITEM.title]))
    const files = readdirSync(test.folder, { withFileTypes: true }).filter((file) => file.isFile())
    const stored = [
      ...files.map(({ name }) => readFileSync(join(test.folder, name), 'latin1')),
      ...(isServer(test.database) ? await rowsOfServer(test.database) : []),
    ]
    expect(stored.some((bytes) => bytes.includes('ailleurs.example/un'))).toBe(true)
    expect([...stored, ...test.said].some((words) => words.includes('motsecret'))).toBe(false)
  })

  it('whose address leads to a file under a password stores its failure without it', async () => {
    const { test } = await meet({ [FEED_PATH]: redirect(302, 'ftp://lecteur:mot@secret@ailleurs.example/') })
    expect(saidBy(test)).toHaveLength(1)
    const states = await test.app.storage.feeds.states()
    expect(states.find(({ failureCount }) => failureCount > 0)?.lastFailure).toEqual({
      code: 'fetch-scheme',
      url: 'ftp://ailleurs.example/',
      scheme: 'ftp',
    })
  })
})
