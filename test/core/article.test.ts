import { describe, expect, it } from 'vitest'
import { type ArticleDraft, newArticle, nextVersion } from '../../src/core/article.ts'
import { DAY, HOUR } from '../../src/core/calendar.ts'

const NOW = Date.parse('2026-03-17T06:30:00+01:00')

const DRAFT: ArticleDraft = {
  keys: ['url:https://lavigie.example/passerelle'],
  feedId: 'vigie',
  publisher: 'La Vigie',
  rubric: 'Régions',
  url: 'https://lavigie.example/passerelle',
  title: 'Vernay : la passerelle rouvre vendredi',
  lead: 'Dix mois de travaux ont été nécessaires.',
  body: 'La passerelle de Vernay rouvrira vendredi, a annoncé la mairie.\n\nLe chantier a coûté 2,4 millions d’euros.',
  publishedAt: NOW - HOUR,
}

describe('a new article', () => {
  it('is its first version, with all that may be quoted in one text', () => {
    expect(newArticle(DRAFT, NOW)).toMatchObject({
      version: 1,
      text: `${DRAFT.lead}\n\n${DRAFT.body}`,
      publishedAt: NOW - HOUR,
      firstSeenAt: NOW,
    })
  })

  it.each([
    [undefined, NOW, 'the feed gives no date'],
    [0, NOW, 'the date is that of a broken clock'],
    [8 * HOUR, NOW, 'the same broken clock, in California'],
    [NOW + 2 * HOUR, NOW, 'a zone too far: seen now'],
    [NOW + 3 * DAY, NOW, 'a date that cannot be'],
    [NOW - 400 * DAY, NOW - 400 * DAY, 'an old article stays old'],
  ])('dated %s is published at %i: %s', (publishedAt, expected, _why) => {
    expect(newArticle({ ...DRAFT, publishedAt }, NOW).publishedAt).toBe(expected)
  })

  it('keeps an identifier that an import imposes', () => {
    expect(newArticle({ ...DRAFT, id: 'seed-001' }, NOW).id).toBe('seed-001')
  })
})

describe('what came again', () => {
  const known = newArticle(DRAFT, NOW)

  it.each<[Partial<ArticleDraft>, boolean, string]>([
    [{}, false, 'nothing changed'],
    [{ title: 'Vernay : la passerelle rouvre vendredi.' }, false, 'a full stop is no edit'],
    [{ title: 'VERNAY : la passerelle rouvre vendredi' }, false, 'nor are capitals'],
    [{ title: 'Vernay : la passerelle rouvre samedi' }, true, 'another day is'],
    [{ body: DRAFT.body.replace('2,4', '2,6') }, true, 'another figure is'],
    [{ body: '' }, false, 'the page could not be read this time'],
    [{ body: '', lead: 'Onze mois de travaux ont été nécessaires.' }, true, 'the abstract itself was edited'],
    [
      { feedId: 'vigie-regions', body: 'Un autre début.' },
      false,
      'another feed of the publisher has it differently',
    ],
  ])('with %j is a new version: %s (%s)', (edit, isNewVersion, _why) => {
    const next = nextVersion(known, { ...DRAFT, ...edit }, NOW + HOUR)
    const named = next === undefined ? undefined : [next.id, next.version, next.firstSeenAt, next.updatedAt]
    expect(named).toEqual(isNewVersion ? [known.id, 2, NOW, NOW + HOUR] : undefined)
  })
})
