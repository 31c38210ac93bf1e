// What every database promises about drafts that wait to become articles.
import { describe, expect, it } from 'vitest'
import type { ArticleDraft } from '../../src/core/article.ts'
import { DAY, HOUR, MINUTE } from '../../src/core/calendar.ts'
import { waitingDraft } from '../../src/core/waiting-draft.ts'
import type { Bench } from './contract.ts'
import { MORNING } from './samples.ts'

export function sampleDraft(name: string, changes: Partial<ArticleDraft> = {}): ArticleDraft {
  return {
    keys: [`guid:nantes:${name}`, `url:https://nantes.example/${name}`],
    feedId: 'nantes',
    publisher: 'Courrier de Nantes',
    rubric: 'Monde',
    url: `https://nantes.example/${name}`,
    title: `L’accord de ${name}`,
    lead: 'Signé «\u202fà l’aube\u202f», d’après l’ambassade.',
    body: '',
    publishedAt: MORNING - HOUR,
    ...changes,
  }
}

export function describeDrafts(bench: () => Bench): void {
  describe('drafts', () => {
    it('wait through a stop of the program, as they were', async () => {
      const whole = waitingDraft(
        sampleDraft('port', { author: 'Maud Terrasson', isReserved: true }),
        true,
        MORNING,
      )
      const bare = waitingDraft(sampleDraft('quai', { publishedAt: undefined }), false, MORNING)
      await bench().storage.drafts.add([whole, bare])
      const { drafts } = await bench().reopen()
      const { publishedAt: _none, ...undated } = bare.draft
      expect(await drafts.next(10, [])).toEqual([whole, { ...bare, draft: undated }])
    })

    it('are read in the order of publication, old ones last, and none twice at once', async () => {
      const { drafts } = bench().storage
      const [late, early, old] = [
        waitingDraft(sampleDraft('soir', { publishedAt: MORNING }), true, MORNING),
        waitingDraft(sampleDraft('nuit', { publishedAt: MORNING - 5 * HOUR }), true, MORNING),
        waitingDraft(sampleDraft('archive', { publishedAt: MORNING - 300 * DAY }), false, MORNING),
      ] as const
      await drafts.add([old, late, early])
      expect((await drafts.next(10, [])).map(({ id }) => id)).toEqual([early.id, late.id, old.id])
      expect((await drafts.next(1, [early.id])).map(({ id }) => id)).toEqual([late.id])
      await drafts.remove([early.id])
      expect((await drafts.next(10, [])).map(({ id }) => id)).toEqual([late.id, old.id])
    })

    it('are the same when they come again, and another when a word changed', async () => {
      const { drafts } = bench().storage
      await drafts.add([waitingDraft(sampleDraft('port'), true, MORNING)])
      await drafts.add([waitingDraft(sampleDraft('port'), true, MORNING + MINUTE)])
      expect(await drafts.waiting()).toEqual({ count: 1, since: MORNING })
      await drafts.add([waitingDraft(sampleDraft('port', { title: 'Le port rouvre' }), true, MORNING)])
      expect(await drafts.waiting()).toEqual({ count: 2, since: MORNING })
    })

    it('are known by their keys until they are read', async () => {
      const { drafts } = bench().storage
      const waiting = waitingDraft(sampleDraft('port'), true, MORNING)
      await drafts.add([waiting])
      const asked = [...waiting.draft.keys, 'guid:nantes:autre']
      expect(await drafts.waitingKeys(asked)).toEqual(new Set(waiting.draft.keys))
      await drafts.remove([waiting.id])
      expect(await drafts.waitingKeys(asked)).toEqual(new Set())
      expect(await drafts.waiting()).toEqual({ count: 0 })
    })

    it('that could not be read are kept, and taken up again when asked', async () => {
      const { drafts } = bench().storage
      const waiting = waitingDraft(sampleDraft('port'), true, MORNING)
      await drafts.add([waiting])
      await drafts.setAside(waiting.id)
      expect(await drafts.next(10, [])).toEqual([])
      expect(await drafts.waiting()).toEqual({ count: 1, since: MORNING })
      await drafts.takeUpAgain()
      expect(await drafts.next(10, [])).toEqual([{ ...waiting, turn: 'old' }])
    })
  })
}
