// Learns what each sign of one event weighs, tells how well that groups days and pairs that it was not learned on, next
// to TF-IDF with a single link, and writes the weights with --write. Usage: node bench/stories.ts [DATA_FOLDER] [--write]
import { existsSync, writeFileSync } from 'node:fs'
import { DAY, type Instant } from '../src/core/calendar.ts'
import { createKeyRarity } from '../src/core/key-rarity.ts'
import { heldStory, present, uniteWith, type HeldStory } from '../src/core/held-story.ts'
import { fitsOf, MIN_SCORE, rivalsOf } from '../src/core/story-bond.ts'
import { signsOf, STORY_SPAN } from '../src/core/story-likeness.ts'
import { readStory } from '../src/core/story-reading.ts'
import { STORY_MEMORY } from '../src/core/story-shelf.ts'
import { WEIGHTS, type Sign } from '../src/core/story-weights.ts'
import { pointOf, type StoryPoint } from '../src/core/story.ts'
import {
  pairsOf,
  readPairs,
  readStreams,
  readWindows,
  type JudgedArticle,
  type JudgedWindow,
} from './story-judgements.ts'
import { chanceOf, regress, type Bounds, type Example, type Regression } from './story-regression.ts'

const data = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? '../shared/data'
if (!existsSync(data)) {
  process.stderr.write(`Le dossier ${data} manque. Donnez le dossier des données.\n`)
  process.exit(2)
}

const SIGNS: readonly Sign[] = WEIGHTS.map(([sign]) => sign)
/** Signs that may speak both ways; of the others the sense is known, and later articles never count for more. */
const FREE: ReadonlySet<Sign> = new Set(['bothTitlesName', 'length'])
const AGAINST: ReadonlySet<Sign> = new Set(['sameSection', 'titleNamesMissingInBoth'])
const BOUNDS: Bounds = SIGNS.map((sign) => {
  if (FREE.has(sign)) return [-Infinity, Infinity]
  if (sign === 'daysBetween') return [-Infinity, -0.05]
  return AGAINST.has(sign) ? [-Infinity, 0] : [0, Infinity]
})

/** Of the days before and after an article, those that tell where it is placed. */
const AROUND: Instant = 9 * DAY

/** Subjects less alike than this are no candidates on the shelf either. */
const MIN_ALIKE = 0.03

/** Points of the articles of a stream, each with the frequencies of its own fortnight. */
function pointsOf(stream: readonly JudgedArticle[]): ReadonlyMap<string, StoryPoint> {
  const rarity = createKeyRarity()
  const points = new Map<string, StoryPoint>()
  const remembered: { readonly at: number; readonly keys: Uint32Array }[] = []
  const dated = stream.map((article) => ({ article, at: Date.parse(article.date.slice(0, 10)) }))
  for (const { article, at } of dated.toSorted((one, other) => one.at - other.at)) {
    const title = article.title.replace(/ : actualité automobile, infos, scoop$/, '')
    const section = title === article.title ? '' : 'actualité automobile'
    const reading = readStory({ title, lead: article.lead, text: article.text, publishedAt: at })
    rarity.add(reading.keys)
    remembered.push({ at, keys: reading.keys })
    while (at - (remembered[0]?.at ?? at) > STORY_MEMORY)
      rarity.remove(remembered.shift()?.keys ?? new Uint32Array())
    points.set(article.id, pointOf(reading, rarity.rarityOf, section))
  }
  return points
}

const streams = readStreams(data)
const points = new Map(streams.flatMap((stream) => [...pointsOf(stream)]))
const dates = new Map(streams.flat().map(({ id, date }) => [id, date]))
const windows = readWindows(data)
const judged = readPairs(data, windows, (id) => (dates.get(id) ?? '').slice(0, 4)).flatMap((pair) => {
  const values = valuesOf(pair.a, pair.b)
  return values === undefined ? [] : [{ ...pair, values, cosine: wholesOf(pair.a, pair.b) }]
})

/** Undefined when the two would never be compared. */
function valuesOf(a: string, b: string): readonly number[] | undefined {
  const [one, other] = [points.get(a), points.get(b)]
  if (one === undefined || other === undefined) return undefined
  if (Math.abs(one.publishedAt - other.publishedAt) > STORY_SPAN) return undefined
  const signs = signsOf(one, other)
  // Cosines are given by their root.
  if (signs.subjects ** 2 < MIN_ALIKE) return undefined
  return SIGNS.map((sign) => signs[sign])
}

