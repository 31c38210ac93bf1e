// A drawing as a PNG, by resvg and a font that we bring. Decides nothing about what is drawn.
import { createRequire } from 'node:module'
import type { Draw, Drawing, Ink, Shape } from '../core/drawing.ts'

/** On white: contrasts of 18, 10 and 6 to 1; WCAG 2.2 wants 4.5. */
const INKS: Readonly<Record<Ink, string>> = { text: '#111111', held: '#0b3d91', planned: '#b34700' }

const FONT = 'DejaVu Sans Condensed'

/** TrueType: resvg shows no word in WOFF. */
function fontFiles(): string[] {
  const require = createRequire(import.meta.url)
  return [
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
  ]
}

/** Loads resvg at the first drawing: who asks for none pays neither its 4 MB nor its start. */
export const drawPng: Draw = async (drawing) => {
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(toSvg(drawing), {
    font: {
      fontFiles: fontFiles(),
      loadSystemFonts: false,
      defaultFontFamily: FONT,
    },
  })
  return image.asPng()
}

export function toSvg({ width, height, shapes }: Drawing): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  const paper = `<rect width="${width}" height="${height}" fill="#ffffff"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${paper}${shapes.map(shapeOf).join('')}</svg>`
}

function shapeOf(shape: Shape): string {
  switch (shape.kind) {
    case 'line': {
      const { from, to, width, ink, isDashed } = shape
      const ends = `x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}"`
      const dashes = isDashed ? ` stroke-dasharray="${3 * width} ${2 * width}"` : ''
      return `<line ${ends} stroke="${INKS[ink]}" stroke-width="${width}"${dashes}/>`
    }
    case 'dot':
      return `<circle cx="${shape.at.x}" cy="${shape.at.y}" r="${shape.radius}" fill="${INKS[shape.ink]}"/>`
    case 'words': {
      const { at, text, size, anchor, isStrong } = shape
      const font = `font-family="${FONT}" font-size="${size}" font-weight="${isStrong ? 700 : 400}"`
      const place = `x="${at.x}" y="${at.y}" text-anchor="${anchor}" fill="${INKS.text}"`
      // A white edge keeps words apart from the lines behind them.
      const edge = 'stroke="#ffffff" stroke-width="8" paint-order="stroke" stroke-linejoin="round"'
      return `<text ${place} ${font} ${edge}>${escaped(text)}</text>`
    }
    default:
      return shape satisfies never
  }
}

/** What XML bears: no control characters, and no half of a character. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
