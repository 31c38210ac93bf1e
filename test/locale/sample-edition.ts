// An edition of one story, and how a message is read, for the tests of what is shown and archived.
import { HOUR } from '../../src/core/calendar.ts'
import type { EditionSource, ShownEdition, ShownStory } from '../../src/core/edition.ts'
import type { Block, Span } from '../../src/core/message.ts'

export const SLOT = Date.parse('2026-03-17T07:00:00Z')

export function source(publisher: string, more: Partial<EditionSource> = {}): EditionSource {
  return {
    articleId: publisher,
    version: 1,
    publisher,
    title: `Le titre de ${publisher}`,
    url: `https://${publisher.toLowerCase().replaceAll(' ', '')}.example/a`,
    publishedAt: SLOT - 14 * HOUR,
    isUpdate: false,
    ...more,
  }
}

export function reprints(duplicateOf: string, ...publishers: readonly string[]): readonly EditionSource[] {
  return publishers.map((publisher) => source(publisher, { duplicateOf }))
}

export function story(more: Partial<ShownStory> = {}): ShownStory {
  return {
    storyId: 's1',
    title: 'Un train déraille près de Vernay',
    rubric: 'Régions',
    publishedAt: SLOT - 14 * HOUR,
    publisherCount: 2,
    brief: [{ articleId: 'Le Courrier', version: 1, start: 0, end: 34 }],
    sentences: [
      {
        text: 'Le train a déraillé lundi à 17h05.',
        reference: { articleId: 'Le Courrier', version: 1, start: 0, end: 34 },
      },
    ],
    sources: [source('Le Courrier'), source('Radio Lac')],
    ...more,
  }
}

export function edition(more: Partial<ShownEdition> = {}): ShownEdition {
  return {
    id: 'matin@2026-03-17T07:00:00.000Z',
    digestName: 'matin',
    title: 'La revue du matin',
    zone: 'Europe/Paris',
    slotAt: SLOT,
    madeAt: SLOT + 20_000,
    since: SLOT - 24 * HOUR,
    until: SLOT,
    articleCount: 31,
    foldedCount: 5,
    stories: [story()],
    ...more,
  }
}

function told(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('')
}

/** What a reader sees, blanks as they are typed on a keyboard. */
export function words(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'heading':
          return block.text
        case 'paragraph':
        case 'context':
          return told(block.spans)
        case 'quote':
          return `> ${block.sentences.join(' ')} (${told(block.source)})`
        case 'list':
          return block.items.map((item) => `- ${told(item)}`).join('\n')
        case 'picture':
        case 'file':
          return block.alternativeText
        case 'buttons':
          return block.buttons.map(({ label }) => `[${label}]`).join(' ')
        default:
          return block satisfies never
      }
    })
    .join('\n')
    .replace(/[\u00A0\u202F]/g, ' ')
}
