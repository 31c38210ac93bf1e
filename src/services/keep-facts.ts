// Keeps what articles tell, and reads anew what an earlier program has not read. Knows nothing of language.
import { USUAL_ZONE } from '../core/calendar.ts'
import { type ArticleFacts, FACTS_VERSION, factsOf, namesToKnow } from '../core/fact.ts'
import type { Article } from '../core/article.ts'
import type { Storage, TellingArticle } from '../ports.ts'
import { letOthersIn } from './map-concurrently.ts'

/** Articles whose facts are saved in one transaction: reading them takes a third of a second at most, saving 20 ms. */
const BATCH = 20

/** Inside the transaction of `storage`. */
export async function keepFacts(storage: Storage, told: readonly TellingArticle[]): Promise<void> {
  await storage.facts.saveAll(told, FACTS_VERSION)
  await storage.people.indexAll(
    told.map(({ article, facts }) => ({ articleId: article.id, names: namesToKnow(facts) })),
  )
}

/**
 * Reads the facts of articles that no reader of today has read, until there are none or `signal` says to stop: what is
 * done stays done, and the next start goes on from there. Whoever else wants the processor has it between two articles.
 */
export async function readOldFacts(storage: Storage, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const articles = await storage.facts.toRead(FACTS_VERSION, BATCH)
    if (articles.length === 0) return
    const read: (readonly [Article, ArticleFacts])[] = []
    for (const article of articles) {
      await letOthersIn()
      if (signal.aborted) break
      read.push([article, factsOf(article, USUAL_ZONE)])
    }
    await storage.inTransaction(async (inner) => {
      for (const [article, facts] of read) await keepIfCurrent(inner, article, facts)
    })
  }
}

/** Meanwhile the article may have got another version, whose facts are kept already. */
async function keepIfCurrent(storage: Storage, article: Article, facts: ArticleFacts): Promise<void> {
  const [current] = await storage.articles.get([article.id])
  if (current?.version === article.version) await keepFacts(storage, [{ article, facts }])
}
