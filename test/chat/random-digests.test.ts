// Whatever the press writes, a digest reaches both platforms within their limits, whole, and calls nobody.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ShownEdition } from '../../src/core/edition.ts'
import { complaints, DISCORD, type Posted, SLACK } from './digest-complaints.ts'
import { ODD_WORDS } from './odd-words.ts'
import { digestOf, randomDigest, storyOf } from './random-digest.ts'

/** Three hundred with every run of the tests; ten thousand, a minute a platform, are asked for by hand. */
const RUNS = Number(process.env['PRESSOIR_RENDER_RUNS'] ?? 300)

const LONG_ADDRESS = `https://exemple.fr/${'a'.repeat(2960)}`
const lines = (word: string): string => `${`${word} `.repeat(90)}\n${`${word} `.repeat(90)}`.trim()

/** What ten thousand random digests found, made small; and extremes that chance seldom meets. */
const FOUND: readonly (readonly [string, ShownEdition])[] = [
  ['no story at all', digestOf([])],
  [
    'nothing but empty strings',
    digestOf([storyOf({ title: '', rubric: '', sentences: [], sources: [] })], { title: '' }),
  ],
  [
    'a publisher whose name is an address that is not his',
    digestOf([
      storyOf({ sources: [{ publisher: 'https://vrai.exemple.fr', url: 'https://piege.exemple.fr/' }] }),
    ]),
  ],
  [
    'a title that looks like a masked link',
    digestOf([storyOf({ title: 'Lire [la suite](https://piege.exemple.fr/)' })]),
  ],
  [
    'addresses that weigh more than the words',
    digestOf([
      storyOf({
        sources: ['Le Courrier', 'Afrique-Matin-Dimanche-Soir'].map((publisher) => ({
          publisher,
          url: LONG_ADDRESS,
        })),
      }),
    ]),
  ],
  [
    'a sentence whose characters weigh double, after a long one',
    digestOf([storyOf({ sentences: ['mot '.repeat(260).trim(), '\\'.repeat(1480)] })]),
  ],
  [
    'sentences with a line end in their middle',
    digestOf([storyOf({ sentences: ['premier', 'deuxième', 'troisième'].map(lines) })]),
  ],
  [
    'characters without width',
    digestOf([storyOf({ title: 'invi\u200Bsible cou\u00ADpure mot\u2060joint' })]),
  ],
  [
    'an entity within an address, which typography leaves alone',
    digestOf([storyOf({ rubric: 'www.exemple.fr/?a&amp;b' })]),
  ],
  [
    'no-break spaces that hold two thousand characters together',
    digestOf([storyOf({ title: '&#60\u202F;'.repeat(250).slice(0, 2000) })]),
  ],
  ['a title of bullets, like those of our lists', digestOf([storyOf({ title: '••' })])],
  [
    'two words that touch once what has no width is gone, where a line has to be cut',
    digestOf([
      storyOf({
        sources: [
          { publisher: 'invi\u200BsibleClaire Martin a reçu les maires', url: 'https://exemple.fr/1' },
          { publisher: 'Le Courrier', url: `https://exemple.fr/${'a'.repeat(1480)}` },
        ],
      }),
    ]),
  ],
  [
    'forty stories of two thousand characters of title',
    digestOf(Array.from({ length: 40 }, () => storyOf({ title: 'Les maires reçus à Vernay. '.repeat(74) }))),
  ],
  [
    'three sentences of fifteen hundred characters and thirty sources',
    digestOf([
      storyOf({
        sentences: ['a', 'b', 'c'].map((word) => `${word} *«_~\` `.repeat(190)),
        sources: Array.from({ length: 30 }, (_, at) => ({
          publisher: `Le Courrier no ${at}`,
          url: `https://courrier.exemple.fr/${at}`,
        })),
      }),
    ]),
  ],
  ['every odd word as a title', digestOf(ODD_WORDS.map((odd) => storyOf({ title: odd })))],
  [
    'every odd word as a sentence',
    digestOf(ODD_WORDS.map((odd) => storyOf({ sentences: [odd, `${odd}${odd}`] }))),
  ],
  [
    'every odd word as a publisher and a rubric',
    digestOf(
      ODD_WORDS.map((odd) =>
        storyOf({ rubric: odd, sources: [{ publisher: odd, url: 'https://exemple.fr/1' }] }),
      ),
    ),
  ],
]

describe.each([
  ['Slack', SLACK],
  ['Discord', DISCORD],
])('a digest on %s', (_name, platform) => {
  it.each(FOUND)('is whole and calls nobody: %s', (_why, edition) => {
    expect(complaints(platform, edition)).toEqual([])
  })

  it('breaks no limit, cuts no sentence, loses no word, calls nobody and keeps its buttons, whatever it says', () => {
    fc.assert(
      fc.property(randomDigest, (edition) => {
        expect(complaints(platform, edition)).toEqual([])
      }),
      { numRuns: RUNS },
    )
  }, 1_800_000)
})

/** A platform that does one thing wrong must be found out: else the property says nothing. */
describe('what is wrong with a digest', () => {
  const said = 'La préfète a reçu mardi les maires de Vernay.'
  const parted = (at: number) => (one: Posted) => ({
    ...one,
    stretches: one.stretches.flatMap((text) => {
      const from = text.indexOf(said)
      return from < 0 ? [text] : [text.slice(0, from + at), text.slice(from + at)]
    }),
  })
  it.each<readonly [string, (posted: Posted) => Posted]>([
    ['refused: too long', (one) => ({ ...one, problems: ['refused: too long'] })],
    ['lost:', (one) => ({ ...one, stretches: one.stretches.map((text) => text.replace('maires', '')) })],
    ['a sentence is cut:', parted(said.indexOf('mardi'))],
    ['cut within a word:', parted(said.indexOf('fète'))],
    ['calls @everyone', (one) => ({ ...one, mentions: ['@everyone'] })],
    ['mark alive: spoiler', (one) => ({ ...one, marks: ['spoiler'] })],
    ['hidden: "\u202E"', (one) => ({ ...one, notification: '\u202Eune' })],
    ['not our link: https://piege.exemple.fr/', (one) => ({ ...one, links: ['https://piege.exemple.fr/'] })],
    [
      '"https://vrai.exemple.fr" leads to https://courrier.exemple.fr/1',
      (one) => ({
        ...one,
        masked: [{ label: 'https://vrai.exemple.fr', address: 'https://courrier.exemple.fr/1' }],
      }),
    ],
    [
      'button: Pourquoi',
      (one) => ({ ...one, buttons: one.buttons.filter(({ action }) => !action.startsWith('explain')) }),
    ],
    [
      'two buttons of one id',
      (one) => ({ ...one, buttons: one.buttons.map((button) => ({ ...button, id: 'a' })) }),
    ],
    ['no notification', (one) => ({ ...one, notification: ' ' })],
  ])('is seen: %s', (complaint, spoil) => {
    const platform = {
      ...SLACK,
      post: (...given: Parameters<typeof SLACK.post>) => SLACK.post(...given).map(spoil),
    }
    const found = complaints(platform, digestOf([storyOf({ sentences: [said] })]))
    expect(found.join('\n')).toContain(complaint)
  })
})
