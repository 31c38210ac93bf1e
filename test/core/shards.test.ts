// «0-3/8» as people write it, and what is none.
import { expect, it } from 'vitest'
import { hasFirst, readShards } from '../../src/core/shards.ts'

it.each([
  ['0/1', { ids: [0], count: 1 }, 'the only one'],
  ['0-3/8', { ids: [0, 1, 2, 3], count: 8 }, 'half of them'],
  ['7/8', { ids: [7], count: 8 }, 'the last'],
  [' 0-1 , 4 / 8 ', { ids: [0, 1, 4], count: 8 }, 'a list, with blanks'],
  ['3,1,1-2/4', { ids: [1, 2, 3], count: 4 }, 'in any order, some twice'],
  ['0-3/4-8', undefined, 'two counts'],
  ['8/8', undefined, 'beyond the last'],
  ['0-8/8', undefined, 'one too many'],
  ['3-1/8', undefined, 'backwards'],
  ['-1/8', undefined, 'below the first'],
  ['0/0', undefined, 'of none'],
  ['0-1', undefined, 'of how many'],
  ['/8', undefined, 'none'],
  ['un/deux', undefined, 'words'],
  ['0/1001', undefined, 'more than anybody needs'],
  ['', undefined, 'nothing'],
])('%j is read as %j (%s)', (text, expected, _why) => {
  expect(readShards(text)).toEqual(expected)
})

it.each([
  [undefined, true],
  [{ ids: [0, 1], count: 2 }, true],
  [{ ids: [1], count: 2 }, false],
])('%j has the first: %s', (shards, expected) => {
  expect(hasFirst(shards)).toBe(expected)
})
