// Who met whom as a picture for a telephone, and the same facts in words. Chooses nobody.
import { dayOf, type Instant, type Zone } from '../core/calendar.ts'
import type { Drawing, Point, Shape } from '../core/drawing.ts'
import type { Period } from '../core/meeting-list.ts'
import type { MeetingLink, MeetingMap } from '../core/meeting-map.ts'
import type { MessageText } from '../core/message.ts'
import { heading, shorten, smallPrint } from './blocks.ts'
import { dayWords } from './meetings.ts'
import { enumerate, french, NARROW_SPACE } from './sentence.ts'
import { typeset } from './typography.ts'

/** Pixels. Upright, as telephones are held; 1080 is the width that Slack and Discord show whole. */
const WIDTH = 1080
const HEIGHT = 1400
const CENTRE: Point = { x: 540, y: 730 }
const RADII: Point = { x: 225, y: 420 }

/** Pixels of type: on a telephone, 28 of 1080 are read without a magnifying glass. */
const TITLE_SIZE = 52
const SUBTITLE_SIZE = 34
const NAME_SIZE = 32
const LEGEND_SIZE = 30

/** Characters of one line of a name that find room beside the circle; a name has two lines. */
const NAME_LINE = 13
const NAME_LEADING = 38

/** Between the people of one fact and those of the next. */
const APART = `${NARROW_SPACE}; `

const DOT = 16
const GAP = 26

/** The least of what platforms bear: Slack, `alt_txt` of files.getUploadURLExternal. */
const LONGEST_ALTERNATIVE = 1000

export interface Pictured {
  readonly map: MeetingMap
  readonly period: Period
  readonly now: Instant
  readonly zone: Zone
}

export function meetingDrawing(pictured: Pictured): Drawing {
  const { people, links } = pictured.map
  const at = people.map((_name, place) => pointOf(place, people.length))
  return {
    width: WIDTH,
    height: HEIGHT,
    shapes: [
      line('Qui rencontre qui', { x: CENTRE.x, y: 80 }, TITLE_SIZE, true),
      line(periodTitle(pictured), { x: CENTRE.x, y: 140 }, SUBTITLE_SIZE, false),
      ...links.flatMap((link) => linkShapes(link, at)),
      ...people.flatMap((name, place) => personShapes(name, at[place] ?? CENTRE)),
      ...legend(),
    ],
  }
}

/** The first one on top, then as a clock goes. */
function pointOf(place: number, count: number): Point {
  const angle = (2 * Math.PI * place) / count
  return { x: CENTRE.x + RADII.x * Math.sin(angle), y: CENTRE.y - RADII.y * Math.cos(angle) }
}

/** One line for what was held, a dashed one beside it for what is to come. */
function linkShapes(
  { one, other, isHeld, isPlanned, meetingCount }: MeetingLink,
  at: readonly Point[],
): readonly Shape[] {
  const [from = CENTRE, to = CENTRE] = [at[one], at[other]]
  const width = 5 + 2 * Math.min(3, meetingCount)
  const aside = isHeld && isPlanned ? 9 : 0
  return [
    ...(isHeld ? [stroke(shifted(from, to, -aside), width, 'held')] : []),
    ...(isPlanned ? [stroke(shifted(from, to, aside), width, 'planned')] : []),
  ]
}

function stroke([from, to]: readonly [Point, Point], width: number, ink: 'held' | 'planned'): Shape {
  return { kind: 'line', from, to, width, ink, isDashed: ink === 'planned' }
}

function shifted(from: Point, to: Point, by: number): readonly [Point, Point] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [x, y] = [(by * (from.y - to.y)) / length, (by * (to.x - from.x)) / length]
  return [
    { x: from.x + x, y: from.y + y },
    { x: to.x + x, y: to.y + y },
  ]
}

