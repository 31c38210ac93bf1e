// Whether a meeting took place, will, may, or will not; how, where and when it is held.
import { describe, expect, it } from 'vitest'
import { daysOf, modesOf, placesOf, statusesOf, whoMet } from './told-lines.ts'

describe('the status by the verb', () => {
  it.each([
    ['Paul Kerbrat n’a pas rencontré Anne Postec.', 'denied', 'ne pas, past'],
    ['Paul Kerbrat n’a jamais rencontré Anne Postec.', 'denied', 'ne jamais'],
    ['Paul Kerbrat et Anne Postec ne se sont pas rencontrés.', 'denied', 'ne pas, reflexive'],
    ['Anne Postec dément que Paul Kerbrat ait rencontré Luc Morin.', 'denied', 'démentir que'],
    ['Paul Kerbrat dément avoir rencontré Anne Postec.', 'denied', 'démentir with an infinitive'],
    ['Paul Kerbrat nie avoir rencontré Anne Postec.', 'denied', 'nier'],
    ['Paul Kerbrat ne rencontrera pas Anne Postec.', 'refused', 'ne pas, future'],
    ['Paul Kerbrat ne veut pas rencontrer Anne Postec.', 'refused', 'ne pas vouloir'],
    ['Paul Kerbrat a refusé de rencontrer Anne Postec.', 'refused', 'refuser de'],
    ['Paul Kerbrat a renoncé à rencontrer Anne Postec.', 'refused', 'renoncer à'],
    ['Paul Kerbrat est parti sans rencontrer Anne Postec.', 'refused', 'sans'],
    ['Paul Kerbrat souhaite rencontrer Anne Postec.', 'possible', 'a wish'],
    ['Paul Kerbrat est prêt à rencontrer Anne Postec.', 'possible', 'readiness'],
    ['Paul Kerbrat envisage de rencontrer Anne Postec.', 'possible', 'a thought'],
    ['Paul Kerbrat prévoit de rencontrer Anne Postec lundi.', 'planned', 'prévoir de'],
    ['Paul Kerbrat a prévu de rencontrer Anne Postec demain.', 'planned', 'a prévu de'],
    ['Paul Kerbrat compte rencontrer Anne Postec lundi.', 'planned', 'compter'],
    ['Paul Kerbrat devrait rencontrer Anne Postec lundi.', 'planned', 'what is expected'],
    ['Paul Kerbrat est arrivé à Nantes où il doit rencontrer Anne Postec.', 'planned', 'behind où'],
    [
      'Paul Kerbrat devait recevoir Anne Postec, mais ce rendez-vous a été annulé.',
      'cancelled',
      'called off in the same sentence',
    ],
    [
      'Paul Kerbrat devait recevoir Anne Postec, mais la rencontre a été reportée.',
      'postponed',
      'put off in the same sentence',
    ],
    [
      'Paul Kerbrat devait recevoir Anne Postec, mais l’entretien a finalement été annulé.',
      'cancelled',
      'finalement within',
    ],
  ])('«%s» is %s (%s)', (text, status, _why) => expect(statusesOf(text)).toEqual([status]))
})

describe('the status by the noun', () => {
  it.each([
    ['La rencontre entre Paul Kerbrat et Anne Postec a été annulée.', 'cancelled', 'annulée behind'],
    ['Paul Kerbrat a annulé sa rencontre avec Anne Postec.', 'cancelled', 'annuler before'],
    ['L’annulation de la rencontre entre Paul Kerbrat et Anne Postec surprend.', 'cancelled', 'its noun'],
    ['La rencontre entre Paul Kerbrat et Anne Postec n’a pas eu lieu.', 'cancelled', 'n’a pas eu lieu'],
    ['La rencontre entre Paul Kerbrat et Anne Postec n’aura pas lieu.', 'cancelled', 'n’aura pas lieu'],
    ['La réunion entre Paul Kerbrat et Anne Postec n’a pas été annulée.', 'done', 'not called off'],
    ['La rencontre entre Paul Kerbrat et Anne Postec a été reportée.', 'postponed', 'reportée'],
    [
      'La rencontre entre Paul Kerbrat et Anne Postec, prévue vendredi, a été repoussée.',
      'postponed',
      'over an apposition',
    ],
    ['La rencontre entre Paul Kerbrat et Anne Postec est prévue vendredi.', 'planned', 'prévue'],
    ['La rencontre entre Paul Kerbrat et Anne Postec aura lieu lundi.', 'planned', 'aura lieu'],
    ['Un sommet entre Paul Kerbrat et Anne Postec se tiendra vendredi.', 'planned', 'se tiendra'],
    ['Avant une rencontre avec Anne Postec, Paul Kerbrat s’est exprimé.', 'planned', 'avant'],
    ['Paul Kerbrat a confirmé une rencontre avec Anne Postec.', 'planned', 'confirmed'],
    ['Paul Kerbrat a refusé une rencontre avec Anne Postec.', 'refused', 'refuser'],
    ['Paul Kerbrat exclut toute rencontre avec Anne Postec.', 'refused', 'exclure'],
    ['Paul Kerbrat souhaite un entretien avec Anne Postec.', 'possible', 'a wish'],
    ['Luc Morin a proposé une rencontre entre Paul Kerbrat et Anne Postec.', 'possible', 'a proposal'],
    ['Paul Kerbrat s’est dit confiant après sa rencontre avec Anne Postec.', 'done', 'après'],
    ['Une rencontre entre Paul Kerbrat et Anne Postec a eu lieu mardi.', 'done', 'a eu lieu'],
  ])('«%s» is %s (%s)', (text, status, _why) => expect(statusesOf(text)).toEqual([status]))
})

