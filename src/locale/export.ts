// What is said of an export. Writes none.
import type { ExportManifest } from '../core/export.ts'
import { formatBytes } from './bytes.ts'
import { counted } from './plural.ts'
import { french } from './sentence.ts'

/** Before the figures of progress, which are records of all kinds. */
export const EXPORT_LABEL = 'Éléments lus'

/** «Export fait : export, 20 fichiers, 3,2 Mo, 1 249 articles, 12 éditions.» */
export function exportedLine(path: string, { files }: Pick<ExportManifest, 'files'>): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const countOf = (name: string): number => files.find((file) => file.name === name)?.count ?? 0
  // The manifest is one more.
  const fileCount = counted(files.length + 1, 'fichier')
  const contents = `${counted(countOf('articles.jsonl'), 'article')}, ${counted(countOf('editions.jsonl'), 'édition')}`
  return french`Export fait : ${path}, ${fileCount}, ${formatBytes(bytes)}, ${contents}.`
}