function wholesOf(a: string, b: string): number {
  const [one, other] = [points.get(a), points.get(b)]
  return one === undefined || other === undefined ? 0 : signsOf(one, other).wholes ** 2
}

type Chance = (a: string, b: string) => number

function chanceBy(learned: Regression): Chance {
  return (a, b) => {
    const values = valuesOf(a, b)
    return values === undefined ? 0 : chanceOf(learned, values)
  }
}

const timeOf = (id: string): number => points.get(id)?.publishedAt ?? 0

const areNear = (a: string, b: string): boolean => Math.abs(timeOf(a) - timeOf(b)) <= STORY_SPAN
const byTime = (a: string, b: string): number => timeOf(a) - timeOf(b) || Number(a) - Number(b)

/** Articles join and stories unite as on the shelf. */
function group(articleIds: Iterable<string>, chance: Chance): ReadonlyMap<string, number> {
  const storyOf = new Map<string, HeldStory<string>>()
  const between = (a: string, b: string): number | undefined => (areNear(a, b) ? chance(a, b) : undefined)
  for (const id of [...articleIds].toSorted(byTime)) {
    const chances = [...storyOf].flatMap(([other, story]) => {
      const value = between(other, id) ?? 0
      return value === 0 ? [] : [{ story: present(story), chance: value }]
    })
    const fits = fitsOf(
      chances,
      ({ members }, count) => members.filter((other) => areNear(other, id)).length >= count,
    )
    const joined = (fits[0]?.score ?? 0) >= MIN_SCORE ? fits[0]?.story : undefined
    const story = joined ?? heldStory(id, storyOf.size)
    story.members.push(id)
    storyOf.set(id, story)
    if (joined !== undefined) uniteWith(joined, rivalsOf(fits), between, byTime)
  }
  return new Map([...storyOf].map(([id, story]) => [id, present(story).number]))
}

/** What one does without learning: an article joins whatever resembles it by so much. */
function groupBySingleLink(window: JudgedWindow, least: number): ReadonlyMap<string, number> {
  const storyOf = new Map<string, number>()
  for (const id of [...window.storyOf.keys()].toSorted(byTime)) {
    const near = [...storyOf.keys()].filter((other) => areNear(other, id))
    const best = near.toSorted((one, other) => wholesOf(other, id) - wholesOf(one, id))[0]
    const joins = best !== undefined && wholesOf(best, id) > least
    storyOf.set(id, (joins ? storyOf.get(best) : undefined) ?? storyOf.size)
  }
  return storyOf
}

interface Tally {
  readonly hit: number
  readonly found: number
  readonly wanted: number
}

function tally(window: JudgedWindow, groups: ReadonlyMap<string, number>): Tally {
  let [hit, found, wanted] = [0, 0, 0]
  for (const [a, b] of pairsOf([...window.storyOf.keys()])) {
    if (window.isUnjudged(a, b)) continue
    const isSame = window.storyOf.get(a) === window.storyOf.get(b)
    const isTogether = groups.get(a) === groups.get(b)
    if (isSame) wanted++
    if (isTogether) found++
    if (isSame && isTogether) hit++
  }
  return { hit, found, wanted }
}

const f1 = ({ hit, found, wanted }: Tally): number =>
  found + wanted === 0 ? 100 : (200 * hit) / (found + wanted)
const learn = (examples: readonly Example[]) => regress(examples, BOUNDS)

function balancedAccuracy(
  pairs: readonly { readonly isSame: boolean; readonly score: number }[],
  least: number,
): number {
  const right = (isSame: boolean): number => {
    const some = pairs.filter((pair) => pair.isSame === isSame)
    return some.filter(({ score }) => score >= least === isSame).length / (some.length || 1)
  }
  return 50 * (right(true) + right(false))
}

/** The threshold that suits a baseline best is given to it: it was chosen on the very pairs. */
function bestBalancedAccuracy(
  pairs: readonly { readonly isSame: boolean; readonly score: number }[],
): number {
  return Math.max(...pairs.map(({ score }) => balancedAccuracy(pairs, score)))
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const addUp = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, { hit, found, wanted }) => ({
      hit: sum.hit + hit,
      found: sum.found + found,
      wanted: sum.wanted + wanted,
    }),
    { hit: 0, found: 0, wanted: 0 },
  )

