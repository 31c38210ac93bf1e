// WebSub from end to end: the whole program, publishers and a hub on loopback that speak the real protocols.
import { afterEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/core/calendar.ts'
import { type FakeHub, type HubForm, signed, startFakeHub } from '../web/fake-hub.ts'
import {
  ADDRESS,
  announced,
  closeLater,
  closeScenes,
  HUB,
  item,
  NOW,
  openScene,
  states,
  subscribed,
  TOPIC,
  until,
} from './websub-scene.ts'

afterEach(closeScenes)

describe('a feed that offers a hub', () => {
  it('is asked for there with a secret and an address that nobody guesses, and granted', async () => {
    const { form, hub, test } = await subscribed()
    expect(form).toMatchObject({
      mode: 'subscribe',
      topic: TOPIC,
      leaseSeconds: 864_000,
      agent: expect.stringContaining('Pressoir/'),
    })
    expect(form.callback).toMatch(/^https:\/\/revue\.example\/websub\/[\w-]{32}$/)
    expect(form.secret).toMatch(/^[\w-]{32}$/)
    expect(form.callback).not.toContain(form.secret)
    expect(hub.verifications).toEqual([{ mode: 'subscribe', status: 200, isEchoed: true }])
    expect(test.said.join()).toContain('annonce désormais lui-même ses nouveautés')
  })

  it('is not asked for without a public address, and no port is opened', async () => {
    const scene = await openScene([HUB], false)
    for (const minute of [0, 1, 2]) await scene.beat(NOW + minute * MINUTE)
    expect(scene.hub.forms).toEqual([])
    expect(await states(scene)).toEqual([])
  })

  it('is granted by a hub that asks before it answers', async () => {
    const scene = await openScene()
    scene.hub.manners.isEager = true
    await scene.beat(NOW)
    await scene.beatUntil(NOW + MINUTE, async () => (await states(scene)).includes('active'))
    await until(() => scene.hub.verifications.length === 1)
    await scene.beat(NOW + 2 * MINUTE)
    expect(await states(scene)).toEqual(['active'])
  })

  it('is read at the next beat after a call, and seldom otherwise', async () => {
    const { form, hub, beat, serve, readings, titles } = await subscribed()
    await beat(NOW + 15 * MINUTE)
    expect(readings()).toBe(1)
    for (let minute = 16; minute < 70; minute += 6) await beat(NOW + minute * MINUTE)
    // Told «unchanged» once since.
    expect(readings()).toBe(1)
    serve(announced([item(2), item(1)]))
    expect(await hub.distribute(form, 'peu importe ce qui est envoyé')).toBe(202)
    await beat(NOW + 71 * MINUTE)
    expect(readings()).toBe(2)
    expect(await titles()).toContain(item(2).title)
  })

  it.each<[string, (form: HubForm, body: string) => string | null, boolean]>([
    ['rightly', ({ secret }, body) => signed('sha512', body, secret), true],
    ['with another secret', (_form, body) => signed('sha256', body, 'un autre secret'), false],
    ['not at all', () => null, false],
  ])('is called, and the call is signed %s', async (_what, sign, isBelieved) => {
    const { form, hub, test } = await subscribed()
    const body = '<rss>Ça, c’est une annonce.</rss>'
    test.setNow(NOW + 5 * MINUTE)
    for (const _ of [1, 2]) expect(await hub.distribute(form, body, sign(form, body))).toBe(202)
    const [state] = await test.app.storage.feeds.states()
    expect(state?.nextReadAt === NOW + 5 * MINUTE).toBe(isBelieved)
    const complaints = test.said.filter((line) => line.includes('Elle est ignorée'))
    expect(complaints).toHaveLength(isBelieved ? 0 : 1)
  })

  it('is read no more than once a beat, however often the same call is repeated', async () => {
    const { form, hub, beat, test } = await subscribed()
    const statuses: number[] = []
    for (let times = 0; times < 14; times++) statuses.push(await hub.distribute(form, 'redite'))
    expect(statuses).toEqual([...Array.from({ length: 12 }, () => 202), 429, 429])
    const before = test.requests().length
    await beat(NOW + 2 * MINUTE)
    expect(test.requests().length - before).toBe(1)
    // Another minute, other calls.
    expect(await hub.distribute(form, 'encore')).toBe(202)
  })
})

describe('a hub that is not believed', () => {
  it('asks about a topic that we never asked for', async () => {
    const { form, hub } = await subscribed()
    const forged = await hub.verify({ ...form, topic: 'http://autre.example/flux.xml' })
    expect(forged).toMatchObject({ status: 404, isEchoed: false })
    const unknown = { ...form, callback: `${ADDRESS}/websub/${'x'.repeat(32)}` }
    expect(await hub.verify(unknown)).toMatchObject({ status: 404, isEchoed: false })
    expect(await hub.distribute(unknown, 'faux')).toBe(410)
    expect(await hub.verify({ ...form, mode: 'unsubscribe' })).toMatchObject({ status: 404, isEchoed: false })
  })

  it('forgets news twice: the feed is read as often as the others', async () => {
    const { test, beat, serve, readings } = await subscribed()
    const waits: number[] = []
    for (const times of [1, 2, 3]) {
      const at = NOW + times * 2 * HOUR
      serve(announced([item(times + 1), item(times)]))
      await beat(at)
      const [state] = await test.app.storage.feeds.states()
      waits.push(((state?.nextReadAt ?? 0) - at) / MINUTE)
    }
    expect(readings()).toBe(4)
    // The first may be older than the subscription. From half an interval to a whole one: each feed has its moments.
    const rhythms = waits.map((wait) =>
      wait >= 45 && wait <= 90 ? 'announced' : wait <= 15 ? 'ordinary' : wait,
    )
    expect(rhythms).toEqual(['announced', 'announced', 'ordinary'])
    expect(test.said.join()).toContain('oublient des articles')
  })

  it('called, and the news were not there yet: the feed is read again soon', async () => {
    const { form, hub, beat, serve, titles } = await subscribed()
    await hub.distribute(form, 'annonce')
    await beat(NOW + 2 * MINUTE)
    serve(announced([item(2), item(1)]))
    await beat(NOW + 17 * MINUTE)
    expect(await titles()).toContain(item(2).title)
  })
})

describe('a hub that does not work', () => {
  it.each<[string, (hub: FakeHub) => void, RegExp]>([
    [
      'refuses the request',
      ({ manners }) => {
        manners.status = 400
      },
      /a échoué/,
    ],
    [
      'is broken',
      ({ manners }) => {
        manners.status = 500
      },
      /a échoué/,
    ],
    [
      'sends us elsewhere as if we asked for a page',
      ({ manners }) => {
        manners.status = 302
        manners.headers = { location: 'http://autre-hub.example/' }
      },
      /a échoué/,
    ],
    [
      'sends us to a private network',
      ({ manners }) => {
        manners.status = 307
        manners.headers = { location: 'http://169.254.169.254/latest/meta-data/' }
      },
      /a échoué/,
    ],
    [
      'sends us round in circles',
      ({ manners }) => {
        manners.status = 308
        manners.headers = { location: HUB }
      },
      /a échoué/,
    ],
    [
      'denies us',
      ({ manners }) => {
        manners.next = 'deny'
      },
      /refuse l’abonnement : « Abonnés seulement\. »/,
    ],
  ])('%s: the next one is asked', async (_what, misbehave, said) => {
    const scene = await openScene([HUB, 'http://autre-hub.example/'])
    misbehave(scene.hub)
    await scene.beat(NOW)
    await scene.beatUntil(NOW + MINUTE, async () => (await states(scene)).includes('resting'))
    await scene.beatUntil(NOW + 2 * MINUTE, async () => (await states(scene)).includes('active'))
    await until(() => scene.other.verifications.length === 1)
    expect(scene.other.verifications).toEqual([{ mode: 'subscribe', status: 200, isEchoed: true }])
    expect(scene.test.said.join('\n').replaceAll(/[\u00A0\u202F]/g, ' ')).toMatch(said)
    // The secrets are not the same.
    expect(scene.other.forms[0]?.secret).not.toBe(scene.hub.forms[0]?.secret)
  })

  it('stands on a private address: it is never dialled', async () => {
    const hub = await startFakeHub(1)
    closeLater(hub.close)
    const scene = await openScene([`http://127.0.0.1:${hub.port}/`, `http://localhost:${hub.port}/`])
    for (const minute of [0, 1, 2, 3]) {
      await scene.beatUntil(
        NOW + minute * MINUTE,
        async () => (await states(scene)).length >= Math.min(minute, 2),
      )
      await until(async () => !(await states(scene)).includes('asked'))
    }
    expect(await states(scene)).toEqual(['resting', 'resting'])
    expect(hub.forms).toEqual([])
  })

  it('is followed where it moved, secret and all', async () => {
    const scene = await openScene()
    scene.hub.manners.status = 307
    scene.hub.manners.headers = { location: 'http://autre-hub.example/abonner' }
    await scene.beat(NOW)
    await scene.beatUntil(NOW + MINUTE, async () => (await states(scene)).includes('active'))
    expect(scene.other.forms.map(({ path }) => path)).toEqual(['/abonner'])
    expect(scene.other.forms[0]?.secret).toBe(scene.hub.forms[0]?.secret)
  })

  it('never comes to ask whether we mean it: it rests, and is asked again', async () => {
    const scene = await openScene()
    scene.hub.manners.next = 'nothing'
    await scene.beat(NOW)
    await scene.beatUntil(NOW + MINUTE, () => scene.hub.forms.length === 1)
    await scene.beatUntil(NOW + 62 * MINUTE, async () => (await states(scene)).includes('resting'))
    await until(() => scene.test.said.some((line) => line.includes('n’a pas été confirmé')))
    scene.hub.manners.next = 'verify'
    await scene.beatUntil(NOW + 2 * HOUR + 5 * MINUTE, async () => (await states(scene)).includes('active'))
    expect(scene.hub.forms).toHaveLength(2)
    // The same subscription, the same secret.
    expect(scene.hub.forms[0]).toEqual(scene.hub.forms[1])
  })
})

describe('what was granted', () => {
  it('outlives a stop, and is renewed before it runs out', async () => {
    const { test, hub, form, beat, beatUntil, readings } = await subscribed()
    await test.restart()
    await beat(NOW + 4 * MINUTE)
    expect(hub.forms).toHaveLength(1)
    expect(await hub.distribute(form, 'après un arrêt')).toBe(202)
    const before = readings()
    await beatUntil(NOW + 9 * DAY, () => hub.forms.length === 2)
    expect(hub.forms[1]).toEqual(form)
    await until(() => hub.verifications.length === 2)
    expect(readings()).toBe(before)
    const [renewed] = await test.app.storage.hubs.list()
    expect(renewed?.leaseUntil).toBe(NOW + 19 * DAY)
  })

  it('for less than we asked for is renewed sooner', async () => {
    const scene = await openScene()
    scene.hub.manners.leaseSeconds = 7200
    await scene.beat(NOW)
    await scene.beatUntil(NOW + MINUTE, async () => (await states(scene)).includes('active'))
    await scene.beatUntil(NOW + 100 * MINUTE, () => scene.hub.verifications.length === 2)
    expect(scene.hub.forms.map(({ mode }) => mode)).toEqual(['subscribe', 'subscribe'])
  })

  it('ran out while we were away, and is asked for anew', async () => {
    const { test, hub, beat, beatUntil } = await subscribed()
    await test.restart()
    await beat(NOW + 40 * DAY)
    await beatUntil(NOW + 40 * DAY + MINUTE, () => hub.verifications.length === 2)
    expect(await states({ test })).toEqual(['active'])
  })

  it('is ended when the feed is not followed any more', async () => {
    const { test, hub, form, beat, beatUntil } = await subscribed()
    await test.restart({ feeds: [] })
    await beat(NOW + 5 * MINUTE)
    await beatUntil(NOW + 6 * MINUTE, () => hub.verifications.length === 2)
    expect(hub.forms[1]).toMatchObject({ mode: 'unsubscribe', topic: TOPIC, callback: form.callback })
    expect(hub.verifications[1]).toEqual({ mode: 'unsubscribe', status: 200, isEchoed: true })
    await until(async () => (await states({ test })).length === 0)
    expect(await hub.distribute(form, 'trop tard')).toBe(410)
  })

  it('is worth nothing once there is no public address any more', async () => {
    const { test, hub, beat } = await subscribed()
    await test.restart({ isReachable: false })
    await beat(NOW + 2 * HOUR)
    const [state] = await test.app.storage.feeds.states()
    expect(state?.nextReadAt).toBeLessThanOrEqual(NOW + 2 * HOUR + 15 * MINUTE)
    expect(hub.forms).toHaveLength(1)
  })
})
