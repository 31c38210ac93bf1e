import { describe, expect, it } from 'vitest'
import { type ChangeSubject, isSameData, newChange, reverse } from '../../src/core/change.ts'
import { natureOfChange } from '../../src/core/change-nature.ts'
import type { Following } from '../../src/core/following.ts'

const FEED: Following = {
  workspaceId: 'slack:T1',
  feedId: 'a',
  url: 'https://lephare.example/flux',
  title: 'Le Phare',
  publisher: 'Le Phare',
  rubric: '',
  addedBy: 'U1',
  addedByName: 'Awa',
  addedAt: 1,
}

const NEW_URL = 'https://lephare.example/nouveau-flux'

describe('the same data', () => {
  it.each([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true, 'another order of keys'],
    [{ a: 1, b: undefined }, { a: 1 }, true, 'a key without a value'],
    [{ a: [1, 2] }, { a: [2, 1] }, false, 'another order of a list'],
    [{ a: { b: 1 } }, { a: { b: 2 } }, false, 'deep down'],
    [{ a: 1 }, undefined, false, 'nothing there'],
    [undefined, undefined, true, 'nothing on both sides'],
    [[], {}, false, 'a list is no record'],
    [{ a: 1 }, { a: 1, b: 2 }, false, 'more on one side'],
  ])('%j and %j: %s', (one, other, is, _why) => {
    expect(isSameData(one, other)).toBe(is)
    expect(isSameData(other, one)).toBe(is)
  })
})

describe('the nature of a change', () => {
  it.each<[ChangeSubject, string, string]>([
    [{ kind: 'following', after: FEED }, 'added', 'removed'],
    [{ kind: 'following', before: FEED, after: { ...FEED, suspendedAt: 2 } }, 'suspended', 'resumed'],
    // Redirects were written down: the feed stays the same. An administrator gave another address: it is another feed.
    [{ kind: 'following', before: FEED, after: { ...FEED, url: NEW_URL } }, 'moved', 'moved'],
    [{ kind: 'following', before: FEED, after: { ...FEED, feedId: 'b', url: NEW_URL } }, 'moved', 'moved'],
    [{ kind: 'following', before: FEED, after: { ...FEED, rubric: 'Sport' } }, 'altered', 'altered'],
  ])('%j is %s, and %s when taken back', (subject, nature, back) => {
    expect(natureOfChange(subject)).toBe(nature)
    expect(natureOfChange(reverse(subject))).toBe(back)
  })
})

it('gives each change an id of its own', () => {
  const author = { workspaceId: 'slack:T1', person: 'U1', personName: 'Awa', channel: 'slack:C1' }
  const subject: ChangeSubject = { kind: 'following', after: FEED }
  const ids = [
    newChange(author, subject, 1),
    newChange(author, subject, 2),
    newChange(author, reverse(subject), 1),
  ]
  expect(new Set(ids.map(({ id }) => id)).size).toBe(3)
  expect(ids[0]?.id).toMatch(/^[\w-]{22}$/)
})
