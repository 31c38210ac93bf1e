// The verb import: fills the database from a file of articles.
import { createReadStream, existsSync } from 'node:fs'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Command } from 'commander'
import * as z from 'zod'
import type { Instant } from '../core/calendar.ts'
import { createStoryShelf } from '../core/story-shelf.ts'
import { ExplainedError } from '../core/failures.ts'
import { explain } from '../locale/failures.ts'
import { IMPORT_LABEL, importedLine, unreadLine } from '../locale/command-line.ts'
import { ARGUMENT_DESCRIPTIONS, LINE_FORMATS, VERB_DESCRIPTIONS } from '../locale/help.ts'
import { importArticles, type ImportedArticle, type ImportReport } from '../services/import-articles.ts'
import { restoreShelf } from '../services/restore-shelf.ts'
import { readInstant } from './instants.ts'
import { readLines } from './jsonl.ts'
import { configurationOption, databaseOption, nowOption } from './options.ts'
import { noteCommand } from './operator.ts'
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
    .description(VERB_DESCRIPTIONS.import)
    .argument('<fichier>', ARGUMENT_DESCRIPTIONS.articleFile)
    .addOption(databaseOption())
    .addOption(configurationOption())
    .addOption(nowOption())
    .addHelpText('after', `\n${LINE_FORMATS.import}`)
    .action(async (path: string, options: ImportOptions) => {
      const { articles, unread } = await readArticles(tools, path)
      const report = await importAll(tools, path, articles, options)
      const lines = articles.length + unread
      await write(tools.terminal.errors, `${importedLine({ ...report, lines, unread })}\n`)
      exit(unread === 0 ? EXIT.allRead : EXIT.someLinesFailed)
    })
}

async function importAll(
  tools: Toolbox,
  file: string,
  articles: readonly ImportedArticle[],
  options: ImportOptions,
): Promise<ImportReport> {
  return withStorage(tools, options, async (storage) => {
    const now = options.now ?? Date.now()
    const shelf = createStoryShelf()
    // What came out before the first of these articles: they may continue its stories.
    await restoreShelf(storage, shelf, articles[0]?.publishedAt ?? now)
    const progress = openProgress(tools.terminal.errors, IMPORT_LABEL, articles.length)
    try {
      const report = await importArticles({ storage, shelf }, articles, now, progress.moveTo)
      await noteCommand(storage, { kind: 'imported', file, articles: articles.length }, now)
      return report
    } finally {
      progress.close()
    }
  })
}

/** Oldest first, so that stories grow as they did; undated articles last. */
async function readArticles(
  tools: Toolbox,
  path: string,
): Promise<{ readonly articles: readonly ImportedArticle[]; readonly unread: number }> {
  const articles: ImportedArticle[] = []
  let unread = 0
  for await (const line of readLines(openFile(path), ARTICLE, path)) {
    if (line.kind === 'row') articles.push(articleOf(line.row))
    else {
      unread++
      await write(tools.terminal.errors, `${unreadLine(path, line.number, explain(line.failure))}\n`)
    }
  }
  return { articles: articles.toSorted((one, other) => timeOf(one) - timeOf(other)), unread }
}

function timeOf({ publishedAt }: ImportedArticle): Instant {
  return publishedAt ?? Number.MAX_SAFE_INTEGER
}

function articleOf(row: z.infer<typeof ARTICLE>): ImportedArticle {
  return {
    id: String(row.id),
    url: webAddress(row.url ?? ''),
    title: row.title.trim(),
    lead: (row.lead ?? row.summary ?? '').trim(),
    text: row.text.trim(),
    publishedAt: readInstant(row.date ?? ''),
  }
}

/** Only http and https: what is printed as a link must lead to a page. */
function webAddress(given: string): string {
  const url = URL.parse(given)
  return url !== null && /^https?:$/.test(url.protocol) ? given : ''
}

function openFile(path: string): Readable {
  if (!existsSync(path)) throw new ExplainedError({ code: 'file-missing', path })
  const bytes = createReadStream(path)
  // What breaks on the way breaks the stream that is read: it is told there.
  return path.endsWith('.gz') ? pipeline(bytes, createGunzip(), () => undefined) : bytes
}
