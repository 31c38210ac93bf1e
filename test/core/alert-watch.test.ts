// Which articles an alert counts.
import { expect, it } from 'vitest'
import type { AlertWatch } from '../../src/core/alert.ts'
import { isOfAlert, prepareWatch } from '../../src/core/alert-watch.ts'
import { clock, news } from './alert-news.ts'

const person = (name: string): AlertWatch => ({ kind: 'person', name })
const phrase = (text: string): AlertWatch => ({ kind: 'phrase', text })

it.each<[AlertWatch, string, boolean, string]>([
  [{ kind: 'any' }, 'Rien du tout.', true, 'anything'],
  [person('Odile Vasseur'), 'La ministre ODILE VASSEUR est à Vernay.', true, 'capitals'],
  [person('Odile Vasseur'), 'Odile, dit Paul Vasseur.', false, 'the words apart'],
  [person('Vasseur'), 'L’avis d’Odile Vasseur.', true, 'the surname alone'],
  [person('Vasseur'), 'Les vasseurs sont là.', false, 'a name has no endings'],
  [person('Jean-Luc Sérac'), 'Jean-Luc Serac revient à Vernay.', true, 'accents'],
  [phrase('réforme des retraites'), 'Les réformes des retraites avancent.', true, 'endings'],
  [phrase('réforme des retraites'), 'Sa retraite retarde la réforme.', false, 'another order'],
  [phrase('pont de Vernay'), 'Le pont de la ville de Vernay.', false, 'a word between'],
  [{ kind: 'words', words: ['grève', 'blocage'] }, 'Un blocage ce matin.', true, 'one of them'],
  [{ kind: 'words', words: ['grève', 'blocage'] }, 'Tout roule.', false, 'none'],
])('watches %o in « %s »', (watch, text, expected, _why) => {
  expect(prepareWatch(watch)({ title: 'Ce matin', lead: '', text, publisher: 'Le Phare' })).toBe(expected)
})

it.each<[readonly string[], readonly string[], boolean, string]>([
  [[], [], true, 'all feeds'],
  [['Le Phare, à la une'], [], true, 'by its title'],
  [['f1'], [], true, 'by its id'],
  [['L’Écho'], [], false, 'another feed'],
  [[], ['sport'], true, 'the rubric that readers gave it'],
  [[], ['Culture'], true, 'the rubric that it came under'],
  [[], ['Monde'], false, 'another rubric'],
  [['f1'], ['Monde'], false, 'the feed but not the rubric'],
])('counts for feeds %o and rubrics %o: %s', (feeds, rubrics, expected, _why) => {
  const article = { ...news({ publisher: 'Le Phare', at: clock('09:00'), feedId: 'f1' }), rubric: 'culture' }
  const known = [{ id: 'f1', title: 'Le Phare, à la une', rubric: 'Sport' }]
  expect(isOfAlert(article, { feeds, rubrics }, known)).toBe(expected)
})
