// Drafts read together: whatever one of them does, each becomes what it would become alone.
import { describe, expect, it } from 'vitest'
import type { ArticleDraft } from '../../src/core/article.ts'
import { HOUR, type Instant } from '../../src/core/calendar.ts'
import { ExplainedError } from '../../src/core/failures.ts'
import { createStoryShelf } from '../../src/core/story-shelf.ts'
import { waitingDraft } from '../../src/core/waiting-draft.ts'
import { keptOneByOne } from '../../src/locale/log.ts'
import type { AddedArticle, FeedReader, Meter, Newcomer, Storage } from '../../src/ports.ts'
import { readDrafts } from '../../src/services/read-drafts.ts'
import { openStorage } from '../../src/storage/open.ts'
import { sceneDatabase } from '../storage/scene-database.ts'
import { SILENT_LOG } from '../silent-log.ts'

const NOW = Date.parse('2026-03-16T07:55:00+01:00')
const QUAYS = ['nord', 'sud', 'est', 'ouest', 'neuf', 'vieux', 'haut', 'bas', 'long', 'court', 'clair']
const titleOf = (quay: string): string => `Le quai ${quay} ferme`
const ODD = titleOf('est')

const draftOf = (quay: string, at: number): ArticleDraft => ({
  keys: [`url:https://nantes.example/${quay}`],
  feedId: 'nantes',
  publisher: 'La Vigie',
  rubric: '',
  url: `https://nantes.example/${quay}`,
  title: titleOf(quay),
  lead: '',
  body: `Le préfet a fermé le quai ${quay} lundi. ${quay} `.repeat(at + 1),
  publishedAt: NOW - HOUR + at,
})

const isOdd = ({ title }: { readonly title: string }): boolean => title === ODD
const REST = QUAYS.map(titleOf).filter((title) => title !== ODD)

const nobody = (): Promise<never> => Promise.reject(new Error('Nothing is fetched here.'))
const NO_READER: FeedReader = {
  readFeed: nobody,
  readPage: nobody,
  readOutline: nobody,
  discover: nobody,
  close: async () => undefined,
}

const DRAFTS = QUAYS.map(draftOf)

interface Outcome {
  /** In the order in which they were placed. */
  readonly titles: readonly string[]
  readonly left: readonly string[]
  readonly counted: Readonly<Record<string, number>>
  readonly shelved: number
  readonly warnings: readonly string[]
}

interface Trouble {
  /** Throws where storage does not take these. */
  readonly refuse?: (added: readonly AddedArticle[]) => void
  /** Throws where an article cannot be written ahead. */
  readonly overtake?: (newcomers: readonly Newcomer[]) => void
  /** Stands for a text that our readers stumble over. */
  readonly wordsOf?: (draft: ArticleDraft) => string
}

async function outcomeOf(trouble: Trouble): Promise<Outcome & { readonly error: unknown }> {
  const storage = await openStorage(await sceneDatabase(':memory:'), { now: () => NOW })
  const shelf = createStoryShelf()
  await storage.drafts.add(DRAFTS.map((draft) => waitingDraft(draft, false, NOW)))
  const counted: Record<string, number> = {}
  const warnings: string[] = []
  const meter: Meter = (measure) => {
    if (measure.kind === 'article') counted[measure.outcome] = (counted[measure.outcome] ?? 0) + 1
  }
  const error: unknown = await readDrafts({
    ...toolsWith(troubled(storage, trouble), shelf, meter),
    log: { ...SILENT_LOG, warn: (sentence) => void warnings.push(sentence) },
  }).catch((reason: unknown) => reason)
  const placed = await storage.placements.after(0, 99)
  const articles = await storage.articles.get(placed.map(({ placement }) => placement.articleId))
  const left = await storage.drafts.next(99, [])
  const titles = articles.map(({ title }) => title)
  const { count } = await storage.drafts.waiting()
  await storage.close()
  return {
    error,
    titles,
    left: [
      ...left.map(({ draft }) => draft.title),
      ...Array.from({ length: count - left.length }, () => 'aside'),
    ],
    counted,
    shelved: shelf.size,
    warnings,
  }
}

