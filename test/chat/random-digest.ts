// Random editions such as no press would fill: none to forty stories, odd characters everywhere. Checks nothing.
import * as fc from 'fast-check'
import type { EditionSource, ShownEdition, ShownSentence, ShownStory } from '../../src/core/edition.ts'
import { ODD_WORDS } from './odd-words.ts'

/** Good French, to fill: texts of any length are stretches of it. Some of its words make a title, a name, a figure. */
const PROSE =
  'La préfète Claire Martin a reçu mardi les maires de Vernay, qui demandaient 12 millions d’euros pour la digue. ' +
  '« Nous irons jusqu’au bout », a dit le président du département, avant de quitter la salle à 18 h 30. ' +
  'Le ministère des Transports n’a pas répondu ; l’enquête, ouverte en 2024, se poursuit : trois ingénieurs ont été entendus. ' +
  'À Saint-Alban, les trains roulent de nouveau, mais au ralenti, et la ligne ne rouvrira tout entière que dans dix mois. '
const PROSE_WORDS = PROSE.trim().split(' ')

/** Few drawn values make a text of any length: drawing each word by itself would take most of the time. */
const prose = fc
  .tuple(fc.nat(PROSE_WORDS.length - 1), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) =>
    Array.from({ length }, (_, at) => PROSE_WORDS[(from + at) % PROSE_WORDS.length]).join(' '),
  )
const oddWord = fc.constantFrom(...ODD_WORDS)
const part: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: prose },
  { weight: 6, arbitrary: oddWord },
  {
    weight: 2,
    arbitrary: fc.tuple(oddWord, fc.integer({ min: 2, max: 300 })).map(([odd, times]) => odd.repeat(times)),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.oneof(fc.nat(0x24f), fc.nat(0xffff), fc.nat(0x10ffff)), { minLength: 1, maxLength: 12 })
      .map((codes) => String.fromCodePoint(...codes)),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 30, max: 2000 })
      .map((length) => 'anticonstitutionnellement'.repeat(80).slice(0, length)),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 30, max: 2000 })
      .map((length) => `https://exemple.fr/${'a/'.repeat(length / 2)}`),
  },
)

/** Of `least` to `most` UTF-16 units; cut without a look at what is cut through. */
function text(least: number, most: number, parts: number): fc.Arbitrary<string> {
  const short = Math.min(most, 160)
  return fc
    .tuple(
      fc.array(part, { minLength: least === 0 ? 0 : 1, maxLength: parts, size: 'max' }),
      fc.constantFrom(' ', ' ', ' ', ''),
      fc.oneof(
        { weight: 3, arbitrary: fc.constant(short) },
        { weight: 1, arbitrary: fc.integer({ min: least, max: most }) },
      ),
    )
    .map(([drawn, blank, length]) => drawn.join(blank).slice(0, length).padEnd(least, 'x'))
}

/** Half of them are prose, as in the press; the others are anything. */
function mostlyProse(least: number, most: number, parts: number): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 1, arbitrary: prose.map((words) => `${words}.`.slice(0, most).padEnd(least, 'x')) },
    { weight: 1, arbitrary: text(least, most, parts) },
  )
}

const title = mostlyProse(0, 2000, 6)
const sentence = mostlyProse(5, 1500, 8)
const name = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom('Le Courrier', 'Radio Lac', 'La Dépêche', 'Afrique Matin', 'Le Fil'),
  },
  { weight: 1, arbitrary: text(0, 300, 2) },
)

const url: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.nat(9999).map((number) => `https://courrier.exemple.fr/monde/article-${number}.html`),
  },
  { weight: 1, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      'pas une adresse',
      'javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'ftp://exemple.fr/fichier',
      'https://exemple.fr/a_(b)?c=[d]&e=<f>|g#*h*',
      'https://exemple.fr/a)b>c',
      'https://exemple.fr/@everyone/<!channel>',
      'https://exemple.fr/été/à-la-une',
      'https://xn--caf-dma.exemple.fr/',
      'HTTPS://EXEMPLE.FR/Une',
      'https://moi:secret@exemple.fr/',
      'https://exemple.fr/a b\nc',
      `https://exemple.fr/${'a'.repeat(1480)}`,
      `https://exemple.fr/${'é'.repeat(600)}`,
      `https://exemple.fr/${'b'.repeat(2980)}`,
      `https://exemple.fr/${'c'.repeat(5000)}`,
    ),
  },
)

/** The hour of the edition: Tuesday 17 March 2026, 08:00 in Paris. */
const SLOT_AT = Date.parse('2026-03-17T08:00:00+01:00')
const MINUTE = 60_000

