// The hostile table: what docs/hostile.md says of each case. Plays nothing.

export interface HostileRow {
  readonly name: string
  readonly sentence: string
  /** Of the processor. */
  readonly seconds: number
  /** At its peak, beyond what the program takes at rest. */
  readonly megabytes: number
}

const HEADS = ['Cas', 'Ce qui s’est passé', 'Temps', 'Mémoire'] as const

/** In Markdown; a bar inside a cell would begin another one. */
export function hostileTable(rows: readonly HostileRow[]): string {
  const lines = rows.map(({ name, sentence, seconds, megabytes }) => [
    cell(name),
    cell(sentence),
    `${seconds.toLocaleString('fr', { maximumFractionDigits: 2, minimumFractionDigits: 2 })} s`,
    `${Math.round(megabytes)} Mo`,
  ])
  return [HEADS, ['---', '---', '--:', '--:'], ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')
}

/** As it stands in the table. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
