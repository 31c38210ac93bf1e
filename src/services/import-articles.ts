// Takes in articles from a file as if feeds had brought them on the day they came out.
import type { ArticleDraft } from '../core/article.ts'
import { identityKeys } from '../core/article-identity.ts'
import type { Instant } from '../core/calendar.ts'
import type { Feed } from '../core/feed.ts'
import type { StoryShelf } from '../core/story-shelf.ts'
import type { Storage } from '../ports.ts'
import { keepArticles } from './keep-articles.ts'

/** Imported articles belong to this feed: it is never read. */
const IMPORT_FEED: Feed = {
  id: 'import',
  url: 'import:',
  title: 'Import',
  publisher: 'Import',
  rubric: '',
  origin: 'import',
}

/** Articles stored in one transaction: large enough to spare the disk, small enough to show progress. */
const BATCH = 100

export interface ImportedArticle {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly lead: string
  readonly text: string
  readonly publishedAt: Instant | undefined
}

export interface ImportReport {
  readonly added: number
  readonly updated: number
  readonly folded: number
}

interface ImportTools {
  readonly storage: Storage
  readonly shelf: StoryShelf
}

/** Stores articles in the order given; an article that is there already is not added again. */
export async function importArticles(
  tools: ImportTools,
  articles: readonly ImportedArticle[],
  now: Instant,
  onProgress: (done: number) => void,
): Promise<ImportReport> {
  const report = { added: 0, updated: 0, folded: 0 }
  await tools.storage.feeds.save([IMPORT_FEED], now)
  for (let start = 0; start < articles.length; start += BATCH) {
    const batch = articles.slice(start, start + BATCH)
    await tools.storage.inTransaction(async (storage) => {
      for (const article of batch) {
        const seenAt = article.publishedAt ?? now
        const kept = await keepArticles(storage, tools.shelf, [draftOf(article)], { now: seenAt })
        report.added += kept.added.length
        report.updated += kept.updated.length
        report.folded += kept.foldedCount
      }
    })
    onProgress(Math.min(start + BATCH, articles.length))
  }
  return report
}

function draftOf(article: ImportedArticle): ArticleDraft {
  const publisher = publisherOf(article.url)
  const item = {
    guid: article.id,
    url: article.url,
    title: article.title,
    lead: article.lead,
    text: article.text,
  }
  return {
    // Two imported articles with the same words are a reprint, not one article: each keeps the id it came with.
    keys: identityKeys(item, IMPORT_FEED.id, publisher).filter((key) => !key.startsWith('print:')),
    id: article.id,
    feedId: IMPORT_FEED.id,
    publisher,
    rubric: '',
    url: article.url,
    title: article.title,
    lead: article.lead,
    body: article.text,
    publishedAt: article.publishedAt,
  }
}

/** `www.lemonde.fr` stands for its publisher when nothing else is known. */
function publisherOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : IMPORT_FEED.publisher
}
