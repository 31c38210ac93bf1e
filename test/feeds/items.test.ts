import { describe, expect, it } from 'vitest'
import { feedItems } from '../../src/feeds/items.ts'
import type { FeedDocument, ParsedItem } from '../../src/feeds/parse.ts'

const PARAGRAPH =
  'Le conseil municipal a voté mardi soir, après quatre heures de débat, la fermeture du pont aux voitures pendant dix mois. '
const ARTICLE = `<p>${PARAGRAPH.repeat(3)}</p><p>${PARAGRAPH.repeat(3)}</p>`

function read(item: Partial<ParsedItem>): ReturnType<typeof feedItems>['items'][number] | undefined {
  const whole: ParsedItem = { title: '', link: '', id: '', summary: '', content: '', ...item }
  const document: FeedDocument = { title: '', link: '', items: [whole], warnings: [] }
  return feedItems(document).items[0]
}

describe('feedItems', () => {
  it('gives plain text and a clean address', () => {
    const item = read({
      title: 'L&amp;#8217;<b>été</b>',
      link: 'https://exemple.fr/été?utm_source=rss#xtor=1',
      id: ' a1 ',
      summary: '<p>Il fait&nbsp;chaud.</p>',
      published: 1000,
      updated: 2000,
      author: 'Anne Dupont',
    })
    expect(item).toEqual({
      title: 'L’été',
      url: 'https://exemple.fr/%C3%A9t%C3%A9',
      guid: 'a1',
      lead: 'Il fait\u00A0chaud.',
      text: '',
      publishedAt: 1000,
      updatedAt: 2000,
      author: 'Anne Dupont',
    })
  })

  it('gives an item that has almost nothing', () => {
    expect(read({ summary: 'Deux lignes<br>de texte.' })).toEqual({
      title: 'Deux lignes',
      lead: 'Deux lignes\nde texte.',
      text: '',
    })
  })

  it('cuts a title made from the text between two words', () => {
    expect(read({ summary: PARAGRAPH.repeat(2) })?.title).toBe(
      'Le conseil municipal a voté mardi soir, après quatre heures de débat, la fermeture du pont aux voitures pendant dix…',
    )
  })

  it.each([
    [{ summary: 'Un vote.', content: ARTICLE }, ['Un vote.', true], 'an abstract and an article'],
    [{ summary: ARTICLE }, ['', true], 'an article where the abstract should be'],
    [{ content: ARTICLE }, ['', true], 'an article alone'],
    [{ summary: ARTICLE, content: 'Un vote.' }, ['Un vote.', true], 'the two exchanged'],
    [{ summary: 'Un vote.', content: '<p>Un vote.</p>' }, ['Un vote.', false], 'the abstract twice'],
    [{ content: '<p>Un vote.</p>' }, ['Un vote.', false], 'an abstract where the article should be'],
    [{ summary: 'Un vote.', content: 'Un vote a eu lieu.' }, ['Un vote.', false], 'two abstracts'],
    [
      { summary: 'Un vote.', content: `${ARTICLE}<p>Puis […]</p>` },
      ['Un vote.', false],
      'an article cut short',
    ],
    [
      { summary: '<p>Un vote.</p><p>L’article Un vote est apparu en premier sur Le Courrier.</p>' },
      ['Un vote.', false],
      'what WordPress adds',
    ],
    [{ summary: 'Un vote.<p>Lire la suite</p>' }, ['Un vote.', false], 'an invitation to read on'],
  ])('tells abstract and full text apart in %#', (item, [lead, hasText], _why) => {
    const found = read(item)
    expect([found?.lead, found?.text !== '']).toEqual([lead, hasText])
  })

  it('keeps the paragraphs of a full text apart', () => {
    expect(read({ content: ARTICLE })?.text.split('\n\n')).toEqual([
      PARAGRAPH.repeat(3).trim(),
      PARAGRAPH.repeat(3).trim(),
    ])
  })

  it('does not take an address for an author, nor a date for an update', () => {
    const item = read({ title: 'Un vote', author: 'redaction@exemple.fr', published: 1000, updated: 1000 })
    expect(item).toEqual({ title: 'Un vote', lead: '', text: '', publishedAt: 1000 })
  })
})
