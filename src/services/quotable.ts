// Which articles may be quoted to the readers of a workspace. Chooses no sentence.
import type { Article } from '../core/article.ts'
import { mayBeQuoted } from '../core/quotation-measure.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import type { Storage } from '../ports.ts'
import { unquotedPublishers } from './visible-feeds.ts'

export async function quotableFor(
  storage: Storage,
  workspaceId: WorkspaceId,
): Promise<(article: Article) => boolean> {
  const unquoted = await unquotedPublishers(storage, workspaceId)
  return (article) => mayBeQuoted(article) && !unquoted.has(article.publisher)
}
