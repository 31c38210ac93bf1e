// The articles that teach and those that measure, read from outside of the repository. Keeps none of their words.
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

const ARTICLE = z.object({ id: z.string(), title: z.string(), lead: z.string(), text: z.string() })
export type TaughtArticle = z.infer<typeof ARTICLE>

/** Ends the program with a sentence when the file is missing. */
export function readArticles(path: string): readonly TaughtArticle[] {
  if (!existsSync(path)) {
    process.stderr.write(`Le fichier ${path} manque. Donnez le dossier des données.\n`)
    process.exit(2)
  }
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => ARTICLE.parse(JSON.parse(line)))
}
