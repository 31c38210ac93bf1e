// The invented press is what it claims to be: its bytes, its forms, what it tells.
import { describe, expect, it } from 'vitest'
import {
  allItems,
  containment,
  feedOf,
  itemsOf,
  pageOf,
  press,
  textAt,
  bytesAt,
  wordsOf,
} from './press-reader.ts'

function allWordsOf(host: string): string {
  return itemsOf(feedOf(host))
    .map((item) => wordsOf(item))
    .join(' ')
}

describe('what the press tells', () => {
  it('holds at least thirty articles of ten publishers once trackers are cut, on hosts that cannot exist', () => {
    const articles = new Map(allItems().map((item) => [pageOf(item), item.publisher]))
    expect(articles.size).toBeGreaterThanOrEqual(30)
    expect(new Set(articles.values()).size).toBeGreaterThanOrEqual(10)
    expect(press.hosts.filter((host) => !/^[a-z]+\.example$/.test(host))).toEqual([])
    expect(press.feeds.filter(({ url }) => !press.hosts.includes(new URL(url).host))).toEqual([])
    expect(new Set(press.feeds.map(({ id }) => id)).size).toBe(press.feeds.length)
  })

  it.each([
    [/Sveti Roko/, 5, 4, 'the meeting in Geneva'],
    [/Saint-Alban-les-Sources/, 4, 3, 'the train'],
    [/Verreries de l.Ourthe|Vitrania/, 3, 3, 'the glassworks'],
    [/Maucourt/, 3, 3, 'the judgement'],
    [/Pontrouet/, 2, 2, 'the flood, before its second round'],
    [/Espoir de Kaolack/, 3, 3, 'the final'],
    [/chaland/, 3, 3, 'the barge'],
    [/Véronique Lambertz/, 2, 2, 'the budget'],
    [/Baobab-2/, 3, 3, 'the dispatch'],
  ])('tells %s in %i articles of %i publishers: %s', (subject, articles, publishers) => {
    const telling = allItems().filter((item) => subject.test(wordsOf(item)))
    expect(new Set(telling.map(pageOf)).size).toBe(articles)
    expect(new Set(telling.map(({ publisher }) => publisher)).size).toBe(publishers)
  })

  it('counts the injured differently from one publisher to the next', () => {
    expect(allWordsOf('ondesinfos.example')).toContain('Au moins douze personnes ont été blessées, dont deux')
    expect(allWordsOf('lefanal.example')).toContain('Quinze personnes, dont trois sont dans un état grave')
  })

  it.each([
    ['Le Fanal', 'Sa rencontre avec Aldo Sandrelli', 'a cancelled meeting'],
    ['Radio Rivage', 'a rencontré lundi à Genève son homologue numide, Karim Benhaddou', 'a meeting held'],
    ['Radio Rivage', 'Elena Marković et Karim Benhaddou se parleront au téléphone jeudi', 'a call to come'],
  ])('lets %s say «%s»: %s', (publisher, words) => {
    const said = allItems().filter((item) => item.publisher === publisher)
    expect(said.map((item) => wordsOf(item)).join('\n')).toContain(words)
  })

  it('reprints one dispatch almost to the word, once under another title', () => {
    const told = allItems().filter(({ text }) => text.includes('Baobab-2'))
    expect(new Set(told.map(({ title }) => title)).size).toBe(2)
    const [first = '', ...others] = told.map(({ text }) => text)
    expect(others).toHaveLength(2)
    for (const other of others) expect(containment(first, other)).toBeGreaterThan(0.85)
  })

  it('repeats nothing else: each publisher writes his own', () => {
    const own = allItems().filter(({ text }) => !text.includes('Baobab-2'))
    const texts = [...new Map(own.map((item) => [pageOf(item), wordsOf(item)])).values()]
    const shares = texts.flatMap((text, index) =>
      texts.slice(index + 1).map((other) => containment(text, other)),
    )
    expect(Math.max(...shares)).toBeLessThan(0.1)
  })
})

