// Lists that a configuration names: OPML files beside it and packs, and everything that can be wrong with them.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { CONTACT, digest, folder, load, mistakesOf } from './sources.ts'

const opml = (outlines: string): string => `<opml version="2.0"><head/><body>\n${outlines}\n</body></opml>`

beforeEach(() => {
  writeFileSync(
    join(folder, 'mes-flux.opml'),
    opml(`<outline text="Régions">
<outline text="Le Quai" xmlUrl="https://quai.example/rss" htmlUrl="https://quai.example/"/>
<outline text="Le Phare" xmlUrl="https://phare.example/rss"/>
</outline>`),
  )
})

const PHARE = 'flux:\n  - titre: Le Phare\n    adresse: https://phare.example/rss/\n    rubrique: Une\n'

describe('the lists of a configuration', () => {
  it('are feeds of the file like any other', () => {
    expect(load(`${CONTACT}\nopml: mes-flux.opml\n`).feeds).toEqual([
      expect.objectContaining({ title: 'Le Quai', publisher: 'Le Quai', rubric: 'Régions', origin: 'file' }),
      expect.objectContaining({ title: 'Le Phare', rubric: 'Régions', origin: 'file' }),
    ])
  })

  it('give way to what the file says of the same address', () => {
    const { feeds } = load(`${CONTACT}\n${PHARE}opml: [mes-flux.opml, mes-flux.opml]\n`)
    expect(feeds.map(({ title, rubric }) => [title, rubric])).toEqual([
      ['Le Phare', 'Une'],
      ['Le Quai', 'Régions'],
    ])
  })

  it('give each feed a title of its own', () => {
    writeFileSync(
      join(folder, 'autre.opml'),
      opml('<outline text="Le Quai" xmlUrl="https://autre.example/rss"/>'),
    )
    const { feeds } = load(`${CONTACT}\nopml: [mes-flux.opml, autre.opml]\n`)
    expect(feeds.map(({ title }) => title)).toEqual(['Le Quai', 'Le Phare', 'Le Quai (autre.example)'])
  })

  it.each([
    ['packs: [générale, Suisse]', 30, 'two packs, with accents and capitals'],
    ['packs: suisse', 14, 'one pack alone'],
    ['packs: [économie, institutions]', 26, 'a feed that is in both counts once'],
  ])('reads %s', (line, count, _why) => {
    const { feeds } = load(`${CONTACT}\n${line}\n`)
    expect(feeds).toHaveLength(count)
    expect(new Set(feeds.map(({ id }) => id)).size).toBe(count)
  })

  it('may be named by digests, by title and by rubric', () => {
    const named = digest({ flux: '[Le Quai, "RTS, info"]', rubriques: '[Régions, Suisse]' })
    const source = `${named}opml: mes-flux.opml\npacks: Suisse\n`
    expect(mistakesOf(source)).toEqual([])
  })

  it.each([
    [
      'packs: [générale, Suise]',
      ['2: Aucun paquet de flux ne s’appelle « Suise » ; vouliez-vous dire « Suisse » ?'],
      'a slip',
    ],
    [
      'packs: sport',
      [
        '2: Aucun paquet de flux ne s’appelle « sport ». Choisissez « générale », « international », « économie », « régions », « Belgique », « Suisse », « Québec », « Afrique » ou « institutions ».',
      ],
      'none near',
    ],
    [
      'opml:\n  - mes-flux.opml\n  - absent.opml',
      [
        '4: Le fichier OPML absent.opml est introuvable ou illisible. Son chemin part du dossier de cette configuration.',
      ],
      'no file, told at its own line',
    ],
    ['opml: pressoir.yaml', ['2: Le fichier pressoir.yaml n’est pas une liste de flux OPML.'], 'no list'],
    [
      'opml: faux.opml\nport: x',
      [
        '2: faux.opml, ligne 2, « Perdu » : elle n’a pas d’adresse.',
        '2: faux.opml, ligne 3, « Local » : son adresse est celle d’une machine privée.',
        '3: La clé « port » attend un nombre entier entre 1 et 65535.',
      ],
      'lines of the list, and all other mistakes',
    ],
  ])('tells what is wrong in %s', (lines, expected, _why) => {
    writeFileSync(
      join(folder, 'faux.opml'),
      opml('<outline type="rss" text="Perdu"/>\n<outline text="Local" xmlUrl="http://localhost/rss"/>'),
    )
    expect(mistakesOf(`${CONTACT.trim()}\n${lines}\n`)).toEqual(expected)
  })

  it('tells of twenty refused lines and counts the rest', () => {
    writeFileSync(join(folder, 'long.opml'), opml('<outline type="rss" text="Perdu"/>\n'.repeat(23)))
    const mistakes = mistakesOf(`${CONTACT}\nopml: long.opml\n`)
    expect(mistakes).toHaveLength(21)
    expect(mistakes.at(-1)).toMatch(/long\.opml : 3 autres lignes ne conviennent pas\.$/)
  })
})
