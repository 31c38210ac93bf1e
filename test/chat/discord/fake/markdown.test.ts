// The reading of Discord's Markdown, against what its client shows.
import { describe, expect, it } from 'vitest'
import { seenMarkdown } from './markdown.ts'
import type { Pings } from './pings.ts'

const NAMES = new Map([
  ['100000000000000001', 'Camille'],
  ['100000000000000002', 'Rédaction'],
  ['100000000000000003', 'veille'],
])
const text = (content: string): string => seenMarkdown(content, { names: NAMES }).text

describe('the words that a person sees', () => {
  it.each([
    ['Le **budget** est voté', 'Le budget est voté', 'strong'],
    ['Le *budget* est voté', 'Le budget est voté', 'emphasis with stars'],
    ['Le _budget_ est voté', 'Le budget est voté', 'emphasis with low lines'],
    ['Le __budget__ est voté', 'Le budget est voté', 'underline'],
    ['Le ***budget*** est voté', 'Le budget est voté', 'strong and emphasis at once'],
    ['Le ~~budget~~ est voté', 'Le budget est voté', 'struck out'],
    ['**Le budget\nest voté**', 'Le budget\nest voté', 'a mark spans lines'],
    ['2 * 3 * 4', '2 * 3 * 4', 'stars among spaces are stars'],
    ['nom_de_fichier_long', 'nom_de_fichier_long', 'low lines within a word stay'],
    ['**inachevé', '**inachevé', 'a mark never closed shows'],
    ['\\*\\*budget\\*\\*', '**budget**', 'escaped marks show as themselves'],
    ['C:\\dossier', 'C:\\dossier', 'a backslash before a letter stays'],
    ['`**brut**`', '**brut**', 'no mark in code'],
    ['``un ` dedans``', 'un ` dedans', 'code between two backticks'],
    ['```js\nlet a = 1\n```', 'let a = 1', 'code block with its language'],
    ['```@everyone```', '@everyone', 'code block on one line'],
    ['# Revue de presse', 'Revue de presse', 'heading'],
    ['### Monde\nsuite', 'Monde\nsuite', 'small heading'],
    ['#4 des ventes', '#4 des ventes', 'a hash without space is no heading'],
    ['#### Quatre', '#### Quatre', 'four hashes are no heading'],
    ['\\# Titre', '# Titre', 'escaped heading'],
    ['Prix # 3', 'Prix # 3', 'a hash inside the line'],
    ['-# Source : Agence du Midi', 'Source : Agence du Midi', 'small print'],
    ['- un\n- deux', '• un\n• deux', 'bullets'],
    ['* un', '• un', 'bullet with a star'],
    ['\\- un', '- un', 'escaped bullet'],
    ['12. douze\n40. treize', '12. douze\n13. treize', 'numbers count on from the first'],
    ['1986\\. Une année', '1986. Une année', 'escaped number'],
    ['> cité\n> encore\nlibre', 'cité\nencore\nlibre', 'quoted lines'],
    ['>>> tout\nle reste', 'tout\nle reste', 'quoted to the end'],
    ['a > b', 'a > b', 'an angle inside a line'],
    ['||caché||', 'caché', 'spoiler, opened'],
    ['<@100000000000000001> et <@!100000000000000001>', '@Camille et @Camille', 'users'],
    ['<@&100000000000000002>', '@Rédaction', 'role'],
    ['<#100000000000000003>', '#veille', 'channel'],
    ['<@999>', '@999', 'a mention of nobody known'],
    ['</aide:100000000000000009>', '/aide', 'command'],
    ['<:journal:100000000000000004>', ':journal:', 'custom emoji'],
    ['<a:tourne:100000000000000004>', ':tourne:', 'moving emoji'],
    [':smile:', ':smile:', 'a short name in a post stays'],
    ['<t:1767225600:D>', '1 janvier 2026', 'day of a timestamp'],
    ['<t:1767225600:t>', '01:00', 'hour of a timestamp, in Paris'],
    ['[Le Midi](https://midi.example/a)', 'Le Midi', 'masked link'],
    ['[Le **Midi**](https://midi.example/a)', 'Le Midi', 'marks within a masked link'],
    ['[Le Midi](<https://midi.example/a>)', 'Le Midi', 'masked link without preview'],
    ['[Le Midi]\\(https://midi.example/a)', '[Le Midi](https://midi.example/a)', 'escaped masked link'],
    ['\\[Le Midi\\](https://midi.example/a)', '[Le Midi](https://midi.example/a)', 'escaped brackets'],
    ['[Le Midi](javascript:alert)', '[Le Midi](javascript:alert)', 'only web addresses make links'],
    [
      '[https://bon.example](https://mal.example)',
      '[https://bon.example](https://mal.example)',
      'an address masks no address',
    ],
    ['<b>gras</b>', '<b>gras</b>', 'HTML is text'],
    ['  espace autour  ', 'espace autour', 'Discord trims'],
    ['l’**Élysée**', 'l’Élysée', 'a mark beside letters'],
  ])('%j shows as %j (%s)', (content, expected) => expect(text(content)).toBe(expected))
})

