// Which names mean one person: spellings yes, a surname alone never.
import { describe, expect, it } from 'vitest'
import { groupBearers } from '../../src/core/bearers.ts'

describe('names of one person', () => {
  it.each([
    [['Bachar al-Assad', 'Bachar el-Assad', 'Bachar Assad'], 1, 'particles'],
    [['Sergueï Lavrov', 'Sergei Lavrov', 'Serguei Lavrov', 'S. Lavrov'], 1, 'spellings and an initial'],
    [['Sergueï Lavrov', 'Lavrov'], 1, 'a surname that one person bears'],
    [['François Hollande', 'Léa Hollande'], 2, 'two first names'],
    [['François Hollande', 'Léa Hollande', 'Hollande'], 2, 'a surname of two people is nobody’s'],
    [['Jean-Marc Ayrault', 'Jean Marc Ayrault'], 1, 'a hyphen'],
    [['George W. Bush', 'George Bush'], 1, 'a middle initial'],
    [['Marc Dupré', 'Luc Dupré'], 2, 'short first names that are near each other'],
    [['Hollande'], 1, 'a surname alone'],
    [[], 0, 'nobody'],
  ])('%j are %i', (names, expected, _why) => {
    const people = groupBearers(names.map((name) => ({ name, articleCount: 1 })))
    expect(people).toHaveLength(expected)
  })

  it('give the way in which most articles write the name, and all of their articles', () => {
    const people = groupBearers([
      { name: 'Lavrov', articleCount: 90 },
      { name: 'Sergei Lavrov', articleCount: 2 },
      { name: 'Sergueï Lavrov', articleCount: 40 },
      { name: 'John Kerry', articleCount: 30 },
    ])
    expect(people).toEqual([
      { name: 'Sergueï Lavrov', names: ['Sergueï Lavrov', 'Sergei Lavrov', 'Lavrov'], articleCount: 132 },
      { name: 'John Kerry', names: ['John Kerry'], articleCount: 30 },
    ])
  })
})
