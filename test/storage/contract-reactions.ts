// What every database promises about hidden stories and ratings.
import { describe, expect, it } from 'vitest'
import { MUTE_TIME } from '../../src/core/reaction.ts'
import type { Bench } from './contract.ts'
import { EVENING, MORNING, sampleArticle, samplePlacement } from './samples.ts'
import { ODD_TEXTS, OURS, THEIRS } from './samples-chat.ts'

const ELISE = 'slack:@U0456'
const CHANNEL = 'slack:C0123456'

/** An article opened « grève », another « pont », and a third showed that both are one. */
async function uniteStories({ storage: { articles } }: Bench): Promise<void> {
  const unites = ['pont']
  await articles.add(sampleArticle('grève'), [], samplePlacement('grève', { storyId: 'grève' }))
  await articles.add(sampleArticle('pont'), [], samplePlacement('pont', { storyId: 'pont' }))
  await articles.add(sampleArticle('lien'), [], samplePlacement('lien', { storyId: 'grève', unites }))
}

export function describeReactions(bench: () => Bench): void {
  describe('hidden stories', () => {
    it('hides a story from those who hid it, until its time is over', async () => {
      const { reactions } = bench().storage
      const until = MORNING + MUTE_TIME
      await reactions.mute({ audience: ELISE, storyId: 'grève', until })
      await reactions.mute({ audience: CHANNEL, storyId: 'pont', until })
      await reactions.mute({ audience: 'discord:@12', storyId: 'phare', until })
      const again = (await bench().reopen()).reactions
      expect(await again.muted([ELISE], until - 1)).toEqual(new Set(['grève']))
      expect(await again.muted([ELISE, CHANNEL], MORNING)).toEqual(new Set(['grève', 'pont']))
      expect(await again.muted([ELISE, CHANNEL], until)).toEqual(new Set())
      expect(await again.muted(['slack:@U0457', 'slack:C'], MORNING)).toEqual(new Set())
      expect(await again.muted([], MORNING)).toEqual(new Set())
    })

    it('hides a story anew when it is hidden again', async () => {
      const { reactions } = bench().storage
      await reactions.mute({ audience: ELISE, storyId: 'grève', until: MORNING })
      await reactions.mute({ audience: ELISE, storyId: 'grève', until: EVENING })
      expect(await reactions.muted([ELISE], MORNING)).toEqual(new Set(['grève']))
    })

    it('hides the story that took the one which was hidden, before or after', async () => {
      const { reactions } = bench().storage
      await reactions.mute({ audience: ELISE, storyId: 'pont', until: EVENING })
      await uniteStories(bench())
      expect(await reactions.muted([ELISE], MORNING)).toEqual(new Set(['pont', 'grève']))
      await reactions.mute({ audience: CHANNEL, storyId: 'pont', until: EVENING })
      expect(await reactions.muted([CHANNEL], MORNING)).toEqual(new Set(['pont', 'grève']))
    })

    it('takes lists longer than a statement can carry', async () => {
      const { reactions } = bench().storage
      await reactions.mute({ audience: ELISE, storyId: 'grève', until: EVENING })
      const audiences = Array.from({ length: 40_000 }, (_, number) => `slack:@U${number}`)
      expect(await reactions.muted([...audiences, ELISE], MORNING)).toEqual(new Set(['grève']))
    })
  })

  describe('ratings', () => {
    const rating = { workspaceId: OURS, person: ELISE, storyId: 'grève', isUseful: true, ratedAt: MORNING }

    it('keeps the last one of each person and story', async () => {
      const { reactions } = bench().storage
      await reactions.rate(rating)
      await reactions.rate({ ...rating, isUseful: false, ratedAt: EVENING })
      await reactions.rate({ ...rating, workspaceId: THEIRS, person: 'discord:@12' })
      await reactions.rate({ ...rating, storyId: 'pont' })
      const again = (await bench().reopen()).reactions
      expect(await again.ratings('grève')).toStrictEqual([
        { ...rating, workspaceId: THEIRS, person: 'discord:@12' },
        { ...rating, isUseful: false, ratedAt: EVENING },
      ])
      expect(await again.ratings('pont')).toStrictEqual([{ ...rating, storyId: 'pont' }])
      expect(await again.ratings('inconnue')).toEqual([])
    })

    it('has those of united stories under either id, the last of each person', async () => {
      const { reactions } = bench().storage
      await reactions.rate({ ...rating, storyId: 'pont', isUseful: false, ratedAt: EVENING })
      await reactions.rate(rating)
      await reactions.rate({ ...rating, person: 'discord:@12', storyId: 'pont' })
      await uniteStories(bench())
      const expected = [
        { ...rating, person: 'discord:@12' },
        { ...rating, isUseful: false, ratedAt: EVENING },
      ]
      expect(await reactions.ratings('grève')).toStrictEqual(expected)
      expect(await reactions.ratings('pont')).toStrictEqual(expected)
    })

    it.each(ODD_TEXTS)('keeps odd ids: %j', async (text, _why) => {
      const { reactions } = bench().storage
      const odd = { ...rating, workspaceId: text, person: text, storyId: text }
      await reactions.rate(odd)
      await reactions.mute({ audience: text, storyId: text, until: EVENING })
      expect(await reactions.ratings(text)).toStrictEqual([odd])
      expect(await reactions.muted([text], MORNING)).toEqual(new Set([text]))
      expect(await reactions.muted([`${text}x`], MORNING)).toEqual(new Set())
    })
  })
}
