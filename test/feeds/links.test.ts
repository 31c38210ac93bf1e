import { describe, expect, it } from 'vitest'
import { withoutTracking } from '../../src/core/web-address.ts'
import { moveBase, resolveLink, urlOf } from '../../src/feeds/links.ts'

const BASE = 'https://exemple.fr/flux/une.xml'

describe('resolveLink', () => {
  it.each([
    ['https://exemple.fr/a?b=1', 'https://exemple.fr/a?b=1', 'absolute'],
    ['  \n https://exemple.fr/a\n ', 'https://exemple.fr/a', 'spaces around'],
    ['/a', 'https://exemple.fr/a', 'a path'],
    ['a', 'https://exemple.fr/flux/a', 'beside the feed'],
    ['//autre.fr/a', 'https://autre.fr/a', 'no scheme'],
    ['www.autre.fr/a', 'https://www.autre.fr/a', 'a host that somebody typed'],
    ['https://exemple.fr/a?b=1&amp;c=2', 'https://exemple.fr/a?b=1&c=2', 'escaped twice'],
    ['https://exemple.fr/un article', 'https://exemple.fr/un%20article', 'a space inside'],
    ['https://lemonde.fr@piege.example/a', 'https://piege.example/a', 'a name that lies about the host'],
    ['//lecteur:secret@autre.fr/a', 'https://autre.fr/a', 'a password'],
    ['', '', 'nothing'],
    ['https://', '', 'no host'],
    ['javascript:alert(1)', '', 'a script'],
    ['file:///etc/passwd', '', 'a file'],
  ])('makes %j into %j', (link, expected, _why) => expect(urlOf(resolveLink(link, BASE))).toBe(expected))

  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x'])('refuses %s', (link) =>
    expect(resolveLink(link, BASE)).toEqual({ kind: 'refused' }),
  )
})

describe('moveBase', () => {
  it.each([
    ['/blog/', 'https://exemple.fr/blog/', 'relative to what stood before'],
    ['https://autre.fr/', 'https://autre.fr/', 'absolute'],
    ['http://[', BASE, 'unreadable'],
    [undefined, BASE, 'none'],
  ])('follows %j', (xmlBase, expected, _why) => expect(moveBase(BASE, xmlBase)).toBe(expected))
})

describe('withoutTracking', () => {
  it.each([
    ['https://exemple.fr/a?utm_source=rss&utm_medium=feed', 'https://exemple.fr/a', 'Google'],
    ['https://exemple.fr/a?id=3&xtor=RSS-1', 'https://exemple.fr/a?id=3', 'what names the page stays'],
    ['https://exemple.fr/a#xtor=RSS-3208', 'https://exemple.fr/a', 'AT Internet behind a hash'],
    ['https://exemple.fr/a?at_medium=rss&b=é%20+', 'https://exemple.fr/a?b=é%20+', 'nothing is re-encoded'],
    [
      'https://exemple.fr/a?fbclid=x#commentaires',
      'https://exemple.fr/a#commentaires',
      'a place in the page stays',
    ],
    [
      'https://exemple.fr/a?source=rss&utmost=1',
      'https://exemple.fr/a?source=rss&utmost=1',
      'no prefix by chance',
    ],
    ['https://exemple.fr/a#Echobox=17', 'https://exemple.fr/a', 'Echobox'],
    ['https://exemple.fr/a?#', 'https://exemple.fr/a', 'empty signs'],
  ])('makes %s into %s', (url, expected, _why) => expect(withoutTracking(url)).toBe(expected))
})
