// The table of the fault tests, for the terminal and for docs/faults.md. Counts nothing itself.

export interface FaultRow {
  readonly fault: string
  readonly platform: string
  /** How many times the fault struck. */
  readonly injected: number
  readonly deliveries: number
  readonly lost: number
  readonly twice: number
  readonly givenUp: number
}

const HEADS = ['Panne', 'Plateforme', 'Provoquée', 'Envois', 'Perdus', 'En double', 'Abandonnés'] as const

/** In Markdown, with a last line of sums. */
export function faultTable(rows: readonly FaultRow[]): string {
  const sum = (count: (row: FaultRow) => number): number => rows.reduce((total, row) => total + count(row), 0)
  const all: FaultRow = {
    fault: 'Ensemble',
    platform: [...new Set(rows.map(({ platform }) => platform))].join(', '),
    injected: sum(({ injected }) => injected),
    deliveries: sum(({ deliveries }) => deliveries),
    lost: sum(({ lost }) => lost),
    twice: sum(({ twice }) => twice),
    givenUp: sum(({ givenUp }) => givenUp),
  }
  const cells = [HEADS, ...[...rows, all].map(cellsOf)]
  const widths = HEADS.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  const lines = cells.map(
    (line) => `| ${line.map((cell, column) => pad(cell, widths, column)).join(' | ')} |`,
  )
  const [head = '', ...body] = lines
  const rule = `| ${widths.map((width, column) => (column < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [head, rule, ...body].join('\n')
}

function cellsOf(row: FaultRow): readonly string[] {
  const { fault, platform, injected, deliveries, lost, twice, givenUp } = row
  return [fault, platform, ...[injected, deliveries, lost, twice, givenUp].map(String)]
}

function pad(cell: string, widths: readonly number[], column: number): string {
  const width = widths[column] ?? 0
  return column < 2 ? cell.padEnd(width) : cell.padStart(width)
}
