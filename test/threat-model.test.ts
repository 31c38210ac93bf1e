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
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain(title)
  })
})

/** Where npm takes it from when the lockfile does not say. */
const REGISTRY = 'https://registry.npmjs.org/'

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly integrity?: string }>>
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
})
