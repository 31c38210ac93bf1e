import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPeople } from '../../src/french/people.ts'
import { peopleIn } from '../../src/french/people-in-text.ts'

const names = (text: string): readonly string[] => findPeople(text).map(({ name }) => name)

describe('full names', () => {
  it.each([
    ['La maire, Claire Valmont, a coupé le ruban.', ['Claire Valmont'], 'a first name and a surname'],
    [
      'Le ministre Jean-Baptiste Le Goff se tait.',
      ['Jean-Baptiste Le Goff'],
      'compound first name, article in the surname',
    ],
    ['Selon Mohammed ben Othmane, tout va bien.', ['Mohammed ben Othmane'], 'a particle inside'],
    [
      'Le roman de Charles de Montreval paraît.',
      ['Charles de Montreval'],
      'de behind a first name belongs to the name',
    ],
    [
      'Il cite Jean d’Arbois et Anne von der Heide.',
      ['Jean d’Arbois', 'Anne von der Heide'],
      'd’ and von der',
    ],
    ['Le vote d’Élise Fournel a compté.', ['Élise Fournel'], 'd’ before the name is «of»'],
    ['J.-P. Durandal et J. K. Rowan ont signé.', ['J.-P. Durandal', 'J. K. Rowan'], 'initials'],
    ['George W. Hartwell est revenu.', ['George W. Hartwell'], 'an initial in the middle'],
    [
      'La reine Mathilde II a reçu Pierre Aubin.',
      ['Mathilde II', 'Pierre Aubin'],
      'a numeral belongs to the name',
    ],
    ['Le général Abdel Fattah al-Bourhane a parlé.', ['Abdel Fattah al-Bourhane'], 'al- with its hyphen'],
    ['Interrogée, Zwanelde Okpara, 44 ans, sourit.', ['Zwanelde Okpara'], 'an unknown name told by an age'],
    [
      'Le ministre ouzbek Abdoukhakim Chorabekov est venu.',
      ['Abdoukhakim Chorabekov'],
      'an unknown name behind an office',
    ],
    [
      '« C’est bien », a déclaré Orvill Tannenk.',
      ['Orvill Tannenk'],
      'an unknown name behind a verb of speech',
    ],
    ['Le député LR Marc Delisle a voté.', ['Marc Delisle'], 'an acronym before the name stays outside'],
    [
      'Le président du Conseil Marc Delisle a voté.',
      ['Marc Delisle'],
      'an institution before the name stays outside',
    ],
    ['Le Norvégien Anders Holm a gagné.', ['Anders Holm'], 'the name of a people stays outside'],
    ['EMMANUEL VALMONT CANDIDAT À LYON', ['EMMANUEL VALMONT'], 'a heading in capitals'],
    [
      'Sa collègue Lise Blanc a fini devant Paul Petit.',
      ['Lise Blanc', 'Paul Petit'],
      'surnames that are words',
    ],
    [
      'Le dossier revient à Claire Valmont Selon elle, tout est prêt.',
      ['Claire Valmont'],
      'a sentence glued behind',
    ],
  ])('in « %s »', (text, expected, _why) => expect(names(text)).toEqual(expected))
})

describe('civilities and titles', () => {
  it.each([
    ['M. Delisle a salué Mme Royal.', ['Delisle', 'Royal'], 'a surname alone behind M. and Mme'],
    ['M.Delisle a dit oui.', ['Delisle'], 'glued to its civility'],
    ['MM. Delisle, Roy et Valmont ont signé.', ['Delisle', 'Roy', 'Valmont'], 'MM. holds for the whole list'],
    ['M. de Montreval est sorti.', ['de Montreval'], 'de opens the surname behind a civility'],
    ['Le président Delisle reçoit.', ['Delisle'], 'an office directly before the surname'],
    ['Le pape François a prié.', ['François'], 'one name is enough behind pape'],
    [
      'On a écouté Sœur Bernadette chanter.',
      ['Sœur Bernadette'],
      'a religious title with a capital belongs to the name',
    ],
    ['Me voici. Me Dufaure plaide.', ['Dufaure'], 'Me is a pronoun too'],
    ['La BMW M Performance est belle.', [], 'a bare M is no civility'],
  ])('in « %s »', (text, expected, _why) => expect(names(text)).toEqual(expected))
})

