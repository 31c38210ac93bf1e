// The summary of a replay, one line a day.

export interface DayRow {
  readonly day: string
  readonly published: number
  readonly read: number
  readonly requests: number
  readonly editions: number
  readonly stories: number
  readonly sentences: number
  readonly folded: number
}

const COLUMNS = [
  ['day', 'jour'],
  ['published', 'parus'],
  ['read', 'lus'],
  ['requests', 'requêtes'],
  ['editions', 'éditions'],
  ['stories', 'sujets'],
  ['sentences', 'phrases'],
  ['folded', 'repliés'],
] as const

export function dayTable(rows: readonly DayRow[]): string {
  const total = Object.fromEntries(
    COLUMNS.map(([key]) => [key, key === 'day' ? 'en tout' : rows.reduce((sum, row) => sum + row[key], 0)]),
  )
  const lines = [Object.fromEntries(COLUMNS), ...rows, total].map((row) =>
    COLUMNS.map(([key]) => String(Reflect.get(row, key)).padStart(key === 'day' ? 10 : 9)).join(' '),
  )
  return `${lines.join('\n')}\n`
}
