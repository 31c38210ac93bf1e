// How much of the figures of stories is chance: the given windows and judged pairs with the articles of each day in
// other orders, for their rows bear no hour, and the pairs drawn anew. Learns nothing, writes nothing.
//   node bench/story-chance.ts [DATA_FOLDER]
import { existsSync } from 'node:fs'
import { createStoryShelf } from '../src/core/story-shelf.ts'
import {
  pairsOf,
  readPairs,
  readStreams,
  readWindows,
  type JudgedArticle,
  type JudgedWindow,
} from './story-judgements.ts'
import { seededRandom } from './train/random.ts'

const data = process.argv[2] ?? '../shared/data'
if (!existsSync(data)) {
  process.stderr.write(`Le dossier ${data} manque. Donnez le dossier des données.\n`)
  process.exit(2)
}

const ORDERS = 48
const DRAWS = 20_000

const random = seededRandom(9)
const [given = []] = readStreams(data)
const ids = new Set(given.map(({ id }) => id))
const allWindows = readWindows(data)
const windows = allWindows.filter(({ storyOf }) => [...storyOf.keys()].every((id) => ids.has(id)))
const pairs = readPairs(data, allWindows, () => '').filter(({ group }) => group === 'dev-pairs')
const largest = largestStory(windows)

function largestStory(judged: readonly JudgedWindow[]): string | undefined {
  const sizes = Map.groupBy(
    judged.flatMap(({ storyOf }) => [...storyOf.values()]),
    (story) => story,
  )
  return [...sizes].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0]
}

const instantOf = ({ date }: JudgedArticle): number => Date.parse(date.slice(0, 10))

/** The story of each article in the end, where the articles of a day come in the order of `rank`. */
function place(rank: (article: JudgedArticle) => number): ReadonlyMap<string, string> {
  const shelf = createStoryShelf()
  const storyOf = new Map<string, string>()
  const successors = new Map<string, string>()
  const ranked = given.map((article) => ({ article, rank: rank(article), publishedAt: instantOf(article) }))
  ranked.sort((one, other) => one.publishedAt - other.publishedAt || one.rank - other.rank)
  for (const { article, publishedAt } of ranked) {
    const { storyId, unites = [] } = shelf.place({ ...article, publishedAt })
    for (const ended of unites) successors.set(ended, storyId)
    storyOf.set(article.id, storyId)
  }
  const lastOf = (story: string): string => {
    const next = successors.get(story)
    return next === undefined ? story : lastOf(next)
  }
  return new Map([...storyOf].map(([id, story]) => [id, lastOf(story)]))
}

/** F1 of the pairs of all windows; without the articles of one story, if it is given. */
function f1(found: ReadonlyMap<string, string>, without?: string): number {
  let [hit, both] = [0, 0]
  for (const { storyOf } of windows) {
    const inside = [...storyOf.keys()].filter((id) => without === undefined || storyOf.get(id) !== without)
    for (const [a, b] of pairsOf(inside)) {
      const isSame = storyOf.get(a) === storyOf.get(b)
      const isTogether = found.get(a) === found.get(b)
      both += Number(isSame) + Number(isTogether)
      hit += Number(isSame && isTogether)
    }
  }
  return (200 * hit) / (both || 1)
}

interface Verdict {
  readonly isSame: boolean
  readonly isRight: boolean
}

function verdictsOf(found: ReadonlyMap<string, string>): readonly Verdict[] {
  return pairs.map(({ a, b, isSame }) => ({ isSame, isRight: (found.get(a) === found.get(b)) === isSame }))
}

function balancedAccuracy(verdicts: readonly Verdict[]): number {
  const right = (wanted: boolean): number => {
    const some = verdicts.filter(({ isSame }) => isSame === wanted)
    return some.filter(({ isRight }) => isRight).length / (some.length || 1)
  }
  return 50 * (right(true) + right(false))
}

/** As many pairs, drawn with replacement from those that were judged. */
function drawn(verdicts: readonly Verdict[]): number {
  const again = verdicts.flatMap(() => verdicts[Math.floor(random() * verdicts.length)] ?? [])
  return balancedAccuracy(again)
}

function row(name: string, inOrder: number, others: readonly number[]): string {
  const sorted = others.toSorted((one, other) => one - other)
  const at = (share: number): string => (sorted[Math.round(share * (sorted.length - 1))] ?? 0).toFixed(1)
  const average = sorted.reduce((sum, value) => sum + value, 0) / (sorted.length || 1)
  return `| ${name} | ${inOrder.toFixed(1)} | ${average.toFixed(1)} | ${at(0.025)} | ${at(0.975)} |\n`
}

const asGiven = place(() => 0)
const shuffled = Array.from({ length: ORDERS }, () => place(random))
const verdicts = verdictsOf(asGiven)
const draws = Array.from({ length: DRAWS }, () => drawn(verdicts))
process.stdout.write(
  [
    `| ${ORDERS} ordres au sein des jours ; ${DRAWS} tirages de ${pairs.length} paires | donné | moyenne | 2,5 % | 97,5 % |\n`,
    '| --- | --- | --- | --- | --- |\n',
    row(
      'jours entiers : F1 des paires, selon l’ordre',
      f1(asGiven),
      shuffled.map((found) => f1(found)),
    ),
    row(
      'sans la plus grande affaire, selon l’ordre',
      f1(asGiven, largest),
      shuffled.map((found) => f1(found, largest)),
    ),
    row(
      'paires : exactitude équilibrée, selon l’ordre',
      balancedAccuracy(verdicts),
      shuffled.map((found) => balancedAccuracy(verdictsOf(found))),
    ),
    row('paires : exactitude équilibrée, paires tirées à nouveau', balancedAccuracy(verdicts), draws),
  ].join(''),
)
