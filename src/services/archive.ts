// Writes published editions to the archive, once each. Knows nothing of folders: the writer is handed in.
import type { ShownEdition } from '../core/edition.ts'
import { archiveFiles, type ArchiveFile } from '../locale/archive.ts'
import { editionQuotes } from '../locale/quotations.ts'
import { editionArchived } from '../locale/log.ts'
import type { Clock, Log, Storage } from '../ports.ts'
import { editionTrace } from '../core/log-trace.ts'
import { quotedSources } from '../core/quotation-register.ts'
import { isDatabaseFailure, logFailure } from './log-failure.ts'
import { showEdition } from './make-edition.ts'
import { tracedLog } from './traced-log.ts'

/** Writes files so that each is there whole or not at all. Throws ExplainedError `file-unwritable`. */
export type WriteArchive = (files: readonly ArchiveFile[]) => Promise<void>

interface ArchiveTools {
  readonly storage: Storage
  readonly writeArchive: WriteArchive
  readonly clock: Clock
  readonly log: Log
  /** Aborted when the program stops: the rest is archived in its next life. */
  readonly signal: AbortSignal
}

/**
 * Archives every edition that is not yet; writing the same files twice after a kill changes nothing. An archive that
 * cannot be written is said and tried again at the next beat: channels do not wait for it.
 */
export async function archiveEditions(tools: ArchiveTools): Promise<void> {
  const { editions, digests } = tools.storage
  // One at a time: a slot of thousands of editions is some 100 MB.
  for (const id of await editions.unarchived()) {
    if (tools.signal.aborted) return
    const edition = await editions.get(id)
    if (edition === undefined) continue
    const log = tracedLog(tools.log, editionTrace(edition.id))
    try {
      // What one person reads is nobody else's business, not even the archive's.
      const isPersonal = (await digests.get(edition.digestName))?.owner !== undefined
      const shown = await showEdition(tools.storage, edition)
      if (!isPersonal) await tools.writeArchive(archiveFiles(shown))
      await editions.markArchived(edition.id, tools.clock.now())
      if (!isPersonal) log.debug(editionArchived(edition), { edition: edition.id })
      logQuotations(log, shown)
    } catch (error) {
      if (isDatabaseFailure(error)) throw error
      logFailure(log, error, { edition: edition.id })
    }
  }
}

/** One line an edition, with each publisher's figures as data: what is quoted of whom can be added up. */
function logQuotations(log: Log, edition: ShownEdition): void {
  const quotations = quotedSources(edition).map(({ publisher, words, articles, sentences }) => ({
    publisher,
    words,
    sentences: sentences.length,
    articles,
  }))
  if (quotations.length > 0) log.info(editionQuotes(edition, quotations), { edition: edition.id, quotations })
}
