// A record as a line of JSON: instants, filters, and nothing that lets anybody in.
import { describe, expect, it } from 'vitest'
import { lineOf } from '../../src/core/export-line.ts'
import type { ExportedRecords, ExportNoun } from '../../src/core/export.ts'
import { MORNING } from '../storage/samples.ts'
import { sampleDigest, sampleFollowing, sampleNotice, sampleWorkspace } from '../storage/samples-chat.ts'

const AT = '2026-11-20T07:00:00.000Z'
const read = <Noun extends ExportNoun>(noun: Noun, record: ExportedRecords[Noun]): unknown =>
  JSON.parse(lineOf(noun, record))

describe('a line of an export', () => {
  it('tells instants in ISO 8601, and leaves other figures alone', () => {
    expect(read('workspaces', sampleWorkspace('slack:T1', { leftAt: MORNING }))).toMatchObject({
      joinedAt: AT,
      leftAt: AT,
    })
    expect(read('mutes', { audience: 'slack:C1', storyId: 's', until: MORNING })).toMatchObject({ until: AT })
    const meeting = { articleId: 'a', version: 2, start: 3, end: 8, speaker: 'Anne Le Goff', isQuoted: true }
    expect(read('statements', meeting)).toEqual(meeting)
  })

  it('gives the instants of what calls them `at` a name of their own', () => {
    const move = { written: { to: 'https://rennes.example/b', at: MORNING } }
    const state = { nextReadAt: MORNING, failureCount: 0, move }
    expect(read('feeds', { id: 'f', isDeclared: false, state })).toMatchObject({
      state: { move: { written: { to: 'https://rennes.example/b', writtenAt: AT } } },
    })
    const event = { kind: 'thinned', articles: 3 } as const
    expect(read('audit', { id: 'e', at: MORNING, origin: 'program', actor: '', event })).toEqual({
      id: 'e',
      origin: 'program',
      actor: '',
      notedAt: AT,
      event,
    })
  })

  it('writes a filter as people type it', () => {
    const filter = { kind: 'words', words: 'port', where: 'title' } as const
    expect(read('digests', sampleDigest('matin', { filter }))).toMatchObject({ filter: 'titre:port' })
  })

  it.each([
    ['https://awa:sesame@rennes.example/rss', 'https://rennes.example/rss', 'a password'],
    [
      'https://rennes.example/rss?token=sesame&a=1',
      'https://rennes.example/rss?token=%E2%80%A6&a=1',
      'a key',
    ],
    ['https://rennes.example/rss?page=2', 'https://rennes.example/rss?page=2', 'nothing of the kind'],
  ])('writes %s as %s', (url, expected, _why) => {
    expect(read('followings', sampleFollowing('rennes', { url }))).toMatchObject({ url: expected })
    for (const kind of ['url:', 'guid:rennes:'])
      expect(read('keys', { key: kind + url, articleId: 'a' })).toMatchObject({ key: kind + expected })
  })

  it('keeps of a notice what it says', () => {
    expect(read('notices', sampleNotice('muet'))).toMatchObject({ message: 'Flux muet depuis trois jours.' })
  })
})
