import { describe, expect, it } from 'vitest'
import { isServer, serverName } from '../../src/core/database-address.ts'

describe('the address of a database', () => {
  it.each([
    ['pressoir.sqlite', false],
    [':memory:', false],
    ['sqlite:postgres', false],
    ['postgres.sqlite', false],
    ['mysql://localhost/presse', false],
    ['postgres://localhost/presse', true],
    ['PostgreSQL://localhost/presse', true],
  ])('%s is one of a server: %s', (url, expected) => expect(isServer(url)).toBe(expected))

  it.each([
    ['postgres://pressoir:secret@base.exemple.fr:6432/presse', 'postgres://base.exemple.fr:6432/presse'],
    ['postgresql://base/presse?sslmode=require&password=secret', 'postgres://base/presse'],
    ['postgres:///presse?host=/run/postgresql&password=secret', 'postgres:///run/postgresql/presse'],
    ['postgres:///presse', 'postgres://localhost/presse'],
    ['postgres://p%40ss:se%2Fcret@base/presse', 'postgres://base/presse'],
  ])('%s is said without what is secret', (url, expected) => {
    expect(serverName(url)).toBe(expected)
    expect(serverName(url)).not.toContain('secret')
  })

  it.each(['postgres://[', 'postgres://pressoir:se/cret@base/presse'])('%s is refused', (url) =>
    expect(() => serverName(url)).toThrow('database-address-invalid'),
  )
})
