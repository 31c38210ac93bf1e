// Each of our blocks becomes blocks of Slack, in which other people's words command nothing.
import { describe, expect, it } from 'vitest'
import { renderHome } from '../../../src/chat/slack/render-home.ts'
import { renderMessage } from '../../../src/chat/slack/render.ts'
import { act } from '../../../src/core/action.ts'
import type { Block, Mention, MessageText, Span } from '../../../src/core/message.ts'

const plain = (text: string): Span => ({ kind: 'plain', text })
const link = (text: string, url: string): Span => ({ kind: 'link', text, url })
const mention = (of: Mention['of'], id: string): Span => ({
  kind: 'mention',
  of,
  id,
  text: of === 'channel' ? `le canal ${id}` : `la personne ${id}`,
})
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
      'an address that says another one',
      { kind: 'paragraph', spans: [link('https://vrai.exemple.fr', 'https://piege.exemple.fr/')] },
      [section({ type: 'text', text: 'https://vrai.exemple.fr' })],
    ],
    [
      'an address that says itself',
      { kind: 'paragraph', spans: [link('https://vrai.exemple.fr/1', 'https://vrai.exemple.fr/1')] },
      [section({ type: 'link', url: 'https://vrai.exemple.fr/1', text: 'https://vrai.exemple.fr/1' })],
    ],
    [
      'a link without words',
      { kind: 'paragraph', spans: [plain('Lire '), link(' ', 'https://vrai.exemple.fr/1')] },
      [
        section(
          { type: 'text', text: 'Lire ' },
          { type: 'link', url: 'https://vrai.exemple.fr/1', text: 'https://vrai.exemple.fr/1' },
        ),
      ],
    ],
    [
      'a title with entities and marks',
      { kind: 'heading', level: 1, text: 'A &amp; B <!channel>' },
      [
        {
          type: 'header',
          text: { type: 'plain_text', text: 'A &amp;amp; B &lt;!channel&gt;', emoji: false },
        },
      ],
    ],
    [
      'a title that is longer than a header once it is escaped',
      { kind: 'heading', level: 1, text: '&'.repeat(31) },
      [section({ type: 'text', text: '&'.repeat(31), style: { bold: true } })],
    ],
    [
      'small print with entities',
      { kind: 'context', spans: [plain('A &amp; B')] },
      [{ type: 'context', elements: [{ type: 'plain_text', text: 'A &amp;amp; B', emoji: false }] }],
    ],
    [
      'a channel by its name, among small print as well',
      { kind: 'context', spans: [plain('Dans '), mention('channel', 'C0123'), plain('.')] },
      [
        section(
          { type: 'text', text: 'Dans ' },
          { type: 'channel', channel_id: 'C0123' },
          { type: 'text', text: '.' },
        ),
      ],
    ],
    [
      'a person by words, because everybody reads it',
      { kind: 'paragraph', spans: [mention('person', 'U0123')] },
      [section({ type: 'text', text: 'la personne U0123' })],
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

describe('a mention in what one person reads', () => {
  it.each([
    ['person', 'U0123', { type: 'user', user_id: 'U0123' }, 'a person'],
    ['person', 'W0123', { type: 'user', user_id: 'W0123' }, 'a person of several workspaces'],
    ['channel', 'G0123', { type: 'channel', channel_id: 'G0123' }, 'a private channel of old'],
    ['person', 'C0123', { type: 'text', text: 'la personne C0123' }, 'a channel is no person'],
    ['channel', 'U0123', { type: 'text', text: 'le canal U0123' }, 'a person is no channel'],
    [
      'channel',
      '123456789012345678',
      { type: 'text', text: 'le canal 123456789012345678' },
      'an id of Discord',
    ],
    ['role', 'S0123', { type: 'text', text: 'la personne S0123' }, 'Slack has no roles'],
    ['person', '<!channel>', { type: 'text', text: 'la personne <!channel>' }, 'no id at all'],
  ] as const)('names %s %s', (of, id, element, _why) => {
    const block: Block = { kind: 'list', items: [[mention(of, id)]] }
    expect(renderMessage(message([block]), 'one')[0]?.blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: [{ type: 'rich_text_section', elements: [element] }],
          },
        ],
      },
    ])
    expect(renderHome([block]).blocks).toEqual(renderMessage(message([block]), 'one')[0]?.blocks)
  })
})

function section(...elements: readonly unknown[]) {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
}