describe('the addresses that a click follows', () => {
  it.each([
    ['Lire https://midi.example/a.', ['https://midi.example/a'], 'the full stop is outside'],
    ['(https://midi.example/a)', ['https://midi.example/a'], 'the bracket is outside'],
    ['https://midi.example/a_(b)', ['https://midi.example/a_(b)'], 'a bracket that the address opens'],
    ['<https://midi.example/a>', ['https://midi.example/a'], 'between angles'],
    ['<mailto:a@b.example>', ['mailto:a@b.example'], 'a letter box'],
    ['[Midi](https://midi.example/a "titre")', ['https://midi.example/a'], 'masked, with a title'],
    ['[Midi](https://midi.example/a_(b))', ['https://midi.example/a_(b)'], 'masked, with brackets'],
    ['`https://midi.example`', [], 'code links nothing'],
    ['https\\://midi.example', [], 'escaped colon'],
    ['\\https://midi.example', ['https://midi.example'], 'a backslash before a letter protects nothing'],
    ['xhttps://midi.example/a', ['https://midi.example/a'], 'within a word'],
    ['midi.example', [], 'no scheme, no link'],
    ['**https://midi.example/a**', ['https://midi.example/a'], 'inside a mark'],
  ])('%j: %j (%s)', (content, links) => expect(seenMarkdown(content).links).toEqual(links))

  it('tells masked links from bare ones', () => {
    const seen = seenMarkdown('[Midi](https://midi.example/a) https://soir.example/b')
    expect(seen.maskedLinks).toEqual([{ label: 'Midi', address: 'https://midi.example/a' }])
    expect(seen.links).toEqual(['https://midi.example/a', 'https://soir.example/b'])
  })
})

describe('what shows as a mention and what notifies', () => {
  const NOTHING = { parse: [] }
  it.each<readonly [string, unknown, readonly string[], Pings, string]>([
    [
      '@everyone',
      undefined,
      ['@everyone'],
      { everyone: true, users: [], roles: [] },
      'nothing said: all is allowed',
    ],
    ['@here', NOTHING, ['@here'], { everyone: false, users: [], roles: [] }, 'shows, and notifies nobody'],
    [
      '\\@everyone',
      undefined,
      [],
      { everyone: true, users: [], roles: [] },
      'strict: a backslash is not trusted',
    ],
    ['@\u200beveryone', undefined, [], { everyone: false, users: [], roles: [] }, 'broken by a zero width'],
    ['`@everyone`', undefined, [], { everyone: false, users: [], roles: [] }, 'code notifies nobody'],
    [
      '<@100000000000000001>',
      undefined,
      ['@Camille'],
      { everyone: false, users: ['100000000000000001'], roles: [] },
      'a user',
    ],
    [
      '<@100000000000000001>',
      NOTHING,
      ['@Camille'],
      { everyone: false, users: [], roles: [] },
      'a user, silenced',
    ],
    [
      '<@100000000000000001> <@5>',
      { parse: [], users: ['5'] },
      ['@Camille', '@5'],
      { everyone: false, users: ['5'], roles: [] },
      'only those who are listed',
    ],
    [
      '<@&100000000000000002>',
      { parse: ['roles'] },
      ['@Rédaction'],
      { everyone: false, users: [], roles: ['100000000000000002'] },
      'a role',
    ],
    ['<\\@100000000000000001>', undefined, [], { everyone: false, users: [], roles: [] }, 'escaped inside'],
    [
      'courriel@everyone.example',
      undefined,
      ['@everyone'],
      { everyone: true, users: [], roles: [] },
      'within a word as well',
    ],
  ])('%j allowed %j shows %j, notifies %j (%s)', (content, allowedMentions, mentions, pings) => {
    const seen = seenMarkdown(content, { names: NAMES, allowedMentions })
    expect(seen.mentions).toEqual(mentions)
    expect(seen.pings).toEqual(pings)
  })
})

describe('what has no form', () => {
  it.each([
    ['Titre\u202eesrevni', ['U+202E'], 'turned direction'],
    ['a\u200bb', ['U+200B'], 'zero width'],
    ['a\u0007b', ['U+0007'], 'bell'],
    ['a\u2066b\u2069', ['U+2066', 'U+2069'], 'isolates'],
    ['« Titre »\u202f:\n\tsuite', [], 'French spaces, line ends and tabs are no oddities'],
  ])('%j: %j (%s)', (content, invisible) => expect(seenMarkdown(content).invisible).toEqual(invisible))

  it('names the marks that took effect', () =>
    expect(seenMarkdown('# Titre\n**gras** ||caché||').marks).toEqual(['heading', 'strong', 'spoiler']))

  it('survives nesting without end', () =>
    expect(seenMarkdown(`${'||**'.repeat(400)}x${'**||'.repeat(400)}`).text).toContain('x'))
})