/** Mostly few, sometimes `most`. */
function count(least: number, most: number): fc.Arbitrary<number> {
  const few = Math.min(most, least + 5)
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: least, max: few }) },
    { weight: 1, arbitrary: fc.integer({ min: least, max: most }) },
  )
}

/** `least` to `most` of them, mostly few. */
function several<Item>(item: fc.Arbitrary<Item>, least: number, most: number): fc.Arbitrary<readonly Item[]> {
  return count(least, most).chain((length) =>
    fc.array(item, { minLength: length, maxLength: length, size: 'max' }),
  )
}

const source = fc
  .tuple(name, url, fc.nat(4000), fc.constantFrom(undefined, undefined, undefined, 'a0'), fc.nat(9))
  .map(([publisher, address, minutesBefore, duplicateOf, chance]): Omit<EditionSource, 'articleId'> => ({
    version: 1,
    publisher,
    title: publisher,
    url: address,
    publishedAt: SLOT_AT - minutesBefore * MINUTE,
    isUpdate: chance === 0,
    ...(duplicateOf === undefined ? {} : { duplicateOf }),
  }))

/** With the number of the source that it is taken from, which may be one that is not there. */
const quoted = fc.tuple(sentence, fc.nat(3))

const story: fc.Arbitrary<ShownStory> = fc
  .tuple(
    title,
    fc.oneof(fc.constantFrom('International', 'Régions', ''), text(0, 200, 2)),
    several(source, 1, 30),
    fc.array(quoted, { minLength: 0, maxLength: 3 }),
    fc.integer({ min: 1, max: 12 }),
  )
  .map(([words, rubric, sources, sentences, publisherCount]) => ({
    storyId: 's1',
    title: words,
    rubric,
    publishedAt: SLOT_AT - 90 * MINUTE,
    publisherCount,
    sources: sources.map((each, at) => ({ ...each, articleId: `a${at}` })),
    sentences: sentences.map(([said, at]): ShownSentence => ({
      text: said,
      reference: referenceOf(said, at),
    })),
    brief: sentences.map(([said, at]) => referenceOf(said, at)),
  }))

function referenceOf(said: string, at: number): ShownSentence['reference'] {
  return { articleId: `a${at}`, version: 1, start: 0, end: said.length }
}

/** An edition of these stories. */
export function digestOf(
  stories: readonly ShownStory[],
  { title: words = 'La revue du matin', articleCount = 12, lateMinutes = 0 } = {},
): ShownEdition {
  return {
    id: 'matin@2026-03-17T07:00:00.000Z',
    digestName: 'matin',
    title: words,
    zone: 'Europe/Paris',
    slotAt: SLOT_AT,
    madeAt: SLOT_AT + lateMinutes * MINUTE,
    since: SLOT_AT - 24 * 60 * MINUTE,
    until: SLOT_AT,
    articleCount,
    foldedCount: articleCount % 7,
    stories,
  }
}

/** A story of the first of its sources, as the press writes them but for what is given. */
export function storyOf({
  title: words = 'Les maires de Vernay reçus à la préfecture',
  rubric = 'Régions',
  sentences = ['La préfète a reçu mardi les maires de Vernay.'],
  sources = [{ publisher: 'Le Courrier', url: 'https://courrier.exemple.fr/1' }],
}: {
  readonly title?: string
  readonly rubric?: string
  readonly sentences?: readonly string[]
  readonly sources?: readonly Pick<EditionSource, 'publisher' | 'url'>[]
}): ShownStory {
  return {
    storyId: 's1',
    title: words,
    rubric,
    publishedAt: SLOT_AT - 90 * MINUTE,
    publisherCount: sources.length,
    sources: sources.map((each, at) => ({
      ...each,
      articleId: `a${at}`,
      version: 1,
      title: words,
      publishedAt: SLOT_AT - 90 * MINUTE,
      isUpdate: false,
    })),
    sentences: sentences.map((said) => ({ text: said, reference: referenceOf(said, 0) })),
    brief: sentences.map((said) => referenceOf(said, 0)),
  }
}

/** None to forty stories, of none to three sentences of 5 to 1,500 characters and 1 to 30 sources each. */
export const randomDigest: fc.Arbitrary<ShownEdition> = fc
  .tuple(mostlyProse(0, 2000, 4), several(story, 0, 40), fc.nat(2000), fc.nat(200))
  .map(([words, stories, articleCount, lateMinutes]) =>
    digestOf(stories, { title: words, articleCount, lateMinutes: lateMinutes < 150 ? 0 : lateMinutes }),
  )
