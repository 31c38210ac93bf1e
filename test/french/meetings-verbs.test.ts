// Verbs that tell a meeting: tenses, voices, reflexives, enumerations, subjects that are left out.
import { describe, expect, it } from 'vitest'
import { kindsOf, statusesOf, whoMet } from './told-lines.ts'

const PAIR = ['Paul Kerbrat → Anne Postec']

describe('a verb in its tenses', () => {
  it.each([
    ['Paul Kerbrat a rencontré Anne Postec.', 'done', 'perfect'],
    ['Paul Kerbrat rencontra Anne Postec à Nantes.', 'done', 'simple past'],
    ['Paul Kerbrat avait rencontré Anne Postec lundi.', 'done', 'pluperfect'],
    ['Paul Kerbrat rencontrait Anne Postec mardi.', 'done', 'imperfect of papers'],
    ['Paul Kerbrat rencontre Anne Postec ce mercredi.', 'planned', 'present on the day itself'],
    ['Paul Kerbrat rencontre Anne Postec demain.', 'planned', 'present with a day ahead'],
    ['Paul Kerbrat rencontrera Anne Postec jeudi à Nantes.', 'planned', 'future'],
    ['Paul Kerbrat va rencontrer Anne Postec.', 'planned', 'near future'],
    ['Paul Kerbrat vient de rencontrer Anne Postec.', 'done', 'recent past'],
    ['Paul Kerbrat doit rencontrer Anne Postec vendredi.', 'planned', 'devoir'],
    ['Paul Kerbrat a pu rencontrer Anne Postec.', 'done', 'pouvoir in the past'],
    ['Paul Kerbrat pourrait rencontrer Anne Postec.', 'possible', 'pouvoir in the conditional'],
    ['Paul Kerbrat aurait rencontré Anne Postec à Genève.', 'possible', 'a rumour'],
    ['Paul Kerbrat a longuement rencontré Anne Postec.', 'done', 'an adverb within the group'],
    ['Paul Kerbrat, qui a rencontré Anne Postec, est parti.', 'done', 'a relative clause'],
  ])('«%s» is %s (%s)', (text, status, _why) => {
    expect(whoMet(text)).toEqual(PAIR)
    expect(statusesOf(text)).toEqual([status])
  })
})

describe('active verbs', () => {
  it.each([
    ['Paul Kerbrat a reçu Anne Postec à l’Élysée.', 'reception', 'recevoir'],
    ['Paul Kerbrat recevra Anne Postec lundi prochain.', 'reception', 'recevoir, future'],
    ['Paul Kerbrat a accueilli Anne Postec sur le perron.', 'reception', 'accueillir'],
    ['Paul Kerbrat a revu Anne Postec mardi à Genève.', 'encounter', 'revoir'],
    ['Paul Kerbrat a vu Anne Postec en tête-à-tête.', 'encounter', 'voir, strengthened'],
    ['Paul Kerbrat est allé voir Anne Postec à Nantes.', 'encounter', 'aller voir'],
    ['Paul Kerbrat a consulté Anne Postec mardi.', 'talk', 'consulter somebody'],
    ['Paul Kerbrat a discuté avec Anne Postec en marge du congrès.', 'talk', 'discuter avec'],
    ['Paul Kerbrat a échangé avec Anne Postec par visioconférence.', 'talk', 'échanger avec'],
    ['Paul Kerbrat a parlé avec Anne Postec mardi.', 'talk', 'parler avec'],
    ['Paul Kerbrat a parlé à Anne Postec au téléphone.', 'talk', 'parler à, on the telephone'],
    ['Paul Kerbrat a déjeuné avec Anne Postec.', 'encounter', 'déjeuner avec'],
    ['Paul Kerbrat négocie avec Anne Postec à Genève.', 'negotiation', 'négocier avec'],
    ['Paul Kerbrat a téléphoné à Anne Postec mardi.', 'talk', 'téléphoner à'],
    ['Paul Kerbrat a appelé Anne Postec mardi pour la féliciter.', 'talk', 'appeler, a call'],
    ['Paul Kerbrat a rendu visite à Anne Postec.', 'visit', 'rendre visite'],
    ['Paul Kerbrat s’est entretenu avec Anne Postec.', 'talk', 's’entretenir'],
    ['Paul Kerbrat s’est réuni avec Anne Postec.', 'encounter', 'se réunir avec'],
    ["Paul Kerbrat s'est entretenu avec Anne Postec.", 'talk', 'a straight apostrophe'],
  ])('«%s» is one %s (%s)', (text, kind, _why) => {
    expect(whoMet(text)).toEqual(PAIR)
    expect(kindsOf(text)).toEqual([kind])
  })
})

