// French data for the storage tests, written by us. Never asks a database anything.
import type { Article } from '../../src/core/article.ts'
import { HOUR, type Instant } from '../../src/core/calendar.ts'
import type { Delivery, Edition, EditionStory } from '../../src/core/edition.ts'
import type { Feed } from '../../src/core/feed.ts'
import { contentStems } from '../../src/french/stems.ts'
import type { IndexedSentence, Placement, Storage } from '../../src/ports.ts'

/** Friday 20 November 2026, 8 h in Paris. */
export const MORNING: Instant = Date.UTC(2026, 10, 20, 7)
export const EVENING: Instant = MORNING + 10 * HOUR

export function sampleFeed(id: string, changes: Partial<Feed> = {}): Feed {
  return {
    id,
    url: `https://${id}.example/rss.xml`,
    title: `Le Courrier de ${id}`,
    publisher: `Courrier ${id}`,
    rubric: 'Monde',
    origin: 'file',
    ...changes,
  }
}

export function sampleArticle(id: string, changes: Partial<Article> = {}): Article {
  return {
    id,
    feedId: 'nantes',
    publisher: 'Courrier de Nantes',
    rubric: 'Diplomatie',
    url: `https://nantes.example/${id}`,
    version: 1,
    title: 'La ministre reçoit son homologue',
    lead: 'Un entretien d’une heure.',
    text: 'Un entretien d’une heure.\n\nLa ministre a reçu son homologue jeudi. «\u202fNous avançons\u202f», a-t-elle dit.',
    publishedAt: MORNING - 3 * HOUR,
    firstSeenAt: MORNING - 2 * HOUR,
    ...changes,
  }
}

export function samplePlacement(articleId: string, changes: Partial<Placement> = {}): Placement {
  return { articleId, storyId: `histoire-${articleId}`, ...changes }
}

export async function addArticle(
  storage: Storage,
  id: string,
  changes: Partial<Article> = {},
): Promise<Article> {
  const article = sampleArticle(id, changes)
  await storage.articles.add(article, [`url:${id}`], samplePlacement(id))
  return article
}

/** One sentence a line is enough here: cutting French sentences is tested elsewhere. */
export function sentencesOf(text: string): readonly IndexedSentence[] {
  const sentences: IndexedSentence[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    if (line !== '') sentences.push({ start, end, stems: contentStems(line) })
    start = end + 1
  }
  return sentences
}

export async function addFindable(storage: Storage, id: string, text: string): Promise<Article> {
  const article = await addArticle(storage, id, { text })
  await storage.search.index(article, sentencesOf(text))
  return article
}

export function sampleStory(article: Article, changes: Partial<EditionStory> = {}): EditionStory {
  const { id: articleId, version, publisher, title, url, publishedAt } = article
  return {
    storyId: `histoire-${articleId}`,
    title,
    rubric: article.rubric,
    publishedAt,
    publisherCount: 1,
    brief: [{ articleId, version, start: 0, end: 25, insertions: [{ at: 12, text: '[5 octobre]' }] }],
    sources: [{ articleId, version, publisher, title, url, publishedAt, isUpdate: false }],
    ...changes,
  }
}

export function sampleEdition(slotAt: Instant, changes: Partial<Edition> = {}): Edition {
  const digestName = changes.digestName ?? 'matin'
  return {
    id: `${digestName}@${new Date(slotAt).toISOString()}`,
    digestName,
    title: 'La revue du matin',
    zone: 'Europe/Paris',
    slotAt,
    madeAt: slotAt + 1_500,
    since: slotAt - 24 * HOUR,
    until: slotAt,
    articleCount: 12,
    foldedCount: 3,
    stories: [],
    ...changes,
  }
}

export function sampleDelivery(edition: Edition, part: number, changes: Partial<Delivery> = {}): Delivery {
  const channel = changes.channel ?? 'console:terminal'
  return {
    id: `${edition.id} ${channel} ${part}`,
    editionId: edition.id,
    channel,
    part,
    state: 'pending',
    attempts: 0,
    nextAttemptAt: edition.slotAt,
    ...changes,
  }
}
