// Two processes place articles on one database: together they make the stories that one would have made.
import { describe, expect, it } from 'vitest'
import type { ArticleDraft } from '../../src/core/article.ts'
import { HOUR } from '../../src/core/calendar.ts'
import type { StoryArticle } from '../../src/core/story.ts'
import { createStoryShelf, type StoryShelf } from '../../src/core/story-shelf.ts'
import type { Storage } from '../../src/ports.ts'
import { keepArticles, OvertakenError, readAhead, writeAhead } from '../../src/services/keep-articles.ts'
import { restoreRunningShelf } from '../../src/services/restore-shelf.ts'
import { openStorage } from '../../src/storage/open.ts'
import { BOTH, BUDGET, FIRE, NEIGHBOURS, REPRINT } from '../core/story-fragments.ts'
import { sceneDatabase } from '../storage/scene-database.ts'

const NOW = BOTH.publishedAt + 2 * HOUR
const LATER: StoryArticle = {
  ...NEIGHBOURS,
  id: 'suite',
  title: 'Méan : Odile Praud réclame un suivi médical',
  text: `Vendredi, à la mairie. ${NEIGHBOURS.text.slice(0, 200)}`,
  publishedAt: BOTH.publishedAt + HOUR,
}
const NEWS = [FIRE, BUDGET, NEIGHBOURS, BOTH, REPRINT, LATER]

function draftOf({ id, title, text, publishedAt }: StoryArticle): ArticleDraft {
  return {
    keys: [`id:${id}`],
    feedId: 'nantes',
    publisher: `Courrier de ${id}`,
    rubric: '',
    url: `https://nantes.example/${id}`,
    title,
    lead: '',
    body: text,
    publishedAt,
  }
}

/** As a process does for each draft that it reads. */
async function keep(storage: Storage, shelf: StoryShelf, article: StoryArticle): Promise<void> {
  const draft = draftOf(article)
  const read = readAhead(draft, new Map(), NOW)
  const written = read === undefined ? [] : [read]
  await restoreRunningShelf(storage, shelf, NOW)
  await storage.inTransaction(
    async (inner) => {
      await restoreRunningShelf(inner, shelf, NOW)
      await keepArticles(inner, shelf, [draft], { now: NOW, ahead: written, written })
    },
    (inner) => writeAhead(inner, written),
  )
}

/** Titles by story, each article read by the process of its turn. */
async function storiesOf(turns: readonly number[]): Promise<ReadonlySet<string>> {
  const storage = await openStorage(await sceneDatabase(':memory:'), { now: () => NOW })
  const shelves = [createStoryShelf(), createStoryShelf(), createStoryShelf()]
  for (const [index, article] of NEWS.entries()) {
    const shelf = shelves[turns[index] ?? 0]
    if (shelf !== undefined) await keep(storage, shelf, article)
  }
  const placed = await storage.articles.seenBetween(0, NOW)
  const groups = Map.groupBy(placed, ({ placement }) => placement.storyId)
  await storage.close()
  return new Set(
    [...groups.values()].map((group) =>
      group
        .map(({ title, placement }) => (placement.duplicateOf === undefined ? title : `${title} (reprise)`))
        .toSorted()
        .join(' + '),
    ),
  )
}

describe('a shelf that several processes share', () => {
  it.each([
    [[0, 1, 0, 1, 0, 1], 'in turns'],
    [[0, 0, 0, 0, 1, 1], 'one after the other: the second is filled with all that is there'],
    [[0, 1, 1, 0, 1, 0], 'the one that unites has seen half of it'],
    [[0, 1, 2, 0, 1, 2], 'three of them'],
    [[0, 0, 1, 1, 0, 0], 'the first learns of a union, and of what it holds since'],
  ])('makes the stories of one: %j, %s', async (turns) => {
    const alone = await storiesOf([0, 0, 0, 0, 0, 0])
    expect(alone.size).toBe(2)
    expect(await storiesOf(turns)).toEqual(alone)
  })

  it('takes nothing that another process has kept meanwhile', async () => {
    const storage = await openStorage(await sceneDatabase(':memory:'), { now: () => NOW })
    const [one, other] = [createStoryShelf(), createStoryShelf()]
    const read = readAhead(draftOf(FIRE), new Map(), NOW)
    await keep(storage, other, FIRE)
    const written = read === undefined ? [] : [read]
    const options = { now: NOW, ahead: written, written }
    for (const drafts of [[FIRE], [BUDGET]])
      await expect(
        storage.inTransaction((inner) => keepArticles(inner, one, drafts.map(draftOf), options)),
      ).rejects.toBeInstanceOf(OvertakenError)
    expect([one.size, await storage.articles.count()]).toEqual([0, 1])
    await storage.close()
  })

  it('reads its own placements once, and those of others as they come', async () => {
    const storage = await openStorage(await sceneDatabase(':memory:'), { now: () => NOW })
    const [one, other] = [createStoryShelf(), createStoryShelf()]
    await keep(storage, one, FIRE)
    await keep(storage, one, NEIGHBOURS)
    await restoreRunningShelf(storage, other, NOW)
    expect([other.size, other.position]).toEqual([2, 2])
    await keep(storage, other, BOTH)
    await restoreRunningShelf(storage, one, NOW)
    expect([one.size, one.position]).toEqual([3, 3])
    await storage.close()
  })
})
