// An app that several workspaces of a loopback Slack install: our adapter, a real database, a browser. Asserts nothing.
import { join } from 'node:path'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { TokenKeys } from '../../../src/core/installation.ts'
import type { ChatReply, ChatRequest } from '../../../src/core/request.ts'
import type { ChatPlatform, Log, Storage } from '../../../src/ports.ts'
import { createSlackPlatform, type SlackOptions } from '../../../src/chat/slack/platform.ts'
import { BOT_SCOPES } from '../../../src/chat/slack/scopes.ts'
import { openStorage } from '../../../src/storage/open.ts'
import { createDoor } from '../../../src/web/door.ts'
import { freePort } from '../../web/free-port.ts'
import { type AppDirectory, startAppDirectory } from './fake/app-directory.ts'

export const NANTES = 'T0NANTES'
export const LYON = 'T0LYON'

/** Where the world believes us to be; a browser of the test goes to loopback instead. */
const PUBLIC_ADDRESS = 'https://revue.exemple.fr'

export const KEYS: TokenKeys = { current: Buffer.alloc(32, 1) }

interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly message: string
  readonly data: Readonly<Record<string, unknown>> | undefined
}

export interface Process {
  readonly platform: ChatPlatform
  readonly storage: Storage
  readonly requests: ChatRequest[]
  readonly log: LogLine[]
  /** Where it listens. */
  readonly address: string
  close(): Promise<void>
}

export interface InstallScene {
  readonly directory: AppDirectory
  /** Another process of the same program on the same database; told of what Slack sends from now on. */
  readonly startProcess: (options?: Partial<SlackOptions> & { readonly keys?: TokenKeys }) => Promise<Process>
  answer(reply: (request: ChatRequest) => ChatReply | Promise<ChatReply>): void
  close(): Promise<void>
}

function saysNothing(): ChatReply {
  return { kind: 'nothing' }
}

export async function openInstallScene(
  options: { readonly tokenSeconds?: number; readonly scopes?: readonly string[] } = {},
): Promise<InstallScene> {
  const directory = await startAppDirectory({ teams: [NANTES, LYON], scopes: BOT_SCOPES, ...options })
  const folder = mkdtempSync(join(tmpdir(), 'pressoir-install-'))
  const running: Process[] = []
  const lend = lender(join(folder, 'base.sqlite'))
  let reply: (request: ChatRequest) => ChatReply | Promise<ChatReply> = saysNothing
  return {
    directory,
    answer: (given) => {
      reply = given
    },
    async startProcess({ keys = KEYS, ...platformOptions } = {}) {
      const started = await startProcess(directory, await lend(), {
        keys,
        platformOptions,
        reply: (request) => reply(request),
      })
      running.push(started)
      for (const team of [NANTES, LYON]) directory.team(team).useHttp(`${started.address}/slack/events`)
      return started
    },
    async close() {
      for (const each of running) await each.close()
      await directory.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Lent {
  readonly storage: Storage
  readonly giveBack: () => Promise<void>
}

/**
 * Processes of a scene live in one and share a connection: two of them would wait for each other without letting each
 * other end. The last one closes it, so that the next begins anew.
 */
function lender(database: string): () => Promise<Lent> {
  let opened: Promise<Storage> | undefined
  let users = 0
  return async () => {
    users++
    opened ??= openStorage(database, { now: Date.now })
    const storage = await opened
    return {
      storage,
      giveBack: async () => {
        if (--users > 0) return
        opened = undefined
        await storage.close()
      },
    }
  }
}

interface ProcessOptions {
  readonly keys: TokenKeys
  readonly platformOptions: Partial<SlackOptions>
  readonly reply: (request: ChatRequest) => ChatReply | Promise<ChatReply>
}

async function startProcess(
  directory: AppDirectory,
  { storage, giveBack }: Lent,
  { keys, platformOptions, reply }: ProcessOptions,
): Promise<Process> {
  const port = await freePort()
  const lines: LogLine[] = []
  const log = logInto(lines)
  const requests: ChatRequest[] = []
  const platform = createSlackPlatform({
    signingSecret: directory.signingSecret,
    door: createDoor({ port, log }),
    install: {
      clientId: directory.clientId,
      clientSecret: directory.clientSecret,
      publicAddress: PUBLIC_ADDRESS,
      keys,
      store: storage.installations,
    },
    apiUrl: directory.apiUrl,
    log,
    now: Date.now,
    ...platformOptions,
  })
  await platform.start(async (request) => {
    requests.push(request)
    return reply(request)
  })
  let isClosed = false
  return {
    platform,
    storage,
    requests,
    log: lines,
    address: `http://127.0.0.1:${port}`,
    async close() {
      if (isClosed) return
      isClosed = true
      await platform.stop()
      await giveBack()
    },
  }
}

function logInto(lines: LogLine[]): Log {
  const at =
    (level: LogLine['level']) =>
    (message: string, data?: Readonly<Record<string, unknown>>): void => {
      lines.push({ level, message, data })
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** A browser that keeps one cookie, follows nothing by itself, and finds our public address on loopback. */
export interface Browser {
  get(address: string, process?: Process): Promise<Response>
  /** The address behind the only link of the install page. */
  openInstallPage(): Promise<string>
}

export function openBrowser(home: Process): Browser {
  let cookie = ''
  const get = async (address: string, { address: origin }: Process = home): Promise<Response> => {
    const local = new URL(address, PUBLIC_ADDRESS)
    const answer = await fetch(`${origin}${local.pathname}${local.search}`, {
      headers: cookie === '' ? {} : { cookie },
      redirect: 'manual',
    })
    const [given = ''] = answer.headers.getSetCookie()
    if (given !== '') cookie = given.includes('=deleted') ? '' : (given.split(';', 1)[0] ?? '')
    return answer
  }
  return {
    get,
    async openInstallPage() {
      const page = await (await get('/slack/install')).text()
      const [, link = ''] = /<a href="([^"]+)"/u.exec(page) ?? []
      return link.replaceAll('&amp;', '&')
    },
  }
}

/** The whole way of somebody who installs the app; the page that they end on. */
export async function install(home: Process, directory: AppDirectory, teamId: string): Promise<Response> {
  const browser = openBrowser(home)
  return browser.get(directory.approve(await browser.openInstallPage(), teamId))
}
