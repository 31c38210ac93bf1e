import { describe, expect, it } from 'vitest'
import { describePage } from '../../src/feeds/describe.ts'
import { extractPage } from '../../src/feeds/extract.ts'

const URL = 'https://lephare.example/actu/port'
const FRENCH =
  '<p>Le port de Valmer a rouvert mardi matin après deux jours de tempête, a annoncé la capitainerie dans un communiqué.</p>' +
  '<p>Les ferries reprennent leurs liaisons avec les îles dès midi, et les chalutiers ont quitté les quais.</p>'
const ENGLISH =
  '<p>The harbour of Valmer has opened again on Tuesday morning after two days of storm, its master said in a statement.</p>' +
  '<p>The ferries will be back on their way to the islands at noon, and the trawlers have left the quays already.</p>'

interface Parts {
  readonly html?: string
  readonly head?: string
  readonly body?: string
  readonly after?: string
}

const page = ({ html = '', head = '', body = FRENCH, after = '' }: Parts): string =>
  `<!DOCTYPE html><html${html}><head><title>Le port rouvre</title>${head}</head><body><main><article><h1>Le port rouvre</h1>${body}${after}</article></main></body></html>`

const jsonLd = (more: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Le port rouvre', ...more })}</script>`

describe('the language of an article', () => {
  it.each<readonly [Parts, string, string]>([
    [{}, 'fr', 'nothing but its words'],
    [{ html: ' lang="fr-BE"' }, 'fr-BE', 'the page'],
    [{ html: ' lang="fr_CA.UTF-8"' }, 'fr-CA', 'as a server writes it'],
    [{ html: ' lang="en-US"' }, 'fr', 'a theme that was never translated'],
    [
      { html: ' lang="en-US"', head: '<meta property="og:locale" content="fr_CH">' },
      'fr-CH',
      'the witness who is right',
    ],
    [{ head: jsonLd({ inLanguage: 'fr-FR' }), html: ' lang="fr"' }, 'fr-FR', 'the article before the page'],
    [
      { head: jsonLd({ inLanguage: { '@type': 'Language', name: 'French', alternateName: 'fr' } }) },
      'fr',
      'an object',
    ],
    [{ head: '<meta http-equiv="content-language" content="fr-LU">' }, 'fr-LU', 'a header in the page'],
    [{ html: ' lang="fr"', body: ENGLISH }, 'en', 'an article in English on a site in French'],
    [{ html: ' lang="en-GB"', body: ENGLISH }, 'en-GB', 'another language'],
    [{ html: ' lang="mul"', body: FRENCH }, 'fr', 'several'],
  ])('of %j is %s', (parts, language, _why) => expect(extractPage(page(parts), URL).language).toBe(language))
})

describe('an article for subscribers', () => {
  it.each<readonly [Parts, string]>([
    [{ head: jsonLd({ isAccessibleForFree: false }) }, 'JSON-LD'],
    [{ head: jsonLd({ isAccessibleForFree: 'False' }) }, 'a word'],
    [
      {
        head: jsonLd({
          hasPart: { '@type': 'WebPageElement', isAccessibleForFree: 'False', cssSelector: '.corps' },
        }),
      },
      'a part of it',
    ],
    [
      {
        body: `<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="isAccessibleForFree" content="false"><div itemprop="articleBody">${FRENCH}</div></div>`,
      },
      'microdata',
    ],
    [{ head: '<meta property="article:content_tier" content="locked">' }, 'Open Graph'],
    [{ after: '<p>Il vous reste 76,3 % de cet article à lire.</p>' }, 'how much is left'],
    [
      { after: '<p>Il vous reste 80&nbsp;% de l’article à découvrir. <a href="/offres">S’abonner</a></p>' },
      'with a link',
    ],
    [{ after: '<div><span>Cet article est réservé aux abonnés</span></div>' }, 'what it is'],
    [{ after: '<p>La suite est réservée à nos abonnés. Déjà abonné ?</p>' }, 'what follows'],
    [{ after: '<h3>Abonnez-vous pour lire la suite de cet article</h3>' }, 'what to do'],
    [{ after: '<p>Pour lire la suite, abonnez-vous dès 1 € par mois.</p>' }, 'what for'],
  ])('is told by %j', (parts, _why) => expect(extractPage(page(parts), URL).isPaywalled).toBe(true))

  it.each<readonly [Parts, string]>([
    [{}, 'nothing is said'],
    [
      { head: jsonLd({ isAccessibleForFree: true }), after: '<p>Cet article est réservé aux abonnés.</p>' },
      'markup first',
    ],
    [{ head: '<meta property="article:content_tier" content="free">' }, 'the tier of all'],
    [
      { after: '<aside><a href="/2">La grève reconduite</a> <span>Réservé aux abonnés</span></aside>' },
      'another article',
    ],
    [{ after: '<p>Abonnez-vous à notre newsletter pour ne rien manquer.</p>' }, 'a newsletter'],
    [
      {
        body: `${FRENCH}<p>Le stade est réservé aux abonnés du club, qui ont payé leur place avant l’été, dit le maire.</p>`,
      },
      'a sentence of the article',
    ],
  ])('is not told by %j', (parts, _why) => expect(extractPage(page(parts), URL).isPaywalled).toBeUndefined())

  it('is told by the command line, and so is one for everybody', () => {
    expect(describePage(page({}), URL)).toMatchObject({ language: 'fr', isPaywalled: false })
    const closed = page({ after: '<p>Il vous reste 76 % de cet article à lire.</p>' })
    expect(describePage(closed, URL)).toMatchObject({ isPaywalled: true })
  })

  it('keeps what its JSON-LD hides from readers out', () => {
    const hidden = 'Ce que seuls les abonnés lisent. '.repeat(30)
    const head = jsonLd({ articleBody: hidden, hasPart: [{ isAccessibleForFree: false }] })
    expect(extractPage(page({ head }), URL).text).not.toContain('seuls les abonnés')
  })
})
