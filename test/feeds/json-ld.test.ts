// The article that a page describes in JSON-LD, as sites really write it.
import { describe, expect, it } from 'vitest'
import { readJsonLd } from '../../src/feeds/json-ld.ts'

const BODY = 'Le conseil de Valmer a voté son budget. Le maire s’en réjouit.'
const article = { '@type': 'NewsArticle', headline: 'Valmer vote son budget', articleBody: BODY }

describe('finding the article', () => {
  it.each([
    [article, 'alone'],
    [{ ...article, '@type': ['WebPage', 'ReportageNewsArticle'] }, 'with two types'],
    [{ ...article, '@type': 'http://schema.org/NewsArticle' }, 'with a full type'],
    [[{ '@type': 'Organization', name: 'Le Phare' }, article], 'in an array'],
    [{ '@graph': [{ '@type': 'WebSite', name: 'Le Phare' }, article] }, 'in a graph, as WordPress writes it'],
    [{ '@type': 'WebPage', mainEntity: article }, 'inside a page'],
    [{ ...article, articleBody: [BODY] }, 'with a list of one body'],
    [{ ...article, articleBody: { '@value': BODY, '@language': 'fr' } }, 'with a language'],
  ])('reads %j', (data, _why) => {
    expect(readJsonLd([JSON.stringify(data)])).toMatchObject({
      headline: 'Valmer vote son budget',
      body: BODY,
    })
  })

  it.each([
    [[], 'no script'],
    [[''], 'an empty script'],
    [['null'], 'null'],
    [['{"@type":"Recipe","name":"Soupe"}'], 'another type'],
    [
      ['{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Autre"}]}'],
      'a list of others',
    ],
    [['pas du JSON'], 'no JSON'],
  ])('finds none in %j', (scripts, _why) => expect(readJsonLd(scripts)).toBeUndefined())

  it('takes the one whose address is the page’s', () => {
    const other = { ...article, headline: 'Autre', url: 'https://www.lephare.example/autre' }
    const ours = { ...article, url: 'https://lephare.example/budget/#article' }
    const found = readJsonLd(
      [JSON.stringify(other), JSON.stringify(ours)],
      ['https://www.lephare.example/budget'],
    )
    expect(found?.headline).toBe('Valmer vote son budget')
  })

  it('reads a live blog as its updates, in the page’s order', () => {
    const live = {
      '@type': 'LiveBlogPosting',
      headline: 'Tempête : le direct',
      liveBlogUpdate: [
        { '@type': 'BlogPosting', headline: 'Le port fermé', articleBody: 'Le port de Valmer ferme à midi.' },
        { '@type': 'BlogPosting', articleBody: 'Le vent atteint 110 km/h.' },
      ],
    }
    expect(readJsonLd([JSON.stringify(live)])).toMatchObject({
      headline: 'Tempête : le direct',
      body: 'Le port fermé\n\nLe port de Valmer ferme à midi.\n\nLe vent atteint 110 km/h.',
    })
  })
})

describe('mending what sites break', () => {
  it.each([
    ['{"@type":"NewsArticle","headline":"Un\nDeux"}', 'Un\nDeux', 'a raw line break in a string'],
    ['{"@type":"NewsArticle","headline":"Un\tDeux"}', 'Un\tDeux', 'a raw tab'],
    ['{"@type":"NewsArticle","headline":"Un",}', 'Un', 'a comma too many'],
    [
      '{"@type":"NewsArticle","headline":"Un, [deux,] trois",}',
      'Un, [deux,] trois',
      'commas inside a string stay',
    ],
    ['{"@type":"NewsArticle","headline":"L\\\'hiver"}', "L'hiver", 'an escape that JSON does not know'],
    ['<!-- {"@type":"NewsArticle","headline":"Un"} -->', 'Un', 'in a comment'],
    ['//<![CDATA[\n{"@type":"NewsArticle","headline":"Un"}\n//]]>', 'Un', 'in CDATA'],
    ['{"@type":"NewsArticle","headline":"Un"};', 'Un', 'a semicolon'],
  ])('reads %j', (script, headline, _why) => expect(readJsonLd([script])?.headline).toBe(headline))

  it('saves the date of what nothing can mend', () => {
    const script =
      '{"@type":"NewsArticle","headline":"Un "mot" dit","datePublished":"2025-03-12T10:00:00+01:00"}'
    expect(readJsonLd([script])).toEqual({
      published: '2025-03-12T10:00:00+01:00',
      authors: [],
    })
  })
})

describe('who and whether', () => {
  it.each([
    ['Anne Lorme', ['Anne Lorme'], 'a string'],
    [{ '@type': 'Person', name: 'Anne Lorme' }, ['Anne Lorme'], 'a person'],
    [[{ name: 'Anne Lorme' }, { name: 'AFP' }], ['Anne Lorme', 'AFP'], 'several'],
    [{ '@id': '#anne' }, ['Anne Lorme'], 'a reference into the graph'],
    ['https://www.lephare.example/anne', [], 'an address is no name'],
    [undefined, [], 'nobody'],
  ])('reads the author %j', (author, authors, _why) => {
    const graph = {
      '@graph': [
        { ...article, author },
        { '@type': 'Person', '@id': '#anne', name: 'Anne Lorme' },
      ],
    }
    expect(readJsonLd([JSON.stringify(graph)])?.authors).toEqual(authors)
  })

  it.each([
    [false, true, 'a boolean'],
    ['False', true, 'a string'],
    [true, false, 'free'],
    [undefined, undefined, 'silent'],
  ])('isAccessibleForFree %j means paywalled: %j', (isAccessibleForFree, isPaywalled, _why) => {
    expect(readJsonLd([JSON.stringify({ ...article, isAccessibleForFree })])?.isPaywalled).toBe(isPaywalled)
  })
})