function troubled(storage: Storage, trouble: Trouble): Storage {
  const { refuse = () => undefined, overtake = () => undefined, wordsOf = ({ body }) => body } = trouble
  return {
    ...storage,
    articles: {
      ...storage.articles,
      addAll: async (added) => {
        refuse(added)
        await storage.articles.addAll(added)
      },
    },
    drafts: {
      ...storage.drafts,
      next: async (limit, except, lanes) =>
        (await storage.drafts.next(limit, except, lanes)).map((waiting) => ({
          ...waiting,
          draft: Object.defineProperty({ ...waiting.draft }, 'body', { get: () => wordsOf(waiting.draft) }),
        })),
    },
    newcomers: {
      write: async (newcomers, factsVersion) => {
        overtake(newcomers)
        await storage.newcomers.write(newcomers, factsVersion)
      },
      place: async (newcomers, placed) => {
        refuse(placed)
        await storage.newcomers.place(newcomers, placed)
      },
    },
    inTransaction: (work, ahead) =>
      storage.inTransaction(
        (inner) => work(troubled(inner, trouble)),
        ahead && ((inner) => ahead(troubled(inner, trouble))),
      ),
  }
}

const toolsWith = (storage: Storage, shelf: ReturnType<typeof createStoryShelf>, meter: Meter) => ({
  storage,
  shelf,
  meter,
  clock: { now: (): Instant => NOW },
  reader: NO_READER,
  signal: new AbortController().signal,
})

describe('drafts that are read together', () => {
  it('become articles in the order in which they are wanted', async () => {
    const { titles, left, counted, shelved } = await outcomeOf({})
    expect(titles).toEqual(DRAFTS.map(({ title }) => title))
    expect([left, counted, shelved]).toEqual([[], { new: DRAFTS.length }, DRAFTS.length])
  })

  it('are kept but for the one that cannot be stored', async () => {
    const { titles, left, counted, shelved } = await outcomeOf({
      refuse: (added) => {
        if (added.some(({ article }) => isOdd(article))) throw new Error('This one is odd.')
      },
    })
    expect(titles).toEqual(REST)
    expect([left, counted, shelved]).toEqual([['aside'], { new: REST.length, unreadable: 1 }, REST.length])
  })

  it('are kept but for the one that our readers stumble over', async () => {
    const { titles, left, counted, shelved } = await outcomeOf({
      wordsOf: (draft) => {
        if (isOdd(draft)) throw new Error('This one is odd.')
        return draft.body
      },
    })
    expect(titles).toEqual(REST)
    expect([left, counted, shelved]).toEqual([['aside'], { new: REST.length, unreadable: 1 }, REST.length])
  })

  it('are kept one by one when they cannot be stored together, and the log says so', async () => {
    const { titles, left, counted, warnings } = await outcomeOf({
      refuse: (added) => {
        if (added.length > 1) throw new Error('Only one at a time.')
      },
    })
    expect(titles).toEqual(DRAFTS.map(({ title }) => title))
    expect([left, counted]).toEqual([[], { new: DRAFTS.length }])
    expect(warnings).toEqual([keptOneByOne(8), keptOneByOne(3)])
  })

  it('are kept in their turn when they cannot be written ahead: nobody is told', async () => {
    const overtaken: number[] = []
    const { titles, left, counted, shelved, warnings } = await outcomeOf({
      overtake: (newcomers) => {
        overtaken.push(newcomers.length)
        if (newcomers.some(({ article }) => isOdd(article))) throw new Error('Another process has this one.')
      },
    })
    expect(titles).toEqual(DRAFTS.map(({ title }) => title))
    expect([left, counted, shelved]).toEqual([[], { new: DRAFTS.length }, DRAFTS.length])
    expect([overtaken, warnings]).toEqual([[8, 3], []])
  })

  it('wait, all of the group and those after it, when the database fails', async () => {
    const { error, titles, left, counted } = await outcomeOf({
      refuse: (added) => {
        if (added.some(({ article }) => isOdd(article)))
          throw new ExplainedError({ code: 'database-full', path: 'essai' })
      },
    })
    expect(error).toBeInstanceOf(ExplainedError)
    expect([titles, left.length, counted]).toEqual([[], DRAFTS.length, {}])
  })
})
