import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/core/calendar.ts'
import { archiveFiles } from '../../src/locale/archive.ts'
import { editionMessage, partCount } from '../../src/locale/digest.ts'
import { edition, reprints, SLOT, source, story, words } from './sample-edition.ts'

describe('what an editor adds', () => {
  const reference = {
    articleId: 'Le Courrier',
    version: 1,
    start: 100,
    end: 134,
    insertions: [{ at: 125, text: '[16 mars]' }],
  }
  const text = 'Le train a déraillé lundi à 17h05.'
  const edited = edition({
    stories: [
      story({
        brief: [reference],
        sentences: [{ text, reference }],
      }),
    ],
  })

  it('stands in brackets in the message', () => {
    expect(words(editionMessage(edited, 1).blocks)).toContain('Le train a déraillé lundi [16 mars] à 17h05.')
  })

  it('stands in the archive beside the verbatim text', () => {
    const [markdown, json] = archiveFiles(edited)
    expect(markdown?.content).toContain('déraillé lundi \\[16\u00A0mars\\] à')
    expect(JSON.parse(json?.content ?? '')).toMatchObject({
      stories: [
        { brief: [{ text, display: 'Le train a déraillé lundi [16\u00A0mars] à 17h05.', start: 100 }] },
      ],
    })
  })
})

describe('the lead message', () => {
  it('tells the day, what was read, and one line a story with its publishers', () => {
    expect(words(editionMessage(edition(), 0).blocks)).toBe(
      [
        'La revue du matin',
        'Mardi 17 mars 2026 · 1 sujet · 31 articles lus, dont 5 reprises',
        '- Un train déraille près de Vernay — Le Courrier, Radio Lac',
      ].join('\n'),
    )
  })

  it('says on a quiet day that there was nothing, and has no list', () => {
    const quiet = edition({ stories: [], articleCount: 3, foldedCount: 0 })
    expect(words(editionMessage(quiet, 0).blocks)).toBe(
      ['La revue du matin', 'Mardi 17 mars 2026 · 3 articles lus', 'Rien de marquant ce matin.'].join('\n'),
    )
    expect(partCount(quiet)).toBe(1)
  })

  it.each([
    [SLOT + 6 * HOUR, 'Rien de marquant cet après-midi.'],
    [SLOT + 11 * HOUR, 'Rien de marquant ce soir.'],
  ])('says so at the hour of the slot', (slotAt, line) => {
    expect(words(editionMessage(edition({ slotAt, madeAt: slotAt, stories: [] }), 0).blocks)).toContain(line)
  })

  it('says when it comes late', () => {
    const late = edition({ madeAt: SLOT + 80 * MINUTE })
    expect(words(editionMessage(late, 0).blocks)).toContain('édition de 8 h, publiée à 9 h 20')
  })

  it('names three publishers and counts the others', () => {
    const sources = ['Le Courrier', 'Radio Lac', 'La Dépêche', 'Le Journal', 'Afrique Matin'].map((name) =>
      source(name),
    )
    expect(words(editionMessage(edition({ stories: [story({ sources })] }), 0).blocks)).toContain(
      'Le Courrier, Radio Lac, La Dépêche et 2 autres',
    )
  })

  it('names a single other one: its name is as short as «et 1 autre»', () => {
    const sources = ['Le Courrier', 'Radio Lac', 'La Dépêche', 'Le Journal'].map((name) => source(name))
    expect(words(editionMessage(edition({ stories: [story({ sources })] }), 0).blocks)).toContain(
      '— Le Courrier, Radio Lac, La Dépêche, Le Journal',
    )
  })
})

