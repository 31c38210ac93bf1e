// The files that bring several bots up: they ask for parts that there are, and for each of them once.
import { readFileSync } from 'node:fs'
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
      expect(Object.keys(environment ?? {})).toEqual(isSpeaking(role) ? [] : ['PRESSOIR_DATABASE'])
    }
  })

  it('gives none of them more than the one of a single machine has', () => {
    const alone = compositionIn('compose.yaml').services['pressoir']
    for (const [, { read_only: isReadOnly, cap_drop: dropped }] of bots)
      expect([isReadOnly, dropped]).toEqual([alone?.read_only, alone?.cap_drop])
  })
})
