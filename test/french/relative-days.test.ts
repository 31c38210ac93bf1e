import { assert, constantFrom, array, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRelativeDays } from '../../src/french/relative-days.ts'

/** A Thursday. */
const PUBLISHED = '2016-10-06'

/** `mercredi=-1`: the words and the days from the publication. */
const days = (text: string, start = 0): readonly string[] =>
  findRelativeDays(text, { start, end: text.length }, PUBLISHED).map(
    (day) => `${text.slice(day.start, day.end)}=${day.daysAway}`,
  )

describe('weekdays by the tense', () => {
  it.each([
    ['Le maire a reçu mercredi les commerçants.', ['mercredi=-1'], 'past: the last one'],
    ['Le conseil se réunira lundi à la préfecture.', ['lundi=4'], 'future: the next one'],
    ['La maire a reçu jeudi les commerçants.', ['jeudi=0'], 'its own day is the publication'],
    [
      'Le préfet doit être entendu vendredi soir.',
      ['vendredi soir=1'],
      'what must be is to come; with its part',
    ],
    ['Mardi, le pont a été fermé.', ['Mardi=-2'], 'an opening adjunct'],
    ['Le pont, selon la mairie, a été fermé, lundi, au trafic.', ['lundi=-3'], 'between commas'],
    ['La note publiée mardi par la banque inquiète.', ['mardi=-2'], 'a participle beside it'],
    ['Les ouvriers sont en grève depuis lundi.', ['lundi=-3'], 'since: always past'],
    [
      'Le juge a annoncé mardi que la salle rouvrira samedi.',
      ['mardi=-2', 'samedi=2'],
      'each clause its tense',
    ],
    [
      'Il a été vu samedi et dimanche à Vernay.',
      ['samedi=-5', 'dimanche=-4'],
      'the second follows the first',
    ],
    ['Le feu a pris dans la nuit de mardi à mercredi.', ['mercredi=-1'], 'the end of the night'],
    ['La rue reste fermée, rapporte mercredi L’Écho.', ['mercredi=-1'], 'a present that reports'],
    ['Elle avait été libérée lundi.', ['lundi=-3'], 'a pluperfect'],
    ['Le musée rouvre à partir de jeudi.', ['jeudi=0'], 'today, whatever the tense'],
  ])('%s → %j (%s)', (text, expected, _why) => {
    expect(days(text)).toEqual(expected)
  })

  it.each([
    ['Le tribunal juge lundi deux hommes.', 'a present may be either'],
    ['La cour a annoncé la fermeture lundi du pont.', 'the day of the noun, not of the announcement'],
    ['Le syndicat a appelé à manifester samedi.', 'an infinitive between'],
    ['Les syndicats ont appelé à une grève samedi.', 'what was called for is to come'],
    ['Le préfet a placé le Rhône en vigilance orange lundi.', 'an alert may be for a day to come'],
    ['La mort lundi de Jean Dupré émeut la ville.', 'inside a noun phrase'],
    ['Jeudi, il avait prévenu ses voisins.', 'a pluperfect on its own day: a week ago perhaps'],
    ['Il devait être entendu mardi.', 'it may not have been'],
    ['Il a fini son livre avant lundi.', 'a limit may be past or to come'],
    ['Le bureau est ouvert de lundi à vendredi.', 'a habit'],
    ['Une marche organisée samedi à Vernay fait débat.', 'organised: held or to come'],
    ['Le casting, samedi.', 'no verb'],
    ['L’institut publie mardi une étude sur le sel.', 'a present that ends as a participle does'],
    ['Le maire a fait savoir qu’il est candidat à sa réélection samedi.', 'the day of the vote'],
    ['La ville fête le troisième anniversaire, samedi, de la libération du port.', 'the day of the feast'],
    ['Le film a été loué avant sa diffusion télévisée samedi.', 'the day of the broadcast'],
    ['C’était le vingtième défilé, le 22e samedi de suite.', 'a count'],
    ['Le feu a pris dans la nuit de jeudi à vendredi.', 'the night that begins, or a week ago'],
    ['Le pasteur avait annulé un culte prévu ce mercredi.', 'the day before, or to come'],
    [
      'Le maire serait battu si le vote avait lieu dimanche, selon un sondage.',
      'a vote that is only supposed',
    ],
    ['S’ils votaient dimanche, un tiers des habitants choisirait la maire.', 'supposed as well'],
  ])('leaves «%s» (%s)', (text, _why) => {
    expect(days(text)).toEqual([])
  })
})

describe('weekdays that say more', () => {
  it.each([
    ['La fillette a disparu lundi dernier.', ['lundi dernier=-3'], 'strictly before'],
    ['Le match aura lieu jeudi prochain.', ['jeudi prochain=7'], 'strictly after'],
    ['Un jeudi dernier pour rien.', [], 'an article: not a day'],
    ['Le chanteur est mort jeudi dernier.', ['jeudi dernier=-7'], 'a week ago on its own day'],
    ['Le chanteur est mort mercredi dernier.', [], 'yesterday or a week before that'],
    ['Ce jeudi, la ville a fêté ses pompiers.', ['Ce jeudi=0'], 'demonstrative'],
    ['L’usine fermera ce vendredi.', ['ce vendredi=1'], 'demonstrative, to come'],
  ])('%s → %j (%s)', (text, expected, _why) => {
    expect(days(text)).toEqual(expected)
  })
})

