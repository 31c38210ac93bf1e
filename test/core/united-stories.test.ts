// Two stories on the shelf that turn out to be one.
import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import type { Placement, StoryArticle } from '../../src/core/story.ts'
import { createStoryShelf, type StoryShelf } from '../../src/core/story-shelf.ts'
import { BOTH, BUDGET, FIRE, NEIGHBOURS, REPRINT } from './story-fragments.ts'

function shelfOf(articles: readonly StoryArticle[]): {
  readonly shelf: StoryShelf
  readonly placements: readonly Placement[]
} {
  const shelf = createStoryShelf()
  return { shelf, placements: articles.map((one) => shelf.place(one)) }
}

describe('two stories of one event', () => {
  it('become one under the id of the older when an article shows it', () => {
    const { shelf, placements } = shelfOf([FIRE, BUDGET, NEIGHBOURS, BOTH])
    expect(placements).toEqual([
      { articleId: 'incendie', storyId: 'incendie' },
      { articleId: 'budget', storyId: 'budget' },
      { articleId: 'riverains', storyId: 'riverains' },
      { articleId: 'les-deux', storyId: 'incendie', unites: ['riverains'] },
    ])
    expect(shelf.reasonOf('les-deux')).toMatchObject({ kind: 'joins', unites: [{ storyId: 'riverains' }] })
  })

  it('go on under the id of the older, whichever the article fits better', () => {
    const { placements } = shelfOf([
      NEIGHBOURS,
      { ...FIRE, publishedAt: NEIGHBOURS.publishedAt + HOUR },
      BOTH,
    ])
    expect(placements[2]).toEqual({ articleId: 'les-deux', storyId: 'riverains', unites: ['incendie'] })
  })

  it('are one for whoever came before, reprints too, and nothing is united twice', () => {
    const { shelf } = shelfOf([FIRE, NEIGHBOURS, REPRINT, BOTH])
    const again = [FIRE, NEIGHBOURS, REPRINT, BOTH].map((one) => shelf.place(one))
    expect(again).toEqual([
      { articleId: 'incendie', storyId: 'incendie' },
      { articleId: 'riverains', storyId: 'incendie' },
      { articleId: 'reprise', storyId: 'incendie', duplicateOf: 'riverains' },
      { articleId: 'les-deux', storyId: 'incendie' },
    ])
  })

  it('are one for whoever comes later', () => {
    const { shelf } = shelfOf([FIRE, NEIGHBOURS, BOTH])
    const sequel = { ...NEIGHBOURS, id: 'suite', title: 'Méan : Odile Praud réclame un suivi médical' }
    const later = { ...sequel, text: `Vendredi, à la mairie. ${NEIGHBOURS.text.slice(0, 200)}` }
    expect(shelf.place(later).storyId).toBe('incendie')
    expect(shelf.place(REPRINT)).toMatchObject({ storyId: 'incendie', duplicateOf: 'riverains' })
  })

  it('stay one after a restart', () => {
    const { shelf, placements } = shelfOf([FIRE, NEIGHBOURS, BOTH])
    const after = createStoryShelf()
    // As storage has them by then.
    const stored = [FIRE, NEIGHBOURS, BOTH].map((one) => ({ ...one, placement: shelf.place(one) }))
    after.restore(stored)
    expect(placements.length).toBe(after.size)
    const next = { ...REPRINT, publishedAt: BOTH.publishedAt + HOUR }
    expect(after.place(next)).toEqual(shelf.place(next))
  })

  it('stay apart while no article speaks of both', () => {
    const sequel = {
      ...FIRE,
      id: 'suite',
      title: 'Kerval : les pompiers quittent l’entrepôt',
      text: FIRE.text.slice(100),
    }
    const { placements } = shelfOf([FIRE, NEIGHBOURS, { ...sequel, publishedAt: BOTH.publishedAt }])
    expect(placements.map(({ storyId, unites }) => [storyId, unites])).toEqual([
      ['incendie', undefined],
      ['riverains', undefined],
      ['incendie', undefined],
    ])
  })

  it('are forgotten as others are', () => {
    const { shelf } = shelfOf([FIRE, NEIGHBOURS, BOTH])
    const later = { ...BUDGET, publishedAt: BUDGET.publishedAt + 20 * DAY }
    shelf.place(later)
    expect(shelf.size).toBe(1)
    const again = { ...REPRINT, publishedAt: later.publishedAt }
    expect(shelf.place(again)).toEqual({ articleId: 'reprise', storyId: 'reprise' })
  })
})
