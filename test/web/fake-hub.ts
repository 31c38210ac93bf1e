// A hub as the W3C Recommendation describes it, on loopback: takes requests, asks whether they are meant, distributes.
// Never calls anything but loopback, whatever address it is given.
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

export interface HubForm {
  readonly mode: string
  readonly topic: string
  readonly callback: string
  readonly secret: string
  readonly leaseSeconds: number
  /** Where it was sent: `/` unless a redirect led elsewhere. */
  readonly path: string
  readonly agent: string
}

/** How the hub behaves from now on. */
interface HubManners {
  /** 202 unless told. */
  status: number
  headers: Readonly<Record<string, string>>
  /** What it does once it has answered: asks whether we mean it, refuses, or never comes. */
  next: 'verify' | 'deny' | 'nothing'
  /** Asks before it answers, as some hubs do. */
  isEager: boolean
  /** What it grants, whatever was asked for. */
  leaseSeconds: number | undefined
}

interface Verification {
  readonly mode: string
  readonly status: number
  readonly isEchoed: boolean
}

export interface FakeHub {
  readonly port: number
  readonly manners: HubManners
  readonly forms: readonly HubForm[]
  readonly verifications: readonly Verification[]
  /** Asks whether they mean it, of its own accord. */
  readonly verify: (
    form: Pick<HubForm, 'mode' | 'topic' | 'callback' | 'leaseSeconds'>,
  ) => Promise<Verification>
  readonly deny: (form: HubForm, reason: string) => Promise<number>
  /** Sends content to a subscriber; gives the status of the answer. */
  readonly distribute: (form: HubForm, body: string, signature?: string | null) => Promise<number>
  readonly close: () => Promise<void>
}

/** The signature that the hub would send. */
export function signed(method: string, body: string, secret: string): string {
  return `${method}=${createHmac(method, secret).update(body).digest('hex')}`
}

/** `doorPort` is where the subscriber's public address really leads. */
export async function startFakeHub(doorPort: number): Promise<FakeHub> {
  const forms: HubForm[] = []
  const verifications: Verification[] = []
  const manners: HubManners = {
    status: 202,
    headers: {},
    next: 'verify',
    isEager: false,
    leaseSeconds: undefined,
  }
  const calling = new Set<Promise<unknown>>()

  async function take(request: IncomingMessage): Promise<HubForm> {
    const told = new URLSearchParams(await text(request))
    const word = (name: string): string => told.get(`hub.${name}`) ?? ''
    const form = {
      mode: word('mode'),
      topic: word('topic'),
      callback: word('callback'),
      secret: word('secret'),
      leaseSeconds: Number(word('lease_seconds')),
      path: request.url ?? '',
      agent: request.headers['user-agent'] ?? '',
    }
    forms.push(form)
    return form
  }

  async function verify(form: Parameters<FakeHub['verify']>[0]): Promise<Verification> {
    const challenge = `défi-${forms.length}-&<b>`
    const url = dialled(form.callback, doorPort)
    url.searchParams.set('hub.mode', form.mode)
    url.searchParams.set('hub.topic', form.topic)
    url.searchParams.set('hub.challenge', challenge)
    if (form.mode === 'subscribe')
      url.searchParams.set('hub.lease_seconds', String(manners.leaseSeconds ?? form.leaseSeconds))
    const answer = await fetch(url)
    const isEchoed = (await answer.text()) === challenge
    const verification = { mode: form.mode, status: answer.status, isEchoed }
    verifications.push(verification)
    return verification
  }

  async function deny({ callback, topic }: HubForm, reason: string): Promise<number> {
    const url = dialled(callback, doorPort)
    url.search = new URLSearchParams({
      'hub.mode': 'denied',
      'hub.topic': topic,
      'hub.reason': reason,
    }).toString()
    return (await fetch(url)).status
  }

  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const form = await take(request)
      const { status, headers, next, isEager } = manners
      if (status === 202 && next === 'verify' && isEager) await verify(form)
      response.writeHead(status, headers).end()
      if (status !== 202) return
      if (next === 'verify' && !isEager) await verify(form)
      if (next === 'deny') await deny(form, 'Abonnés seulement.')
    }
    const call = answer().finally(() => calling.delete(call))
    calling.add(call)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP server')
  return {
    port: address.port,
    manners,
    forms,
    verifications,
    verify,
    deny,
    distribute: async (form, body, signature = signed('sha256', body, form.secret)) => {
      const headers = {
        'content-type': 'application/rss+xml',
        link: `<https://hub.example/>; rel="hub", <${form.topic}>; rel="self"`,
        ...(signature === null ? {} : { 'x-hub-signature': signature }),
      }
      return (await fetch(dialled(form.callback, doorPort), { method: 'POST', headers, body })).status
    },
    close: async () => {
      await Promise.allSettled(calling)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The public address as it is dialled here. */
function dialled(callback: string, doorPort: number): URL {
  const { pathname, search } = new URL(callback)
  return new URL(`http://127.0.0.1:${doorPort}${pathname}${search}`)
}
