import { describe, expect, it } from 'vitest'
import { prepareFilter } from '../../src/core/filter.ts'
import { readFilterLine } from '../../src/core/filter-line.ts'
import { readForFilters } from '../../src/core/filter-reading.ts'
import { filterReason } from '../../src/locale/filter.ts'
import { explainFilterMistake } from '../../src/locale/filter-mistakes.ts'

/** As people read it: our spaces told apart from theirs would hide the words. */
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/gu, ' ')

describe('what is wrong with a filter', () => {
  it.each([
    ['(grève OU retraites', 'Il manque une parenthèse fermante après « (grève OU retraites ».'],
    ['grève) OU sport', 'La parenthèse fermante après « grève » n’a pas été ouverte.'],
    ['"plan social', 'Le guillemet qui ouvre « "plan social » n’est pas refermé.'],
    ['grève OU', 'Il manque un mot après « OU ».'],
    [
      'grève, sport',
      'Après « grève », une virgule ne dit pas si l’un des mots suffit. Écrivez OU pour l’un des deux, ET pour les deux.',
    ],
    ['persone:Macron', '« persone: » n’est pas connu ; vouliez-vous dire « personne: » ?'],
    [
      'syndic*',
      'L’astérisque de « syndic* » est inutile pour les pluriels et les accords. Pour tous les mots qui commencent ainsi, écrivez « /\\bsyndic/ ».',
    ],
    ['/(grève/', 'L’expression « /(grève/ » ne se lit pas : une parenthèse n’est pas fermée.'],
    ['le la', '« le la » ne trie rien : ces mots figurent dans presque tous les articles.'],
    ['langue:anglai', 'La langue « anglai » n’est pas reconnue ; vouliez-vous dire « anglais » ?'],
  ])('«%s»: %s', (line, sentence) => {
    const read = readFilterLine(line)
    expect(read.kind === 'mistake' && plain(explainFilterMistake(read.mistake))).toBe(sentence)
  })
})

describe('why an article passes a filter or not', () => {
  const reading = readForFilters({
    title: 'Grève générale jeudi',
    lead: '',
    text: 'Les syndicats appellent à cesser le travail.',
    publisher: 'Le Phare',
    rubrics: [],
    feeds: [],
  })
  it.each([
    ['grève', '« grève » y figure'],
    ['grève ET syndicat', '« grève » et « syndicat » y figurent'],
    ['sport', '« sport » n’y figure pas'],
    ['sport OU lieu:Paris', 'ni « sport » ni « lieu:Paris » n’y figurent'],
    ['a1 OU b2 OU c3 OU d4 OU e5', 'aucune des 5 conditions n’est remplie'],
    ['sport SAUF grève', '« sport » n’y figure pas'],
    ['syndicat SAUF titre:grève', '« titre:grève » y figure'],
    ['SAUF sport', ''],
  ])('«%s»: %s', (line, reason) => {
    const read = readFilterLine(line)
    if (read.kind === 'mistake') throw new Error(line)
    const { because, isKept } = prepareFilter(read.filter)(reading)
    expect(plain(filterReason(because, isKept))).toBe(reason)
  })
})
