// Questions about who met whom as people type them, each row a phenomenon.
import { describe, expect, it } from 'vitest'
import { readQuestion } from '../../src/core/question.ts'

/** A Wednesday. */
const TODAY = '2026-03-18'

const asked = (text: string): object => readQuestion(text, TODAY).asked

describe('who met whom', () => {
  it.each([
    ['Qui a rencontré Markov ?', { about: ['Markov'], asks: 'subject', status: 'done' }, 'the plain form'],
    [
      'qui a rencontre markov',
      { about: ['markov'], asks: 'subject' },
      'no accents, capitals or question mark',
    ],
    ['QUI A RENCONTRÉ MARKOV', { about: ['MARKOV'], asks: 'subject' }, 'capitals throughout'],
    ['qui rencontre Markov', { about: ['Markov'], asks: 'subject' }, 'present'],
    ['qui rencontrera Markov', { about: ['Markov'], status: 'planned' }, 'future'],
    ['qui a recontré Markov', { about: ['Markov'] }, 'a letter missing'],
    ['qui a rencontrer Markov', { about: ['Markov'] }, 'an infinitive for a participle'],
    [
      'Qui Delcourt a-t-il rencontré ?',
      { about: ['Delcourt'], asks: 'object' },
      'subject before an inverted verb',
    ],
    ['qui Delcourt a t il rencontré', { about: ['Delcourt'], asks: 'object' }, 'inversion without hyphens'],
    ['qui est-ce que Delcourt a vu ?', { about: ['Delcourt'], asks: 'object' }, 'est-ce que'],
    ['qui est ce qui a vu Delcourt', { about: ['Delcourt'], asks: 'subject' }, 'est-ce qui'],
    ['c’est qui que Delcourt a rencontré', { about: ['Delcourt'], asks: 'object' }, 'c’est qui que'],
    ['delcourt a vu qui', { about: ['delcourt'], asks: 'object' }, 'the question word last'],
    [
      'Delcourt s’est entretenu avec qui ?',
      { about: ['Delcourt'], asks: 'either' },
      'preposition and question word last',
    ],
    ['avec qui Delcourt s’est-il entretenu', { about: ['Delcourt'], asks: 'either' }, 'avec qui'],
    ['avec qui s’est entretenu Delcourt', { about: ['Delcourt'] }, 'subject behind the verb'],
    ['avec qui s est entretenu delcourt', { about: ['delcourt'] }, 'no apostrophe'],
    ['à qui Delcourt a-t-il parlé ?', { about: ['Delcourt'] }, 'à qui'],
    ['qui a parlé à Delcourt', { about: ['Delcourt'] }, 'à with a person'],
    ['qui a parlé avec la préfète', { about: ['préfète'] }, 'an office instead of a name'],
    [
      'Qui a été reçu par Delcourt à l’Élysée ?',
      { about: ['Delcourt'], asks: 'object', ways: ['received'], place: 'Élysée' },
      'passive with a place',
    ],
    [
      'par qui Markov a-t-il été reçu',
      { about: ['Markov'], asks: 'subject', ways: ['received'] },
      'passive, the agent asked',
    ],
    [
      'qui a reçu Markov hier',
      { about: ['Markov'], asks: 'subject', period: { from: '2026-03-17', to: '2026-03-17' } },
      'yesterday',
    ],
    [
      'qui va accueillir la présidente moldave',
      { about: ['présidente moldave'], status: 'planned', ways: ['received'] },
      'near future',
    ],
    [
      'Qui doit recevoir la famille du lycéen ?',
      { about: ['famille du lycéen'], status: 'planned' },
      'a group',
    ],
    [
      'qui doit rencontrer markov a geneve',
      { about: ['markov'], status: 'planned', place: 'geneve' },
      'à without its accent',
    ],
    [
      'qui Delcourt a-t-il rencontré en Suisse cette semaine ?',
      { about: ['Delcourt'], place: 'Suisse', period: { from: '2026-03-16', to: '2026-03-22' } },
      'place and week',
    ],
    [
      'qui a vu Delcourt depuis lundi',
      { about: ['Delcourt'], period: { from: '2026-03-16' } },
      'since: open to today',
    ],
    [
      'qui Delcourt a rencontré en février',
      { about: ['Delcourt'], period: { from: '2026-02-01', to: '2026-02-28' } },
      'a month',
    ],
    [
      'qui delcourt a rencontre en fevrier',
      { about: ['delcourt'], period: { from: '2026-02-01', to: '2026-02-28' } },
      'a month without its accent',
    ],
    ['delcourt a dejeuné avec qui', { about: ['delcourt'], ways: ['meal'] }, 'a meal, one accent of two'],
    [
      'avec qui Delcourt a-t-il dîné à Lyon',
      { about: ['Delcourt'], ways: ['meal'], place: 'Lyon' },
      'another meal',
    ],
    ['qui Delcourt a-t-il appelé ?', { about: ['Delcourt'], ways: ['telephone'] }, 'a call'],
    [
      'avec qui Delcourt a parlé au téléphone',
      { about: ['Delcourt'], ways: ['telephone'] },
      'a way in words of its own',
    ],
    [
      'Avec qui Delcourt s’est-il entretenu au téléphone ou en visio ?',
      { about: ['Delcourt'], ways: ['telephone', 'video'] },
      'two ways',
    ],
    ['qui Delcourt a vu en tête-à-tête', { about: ['Delcourt'], ways: ['tete-a-tete'] }, 'face to face'],
    [
      'qui est venu voir Delcourt à Vernay ?',
      { about: ['Delcourt'], asks: 'subject', ways: ['visited'], place: 'Vernay' },
      'a visit',
    ],
    ['qui a rendu visite à Delcourt', { about: ['Delcourt'], ways: ['visited'] }, 'another visit'],
    [
      'qui le chef de la diplomatie jordanienne a-t-il rencontré',
      { about: ['chef de la diplomatie jordanienne'], asks: 'object' },
      'office of several words',
    ],
    [
      'Qui la maire de Vernay a-t-elle rencontré ?',
      { about: ['maire de Vernay'], asks: 'object' },
      'office with a town',
    ],
    [
      'quels ministres Delcourt a-t-il rencontrés',
      { about: ['Delcourt'], asks: 'object' },
      'quels with a noun',
    ],
    ['avec quel président Delcourt s’est-il entretenu', { about: ['Delcourt'] }, 'avec quel'],
    ['Qui a rencontré M. Markov ?', { about: ['Markov'] }, 'a civility'],
    ['Qui a rencontré Delcourt et Markov ?', { about: ['Delcourt', 'Markov'] }, 'two names'],
    ['qui a eu un entretien avec Markov', { about: ['Markov'] }, 'a noun with avoir'],
    ['les rencontres de Markov', { about: ['Markov'], asks: 'either' }, 'a noun alone'],
    ['qui Delcourt refuse-t-il de rencontrer', { about: ['Delcourt'], status: 'refused' }, 'a refusal'],
    [
      'qui a rencontré Markov avant mars',
      { about: ['Markov'], period: { to: '2026-03-31' } },
      'before a month',
    ],
  ])('«%s»: %j, %s', (text, expected, _why) => {
    expect(asked(text)).toMatchObject({ kind: 'met', with: [], ...expected })
  })
})

