// How costs grow with the archive: tables, exponents, and the curve as a picture. Measures nothing.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Drawing, Ink, Point, Shape } from '../src/core/drawing.ts'
import { drawPng, toSvg } from '../src/pictures/draw.ts'
import type { Measured } from './scale-measured.ts'

interface Curve {
  readonly name: string
  readonly ink: Ink
  readonly isDashed: boolean
  /** Articles of the archive, and milliseconds of the processor for one more. */
  readonly points: readonly (readonly [number, number])[]
}

const COSTS: readonly {
  readonly name: string
  readonly ink: Ink
  readonly of: (measured: Measured) => number | undefined
}[] = [
  {
    name: 'lire un article',
    ink: 'held',
    of: ({ reading }) => reading && atUsualPace(reading.busyMilliseconds, reading),
  },
  {
    name: 'répondre à une question',
    ink: 'text',
    of: ({ questions }) => questions && atUsualPace(questions.meanBusyMilliseconds, questions),
  },
  {
    name: 'faire une édition',
    ink: 'planned',
    of: ({ slot }) => slot && atUsualPace((slot.busySeconds * 1000) / slot.editions, slot),
  },
]

/** What the facts of an article take on a quiet machine at its better pace, in milliseconds (bench/RESULTS.md, questions). */
const USUAL_PACE = 3.1

function atUsualPace(milliseconds: number, { pace }: { readonly pace: number }): number {
  return (milliseconds * USUAL_PACE) / pace
}

/** Prints the exponents and writes `bench/scale.svg` and `bench/scale.png`. */
export async function drawGrowth(measured: readonly Measured[]): Promise<void> {
  const curves = [...Map.groupBy(measured, ({ database }) => database)].flatMap(([database, rows]) =>
    COSTS.map(({ name, ink, of }) => ({
      name: database === 'embedded' ? name : `${name}, PostgreSQL`,
      ink,
      isDashed: database !== 'embedded',
      points: rows.flatMap((row) => {
        const cost = of(row)
        return cost === undefined ? [] : [[row.articles, cost] as const]
      }),
    })),
  )
  for (const { name, points } of curves) printCurve(name, points)
  const drawing = growthDrawing(curves.filter(({ points }) => points.length > 0))
  writeFileSync(join(import.meta.dirname, 'scale.svg'), toSvg(drawing))
  writeFileSync(join(import.meta.dirname, 'scale.png'), await drawPng(drawing))
}

function printCurve(name: string, points: Curve['points']): void {
  const costs = points.map(([articles, cost]) => `${articles}: ${cost.toFixed(2)} ms`).join(' · ')
  const slope = slopeOf(points)
  console.log(`${name}: ${costs}; exponent ${slope.toFixed(2)} of one, ${(1 + slope).toFixed(2)} of all`)
}

/** Of the straight line through the logarithms: the cost of one grows by this power of the archive, that of all by one more. */
function slopeOf(points: Curve['points']): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const)
  const mean = (pick: 0 | 1): number => logs.reduce((sum, log) => sum + log[pick], 0) / logs.length
  const [meanX, meanY] = [mean(0), mean(1)]
  const along = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  const across = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  return across === 0 ? 0 : along / across
}

const [WIDTH, HEIGHT] = [1080, 640]
const FRAME = { left: 110, right: 660, top: 70, bottom: 560 }
/** Decades that are drawn: of articles, of milliseconds. */
const ARTICLES = { from: 4, until: 6 }
const MILLISECONDS = { from: 0, until: 3 }

/** Names of curves that end side by side stand one below the other, this far apart. */
const LINE_HEIGHT = 26

function growthDrawing(curves: readonly Curve[]): Drawing {
  const names: Shape[] = []
  let above = 0
  for (const curve of curves.toSorted((one, other) => endOf(one).y - endOf(other).y)) {
    const end = endOf(curve)
    above = Math.max(end.y + 6, above + LINE_HEIGHT)
    names.push(words(nameOf(curve), end.x + 18, above, 'start', true))
  }
  return { width: WIDTH, height: HEIGHT, shapes: [...frame(), ...curves.flatMap(curveShapes), ...names] }
}

function placesOf({ points }: Curve): readonly Point[] {
  return points.map(([articles, cost]) => ({ x: across(articles), y: upward(cost) }))
}

const endOf = (curve: Curve): Point => placesOf(curve).at(-1) ?? { x: 0, y: 0 }

function nameOf({ name, points }: Curve): string {
  const slope = slopeOf(points).toLocaleString('fr', { maximumFractionDigits: 1, signDisplay: 'negative' })
  return `${name} : ${slope}`
}

const across = (articles: number): number =>
  FRAME.left +
  ((Math.log10(articles) - ARTICLES.from) / (ARTICLES.until - ARTICLES.from)) * (FRAME.right - FRAME.left)

const upward = (milliseconds: number): number =>
  FRAME.bottom -
  ((Math.log10(milliseconds) - MILLISECONDS.from) / (MILLISECONDS.until - MILLISECONDS.from)) *
    (FRAME.bottom - FRAME.top)

const decades = ({ from, until }: { readonly from: number; readonly until: number }): readonly number[] =>
  Array.from({ length: until - from + 1 }, (_, decade) => 10 ** (from + decade))

function words(
  text: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  isStrong = false,
): Shape {
  return { kind: 'words', at: { x, y }, text, size: 18, anchor, isStrong }
}

function line(from: Point, to: Point): Shape {
  return { kind: 'line', from, to, width: 1, ink: 'text', isDashed: true }
}

function frame(): readonly Shape[] {
  return [
    words(
      'Millisecondes de processeur selon la taille de l’archive ; à droite, l’exposant',
      FRAME.left,
      36,
      'start',
      true,
    ),
    ...decades(ARTICLES).flatMap((articles) => [
      line({ x: across(articles), y: FRAME.top }, { x: across(articles), y: FRAME.bottom }),
      words(articles.toLocaleString('fr'), across(articles), FRAME.bottom + 30, 'middle'),
    ]),
    words('articles', (FRAME.left + FRAME.right) / 2, FRAME.bottom + 60, 'middle'),
    ...decades(MILLISECONDS).flatMap((milliseconds) => [
      line({ x: FRAME.left, y: upward(milliseconds) }, { x: FRAME.right, y: upward(milliseconds) }),
      words(`${milliseconds.toLocaleString('fr')} ms`, FRAME.left - 12, upward(milliseconds) + 6, 'end'),
    ]),
  ]
}

function curveShapes(curve: Curve): readonly Shape[] {
  const { ink, isDashed } = curve
  const places = placesOf(curve)
  return [
    ...places.slice(1).map((to, before): Shape => ({
      kind: 'line',
      from: places[before] ?? to,
      to,
      width: 4,
      ink,
      isDashed,
    })),
    ...places.map((at): Shape => ({ kind: 'dot', at, radius: 7, ink })),
  ]
}
