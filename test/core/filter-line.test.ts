import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition, Filter } from '../../src/core/filter.ts'
import { readFilterLine, type FilterMistake } from '../../src/core/filter-line.ts'
import { plainFilter, plainQuoted, plainWords } from '../../src/core/filter-shape.ts'
import { printFilter } from '../../src/core/printed-filter.ts'

const everywhere = { where: 'everywhere' } as const
const inTitle = { where: 'title' } as const
const words = (text: string): Filter => ({ kind: 'words', words: text, ...everywhere })
const person = (name: string): Filter => ({ kind: 'person', name, ...everywhere })

function read(line: string): Filter {
  const result = readFilterLine(line)
  if (result.kind === 'mistake') throw new Error(`${line}: ${JSON.stringify(result.mistake)}`)
  return result.filter
}

describe('a filter on one line', () => {
  it.each<[line: string, filter: Filter, why: string]>([
    ['grève', words('grève'), 'one word'],
    ['réforme des retraites', words('réforme des retraites'), 'words in a row belong together'],
    [
      'Lavrov OU "cessez-le-feu"',
      { kind: 'any', filters: [words('Lavrov'), { kind: 'phrase', words: 'cessez-le-feu', ...everywhere }] },
      'either',
    ],
    [
      'retraites SAUF sport',
      { kind: 'all', filters: [words('retraites'), { kind: 'none', filters: [words('sport')] }] },
      'but not',
    ],
    [
      'Lavrov ou Poutine sauf sport ou météo',
      {
        kind: 'all',
        filters: [
          { kind: 'any', filters: [words('Lavrov'), words('Poutine')] },
          { kind: 'none', filters: [words('sport'), words('météo')] },
        ],
      },
      'as French reads it: «sauf» binds least',
    ],
    ['SAUF sport', { kind: 'none', filters: [words('sport')] }, 'everything but'],
    ['-sport', { kind: 'none', filters: [words('sport')] }, 'as search engines write it'],
    ['NON NON sport', words('sport'), 'twice no is yes'],
    [
      'personne:Macron ET lieu:Paris',
      { kind: 'all', filters: [person('Macron'), { kind: 'place', name: 'Paris', ...everywhere }] },
      'two prefixes',
    ],
    ['personne : Emmanuel Macron', person('Emmanuel Macron'), 'a French colon, and a name of two words'],
    ['personne:«\u202FEmmanuel Macron\u202F»', person('Emmanuel Macron'), 'guillemets'],
    ['PERSONNE:“Le Pen”', person('Le Pen'), 'quotes that keyboards turn'],
    [
      'personne:(Macron OU Lavrov)',
      { kind: 'any', filters: [person('Macron'), person('Lavrov')] },
      'a prefix before a group is said of each',
    ],
    ['éditeur:"Le Monde"', { kind: 'publisher', name: 'Le Monde' }, 'a publisher'],
    ['source:Le Monde', { kind: 'publisher', name: 'Le Monde' }, 'by another word'],
    ['rubrique:Sport', { kind: 'rubric', name: 'Sport' }, 'a rubric'],
    ['flux:"Le Courrier"', { kind: 'feed', name: 'Le Courrier' }, 'a feed'],
    ['langue:fr', { kind: 'language', language: 'fr' }, 'a language by its code'],
    ['langue:Français', { kind: 'language', language: 'fr' }, 'a language by its name'],
    ['titre:budget', { kind: 'words', words: 'budget', ...inTitle }, 'in the title alone'],
    ['titre:personne:Macron', { kind: 'person', name: 'Macron', ...inTitle }, 'a person in the title'],
    ['titre:"plan social"', { kind: 'phrase', words: 'plan social', ...inTitle }, 'a phrase in the title'],
    [
      '/grève (générale|nationale)/',
      { kind: 'pattern', source: 'grève (générale|nationale)', ...everywhere },
      'a regular expression',
    ],
    [
      '/a\\/b/i',
      { kind: 'pattern', source: 'a\\/b', ...everywhere },
      'with a slash, and a flag that says nothing new',
    ],
    [
      'grève (SNCF OU RATP)',
      { kind: 'all', filters: [words('grève'), { kind: 'any', filters: [words('SNCF'), words('RATP')] }] },
      '«et» is meant where nothing stands',
    ],
    [
      'a1 ET b2 OU c3',
      { kind: 'any', filters: [{ kind: 'all', filters: [words('a1'), words('b2')] }, words('c3')] },
      '«et» binds more than «ou»',
    ],
    [
      'Macron AND Lavrov',
      { kind: 'all', filters: [words('Macron'), words('Lavrov')] },
      'English, in capitals',
    ],
    ['cours de l’or', words('cours de l’or'), 'and a French word in small letters'],
    ['20:30', words('20 30'), 'a colon that follows no prefix'],
    ['TCP/IP', words('TCP IP'), 'a slash within a word'],
  ])('reads «%s»', (line, filter, _why) => {
    expect(read(line)).toEqual(filter)
  })

  it.each<[line: string, printed: string]>([
    ['a1 et b2 ou c3', '(a1 ET b2) OU c3'],
    ['(a1 ou b2) c3', '(a1 OU b2) ET c3'],
    ['a1 ou b2 sauf c3 ou d4 e5', '(a1 OU b2) SAUF (c3 OU d4 e5)'],
    ['a1 sauf b2 sauf c3', 'a1 SAUF (b2 OU c3)'],
    ['non a1 et b2', 'b2 SAUF a1'],
    ['non (a1 et b2)', 'SAUF (a1 ET b2)'],
    ['a1 ou non b2', 'a1 OU NON b2'],
    ['titre:plan social', 'titre:(plan social)'],
    ['personne:Emmanuel Macron', 'personne:"Emmanuel Macron"'],
    ['langue:autre', 'langue:étrangère'],
    ['((a1))', 'a1'],
  ])('tells «%s» back as «%s»', (line, printed) => {
    expect(printFilter(read(line))).toBe(printed)
    expect(read(printed)).toEqual(read(line))
  })

  it.each<[line: string, mistake: FilterMistake]>([
    ['  ', { code: 'line-empty' }],
    ['x'.repeat(1001), { code: 'line-long', most: 1000 }],
    [Array.from({ length: 51 }, () => 'b2').join(' OU '), { code: 'conditions-many', most: 50 }],
    [`${'('.repeat(9)}b2${')'.repeat(9)}`, { code: 'deep', most: 8 }],
    ['(grève OU retraites', { code: 'parenthesis-missing', after: '(grève OU retraites' }],
    ['grève) OU x2', { code: 'parenthesis-extra', after: 'grève' }],
    [') grève', { code: 'parenthesis-extra', after: '' }],
    ['grève OU "plan social', { code: 'quote-open', given: '"plan social' }],
    ['/grève', { code: 'pattern-open', given: '/grève' }],
    ['grève, sport', { code: 'comma', after: 'grève' }],
    ['grève | sport', { code: 'sign', given: '|' }],
    ['syndic*', { code: 'star', given: 'syndic*' }],
    ['grève OU', { code: 'nothing-behind', given: 'OU' }],
    ['OU grève', { code: 'nothing-before', given: 'OU' }],
    ['grève SAUF', { code: 'nothing-behind', given: 'SAUF' }],
    ['()', { code: 'nothing-behind', given: '(' }],
    ['personne:', { code: 'nothing-behind', given: 'personne:' }],
    ['personne:lieu:Paris', { code: 'nothing-behind', given: 'personne:' }],
    ['titre:éditeur:Monde', { code: 'nothing-behind', given: 'titre:' }],
    ['persone:Macron', { code: 'prefix-unknown', given: 'persone', closest: 'personne' }],
    ['https://exemple.fr', { code: 'prefix-unknown', given: 'https' }],
    ['le la', { code: 'says-nothing', given: 'le la' }],
    ['"…"', { code: 'says-nothing', given: '…' }],
    ['langue:klingon', { code: 'language-unknown', given: 'klingon' }],
    ['langue:anglai', { code: 'language-unknown', given: 'anglai', closest: 'anglais' }],
    ['personne:/Mac.*/', { code: 'pattern-as-name', given: 'Mac.*' }],
    ['/(grève/', { code: 'pattern-wrong', given: '(grève', problem: 'parenthesis-open' }],
    ['/(?=grève)/', { code: 'pattern-wrong', given: '(?=grève)', problem: 'look-around' }],
  ])('says what is wrong with «%s»', (line, mistake) => {
    expect(readFilterLine(line)).toEqual({ kind: 'mistake', mistake })
  })
})

