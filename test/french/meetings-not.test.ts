// What looks like a meeting of two people and is none: interviews, matches, things received, habits, relations.
import { describe, expect, it } from 'vitest'
import { whoMet } from './told-lines.ts'

describe('no meeting', () => {
  it.each([
    ['Paul Kerbrat a accordé un entretien au journal Le Courrier.', 'an interview'],
    ['Dans un entretien accordé à Anne Postec, Paul Kerbrat critique la loi.', 'accorded to a journalist'],
    ['Dans un entretien au Figaro, Paul Kerbrat critique Anne Postec.', 'with a paper'],
    ['Dans un entretien télévisé, Paul Kerbrat a critiqué Anne Postec.', 'on television'],
    ['Paul Kerbrat, à la tête de l’entretien des routes, critique Anne Postec.', 'upkeep'],
    ['L’équipe de Nantes rencontre Lyon samedi.', 'a match, verb'],
    ['La rencontre entre Nantes et Lyon a été annulée.', 'a match, noun'],
    [
      'La rencontre de football entre Nantes et Lyon a réuni Paul Kerbrat et dix mille autres.',
      'a match, told so',
    ],
    ['Paul Kerbrat a reçu le soutien d’Anne Postec.', 'a support'],
    ['Paul Kerbrat a reçu un soutien de poids, celui d’Anne Postec.', 'the support of somebody'],
    ['Paul Kerbrat a reçu des menaces de Luc Morin.', 'threats'],
    ['Paul Kerbrat a reçu le prix Anne Postec.', 'a prize'],
    ['Paul Kerbrat a reçu une lettre d’Anne Postec.', 'a letter'],
    ['Paul Kerbrat a reçu trois balles, selon Anne Postec.', 'bullets'],
    ['Paul Kerbrat a reçu hier matin un SMS d’Anne Postec.', 'a text message behind a moment'],
    ['Le texte a été reçu par Anne Postec avec méfiance.', 'a text'],
    ['La demande de Paul Kerbrat a été bien accueillie par Anne Postec.', 'a demand'],
    ['Paul Kerbrat accueille favorablement la proposition d’Anne Postec.', 'a proposal'],
    ['Le film de Paul Kerbrat a rencontré un succès immense, dit Anne Postec.', 'a success'],
    ['Paul Kerbrat a rencontré des difficultés, selon Anne Postec.', 'difficulties'],
    ['Paul Kerbrat entretient de bonnes relations avec Anne Postec.', 'relations'],
    ['Paul Kerbrat échange régulièrement avec Anne Postec.', 'a habit'],
    ['Paul Kerbrat et Anne Postec ne s’étaient plus vus depuis 2012.', 'no longer, since'],
    ['Paul Kerbrat n’avait plus rencontré Anne Postec depuis 2012.', 'no longer, active'],
    ['Paul Kerbrat parle d’Anne Postec avec respect.', 'about somebody'],
    ['Paul Kerbrat a vu Anne Postec à la télévision.', 'seen'],
    ['Paul Kerbrat a retrouvé Anne Postec morte.', 'found'],
    ['Paul Kerbrat a appelé Anne Postec à démissionner.', 'called upon'],
    ['Paul Kerbrat a lancé un appel à Anne Postec.', 'an appeal'],
    ['Paul Kerbrat a rejoint Anne Postec en tête des sondages.', 'caught up'],
    ['Paul Kerbrat a revu sa copie, selon Anne Postec.', 'revised'],
    ['Paul Kerbrat a convenu qu’Anne Postec avait raison.', 'admitted'],
    ['Paul Kerbrat visite le musée Anne Postec.', 'a museum'],
    ['Paul Kerbrat rencontre des électeurs sur le marché.', 'people without an office, a list has none'],
    ['Rencontré mardi, Paul Kerbrat critique Anne Postec.', 'whoever writes met him'],
    ['Le diplôme de Paul Kerbrat est homologué par Anne Postec.', 'homologué'],
    ['Paul Kerbrat, reçu premier au concours devant Anne Postec, est heureux.', 'passed'],
    ['Paul Kerbrat et Anne Postec parlent plusieurs langues.', 'languages'],
    ['Nantes rencontre des problèmes.', 'nobody'],
    ['Une rencontre est prévue.', 'of nobody'],
    ['', 'an empty text'],
    ['rencontre', 'one word'],
  ])('«%s» (%s)', (text, _why) => expect(whoMet(text)).toEqual([]))
})

it('tells a meeting once where the text repeats its sentence', () => {
  const sentence = 'Paul Kerbrat a rencontré Anne Postec.'
  expect(whoMet(`${sentence} ${sentence}`)).toEqual(['Paul Kerbrat → Anne Postec'])
})

it('has nobody on both sides', () =>
  expect(whoMet('Paul Kerbrat a rencontré Anne Postec et Paul Kerbrat.')).toEqual([
    'Paul Kerbrat → Anne Postec',
  ]))
