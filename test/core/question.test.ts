// Questions as people type them, each row a phenomenon.
import { describe, expect, it } from 'vitest'
import { readQuestion } from '../../src/core/question.ts'

/** A Wednesday. */
const TODAY = '2026-03-18'

const asked = (text: string): object => readQuestion(text, TODAY).asked

describe('where and when', () => {
  it.each([
    [
      'Où Delcourt a-t-il rencontré Markov ?',
      { kind: 'where', meeting: { about: ['Delcourt'], with: ['Markov'] } },
      'of a meeting',
    ],
    [
      'où delcourt et markov doivent se retrouver',
      { kind: 'where', meeting: { about: ['delcourt'], with: ['markov'], status: 'planned' } },
      'no inversion',
    ],
    ['ou a atterri le ballon', { kind: 'where' }, 'où without its accent'],
    ['le ballon a atterri où', { kind: 'where' }, 'où last'],
    [
      'dans quelle université Léa Delcourt a été diplômée',
      { kind: 'where', noun: 'universite' },
      'a kind of place',
    ],
    ['à quel endroit se tient la foire', { kind: 'where' }, 'à quel endroit'],
    ['c’est où la foire aux vins', { kind: 'where' }, 'c’est où'],
    [
      'Quand Delcourt a-t-il reçu la Convention citoyenne ?',
      { kind: 'when', unit: 'any', meeting: { about: ['Delcourt'] } },
      'of a meeting',
    ],
    ['quel jour a lieu la foire', { kind: 'when', unit: 'day' }, 'quel jour'],
    ['à quelle heure commence le match', { kind: 'when', unit: 'hour' }, 'an hour'],
    ['en quelle année est né Delcourt', { kind: 'when', unit: 'year' }, 'a year'],
    ['c’est quand la fête de la musique', { kind: 'when', unit: 'any' }, 'c’est quand'],
    ['la foire aura lieu quand', { kind: 'when' }, 'quand last'],
    ['quelle est la date du sommet', { kind: 'when', unit: 'day' }, 'la date de'],
    ['quand est-ce que le pont rouvre', { kind: 'when' }, 'quand est-ce que'],
  ])('«%s»: %j, %s', (text, expected, _why) => {
    expect(asked(text)).toMatchObject(expected)
  })
})

describe('how many', () => {
  it.each([
    ['Combien de chiots morts dans l’avion ?', 'count', 'chiots morts', 'what is counted ends at its place'],
    ['combien d’enfants rapatriés de Syrie', 'count', 'enfants rapatriés de Syrie', 'elision'],
    ['combien de personnes ont été évacuées', 'count', 'personnes', 'it ends at the verb'],
    ['combien y a-t-il de blessés à Vernay', 'count', 'blessés', 'y a-t-il between'],
    ['Combien a coûté le pont de Vernay ?', 'money', undefined, 'a price'],
    ['combien vaut le tableau', 'money', undefined, 'a value'],
    ['quel est le prix du tableau', 'money', 'tableau', 'quel est le prix'],
    ['quelle température à Vernay ?', 'temperature', undefined, 'a temperature'],
    ['quel est le bilan de l’incendie', 'count', 'incendie', 'a toll'],
    ['quel pourcentage des électeurs a voté', 'share', 'électeurs', 'a share'],
    ['quel âge a Delcourt', 'age', undefined, 'an age'],
    ['combien mesure la tour', 'length', undefined, 'a length'],
    ['combien de temps a duré la panne', 'time', undefined, 'a time'],
  ])('«%s»: %s, %s, %s', (text, measure, counted, _why) => {
    expect(asked(text)).toMatchObject({ kind: 'how-many', measure, counted })
  })
})

