// The verb import: fills the database from a file of articles.
import { createReadStream, existsSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Command } from 'commander'
import * as z from 'zod'
import { createStoryShelf } from '../core/story-shelf.ts'
import { ExplainedError } from '../core/failures.ts'
import { explain } from '../locale/failures.ts'
import { importedLine } from '../locale/command-line.ts'
import { importArticles, type ImportedArticle } from '../services/import-articles.ts'
import { restoreShelf } from '../services/restore-shelf.ts'
import { readInstant } from './instants.ts'
import { readLines } from './jsonl.ts'
import { configurationOption, databaseOption, nowOption } from './options.ts'
import { openProgress } from './progress.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { withStorage } from './with-storage.ts'

const ARTICLE = z.object({
  id: z.union([z.string(), z.number()]),
  url: z.string().nullish(),
  title: z.string(),
  date: z.string().nullish(),
  summary: z.string().nullish(),
  lead: z.string().nullish(),
  text: z.string(),
})

interface ImportOptions {
  readonly database?: string
  readonly config: string
  readonly now?: number
}

export function importVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('import')
    .description('verse un fichier d’articles dans la base')
    .argument('<fichier>', 'fichier .jsonl ou .jsonl.gz')
    .addOption(databaseOption())
    .addOption(configurationOption())
    .addOption(nowOption())
    .action(async (path: string, options: ImportOptions) => {
      const { articles, badCount } = await readArticles(tools, path)
      const report = await withStorage(tools, options, async (storage) => {
        const now = options.now ?? Date.now()
        const shelf = createStoryShelf()
        await restoreShelf(storage, shelf, now)
        const progress = openProgress(tools.terminal.errors, 'Articles', articles.length)
        const counts = await importArticles({ storage, shelf }, articles, now, progress.moveTo)
        progress.close()
        return counts
      })
      await write(tools.terminal.errors, `${importedLine(report)}\n`)
      exit(badCount === 0 ? EXIT.allRead : EXIT.someLinesFailed)
    })
}

/** Oldest first, so that stories grow as they did; undated articles last. */
async function readArticles(
  tools: Toolbox,
  path: string,
): Promise<{ readonly articles: readonly ImportedArticle[]; readonly badCount: number }> {
  const articles: ImportedArticle[] = []
  let badCount = 0
  let lineNumber = 0
  for await (const line of readLines(openLines(path), ARTICLE)) {
    lineNumber++
    if (line.kind === 'row') articles.push(articleOf(line.row))
    else {
      badCount++
      await write(tools.terminal.errors, `${path}, ligne ${lineNumber}\u00A0: ${explain(line.failure)}\n`)
    }
  }
  const at = ({ publishedAt }: ImportedArticle): number => publishedAt ?? Number.MAX_SAFE_INTEGER
  return { articles: articles.toSorted((one, other) => at(one) - at(other)), badCount }
}

function articleOf(row: z.infer<typeof ARTICLE>): ImportedArticle {
  return {
    id: String(row.id),
    url: row.url ?? '',
    title: row.title.trim(),
    lead: (row.lead ?? row.summary ?? '').trim(),
    text: row.text.trim(),
    publishedAt: readInstant(row.date ?? ''),
  }
}

export function openLines(path: string): Readable {
  if (!existsSync(path)) throw new ExplainedError({ code: 'file-missing', path })
  const bytes = createReadStream(path)
  return path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
}