describe('short forms', () => {
  it.each([
    [
      'Claire Valmont parle. Valmont insiste.',
      ['Claire Valmont', 'Valmont'],
      'the full name stands in the text',
    ],
    ['Claire Valmont parle. Claire insiste.', ['Claire Valmont', 'Claire'], 'so does her first name'],
    ['Valmont insiste.', [], 'an unknown surname alone says nothing'],
    ['Bachar el-Khalil parle. Al Khalil insiste.', ['Bachar el-Khalil', 'Al Khalil'], 'al and el are one'],
    ['Obama et Merkel ont dîné.', ['Obama', 'Merkel'], 'well-known surnames stand alone'],
    ['La rencontre Lavrov-Kerry a duré.', ['Lavrov', 'Kerry'], 'a hyphen pairs two of them'],
    ['Hollande est venu, puis est parti en Hollande.', ['Hollande'], 'a surname that is a country too'],
    ['Tannenk doit rencontrer son homologue.', ['Tannenk'], 'who meets somebody is somebody'],
    ['« Nathalie, écoutez-moi », dit-il.', ['Nathalie'], 'a sure first name alone'],
  ])('in « %s »', (text, expected, _why) => expect(names(text)).toEqual(expected))
})

describe('what is no person', () => {
  it.each([
    ['Elle habite rue Jean-Moulin, près de la place Victor-Hugo.', 'streets'],
    ['La rue du Docteur Roux est fermée.', 'a street behind a title'],
    ['L’ouragan Irma approche. Irma est passé.', 'a storm, in the whole text'],
    ['La tempête, baptisée Amélie, faiblit.', 'a storm christened in the clause'],
    ['La loi Macron et le lycée Louis-Aragon.', 'a law and a school'],
    ['Le Parisien, Le Monde et La Dépêche en parlent.', 'newspapers'],
    ['Il vit à New York, Los Angeles ou La Rochelle.', 'towns of two words'],
    ['Le Conseil supérieur et la Cour des comptes.', 'institutions'],
    ['Paris Match et Europe 1 citent le Racing Club.', 'media and clubs'],
    ['L’Arabie saoudite et la Corée du Nord.', 'countries'],
    ['On fête la saint-Valentin.', 'a day'],
    ['Le film « Steve Hobbs » sort mercredi.', 'a title in quotation marks'],
    ['Merci @ClaireValmont et #JeSuisClaire', 'handles and tags'],
    ['Selon nous, Pourquoi pas. Interrogée hier.', 'openings of sentences'],
  ])('in « %s »: %s', (text, _why) => expect(names(text)).toEqual([]))
})

it('finds a name glued to the sentence before it', () => {
  expect(findPeople('Il faut réfléchir.Claire Valmont le sait, depuis LondresPaul Aubin aussi.')).toEqual([
    { start: 18, end: 32, name: 'Claire Valmont' },
    { start: 56, end: 66, name: 'Paul Aubin' },
  ])
})

it('gives names that stand in the text, in order and apart, for any text', () => {
  const word = constantFrom(
    'M. ',
    'Claire ',
    'de ',
    'al-',
    'Valmont',
    ' ',
    '. ',
    '« ',
    '"',
    'É',
    'x',
    '\n',
    'MM. ',
    ', ',
    ' et ',
    'Le ',
    "d'",
    'J.-',
    '😀',
  )
  assert(
    property(array(word, { maxLength: 40 }), (words) => {
      const text = words.join('')
      let last = 0
      for (const { start, end, name } of findPeople(text)) {
        expect(text.slice(start, end)).toBe(name)
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
    }),
  )
})

describe('people of a text', () => {
  it.each([
    [
      'Sergueï Lavrov arrive. M. Lavrov parle. Lavrov part.',
      [{ name: 'Sergueï Lavrov', count: 3 }],
      'every form counts for the longest',
    ],
    [
      'Obama salue Claire Valmont.',
      [
        { name: 'Obama', count: 1 },
        { name: 'Claire Valmont', count: 1 },
      ],
      'a well-known surname may stand alone',
    ],
    ['Mme Valmont salue Nathalie.', [], 'neither an unknown surname nor a first name'],
    [
      'Bachar al-Assad. Bachar el-Assad. Al Assad.',
      [{ name: 'Bachar al-Assad', count: 3 }],
      'al and el are one',
    ],
    [
      'GEORGE BUSH. George W. Bush. George Bush.',
      [{ name: 'George W. Bush', count: 3 }],
      'small letters rather than capitals, an initial more or less',
    ],
    [
      'Anne Roy et Paul Roy.',
      [
        { name: 'Anne Roy', count: 1 },
        { name: 'Paul Roy', count: 1 },
      ],
      'one surname, two people',
    ],
  ])('in « %s »', (text, expected, _why) => expect(peopleIn(text)).toEqual(expected))
})

/** Milliseconds that reading takes. */
function timeOf(text: string): number {
  const startedAt = performance.now()
  findPeople(text)
  return performance.now() - startedAt
}

// A quadratic reader takes a minute and more; a linear one a tenth of a second, ten times that on a loaded machine.
it.each(['Claire ', 'M. ', 'A ', '"Aé-', 'de Claire de ', 'Jean-'])(
  'stays linear on « %s » without end',
  (unit) => {
    expect(timeOf(unit.repeat(20_000))).toBeLessThan(3000)
  },
)
