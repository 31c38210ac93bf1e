// What the tables of facts hold, as Kysely reads them. Instants are milliseconds, nothing is `undefined`.
import type { Day, Instant } from '../core/calendar.ts'

export interface FactTables {
  meetings: MeetingRow
  meeting_keys: MeetingKeyRow
  offices: OfficeRow
  statements: StatementRow
}

/** The place of a fact; the article's first feed and its date are repeated so that finding asks one table. */
interface FactRow {
  article_id: string
  /** The first fact of its kind in an article is 0. */
  ordinal: number
  version: number
  feed_id: string
  /** 0 or 1: the article stood in other feeds too. */
  stood_elsewhere: number
  published_at: Instant
}

export interface MeetingRow extends FactRow {
  first_day: Day | null
  last_day: Day | null
  /** A `ToldMeeting` as JSON. */
  meeting: string
}

/** By what a meeting is found. */
export interface MeetingKeyRow extends Omit<FactRow, 'version'> {
  /** The place of the participant; -1 for what is not said of one. */
  participant: number
  /** A name as it stands, the key of an office, a stem of a group or office, a stem of the place. */
  kind: 'name' | 'office' | 'group' | 'place'
  key: string
}

export interface OfficeRow extends FactRow {
  name: string
  office_key: string
  text: string
  /** 0 or 1. */
  is_former: number
  start_offset: number
  end_offset: number
}

export interface StatementRow extends FactRow {
  speaker: string
  /** 0 or 1. */
  is_quoted: number
  start_offset: number
  end_offset: number
}
