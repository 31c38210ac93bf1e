import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { act } from '../../../src/core/action.ts'
import type { Block, Button, MessageText, Span } from '../../../src/core/message.ts'
import { isOfKey } from '../../../src/chat/discord/buttons.ts'
import { DISCORD_LIMITS } from '../../../src/chat/discord/limits.ts'
import { type Piece, renderMessage } from '../../../src/chat/discord/render.ts'
import { neutralise } from '../../../src/locale/neutralise.ts'
import { seenMarkdown } from './fake/markdown.ts'

const render = (blocks: readonly Block[], summary = 'La revue du matin'): readonly Piece[] =>
  renderMessage({ summary, blocks }, 'essai-1')
const contentOf = (blocks: readonly Block[]): string =>
  render(blocks)
    .map(({ content }) => content)
    .join('\n⁂\n')
const plain = (text: string): readonly Span[] => [{ kind: 'plain', text }]
const paragraph = (text: string): Block => ({ kind: 'paragraph', spans: plain(text) })
const button = (label: string, detail = ''): Button => ({
  label,
  action: act('explain', 'envoi-1', detail),
  style: 'plain',
})

describe('a message on Discord', () => {
  it.each<readonly [Block, string, string]>([
    [{ kind: 'heading', level: 1, text: 'La revue' }, '## La revue', 'the title of a message'],
    [{ kind: 'heading', level: 2, text: 'Les maires' }, '### Les maires', 'the title of a story'],
    [
      { kind: 'heading', level: 2, text: 'Le point en C#' },
      '**Le point en C#**',
      'Discord eats number signs at the end of a title',
    ],
    [{ kind: 'context', spans: plain('Trois sources') }, '-# Trois sources', 'small print'],
    [
      {
        kind: 'quote',
        sentences: ['La préfète dit « non ».', 'Elle part.'],
        source: [{ kind: 'link', text: 'Le Fil', url: 'https://fil.exemple.fr/1' }],
      },
      '> «\u202FLa préfète dit “non”.\u202F»\n> «\u202FElle part.\u202F»\n> — [Le Fil](<https://fil.exemple.fr/1>)',
      'each sentence between its own guillemets',
    ],
    [
      { kind: 'list', items: [plain('un'), [{ kind: 'strong', text: 'deux' }]] },
      '- un\n- **deux**',
      'a list',
    ],
    [
      {
        kind: 'paragraph',
        spans: [
          { kind: 'strong', text: ' gras ' },
          ...plain('et '),
          { kind: 'strong', text: 'a' },
          { kind: 'strong', text: 'b' },
        ],
      },
      '**gras** et **ab**',
      'blanks stay outside of strong words, strong words that touch are one',
    ],
    [
      {
        kind: 'paragraph',
        spans: [{ kind: 'link', text: '[Direct] Le sommet', url: 'https://fil.exemple.fr/a_b?c=(d)' }],
      },
      '\\[Direct\\][ Le sommet](<https://fil.exemple.fr/a_b?c=%28d%29>)',
      'brackets would end the words of a link',
    ],
    [
      {
        kind: 'paragraph',
        spans: [{ kind: 'link', text: 'https://fil.exemple.fr/', url: 'https://fil.exemple.fr/' }],
      },
      '<https://fil.exemple.fr/>',
      'an address as its own words',
    ],
    [
      {
        kind: 'paragraph',
        spans: [{ kind: 'link', text: 'https://vrai.exemple.fr', url: 'https://piege.exemple.fr' }],
      },
      'https\\://vrai.exemple.fr',
      'words that name another address',
    ],
    [
      { kind: 'paragraph', spans: [{ kind: 'link', text: 'Ici', url: 'javascript:alert(1)' }] },
      'Ici',
      'no page',
    ],
    [
      {
        kind: 'paragraph',
        spans: [{ kind: 'link', text: 'Ici', url: `https://fil.exemple.fr/${'a'.repeat(2000)}` }],
      },
      'Ici',
      'an address that leaves no room',
    ],
    [
      paragraph('une\n# ligne\r\n- et une autre'),
      'une # ligne - et une autre',
      'a line end in words begins nothing',
    ],
  ])('writes %j', (block, expected, _why) => expect(contentOf([block])).toBe(expected))

  it('parts stretches of text by a blank line, and nothing else', () => {
    const blocks: readonly Block[] = [
      { kind: 'heading', level: 1, text: 'La revue' },
      { kind: 'context', spans: plain('mardi') },
      paragraph('Un.'),
      { kind: 'quote', sentences: ['Deux.'], source: [] },
      { kind: 'list', items: [plain('trois'), plain('quatre')] },
      { kind: 'context', spans: plain('cinq') },
    ]
    expect(contentOf(blocks)).toBe(
      '## La revue\n-# mardi\nUn.\n\n> «\u202FDeux.\u202F»\n\n- trois\n- quatre\n-# cinq',
    )
  })

  it('keeps a title with what it is the title of', () => {
    const pieces = render([
      paragraph('Mot. '.repeat(390)),
      { kind: 'heading', level: 2, text: 'Le sujet' },
      paragraph('Suite. '.repeat(20)),
    ])
    expect(pieces.map(({ content }) => content.slice(0, 12))).toEqual(['Mot. Mot. Mo', '### Le sujet'])
  })

  it('gives each piece a key of its own, which fits as a nonce', () => {
    const key = 'abcdefghijklmnopqrstuv'
    const pieces = renderMessage(
      { summary: '', blocks: [paragraph('Une phrase de plus. '.repeat(2000))] },
      key,
    )
    expect(pieces.length).toBeGreaterThan(15)
    expect(pieces.map((piece) => piece.key).slice(0, 3)).toEqual([key, `${key}.1`, `${key}.2`])
    expect(Math.max(...pieces.map((piece) => piece.key.length))).toBeLessThanOrEqual(
      DISCORD_LIMITS.nonceCharacters,
    )
  })

  it('puts the buttons below the last piece, a row a block, with the key behind each', () => {
    const pieces = render([
      { kind: 'buttons', buttons: [button('Pourquoi ?', '1')] },
      paragraph('Une phrase de plus. '.repeat(150)),
      {
        kind: 'buttons',
        buttons: [
          button('Pourquoi ?', '2'),
          { ...button('Masquer'), action: act('mute', 'envoi-1'), style: 'danger' },
        ],
      },
    ])
    expect(
      pieces.map(({ rows }) =>
        rows.map(({ components }) => components.map(({ custom_id, style }) => [custom_id, style])),
      ),
    ).toEqual([
      [],
      [
        [['explain~envoi-1~1#essai-1.1', 2]],
        [
          ['explain~envoi-1~2#essai-1.1', 2],
          ['mute~envoi-1~#essai-1.1', 4],
        ],
      ],
    ])
  })

  it('gives two buttons of one action different ids, and more messages to more buttons than one bears', () => {
    const blocks = Array.from({ length: 6 }, (): Block => ({
      kind: 'buttons',
      buttons: Array.from({ length: 5 }, () => button('Pourquoi ?')),
    }))
    const pieces = render([paragraph('Le sujet.'), ...blocks])
    expect(pieces.map(({ rows }) => rows.length)).toEqual([5, 1])
    const ids = pieces.map(({ rows }) =>
      rows.flatMap(({ components }) => components.map(({ custom_id }) => custom_id)),
    )
    expect(ids.map((list) => new Set(list).size)).toEqual([25, 5])
    expect(ids.every((list, index) => list.every((id) => isOfKey(id, pieces[index]?.key ?? '')))).toBe(true)
  })

  it.each([
    [[], 'La revue du matin', 'no blocks at all'],
    [[paragraph(' \u202E\u0007 ')], 'La revue du matin', 'nothing that can be seen'],
    [[{ kind: 'buttons', buttons: [button('Pourquoi ?')] }], 'La revue du matin', 'buttons alone'],
  ] satisfies readonly (readonly [readonly Block[], string, string])[])(
    'shows the summary for %j',
    (blocks, expected, _why) => expect(contentOf(blocks)).toBe(expected),
  )
})

