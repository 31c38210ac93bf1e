// Random messages such as no editor would write: long titles, odd characters, one to forty stories. Checks nothing.
import * as fc from 'fast-check'
import { ACTIONS, act, type ActionVerb } from '../../../src/core/action.ts'
import type { Block, MessageText, Span } from '../../../src/core/message.ts'

/** What must do nothing, wherever it stands. */
const HOSTILE = [
  '<!channel>',
  '<!here|ici>',
  '<@U0123456>',
  '<!subteam^S012|équipe>',
  '<https://piege.exemple.fr|le ministère>',
  '@everyone',
  '@here',
  '*gras*',
  '_italique_',
  '`code`',
  ':fire:',
  '&amp;',
  '&lt;!channel&gt;',
  '\u202Erenversé\u202C',
  'invi\u200Bsible',
  '\u0007\u001B[31mrouge\u001B[0m',
  '"guillemets"',
  '\\n',
  '\uD800',
  '👩‍👩‍👧‍👦',
  'é'.normalize('NFD'),
] as const

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'la',
      'préfète',
      'a',
      'reçu',
      'les',
      'maires',
      'mardi',
      '12\u202F%',
      'd’Arles,',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }) },
)

/** Sentences of up to `most` words. */
const text = (most: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => `${words.join(' ')}.`),
      {
        minLength: 1,
        maxLength: Math.ceil(most / 15),
      },
    )
    .map((sentences) => sentences.join(' '))

const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    'pas une adresse',
    `https://exemple.fr/${'a'.repeat(2900)}`,
    `https://exemple.fr/${'b'.repeat(4000)}`,
  ),
)

const span: fc.Arbitrary<Span> = fc.oneof(
  text(30).map((words): Span => ({ kind: 'plain', text: words })),
  text(10).map((words): Span => ({ kind: 'strong', text: words })),
  fc.record({ kind: fc.constant('link' as const), text: text(10), url: address }),
  fc.record({
    kind: fc.constant('mention' as const),
    of: fc.constantFrom('channel' as const, 'person' as const, 'role' as const),
    id: fc.constantFrom('U0123456', '123456789012345678', '<!channel>', ''),
    text: text(3),
  }),
  fc.record({ kind: fc.constant('earlier' as const), text: text(10), handle: text(3) }),
)
const spans = fc.array(span, { maxLength: 8 })

const verbs = Object.keys(ACTIONS).filter((verb): verb is ActionVerb => verb in ACTIONS)
const button = fc.record({
  label: text(6),
  action: fc.constantFrom(...verbs).map((verb) => act(verb, 'a'.repeat(40), '12')),
  style: fc.constantFrom('plain' as const, 'primary' as const, 'danger' as const),
})

const buttons: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('buttons' as const),
  buttons: fc.array(button, { maxLength: 5 }),
})
const context: fc.Arbitrary<Block> = fc.record({ kind: fc.constant('context' as const), spans })

/** A story as in a digest; now and then something far too long. */
const story: fc.Arbitrary<readonly Block[]> = fc.tuple(
  fc.record({
    kind: fc.constant('heading' as const),
    text: text(40),
    level: fc.constantFrom(1 as const, 2 as const),
  }),
  context,
  fc.oneof(
    fc.record({
      kind: fc.constant('quote' as const),
      sentences: fc.array(text(120), { maxLength: 4 }),
      source: spans,
    }),
    fc.record({ kind: fc.constant('paragraph' as const), spans: fc.array(span, { maxLength: 30 }) }),
    fc.record({ kind: fc.constant('list' as const), items: fc.array(spans, { maxLength: 12 }) }),
    text(1500).map((words): Block => ({ kind: 'paragraph', spans: [{ kind: 'plain', text: words }] })),
  ),
  buttons,
)

export const randomMessage: fc.Arbitrary<MessageText> = fc.record({
  summary: text(60),
  blocks: fc.array(story, { minLength: 1, maxLength: 40, size: 'max' }).map((stories) => stories.flat()),
})
