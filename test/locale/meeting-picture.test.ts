// The picture of who met whom for a telephone: type that can be read, nothing outside of the paper, the same facts in words.
import { describe, expect, it } from 'vitest'
import type { MeetingMap } from '../../src/core/meeting-map.ts'
import { meetingDrawing, pictureMessage, type Pictured } from '../../src/locale/meeting-picture.ts'

const pictured = (map: MeetingMap): Pictured => ({
  map,
  period: { from: '2026-03-10', to: '2026-05-16' },
  now: Date.parse('2026-03-17T08:00:00+01:00'),
  zone: 'Europe/Paris',
})

const linked = (people: readonly string[]): MeetingMap => ({
  people,
  links: people.slice(1).map((_name, at) => ({
    one: 0,
    other: at + 1,
    isHeld: at % 2 === 0,
    isPlanned: at % 3 !== 0,
    meetingCount: 1,
  })),
})

describe('the picture of meetings', () => {
  const names = Array.from({ length: 12 }, (_, at) => `Jean-Christophe de Montmorency-Laval${at}`)

  it.each([2, 3, 5, 8, 12])('of %i people keeps to the paper, in type of 28 pixels at least', (count) => {
    const { width, height, shapes } = meetingDrawing(pictured(linked(names.slice(0, count))))
    expect(width).toBe(1080)
    for (const shape of shapes) {
      if (shape.kind !== 'words') continue
      expect(shape.size).toBeGreaterThanOrEqual(28)
      // Bold letters of the condensed font are three fifths of their height wide, rarely more.
      const wide = shape.text.length * shape.size * 0.6
      const left =
        shape.anchor === 'start' ? shape.at.x : shape.at.x - wide / (shape.anchor === 'end' ? 1 : 2)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(left + wide).toBeLessThanOrEqual(width)
      expect(shape.at.y - shape.size).toBeGreaterThanOrEqual(0)
      expect(shape.at.y).toBeLessThan(height)
    }
  })

  it('says in words all that it shows', () => {
    const map: MeetingMap = {
      people: ['Odile Vasseur', 'Paul Kerbrat', 'Luc Morin', 'Eva Bihan'],
      links: [
        { one: 0, other: 1, isHeld: true, isPlanned: false, meetingCount: 1 },
        { one: 0, other: 2, isHeld: true, isPlanned: true, meetingCount: 2 },
        { one: 2, other: 3, isHeld: true, isPlanned: false, meetingCount: 1 },
      ],
    }
    const { blocks } = pictureMessage(pictured(map), new Uint8Array())
    const picture = blocks.find((block) => block.kind === 'picture')
    expect(picture?.alternativeText.replaceAll(/[\u00A0\u202F]/gu, ' ')).toBe(
      'Qui rencontre qui, du 10 mars au 16 mai. Rencontres tenues : Odile Vasseur avec Paul Kerbrat et Luc Morin ; Luc Morin avec Eva Bihan. Rencontres prévues ou possibles : Odile Vasseur avec Luc Morin.',
    )
  })

  it('keeps its words under what platforms bear', () => {
    const { blocks } = pictureMessage(pictured(linked(names.map((name) => name.repeat(4)))), new Uint8Array())
    const picture = blocks.find((block) => block.kind === 'picture')
    expect(picture?.alternativeText.length).toBeLessThanOrEqual(1000)
  })
})