/** Odd words: marks, mentions, addresses, beginnings of lines, steering, halves of characters. */
const ODD = [
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '<t:1700000000:R>',
  '<:feu:123456789012345678>',
  '</aide:123456789012345678>',
  '<id:customize>',
  ':fire:',
  '*',
  '**',
  '_',
  '__',
  '~~',
  '`',
  '```',
  '||',
  '|',
  '\\',
  '\\\\',
  '> ',
  '>>> ',
  '# ',
  '## ',
  '-# ',
  '- ',
  '+ ',
  '1. ',
  '99) ',
  '[',
  ']',
  '](',
  '(',
  ')',
  '<',
  '>',
  'https://piege.exemple.fr/a',
  '<https://piege.exemple.fr>',
  '[ici](https://piege.exemple.fr)',
  '[ici](<https://piege.exemple.fr>)',
  'discord://piege',
  'mailto:a@exemple.fr',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '\u202E',
  '\u200B',
  '\u0007',
  '\u001B[31m',
  '\uD83D',
  '🇫🇷',
  'é',
  'C#',
  '¯\\_(ツ)_/¯',
  '&amp;',
  '8:30',
  '::',
  '\uFDD0',
  '\u{F0001}',
]
const oddText = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          'La',
          'préfète',
          'a',
          'reçu',
          'les',
          'maires.',
          'Ils',
          'sont',
          'repartis',
          '3',
          ' ',
          '. ',
        ),
      },
      { weight: 2, arbitrary: fc.constantFrom(...ODD) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 30 },
  )
  .chain((parts) => fc.constantFrom('', ' ').map((blank) => parts.join(blank)))
