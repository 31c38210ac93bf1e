// The picture of who met whom: a PNG with its words in it, whatever the names.
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Drawing } from '../../src/core/drawing.ts'
import { drawPng, toSvg } from '../../src/pictures/draw.ts'

const words = (text: string, isStrong = true): Drawing => ({
  width: 400,
  height: 80,
  shapes: [{ kind: 'words', at: { x: 200, y: 50 }, text, size: 32, anchor: 'middle', isStrong }],
})

/** Width and height, as the header of a PNG says. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = Buffer.from(png)
  return [view.readUInt32BE(16), view.readUInt32BE(20)]
}

/** Octets of all lines that are dark: each of eight bits, whatever the filter. */
function inkOf(png: Uint8Array): number {
  const view = Buffer.from(png)
  const parts: Buffer[] = []
  for (let at = 8; at < view.length;) {
    const length = view.readUInt32BE(at)
    if (view.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(view.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return inflateSync(Buffer.concat(parts)).filter((octet) => octet !== 0 && octet !== 255).length
}

describe('a drawing as a PNG', () => {
  it('has its size and shows its words', async () => {
    const [blank, told] = [await drawPng({ ...words(''), shapes: [] }), await drawPng(words('Odile Vasseur'))]
    expect(sizeOf(told)).toEqual([400, 80])
    expect(inkOf(told)).toBeGreaterThan(inkOf(blank) + 500)
  })

  it.each([
    ['Сергей Лавров', 'Cyrillic'],
    ['Ναυσικά Παππά', 'Greek'],
    ['Éloïse Œuvrard', 'French'],
    ['Łukasz Dvořák', 'central Europe'],
  ])('shows «%s»: %s', async (text, _why) => {
    expect(inkOf(await drawPng(words(text, false)))).toBeGreaterThan(500)
  })

  it.each([
    ['</text><script>alert(1)</script>', 'an element'],
    ['&lt; & &amp; "\'', 'entities and quotation marks'],
    ['\u0000\u0007\u001B[2J\uFFFE', 'control characters'],
    ['\uD83D seul', 'half of a character'],
    [']]><!-- -->', 'ends of other things'],
  ])('bears %j: %s', async (text, _why) => {
    expect(toSvg(words(text))).not.toContain('<script')
    expect(sizeOf(await drawPng(words(text)))).toEqual([400, 80])
  })
})
