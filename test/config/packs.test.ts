// The packs of feeds that come with Pressoir: each reads without a fault, and says all that a feed needs.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPack } from '../../src/config/packs.ts'
import { feedId } from '../../src/core/article-identity.ts'
import { closestPack, findPack, PACK_KEYS, PACKS } from '../../src/core/pack.ts'

describe.each(PACK_KEYS)('the pack %s', (key) => {
  const { title, feeds, refused, repeatedCount, warnings } = readPack(key)

  it('reads without a fault, and is named as people call it', () => {
    expect({ refused, repeatedCount, warnings, title }).toEqual({
      refused: [],
      repeatedCount: 0,
      warnings: [],
      title: PACKS[key],
    })
  })

  it('has eight to twenty feeds', () => {
    expect(feeds.length).toBeGreaterThanOrEqual(8)
    expect(feeds.length).toBeLessThanOrEqual(20)
  })

  it.each(feeds)('says of $title where, by whom, under what and in which language', (feed) => {
    expect(feed.title).not.toBe('')
    expect(feed.publisher).not.toBe('')
    expect(feed.rubric).not.toBe('')
    expect(feed.language).toBe('fr')
    expect(feed.site).toMatch(/^https:\/\//)
    // All of these publishers offer https.
    expect(feed.address).toMatch(/^https:\/\//)
    expect(feed.title).not.toMatch(/['"]| [:;?!»]/)
  })

  it('gives each feed a title of its own', () => {
    expect(new Set(feeds.map((feed) => feed.title)).size).toBe(feeds.length)
  })
})

describe('the packs together', () => {
  it('are the files of config/packs, and no other', () => {
    const files = readdirSync(join(import.meta.dirname, '../../config/packs'))
    expect(files.toSorted()).toEqual(PACK_KEYS.map((key) => `${key}.opml`).toSorted())
  })

  it('call one feed the same everywhere, and no two feeds alike', () => {
    const all = PACK_KEYS.flatMap((key) => readPack(key).feeds)
    const titles = Map.groupBy(all, ({ address }) => feedId(address))
    for (const same of titles.values()) expect(new Set(same.map(({ title }) => title)).size).toBe(1)
    expect(new Set(all.map(({ title }) => title)).size).toBe(titles.size)
  })

  it.each([
    ['générale', 'generale', 'with its accents'],
    ['GENERALE', 'generale', 'as typed in a hurry'],
    ['suisse', 'suisse', 'without a capital'],
    ['Suise', undefined, 'a slip: told, not guessed'],
  ])('finds « %s »', (typed, key, _why) => expect(findPack(typed)).toBe(key))

  it('knows which one was meant', () => expect(closestPack('Suise')).toBe('Suisse'))
})
