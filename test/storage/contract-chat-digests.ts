// What every database promises about digests that were set up in the chat.
import { describe, expect, it } from 'vitest'
import type { Digest } from '../../src/core/digest.ts'
import type { Bench } from './contract.ts'
import { MORNING, sampleEdition } from './samples.ts'
import { ODD_TEXTS, OURS, sampleDigest, THEIRS } from './samples-chat.ts'

export function describeChatDigests(bench: () => Bench): void {
  describe('digests of the chat', () => {
    it.each<[Digest, string]>([
      [sampleDigest('port'), 'of a channel'],
      [sampleDigest('port', { owner: 'U0456', suspendedAt: MORNING, onEmpty: 'skip' }), 'of one person'],
      [sampleDigest('port', { channels: [], feeds: [], withWords: [] }), 'empty lists'],
      ...ODD_TEXTS.map(([text, why]): [Digest, string] => [
        sampleDigest(text, { workspaceId: text, title: text, withWords: [text], rubrics: [text] }),
        why,
      ]),
    ])('gives a digest back as it was: %#', async (digest, _why) => {
      await bench().storage.digests.save(digest)
      const { digests } = await bench().reopen()
      expect(await digests.get(digest.name)).toStrictEqual(digest)
      expect(await digests.of(digest.workspaceId ?? '?')).toStrictEqual([digest])
      expect(await digests.list()).toStrictEqual([digest])
    })

    it('changes a digest and forgets what it no longer says', async () => {
      const { digests } = bench().storage
      await digests.save(sampleDigest('port', { suspendedAt: MORNING }))
      await digests.save(sampleDigest('port', { maxStories: 3 }))
      expect(await digests.list()).toStrictEqual([sampleDigest('port', { maxStories: 3 })])
    })

    it('shows each workspace its own only, all of them by name', async () => {
      const { digests } = bench().storage
      const [ours, theirs] = [sampleDigest('port'), sampleDigest('culture', { workspaceId: THEIRS })]
      await digests.save(ours)
      await digests.save(theirs)
      expect(await digests.of(OURS)).toEqual([ours])
      expect(await digests.of(THEIRS)).toEqual([theirs])
      expect(await digests.of('slack:T')).toEqual([])
      expect(await digests.list()).toEqual([theirs, ours])
    })

    it('lets no workspace write over what another one has set up under the same name', async () => {
      const { digests } = bench().storage
      await digests.save(sampleDigest('port'))
      await expect(digests.save(sampleDigest('port', { workspaceId: THEIRS }))).rejects.toThrow(/another/)
      expect(await digests.list()).toEqual([sampleDigest('port')])
      expect(await digests.of(THEIRS)).toEqual([])
    })

    it('refuses a digest of the file', async () => {
      const { workspaceId: _none, ...declared } = sampleDigest('matin')
      await expect(bench().storage.digests.save(declared)).rejects.toThrow(/of the file/)
      expect(await bench().storage.digests.list()).toEqual([])
    })

    it('removes a digest and keeps its editions', async () => {
      const { digests, editions } = bench().storage
      await digests.save(sampleDigest('port'))
      await editions.create(sampleEdition(MORNING, { digestName: 'port' }), [])
      await digests.remove('port')
      await digests.remove('inconnu')
      expect(await digests.get('port')).toBeUndefined()
      expect(await editions.lastSlot('port')).toBe(MORNING)
    })
  })
}
