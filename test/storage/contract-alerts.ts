// What every database promises about alerts and what they told.
import { describe, expect, it } from 'vitest'
import type { Alert } from '../../src/core/alert.ts'
import { MINUTE } from '../../src/core/calendar.ts'
import {
  beginEdit,
  closeEdit,
  newRaisedAlert,
  type RaisedAlert,
  withGrowth,
} from '../../src/core/raised-alert.ts'
import { beginAttempt, closeSending } from '../../src/core/sending.ts'
import { testAlert } from '../core/alert-news.ts'
import type { Bench } from './contract.ts'
import { MORNING } from './samples.ts'
import { ODD_TEXTS } from './samples-chat.ts'

function chatAlert(more: Partial<Alert> = {}): Alert {
  return testAlert({ name: 'vernay-1', workspaceId: 'slack:T1', since: MORNING, ...more })
}

export function sampleRaised(more: Partial<RaisedAlert> = {}, storyId = 'pont', episode = 0): RaisedAlert {
  const told = {
    stories: [],
    moreCount: 0,
    publisherCount: 3,
    storyIds: [storyId],
    startedAt: MORNING - 60 * MINUTE,
    reachedAt: MORNING,
    toldAt: MORNING,
    isLate: false,
    isTogether: false,
    isLast: false,
  }
  return { ...newRaisedAlert(chatAlert(), { storyIds: [storyId] }, told, episode, MORNING), ...more }
}

export function describeAlerts(bench: () => Bench): void {
  describe('alerts of the chat', () => {
    it.each<[Alert, string]>([
      [chatAlert(), 'on any story'],
      [
        chatAlert({ watch: { kind: 'words', words: ['a', 'b'] }, suspendedAt: MORNING }),
        'on words, suspended',
      ],
      ...ODD_TEXTS.map(([text, why]): [Alert, string] => [
        chatAlert({ name: text, workspaceId: text, title: text, watch: { kind: 'person', name: text } }),
        why,
      ]),
    ])('are given back as they were: %#', async (alert, _why) => {
      await bench().storage.alerts.save(alert)
      const { alerts } = await bench().reopen()
      expect(await alerts.get(alert.name)).toStrictEqual(alert)
      expect(await alerts.of(alert.workspaceId ?? '')).toStrictEqual([alert])
    })

    it('belong to the workspace that had the name first', async () => {
      const { alerts } = bench().storage
      await alerts.save(chatAlert())
      await alerts.save(chatAlert({ publishers: 5 }))
      await expect(alerts.save(chatAlert({ workspaceId: 'slack:T2' }))).rejects.toThrow('another workspace')
      await expect(alerts.save(testAlert())).rejects.toThrow('of the file')
      expect(await alerts.list()).toMatchObject([{ workspaceId: 'slack:T1', publishers: 5 }])
      await alerts.remove('vernay-1')
      expect(await alerts.list()).toEqual([])
    })
  })

  describe('what alerts told', () => {
    it('is given back as it was, and is one for one episode of a story', async () => {
      const { raisedAlerts } = bench().storage
      const one = sampleRaised()
      expect(await Promise.all([raisedAlerts.add(one), raisedAlerts.add(one)])).toEqual([true, false])
      expect(await raisedAlerts.add({ ...one, id: 'un autre nom' })).toBe(false)
      expect(await raisedAlerts.add(sampleRaised({}, 'pont', 1))).toBe(true)
      expect(await raisedAlerts.add(sampleRaised({}, 'gare'))).toBe(true)
      const { raisedAlerts: reopened } = await bench().reopen()
      expect(await reopened.get(one.id)).toStrictEqual(one)
      expect(await reopened.get('inconnu')).toBeUndefined()
    })

    it('is found by its alerts since an instant, oldest first', async () => {
      const { raisedAlerts } = bench().storage
      const [late, early] = [sampleRaised({ raisedAt: MORNING + 1 }, 'gare'), sampleRaised()]
      const other = sampleRaised({ id: 'x', alertName: 'autre' })
      for (const each of [late, early, other]) await raisedAlerts.add(each)
      expect(await raisedAlerts.raisedSince(['vernay-1'], MORNING)).toStrictEqual([early, late])
      expect(await raisedAlerts.raisedSince(['vernay-1'], MORNING + 1)).toStrictEqual([late])
      expect(await raisedAlerts.raisedSince([], MORNING)).toEqual([])
    })

    it('is to be posted until it is, and to be edited while more is told than shown', async () => {
      const { raisedAlerts } = bench().storage
      const posted = closeEdit(closeSending(sampleRaised({}, 'posté'), '1'), MORNING - 10 * MINUTE)
      const grown = { ...withGrowth(posted, posted.told), id: 'a', storyId: 'a' }
      const all = [
        sampleRaised(),
        sampleRaised({ nextAttemptAt: MORNING + 1 }, 'plus tard'),
        sampleRaised({ state: 'abandoned' }, 'abandonné'),
        posted,
        grown,
        { ...grown, id: 'b', storyId: 'b', nextEditAt: MORNING + 1 },
        { ...grown, id: 'c', storyId: 'c', edits: 'gone' as const },
      ]
      for (const each of all) await raisedAlerts.add(each)
      expect((await raisedAlerts.toPost(MORNING)).map(({ storyId }) => storyId)).toEqual(['pont'])
      expect((await raisedAlerts.toEdit(MORNING)).map(({ id }) => id)).toEqual(['a'])
    })

    it('lets one of several claim an attempt, an edit, a growth', async () => {
      const { raisedAlerts } = bench().storage
      const read = sampleRaised()
      await raisedAlerts.add(read)
      const steps = [
        (from: RaisedAlert) => beginAttempt(from, MORNING),
        (from: RaisedAlert) => closeSending(from, '17.01'),
        (from: RaisedAlert) => withGrowth(from, { ...from.told, publisherCount: 4 }),
        (from: RaisedAlert) => beginEdit(from, MORNING),
        (from: RaisedAlert) => closeEdit(from, MORNING),
      ]
      let before = read
      for (const step of steps) {
        const after = step(before)
        const claims = [raisedAlerts.claim(before, after), raisedAlerts.claim(before, after)]
        expect((await Promise.all(claims)).filter(Boolean)).toEqual([true])
        expect(await raisedAlerts.get(read.id)).toStrictEqual(after)
        before = after
      }
    })
  })
}
