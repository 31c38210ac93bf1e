// Names of publishers, guessed from titles as feeds have them. Publishers and addresses are invented.
import { describe, expect, it } from 'vitest'
import { publisherName } from '../../src/core/publisher-name.ts'
import { bareAddress, isSameSite, webSite } from '../../src/core/web-site.ts'

const nameOf = (title: string, feedUrl: string, itemUrls: readonly string[] = []): string =>
  publisherName({ title, feedUrl, itemUrls })

describe('publisherName', () => {
  it.each([
    ['Le Phare', 'as it stands'],
    ['Le Phare - Actualités de Valmer et du canton', 'before a dash'],
    ['Le Phare.fr - Actualité à la une', 'with its domain'],
    ['Politique : toute l’actualité sur Le Phare.fr.', 'at the end of a sentence'],
    ['International | Le Phare', 'after its rubric'],
    ['Le Phare » Flux', 'as WordPress writes'],
    ['Flux RSS du Phare', 'contracted with its article'],
    ['Flux RSS de Le Phare', 'not contracted'],
    ['RSS - Le Phare', 'behind the format'],
    ['Le Phare (RSS)', 'before the format'],
    ['À la une - Le\u00A0Phare', 'with a no-break space'],
  ])('is one for all feeds of a site: %s', (title, _why) =>
    expect(nameOf(title, 'https://www.lephare.example/rss/une.xml')).toBe('Le Phare'),
  )

  it.each([
    ['L’Étape', 'https://www.etape.example/rss', 'L’Étape', 'the article is not in the address'],
    ["Toute l'info avec L'Étape", 'https://rss.letape.example/x', 'L’Étape', 'a typewriter’s apostrophe'],
    ['Les articles des Rivages', 'https://lesrivages.example/rss', 'Les Rivages', 'contracted plural'],
    ['Nord-Canal - Vimiers', 'https://www.nord-canal.example/rss', 'Nord-Canal', 'a name with a hyphen'],
    ['Mer et Marins en temps réel : ports', 'https://meretmarins.example/', 'Mer et Marins', 'then a slogan'],
    ['RCV Info | Accueil', 'https://www.rcv.example/rss', 'RCV', 'initials'],
    ['Mairie de Valmer', 'https://www.valmer.example/rss', 'Mairie de Valmer', 'more than its town'],
    ['Gazette de la Lande', 'https://lande.example/rss', 'Gazette de la Lande', 'more than its country'],
    ['Ministère de la Mer - Actualités', 'https://www.mer.gouv.fr/rss', 'Ministère de la Mer', 'an office'],
    ['Actualités de la mairie de Valmer', 'https://x.example/rss', 'Mairie de Valmer', 'introduced'],
    ['Rivages Info - Les titres', 'https://www.rivagestv.example/titres.rss', 'Rivages Info', 'another name'],
    ['Valmer Infos', 'https://x.example/rss', 'Valmer Infos', 'a name that sounds like a rubric'],
    ['Home Tech & Quais - actualités', 'https://x.example/rss', 'Tech & Quais', 'the word of a machine'],
    ['Le carnet de Jeanne » Flux', 'https://jeanne.wordpress.com/feed/', 'Le carnet de Jeanne', 'a blog'],
  ])('reads «%s»', (title, feedUrl, name, _why) => expect(nameOf(title, feedUrl)).toBe(name))

  it.each([
    ['', 'no title'],
    ['RSS', 'a format'],
    ['Flux RSS', 'a format'],
    ['Actualités', 'a rubric'],
    ['À la une', 'a rubric'],
    ['Toute l’actualité de la côte en continu', 'a slogan'],
    ['Les dernières nouvelles du port', 'a slogan'],
    ['Le journal que lisent tous ceux qui aiment la mer', 'a sentence'],
    ['lephare.example : à la une', 'the host itself'],
  ])('is the host when the title names nobody: «%s»', (title, _why) =>
    expect(nameOf(title, 'https://www.lephare.example/rss')).toBe('lephare.example'),
  )

  it.each([
    ['https://feeds.feedburner.com/une', ['https://www.lephare.example/a'], 'a relay'],
    ['https://rss.app/feeds/x.xml', ['https://www.lephare.example/a', 'https://canal.example/b'], 'a maker'],
    ['https://cdn.example/une.xml', Array(3).fill('https://www.lephare.example/a'), 'a server of files'],
  ])('looks where the articles are: %s', (feedUrl, itemUrls, _why) =>
    expect(nameOf('Une | Toute l’actualité du Phare', feedUrl, itemUrls)).toBe('Le Phare'),
  )

  it('does not take a relay for a publisher', () =>
    expect(nameOf('YouTube - Le Canal', 'https://www.youtube.com/feeds/videos.xml?channel_id=1')).not.toBe(
      'youtube.com',
    ))

  it('takes no time over a title without end', () => {
    const startedAt = performance.now()
    nameOf('de la '.repeat(100_000), 'https://lephare.example/')
    nameOf(`Flux ${' - '.repeat(100_000)}`, 'https://lephare.example/')
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })
})

describe('webSite', () => {
  it.each([
    ['https://www.lephare.example/rss', { host: 'lephare.example', label: 'lephare' }, 'www is nothing'],
    ['https://rss.lephare.example/', { host: 'rss.lephare.example', label: 'lephare' }, 'a subdomain'],
    ['https://www.mer.gouv.fr/', { host: 'mer.gouv.fr', label: 'mer' }, 'below a second level'],
    ['https://journal.co.ma/', { host: 'journal.co.ma', label: 'journal' }, 'below a second level'],
    ['https://jeanne.over-blog.com/', { host: 'jeanne.over-blog.com', label: 'jeanne' }, 'in a house'],
    ['pas une adresse', { host: '', label: '' }, 'nothing'],
  ])('of %s', (address, site, _why) => expect(webSite(address)).toMatchObject(site))

  it('is one with its subdomains, and no other', () => {
    expect(isSameSite('https://rss.lephare.example/a', 'http://www.lephare.example/b')).toBe(true)
    expect(isSameSite('https://jeanne.wordpress.com/', 'https://luc.wordpress.com/')).toBe(false)
    expect(isSameSite('https://mer.gouv.fr/', 'https://terre.gouv.fr/')).toBe(false)
  })

  it.each([
    ['http://www.lephare.example/rss/', 'https://lephare.example/rss', true],
    ['https://lephare.example/rss?a=1', 'https://lephare.example/rss?a=2', false],
  ])('%s and %s', (one, other, isSame) => expect(bareAddress(one) === bareAddress(other)).toBe(isSame))
})
