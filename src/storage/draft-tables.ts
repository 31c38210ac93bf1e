// What the tables of drafts hold, as Kysely reads them. Nothing is `undefined`.
import type { Instant } from '../core/calendar.ts'

export interface DraftTables {
  drafts: DraftRow
  draft_keys: DraftKeyRow
}

/** What waits to become an article. */
export interface DraftRow {
  id: string
  /** 0 for what is recent, 1 for what is old, 2 for what could not be read. */
  turn: number
  lane: number
  published_at: Instant
  waiting_since: Instant
  /** 0 or 1. */
  wants_page: number
  /** An `ArticleDraft` as JSON. */
  draft: string
}

interface DraftKeyRow {
  key: string
  draft_id: string
}
