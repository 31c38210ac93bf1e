import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankedSets } from '../../src/core/brief.ts'
import { HOUR } from '../../src/core/calendar.ts'
import { briefOfStory, type StoryToTell } from '../../src/core/story-brief.ts'

const NOW = Date.UTC(2026, 10, 20, 12)

function article(publisher: string, text: string, more: Partial<ReturnType<typeof plain>> = {}) {
  return { ...plain(publisher, text), ...more }
}

function plain(publisher: string, text: string) {
  return {
    id: publisher,
    version: 2,
    publisher,
    title: 'Un train déraille près de Vernay',
    lead: '',
    text,
    publishedAt: NOW,
  }
}

type Told = ReturnType<typeof article>

/** The brief as it is read: each sentence with its source. */
function brief(articles: readonly Told[], more: Partial<StoryToTell<Told>> = {}): readonly string[] {
  return briefOfStory({
    articles,
    setsOf: rankedSets,
    limits: { maxSentences: 3, maxWords: 60 },
    roomFor: () => ({ maxSentences: 3, maxWords: 60 }),
    told: [],
    isOutdated: () => false,
    ...more,
  }).map(({ articleId, start, end }) => {
    const text = articles.find(({ id }) => id === articleId)?.text ?? ''
    return `${text.slice(start, end)} (${articleId})`
  })
}

const DERAILED =
  'Un train de voyageurs a déraillé mercredi soir près de la gare de Vernay, sans faire de blessé.'
const AGAIN = 'Mercredi soir, un train de voyageurs a déraillé aux abords de la gare de Vernay.'
const CLOSED =
  'La ligne entre Vernay et Valmer restera fermée au trafic jusqu’à samedi, annonce la compagnie Orvill.'
const LEANING = 'Elle a demandé aux voyageurs du train de Vernay de reporter leurs trajets vers Orvill.'
const SILENT =
  'L’exploitant de la ligne entre Vernay et Valmer, la compagnie Orvill, n’a pas souhaité s’exprimer avant samedi.'
const ELSEWHERE = 'Le conseil municipal de Tannenk votera lundi son budget pour les écoles et la piscine.'

describe('the brief of a story', () => {
  it.each([
    [
      [article('Le Phare', DERAILED), article('L’Écho', CLOSED)],
      [`${DERAILED} (Le Phare)`, `${CLOSED} (L’Écho)`],
      'another publisher says more',
    ],
    [[article('Le Phare', DERAILED), article('L’Écho', AGAIN)], [`${DERAILED} (Le Phare)`], 'no fact twice'],
    [
      [article('Le Phare', DERAILED), article('L’Écho', LEANING)],
      [`${DERAILED} (Le Phare)`],
      'nothing that leans on what is not shown',
    ],
    [
      [article('Le Phare', DERAILED), article('L’Écho', SILENT)],
      [`${DERAILED} (Le Phare)`],
      'nobody’s silence',
    ],
    [
      [article('Le Phare', DERAILED), article('L’Écho', ELSEWHERE)],
      [`${DERAILED} (Le Phare)`],
      'nothing of another matter',
    ],
    [
      [article('Le Phare', DERAILED), article('Le Phare', CLOSED, { id: 'autre' })],
      [`${DERAILED} (Le Phare)`],
      'one publisher is quoted once',
    ],
    [
      [article('Le Phare', AGAIN, { publishedAt: NOW - 30 * HOUR }), article('L’Écho', CLOSED)],
      [`${CLOSED} (L’Écho)`],
      'what was said a day before is no news',
    ],
    [
      [article('Le Phare', ''), article('L’Écho', DERAILED)],
      [`${DERAILED} (L’Écho)`],
      'the next one when the best has nothing',
    ],
    [[article('Le Phare', 'Vernay')], [], 'nothing to quote'],
    [[], [], 'nobody'],
  ])('%#: %s', (articles, expected, _why) => expect(brief(articles)).toEqual(expected))

  it('tells nothing that was told, but what is new to it', () => {
    const articles = [article('Le Phare', DERAILED), article('L’Écho', CLOSED)]
    expect(brief(articles, { told: [AGAIN] })).toEqual([`${CLOSED} (L’Écho)`])
    expect(brief(articles, { told: [AGAIN, CLOSED] })).toEqual([])
  })

  it('tells a verdict after it was awaited', () => {
    const verdict =
      'Le tribunal de Valmer a condamné lundi Bertrand Orvill à trois ans de prison ferme pour la vente de faux billets.'
    const told = ['Le tribunal de Valmer dira lundi si Bertrand Orvill est coupable.']
    expect(brief([article('Le Phare', verdict)], { told })).toEqual([`${verdict} (Le Phare)`])
  })

  it('says nothing that was put right', () => {
    const articles = [article('Le Phare', `${DERAILED} ${CLOSED}`)]
    expect(brief(articles, { isOutdated: (_article, { start }) => start === 0 })).toEqual([
      `${CLOSED} (Le Phare)`,
    ])
  })

  it('quotes nobody beyond what may be quoted', () => {
    const articles = [article('Le Phare', DERAILED), article('L’Écho', CLOSED)]
    const rooms = new Map([
      ['Le Phare', { maxSentences: 0, maxWords: 0 }],
      ['L’Écho', { maxSentences: 1, maxWords: 30 }],
    ])
    expect(
      brief(articles, {
        roomFor: ({ publisher }) => rooms.get(publisher) ?? { maxSentences: 3, maxWords: 60 },
      }),
    ).toEqual([`${CLOSED} (L’Écho)`])
  })

  it('carries what a stretch carries', () => {
    const insertions = [{ at: 3, text: '[mercredi]' }]
    const [reference] = briefOfStory({
      articles: [article('Le Phare', DERAILED)],
      setsOf: () => [[{ start: 0, end: DERAILED.length, insertions }]],
      limits: { maxSentences: 3, maxWords: 60 },
      roomFor: () => ({ maxSentences: 3, maxWords: 60 }),
      told: [],
      isOutdated: () => false,
    })
    expect(reference).toEqual({
      articleId: 'Le Phare',
      version: 2,
      start: 0,
      end: DERAILED.length,
      insertions,
    })
  })

  it('keeps within its limits, whatever the articles hold, and is the same when made again', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(DERAILED, AGAIN, CLOSED, LEANING, ' ', '\n\n', '"', '«'),
    )
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.array(text, { maxLength: 2 }), (texts, told) => {
        const articles = texts.map((own, at) => article(`Éditeur ${at}`, own))
        const sentences = brief(articles, { told })
        expect(sentences.length).toBeLessThanOrEqual(3)
        expect(new Set(sentences).size).toBe(sentences.length)
        expect(brief(articles, { told })).toEqual(sentences)
      }),
      { numRuns: 60 },
    )
  })
})
