// What every database promises about giving everything out: all of it, once, as it stood at one instant.
import { describe, expect, it } from 'vitest'
import { EXPORT_NOUNS, type ExportedRecords, type ExportNoun } from '../../src/core/export.ts'
import type { Storage } from '../../src/ports.ts'
import type { Bench } from './contract.ts'
import {
  addArticle,
  MORNING,
  sampleArticle,
  sampleDelivery,
  sampleEdition,
  samplePlacement,
} from './samples.ts'
import { ODD_TEXTS, OURS, sampleFollowing, sampleNotice, sampleWorkspace } from './samples-chat.ts'

async function all<Noun extends ExportNoun>(
  { exports }: Storage,
  noun: Noun,
  feedIds?: ReadonlySet<string>,
): Promise<readonly ExportedRecords[Noun][]> {
  const found: ExportedRecords[Noun][] = []
  for await (const page of exports.pages(noun, feedIds)) found.push(...page)
  expect(await exports.count(noun, feedIds)).toBe(found.length)
  return found
}

/** More than two pages of articles, and more than one of what is small. */
const MANY = 603

export function describeExports(bench: () => Bench): void {
  describe('exports', () => {
    it('are empty of every noun in an empty database', async () => {
      for (const noun of EXPORT_NOUNS) expect(await all(bench().storage, noun)).toEqual([])
    })

    it('give every record once, however many pages there are', async () => {
      await bench().storage.inTransaction(async (storage) => {
        for (let at = 0; at < MANY; at++) {
          await addArticle(storage, `a${at}`)
          await storage.people.index(`a${at}`, ['Anne Le Goff'])
          await storage.workspaces.save(sampleWorkspace(`slack:T${at}`))
          await storage.followings.save(
            sampleFollowing(`f${at % 7}`, { workspaceId: `slack:T${at}` }),
            MORNING,
          )
          await storage.notices.add(sampleNotice(`${at}`))
        }
      })
      const { storage } = bench()
      const articles = await all(storage, 'articles')
      expect(new Set(articles.map(({ id }) => id)).size).toBe(MANY)
      expect(articles[0]).toMatchObject({ versions: [{ version: 1 }] })
      expect(new Set((await all(storage, 'keys')).map(({ articleId }) => articleId)).size).toBe(MANY)
      expect(new Set((await all(storage, 'people')).map(({ articleId }) => articleId)).size).toBe(MANY)
      expect(new Set((await all(storage, 'workspaces')).map(({ id }) => id)).size).toBe(MANY)
      expect(new Set((await all(storage, 'followings')).map((one) => one.workspaceId)).size).toBe(MANY)
      expect(await all(storage, 'notices')).toHaveLength(MANY)
      expect(await all(storage, 'feeds')).toHaveLength(7)
    })

    it.each(ODD_TEXTS)('find their way past %j', async (text, _why) => {
      const { workspaces } = bench().storage
      for (const id of [text, `${text}${text}`, OURS]) await workspaces.save(sampleWorkspace(id))
      const ids = (await all(bench().storage, 'workspaces')).map(({ id }) => id)
      expect(new Set(ids)).toEqual(new Set([text, `${text}${text}`, OURS]))
    })

    it('give only articles that stood in the feeds that are asked', async () => {
      const { storage } = bench()
      await addArticle(storage, 'ici', { feedId: 'nantes' })
      await addArticle(storage, 'ailleurs', { feedId: 'brest' })
      await addArticle(storage, 'partout', { feedId: 'brest' })
      await storage.articles.noteAppearance('partout', { feedId: 'nantes', rubric: 'Une' })
      for (const [id, original] of [
        ['reprise', 'ici'],
        ['reprise-cachée', 'ailleurs'],
      ] as const)
        await storage.articles.add(sampleArticle(id), [id], samplePlacement(id, { duplicateOf: original }))
      for (const id of ['ici', 'ailleurs', 'partout']) await storage.people.index(id, ['Anne Le Goff'])
      const seen = new Set(['nantes'])
      const found = await all(storage, 'articles', seen)
      expect(found.map(({ id, duplicateOf }) => [id, duplicateOf])).toEqual([
        ['ici', undefined],
        ['partout', undefined],
        ['reprise', 'ici'],
        ['reprise-cachée', undefined],
      ])
      expect((await all(storage, 'people', seen)).map(({ articleId }) => articleId)).toEqual([
        'ici',
        'partout',
      ])
      const keys = (await all(storage, 'keys', seen)).map(({ articleId }) => articleId)
      expect(new Set(keys)).toEqual(new Set(found.map(({ id }) => id)))
      expect(await all(storage, 'articles', new Set())).toEqual([])
    })

    it('give editions with their messages', async () => {
      const { storage } = bench()
      const edition = sampleEdition(MORNING)
      await storage.editions.create(
        edition,
        [0, 1].map((part) => sampleDelivery(edition, part)),
      )
      const { editionId: _editionId, ...lead } = sampleDelivery(edition, 0)
      expect(await all(storage, 'editions')).toMatchObject([{ ...edition, deliveries: [lead, { part: 1 }] }])
    })
  })

  describe('reading at one instant', () => {
    it('sees what was there and nothing of what is written meanwhile, which it keeps from nobody', async () => {
      const { storage } = bench()
      await addArticle(storage, 'avant')
      const hasBegun = Promise.withResolvers<undefined>()
      const isWritten = Promise.withResolvers<undefined>()
      const reading = storage.atOneInstant(async (snapshot) => {
        hasBegun.resolve(undefined)
        await isWritten.promise
        return (await all(snapshot, 'articles')).map(({ id }) => id)
      })
      await hasBegun.promise
      await addArticle(storage, 'pendant')
      expect(await storage.articles.count()).toBe(2)
      isWritten.resolve(undefined)
      expect(await reading).toEqual(['avant'])
    })

    it('writes nothing, and gives the failure of its work', async () => {
      const { storage } = bench()
      await expect(storage.atOneInstant((snapshot) => addArticle(snapshot, 'jamais'))).rejects.toThrow(
        /within a transaction|database-forbidden/,
      )
      expect(await storage.articles.count()).toBe(0)
      const failure = new Error('une autre raison')
      await expect(
        storage.atOneInstant(() => {
          throw failure
        }),
      ).rejects.toBe(failure)
    })
  })
}
