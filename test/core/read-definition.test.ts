import { array, assert, property, string, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultDefinition } from '../../src/core/digest-definition.ts'
import {
  DEFINITION_FIELDS,
  type DefinitionField,
  type DefinitionMistake,
  readDefinition,
} from '../../src/core/read-definition.ts'

const BASE = { ...defaultDefinition('Le point', 'Europe/Paris'), feeds: ['La Vigie'], withWords: ['pont'] }
const KNOWN = {
  feeds: [
    { id: 'aaaaaaaaaaaaaaaa', title: 'La Vigie' },
    { id: 'bbbbbbbbbbbbbbbb', title: 'Le Phare, toute l’info' },
    { id: 'cccccccccccccccc', title: 'L’Écho des marées' },
    { id: 'dddddddddddddddd', title: 'L’Écho du canton' },
  ],
  rubrics: ['Sport', 'Régions'],
  publishers: ['Le Phare', 'La Vigie'],
}

function read(field: DefinitionField, ...values: readonly string[]) {
  const result = readDefinition({ [field]: values }, BASE, KNOWN)
  if (result.kind === 'mistakes') return result.mistakes[field]
  const { definition } = result
  const meanings = {
    titre: definition.title,
    jours: definition.schedule.days,
    heures: definition.schedule.hours,
    fuseau: definition.schedule.zone,
    flux: definition.feeds,
    rubriques: definition.rubrics,
    avec: definition.withWords,
    sans: definition.withoutWords,
    filtre: definition.filter,
    sujets: definition.maxStories,
    mots: definition.maxWords,
  } satisfies Record<DefinitionField, unknown>
  return meanings[field]
}

