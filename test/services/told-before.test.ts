// What readers know of a story already: the sentences of earlier editions of their digest, and of no other.
import { beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, type Instant } from '../../src/core/calendar.ts'
import type { Digest } from '../../src/core/digest.ts'
import { createCompositions } from '../../src/services/compositions.ts'
import { makeEdition, makeTracedEdition } from '../../src/services/make-edition.ts'
import { toldBefore } from '../../src/services/told-before.ts'
import { type Desk, deskDigest, deskFeed, openDesk } from './open-desk.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const FEED = deskFeed('Le Courrier')
const FIRST = 'Le pont de Vernay rouvrira vendredi à 6 heures, après dix mois de travaux, dit la mairie.'
const SECOND = 'Le pont de Vernay a rouvert vendredi à 6 heures, et la maire de Vernay l’a traversé à pied.'
const THIRD =
  'Le pont de Vernay, rouvert vendredi, a vu passer neuf mille voitures, compte la mairie de Vernay.'

let desk: Desk

beforeEach(async () => {
  desk = await openDesk({ now: NOW - HOUR, feeds: [FEED] })
  await keep('Vernay : le pont rouvrira vendredi', FIRST, NOW - HOUR)
})

async function keep(title: string, text: string, at: Instant): Promise<void> {
  desk.setNow(at)
  await desk.keep(FEED, { title, text, publishedAt: at })
  desk.setNow(at + HOUR)
}

async function publish(now: Instant, digest: Partial<Digest> = {}, compositions = createCompositions()) {
  desk.setNow(now)
  const edition = await makeEdition(desk.storage, deskDigest(digest), { slotAt: now, now, compositions })
  await desk.storage.editions.create(edition, [])
  return edition
}

/** Of the stories of the last two days. */
async function told(now: Instant, digestName = 'matin') {
  const shared = createCompositions()
  const feedIds = new Set([FEED.id])
  const candidates = await shared.candidates(desk.storage, feedIds, now - 2 * DAY, now)
  const found = await toldBefore(desk.storage, digestName, candidates, { now, compositions: shared })
  return [...found.values()]
}

describe('what was told before', () => {
  it('is nothing before the first edition', async () => {
    expect(await told(NOW)).toEqual([])
  })

  it('is every sentence of every edition of the digest, oldest first, and the last edition', async () => {
    await publish(NOW)
    await keep('Le pont de Vernay a rouvert vendredi', SECOND, NOW + DAY - HOUR)
    const second = await publish(NOW + DAY)
    await keep('Vernay : neuf mille voitures sur le pont rouvert', THIRD, NOW + 2 * DAY - HOUR)
    expect(await told(NOW + 2 * DAY)).toEqual([
      { editionId: second.id, slotAt: NOW + DAY, sentences: [FIRST, SECOND] },
    ])
  })

  it('is what this digest told, whatever others told', async () => {
    await publish(NOW, { name: 'soir' })
    expect(await told(NOW)).toEqual([])
    expect(await told(NOW, 'soir')).toMatchObject([{ sentences: [FIRST] }])
  })

  it('is what was told of two stories that turned out to be one', async () => {
    const tribute =
      'Odile Praud, qui habite rue des Quais, à Méan, réclame un bac gratuit à la maire de Vernay.'
    const both = `${tribute} ${FIRST} Le bac de Méan remplaçait le pont de Vernay depuis dix mois.`
    await keep('Méan : Odile Praud réclame un bac gratuit', tribute, NOW - HOUR)
    const first = await publish(NOW)
    expect(first.stories).toHaveLength(2)
    await keep(
      'Pont de Vernay rouvert vendredi : Odile Praud réclame un bac gratuit à Méan',
      both,
      NOW + DAY - HOUR,
    )
    const [story, ...others] = await told(NOW + DAY)
    expect([story?.editionId, story?.sentences.toSorted(), others]).toEqual([
      first.id,
      [FIRST, tribute].toSorted(),
      [],
    ])
  })

  it('is no matter of stories that nobody tells any more', async () => {
    await publish(NOW)
    expect(await told(NOW + 3 * DAY)).toEqual([])
  })

  it('is forgotten after a fortnight of silence', async () => {
    await publish(NOW)
    const shared = createCompositions()
    const seen = await shared.candidates(desk.storage, new Set([FEED.id]), NOW - DAY, NOW)
    const at = async (now: Instant) =>
      (await toldBefore(desk.storage, 'matin', seen, { now, compositions: shared })).size
    expect([await at(NOW + 14 * DAY), await at(NOW + 14 * DAY + 1)]).toEqual([1, 0])
  })

  it('does not keep digests with the same history from sharing a composition, each with its own link', async () => {
    const digests = Array.from({ length: 5 }, (_, index) => ({
      name: `revue-${index}`,
      channels: [`slack:C${index}`],
    }))
    const first = createCompositions()
    for (const digest of digests) await publish(NOW, digest, first)
    await keep('Le pont de Vernay a rouvert vendredi', SECOND, NOW + DAY - HOUR)
    const now = NOW + DAY
    desk.setNow(now)
    const together = createCompositions()
    const made = []
    for (const digest of digests)
      made.push(
        await makeTracedEdition(desk.storage, deskDigest(digest), {
          slotAt: now,
          now,
          compositions: together,
        }),
      )
    expect(together.composedCount).toBe(1)
    expect(new Set(made.map(({ trace }) => trace)).size).toBe(1)
    expect(made.map(({ edition }) => edition.stories[0]?.continues?.editionId)).toEqual(
      digests.map(({ name }) => `${name}@${new Date(NOW).toISOString()}`),
    )
  })
})
