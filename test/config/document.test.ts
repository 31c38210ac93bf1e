// A file that is no YAML is told in French, where it goes wrong.
import { describe, expect, it } from 'vitest'
import { CONTACT, mistakesOf } from './sources.ts'

describe('a file that is no YAML', () => {
  it.each([
    ['contact: a@exemple.fr\n\tbase: x\n', 2, /tabulation/, 'a tab'],
    [
      'contact: a@exemple.fr\nflux:\n  - titre: Un\n     adresse: x\n',
      3,
      /deux-points suivi d’une espace/,
      'too far to the right',
    ],
    ['contact: a@exemple.fr\nflux:\n  - titre: Un\n - titre: Deux\n', 4, /retrait/, 'a dash out of line'],
    ['flux:\n  - titre: Le Monde : à la une\n', 2, /deux-points suivi d’une espace/, 'a title with a colon'],
    [
      'contact: a@exemple.fr\nbase: "x\nfuseau: y\n',
      2,
      /guillemet droit/,
      'a quote left open, told where it opens',
    ],
    [
      'contact: a@exemple.fr\nflux: [a, b\nbase: x\n',
      2,
      /crochet/,
      'a bracket left open, told where it opens',
    ],
    ["contact: a@exemple.fr\nbase: 'l'été'\n", 2, /apostrophe/, 'an apostrophe between apostrophes'],
    ['contact: a@exemple.fr\nbase\nfuseau: y\n', 2, /deux-points/, 'a key without colon'],
    ['contact: @exemple\n', 1, /caractère réservé/, 'a reserved character'],
    ['base: "C:\\donnees"\n', 1, /barre oblique inverse/, 'a Windows path'],
    ['base: *ailleurs\n', 1, /renvoi/, 'an anchor that does not exist'],
    ['contact: !moi a@exemple.fr\n', 1, /étiquette/, 'an unknown tag'],
    ['contact: a@exemple.fr\n---\nbase: x\n', 2, /second document/, 'two documents'],
  ])('is told in French for %j at line %i: %s (%s)', (source, line, words, _why) => {
    const [mistake, ...others] = mistakesOf(source)
    expect(mistake).toMatch(new RegExp(`^${line}: `))
    expect(mistake).toMatch(words)
    expect(others).toEqual([])
  })

  it('ends on a value that contains itself', () => {
    expect(mistakesOf(`${CONTACT}flux: &tout [*tout]\n`)).toEqual([])
  })

  it.each([
    [Buffer.from('contact: a@exemple.fr\n# été\n', 'latin1'), 2, 'saved in Latin-1'],
    [Buffer.from([0xff, 0xfe, 0x63, 0x00]), 1, 'saved in UTF-16'],
  ])('is told when it is not UTF-8: %#', (bytes, line, _why) => {
    expect(mistakesOf(bytes)).toEqual([
      `${line}: Ce caractère n’est pas codé en UTF-8. Enregistrez le fichier en UTF-8.`,
    ])
  })
})
