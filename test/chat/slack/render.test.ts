// A message becomes pieces that Slack takes, that call nobody, and that lose no word.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainWords } from '../../../src/chat/slack/escape.ts'
import { renderHome } from '../../../src/chat/slack/render-home.ts'
import type { SlackBlock } from '../../../src/chat/slack/render-block.ts'
import { renderMessage } from '../../../src/chat/slack/render.ts'
import { act } from '../../../src/core/action.ts'
import type { Block, MessageText, Span } from '../../../src/core/message.ts'
import { messageBlockProblems } from './fake/block-check.ts'
import { checkContent, checkView } from './fake/content-check.ts'
import { randomMessage } from './random-message.ts'
import { screenOf } from './screen.ts'

const plain = (text: string): Span => ({ kind: 'plain', text })
const message = (blocks: readonly Block[], summary = 'La revue du matin'): MessageText => ({
  summary,
  blocks,
})

/** With an address that takes most of a block. */
const heavy = (words: string): Span => ({
  kind: 'link',
  text: words,
  url: `https://exemple.fr/${'a'.repeat(2960)}`,
})

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

  it('never cuts a link that fits alone, however heavy its address', () => {
    const names = ['Le Courrier', 'Afrique-Matin-Dimanche-Soir']
    const spans = [plain('Sources : '), heavy(names[0] ?? ''), plain(' · '), heavy(names[1] ?? '')]
    const pieces = renderMessage(message([{ kind: 'context', spans }]))
    const shown = pieces.flatMap(({ blocks }) => blocks).flatMap(linksIn)
    expect(shown).toEqual(names)
  })

  it('shows the words of a link as a few links where one would be too heavy, and cuts at words', () => {
    const words = 'La préfète a reçu les maires. '.repeat(80).trim()
    const spans = [heavy(words)]
    const shown = renderMessage(message([{ kind: 'paragraph', spans }]))
      .flatMap(({ blocks }) => blocks)
      .flatMap(linksIn)
    expect(shown.join(' ')).toBe(words)
    expect(shown.every((part) => part.endsWith('maires.'))).toBe(true)
  })

  it.each([
    [
      ['mot '.repeat(245).trim(), '"'.repeat(1480)],
      2,
      'the second weighs double, and too much beside the first',
    ],
    [
      ['a', 'b', 'c'].map((word) => `${`${word} `.repeat(400)}\n${`${word} `.repeat(400)}`.trim()),
      3,
      'each has a line end in its middle',
    ],
    [
      ['a', 'b', 'c'].map((word) => `${`${word} `.repeat(300)}\u2028${`${word} `.repeat(300)}`.trim()),
      2,
      'two fit together, with a line end of another kind in their middle',
    ],
  ])('keeps each sentence of a quotation whole (%#)', (sentences, blockCount, _why) => {
    const blocks = renderMessage(message([{ kind: 'quote', sentences, source: [] }])).flatMap(
      (piece) => piece.blocks,
    )
    expect(blocks).toHaveLength(blockCount)
    const lines = blocks.flatMap((block) => screenOf({ text: '', blocks: [{ ...block }] }).text.split('\n'))
    expect(lines.map((line) => line.replaceAll(/[«»\s]/gu, ''))).toEqual(
      sentences.map((sentence) => sentence.replaceAll(/\s/gu, '')),
    )
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

function linksIn(block: SlackBlock): readonly string[] {
  if (block.type !== 'rich_text') return []
  return block.elements
    .flatMap((part) => (part.type === 'rich_text_section' ? part.elements : []))
    .flatMap((element) => (element.type === 'link' ? [element.text ?? ''] : []))
}

/**
 * What every reader must find, in order, without blanks and quotation marks. Labels are shortened, and left out here; a
 * link without words shows its address.
 */
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
        case 'picture':
        case 'file':
        case 'buttons':
          return []
        default:
          return block satisfies never
      }
    })
    .map((text) => solid(plainWords(text)))
    .filter((text) => text !== '')
}

/** Characters that are none, and those of planes without any, show as the same mark of replacement. */
function solid(text: string): string {
  return text.replaceAll(/[\s«»“”"—]+/gu, '').replaceAll(/[\uFDD0\uFDD1]|[\u{F0000}-\u{FFFFD}]/gu, '\uFFFD')
}
