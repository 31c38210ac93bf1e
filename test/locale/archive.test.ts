// The archive of an edition, and figures that differ in it and in the chat.
import { describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import { archiveFiles } from '../../src/locale/archive.ts'
import { editionMessage } from '../../src/locale/digest.ts'
import { SLOT, source, story, edition, words } from './shown-edition.ts'

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

describe('the archive', () => {
  it('names its files by day, hour and digest in the zone of the digest', () => {
    expect(archiveFiles(edition()).map(({ path }) => path)).toEqual([
      '2026/03/2026-03-17-0800-matin.md',
      '2026/03/2026-03-17-0800-matin.json',
    ])
  })

  it('keeps sentences verbatim with their offsets, and what was shown beside them', () => {
    const [, json] = archiveFiles(edition())
    const record: unknown = JSON.parse(json?.content ?? '')
    expect(record).toMatchObject({
      digest: 'matin',
      slotAt: '2026-03-17T07:00:00.000Z',
      quotations: [{ publisher: 'Le Courrier', words: 7, sentences: 1, articles: 1 }],
      stories: [
        {
          brief: [
            {
              text: 'Le train a déraillé lundi à 17h05.',
              articleId: 'Le Courrier',
              version: 1,
              start: 0,
              end: 34,
            },
          ],
        },
      ],
    })
  })

  it('leads to the edition that a story continues, and says whose dispatch it is', () => {
    const continues = { editionId: 'matin@2026-03-02T07:00:00.000Z', slotAt: SLOT - 15 * 24 * HOUR }
    const sources = [source('Le Courrier', { agency: 'AFP' })]
    const [markdown, json] = archiveFiles(edition({ stories: [story({ continues, sources })] }))
    expect(markdown?.content).toContain(
      '[Suite de l’édition du lundi 2\u00A0mars](<../../2026/03/2026-03-02-0800-matin.md>)',
    )
    expect(markdown?.content).toContain('(d’après AFP)')
    expect(JSON.parse(json?.content ?? '')).toMatchObject({
      stories: [{ continues: { slotAt: '2026-03-02T07:00:00.000Z' }, sources: [{ agency: 'AFP' }] }],
    })
  })

  it('lets no title of others become markup', () => {
    const title = '<script>alert(1)</script> [piège](http://x.example) **gras** @everyone'
    const [markdown] = archiveFiles(
      edition({ stories: [story({ title, sources: [source('Le Courrier', { title })] })] }),
    )
    expect(markdown?.content).not.toMatch(/<script>|(?<!\\)\]\(http:\/\/x|\*\*gras/)
  })
})
