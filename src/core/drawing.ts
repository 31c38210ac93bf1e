// A drawing as lines, dots and words, in pixels from the top left. Knows no format and no colour by name but these.

/** What a stroke or a word means; whoever draws chooses a colour of strong contrast for each. */
export type Ink = 'text' | 'held' | 'planned'

export type Shape =
  | {
      readonly kind: 'line'
      readonly from: Point
      readonly to: Point
      readonly width: number
      readonly ink: Ink
      readonly isDashed: boolean
    }
  | { readonly kind: 'dot'; readonly at: Point; readonly radius: number; readonly ink: Ink }
  /** One line of text; `at` is its baseline at the side of the anchor. */
  | {
      readonly kind: 'words'
      readonly at: Point
      readonly text: string
      readonly size: number
      readonly anchor: 'start' | 'middle' | 'end'
      readonly isStrong: boolean
    }

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Drawing {
  readonly width: number
  readonly height: number
  /** Later ones stand above. */
  readonly shapes: readonly Shape[]
}

/** Gives the octets of a PNG. */
export type Draw = (drawing: Drawing) => Promise<Uint8Array>