const where = fc.constantFrom('everywhere' as const, 'title' as const)
const someText = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        'grève',
        'ET',
        'ou',
        '-b',
        'titre:',
        '"',
        '(',
        'l’Élysée',
        'cessez-le-feu',
        '/',
        '49,3',
        'OR',
        '’',
        ';',
      ),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(' ')),
)
const name = someText.filter((text) => plainQuoted(text) !== '')
const condition = fc.oneof<fc.Arbitrary<Condition>[]>(
  fc.record({
    kind: fc.constant('words' as const),
    words: someText.filter((text) => plainWords(text) !== ''),
    where,
  }),
  fc.record({
    kind: fc.constant('phrase' as const),
    words: someText.filter((text) => plainQuoted(text) !== ''),
    where,
  }),
  fc.record({ kind: fc.constantFrom('person' as const, 'place' as const), name, where }),
  fc.record({ kind: fc.constantFrom('publisher' as const, 'rubric' as const, 'feed' as const), name }),
  fc.record({
    kind: fc.constant('language' as const),
    language: fc.constantFrom('fr' as const, 'en' as const, 'foreign' as const),
  }),
  fc.record({
    kind: fc.constant('pattern' as const),
    source: fc.constantFrom('gr[eè]ve', 'a\\/b', '^le \\d+ (mai|juin)$', '\\bbac\\b'),
    where,
  }),
)
const filter = fc.letrec<{ tree: Filter; leaf: Filter; node: Filter }>((tie) => ({
  leaf: condition,
  node: fc.record({
    kind: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
    filters: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
  }),
  tree: fc.oneof({ maxDepth: 3, depthIdentifier: 'filter' }, tie('leaf'), tie('node')),
})).tree

describe('any filter', () => {
  it('reads back from what it is told as', () => {
    fc.assert(
      fc.property(filter, (one) => {
        const printed = printFilter(one)
        fc.pre(printed.length <= 1000)
        expect(read(printed)).toEqual(plainFilter(one))
      }),
      { numRuns: 1000 },
    )
  })

  it('is read or refused, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1100 }),
      fc
        .array(
          fc.constantFrom(
            '(',
            ')',
            '"',
            '«',
            '»',
            '/',
            'OU',
            'ET',
            'SAUF',
            'NON',
            '-',
            'titre:',
            'personne :',
            'grève',
            ',',
            '\\',
            '*',
            ' ',
            ':',
            '[',
            '+',
            '?',
          ),
          { maxLength: 80 },
        )
        .map((parts) => parts.join(' ')),
      fc.constantFrom('(', '-', 'titre:', 'NON ', '"', '/', '\\').map((part) => part.repeat(140)),
    )
    fc.assert(
      fc.property(typed, (line) => {
        const result = readFilterLine(line)
        if (result.kind === 'mistake') return
        expect(read(printFilter(result.filter))).toEqual(result.filter)
      }),
      { numRuns: 2000 },
    )
  })
})