describe('the message of a story', () => {
  it('quotes with the source, tells rubric, hour and independent sources, and links all of them', () => {
    expect(words(editionMessage(edition(), 1).blocks)).toBe(
      [
        '1. Un train déraille près de Vernay',
        'Régions · hier à 18 h · 2 sources indépendantes',
        '> Le train a déraillé lundi à 17h05. (Le Courrier)',
        'Quand : lundi à 17h05',
        'Sources : Le Courrier · Radio Lac',
      ].join('\n'),
    )
  })

  it('counts a reprint apart from the sources', () => {
    const sources = [source('Le Courrier'), source('La Dépêche', { duplicateOf: 'Le Courrier' })]
    const seen = words(
      editionMessage(edition({ stories: [story({ sources, publisherCount: 1 })] }), 1).blocks,
    )
    expect(seen).toContain('une seule source')
    expect(seen).toContain('Source : Le Courrier · repris par La Dépêche')
  })

  it('names a publisher once where the quotes name them all', () => {
    const sources = [source('Le Courrier'), source('Le Courrier', { articleId: 'suite' })]
    const shown = story({ sources, publisherCount: 1 })
    const seen = words(editionMessage(edition({ stories: [shown] }), 1).blocks)
    expect(seen.split('Le Courrier')).toHaveLength(2)
    expect(seen).not.toContain('Source')
  })

  it('has no capital within a line, even when the sentence began there', () => {
    const text = 'Samedi 21 mars à 7 heures, les halles rouvriront. Trois voyageurs attendaient.'
    const reference = { articleId: 'Le Courrier', version: 1, start: 0, end: text.length }
    const shown = story({ sentences: [{ text, reference }] })
    expect(words(editionMessage(edition({ stories: [shown] }), 1).blocks)).toContain(
      'Quand : samedi 21 mars à 7 heures · Chiffres : trois voyageurs',
    )
  })

  it.each([
    [[source('Le Courrier', { agency: 'AFP' })], 'Source : Le Courrier · d’après AFP', 'a dispatch'],
    [
      [source('Le Courrier', { agency: 'AFP' }), source('La Dépêche', { duplicateOf: 'Le Courrier' })],
      'Source : Le Courrier · d’après AFP, repris par La Dépêche',
      'a dispatch and its reprint',
    ],
    [
      [
        source('Le Courrier', { agency: 'AFP, Reuters' }),
        ...reprints('Le Courrier', 'La Dépêche', 'Le Fanal', 'La Vigie', 'Le Phare', 'L’Écho', 'Le Fil'),
      ],
      'Source : Le Courrier · d’après AFP et Reuters, repris par 6 autres titres',
      'two agencies, many reprints',
    ],
    [
      [source('Le Courrier'), ...reprints('Le Courrier', 'La Dépêche', 'Le Fanal', 'La Vigie')],
      'Source : Le Courrier · repris par 3 autres titres',
      'many reprints of no agency',
    ],
    [
      [source('Le Courrier'), ...reprints('Le Courrier', 'La Dépêche', 'Le Fanal')],
      'Source : Le Courrier · repris par La Dépêche et Le Fanal',
      'two have names',
    ],
    [
      [
        source('Radio Lac'),
        source('Le Courrier', { agency: 'Belga' }),
        ...reprints('Le Courrier', 'La Dépêche', 'Le Fanal', 'La Vigie'),
      ],
      'Sources : Radio Lac · Le Courrier (d’après Belga, repris par 3 autres titres)',
      'which of several is the dispatch',
    ],
    [
      [source('Radio Lac'), source('Le Courrier'), ...reprints('Le Courrier', 'Radio Lac')],
      'Sources : Radio Lac · Le Courrier',
      'who wrote as well as reprinted is a source',
    ],
    [
      [source('Le Courrier'), ...reprints('Le Courrier', 'La Dépêche', 'La Dépêche')],
      'Source : Le Courrier · repris par La Dépêche',
      'one publisher counts once',
    ],
    [
      [source('Le Courrier'), ...reprints('parti', 'La Dépêche')],
      'Source : Le Courrier · repris par La Dépêche',
      'what it repeats is not among them',
    ],
  ])('tells a reprint once: %#', (sources, expected, _why) => {
    const { blocks } = editionMessage(edition({ stories: [story({ sources })] }), 1)
    expect(words(blocks).split('\n').at(-1)).toBe(expected)
  })

  it.each([
    [SLOT - 24 * HOUR, 'Suite de l’édition de lundi', 'yesterday: it may be read tomorrow'],
    [SLOT - 6 * 24 * HOUR, 'Suite de l’édition de mercredi', 'within a week'],
    [SLOT - 7 * 24 * HOUR, 'Suite de l’édition du mardi 10 mars', 'the same weekday'],
    [SLOT - 90 * 24 * HOUR, 'Suite de l’édition du mercredi 17 décembre 2025', 'another year'],
    [SLOT - 3 * HOUR, 'Suite de l’édition de ce matin', 'earlier on the day'],
    [SLOT - 8.5 * HOUR, 'Suite de l’édition de lundi', 'the day of the zone'],
    [SLOT + 24 * HOUR, 'Suite de l’édition du mercredi 18 mars', 'a clock that went back'],
  ])('says which edition it continues: %#', (slotAt, expected, _why) => {
    const continued = story({ continues: { editionId: 'matin@avant', slotAt } })
    const shown = edition({ stories: [continued] })
    expect(words(editionMessage(shown, 1).blocks).split('\n')[2]).toBe(expected)
    expect(editionMessage(shown, 1).blocks[2]).toMatchObject({ spans: [{ kind: 'plain' }] })
    expect(editionMessage(shown, 1, '17.01').blocks[2]).toEqual({
      kind: 'context',
      spans: [{ kind: 'earlier', text: expect.any(String), handle: '17.01' }],
    })
  })

  it('says that an article was updated', () => {
    const sources = [source('Le Courrier', { isUpdate: true, version: 2 })]
    expect(words(editionMessage(edition({ stories: [story({ sources })] }), 1).blocks)).toContain(
      'mis à jour',
    )
  })

  it('links every title and source that has an address, and only those', () => {
    const sources = [source('Le Courrier'), source('Radio Lac', { url: '' })]
    const { blocks } = editionMessage(edition({ stories: [story({ sources })] }), 1)
    const links = blocks
      .flatMap((block) => (block.kind === 'context' ? block.spans : []))
      .filter(({ kind }) => kind === 'link')
    expect(links.map(({ text }) => text)).toEqual(['Le Courrier'])
  })

  it('is only linked when nothing could be quoted', () => {
    const { blocks } = editionMessage(edition({ stories: [story({ brief: [], sentences: [] })] }), 1)
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'context', 'context'])
  })
})

const figure = (publisher: string, text: string) => ({
  text,
  reference: { articleId: publisher, version: 1, start: 0, end: text.length },
})

describe('figures that differ', () => {
  const figures = [figure('Le Courrier', '12 morts'), figure('Radio Lac', '15 morts')]

  it.each([
    ['disagreement', 'Les sources diffèrent : « 12 morts » Le Courrier, « 15 morts » Radio Lac'],
    ['update', 'Le chiffre a changé : d’abord « 12 morts » Le Courrier, puis « 15 morts » Radio Lac'],
  ] as const)('stand side by side, each with its linked source: %s', (kind, line) => {
    const shown = edition({ stories: [story({ clashes: [{ kind, figures }] })] })
    const { blocks } = editionMessage(shown, 1)
    expect(words(blocks)).toContain(line)
    expect(JSON.stringify(blocks)).toContain('https://radiolac.example/a')
    const [markdown, json] = archiveFiles(shown)
    expect(markdown?.content).toContain('[Radio Lac](<https://radiolac.example/a>)')
    expect(JSON.parse(json?.content ?? '')).toMatchObject({
      stories: [{ clashes: [{ kind, figures: [{ text: '12 morts', articleId: 'Le Courrier' }, {}] }] }],
    })
  })
})
