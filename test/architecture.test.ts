// Keeps the rules of import and of size. Reads source files as text; runs none of them.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const SOURCE = resolve(import.meta.dirname, '../src')

/** What each folder may import: folders of src, files of src, then packages. */
const RULES: Readonly<
  Record<string, { readonly own: readonly string[]; readonly packages: readonly string[] }>
> = {
  french: { own: ['french'], packages: ['snowball-stemmers'] },
  core: { own: ['core', 'french'], packages: ['croner', 're2js', 'node:crypto', 'node:module'] },
  locale: { own: ['locale', 'core', 'french', 'ports.ts'], packages: [] },
  services: {
    own: ['services', 'core', 'french', 'locale', 'ports.ts', 'hub-ports.ts', 'task-queue.ts', 'meter.ts'],
    packages: [],
  },
  config: {
    own: ['config', 'core', 'locale', 'feeds/opml.ts'],
    packages: ['zod', 'yaml', 'node:fs', 'node:path'],
  },
  feeds: {
    own: ['feeds', 'core', 'french', 'ports.ts', 'hub-ports.ts'],
    packages: ['undici', 'htmlparser2', 'linkedom', '@mozilla/readability', 'robots-parser', 'zod', 'node:'],
  },
  storage: {
    own: ['storage', 'core', 'french', 'ports.ts', 'hub-ports.ts', 'audit-store.ts'],
    packages: ['kysely', 'pg', 'node:'],
  },
  queue: {
    own: ['queue', 'core', 'locale', 'ports.ts', 'task-queue.ts', 'storage/explain-postgres.ts'],
    packages: ['pg-boss'],
  },
  web: {
    own: ['web', 'core', 'locale', 'ports.ts', 'hub-ports.ts', 'door.ts', 'meter.ts'],
    packages: ['prom-client', 'node:'],
  },
  pictures: { own: ['pictures', 'core'], packages: ['@resvg/resvg-js', 'node:'] },
  chat: { own: ['chat', 'core', 'locale', 'ports.ts'], packages: ['node:'] },
  'chat/console': {
    own: ['chat/console', 'chat/*', 'core', 'locale', 'ports.ts'],
    packages: ['zod', 'node:'],
  },
  'chat/slack': {
    own: ['chat/slack', 'chat/*', 'core', 'locale', 'ports.ts', 'door.ts'],
    packages: ['@slack/bolt', '@slack/oauth', '@slack/web-api', 'p-queue', 'zod', 'node:'],
  },
  'chat/discord': {
    own: ['chat/discord', 'chat/*', 'core', 'locale', 'ports.ts'],
    packages: ['discord.js', 'zod', 'node:'],
  },
  cli: {
    own: ['cli', 'services', 'core', 'config', 'locale', 'ports.ts', 'task-queue.ts'],
    packages: ['commander', 'cli-progress', 'node-cron', 'tinypool', 'zod', 'pino', 'node:'],
  },
  demo: { own: ['demo', 'cli/toolbox.ts', 'config', 'core', 'ports.ts'], packages: ['node:'] },
}

/** Outside of `core`, `french` and `locale` time and chance come in as arguments; in them they come in nowhere. */
const IMPURE =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bawait\b|\bsetTimeout\(|\bperformance\./

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => path.split(sep).join('/'))
const textOf = (path: string): string => readFileSync(join(SOURCE, path), 'utf8')
const folderOf = (path: string): string => dirname(path)
const ruleOf = (path: string): (typeof RULES)[string] | undefined =>
  RULES[folderOf(path)] ?? RULES[path.split('/')[0] ?? '']
const importsOf = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /(?:^|\n)(?:import|export)\b[^'"\n]*?(?:\n[^'"]*?)?from '([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '')

function isAllowed(path: string, imported: string): boolean {
  const rule = ruleOf(path)
  if (rule === undefined) return false
  if (!imported.startsWith('.'))
    return rule.packages.some(
      (name) => imported === name || imported.startsWith(name.endsWith(':') ? name : `${name}/`),
    )
  const target = relative(SOURCE, resolve(SOURCE, folderOf(path), imported))
    .split(sep)
    .join('/')
  return rule.own.some((own) => {
    if (own.endsWith('/*')) return folderOf(target) === own.slice(0, -2)
    return own.endsWith('.ts') ? target === own : target.startsWith(`${own}/`)
  })
}

describe('the rules of import', () => {
  it('sees the whole of src, so that no rule passes for want of files', () => {
    expect(files.length).toBeGreaterThan(60)
    expect(new Set(files.flatMap((path) => importsOf(textOf(path)))).size).toBeGreaterThan(60)
  })

  it.each(files.filter((path) => path.includes('/')))('%s imports only what its folder may', (path) => {
    expect(importsOf(textOf(path)).filter((imported) => !isAllowed(path, imported))).toEqual([])
  })

  it.each(files.filter((path) => path.startsWith('storage/migrations/')))('%s speaks no dialect', (path) =>
    expect(textOf(path)).not.toMatch(/\bsql`|AUTOINCREMENT|pragma/i),
  )

  it.each(files.filter((path) => /^(?:core|french|locale)\//.test(path)))('%s is pure', (path) => {
    expect(textOf(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')).not.toMatch(IMPURE)
  })

  it('lets only config/load.ts read the environment', () => {
    const readers = files.filter((path) => /process\.env\b/.test(textOf(path)))
    expect(readers).toEqual(['config/load.ts'])
  })
})

describe('the look of a file', () => {
  const FORBIDDEN_NAMES = /(?:^|\/)(?:index|utils?|helpers?|types?|common|misc)\.ts$/

  it.each(files)('%s is named by a noun, says what it is, and stays short', (path) => {
    expect(path).not.toMatch(FORBIDDEN_NAMES)
    expect(path).toMatch(/^[a-z0-9/-]+\.ts$/)
    const text = textOf(path)
    expect(text).toMatch(/^(?:#!.*\n)?\/\/ \S/)
    expect(text.split('\n').length).toBeLessThanOrEqual(330)
  })

  it.each(files)('%s casts nothing away', (path) => {
    const code = textOf(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    expect(code).not.toMatch(
      /@ts-ignore|@ts-expect-error|oxlint-disable|eslint-disable|\bas any\b|\bas unknown as\b/,
    )
  })
})