describe('people and their words', () => {
  it.each([
    [
      'Qui est Claire Delcourt ?',
      { kind: 'who-is', about: 'Claire Delcourt', isOffice: false },
      'the plain form',
    ],
    ['c’est qui claire delcourt', { kind: 'who-is', about: 'claire delcourt' }, 'c’est qui'],
    ['claire delcourt c’est qui ?', { kind: 'who-is', about: 'claire delcourt' }, 'c’est qui last'],
    ['qui c’est Markov', { kind: 'who-is', about: 'Markov' }, 'qui c’est'],
    ['Qui était Jean Delcourt', { kind: 'who-is', about: 'Jean Delcourt' }, 'past'],
    [
      'qui est le général Ivan Markov',
      { kind: 'who-is', about: 'général Ivan Markov', isOffice: false },
      'a title before a name',
    ],
    [
      'qui est le chef de la diplomatie russe ?',
      { kind: 'who-is', about: 'chef de la diplomatie russe', isOffice: true },
      'an office',
    ],
    [
      'qui est la maire de Vernay',
      { kind: 'who-is', about: 'maire de Vernay', isOffice: true },
      'an office with a town',
    ],
    ['qui dirige la banque centrale', { kind: 'who-is', isOffice: true }, 'a verb for an office'],
    ['quel est le rôle de Markov ?', { kind: 'who-is', about: 'Markov' }, 'a role'],
    ['Que dit Markov sur la trêve ?', { kind: 'what-says', who: 'Markov', about: 'trêve' }, 'with a topic'],
    ['que dit markov', { kind: 'what-says', who: 'markov', about: undefined }, 'without one'],
    [
      'Qu’a dit Claire Delcourt à Vernay ?',
      { kind: 'what-says', who: 'Claire Delcourt', about: 'Vernay' },
      'past',
    ],
    [
      'que pense Delcourt de la réforme',
      { kind: 'what-says', who: 'Delcourt', about: 'réforme' },
      'an opinion',
    ],
    [
      'Delcourt a dit quoi sur la réforme',
      { kind: 'what-says', who: 'Delcourt', about: 'réforme' },
      'quoi last',
    ],
    [
      'qu’est-ce que Delcourt a dit de Markov ?',
      { kind: 'what-says', who: 'Delcourt', about: 'Markov' },
      'est-ce que',
    ],
    [
      'Que demande Delcourt à Markov ?',
      { kind: 'what-says', who: 'Delcourt', about: 'Markov' },
      'another verb',
    ],
    [
      'quelle est la position de Markov sur la trêve',
      { kind: 'what-says', who: 'Markov', about: 'trêve' },
      'a noun',
    ],
    ['que dit-on de Delcourt', { kind: 'what-says', who: undefined, about: 'Delcourt' }, 'on is nobody'],
    [
      'qui a dit « nous tiendrons » à Vernay ?',
      { kind: 'who-said', words: 'nous tiendrons', isQuoted: true },
      'guillemets',
    ],
    [
      'qui a dit "nous tiendrons"',
      { kind: 'who-said', words: 'nous tiendrons', isQuoted: true },
      'straight marks',
    ],
    [
      'qui a dit que la trêve était morte',
      { kind: 'who-said', words: 'trêve était morte', isQuoted: false },
      'reported',
    ],
    ['Qui accuse la Turquie de trahison ?', { kind: 'who-said', isQuoted: false }, 'an accusation'],
  ])('«%s»: %j, %s', (text, expected, _why) => {
    expect(asked(text)).toMatchObject(expected)
  })
})

describe('events and news', () => {
  it.each([
    ['Que s’est-il passé à Vernay ?', { kind: 'what-happened', about: 'Vernay' }, 'the plain form'],
    ['qu’est-ce qui s’est passé à Vernay', { kind: 'what-happened', about: 'Vernay' }, 'qu’est-ce qui'],
    ['il s’est passé quoi à vernay', { kind: 'what-happened', about: 'vernay' }, 'quoi behind'],
    ['que se passe-t-il en Libye', { kind: 'what-happened', about: 'Libye' }, 'present'],
    ['qu’est-il arrivé à Markov ?', { kind: 'what-happened', about: 'Markov' }, 'a person'],
    ['Quoi de neuf sur la réforme ?', { kind: 'what-is-new', about: 'réforme' }, 'quoi de neuf'],
    ['du nouveau sur markov', { kind: 'what-is-new', about: 'markov' }, 'du nouveau'],
    ['les dernières nouvelles de Vernay', { kind: 'what-is-new', about: 'Vernay' }, 'a noun'],
    ['où en est la réforme ?', { kind: 'what-is-new', about: 'réforme' }, 'où en est is no place'],
    ['Qui a remporté Vernay ?', { kind: 'who' }, 'somebody who did something'],
    ['qui est mort à Vernay', { kind: 'who' }, 'somebody to whom something happened'],
    ['qui a reçu le prix Goncourt', { kind: 'who' }, 'a prize is no meeting'],
    ['qui a vu un ovni', { kind: 'who' }, 'a thing is no meeting'],
    ['Le Sénat a-t-il voté le budget ?', { kind: 'whether' }, 'a yes or no about no meeting'],
    ['pourquoi le pont est-il fermé', { kind: 'other' }, 'why'],
    ['Who met Markov yesterday?', { kind: 'other' }, 'English'],
    ['réforme des retraites', { kind: 'other' }, 'words alone'],
  ])('«%s»: %j, %s', (text, expected, _why) => {
    expect(asked(text)).toMatchObject(expected)
  })
})

describe('what nobody should type', () => {
  it.each([
    ['?!… —', 'punctuation alone'],
    ['', 'nothing'],
    ['"', 'one quotation mark'],
    ['qui * NEAR ; "a" OR rencontré)', 'search syntax'],
    ['qui qui qui qui', 'repeats'],
    ['avec qui', 'half a question'],
    ['où', 'a question word alone'],
    ['qui a rencontré', 'a verb without a name'],
    ['👍👍👍 qui ?', 'emoji'],
    ['a'.repeat(4000), 'one long word'],
    ['qui a rencontré Markov et '.repeat(160), '4 000 characters'],
    ['que dit que dit que dit '.repeat(170), '4 000 characters of another kind'],
    ['« '.repeat(2000), 'quotations that never close'],
  ])('reads «%.30s» without an error: %s', (text) => {
    const began = performance.now()
    expect(asked(text)).toHaveProperty('kind')
    expect(performance.now() - began).toBeLessThan(200)
  })
})