/** The name stands outside of the circle, on the side where there is room. */
function personShapes(name: string, at: Point): readonly Shape[] {
  const lines = nameLines(typeset(name))
  const aside = (at.x - CENTRE.x) / RADII.x
  const isAbove = at.y < CENTRE.y
  const isAside = Math.abs(aside) > 0.2
  const x = isAside ? at.x + Math.sign(aside) * GAP : at.x
  const height = (lines.length - 1) * NAME_LEADING
  const middle = at.y + NAME_SIZE / 3 - height / 2
  const first = isAside ? middle : isAbove ? at.y - GAP - height : at.y + GAP + NAME_SIZE
  const anchor = isAside ? (aside > 0 ? 'start' : 'end') : 'middle'
  return [
    { kind: 'dot', at, radius: DOT, ink: 'text' },
    ...lines.map((text, index): Shape => {
      const base = { x, y: first + index * NAME_LEADING }
      return { kind: 'words', at: base, text, size: NAME_SIZE, anchor, isStrong: true }
    }),
  ]
}

/** «Recep Tayyip / Erdogan»: the last words on a line of their own, as many before them as fit. */
function nameLines(name: string): readonly string[] {
  if (name.length <= NAME_LINE) return [name]
  const words = name.split(' ')
  const breaks = words
    .slice(1)
    .map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')])
  const best = breaks.toSorted((one, other) => longest(one) - longest(other))[0] ?? [name]
  return best.map((part) => shorten(part, NAME_LINE + 1))
}

const longest = (lines: readonly string[]): number => Math.max(...lines.map(({ length }) => length))

function legend(): readonly Shape[] {
  const y = HEIGHT - 60
  const sample = (x: number, ink: 'held' | 'planned'): Shape =>
    stroke(
      [
        { x, y: y - 10 },
        { x: x + 100, y: y - 10 },
      ],
      9,
      ink,
    )
  return [
    sample(110, 'held'),
    { ...line('tenue', { x: 230, y }, LEGEND_SIZE, false), anchor: 'start' },
    sample(560, 'planned'),
    { ...line('prévue ou possible', { x: 680, y }, LEGEND_SIZE, false), anchor: 'start' },
  ]
}

function line(text: string, at: Point, size: number, isStrong: boolean): Shape & { readonly kind: 'words' } {
  return { kind: 'words', at, text, size, anchor: 'middle', isStrong }
}

/** «du 10 mars au 16 mai 2026». */
function periodTitle({ period, now, zone }: Pictured): string {
  return dayWords(period, dayOf(now, zone))
}

/** The picture; what it shows stands in its alternative text, which platforms without pictures show. */
export function pictureMessage(pictured: Pictured, png: Uint8Array): MessageText {
  const title = pictureTitle(pictured)
  return {
    summary: title,
    blocks: [
      heading(title),
      { kind: 'picture', title, alternativeText: alternativeText(pictured), png },
      smallPrint('D’après les articles suivis. Les rencontres sans date n’y sont pas.'),
    ],
  }
}

function pictureTitle(pictured: Pictured): string {
  return `Qui rencontre qui, ${periodTitle(pictured)}`
}

/** «Rencontres tenues : Sergueï Lavrov avec John Kerry et Staffan de Mistura. Rencontres prévues ou possibles : …» */
function alternativeText(pictured: Pictured): string {
  const { people, links } = pictured.map
  const nameOf = (place: number): string => typeset(people[place] ?? '')
  const told = (isWanted: (link: MeetingLink) => boolean): readonly string[] =>
    [...Map.groupBy(links.filter(isWanted), ({ one }) => one)].map(
      ([one, own]) => `${nameOf(one)} avec ${enumerate(own.map(({ other }) => nameOf(other)))}`,
    )
  const held = told(({ isHeld }) => isHeld)
  const planned = told(({ isPlanned }) => isPlanned)
  const sentences = [
    `${pictureTitle(pictured)}.`,
    ...(held.length === 0 ? [] : [french`Rencontres tenues : ${held.join(APART)}.`]),
    ...(planned.length === 0 ? [] : [french`Rencontres prévues ou possibles : ${planned.join(APART)}.`]),
  ]
  return shorten(sentences.join(' '), LONGEST_ALTERNATIVE)
}

export const NOBODY_TO_DRAW = french`Je n’ai pas de quoi dessiner : aucune rencontre de deux personnes nommées sur cette période.`
