// The end of the bot in the midst of its work: what is under way ends well, and nothing fails for want of a database.
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openApp } from '../../src/app.ts'
import type { App } from '../../src/cli/toolbox.ts'
import { loadConfiguration } from '../../src/config/load.ts'
import { configuration } from './articles.ts'
import { newFile, newFolder, plain, run } from './command.ts'
import { openTestApp, rss, testDigest, testFeed } from '../services/open-test-app.ts'

const SLOT = Date.parse('2026-03-17T08:00:00+01:00')
const PARAGRAPHS = ['Le pont rouvre lundi.', 'La mairie le promet depuis un an.', 'Les riverains attendent.']

it.each([0, 1, 5, 20, 60, 200])(
  'closes %i ms after a beat began, and the next life goes on',
  async (pause) => {
    const tested = await openTestApp({
      now: SLOT,
      answer: () =>
        rss(
          Array.from({ length: 8 }, (_, number) => ({
            guid: `a${number}`,
            title: `Vernay : chantier numéro ${number}`,
            link: `http://vigie.example/${number}`,
            date: 'Tue, 17 Mar 2026 06:30:00 +0100',
            text: `<p>${PARAGRAPHS.join(`</p><p>Chantier ${number}. `)}</p>`,
          })),
        ),
      hosts: ['vigie.example'],
      feeds: [testFeed('vigie.example/rss', 'La Vigie')],
      digests: [testDigest()],
    })
    try {
      await tested.app.storage.editions.saveNextSlot('matin', SLOT)
      const beating = tested.app.beat()
      await new Promise((resolve) => setTimeout(resolve, pause))
      await tested.restart()
      await beating
      expect(tested.said).toEqual([])
      await tested.app.beat()
      expect(tested.said).toEqual([])
      const keys = tested.transcript().map(({ key }) => key)
      expect(keys.length).toBeGreaterThan(1)
      expect(new Set(keys).size).toBe(keys.length)
      expect(existsSync(join(tested.folder, 'digests/2026/03/2026-03-17-0800-matin.md'))).toBe(true)
    } finally {
      await tested.close()
    }
  },
)

it('does not wait for a publisher that never answers', async () => {
  const folder = newFolder()
  const server = createServer(() => undefined).listen(0, '127.0.0.1')
  onTestFinished(() => server.close().closeAllConnections())
  await once(server, 'listening')
  const said: string[] = []
  const app = await openSilentApp(folder, portOf(server.address()), said)
  const asked = once(server, 'request')
  const beating = app.beat()
  await asked
  const stoppedAt = performance.now()
  await app.close()
  await beating
  expect(performance.now() - stoppedAt).toBeLessThan(2000)
  expect(said).toEqual([])
  const { output } = await run(['health', '--database', join(folder, 'essai.sqlite')])
  expect(plain(output)).toContain('Flux sans incident : 1 sur 1.')
})

async function openSilentApp(folder: string, port: number, said: string[]): Promise<App> {
  const say = (line: string): void => void said.push(line)
  const text = configuration({
    base: join(folder, 'essai.sqlite'),
    archives: join(folder, 'digests'),
    flux: [{ titre: 'La Vigie', adresse: 'http://vigie.example/rss' }],
  })
  return openApp(
    {
      configuration: loadConfiguration(newFile(folder, 'pressoir.yaml', text), {}),
      clock: { now: () => SLOT },
      log: { debug: () => undefined, info: say, warn: say, error: say },
      routes: new Map([['vigie.example', { host: '127.0.0.1', port }]]),
    },
    { input: process.stdin, output: process.stdout, errors: process.stderr },
  )
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}
