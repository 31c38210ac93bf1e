// How many of the judged meetings `findMeetings` tells, over articles that nobody tunes to. Judges nothing.
//   node bench/meetings.ts [SHARED_FOLDER] [--fails]
import { join } from 'node:path'
import { countMeetings, type Half, readArticles, type Report, TITLES } from './judged-meetings.ts'

const shared =
  process.argv.slice(2).find((word) => !word.startsWith('--')) ??
  join(import.meta.dirname, '..', '..', 'shared')
const articles = readArticles(shared)

function print(half: Half, report?: Report): void {
  const { articleCount, optionalCount, tallies } = countMeetings(half, articles, report)
  console.log(`${half}: ${articleCount} articles, ${optionalCount} rencontres dites là où un lecteur hésite`)
  for (const measured of ['found', 'precision', 'people', 'status', 'mode', 'place', 'days'] as const) {
    const { right, all } = tallies.get(measured) ?? { right: 0, all: 0 }
    const share = all === 0 ? '–' : `${((100 * right) / all).toFixed(0)} %`
    console.log(`  ${TITLES[measured].padEnd(38)}${`${right} / ${all}`.padStart(10)}${share.padStart(7)}`)
  }
}

const loud: Report = (kind, { id, text }, { start, end }, words) =>
  console.log(`pas ${kind} : ${id} ${words}\n    ${text.slice(start, end).replaceAll(/\s+/g, ' ')}`)
// Whoever reads the failures of the held-out half has tuned to it.
print('development', process.argv.includes('--fails') ? loud : undefined)
print('held-out')
