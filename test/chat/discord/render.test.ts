import { describe, expect, it } from 'vitest'
import { act } from '../../../src/core/action.ts'
import type { Block, Button, Span } from '../../../src/core/message.ts'
import { isOfKey } from '../../../src/chat/discord/buttons.ts'
import { DISCORD_LIMITS } from '../../../src/chat/discord/limits.ts'
import { type Piece, renderMessage } from '../../../src/chat/discord/render.ts'
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
      {
        kind: 'paragraph',
        spans: [
          { kind: 'mention', of: 'person', id: '123456789012345678', text: 'Camille' },
          ...plain(', '),
          { kind: 'mention', of: 'channel', id: '123456789012345678', text: '' },
          ...plain(', '),
          { kind: 'mention', of: 'role', id: '123456789012345678', text: 'Rédaction' },
          ...plain(', '),
          { kind: 'mention', of: 'person', id: 'U0123', text: '@everyone' },
        ],
      },
      String.raw`<@123456789012345678>, <#123456789012345678>, <@&123456789012345678>, \@everyone`,
      'names that only Discord knows; a body calls nobody all the same',
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

  it('cuts between sentences, whatever marks they carry', () => {
    const sentences = Array.from(
      { length: 90 },
      (_, index) => `La commission ${index} a lu, puis relu le texte.`,
    )
    const spans = sentences.map((sentence, index): Span => {
      const text = `${sentence} `
      if (index % 3 === 1) return { kind: 'strong', text }
      return index % 3 === 2
        ? { kind: 'link', text, url: `https://fil.exemple.fr/${index}` }
        : { kind: 'plain', text }
    })
    const pieces = render([{ kind: 'paragraph', spans }])
    expect(pieces.length).toBeGreaterThan(2)
    const shown = pieces.map(({ content }) => seenMarkdown(content).text)
    expect(sentences.filter((sentence) => !shown.some((text) => text.includes(sentence)))).toEqual([])
    expect(shown.join(' ')).toBe(sentences.join(' '))
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

describe('a quotation at the end of a message', () => {
  const source = [{ kind: 'link', text: 'Le Fanal', url: 'https://fanal.exemple.fr/1' }] as const
  const sentence = 'Une phrase de quarante caractères environ.'

  it.each<readonly [readonly Block[], string]>([
    [[paragraph('mot '.repeat(482)), { kind: 'quote', sentences: [sentence], source }], 'after a long text'],
    [
      [
        paragraph('mot '.repeat(478)),
        { kind: 'heading', level: 2, text: 'Le sujet' },
        { kind: 'quote', sentences: [sentence], source },
      ],
      'with its title',
    ],
  ])('takes its last sentence along with its source', (blocks, _why) => {
    const [first, second, ...more] = render(blocks)
    expect(more).toEqual([])
    expect(first?.content).not.toContain(sentence)
    expect(first?.content).not.toContain('### ')
    expect(second?.content).toContain(sentence)
    expect(second?.content).toContain('Le Fanal')
  })

  it('parts from its source where the sentence fills a message by itself', () => {
    const [first, second] = render([{ kind: 'quote', sentences: ['m'.repeat(1985)], source }])
    expect(first?.content).toContain('mmm')
    expect(second?.content).toContain('Le Fanal')
  })
})
