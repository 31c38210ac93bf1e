// A form that is sent: where redirects may carry it, and where not.
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, expect, it } from 'vitest'
import {
  answer,
  failureOf,
  type HostileWeb,
  type Page,
  redirect,
  silence,
  startHostileWeb,
} from './hostile-server.ts'

const FORM = { 'hub.mode': 'subscribe', 'hub.secret': 'é & =' }

let web: HostileWeb | undefined
afterEach(() => web?.stop())

async function post(pages: Readonly<Record<string, Page>>, patience = {}): Promise<readonly string[]> {
  const taken: Promise<string>[] = []
  const noting =
    (page: Page): Page =>
    (request, response) => {
      taken.push(toldBy(request))
      page(request, response)
    }
  const noted = Object.entries(pages).map(([path, page]) => [path, noting(page)] as const)
  web = await startHostileWeb(Object.fromEntries(noted), patience)
  try {
    await web.client.post('http://journal.example/hub', FORM)
    return await Promise.all(taken)
  } catch (error) {
    const { code } = await failureOf(Promise.reject(error))
    return [...(await Promise.all(taken)), code]
  }
}

async function toldBy(request: IncomingMessage): Promise<string> {
  const form = Object.fromEntries(new URLSearchParams(await text(request)))
  const isWhole = JSON.stringify(form) === JSON.stringify(FORM)
  return `${request.method} ${request.headers.host}${request.url} ${isWhole ? 'whole' : 'empty'}`
}

const TAKEN = 'POST journal.example/hub whole'

it.each<[string, Readonly<Record<string, Page>>, readonly string[]]>([
  ['taken', { '/hub': answer(202) }, [TAKEN]],
  ['taken without a word', { '/hub': answer(204) }, [TAKEN]],
  ['taken with a long word', { '/hub': answer(200, {}, 'merci '.repeat(100_000)) }, [TAKEN]],
  ['refused', { '/hub': answer(400, {}, 'non') }, [TAKEN, 'fetch-status']],
  [
    'carried on by 307',
    { '/hub': redirect(307, 'http://autre.example/ici'), '/ici': answer(202) },
    [TAKEN, 'POST autre.example/ici whole'],
  ],
  [
    'carried on by 308',
    { '/hub': redirect(308, '/ici'), '/ici': answer(202) },
    [TAKEN, 'POST journal.example/ici whole'],
  ],
  ...[301, 302, 303].map((status): [string, Readonly<Record<string, Page>>, readonly string[]] => [
    `not carried on by ${status}`,
    { '/hub': redirect(status, '/ici'), '/ici': answer(202) },
    [TAKEN, 'fetch-status'],
  ]),
  [
    'carried to a private network',
    { '/hub': redirect(307, 'http://10.0.0.1/') },
    [TAKEN, 'fetch-private-address'],
  ],
  ['carried to a file', { '/hub': redirect(307, 'file:///etc/passwd') }, [TAKEN, 'fetch-scheme']],
  [
    'carried round',
    { '/hub': redirect(307, '/hub') },
    [...Array.from({ length: 6 }, () => TAKEN), 'fetch-redirects'],
  ],
])('%s', async (_what, pages, expected) => {
  expect(await post(pages)).toEqual(expected)
})

it('is waited for as long as anything else', async () => {
  const told = await post({ '/hub': silence }, { headersSeconds: 0.2, totalSeconds: 0.4 })
  expect(told).toEqual([TAKEN, 'fetch-timeout'])
})

it.each([
  ['ftp://journal.example/', 'fetch-scheme'],
  ['http://127.0.0.1/', 'fetch-private-address'],
  ['http://[::1]/', 'fetch-private-address'],
])('to %s goes nowhere', async (address, code) => {
  web = await startHostileWeb({})
  expect((await failureOf(web.client.post(address, FORM))).code).toBe(code)
})
