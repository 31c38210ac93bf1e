// A message becomes pieces that Slack takes, that call nobody, and that lose no word.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainWords } from '../../../src/chat/slack/escape.ts'
import { renderHome } from '../../../src/chat/slack/render-home.ts'
import { renderMessage } from '../../../src/chat/slack/render.ts'
import { act } from '../../../src/core/action.ts'
import type { Block, MessageText, Span } from '../../../src/core/message.ts'
import { messageBlockProblems } from './fake/block-check.ts'
import { checkContent, checkView } from './fake/content-check.ts'
import { randomMessage } from './random-message.ts'
import { screenOf } from './screen.ts'

const plain = (text: string): Span => ({ kind: 'plain', text })
const link = (text: string, url: string): Span => ({ kind: 'link', text, url })
const message = (blocks: readonly Block[], summary = 'La revue du matin'): MessageText => ({
  summary,
  blocks,
})
const only = (block: Block): unknown => renderMessage(message([block]))[0]?.blocks

describe('a block in Block Kit', () => {
  it.each<[string, Block, unknown]>([
    [
      'a title',
      { kind: 'heading', level: 1, text: 'La revue :fire:' },
      [{ type: 'header', text: { type: 'plain_text', text: 'La revue :fire:', emoji: false } }],
    ],
    [
      'a title longer than a header',
      { kind: 'heading', level: 1, text: 'mot '.repeat(60) },
      [section({ type: 'text', text: 'mot '.repeat(60).trim(), style: { bold: true } })],
    ],
    [
      'the title of a story',
      { kind: 'heading', level: 2, text: 'Les maires\nreçus' },
      [section({ type: 'text', text: 'Les maires reçus', style: { bold: true } })],
    ],
    [
      'words and links',
      {
        kind: 'paragraph',
        spans: [plain('D’après '), link('Le Courrier', 'https://courrier.exemple.fr/a?b=c#d')],
      },
      [
        section(
          { type: 'text', text: 'D’après ' },
          { type: 'link', url: 'https://courrier.exemple.fr/a?b=c#d', text: 'Le Courrier' },
        ),
      ],
    ],
    [
      'an address that leads nowhere good',
      { kind: 'paragraph', spans: [link('cliquez', 'javascript:alert(1)')] },
      [section({ type: 'text', text: 'cliquez' })],
    ],
    [
      'small print without a link',
      { kind: 'context', spans: [plain('8 h, '), { kind: 'strong', text: 'trois sources' }] },
      [{ type: 'context', elements: [{ type: 'plain_text', text: '8 h, trois sources', emoji: false }] }],
    ],
    [
      'buttons',
      {
        kind: 'buttons',
        buttons: [
          { label: 'Pourquoi ?', action: act('explain', 'd1', '2'), style: 'plain' },
          { label: 'Retirer', action: act('remove-feed', 'f1'), style: 'danger' },
        ],
      },
      [
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'explain-0-0',
              text: { type: 'plain_text', text: 'Pourquoi ?', emoji: false },
              value: 'explain~d1~2',
            },
            {
              type: 'button',
              action_id: 'remove-feed-0-1',
              text: { type: 'plain_text', text: 'Retirer', emoji: false },
              value: 'remove-feed~f1~',
              style: 'danger',
            },
          ],
        },
      ],
    ],
  ])('shows %s', (_what, block, expected) => expect(only(block)).toEqual(expected))

  it('puts each sentence between its own guillemets, and the source behind the last', () => {
    const block: Block = {
      kind: 'quote',
      sentences: ['La préfète a reçu les maires.', '« Nous irons », dit-elle.'],
      source: [link('La Dépêche', 'https://depeche.exemple.fr/1')],
    }
    expect(only(block)).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_quote',
            elements: [
              {
                type: 'text',
                text: '«\u202FLa préfète a reçu les maires.\u202F»\n«\u202F“Nous irons”, dit-elle.\u202F»',
              },
            ],
          },
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: '— ' },
              { type: 'link', url: 'https://depeche.exemple.fr/1', text: 'La Dépêche' },
            ],
          },
        ],
      },
    ])
  })

  it.each<[string, Block]>([
    ['a title of control characters', { kind: 'heading', level: 1, text: '\u0007\u202E' }],
    ['an empty paragraph', { kind: 'paragraph', spans: [plain('  \n')] }],
    ['a list without items', { kind: 'list', items: [] }],
    ['a quotation of nothing', { kind: 'quote', sentences: [''], source: [] }],
    ['a row without buttons', { kind: 'buttons', buttons: [] }],
  ])('shows the summary alone instead of %s', (_what, block) => {
    expect(renderMessage(message([block], 'Rien ce matin.'))).toEqual([
      { text: 'Rien ce matin.', blocks: [section({ type: 'text', text: 'Rien ce matin.' })] },
    ])
  })
})

function section(...elements: readonly unknown[]) {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
}