describe('whether two parties met', () => {
  it.each([
    ['Delcourt a-t-il rencontré Markov ?', { about: ['Delcourt'], with: ['Markov'] }, 'inversion'],
    ['delcourt a vu markov ?', { about: ['delcourt'], with: ['markov'] }, 'intonation alone'],
    ['est-ce que Delcourt a parlé à Markov', { about: ['Delcourt'], with: ['Markov'] }, 'est-ce que'],
    [
      'est ce que delcourt a parlé de la Libye avec Markov',
      { about: ['delcourt'], with: ['Markov'], topic: 'Libye' },
      'a topic',
    ],
    [
      'Delcourt et Markov se sont-ils rencontrés ?',
      { about: ['Delcourt'], with: ['Markov'] },
      'both before the verb',
    ],
    [
      'delcourt et markov se sont ils vus',
      { about: ['delcourt'], with: ['markov'] },
      'inversion without hyphens',
    ],
    [
      'Delcourt va-t-il recevoir Markov à Vernay ?',
      { about: ['Delcourt'], with: ['Markov'], status: 'planned', place: 'Vernay' },
      'to come, with a place',
    ],
    [
      'la rencontre entre Delcourt et Markov a-t-elle été annulée ?',
      { about: ['Delcourt'], with: ['Markov'], status: 'cancelled' },
      'cancelled',
    ],
    [
      'la rencontre entre Delcourt et ses homologues iranien et turc a t elle été annulée',
      { about: ['Delcourt'], with: ['ses homologues iranien et turc'], status: 'cancelled' },
      'adjectives joined by et',
    ],
    [
      'le sommet entre Delcourt et Markov est-il reporté',
      { about: ['Delcourt'], with: ['Markov'], status: 'postponed' },
      'postponed',
    ],
    [
      'la rencontre Delcourt-Markov a-t-elle eu lieu ?',
      { about: ['Delcourt'], with: ['Markov'], status: 'done' },
      'two names joined by a hyphen',
    ],
    [
      'Le président malien a-t-il reçu une délégation de l’opposition ?',
      { about: ['président malien'], with: ['délégation de l’opposition'] },
      'an office and a group',
    ],
    ['Markov a-t-il été reçu par Delcourt ?', { about: ['Markov'], with: ['Delcourt'] }, 'passive'],
    [
      'Delcourt a-t-il refusé de rencontrer Markov ?',
      { about: ['Delcourt'], with: ['Markov'], status: 'refused' },
      'refused',
    ],
    ['Delcourt a-t-il eu un tête-à-tête avec Markov', { about: ['Delcourt'], with: ['Markov'] }, 'a noun'],
  ])('«%s»: %j, %s', (text, expected, _why) => {
    expect(asked(text)).toMatchObject({ kind: 'did-meet', ...expected })
  })
})
