// Alerts in the configuration file: what they become, and every mistake with its line.
import { expect, it } from 'vitest'
import { FEEDS, load, mistakesOf } from './sources.ts'

/** An alert from line 7 on. */
const alert = (lines: readonly string[]): string =>
  `${FEEDS}alertes:\n  - ${['nom: une', 'canal: slack:C01', ...lines].join('\n    ')}\n`

it('takes what is left out from the program', () => {
  expect(load(alert(['personne: Odile Vasseur'])).alerts).toEqual([
    {
      name: 'une',
      title: 'Odile Vasseur',
      channel: 'slack:C01',
      watch: { kind: 'person', name: 'Odile Vasseur' },
      feeds: [],
      rubrics: [],
      publishers: 3,
      minutes: 60,
      coolDownHours: 6,
      quietHours: { from: '22:00', to: '07:00' },
      mostADay: 5,
      zone: 'Europe/Paris',
    },
  ])
})

it('takes everything that may be said', () => {
  const lines = [
    'titre: Les grèves',
    'avec: [grève, blocage]',
    'flux: Le Courrier',
    'rubriques: [Régions]',
    'éditeurs: 1',
    'minutes: 120',
    'pause: 12',
    'nuit: aucune',
    'maximum: 2',
    'fuseau: America/Montreal',
  ]
  expect(load(alert(lines)).alerts).toEqual([
    {
      name: 'une',
      title: 'Les grèves',
      channel: 'slack:C01',
      watch: { kind: 'words', words: ['grève', 'blocage'] },
      feeds: ['Le Courrier'],
      rubrics: ['Régions'],
      publishers: 1,
      minutes: 120,
      coolDownHours: 12,
      quietHours: undefined,
      mostADay: 2,
      zone: 'America/Montreal',
    },
  ])
})

it.each([
  ['22:00-07:00', { from: '22:00', to: '07:00' }, 'as machines write it'],
  ['de 23 h à 6 h 30', { from: '23:00', to: '06:30' }, 'as people do'],
  ['0h - 8h', { from: '00:00', to: '08:00' }, 'from midnight'],
  ['22h–24h', { from: '22:00', to: '00:00' }, 'to midnight'],
  ['non', undefined, 'none'],
])('reads the quiet hours «%s»', (given, expected, _why) => {
  expect(load(alert([`nuit: ${given}`])).alerts[0]?.quietHours).toEqual(expected)
})

it.each([
  [
    ['nuit: tard'],
    '9: « tard » ne donne pas d’heures calmes. Écrivez par exemple « de 22 h à 7 h », ou « aucune ».',
  ],
  [
    ['nuit: 7h-7h'],
    '9: « 7h-7h » ne donne pas d’heures calmes. Écrivez par exemple « de 22 h à 7 h », ou « aucune ».',
  ],
  [['éditeurs: 30'], '9: La clé « éditeurs » attend un nombre entier entre 1 et 20.'],
  [['éditeurs: 1'], '9: Une alerte sur tous les sujets demande au moins 2 éditeurs.'],
  [
    ['personne: A', 'expression: b'],
    '10: Une alerte guette une seule chose : gardez « personne » ou « expression ».',
  ],
  [['flux: Inconnu'], '9: Aucun flux n’a pour titre « Inconnu ».'],
  [['canaux: slack:C02'], '9: La clé « canaux » n’existe pas ici ; vouliez-vous dire « canal » ?'],
])('tells what is wrong with %o', (lines, expected) => {
  expect(mistakesOf(alert(lines))).toEqual([expected])
})

it('tells a name that is given twice', () => {
  const source = `${alert([])}  - nom: une\n    canal: slack:C02\n`
  expect(mistakesOf(source)).toEqual(['9: L’alerte « une » est déjà donnée à la ligne 7.'])
})
