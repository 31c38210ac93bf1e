// What the bench of scale has measured, kept beside it as rows of JSON. Measures nothing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const KEPT = join(import.meta.dirname, 'data', 'scale.jsonl')

/** Seconds that an article took one process, and each of two together. */
interface SharedReading {
  readonly alone: readonly number[]
  readonly together: readonly number[]
}

/**
 * Of the processor alone where it says busy; `pace` is what the facts of an article took it then, in milliseconds. Parts
 * that were not measured are not there.
 */
export interface Measured {
  readonly database: string
  readonly articles: number
  /** From opening to the end of the first beat, without reading anything; then a beat with nothing to do. */
  readonly start?: {
    readonly milliseconds: number
    readonly busyMilliseconds: number
    readonly beatMilliseconds: number
    readonly megabytes: number
  }
  /** Of one article; and filling the shelf of stories before the first one. */
  readonly reading?: {
    readonly milliseconds: number
    readonly busyMilliseconds: number
    readonly shelfSeconds: number
    readonly shelfArticles: number
    readonly pace: number
    readonly megabytes: number
  }
  readonly slot?: {
    readonly editions: number
    readonly stories: number
    readonly seconds: number
    readonly busySeconds: number
    readonly pace: number
    readonly megabytes: number
  }
  /** On a server alone, as the next. */
  readonly sharedReading?: SharedReading
  /** The same, where three articles in five stand on a page that is fetched. */
  readonly sharedPages?: SharedReading
  /** Both, where each process is held to a share of a core. */
  readonly heldReading?: SharedReading
  readonly heldPages?: SharedReading
  /** By two processes, from the minute of the slot to its last edition. */
  readonly sharedSlot?: { readonly seconds: number; readonly editionCount: number }
  readonly sending?: {
    readonly messages: number
    readonly archivingSeconds: number
    readonly busySeconds: number
    readonly megabytes: number
  }
  readonly questions?: AskedTimes
  /** After the system has forgotten every page of the file. */
  readonly coldQuestions?: AskedTimes
}

/** At 50, 95 and 100 %. */
interface AskedTimes {
  readonly milliseconds: readonly number[]
  readonly busyMilliseconds: readonly number[]
  readonly meanBusyMilliseconds: number
  readonly pace: number
  readonly megabytes: number
}

/** By database, then by size. */
export function readMeasured(): readonly Measured[] {
  if (!existsSync(KEPT)) return []
  return readFileSync(KEPT, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Measured => JSON.parse(line))
}

/** In place of what was measured of the same world before; parts that were not measured now stay. */
export function addMeasured(measured: Measured): void {
  const all = readMeasured()
  const isSame = (one: Measured): boolean =>
    one.database === measured.database && one.articles === measured.articles
  const rows = [...all.filter((one) => !isSame(one)), { ...all.find(isSame), ...measured }]
  const inOrder = rows.toSorted(
    (one, other) => one.database.localeCompare(other.database) || one.articles - other.articles,
  )
  writeFileSync(KEPT, inOrder.map((row) => `${JSON.stringify(row, rounded)}\n`).join(''))
}

/** Three figures: more would be noise. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(3)) : value
}