describe('verbs of equals', () => {
  it.each([
    ['Paul Kerbrat et Anne Postec se sont rencontrés à Genève.', 'se rencontrer'],
    ['Paul Kerbrat et Anne Postec se sont parlé au téléphone lundi.', 'se parler'],
    ['Paul Kerbrat et Anne Postec se rencontreront vendredi à Genève.', 'in the future'],
    ['Paul Kerbrat et Anne Postec se réunissent demain à Genève.', 'se réunir'],
    ['Paul Kerbrat et Anne Postec se sont retrouvés mardi à Genève.', 'se retrouver'],
    ['Paul Kerbrat et Anne Postec se sont vus mardi.', 'se voir'],
    ['Paul Kerbrat et Anne Postec doivent se voir jeudi.', 'se voir behind devoir'],
    ['Paul Kerbrat et Anne Postec ont dialogué pendant deux heures.', 'without a pronoun, for a time'],
    ['Paul Kerbrat et Anne Postec ont discuté ensemble lundi.', 'without a pronoun, together'],
    ['Paul Kerbrat et Anne Postec sont convenus de se revoir en septembre.', 'what they agreed on'],
  ])('%s (%s)', (text, _why) => expect(whoMet(text)).toEqual(['Paul Kerbrat + Anne Postec']))
})

describe('passives', () => {
  it.each([
    ['Anne Postec a été reçue par Paul Kerbrat mardi.', 'done', 'perfect'],
    ['Anne Postec sera reçue jeudi par Paul Kerbrat.', 'planned', 'future, a day before the agent'],
    ['Anne Postec est reçue ce mercredi par Paul Kerbrat.', 'planned', 'present, today'],
    ['Anne Postec doit être reçue par Paul Kerbrat vendredi.', 'planned', 'infinitive'],
    ['Anne Postec a été accueillie à la gare par Paul Kerbrat.', 'done', 'a place before the agent'],
    ['Anne Postec a été reçue en audience par Paul Kerbrat.', 'done', 'in audience'],
    ['Anne Postec n’a pas été reçue par Paul Kerbrat.', 'denied', 'negated'],
    ['Reçue mardi par Paul Kerbrat, Anne Postec a parlé de paix.', 'done', 'no auxiliary, opening'],
    ['Accueillie par Paul Kerbrat à sa descente du train, Anne Postec a souri.', 'done', 'a place behind'],
    [
      'Reçue à Matignon par le ministre Paul Kerbrat, la préfète Anne Postec est rassurée.',
      'done',
      'offices',
    ],
  ])('«%s» is %s (%s)', (text, status, _why) => {
    expect(whoMet(text)).toEqual(PAIR)
    expect(statusesOf(text)).toEqual([status])
  })
})

