// The tables of the bench of the chat, as Markdown. Measures nothing.
import type { Burst } from './chat-burst.ts'
import type { MemoryPoint } from './chat-memory.ts'
import type { Act, Timing } from './chat-people.ts'

/** The least value that `share` of all do not pass; undefined values are worse than any. */
function percentile(values: readonly (number | undefined)[], share: number): number {
  const sorted = values.map((value) => value ?? Infinity).toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
}

const SHARES = [0.5, 0.95, 0.99]

export function latencyTable(timings: ReadonlyMap<Act, readonly Timing[]>): string {
  const rows = [...timings].map(([{ platform, name }, list]) => [platform, name, ...cells(list)])
  for (const platform of ['slack', 'discord'])
    rows.push([
      platform,
      '**toutes**',
      ...cells([...timings].flatMap(([act, list]) => (act.platform === platform ? list : []))),
    ])
  return table(
    [
      'plateforme',
      'commande',
      'nombre',
      'accusé 50 · 95 · 99 %, ms',
      'répondu 50 · 95 · 99 %, ms',
      'sans réponse',
    ],
    rows,
  )
}

function cells(list: readonly Timing[]): readonly string[] {
  const of = (pick: (timing: Timing) => number | undefined): string =>
    SHARES.map((share) => percentile(list.map(pick), share).toFixed(0)).join(' · ')
  return [
    String(list.length),
    of(({ acknowledged }) => acknowledged),
    of(({ answered }) => answered),
    String(list.filter(({ answered }) => answered === undefined).length),
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

export function burstTable(bursts: readonly Burst[]): string {
  return table(
    [
      'créneau',
      'plateforme',
      'canaux',
      'messages',
      'secondes',
      'au moins, selon les limites',
      'rapport',
      '429',
      'compositions des deux',
    ],
    bursts.map((burst) => [
      burst.name,
      burst.platform,
      String(burst.channelCount),
      `${burst.messageCount} sur ${burst.expectedCount}`,
      burst.seconds.toFixed(0),
      burst.leastSeconds.toFixed(0),
      (burst.seconds / burst.leastSeconds).toFixed(2),
      String(burst.rateLimitedCount),
      String(burst.compositionCount),
    ]),
  )
}

export function memoryTable(points: readonly MemoryPoint[]): string {
  return table(
    ['messages postés', 'mémoire résidente, Mo', 'tas, Mo'],
    points.map(({ postedCount, report }) => [
      String(postedCount),
      megabytes(report.residentBytes),
      megabytes(report.heapBytes),
    ]),
  )
}

function megabytes(octets: number): string {
  return (octets / 1_000_000).toFixed(1)
}