describe('the forms', () => {
  it.each([
    [
      'lefanal.example',
      /^<\?xml[^>]*>\s*<rss version="2\.0"[\s\S]*<content:encoded>/,
      'RSS 2.0 with the whole text',
    ],
    [
      'ladepechedurhone.example',
      /^<\?xml[^>]*>\s*<rss version="2\.0">(?![\s\S]*content:)/,
      'RSS 2.0, abstracts',
    ],
    ['radiorivage.example', /<feed [^>]*Atom"[^>]*xml:base=[\s\S]*href="info\//, 'Atom with relative links'],
    [
      'radiorivage.example',
      /<content type="html">[\s\S]*<content type="xhtml">/,
      'Atom in both kinds of HTML',
    ],
    ['leregistre.example', /<feed [^>]*Atom"(?![\s\S]*<content)/, 'Atom, abstracts'],
    ['afriquemeridien.example', /^\{\s*"version": "https:\/\/jsonfeed\.org\/version\/1\.1"/, 'JSON Feed'],
    ['boussoledessciences.example', /<rdf:RDF [\s\S]*<title>L&amp;rsquo;heure/, 'RDF, titles escaped twice'],
    ['lecourrierdesmarees.example', /^<!DOCTYPE html>/, 'no feed at all'],
    ['antennemeuse.example', /<link>[^<]*\?utm_source=rss&amp;utm_medium=feed/, 'links with trackers'],
    ['ondesinfos.example', /<guid>[^<]*#xtor=RSS-3-\[lestitres\]<\/guid>/, 'guids with a tracker'],
  ])('%s sends %s: %s', (host, form) => expect(textAt(feedOf(host).url)).toMatch(form))

  it.each([
    ['ladepechedurhone.example', 'windows-1252', 'application/rss+xml', ['’', '€', 'œ', '…', '–']],
    ['lejournaldeliege.example', 'ISO-8859-1', 'text/xml; charset=ISO-8859-1', ['’', 'œ']],
  ])('%s is in windows-1252 and declares %s', (host, declared, contentType, characters) => {
    const { url } = feedOf(host)
    const bytes = bytesAt(url)
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(TypeError)
    const text = new TextDecoder('windows-1252').decode(bytes)
    expect(text.startsWith(`<?xml version="1.0" encoding="${declared}"?>`)).toBe(true)
    expect(characters.filter((character) => !text.includes(character))).toEqual([])
    expect(text).not.toMatch(/[\u0080-\u009f\ufffd]/)
    expect(press.answer(host, new URL(url).pathname)?.headers).toEqual({ 'content-type': contentType })
  })

  it('sends one feed in UTF-8 under a header that says otherwise', () => {
    const { url } = feedOf('antennemeuse.example')
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytesAt(url))).toContain('arrêtée')
    expect(press.answer('antennemeuse.example', '/feed.xml')?.headers?.['content-type']).toContain(
      'ISO-8859-1',
    )
  })

  it('damages one item of Stade & Terrain and leaves three whole', () => {
    const blocks = textAt(feedOf('stadeetterrain.example').url).match(/<item>[\s\S]*?<\/item>/g) ?? []
    const tags = ['title', 'link', 'category', 'pubDate', 'description']
    const whole = blocks.filter((block) => tags.every((tag) => block.includes(`</${tag}>`)))
    expect([blocks.length, whole.length]).toEqual([4, 3])
  })

  it('serves a page with more words for each abstract', () => {
    const abstracts = allItems().filter(({ text }) => text.split(' ').length < 60)
    expect(abstracts.length).toBeGreaterThan(15)
    for (const item of abstracts) {
      expect([item.title, wordsOf(item).split(' ').length > 80]).toEqual([item.title, true])
    }
  })

  it.each([
    [
      'ladepechedurhone.example',
      /<script type="application\/ld\+json">\{[^\n]*"@type":"NewsArticle"/,
      'JSON-LD',
    ],
    ['ladepechedurhone.example', /<meta charset="windows-1252">[\s\S]*s’appelle Inès/, 'other bytes'],
    ['ondesinfos.example', /<div id="cookie-banner"[\s\S]*<article>[\s\S]*Lire aussi/, 'a banner and boxes'],
    ['ondesinfos.example', /og:title" content="[^"]*&amp;#039;/, 'a title escaped twice'],
    ['antennemeuse.example', /<\/p><p>[\s\S]*avril\.Les élus/, 'glued paragraphs'],
    ['leregistre.example', /<meta name="tdm-reservation" content="1">/, 'a reservation'],
  ])('%s has a page with %s: %s', (host, form) => {
    const pages = itemsOf(feedOf(host)).map(({ link }) => textAt(link))
    expect(pages).toContainEqual(expect.stringMatching(form))
  })

  it.each([
    ['lefanal.example', 'était terminée.La préfète', 'glued paragraphs'],
    ['lefanal.example', '(avec Ligne)', 'an agency'],
    ['lejournaldeliege.example', '(Ligne)', 'an agency'],
    ['radiorivage.example', 'lgn/jd', 'the initials of an agency'],
    ['radiorivage.example', '>> Lire aussi :', 'a line that is no text'],
  ])('%s holds «%s»: %s', (host, words) => {
    expect(
      itemsOf(feedOf(host))
        .map(({ text }) => text)
        .join('\n'),
    ).toContain(words)
  })

  it('has a title and a text that look like mentions', () => {
    const found = allItems().find(({ title }) => title.includes('@tous'))
    expect(found === undefined ? '' : wordsOf(found)).toContain('@everyone')
  })
})

describe('who may read', () => {
  it('keeps everybody off the pages of L’Écho des Marches, not off its feed', () => {
    const robots = textAt('http://lechodesmarches.example/robots.txt')
    expect(robots).toMatch(/^User-agent: \*\nDisallow: \/articles\/$/m)
    const feed = feedOf('lechodesmarches.example')
    expect([feed.url, ...itemsOf(feed).map(pageOf)].map((url) => url.includes('/articles/'))).toEqual([
      false,
      true,
      true,
    ])
  })

  it('reserves the articles of Le Registre, not its feed', () => {
    const rules: unknown = JSON.parse(textAt('http://leregistre.example/.well-known/tdmrep.json'))
    expect(rules).toMatchObject([{ location: '/articles/*', 'tdm-reservation': 1 }])
    const feed = feedOf('leregistre.example')
    const addresses = [feed.url, ...itemsOf(feed).map(pageOf)]
    expect(addresses.map((url) => url.includes('/articles/'))).toEqual([false, true, true, true])
  })

  it.each([
    ['lefanal.example', '/../../package.json', 'outside of the folder'],
    ['lefanal.example', '/%2e%2e/%2e%2e/package.json', 'the same, encoded'],
    ['round-2', '/lefanal.example/rss/une.xml', 'the overlay is no host'],
    ['inconnu.example', '/rss/une.xml', 'nobody'],
    ['lefanal.example', '/rss', 'a folder'],
  ])('has nothing at %s%s: %s', (host, path) => expect(press.answer(host, path)).toBeUndefined())

  it('does not mind a query', () => {
    expect(press.answer('lefanal.example', '/rss/une.xml?utm_source=rss')).toBeDefined()
  })
})
