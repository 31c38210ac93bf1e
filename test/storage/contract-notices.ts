// What every database promises about notices and alarms.
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/core/calendar.ts'
import type { Notice } from '../../src/core/notice.ts'
import { beginAttempt, closeSending } from '../../src/core/sending.ts'
import type { Bench } from './contract.ts'
import { EVENING, MORNING } from './samples.ts'
import { ODD_TEXTS, OURS, sampleNotice, THEIRS } from './samples-chat.ts'

export function describeNotices(bench: () => Bench): void {
  describe('notices', () => {
    it.each<[Notice, string]>([
      [sampleNotice('flux rennes muet'), 'new'],
      [closeSending(beginAttempt(sampleNotice('flux rennes muet'), EVENING), '17.01'), 'posted'],
      ...ODD_TEXTS.map(([text, why]): [Notice, string] => [
        sampleNotice(text, {
          id: text,
          workspaceId: text,
          channel: text,
          message: { summary: text, blocks: [{ kind: 'heading', text, level: 1 }] },
        }),
        why,
      ]),
    ])('gives a notice back as it was: %#', async (notice, _why) => {
      expect(await bench().storage.notices.add(notice)).toBe(true)
      const { notices } = await bench().reopen()
      expect(await notices.get(notice.id)).toStrictEqual(notice)
    })

    it('has one notice for one occasion, however far the first one got', async () => {
      const { notices } = bench().storage
      const notice = sampleNotice('flux rennes muet')
      const twice = [notices.add(notice), notices.add({ ...notice, channel: 'slack:C2' })]
      expect(await Promise.all(twice)).toEqual([true, false])
      const posted = closeSending(notice, '17.01')
      await notices.save(posted)
      expect(await notices.add(notice)).toBe(false)
      expect(await notices.get(notice.id)).toStrictEqual(posted)
      expect(await notices.get('inconnu')).toBeUndefined()
    })

    it('opens what is neither posted nor abandoned and due, oldest first', async () => {
      const { notices } = bench().storage
      const made = [
        sampleNotice('posté', { state: 'posted', handle: '1' }),
        sampleNotice('abandonné', { state: 'abandoned' }),
        sampleNotice('plus tard', { nextAttemptAt: MORNING + 1 }),
        sampleNotice('en route', { state: 'sending', createdAt: MORNING - 1, nextAttemptAt: MORNING }),
        sampleNotice('ancien', { createdAt: MORNING - 2 }),
        sampleNotice('neuf'),
      ]
      for (const notice of made) await notices.add(notice)
      const [, , , underway, old, fresh] = made
      expect(await notices.open(MORNING)).toStrictEqual([old, underway, fresh])
    })

    it('lets one of several claim an attempt', async () => {
      const { notices } = bench().storage
      const read = sampleNotice('flux rennes muet')
      await notices.add(read)
      await notices.add(sampleNotice('autre'))
      const attempt = beginAttempt(read, MORNING)
      expect(await Promise.all([0, 1].map(() => notices.claim(read, attempt)))).toEqual([true, false])
      const again = beginAttempt(attempt, MORNING + MINUTE)
      expect(await notices.claim({ ...attempt, nextAttemptAt: MORNING }, again)).toBe(false)
      expect(await notices.claim({ ...attempt, attempts: 0 }, again)).toBe(false)
      expect(await notices.claim({ ...attempt, state: 'pending' }, again)).toBe(false)
      expect(await notices.get(read.id)).toStrictEqual(attempt)
      expect(await notices.claim(attempt, again)).toBe(true)
      expect(await notices.get(read.id)).toStrictEqual({ ...again, doubtfulSince: MORNING })
      expect(await notices.open(EVENING)).toHaveLength(2)
    })

    it('forgets a doubt that a failure has settled', async () => {
      const { notices } = bench().storage
      const notice = sampleNotice('flux rennes muet')
      await notices.add(beginAttempt(notice, MORNING))
      await notices.save(notice)
      expect(await notices.get(notice.id)).toStrictEqual(notice)
    })

    it('claims nothing that it does not have', async () => {
      const notice = sampleNotice('inconnu')
      expect(await bench().storage.notices.claim(notice, beginAttempt(notice, MORNING))).toBe(false)
      expect(await bench().storage.notices.get(notice.id)).toBeUndefined()
    })
  })

  describe('alarms', () => {
    it('has one alarm of a workspace and subject, the first, oldest first', async () => {
      const { alarms } = bench().storage
      const ours = { workspaceId: OURS, subject: 'feed:rennes', since: MORNING } as const
      const theirs = { ...ours, workspaceId: THEIRS, since: MORNING - 1, condition: 'silent' } as const
      const channel = { ...ours, subject: 'channel:slack:C1', since: MORNING + 1 } as const
      for (const alarm of [channel, ours, { ...ours, since: EVENING }, theirs]) await alarms.raise(alarm)
      const again = await bench().reopen()
      expect(await again.alarms.list()).toStrictEqual([theirs, ours, channel])
    })

    it('clears the alarm of one workspace, and raises it again', async () => {
      const { alarms } = bench().storage
      const [ours, theirs] = [OURS, THEIRS].map((workspaceId) => ({
        workspaceId,
        subject: 'feed:rennes' as const,
        since: MORNING,
      }))
      if (ours === undefined || theirs === undefined) throw new Error('Il en faut deux.')
      await alarms.raise(ours)
      await alarms.raise(theirs)
      await alarms.clear(OURS, 'feed:rennes')
      await alarms.clear(OURS, 'feed:inconnu')
      expect(await alarms.list()).toEqual([theirs])
      await alarms.raise({ ...ours, since: EVENING })
      expect(await alarms.list()).toEqual([theirs, { ...ours, since: EVENING }])
    })

    it.each(ODD_TEXTS)('keeps odd ids apart: %j', async (text, _why) => {
      const { alarms } = bench().storage
      const alarm = { workspaceId: text, subject: `feed:${text}`, since: MORNING } as const
      await alarms.raise(alarm)
      await alarms.clear('slack:T', alarm.subject)
      await alarms.clear(text, 'feed:slack:T')
      expect(await alarms.list()).toStrictEqual([alarm])
      await alarms.clear(text, alarm.subject)
      expect(await alarms.list()).toEqual([])
    })
  })

  describe('weekly reports', () => {
    it('remember the last week of each workspace', async () => {
      const { reports } = bench().storage
      expect((await reports.settledWeeks()).get(OURS)).toBeUndefined()
      await reports.settleWeek(OURS, '2026-03-09')
      await reports.settleWeek(OURS, '2026-03-16')
      await reports.settleWeek(THEIRS, '2026-03-02')
      const again = await bench().reopen()
      expect((await again.reports.settledWeeks()).get(OURS)).toBe('2026-03-16')
      expect((await again.reports.settledWeeks()).get(THEIRS)).toBe('2026-03-02')
    })
  })
}