describe('the words of a notification', () => {
  it.each([
    ['<!channel> & <@U1>', '&lt;!channel&gt; &amp; &lt;@U1&gt;', 'marks of Slack'],
    ['Une\nautre\u202E ligne', 'Une autre ligne', 'lines and turned text'],
    ['', '…', 'nothing'],
  ])('escapes %j', (summary, expected, _why) => {
    expect(renderMessage(message([{ kind: 'heading', level: 1, text: 'Titre' }], summary))[0]?.text).toBe(
      expected,
    )
  })

  it('are short, and say which part of several it is', () => {
    const long = { kind: 'paragraph', spans: [plain('La commission a voté. '.repeat(1500))] } as const
    const pieces = renderMessage(message([long], 'mot '.repeat(500)))
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces[0]?.text.length).toBeLessThanOrEqual(600)
    expect(pieces[1]?.text).toMatch(new RegExp(`… \\(suite, 2\\ssur ${pieces.length}\\)$`, 'u'))
  })
})

describe('the pieces of a message', () => {
  it('cuts between sentences', () => {
    const sentence = 'La commission que le conseil a suivie en entier a voté.'
    const pieces = renderMessage(message([{ kind: 'paragraph', spans: [plain(`${sentence} `.repeat(600))] }]))
    const texts = pieces
      .flatMap(({ blocks }) => blocks)
      .map((block) => screenOf({ text: '', blocks: [{ ...block }] }).text)
    expect(texts.filter((text) => !text.endsWith('a voté.'))).toEqual([])
  })

  it('leaves no title alone at the end of a piece, and no buttons alone at the beginning', () => {
    const story: readonly Block[] = [
      { kind: 'heading', level: 2, text: 'Les maires reçus' },
      { kind: 'paragraph', spans: [plain('La préfète a reçu les maires. '.repeat(40))] },
      { kind: 'buttons', buttons: [{ label: 'Pourquoi ?', action: act('explain', 'd1'), style: 'plain' }] },
    ]
    const pieces = renderMessage(message(Array.from({ length: 40 }, () => story).flat()))
    expect(pieces.length).toBeGreaterThan(3)
    for (const { blocks } of pieces) {
      expect(blocks[0]?.type).not.toBe('actions')
      expect(blocks.at(-1)?.type).toBe('actions')
    }
  })

  /** Each draws some eighteen stories; ten thousand of them take three minutes, asked for by hand. */
  const RUNS = Number(process.env['PRESSOIR_RENDER_RUNS'] ?? 200)

  it('breaks no limit, loses no word and calls nobody, whatever the message', () => {
    fc.assert(
      fc.property(randomMessage, (random) => {
        const pieces = renderMessage(random)
        for (const { text, blocks } of pieces) {
          expect(messageBlockProblems(blocks)).toEqual([])
          expect(blocks.length).toBeLessThanOrEqual(50)
          expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(10_000)
          expect(text).not.toBe('')
          checkContent({ text, blocks }, 3000)
        }
        const screens = pieces.map(({ text, blocks }) =>
          screenOf({ text, blocks: blocks.map((block) => ({ ...block })) }),
        )
        expect(screens.flatMap(({ pings }) => pings)).toEqual([])
        expect(screens.flatMap(({ links }) => links).filter((url) => !/^https?:/u.test(url))).toEqual([])
        const shown = solid(screens.map(({ text }) => text).join(''))
        let from = 0
        for (const words of saidIn(random)) {
          const at = shown.indexOf(words, from)
          expect({ words, isThere: at >= 0 }).toEqual({ words, isThere: true })
          from = at + words.length
        }
      }),
      { numRuns: RUNS },
    )
  }, 600_000)

  it('makes a page of the same blocks that Slack takes, however long', () => {
    fc.assert(
      fc.property(randomMessage, ({ blocks }) => {
        const view = renderHome(blocks)
        checkView(JSON.parse(JSON.stringify(view)), ['home'])
        expect(view.blocks.length).toBeLessThanOrEqual(100)
      }),
      { numRuns: 50 },
    )
  }, 60_000)
})

/** What every reader must find, in order, without blanks and quotation marks. Labels are shortened, and left out here. */
function saidIn({ blocks }: MessageText): readonly string[] {
  return blocks
    .flatMap((block): readonly string[] => {
      switch (block.kind) {
        case 'heading':
          return [block.text]
        case 'paragraph':
        case 'context':
          return [block.spans.map(({ text }) => plainWords(text)).join('')]
        case 'quote':
          return [...block.sentences, block.source.map(({ text }) => plainWords(text)).join('')]
        case 'list':
          return block.items.map((item) => item.map(({ text }) => plainWords(text)).join(''))
        case 'buttons':
          return []
        default:
          return block satisfies never
      }
    })
    .map((text) => solid(plainWords(text)))
    .filter((text) => text !== '')
}

function solid(text: string): string {
  return text.replaceAll(/[\s«»“”"—]+/gu, '')
}
