// A database on a server: where its password stands, and what is asked of files alone.
import { describe, expect, it } from 'vitest'
import { CONTACT, load, mistakesOf } from './sources.ts'

const SERVER = 'base: postgres://pressoir@base.exemple.fr/presse'

describe('a database on a server', () => {
  it('is taken from the file, or from the environment in its place', () => {
    expect(load(`${CONTACT}\n${SERVER}`).database).toBe('postgres://pressoir@base.exemple.fr/presse')
    const given = { PRESSOIR_DATABASE: 'postgres://pressoir:secret@ailleurs/presse' }
    expect(load(`${CONTACT}\n${SERVER}`, given).database).toBe(given.PRESSOIR_DATABASE)
  })

  it.each<[string, string, RegExp]>([
    ['a password in the file', 'base: postgres://pressoir:secret@base/presse', /PGPASSWORD/],
    ['backups of a file', `${SERVER}\nsauvegardes:\n  dossier: sauvegardes`, /« sauvegardes » ne vaut/],
    ['a size to shrink a file to', `${SERVER}\nconserver:\n  taille: 5 Go`, /« taille » ne vaut/],
  ])('cannot have %s', (_what, lines, expected) => {
    const [first, ...others] = mistakesOf(`${CONTACT}\n${lines}`)
    expect(others).toEqual([])
    expect(first).toMatch(expected)
    expect(first).not.toContain('secret')
  })

  it('cannot have backups of a file either when the environment names it', () => {
    const lines = `${CONTACT}\nsauvegardes:\n  dossier: sauvegardes`
    expect(() => load(lines, { PRESSOIR_DATABASE: 'postgres://base/presse' })).toThrow(
      'configuration-invalid',
    )
    expect(load(lines).backups?.folder).toBe('sauvegardes')
  })

  it('may give up the texts that are too old', () => {
    expect(load(`${CONTACT}\n${SERVER}\nconserver:\n  jours: 400`).retention).toEqual({ days: 400 })
  })
})
