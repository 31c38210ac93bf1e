import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { defineConfig } from 'vitest/config'

const ALL = 'test/**/*.test.ts'
const filesWith = (pattern: RegExp): readonly string[] =>
  globSync(ALL).filter((path) => pattern.test(readFileSync(path, 'utf8')))

/** They have databases of their own on a server. */
const OF_A_SERVER = filesWith(/\bstartServer\(/)

/** Imports of other files of the tests, those of types alone left out. */
const IMPORT = /^(?:import|export)\s(?!type\s)(?:[^'`;=]*\sfrom\s)?'(\.[^']+\.ts)'/gm
const importsOf = (path: string): readonly string[] =>
  [...readFileSync(path, 'utf8').matchAll(IMPORT)]
    .map(([, named = '']) => join(dirname(path), named))
    .filter((named) => named.startsWith('test') && existsSync(named))

/** A test file and all of the tests' own files that it loads, at whatever remove. */
function loadedBy(path: string, known: Set<string> = new Set()): ReadonlySet<string> {
  if (known.has(path)) return known
  known.add(path)
  for (const named of importsOf(path)) loadedBy(named, known)
  return known
}

/** Whoever takes a database from there, itself or through a scene, takes that of the project. */
const SCENE_DATABASE = join('test', 'storage', 'scene-database.ts')
const SCENES = globSync(ALL).filter((path) => loadedBy(path).has(SCENE_DATABASE))

/** Played on both databases in every run; `npm run test:postgres` plays them all there. */
const ON_BOTH = ['alert-beats', 'publish', 'sequel', 'manage-feeds', 'manage-digests', 'isolation']
const isOnBoth = (path: string): boolean =>
  process.env['PRESSOIR_TEST_SCENES'] === 'all' || ON_BOTH.some((name) => path.endsWith(`/${name}.test.ts`))

/**
 * Half a day goes by between two of its beats. One process tells at the end of a beat what it has seen in it; on a server
 * feeds are told of while others are read, and what came later is told a beat, there a minute, later.
 */
const OF_ONE_PROCESS = ['feed-weeks']
const isOfOneProcess = (path: string): boolean =>
  OF_ONE_PROCESS.some((name) => path.endsWith(`/${name}.test.ts`))

/** Started once for all files that need it, and not at all when none does. */
const SERVER = { globalSetup: ['test/storage/shared-server.ts'], testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    testTimeout: 20_000,
    coverage: { include: ['src/**'], reporter: ['text-summary', 'html'] },
    projects: [
      { extends: true, test: { name: 'file', include: [ALL], exclude: [...OF_A_SERVER] } },
      { extends: true, test: { name: 'server', include: [...OF_A_SERVER], ...SERVER } },
      {
        extends: true,
        test: {
          name: 'scenes on a server',
          include: SCENES.filter(
            (path) => !OF_A_SERVER.includes(path) && isOnBoth(path) && !isOfOneProcess(path),
          ),
          env: { PRESSOIR_TEST_DATABASE: 'server' },
          ...SERVER,
        },
      },
    ],
  },
})
