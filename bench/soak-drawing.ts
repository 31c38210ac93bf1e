// Memory and handles over the minutes of a soak, as a picture. Judges nothing.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Drawing, Ink, Point, Shape } from '../src/core/drawing.ts'
import { toSvg } from '../src/pictures/draw.ts'
import type { Sample } from './soak-samples.ts'

const [WIDTH, HEIGHT] = [1000, 480]
const FRAME = { left: 90, right: 760, top: 60, bottom: 420 }

const CURVES: readonly {
  readonly name: string
  readonly ink: Ink
  readonly of: (sample: Sample) => number
}[] = [
  { name: 'mémoire résidente, Mo', ink: 'text', of: ({ resident }) => resident },
  { name: 'tas après collecte, Mo', ink: 'held', of: ({ heap }) => heap },
  { name: 'fichiers et connexions', ink: 'planned', of: ({ handles }) => handles },
]

/** Writes `bench/soak.svg`. */
export function drawSoak(samples: readonly Sample[], warmMinutes: number): void {
  writeFileSync(join(import.meta.dirname, 'soak.svg'), toSvg(soakDrawing(samples, warmMinutes)))
}

function soakDrawing(samples: readonly Sample[], warmMinutes: number): Drawing {
  const lasts = Math.max(1, ...samples.map(({ seconds }) => seconds))
  const highest = Math.max(1, ...samples.flatMap((sample) => CURVES.map(({ of }) => of(sample)))) * 1.1
  const place = (sample: Sample, value: number): Point => ({
    x: FRAME.left + (sample.seconds / lasts) * (FRAME.right - FRAME.left),
    y: FRAME.bottom - (value / highest) * (FRAME.bottom - FRAME.top),
  })
  const curves = CURVES.flatMap(({ name, ink, of }): readonly Shape[] => {
    const places = samples.map((sample) => place(sample, of(sample)))
    const end = places.at(-1)
    return [
      ...places.slice(1).map((to, before): Shape => ({
        kind: 'line',
        from: places[before] ?? to,
        to,
        width: 3,
        ink,
        isDashed: false,
      })),
      ...(end === undefined ? [] : [words(name, end.x + 12, end.y + 6, 'start')]),
    ]
  })
  const judged = judgedFrom(FRAME.left + ((warmMinutes * 60) / lasts) * (FRAME.right - FRAME.left))
  return { width: WIDTH, height: HEIGHT, shapes: [...frame(lasts, highest), ...judged, ...curves] }
}

function frame(lasts: number, highest: number): readonly Shape[] {
  const quarters = [0, 0.25, 0.5, 0.75, 1]
  return [
    words('Endurance : une journée d’équipe, cinquante fois plus vite', FRAME.left, 32, 'start'),
    ...quarters.flatMap((part): readonly Shape[] => {
      const y = FRAME.bottom - part * (FRAME.bottom - FRAME.top)
      const x = FRAME.left + part * (FRAME.right - FRAME.left)
      return [
        {
          kind: 'line',
          from: { x: FRAME.left, y },
          to: { x: FRAME.right, y },
          width: 1,
          ink: 'text',
          isDashed: true,
        },
        words(`${Math.round(part * highest)}`, FRAME.left - 10, y + 6, 'end'),
        words(`${((part * lasts) / 60).toFixed(0)} min`, x, FRAME.bottom + 28, 'middle'),
      ]
    }),
  ]
}

/** What stands to the left of it warmed the program up. */
function judgedFrom(x: number): readonly Shape[] {
  const [from, to] = [
    { x, y: FRAME.top },
    { x, y: FRAME.bottom },
  ]
  return [
    { kind: 'line', from, to, width: 2, ink: 'text', isDashed: true },
    words('jugé à partir d’ici', x + 8, FRAME.top + 18, 'start'),
  ]
}

function words(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end'): Shape {
  return { kind: 'words', at: { x, y }, text, size: 18, anchor, isStrong: false }
}
