import { describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import { archiveFiles } from '../../src/locale/archive.ts'
import { edition, SLOT, source, story } from './sample-edition.ts'

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
