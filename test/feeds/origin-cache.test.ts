// What is remembered of an origin, and for how long.
import { expect, it } from 'vitest'
import { createOriginCache } from '../../src/feeds/origin-cache.ts'

it('tells origins apart by scheme, host and port', async () => {
  const loaded: string[] = []
  const read = createOriginCache(
    () => 0,
    async (origin) => {
      loaded.push(origin)
      return { value: origin, until: 1 }
    },
  )
  for (const url of [
    'http://journal.example/une',
    'http://JOURNAL.example:80/monde?page=2',
    'https://journal.example/une',
    'http://journal.example:8080/une',
  ]) {
    await read(url)
  }
  expect(loaded).toEqual(['http://journal.example', 'https://journal.example', 'http://journal.example:8080'])
})

it('hands the value that ran out to the one who renews it', async () => {
  let now = 0
  const read = createOriginCache<number>(
    () => now,
    async (_origin, outdated = 0) => ({
      value: outdated + 1,
      until: now + 10,
    }),
  )
  expect(await read('http://journal.example/')).toBe(1)
  now = 9
  expect(await read('http://journal.example/')).toBe(1)
  now = 10
  expect(await read('http://journal.example/')).toBe(2)
})

it('does not keep a failure', async () => {
  let isBroken = true
  const read = createOriginCache(
    () => 0,
    async () => {
      if (isBroken) throw new Error('panne')
      return { value: 'lu', until: 1 }
    },
  )
  await expect(read('http://journal.example/')).rejects.toThrow('panne')
  isBroken = false
  expect(await read('http://journal.example/')).toBe('lu')
})

it('forgets the oldest origins rather than growing for ever', async () => {
  const loaded: string[] = []
  const read = createOriginCache(
    () => 0,
    async (origin) => {
      loaded.push(origin)
      return { value: origin, until: 1 }
    },
  )
  for (let index = 0; index <= 2000; index += 1) await read(`http://journal-${index}.example/`)
  expect(loaded).toHaveLength(2001)
  await read('http://journal-2000.example/')
  expect(loaded).toHaveLength(2001)
  await read('http://journal-0.example/')
  expect(loaded).toHaveLength(2002)
})