describe('what people type for a digest', () => {
  it('keeps nobody waiting over a list as long as Discord allows', () => {
    const feeds = Array.from({ length: 200 }, (_, index) => ({
      title: `Gazette ${index}, ${'très longue, '.repeat(8)}`,
    }))
    const startedAt = performance.now()
    const reads = (flux: string) =>
      readDefinition({ flux: [flux] }, BASE, { feeds, rubrics: [], publishers: [] }).kind
    expect(reads('é, '.repeat(2000))).toBe('mistakes')
    expect(reads('gazette 7, très, '.repeat(350))).toBe('mistakes')
    expect(reads('gazette 19, '.repeat(500))).toBe('mistakes')
    expect(performance.now() - startedAt).toBeLessThan(3000)
  })

  it.each<[DefinitionField, readonly string[], unknown, string]>([
    ['titre', ['  La   revue\nde midi '], 'La revue de midi', 'one line'],
    ['jours', ['lundi, jeudi et samedi'], [1, 4, 6], 'commas and «et»'],
    ['jours', ['lundi', 'dimanche'], [0, 1], 'choices of a form'],
    ['jours', ['en semaine'], [1, 2, 3, 4, 5], 'several days at once'],
    ['jours', ['du mardi au jeudi'], [2, 3, 4], 'from one to another'],
    ['jours', ['samedi-lundi'], [0, 1, 6], 'over the end of the week'],
    ['jours', ['week-end; lundi'], [0, 1, 6], 'a hyphen that joins no days'],
    ['heures', ['18h30, 8 h'], ['08:00', '18:30'], 'in order'],
    ['heures', ['à 8h et à midi'], ['08:00', '12:00'], 'as people say it'],
    ['fuseau', ['Montréal'], 'America/Toronto', 'a town'],
    ['fuseau', ['genève'], 'Europe/Zurich', 'a town without its zone'],
    ['fuseau', ['Asia/Tokyo'], 'Asia/Tokyo', 'a zone by its name'],
    ['fuseau', ['tokyo'], 'Asia/Tokyo', 'a town by its zone’s name'],
    ['flux', ['la vigie'], ['La Vigie'], 'capitals'],
    [
      'flux',
      ['Le Phare, toute l’info, vigie'],
      ['Le Phare, toute l’info', 'La Vigie'],
      'a comma inside a title',
    ],
    ['flux', ["l'echo des"], ['L’Écho des marées'], 'the beginning, another apostrophe'],
    [
      'flux',
      ['bbbbbbbbbbbbbbbb', 'La Vigie'],
      ['Le Phare, toute l’info', 'La Vigie'],
      'by id, as a list gives it',
    ],
    ['flux', ['La Vigie, la vigie'], ['La Vigie'], 'twice'],
    ['flux', ['tous'], [], 'all of them'],
    ['rubriques', ['regions'], ['Régions'], 'accents'],
    ['rubriques', ['toutes'], [], 'all of them'],
    ['avec', ['réforme des  retraites; pont'], ['réforme des retraites', 'pont'], 'several words'],
    ['avec', ['« pont », "halle"'], ['pont', 'halle'], 'in quotation marks'],
    ['avec', ['aucun'], [], 'no filter any more'],
    ['sans', ['-'], [], 'no filter any more'],
    ['sujets', [' 12 '], 12, 'a number'],
    ['mots', ['15'], 15, 'the least'],
  ])('%s %j', (field, values, meaning, _why) => expect(read(field, ...values)).toEqual(meaning))

  it.each<[DefinitionField, readonly string[], Partial<DefinitionMistake>, string]>([
    ['titre', ['x'.repeat(101)], { code: 'title-long' }, 'no heading'],
    ['jours', ['lundy'], { code: 'day', closest: 'lundi' }, 'a slip'],
    ['jours', [','], { code: 'day' }, 'nothing between commas: a schedule has days'],
    ['jours', ['du lundi au soir'], { code: 'day' }, 'no day at the end'],
    ['heures', ['4h'], { code: 'hour-outside' }, 'hours that change'],
    ['heures', ['tôt'], { code: 'hour-unreadable' }, 'no hour'],
    ['heures', [';'], { code: 'hour-unreadable' }, 'a schedule has hours'],
    ['heures', ['6h,7h,8h,9h,10h,11h,12h'], { code: 'hours-many', most: 6 }, 'no peace'],
    ['fuseau', ['Bruxels'], { code: 'zone', closest: 'Europe/Brussels' }, 'a slip'],
    ['fuseau', ['+01:00'], { code: 'zone' }, 'an offset knows no summer'],
    [
      'flux',
      ['L’Écho'],
      { code: 'feed-ambiguous', titles: ['L’Écho des marées', 'L’Écho du canton'] },
      'two',
    ],
    ['flux', ['La Vigie, Le Fanal'], { code: 'feed-unknown', given: 'Le Fanal' }, 'one of two'],
    ['rubriques', ['Sprot'], { code: 'rubric-unknown', closest: 'Sport' }, 'a slip'],
    [
      'avec',
      [Array.from({ length: 21 }, (_, at) => `mot${at}`).join(',')],
      { code: 'words-many' },
      'too many',
    ],
    ['sans', ['x'.repeat(61)], { code: 'word-long' }, 'a lost separator'],
    ['sans', ['le'], { code: 'filter', mistake: { code: 'says-nothing', given: 'le' } }, 'in every article'],
    [
      'filtre',
      ['(grève'],
      { code: 'filter', mistake: { code: 'parenthesis-missing', after: '(grève' } },
      'no whole line',
    ],
    ['filtre', ['éditeur:"Le Phar"'], { code: 'publisher-unknown', closest: 'Le Phare' }, 'a slip'],
    ['filtre', ['SAUF rubrique:Sprot'], { code: 'rubric-unknown', closest: 'Sport' }, 'a slip within'],
    ['filtre', ['grève ET flux:"L’Écho"'], { code: 'feed-ambiguous' }, 'two'],
    ['sujets', ['21'], { code: 'number-range', least: 1, most: 20 }, 'no selection any more'],
    ['mots', ['vingt'], { code: 'number-range' }, 'no figure'],
  ])('refuses %s %j', (field, values, mistake, _why) => expect(read(field, ...values)).toMatchObject(mistake))

  it('leaves what nobody mentions, or what is blank', () => {
    expect(readDefinition({ heures: ['  '] }, BASE, KNOWN)).toEqual({ kind: 'read', definition: BASE })
  })

  it('tells all mistakes at once', () => {
    const result = readDefinition({ jours: ['x'], heures: ['x'], mots: ['x'] }, BASE, KNOWN)
    expect(result.kind === 'mistakes' ? Object.keys(result.mistakes) : []).toEqual([
      'jours',
      'heures',
      'mots',
    ])
  })

  it('makes a digest that can appear, or says what is wrong, whatever is typed', () => {
    const typed = array(string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 3 })
    const anything = property(subarray([...DEFINITION_FIELDS]), typed, (fields, values) => {
      const result = readDefinition(Object.fromEntries(fields.map((field) => [field, values])), BASE, KNOWN)
      if (result.kind === 'mistakes') return Object.keys(result.mistakes).length > 0
      const { days, hours } = result.definition.schedule
      return days.length > 0 && hours.length > 0 && result.definition.title !== ''
    })
    expect(() => assert(anything, { numRuns: 500 })).not.toThrow()
  })
})
