// The text of articles out of pages in the shapes that French sites have, and what is no article.
import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ExplainedError } from '../../src/core/failures.ts'
import { extractPage } from '../../src/feeds/extract.ts'
import {
  URL,
  LEAD,
  FIRST,
  SECOND,
  THIRD,
  FOURTH,
  TEXT,
  page,
  jsonLd,
  paragraphsOf,
  WORDPRESS,
  DRUPAL,
  MICRODATA,
  BARE,
  BOXES,
  PAYWALLED,
  LIVE,
  GLUED,
} from './site-shapes.ts'

describe('the text of a page', () => {
  it.each([
    ['a WordPress theme', WORDPRESS, `${LEAD}\n\n${TEXT}`],
    ['a Drupal site', DRUPAL, TEXT],
    ['a page with microdata and line breaks', MICRODATA, `${LEAD}\n\n${TEXT}`],
    ['nothing but paragraphs in an article', BARE, TEXT],
    ['a page with boxes, a gallery, a tweet and a closing agency', BOXES, `${LEAD}\n\n${TEXT}`],
    ['what a paywall leaves to read, not what it hides', PAYWALLED, `${FIRST}\n\n${SECOND}`],
    ['a live blog', LIVE, `Le port ferme\n\n${FIRST}\n\n${SECOND}\n\n${THIRD}`],
    ['JSON-LD that glues what the page keeps apart', GLUED, `${TEXT}\n\n${TEXT.replaceAll('a ', 'avait ')}`],
  ])('is read whole from %s', (_shape, html, text) => {
    // A lead above the body may stand in the text or not; the rest is exact.
    expect(extractPage(html, URL).text.replace(`${LEAD}\n\n`, '')).toBe(text.replace(`${LEAD}\n\n`, ''))
  })

  it('parts glued sentences that no page keeps apart', () => {
    const body = `${FIRST}${SECOND}${THIRD} Le site Corvane.Com l’avait écrit.`
    const html = page(
      jsonLd({ '@type': 'NewsArticle', headline: 'Budget', articleBody: body }),
      '<div id="app"></div>',
    )
    expect(paragraphsOf(extractPage(html, URL).text)).toEqual([
      FIRST,
      SECOND,
      `${THIRD} Le site Corvane.Com l’avait écrit.`,
    ])
  })

  it('prefers the page to a described body that is only its beginning', () => {
    const html = DRUPAL.replace('</head>', `${jsonLd({ '@type': 'NewsArticle', articleBody: FIRST })}</head>`)
    expect(extractPage(html, URL).text).toContain(FOURTH)
  })

  it.each([
    ['names of furniture', 'class="content social-share comments"'],
    ['a name of advertisements', 'class="article-meta pub"'],
    ['a body that a script would show', 'style="display:none"'],
  ])('keeps the article in an element with %s', (_why, attribute) => {
    const html = page(
      '<title>Budget</title>',
      `<h1>Budget de Valmer</h1><div ${attribute}><p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p></div>`,
    )
    expect(extractPage(html, URL).text).toContain(SECOND)
  })
})

describe('a page without an article', () => {
  it.each([
    ['nothing', ''],
    ['no markup', 'Bonjour'],
    ['menu and footer alone', page('<title>Le Phare</title>', '')],
    [
      'a page that scripts would fill',
      page('<meta name="description" content="Une description sans article.">', '<div id="app"></div>'),
    ],
    [
      'scripts are not run',
      '<script>document.write("<p>Un texte que seul un script écrirait, assez long pour compter.</p>")</script>',
    ],
    [
      'a banner of AMP',
      page(
        '',
        '<amp-consent><p>Nos mesures d’audience personnalisent les contenus que vous lisez sur ce site.</p></amp-consent>',
      ),
    ],
    [
      'a forum below',
      page(
        '',
        '<div id="forum"><p>Bravo aux équipes du port, quel courage pendant ces deux jours de tempête.</p></div>',
      ),
    ],
    ['a banner', page('', '<p>Nous utilisons des cookies pour améliorer votre expérience sur ce site.</p>')],
    ['no page at all', '<'.repeat(5000)],
    ['damaged', '\u0000\uFFFF<p'],
  ])('is refused: %s', (_why, html) => {
    const act = (): unknown => extractPage(html, URL)
    expect(act).toThrow(ExplainedError)
    expect(act).toThrow('page-without-text')
  })
})

describe('a hostile page', () => {
  const text = `<p>${FIRST}</p><p>${SECOND}</p>`
  /** Ten times what these pages need on a slow machine, far below what a quadratic reading would take. */
  const LIMIT_MILLISECONDS = 8_000

  it.each([
    ['100,000 nested elements', `${'<div>'.repeat(100_000)}${text}${'</div>'.repeat(100_000)}`],
    ['100,000 elements never closed', `${'<b><span>'.repeat(50_000)}${text}`],
    ['tables in tables', `${'<table><tr><td>'.repeat(30_000)}${text}`],
    [
      '5 MB of paragraphs',
      `<article>${text}${Array.from({ length: 40_000 }, (_, index) => `<p>${FIRST.replace('23', String(index))}</p>`).join('')}</article>`,
    ],
    ['5 MB of line breaks', `${text}<div>${'Une ligne<br>'.repeat(350_000)}</div>`],
    ['5 MB of entities', `<p>${'&amp;'.repeat(1_000_000)}</p>${text}`],
    ['5 MB of tag openings', `${'<'.repeat(5_000_000)}${text}`],
    ['a megabyte of title', `<title>${'a - '.repeat(300_000)}</title>${text}`],
    [
      'broken JSON-LD of 4 MB',
      `<script type="application/ld+json">{"@type":"Article","articleBody":"${'\n"\\'.repeat(1_300_000)}</script>${text}`,
    ],
    ['JSON-LD 200,000 deep', `<script type="application/ld+json">${'['.repeat(200_000)}</script>${text}`],
  ])(
    'with %s is read in time',
    (_what, html) => {
      const startedAt = performance.now()
      expect(extractPage(html, URL).text).toContain(SECOND)
      expect(performance.now() - startedAt).toBeLessThan(LIMIT_MILLISECONDS)
    },
    30_000,
  )
})

/** The text of a page, or the code of its refusal; other errors pass. */
function readOrRefuse(html: string): string {
  try {
    return extractPage(html, URL).text
  } catch (error) {
    if (error instanceof ExplainedError) return error.failure.code
    throw error
  }
}

describe('any page at all', () => {
  const scraps = [
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<a href="x">',
    '</a>',
    '<b>',
    '</b>',
    '<br>',
    '<table><td>',
    '<ul><li>',
    '</ul>',

    '<article>',
    '<h1>Budget de Valmer</h1>',
    '<h2>',
    '<nav>',
    '<aside>',
    '</aside>',
    '<form>',
    '<svg>',
    '</svg>',
    '<!--',
    '-->',

    '<div itemscope itemtype="http://schema.org/Article">',
    '<div itemprop="articleBody">',
    '<meta name="author" content="AFP">',

    '<script type="application/ld+json">',
    '{"@type":"Article","articleBody":',
    '}',
    '</script>',
    '<textarea>',
    '<title>',
    '"',
    '<',
    '&',
    '&amp;lt;p&amp;gt;',
    '\u0000',
    '\uD800',
    '\u00A0',
    FIRST,
    SECOND,
    THIRD,
  ]
  it('gives a page with a text or the one failure', () => {
    assert(
      property(array(constantFrom(...scraps), { maxLength: 40 }), (pieces) => {
        expect(readOrRefuse(pieces.join(''))).toMatch(/\S/)
      }),
      { numRuns: 300 },
    )
  })
})