const longText = fc.tuple(oddText, fc.nat(60)).map(([text, times]) => `${text} `.repeat(times + 1))
const text = fc.oneof({ weight: 5, arbitrary: oddText }, { weight: 1, arbitrary: longText })
const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom('https://fil.exemple.fr/a_(b)', 'javascript:alert(1)', 'https://fil.exemple.fr/<a>|b c'),
  oddText,
)
const span: fc.Arbitrary<Span> = fc.oneof(
  text.map((words): Span => ({ kind: 'plain', text: words })),
  text.map((words): Span => ({ kind: 'strong', text: words })),
  fc
    .tuple(text, url)
    .map(([words, address]): Span => ({ kind: 'link', text: `Lire ${words}`, url: address })),
)
const spans = fc.array(span, { maxLength: 4 })
const block: fc.Arbitrary<Block> = fc.oneof(
  fc
    .tuple(text, fc.constantFrom(1 as const, 2 as const))
    .map(([words, level]): Block => ({ kind: 'heading', text: words, level })),
  spans.map((given): Block => ({ kind: 'paragraph', spans: given })),
  fc
    .tuple(fc.array(text, { maxLength: 3 }), spans)
    .map(([sentences, source]): Block => ({ kind: 'quote', sentences, source })),
  fc.array(spans, { maxLength: 4 }).map((items): Block => ({ kind: 'list', items })),
  spans.map((given): Block => ({ kind: 'context', spans: given })),
  fc
    .array(
      text.map((label) => button(label)),
      { maxLength: 5 },
    )
    .map((buttons): Block => ({ kind: 'buttons', buttons })),
)
const message: fc.Arbitrary<MessageText> = fc.record({
  summary: text,
  blocks: fc.array(block, { maxLength: 8 }),
})

/** What must be seen, blank by blank apart and without what nobody sees. */
const visible = (words: string): string =>
  neutralise(words)
    .toWellFormed()
    .replaceAll(/[\uFDD0\uFDD1]|[\u{F0000}-\u{FFFFD}]/gu, '\uFFFD')
    .replaceAll(/[\s\u200B-\u200F\u2060-\u206F]+/gu, '')
const wordsOf = (given: Block): readonly string[] => {
  switch (given.kind) {
    case 'heading':
      return [given.text]
    case 'paragraph':
    case 'context':
      return [given.spans.map((part) => part.text).join('')]
    case 'quote':
      return [...given.sentences, given.source.map((part) => part.text).join('')]
    case 'list':
      return given.items.map((item) => item.map((part) => part.text).join(''))
    case 'buttons':
      return []
    default:
      return given satisfies never
  }
}
const NOT_OURS = /[«»“”—•\s\u200B-\u200F\u2060-\u206F]/gu

describe('any message on Discord', () => {
  it('breaks no limit, loses no word, calls nobody, follows no address but those of links', () => {
    fc.assert(
      fc.property(message, (given) => {
        const pieces = renderMessage(given, 'essai-1')
        for (const { content, rows, key } of pieces) {
          expect(content.length).toBeLessThanOrEqual(DISCORD_LIMITS.contentCharacters)
          expect(content.trim()).not.toBe('')
          expect(key.length).toBeLessThanOrEqual(DISCORD_LIMITS.nonceCharacters)
          expect(rows.length).toBeLessThanOrEqual(DISCORD_LIMITS.buttonRows)
          const buttons = rows.flatMap(({ components }) => components)
          expect(
            rows.every(
              ({ components }) => components.length <= DISCORD_LIMITS.rowButtons && components.length > 0,
            ),
          ).toBe(true)
          expect(
            buttons.every(({ label }) => label !== '' && label.length <= DISCORD_LIMITS.labelCharacters),
          ).toBe(true)
          expect(
            buttons.every(({ custom_id }) => custom_id.length <= DISCORD_LIMITS.customIdCharacters),
          ).toBe(true)
          expect(new Set(buttons.map(({ custom_id }) => custom_id)).size).toBe(buttons.length)
        }
        const seen = pieces.map(({ content }) => seenMarkdown(content, { allowedMentions: { parse: [] } }))
        expect(seen.flatMap(({ mentions }) => mentions)).toEqual([])
        expect(seen.flatMap(({ spoilers }) => spoilers)).toEqual([])
        const given_ = given.blocks.flatMap((one) =>
          'spans' in one ? one.spans : 'source' in one ? one.source : 'items' in one ? one.items.flat() : [],
        )
        const addresses = given_.flatMap((one) =>
          one.kind === 'link' ? [URL.parse(one.url.trim())?.origin] : [],
        )
        for (const link of seen.flatMap(({ links }) => links))
          expect(addresses).toContain(URL.parse(link)?.origin)
        const words = given.blocks.flatMap(wordsOf).map(visible).join('').replaceAll(NOT_OURS, '')
        if (words !== '' && pieces.length > 0) {
          const shown = visible(seen.map((one) => one.text).join(' ')).replaceAll(NOT_OURS, '')
          if (/[\p{L}\p{N}]/u.test(words)) expect(shown.startsWith(words) ? words : shown).toBe(words)
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    )
  })
})
