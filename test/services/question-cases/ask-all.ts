// Asks every case of the program over a database with the invented articles. Scores nothing.
import type { Instant } from '../../../src/core/calendar.ts'
import { createStoryShelf } from '../../../src/core/story-shelf.ts'
import type { Storage } from '../../../src/ports.ts'
import { importArticles } from '../../../src/services/import-articles.ts'
import { reply } from '../../../src/services/reply.ts'
import { openStorage } from '../../../src/storage/open.ts'
import type { QuestionArticle } from '../../fixtures/question-articles/article.ts'
import type { QuestionCase } from './case.ts'
import { givenAnswer, type GivenAnswer } from './given-answer.ts'

/** As many as a program is given. */
const LISTED = 10

export interface AskedCase {
  readonly asked: QuestionCase
  readonly given: GivenAnswer
  readonly milliseconds: number
}

/** A database, in memory unless told, filled as the verb import does; the caller closes it. */
export async function importAll(
  articles: readonly QuestionArticle[],
  now: Instant,
  database = ':memory:',
): Promise<Storage> {
  const storage = await openStorage(database, { now: () => now })
  const imported = articles.map(({ id, publisher, publishedAt, title, text }) => {
    const url = `https://www.${publisher}/${id}`
    return { id, url, title, lead: '', text, publishedAt: Date.parse(publishedAt) }
  })
  await importArticles({ storage, shelf: createStoryShelf() }, imported, now, () => undefined)
  return storage
}

export async function askAll(
  storage: Storage,
  cases: readonly QuestionCase[],
  now: Instant,
): Promise<readonly AskedCase[]> {
  const answered: AskedCase[] = []
  for (const asked of cases) {
    const startedAt = performance.now()
    const given = await ask(storage, asked.question, now)
    answered.push({ asked, given, milliseconds: performance.now() - startedAt })
  }
  return answered
}

async function ask(storage: Storage, question: string, now: Instant): Promise<GivenAnswer> {
  try {
    return givenAnswer((await reply(storage, question, LISTED, { now })).answer)
  } catch (error) {
    return { kind: 'failed', message: String(error) }
  }
}
