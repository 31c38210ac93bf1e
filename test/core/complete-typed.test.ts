import { describe, expect, it } from 'vitest'
import { completeName, lastOfList, withLast, wordInProgress } from '../../src/core/complete-typed.ts'
import { findTitled } from '../../src/core/find-titled.ts'
import { suggestZones, zoneLabel, zoneOfPlace } from '../../src/core/french-places.ts'

describe('a name at the end of a question', () => {
  it.each([
    ['a rencontré Lav', 'Sergueï Lavrov', 'a rencontré Sergueï Lavrov', 'the last name'],
    ['a rencontré Sergueï Lav', 'Sergueï Lavrov', 'a rencontré Sergueï Lavrov', 'what is there already'],
    ['a rencontré serguei lav', 'Sergueï Lavrov', 'a rencontré Sergueï Lavrov', 'without accents'],
    ['est l’ami d’Em', 'Emmanuel Carrel', 'est l’ami d’Emmanuel Carrel', 'behind an apostrophe'],
    [
      'a dit Ursula von der Ley',
      'Ursula von der Leyen',
      'a dit Ursula von der Leyen',
      'a name of four words',
    ],
    ['a vu Paul Lav', 'Sergueï Lavrov', 'a vu Paul Sergueï Lavrov', 'another first name stays'],
    ['Lav', 'Sergueï Lavrov', 'Sergueï Lavrov', 'nothing before'],
  ])('«%s» with %s: «%s»', (typed, name, completed, _why) =>
    expect(completeName(typed, name)).toBe(completed),
  )

  it.each([
    ['a rencontré ', undefined, 'nothing begun'],
    ['a rencontré L', undefined, 'one letter begins too many'],
    ['', undefined, 'nothing'],
    ['a rencontré Jean-L', 'Jean-L', 'a hyphen parts no name'],
  ])('«%s» is completing %s', (typed, word, _why) => expect(wordInProgress(typed)).toBe(word))
})

it.each([
  ['La Vigie, le ph', 'La Vigie,', 'le ph'],
  ['la v', '', 'la v'],
  ['La Vigie,', 'La Vigie,', ''],
])('completes the last of «%s»', (typed, before, beginning) => {
  expect(lastOfList(typed)).toEqual({ before, beginning })
  expect(withLast(before, 'X')).toBe(before === '' ? 'X' : `${before} X`)
})

describe('a title that somebody means', () => {
  const items = ['Le Phare', 'Le Phare Sport', 'La Vigie des ports', 'L’Œil'].map((title, at) => ({
    title,
    id: `i${at}`,
  }))

  it.each([
    ['le phare', 'Le Phare', 'the whole title, though another begins so'],
    ['« Le Phare »', 'Le Phare', 'in guillemets'],
    ['i1', 'Le Phare Sport', 'by id'],
    ["l'oeil", 'L’Œil', 'a ligature, another apostrophe'],
    ['la vig', 'La Vigie des ports', 'its beginning'],
    ['ports', 'La Vigie des ports', 'a word of it'],
  ])('«%s» is %s', (typed, title, _why) =>
    expect(findTitled(items, typed)).toMatchObject({ kind: 'one', found: { title } }),
  )

  it.each([
    ['le ph', { kind: 'several', titles: ['Le Phare', 'Le Phare Sport'] }, 'two begin so'],
    ['Le Fare', { kind: 'unknown', closest: 'Le Phare' }, 'a slip'],
    ['', { kind: 'unknown', closest: undefined }, 'nothing'],
  ])('«%s» is none alone', (typed, found, _why) => expect(findTitled(items, typed)).toEqual(found))
})

describe('zones', () => {
  it.each([
    ['', 'Europe/Paris', 'where most readers are'],
    ['mont', 'America/Toronto', 'a place of ours before a town'],
    ['reun', 'Indian/Reunion', 'accents, an article before'],
    ['asia/to', 'Asia/Tokyo', 'as zones are written'],
  ])('«%s» suggests %s first', (typed, zone, _why) => expect(suggestZones(typed, 25)[0]).toBe(zone))

  it('suggests no more than asked, and each once', () => {
    const zones = suggestZones('a', 25)
    expect(zones).toHaveLength(25)
    expect(new Set(zones).size).toBe(25)
  })

  it('knows zones that exist', () => {
    for (const zone of suggestZones('', 24))
      expect(() => new Intl.DateTimeFormat('fr', { timeZone: zone })).not.toThrow()
    expect(zoneLabel('America/Toronto')).toBe('Montréal (America/Toronto)')
    expect(zoneLabel('Asia/Tokyo')).toBe('Asia/Tokyo')
    expect(zoneOfPlace('Atlantide')).toBeUndefined()
  })
})