describe('how they met', () => {
  it.each([
    ['Paul Kerbrat a rencontré Anne Postec.', 'in-person', 'the verb says so'],
    ['Paul Kerbrat s’est entretenu avec Anne Postec.', 'unknown', 'it may have been either'],
    ['Paul Kerbrat s’est entretenu à Genève avec Anne Postec.', 'in-person', 'a place'],
    ['Paul Kerbrat s’est entretenu en tête-à-tête avec Anne Postec.', 'in-person', 'tête-à-tête'],
    ['Paul Kerbrat a discuté avec Anne Postec en marge du congrès.', 'in-person', 'en marge de'],
    ['Paul Kerbrat s’est entretenu mardi par téléphone avec Anne Postec.', 'telephone', 'par téléphone'],
    ['Paul Kerbrat s’est entretenu au téléphone avec Anne Postec.', 'telephone', 'au téléphone'],
    ['Paul Kerbrat a eu un entretien téléphonique avec Anne Postec.', 'telephone', 'an adjective'],
    ['Paul Kerbrat a téléphoné à Anne Postec mardi.', 'telephone', 'téléphoner'],
    ['Paul Kerbrat s’est entretenu en visioconférence avec Anne Postec.', 'video', 'visioconférence'],
    ['Paul Kerbrat s’est entretenu par vidéo avec Anne Postec.', 'video', 'par vidéo'],
    ['Paul Kerbrat s’est entretenu par visio depuis Nantes avec Anne Postec.', 'video', 'with a place'],
  ])('«%s»: %s (%s)', (text, mode, _why) => expect(modesOf(text)).toEqual([mode]))
})

describe('where they met', () => {
  it.each([
    ['Paul Kerbrat a reçu Anne Postec à Genève.', 'Genève', 'behind the people'],
    ['À Genève, Paul Kerbrat a reçu Anne Postec.', 'Genève', 'opening'],
    ['Paul Kerbrat a reçu Anne Postec mardi à Matignon.', 'Matignon', 'a seat'],
    ['Paul Kerbrat a reçu Anne Postec au palais de l’Élysée.', 'palais de l’Élysée', 'a palace whole'],
    ['Paul Kerbrat a rencontré Anne Postec à Genève, en Suisse.', 'Genève', 'the nearer of two'],
    [
      'Paul Kerbrat est arrivé mardi à Genève et s’est entretenu avec Anne Postec.',
      'Genève',
      'where he had come to',
    ],
    ['Paul Kerbrat, depuis Paris, s’est entretenu avec Anne Postec.', '', 'depuis: no place of both'],
    ['Paul Kerbrat s’est entretenu par téléphone avec Anne Postec, à Genève.', '', 'a call has no place'],
    [
      'Paul Kerbrat a reçu Anne Postec pour parler de la situation en Syrie.',
      '',
      'the place of another matter',
    ],
  ])('«%s»: %s (%s)', (text, place, _why) => expect(placesOf(text)).toEqual([place]))
})

describe('when they met', () => {
  it.each([
    ['Paul Kerbrat a rencontré Anne Postec mardi.', '2016-08-23', 'a weekday in the past'],
    ['Paul Kerbrat rencontrera Anne Postec vendredi.', '2016-08-26', 'a weekday in the future'],
    ['Paul Kerbrat a rencontré Anne Postec hier.', '2016-08-23', 'hier'],
    ['Paul Kerbrat rencontrera Anne Postec demain.', '2016-08-25', 'demain'],
    ['Paul Kerbrat a rencontré Anne Postec le 12 août.', '2016-08-12', 'a day of a month'],
    ['Paul Kerbrat rencontrera Anne Postec en septembre.', '2016-09-01/2016-09-30', 'a month'],
    ['Paul Kerbrat a rencontré Anne Postec en 2014.', '2014-01-01/2014-12-31', 'a year'],
    ['Mardi, Paul Kerbrat a rencontré Anne Postec.', '2016-08-23', 'opening'],
    ['Paul Kerbrat a rencontré Anne Postec, a annoncé mercredi Luc Morin.', '', 'the day of the statement'],
    ['Paul Kerbrat, ministre depuis lundi, a rencontré Anne Postec.', '', 'since when'],
    [
      'Paul Kerbrat rencontrera Anne Postec jeudi et Luc Morin la semaine prochaine.',
      '2016-08-25',
      'the nearer one',
    ],
  ])('«%s»: %s (%s)', (text, day, _why) => expect(daysOf(text)).toEqual([day]))
})

it('tells two meetings of one sentence with a status each', () => {
  const text = 'Paul Kerbrat a reçu Anne Postec et recevra demain Luc Morin.'
  expect(whoMet(text)).toEqual(['Paul Kerbrat → Anne Postec', 'Paul Kerbrat → Luc Morin'])
  expect(statusesOf(text)).toEqual(['done', 'planned'])
})
