// The running program as whoever watches it sees it: alive, ready, its metrics; and how it goes.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { freePort } from '../web/free-port.ts'
import { configuration } from './articles.ts'
import { newFile, newFolder, plain } from './command.ts'

const CHILD = join(import.meta.dirname, 'stop-child.ts')

interface Bot {
  readonly process: ChildProcess
  readonly port: number
  readonly errors: Promise<string>
  readonly ended: Promise<readonly unknown[]>
  /** Lets a close that was asked for come to its end. */
  release(): void
}

function startBot(port: number): Bot {
  const folder = newFolder()
  const digest = { nom: 'matin', titre: 'Matin', jours: 'lundi', heures: '08:00', canaux: 'console:terminal' }
  const source = configuration({
    base: join(folder, 'essai.sqlite'),
    surveillance: String(port),
    flux: [],
    revues: [digest],
  })
  const bot = spawn(process.execPath, [CHILD, 'run', '--config', newFile(folder, 'pressoir.yaml', source)], {
    cwd: folder,
    env: { PATH: process.env['PATH'] },
  })
  onTestFinished(() => void bot.kill('SIGKILL'))
  return {
    process: bot,
    port,
    errors: text(bot.stderr),
    ended: once(bot, 'exit'),
    release: () => void bot.stdin.write('fin\n'),
  }
}

async function ask(port: number, path: string, method = 'GET') {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method })
  return { status: response.status, headers: response.headers, body: await response.text() }
}

async function isReady({ port }: Bot): Promise<void> {
  const status = (): Promise<number> =>
    ask(port, '/readyz').then(
      ({ status: given }) => given,
      () => 0,
    )
  await expect.poll(status, { timeout: 10_000 }).toBe(200)
}

describe('a running program', () => {
  it('is alive and ready, tells its measures, and is no more ready as soon as it is told to stop', async () => {
    const bot = startBot(await freePort())
    await isReady(bot)
    expect((await ask(bot.port, '/healthz')).body).toBe('{"alive":true}\n')
    expect((await ask(bot.port, '/readyz')).body).toBe('{"ready":true,"missing":[]}\n')
    const metrics = await ask(bot.port, '/metrics?name[]=x')
    expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(metrics.headers.get('cache-control')).toBe('no-store')
    expect(metrics.body).toMatch(/^pressoir_database_up 1$/m)
    expect(metrics.body).toMatch(/^pressoir_platform_connected\{platform="console"\} 1$/m)
    expect(metrics.body).toMatch(/^pressoir_editions_late\{stage="making"\} 0$/m)
    expect(metrics.body).toMatch(/^nodejs_eventloop_lag_seconds \S+$/m)
    expect((await ask(bot.port, '/metrics', 'POST')).status).toBe(405)
    expect((await ask(bot.port, '/', 'GET')).status).toBe(404)
    bot.process.kill('SIGTERM')
    await expect.poll(() => ask(bot.port, '/readyz').then(({ status }) => status)).toBe(503)
    expect(plain((await ask(bot.port, '/readyz')).body)).toBe(
      '{"ready":false,"missing":[{"code":"draining","message":"Pressoir s’arrête : il termine ce qui est en cours."}]}\n',
    )
    expect((await ask(bot.port, '/healthz')).status).toBe(200)
    await pause(100)
    expect(bot.process.exitCode).toBeNull()
    bot.release()
    expect(await bot.ended).toEqual([0, null])
  })

  it('ends at once when it is told twice', async () => {
    const bot = startBot(await freePort())
    await isReady(bot)
    bot.process.kill('SIGTERM')
    await expect.poll(() => ask(bot.port, '/readyz').then(({ status }) => status)).toBe(503)
    bot.process.kill('SIGINT')
    expect(await bot.ended).toEqual([130, null])
  })

  it('says that its port is taken, and runs without', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const address = other.address()
    const bot = startBot(typeof address === 'object' && address !== null ? address.port : 0)
    let said = ''
    bot.process.stderr?.on('data', (chunk) => (said += String(chunk)))
    await expect.poll(() => said, { timeout: 10_000 }).toContain('Pressoir est prêt')
    bot.process.kill('SIGTERM')
    bot.release()
    expect(await bot.ended).toEqual([0, null])
    const lines = (await bot.errors)
      .trimEnd()
      .split('\n')
      .map((line): { readonly level: number; readonly message: string } => JSON.parse(line))
    expect(lines.filter(({ level }) => level >= 40).map(({ message }) => plain(message))).toEqual([
      expect.stringMatching(/^La surveillance ne peut pas être ouverte sur http:\/\/127\.0\.0\.1:\d+\. /),
    ])
  })
})
