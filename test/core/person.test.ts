import { describe, expect, it } from 'vitest'
import { beginningsOf, bearersOf } from '../../src/core/bearers.ts'
import { whoIsWho, type CountedName } from '../../src/core/person.ts'

const counted = (names: Readonly<Record<string, number>>): readonly CountedName[] =>
  Object.entries(names).map(([name, articleCount]) => ({ name, articleCount }))

/** Each person by all spellings. */
const persons = (names: Readonly<Record<string, number>>): readonly string[] =>
  whoIsWho(counted(names)).persons.map(({ spellings }) => spellings.map(({ name }) => name).join(' · '))

describe('spellings of one person', () => {
  it.each([
    [
      { 'Bachar al-Assad': 9, 'Bachar el-Assad': 3, 'Bachar Al Assad': 2, 'Bashar al-Assad': 1 },
      1,
      'particles and «ch»',
    ],
    [{ 'Sergueï Lavrov': 3, 'Sergei Lavrov': 2, 'Sergey Lavrov': 1 }, 1, 'Russian by several rules'],
    [
      { 'Recep Tayyip Erdogan': 3, 'Recep Tayyip Erdoğan': 2, 'Tayyip Erdogan': 1 },
      1,
      'a Turkish letter, a name left out',
    ],
    [{ 'Kim Jong-un': 3, 'Kim Jong Un': 2 }, 1, 'a hyphen'],
    [
      { 'Volodymyr Zelensky': 3, 'Volodymyr Zelenski': 2, 'Volodymyr Zelenskyy': 1 },
      1,
      'Ukrainian by several rules',
    ],
    [{ 'Vladimir Poutine': 3, 'Vladimir Putin': 1 }, 1, 'a French ending'],
    [{ 'John F. Kennedy': 3, 'John Kennedy': 1 }, 1, 'an initial left out'],
    [{ 'Claire Valmont': 3, 'CLAIRE VALMONT': 1 }, 1, 'capitals'],
    [{ 'Donald Trump': 9, 'Robert Trump': 1, 'Melania Trump': 2 }, 3, 'a surname alone joins nobody'],
    [{ 'Charles Michel': 3, 'Michel Aoun': 3 }, 2, 'a first name and a surname'],
    [{ 'Emmanuel Valmont': 3, 'Emmanuelle Valmont': 3 }, 2, 'a man and a woman'],
    [{ 'Jean-Pierre Valmont': 3, 'Jean Valmont': 3, 'Pierre Valmont': 3 }, 3, 'compound first names'],
    [
      { 'George W. Hartwell': 3, 'George H. W. Hartwell': 3, 'George Hartwell': 1 },
      3,
      'two longer forms: whose it is, is not clear',
    ],
    [
      { 'Claire Valmont': 9, 'Rachida Delorme': 9, 'Rachida Delorme-Claire Valmont': 1 },
      3,
      'two names in one join nobody',
    ],
  ])('%o: %i', (names, count, _why) => expect(persons(names)).toHaveLength(count))

  it('are called by the most usual full form, capitals last', () =>
    expect(whoIsWho(counted({ VALMONT: 9, 'CLAIRE VALMONT': 8, 'Claire Valmont': 2 })).persons[0]?.name).toBe(
      'Claire Valmont',
    ))
})

describe('surnames alone', () => {
  it('belong to who clearly leads', () =>
    expect(persons({ 'Sergueï Lavrov': 9, 'Anna Lavrov': 1, Lavrov: 4 })[0]).toBe('Sergueï Lavrov · Lavrov'))

  it('stay open where nobody does', () => {
    const { shared } = whoIsWho(counted({ 'Marine Le Goff': 6, 'Jean Le Goff': 4, 'Le Goff': 3 }))
    expect(shared.map(({ name, persons: own }) => [name, own.map((person) => person.name)])).toEqual([
      ['Le Goff', ['Marine Le Goff', 'Jean Le Goff']],
    ])
  })

  it('are a person where nobody is named in full', () => expect(persons({ Kheris: 2 })).toEqual(['Kheris']))

  it('are no other person’s because they sound alike', () =>
    expect(persons({ 'Maxime Nicolle': 9, Nicole: 1 })).toEqual(['Maxime Nicolle', 'Nicole']))

  it('that are first names belong to who is named far more often', () =>
    expect(persons({ 'Jean-Louis David': 3, David: 2 })).toHaveLength(2))
})

const NAMES = counted({
  'Sergueï Lavrov': 30,
  Lavrov: 3,
  'Vladimir Poutine': 30,
  'Bachar al-Assad': 20,
  'Rifaat al-Assad': 1,
  'Staffan de Mistura': 9,
  'Marine Le Goff': 6,
  'Jean Le Goff': 5,
  'Emmanuel Valmont': 20,
  'Brigitte Valmont': 2,
  'Charles Michel': 9,
  'Michel Aoun': 9,
  'Xi Jinping': 9,
  'Kim Jong-un': 9,
})

const meant = (typed: string): string => {
  const bearers = bearersOf(typed, NAMES)
  if (bearers.kind === 'none') return bearers.closest === undefined ? '-' : `? ${bearers.closest.name}`
  return bearers.kind === 'one'
    ? `${bearers.person.name}${bearers.isNear ? ' ~' : ''}`
    : bearers.persons.map(({ name }) => name).join(' / ')
}

describe('names as people type them', () => {
  it.each([
    ['lavrov', 'Sergueï Lavrov', 'small letters'],
    ['LAVROV ?', 'Sergueï Lavrov', 'capitals and a mark'],
    ['lavrof', 'Sergueï Lavrov', 'as it sounds'],
    ['lavorv', 'Sergueï Lavrov ~', 'two letters swapped'],
    ['serguei lavrov', 'Sergueï Lavrov', 'in full, no accents'],
    ['lavrov serguei', 'Sergueï Lavrov', 'the surname first'],
    ['M. Lavrov', 'Sergueï Lavrov', 'a civility'],
    ['le ministre lavrov', 'Sergueï Lavrov', 'an office before'],
    ['poutin', 'Vladimir Poutine', 'a letter missing'],
    ['putin', 'Vladimir Poutine', 'as others write it'],
    ['assad', 'Bachar al-Assad', 'no particle; his uncle is rarely named'],
    ['rifaat al assad', 'Rifaat al-Assad', 'the uncle, in full'],
    ['mistura', 'Staffan de Mistura', 'no particle'],
    ['de mistura', 'Staffan de Mistura', 'with its particle'],
    ['le goff', 'Marine Le Goff / Jean Le Goff', 'two people'],
    ['marine le goff', 'Marine Le Goff', 'in full'],
    ['valmont', 'Emmanuel Valmont', 'who clearly leads'],
    ['brigitte valmont', 'Brigitte Valmont', 'the other in full'],
    ['michel', 'Charles Michel', 'a surname before a first name'],
    ['xi', 'Xi Jinping', 'a surname that stands first'],
    ['kim jong un', 'Kim Jong-un', 'no hyphen'],
    ['dupont', '-', 'nobody'],
    ['lavarovski', '? Sergueï Lavrov', 'too many letters: only a guess'],
    ['', '-', 'nothing'],
    ['???', '-', 'marks'],
    ['x'.repeat(4000), '-', 'a text'],
  ])('«%s» is %s', (typed, expected, _why) => expect(meant(typed)).toBe(expected))

  it('are looked up by beginnings that the names have', () => {
    expect(beginningsOf('lavrof')).toEqual(['la'])
    expect(beginningsOf('putin')).toContain('pou')
    expect(beginningsOf('?')).toEqual([])
  })
})
