// The real program with secrets in its environment and its database: none of them is anywhere that it writes or says.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { startServer, type TestServer } from '../storage/postgres-server.ts'
import { freePort } from '../web/free-port.ts'
import { configuration } from './articles.ts'
import { ARTICLE_TITLE, environmentOf, PRESS_CHILD, PRESS_FEED, startPress } from '../press/one-article.ts'
import { newFile, newFolder } from './command.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 180_000)
afterAll(() => server.stop(), 180_000)

/** Told to the program, and to be told by it to nobody. */
const SECRETS = {
  SLACK_BOT_TOKEN: 'xoxb-111-222-marqueslack',
  SLACK_APP_TOKEN: 'xapp-1-A1-222-marqueapplication',
  SLACK_SIGNING_SECRET: 'marquesignature0123456789abcdef',
  DISCORD_TOKEN: 'MTExMTExMTEx.marque.discorddiscorddiscord',
  SLACK_CLIENT_SECRET: 'marqueclient0123456789abcdef0123',
  PRESSOIR_TOKEN_KEY: Buffer.from('marqueclefmarqueclefmarqueclef32').toString('base64'),
  PRESSOIR_TOKEN_KEY_PREVIOUS: Buffer.from('marqueancienneclefmarqueancienne').toString('base64'),
} as const

it.each(['a file', 'a server'])(
  'tells no secret, with its database in %s',
  async (place) => {
    const folder = newFolder()
    const database = place === 'a file' ? join(folder, 'essai.sqlite') : await server.newDatabase()
    const databasePassword = place === 'a file' ? [] : ['motdepasse']
    const press = await startPress()
    onTestFinished(() => press.close())
    const port = await freePort()
    const config = newFile(folder, 'pressoir.yaml', sourceOf(port, await freePort(), place))
    const environment = {
      PATH: process.env['PATH'],
      PRESSOIR_DATABASE: database,
      SLACK_CLIENT_ID: '1.2',
      // Nobody listens there: whatever is tried fails, and is told at length.
      PRESSOIR_SLACK_API_URL: 'http://127.0.0.1:9/api/',
      PRESSOIR_DISCORD_API_URL: 'http://127.0.0.1:9/api',
      ...environmentOf(press),
      ...SECRETS,
    }
    const said: string[] = []
    const start = (words: readonly string[]) => {
      const child = spawn(process.execPath, [PRESS_CHILD, ...words, '--config', config], {
        cwd: folder,
        env: environment,
      })
      onTestFinished(() => void child.kill('SIGKILL'))
      const told = Promise.all([text(child.stdout), text(child.stderr)])
      const ended = once(child, 'exit').then(async () => said.push(...(await told)))
      return { child, ended }
    }
    const bot = start(['run'])
    await expect
      .poll(() => metricsOf(port), { timeout: 60_000 })
      .toMatch(
        /pressoir_articles_read_total\{outcome="(?!folded)\w+"\} 1\n[^]*pressoir_last_beat_timestamp_seconds \d/,
      )
    said.push(await metricsOf(port))
    for (const path of ['healthz', 'readyz', 'rien'])
      said.push(await (await fetch(`http://127.0.0.1:${port}/${path}`)).text())
    bot.child.kill('SIGTERM')
    await bot.ended
    // Slack and Discord are away: it is archived, and its failure is told.
    for (const name of ['matin', 'soir']) await start(['digest', name]).ended
    for (const words of [['doctor'], ['health'], ['journal'], ['export', join(folder, 'tout')]])
      await start(words).ended
    if (place === 'a file') await start(['backup', join(folder, 'copie.sqlite')]).ended
    else await start(['queues']).ended

    const archived = filesIn(join(folder, 'digests')).map((path) => readFileSync(path, 'utf8'))
    expect(archived.filter((page) => page.includes(ARTICLE_TITLE)).length).toBeGreaterThan(1)
    const written = filesIn(folder)
      .filter((path) => path !== config)
      .map((path) => readFileSync(path, 'latin1'))
    // So that nothing is proved of nothing.
    expect(said.join('').length).toBeGreaterThan(2_000)
    expect(written.length).toBeGreaterThan(10)
    const everything = [...said, ...written, ...(place === 'a file' ? [] : [await dump(database)])].join('\n')
    const told = [...Object.values(SECRETS), ...databasePassword].filter((secret) =>
      everything.includes(secret),
    )
    expect(told).toEqual([])
  },
  180_000,
)

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

const metricsOf = (port: number): Promise<string> =>
  fetch(`http://127.0.0.1:${port}/metrics`).then(
    (response) => response.text(),
    () => '',
  )

function sourceOf(port: number, publicPort: number, place: string): string {
  const digest = { titre: 'Matin', jours: 'tous les jours', heures: '08:00' }
  return configuration({
    surveillance: String(port),
    port: String(publicPort),
    'adresse publique': 'https://revue.exemple.fr',
    ...(place === 'a file' ? { sauvegardes: { dossier: 'sauvegardes' } } : {}),
    flux: [
      { titre: 'La Vigie', adresse: PRESS_FEED },
      // Neither is reached, and why is told at length.
      { titre: 'Le Fanal', adresse: 'http://127.0.0.1:9/flux.xml' },
      { titre: 'Le Phare', adresse: 'http://lephare.invalid/flux.xml' },
    ],
    revues: [
      { nom: 'matin', ...digest, canaux: 'slack:C0123456789' },
      { nom: 'soir', ...digest, canaux: 'discord:123456789012345678' },
    ],
  })
}

/** Every row of every table, as text. */
async function dump(url: string): Promise<string> {
  const name = new URL(url).pathname.slice(1)
  const tables = await server.ask(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'pressoir_travail')`,
    name,
  )
  const rows = []
  for (const table of tables) rows.push(...(await server.ask(`select * from ${String(table['name'])}`, name)))
  return JSON.stringify(rows)
}
