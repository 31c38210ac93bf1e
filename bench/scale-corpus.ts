// The articles that worlds are made of, and what renames them. Read once by the real import; changes none.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { importCorpus } from './question-corpus.ts'
import { createRenamer, type Renamer } from './question-renamer.ts'

const ARTICLE = z.object({ id: z.string(), title: z.string(), text: z.string(), publishedAt: z.number() })
export type CorpusArticle = z.infer<typeof ARTICLE>

export interface Corpus {
  readonly articles: readonly CorpusArticle[]
  readonly renamer: Renamer
}

/** `shared` is the folder of the data, `folder` where the import is kept. */
export async function readCorpus(shared: string, folder: string): Promise<Corpus> {
  const database = new DatabaseSync(await importCorpus(corpusFile(shared), folder), { readOnly: true })
  const articles = z.array(ARTICLE).parse(
    database
      .prepare(
        `select id, title, text, published_at as "publishedAt" from articles
         join article_versions on article_id = id and article_versions.version = articles.version
         order by first_seen_at desc, id`,
      )
      .all(),
  )
  const names = z
    .array(z.object({ name: z.string() }))
    .parse(database.prepare('select name from people_words').all())
  database.close()
  const renamer = createRenamer(
    names.map(({ name }) => name),
    articles.map(({ text }) => text),
    'rare-words-too',
  )
  return { articles, renamer }
}

export const corpusFile = (shared: string): string => join(shared, 'data/questions/corpus.jsonl.gz')