describe('several at once', () => {
  it.each([
    [
      'Paul Kerbrat a rencontré Anne Postec, Luc Morin et Odile Vasseur.',
      'Paul Kerbrat → Anne Postec + Luc Morin + Odile Vasseur',
      'commas and et',
    ],
    [
      'Paul Kerbrat a reçu mardi Anne Postec, puis Luc Morin.',
      'Paul Kerbrat → Anne Postec + Luc Morin',
      'puis',
    ],
    [
      'Paul Kerbrat a reçu Anne Postec ainsi que Luc Morin.',
      'Paul Kerbrat → Anne Postec + Luc Morin',
      'ainsi que',
    ],
    [
      'Paul Kerbrat a rencontré la maire de Vernay, Anne Postec, et le préfet, Luc Morin.',
      'Paul Kerbrat → Anne Postec + Luc Morin',
      'appositions',
    ],
    [
      'Paul Kerbrat a rencontré Anne Postec (PS) et Luc Morin (LR).',
      'Paul Kerbrat → Anne Postec + Luc Morin',
      'parties in brackets',
    ],
    [
      'Paul Kerbrat a reçu MM. Morin et Delisle. Luc Morin et Marc Delisle sont ministres.',
      'Paul Kerbrat → Luc Morin + Marc Delisle',
      'MM., completed from the rest of the text',
    ],
    [
      'Paul Kerbrat a reçu les syndicats, le maire Luc Morin et une délégation de pêcheurs.',
      'Paul Kerbrat → (syndicats) + Luc Morin + (délégation de pêcheurs)',
      'groups among people',
    ],
    [
      'Le ministre Paul Kerbrat, la maire de Vernay Anne Postec et le préfet Luc Morin se sont rencontrés lundi.',
      'Paul Kerbrat + Anne Postec + Luc Morin',
      'equals with offices',
    ],
    [
      'Paul Kerbrat a dîné lundi soir avec Anne Postec et Luc Morin.',
      'Paul Kerbrat → Anne Postec + Luc Morin',
      'behind avec',
    ],
    [
      'Paul Kerbrat a réuni à Nantes Anne Postec et Luc Morin.',
      'Paul Kerbrat → Anne Postec + Luc Morin',
      'convened',
    ],
    [
      'Paul Kerbrat a réuni les maires du canton lundi.',
      'Paul Kerbrat → (maires du canton)',
      'a group convened',
    ],
  ])('%s → %s (%s)', (text, expected, _why) => expect(whoMet(text)).toEqual([expected]))
})

describe('subjects that stand elsewhere', () => {
  it.each([
    [
      'Paul Kerbrat est arrivé mardi à Genève et s’est entretenu avec Anne Postec.',
      PAIR,
      'left out behind et',
    ],
    [
      'Paul Kerbrat a rencontré Anne Postec et s’est entretenu avec Luc Morin.',
      [...PAIR, 'Paul Kerbrat → Luc Morin'],
      'one subject of two verbs',
    ],
    [
      'Paul Kerbrat a salué la foule, puis a reçu Anne Postec, avant de s’entretenir avec Luc Morin.',
      [...PAIR, 'Paul Kerbrat → Luc Morin'],
      'of three',
    ],
    [
      'Paul Kerbrat doit rencontrer Anne Postec et dîner avec Luc Morin.',
      [...PAIR, 'Paul Kerbrat → Luc Morin'],
      'of two infinitives',
    ],
    ['Arrivé lundi à Genève, Paul Kerbrat y a rencontré Anne Postec.', PAIR, 'behind a participle'],
    ['En visite à Nantes, Paul Kerbrat a rencontré Anne Postec.', PAIR, 'behind a circumstance'],
    ['Luc Morin a annoncé que Paul Kerbrat avait rencontré Anne Postec.', PAIR, 'of the clause behind que'],
    ['Luc Morin a annoncé avoir rencontré Anne Postec.', ['Luc Morin → Anne Postec'], 'of an infinitive'],
    ['Selon Luc Morin, Paul Kerbrat a rencontré Anne Postec.', PAIR, 'not the source'],
    [
      'Le porte-parole de Luc Morin a déclaré que Paul Kerbrat rencontrerait Anne Postec.',
      PAIR,
      'not the spokesman',
    ],
    ['Paul Kerbrat a rencontré Anne Postec, a annoncé mercredi Luc Morin.', PAIR, 'not the speaker behind'],
    [
      'Paul Kerbrat, ministre de la Culture, a rencontré Anne Postec, maire de Vernay.',
      PAIR,
      'over appositions',
    ],
    ['Paul Kerbrat, 52 ans, a rencontré Anne Postec.', PAIR, 'over an age'],
    ['Le frère de Luc Morin, Paul Kerbrat, a rencontré Anne Postec.', PAIR, 'not the brother'],
  ])('%s → %j (%s)', (text, expected, _why) => expect(whoMet(text)).toEqual(expected))
})