describe('what is no day of the week of the publication', () => {
  it.each([
    ['Il a été reçu mercredi 5 octobre.', 'the date stands there'],
    ['Il a été reçu mercredi (5 octobre) à Vernay.', 'in brackets'],
    ['Le musée a ouvert le lundi et le mardi.', 'a habit, with an article'],
    ['Il a vu son fils tous les mardis.', 'a habit, in the plural'],
    ['Elle a nagé chaque vendredi.', 'a habit'],
    ['Il a fermé boutique un mardi.', 'no special one'],
    ['Il l’a dit au Journal du dimanche.', 'a paper'],
    ['Le Journal du Dimanche a révélé l’affaire.', 'a paper, with a capital'],
    ['La procession du Vendredi saint a attiré la foule.', 'a feast'],
    ['Ils se sont vus lundi de Pâques.', 'a feast'],
    ['Elle a joué dans Vendredi, un film.', 'a title'],
    ['L’acteur l’a vu le jeudi suivant.', 'counted from another day'],
    ['Il est parti mardi de la semaine dernière.', 'another week'],
    ['« Je l’ai vu mardi », a dit sa voisine.', 'counted from when she spoke'],
    ['Vendredi 13 novembre 2015, la ville a tremblé ; dimanche, elle a prié.', 'days of another story'],
  ])('leaves «%s» (%s)', (text, _why) => {
    expect(days(text)).toEqual([])
  })

  it('looks at what is told before the sentence', () => {
    const before = 'Samedi 3 septembre 2016, une fête a mal tourné. '
    expect(days(`${before}Le corps a été retrouvé lundi.`, before.length)).toEqual([])
    const near = 'Samedi 1er octobre, une fête a mal tourné. '
    expect(days(`${near}Le corps a été retrouvé lundi.`, near.length)).toEqual(['lundi=-3'])
  })
})

describe('days counted from the day of writing or from another', () => {
  it.each([
    ['Hier soir, le pont a été fermé.', ['Hier soir=-1'], 'yesterday'],
    ['Il est arrivé avant-hier.', ['avant-hier=-2'], 'two days ago'],
    ['La salle rouvrira demain.', ['demain=1'], 'with a future'],
    ['Le monde de demain sera sobre.', [], 'the future in general'],
    ['Demain, tout est possible.', [], 'a present: no day'],
    ['Il est aujourd’hui avocat à Vernay.', [], 'nowadays'],
    ['Le pont ouvre aujourd’hui à 14 h.', ['aujourd’hui=0'], 'with its hour'],
    ['Un bus a pris feu ce matin.', ['ce matin=0'], 'this morning'],
    ['Un bus avait pris feu ce matin-là.', [], 'another morning'],
    ['« Nous étions prêts hier », a-t-il dit.', [], 'in a quotation'],
    [
      'Arrêtée mercredi, elle s’était exprimée la veille.',
      ['mercredi=-1', 'la veille=-2'],
      'counted from the day told',
    ],
    ['Le feu a pris mardi 4 octobre ; la veille, tout allait bien.', ['la veille=-3'], 'counted from a date'],
    ['La veille, tout allait bien.', [], 'of which day?'],
    ['Il est parti la veille du vote.', [], 'of an event'],
    ['Elle a été élue lundi, au lendemain du congrès.', ['lundi=-3'], 'of an event'],
  ])('%s → %j (%s)', (text, expected, _why) => {
    expect(days(text)).toEqual(expected)
  })
})

describe('whatever the text', () => {
  const pieces = array(
    constantFrom(
      'mardi',
      'Lundi',
      ' ',
      ', ',
      'a été vu',
      'sera',
      '"',
      '« ',
      ' »',
      '5 mai',
      'la veille',
      'hier',
      '.',
      '\n',
      'nuit de ',
      ' à ',
      'et',
    ),
    { maxLength: 25 },
  ).map((parts) => parts.join(''))

  it('stays in the sentence, in order, and says the same again', () => {
    for (const texts of [pieces, string({ unit: 'binary' })])
      assert(
        property(texts, (text) => {
          const span = { start: Math.min(3, text.length), end: text.length }
          const found = findRelativeDays(text, span, PUBLISHED)
          expect(findRelativeDays(text, span, PUBLISHED)).toEqual(found)
          found.forEach((day, at) => {
            expect(day.start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? span.start)
            expect(day.end).toBeLessThanOrEqual(span.end)
            expect(Math.abs(day.daysAway)).toBeLessThan(10)
          })
        }),
        { numRuns: 800 },
      )
  })

  it('finds nothing by a day that is none', () => {
    expect(findRelativeDays('Il est venu mardi.', { start: 0, end: 18 }, '')).toEqual([])
  })

  it('leaves a text without sentences alone', () => {
    const text = 'Il a été vu mardi, '.repeat(30_000)
    expect(days(text)).toEqual([])
  })
})
