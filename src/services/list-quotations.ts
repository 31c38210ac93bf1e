// The register of quotations, from the editions that are stored. Writes nothing.
import type { Instant } from '../core/calendar.ts'
import type { Edition } from '../core/edition.ts'
import { quotedSources, type QuotedSource } from '../core/quotation-register.ts'
import type { Storage } from '../ports.ts'
import { showEdition } from './make-edition.ts'

/** One edition with what it quotes. */
export interface EditionQuotations {
  readonly edition: Pick<Edition, 'title' | 'slotAt' | 'zone'>
  readonly sources: readonly QuotedSource[]
}

/** Editions made since an instant that quote somebody, oldest first. */
export async function listQuotations(
  storage: Storage,
  since: Instant,
): Promise<readonly EditionQuotations[]> {
  const quotations: EditionQuotations[] = []
  for (const edition of await storage.editions.madeSince(since)) {
    const sources = quotedSources(await showEdition(storage, edition))
    if (sources.length > 0) quotations.push({ edition, sources })
  }
  return quotations
}
