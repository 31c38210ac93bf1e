import {
  array,
  assert as check,
  constantFrom,
  nat,
  oneof,
  property,
  record,
  string,
  tuple,
  webUrl,
  type Arbitrary,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { act } from '../../../src/core/action.ts'
import type { Block, Button, MessageText, Span } from '../../../src/core/message.ts'
import { DISCORD_LIMITS } from '../../../src/chat/discord/limits.ts'
import { renderMessage } from '../../../src/chat/discord/render.ts'
import { neutralise } from '../../../src/locale/neutralise.ts'
import { seenMarkdown } from './fake/markdown.ts'

const button = (label: string): Button => ({ label, action: act('explain', 'envoi-1'), style: 'plain' })

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
const oddText = array(
  oneof(
    {
      weight: 3,
      arbitrary: constantFrom(
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
    { weight: 2, arbitrary: constantFrom(...ODD) },
    { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 4 }) },
  ),
  { maxLength: 30 },
).chain((parts) => constantFrom('', ' ').map((blank) => parts.join(blank)))
const longText = tuple(oddText, nat(60)).map(([text, times]) => `${text} `.repeat(times + 1))
const text = oneof({ weight: 5, arbitrary: oddText }, { weight: 1, arbitrary: longText })
const url = oneof(
  webUrl({ withQueryParameters: true, withFragments: true }),
  constantFrom('https://fil.exemple.fr/a_(b)', 'javascript:alert(1)', 'https://fil.exemple.fr/<a>|b c'),
  oddText,
)
const span: Arbitrary<Span> = oneof(
  text.map((words): Span => ({ kind: 'plain', text: words })),
  text.map((words): Span => ({ kind: 'strong', text: words })),
  tuple(text, url).map(([words, address]): Span => ({ kind: 'link', text: `Lire ${words}`, url: address })),
  tuple(text, oddText).map(([words, handle]): Span => ({ kind: 'earlier', text: words, handle })),
)
const spans = array(span, { maxLength: 4 })
const block: Arbitrary<Block> = oneof(
  tuple(text, constantFrom(1 as const, 2 as const)).map(([words, level]): Block => ({
    kind: 'heading',
    text: words,
    level,
  })),
  spans.map((given): Block => ({ kind: 'paragraph', spans: given })),
  tuple(array(text, { maxLength: 3 }), spans).map(([sentences, source]): Block => ({
    kind: 'quote',
    sentences,
    source,
  })),
  array(spans, { maxLength: 4 }).map((items): Block => ({ kind: 'list', items })),
  spans.map((given): Block => ({ kind: 'context', spans: given })),
  array(
    text.map((label) => button(label)),
    { maxLength: 5 },
  ).map((buttons): Block => ({ kind: 'buttons', buttons })),
)
const message: Arbitrary<MessageText> = record({
  summary: text,
  blocks: array(block, { maxLength: 8 }),
})

/** What must be seen, blank by blank apart and without what nobody sees. */
const visible = (words: string): string =>
  neutralise(words)
    .toWellFormed()
    .replaceAll(/[\s\u200B-\u200F\u2060-\u206F]+/gu, '')
const wordsOf = (given: Block): readonly string[] => {
  switch (given.kind) {
    case 'heading':
      return [given.text]
    case 'paragraph':
    case 'context':
      return given.spans.map((part) => part.text)
    case 'quote':
      return [...given.sentences, ...given.source.map((part) => part.text)]
    case 'list':
      return given.items.flat().map((part) => part.text)
    case 'picture':
    case 'file':
    case 'buttons':
      return []
    default:
      return given satisfies never
  }
}
const NOT_OURS = /[«»“”—•\s\u200B-\u200F\u2060-\u206F]/gu

describe('any message on Discord', () => {
  it('breaks no limit, loses no word, calls nobody, follows no address but those of links', () => {
    check(
      property(message, (given) => {
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
        const spansGiven = given.blocks.flatMap((one) =>
          'spans' in one ? one.spans : 'source' in one ? one.source : 'items' in one ? one.items.flat() : [],
        )
        const addresses = spansGiven.flatMap((one) =>
          one.kind === 'link' ? [URL.parse(one.url.trim())?.origin] : [],
        )
        for (const link of seen.flatMap(({ links }) => links))
          expect(addresses).toContain(URL.parse(link)?.origin)
        // Extra messages for buttons repeat the summary: what counts stands before them.
        const words = given.blocks.flatMap(wordsOf).map(visible).join('').replaceAll(NOT_OURS, '')
        const shown = visible(seen.map((one) => one.text).join(' ')).replaceAll(NOT_OURS, '')
        const isVisible = /[\p{L}\p{N}]/u.test(words)
        expect(isVisible ? shown.slice(0, words.length) : words).toBe(words)
      }),
      { numRuns: Number(process.env['RUNS'] ?? 2000) },
    )
  }, 120_000)
})
