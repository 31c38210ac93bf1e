import { assert, nat, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { defaultDefinition, digestName, newDigest } from '../../src/core/digest-definition.ts'

/** As names of the file are read: they become parts of file names and of message keys. */
const NAME = /^[a-z\d](?:[a-z\d-]{0,28}[a-z\d])?$/

it.each([
  ['La revue du matin', /^la-revue-du-matin-[\da-f]{6}$/, 'whole'],
  ['L’Été à Œuilly !', /^l-ete-a-oeuilly-[\da-f]{6}$/, 'accents and ligatures'],
  ['Une très longue revue de presse', /^une-tres-longue-re-[\da-f]{6}$/, 'cut'],
  ['新聞', /^revue-[\da-f]{6}$/, 'no letter of ours'],
])('names «%s»', (title, name, _why) => expect(digestName(title, 'discord:1', 0)).toMatch(name))

it('names anything as a file may be named', () => {
  const named = property(string(), nat(), (title, now) => NAME.test(digestName(title, 'slack:T1', now)))
  expect(() => assert(named)).not.toThrow()
})

it.each([
  [['Le point', 'slack:T1', 5], 'another instant'],
  [['Le point', 'slack:T2', 4], 'another place'],
] as const)('gives another name for %j', ([title, place, now], _why) => {
  expect(digestName(title, place, now)).not.toBe(digestName('Le point', 'slack:T1', 4))
})

it('belongs to whom it is made for', () => {
  const definition = defaultDefinition('Ma revue', 'Europe/Paris')
  const place = { workspaceId: 'slack:T1', channel: 'slack:@U1', owner: 'U1' }
  expect(newDigest(definition, place, 0)).toMatchObject({
    owner: 'U1',
    channels: ['slack:@U1'],
    onEmpty: 'say',
  })
  expect(newDigest(definition, { workspaceId: 'slack:T1', channel: 'slack:C1' }, 0)).not.toHaveProperty(
    'owner',
  )
})
