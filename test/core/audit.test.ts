import { describe, expect, it } from 'vitest'
import {
  declaredEvents,
  type Declaration,
  newAuditEntry,
  whatOf,
  withoutSecrets,
} from '../../src/core/audit.ts'
import { sampleFeed } from '../storage/samples.ts'
import { sampleDigest } from '../storage/samples-chat.ts'

const entry = (file: string) =>
  newAuditEntry({ origin: 'command', actor: 'awa' }, { kind: 'backed-up', file }, 7)

const feed = (name: string, rubric = ''): Declaration => ({
  what: 'feed',
  name,
  definition: sampleFeed(name, { rubric }),
})
const digest = (maxWords: number): Declaration => ({
  what: 'digest',
  name: 'matin',
  definition: sampleDigest('matin', { maxWords }),
})

describe('what is written down', () => {
  it.each([
    ['https://lavigie.example/flux.xml?page=2', 'https://lavigie.example/flux.xml?page=2', 'nothing secret'],
    ['https://awa:sesame@lavigie.example/flux', 'https://lavigie.example/flux', 'a name and a password'],
    ['https://lavigie.example/?token=abc&n=1', 'https://lavigie.example/?token=%E2%80%A6&n=1', 'a token'],
    ['https://lavigie.example/?api_key=abc', 'https://lavigie.example/?api_key=%E2%80%A6', 'a key'],
    ['Les clés : https', 'Les clés : https', 'no address'],
  ])('keeps %s as %s', (url, expected, _why) => {
    expect(withoutSecrets({ deep: [{ url, number: 7 }] })).toEqual({ deep: [{ url: expected, number: 7 }] })
  })

  it('tells two entries of one instant apart, and the same one not', () => {
    expect(entry('a').id).toBe(entry('a').id)
    expect(entry('a').id).not.toBe(entry('b').id)
    expect(entry('a').id).toHaveLength(22)
  })
})

describe('what the file changed', () => {
  it.each<[readonly Declaration[], readonly Declaration[], readonly string[], string]>([
    [[], [], [], 'nothing at all'],
    [[feed('rennes')], [feed('rennes')], [], 'the same'],
    [[], [feed('rennes'), feed('brest')], ['feed added 2'], 'new ones are told together'],
    [[feed('rennes')], [], ['feed removed 1'], 'gone'],
    [[feed('rennes')], [feed('rennes', 'Sport')], ['feed altered 1'], 'another rubric'],
    [
      [feed('rennes'), digest(60)],
      [feed('brest'), digest(40)],
      ['feed added 1', 'feed removed 1', 'digest altered 1'],
      'each kind by itself',
    ],
  ])('%#: is found by comparing', (known, declared, expected, _why) => {
    const events = declaredEvents(known, declared)
    expect(events.map(({ nature, items }) => `${whatOf(items[0] ?? {})} ${nature} ${items.length}`)).toEqual(
      expected,
    )
  })
})
