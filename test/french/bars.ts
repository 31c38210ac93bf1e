// A row of a table is a text with `|` at each boundary; blanks around the bar are part of the text.
import { splitSentences } from '../../src/french/sentences.ts'

export const sentencesOf = (text: string): readonly string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end))

export const cutAtBars = (row: string): readonly string[] => row.split('|').map((part) => part.trim())
