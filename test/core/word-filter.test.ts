import { describe, expect, it } from 'vitest'
import { passesWords } from '../../src/core/word-filter.ts'

const ARTICLE = {
  title: 'Retraites : le Sénat examine la réforme',
  lead: 'Les sénateurs ont commencé mardi l’examen du texte.',
  text: 'Les sénateurs ont commencé mardi l’examen du texte. Les syndicats appellent à la grève jeudi à Marseille.',
}

describe('the words of a digest', () => {
  it.each<[readonly string[], readonly string[], boolean, string]>([
    [[], [], true, 'nothing is asked for'],
    [['réforme des retraites'], [], true, 'all its words are there, in another order'],
    [['REFORME'], [], true, 'neither capitals nor accents matter'],
    [['grèves'], [], true, 'nor does the plural'],
    [['football', 'Sénat'], [], true, 'one of them is enough'],
    [['football'], [], false, 'none of them is there'],
    [['réforme du divorce'], [], false, 'one of its words is missing'],
    [[], ['Marseille'], false, 'what is not wanted is there'],
    [[], ['football'], true, 'what is not wanted is not there'],
    [['Sénat'], ['grève'], false, 'not wanted wins over wanted'],
    [['le', ''], [], false, 'words that carry nothing are in no article'],
    [[], ['le'], true, 'and keep none out'],
  ])('with %j and without %j: %s, %s', (withWords, withoutWords, expected, _why) => {
    expect(passesWords(ARTICLE, { withWords, withoutWords })).toBe(expected)
  })
})
