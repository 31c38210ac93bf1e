// Sentences and titles between guillemets: a reader must see where ours end.
import { describe, expect, it } from 'vitest'
import { titled } from '../../src/locale/guillemets.ts'

/** With ordinary blanks, for rows that people can read. */
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ')

describe('a title', () => {
  it.each([
    ['Le Courrier', '« Le Courrier »', 'an ordinary one'],
    ['La « Belle Hélène » est rentrée', '« La “Belle Hélène” est rentrée »', 'with a name in guillemets'],
    ['Le maire : "Nous tiendrons"', '« Le maire : “Nous tiendrons” »', 'with straight quotes'],
    ['« Nous tiendrons »', '« Nous tiendrons »', 'a quotation from end to end keeps its own'],
  ])('«%s» is shown as %s: %s', (title, shown, _why) => {
    expect(plain(titled(title))).toBe(shown)
  })
})
