// Sentences for a question whose words stand in more of them than can be scored one by one.
import { firstSeen } from './seen-sentences.ts'
import type { Session } from './session.ts'
import { bestFirst, type CountedStem, type Hit, type Search } from './stem-index.ts'

/** The best of about `most` sentences with the rarest stems and of about as many of the newest. */
export async function rarestAndNewest(
  session: Session,
  search: Search,
  most: number,
  total: number,
): Promise<readonly Hit[]> {
  const { stems: index } = session.wording
  const rare = new Set<CountedStem>()
  let room = most
  for (const counted of search.stems) {
    if (counted.count > room) break
    rare.add(counted)
    room -= counted.count
  }
  const weighed = search.stems.map((counted) => ({ ...counted, weight: inverseFrequency(counted, total) }))
  const scores = new Map(await index.weigh(session, weighed.slice(0, rare.size), 0))
  const common = weighed.slice(rare.size)
  for (const [id, weight] of await index.weigh(session, common, await newestWith(session, common, most)))
    scores.set(id, (scores.get(id) ?? 0) + weight)
  return bestOf(session, search, scores)
}

/** As `bm25` has it. */
export const inverseFrequency = ({ count }: CountedStem, total: number): number => {
  const inverse = Math.log((total - count + 0.5) / (count + 0.5))
  return inverse > 0 ? inverse : 1e-6
}

/** Of equal ones the newest are taken, and of these the shortest are best. */
async function bestOf(
  session: Session,
  search: Search,
  scores: ReadonlyMap<number, number>,
): Promise<readonly Hit[]> {
  const ids = [...scores].toSorted(([one, low], [other, high]) => high - low || other - one).map(([id]) => id)
  const hits = (await firstSeen(session, ids, search)).map((row) => {
    const length = Math.max(1, row.end_offset - row.start_offset)
    return { ...row, rank: -(scores.get(row.id) ?? 0) / (1 + length / LONG_SENTENCE) }
  })
  return hits.toSorted(bestFirst).slice(0, search.limit)
}

/** A sentence of so many characters is half as good as a word alone. */
const LONG_SENTENCE = 400

/** From this id on about `most` sentences have one of the stems: counted by the most common one of them. */
async function newestWith(session: Session, stems: readonly CountedStem[], most: number): Promise<number> {
  const commonest = stems.at(-1)
  if (commonest === undefined) return 0
  const matches = stems.reduce((sum, { count }) => sum + count, 0)
  const newer = Math.floor((most * commonest.count) / matches)
  return (await session.wording.stems.newest(session, commonest, newer)) ?? 0
}
