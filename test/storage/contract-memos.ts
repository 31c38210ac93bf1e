// What every database promises about memos.
import { describe, expect, it } from 'vitest'
import { DAY } from '../../src/core/calendar.ts'
import type { Memo, MemoContent } from '../../src/core/memo.ts'
import type { Bench } from './contract.ts'
import { addArticle, EVENING, MORNING, sampleEdition, sampleStory } from './samples.ts'
import { ODD_TEXTS, sampleDigest, sampleMemo } from './samples-chat.ts'

export function describeMemos(bench: () => Bench): void {
  describe('memos', () => {
    it.each<[MemoContent, string]>([
      [{ kind: 'list', of: 'changes' }, 'a list'],
      [
        { kind: 'feed-choice', addresses: ['https://a.example/', 'https://é.example/'], rubric: '' },
        'a choice',
      ],
      [
        { kind: 'proposal', subject: { kind: 'digest', before: sampleDigest('port') } },
        'a proposal to take something away',
      ],
      ...ODD_TEXTS.map(([text, why]): [MemoContent, string] => [{ kind: 'question', text }, why]),
    ])('gives a memo back as it was: %#', async (content, _why) => {
      const memo = sampleMemo('un', { content })
      await bench().storage.memos.save(memo)
      const { memos } = await bench().reopen()
      expect(await memos.get('un', MORNING)).toStrictEqual(memo)
      expect(await memos.take('un', MORNING)).toStrictEqual(memo)
    })

    it.each(ODD_TEXTS)('keeps memos under odd ids: %j', async (text, _why) => {
      const memo = sampleMemo(text, { workspaceId: text, person: text })
      await bench().storage.memos.save(memo)
      await bench().storage.memos.save(sampleMemo('autre'))
      expect(await bench().storage.memos.take(text, MORNING)).toStrictEqual(memo)
      expect(await bench().storage.memos.get('autre', MORNING)).toStrictEqual(sampleMemo('autre'))
    })

    it('keeps a whole edition', async () => {
      const { memos } = bench().storage
      const article = await addArticle(bench().storage, 'accord')
      const edition = sampleEdition(MORNING, { stories: [sampleStory(article)] })
      const memo = sampleMemo('un', { content: { kind: 'edition', edition } })
      await memos.save(memo)
      expect(await memos.get('un', MORNING)).toStrictEqual(memo)
    })

    it('gives a memo as often as it is asked for, and to one of those who take it', async () => {
      const { memos } = bench().storage
      await memos.save(sampleMemo('un'))
      expect([await memos.get('un', MORNING), await memos.get('un', MORNING)]).toEqual([
        sampleMemo('un'),
        sampleMemo('un'),
      ])
      const taken = await Promise.all([0, 1, 2].map(() => memos.take('un', MORNING)))
      expect(taken).toEqual([sampleMemo('un'), undefined, undefined])
      expect(await memos.get('un', MORNING)).toBeUndefined()
    })

    it('has the memo again when the transaction that took it is undone', async () => {
      const { storage } = bench()
      await storage.memos.save(sampleMemo('un'))
      const failing = storage.inTransaction(async (inner) => {
        expect(await inner.memos.take('un', MORNING)).toEqual(sampleMemo('un'))
        throw new Error('Non, finalement.')
      })
      await expect(failing).rejects.toThrow('finalement')
      expect(await storage.memos.take('un', MORNING)).toEqual(sampleMemo('un'))
    })

    it('gives none once it has expired, and clears the expired away', async () => {
      const { memos } = bench().storage
      await memos.save(sampleMemo('un', { expiresAt: EVENING }))
      await memos.save(sampleMemo('deux', { expiresAt: EVENING + 1 }))
      expect(await memos.get('un', EVENING - 1)).toBeDefined()
      expect(await memos.get('un', EVENING)).toBeUndefined()
      expect(await memos.take('un', EVENING)).toBeUndefined()
      await memos.removeExpired(EVENING)
      expect(await memos.get('un', MORNING)).toBeUndefined()
      expect(await memos.get('deux', MORNING)).toBeDefined()
    })

    it('changes a memo that is saved again', async () => {
      const { memos } = bench().storage
      await memos.save(sampleMemo('un'))
      const later: Memo = sampleMemo('un', { expiresAt: MORNING + 2 * DAY })
      await memos.save(later)
      expect(await memos.get('un', MORNING + DAY)).toEqual(later)
      expect(await memos.get('inconnu', MORNING)).toBeUndefined()
    })
  })
}