print(
  '| jours entiers (poids appris sur les autres) | articles | F1 des paires | précision | rappel | TF-IDF, lien simple à 0,21 |',
)
print('| --- | --- | --- | --- | --- | --- |')
const ours: Tally[] = []
const theirs: Tally[] = []
const monthOf = (window: JudgedWindow): string =>
  (dates.get([...window.storyOf.keys()][0] ?? '') ?? '').slice(0, 7)
for (const window of windows) {
  // Windows of one month share affairs: none of them teaches for another, nor do the pairs of dev-pairs.
  const sameMonth = new Set(
    windows.filter((other) => monthOf(other) === monthOf(window)).map(({ name }) => name),
  )
  const learned = learn(
    judged.filter(({ group: name }) => !sameMonth.has(name) && !(name === 'dev-pairs' && sameMonth.has('A'))),
  )
  const mine = tally(window, group(window.storyOf.keys(), chanceBy(learned)))
  const single = tally(window, groupBySingleLink(window, 0.21))
  ours.push(mine)
  theirs.push(single)
  const [precision, recall] = [(100 * mine.hit) / (mine.found || 1), (100 * mine.hit) / (mine.wanted || 1)]
  print(
    `| ${window.name}, ${monthOf(window)} | ${window.storyOf.size} | ${f1(mine).toFixed(1)} | ${precision.toFixed(1)} | ${recall.toFixed(1)} | ${f1(single).toFixed(1)} |`,
  )
}
const average = (tallies: readonly Tally[]): string =>
  (tallies.reduce((sum, one) => sum + f1(one), 0) / tallies.length).toFixed(1)
print(`| moyenne | | ${average(ours)} | | | ${average(theirs)} |`)
print(`| toutes les paires | | ${f1(addUp(ours)).toFixed(1)} | | | ${f1(addUp(theirs)).toFixed(1)} |`)

/** Articles around those that were drawn, of their year: what they would meet on the shelf. */
function around(pairs: readonly { readonly a: string; readonly b: string }[], year: string): Set<string> {
  const times = pairs.flatMap(({ a, b }) => [timeOf(a), timeOf(b)])
  const isAround = (id: string): boolean => times.some((at) => Math.abs(at - timeOf(id)) <= AROUND)
  const others = [...points.keys()].filter((id) => dates.get(id)?.startsWith(year) === true && isAround(id))
  return new Set([...others, ...pairs.flatMap(({ a, b }) => [a, b])])
}

const years = [...new Set(judged.map(({ group: name }) => name).filter((name) => /^\d{4}$/.test(name)))]
const drawn = years.flatMap((year) => {
  const inYear = new Set(windows.filter((window) => monthOf(window).startsWith(year)).map(({ name }) => name))
  const learned = learn(judged.filter(({ group: name }) => name !== year && !inYear.has(name)))
  const pairs = judged.filter(({ group: name }) => name === year)
  const storyOf = group(around(pairs, year), chanceBy(learned))
  return pairs.map(({ a, b, values, isSame, cosine }) => {
    const isTogether = storyOf.get(a) === storyOf.get(b)
    return { isSame, score: chanceOf(learned, values), isTogether, cosine }
  })
})
const placed = drawn.map(({ isSame, isTogether }) => ({ isSame, score: Number(isTogether) }))
const byCosine = drawn.map(({ isSame, cosine }) => ({ isSame, score: cosine }))
print(
  `\nPaires tirées près du seuil, poids appris sans leur année : ${drawn.length}, exactitude équilibrée ${balancedAccuracy(placed, 1).toFixed(1)} parmi les articles de leurs jours ; deux à deux ${balancedAccuracy(drawn, MIN_SCORE).toFixed(1)} au seuil, ${bestBalancedAccuracy(drawn).toFixed(1)} au mieux ; TF-IDF au mieux ${bestBalancedAccuracy(byCosine).toFixed(1)}.`,
)

const { weights, bias } = learn(judged)
/** To four places, as the formatter writes numbers. */
const rounded = (value: number): string => String(Number(value.toFixed(4)))
const source = `// What each sign of one event weighs, learned by logistic regression from judged pairs of several months (ADR 9).
// Never edited by hand: \`node bench/stories.ts --write\` writes it.

export type Sign = (typeof WEIGHTS)[number][0]

export const BIAS = ${rounded(bias)}

export const WEIGHTS = [
${SIGNS.map((sign, at) => `  ['${sign}', ${rounded(weights[at] ?? 0)}],`).join('\n')}
] as const
`
if (process.argv.includes('--write')) writeFileSync('src/core/story-weights.ts', source)
else print(`\n${source}`)
