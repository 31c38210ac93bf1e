// Any text at all: nothing is thrown, what is told is well formed, and the time stays in proportion to the length.
import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMeetings } from '../../src/french/meetings.ts'
import { splitSentences } from '../../src/french/sentences.ts'

const PUBLISHED = '2016-08-24'

/** Words of meetings, names, marks and what glues them, so that random texts come near what people write. */
const PIECES =
  `Paul Kerbrat|Anne Postec|Luc Morin|M. Kerbrat|MM. Morin et Delisle|le ministre|la maire de Vernay|le chef de l’État
son homologue turc|les syndicats|une délégation|les deux hommes|il|Elle|ils|ce dernier|J’ai|qui|que|dont|où|lui|l’|se|s’est|ne|pas
a rencontré|rencontrera|a reçu|reçu|reçue par|a été reçu|entretenu avec|s’est entretenu|se sont vus|doit|devait|va|recevoir|voir
la rencontre|une visite|un entretien|le sommet|tête-à-tête|déjeuner|entre|avec|de|à|par|pour|aux côtés de|en présence de|lors de
a été annulée|prévue|reporté|a refusé de|dément|mardi|vendredi 26 août|en 2014|à Genève|à l’Élysée|par téléphone|a déclaré
et|, |. |; |: | — |-|–|« | »|"|(|)|?|…|\n|\n\n|'|’| |  |`.split(/\||(?<=\p{L})\n/u)

const TEXTS = array(constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' '))
const GLUED = array(constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''))

function check(text: string, title: string): void {
  const told = findMeetings(text, { published: PUBLISHED, title })
  const sentences = new Set(splitSentences(text).map(({ start, end }) => `${start}-${end}`))
  for (const { start, end, participants, from, to, place, confidence } of told) {
    const names = participants.map(({ name }) => name)
    expect(sentences).toContain(`${start}-${end}`)
    expect(new Set(names).size).toBe(names.length)
    expect(names).not.toContain('')
    expect(participants.length).toBeGreaterThan(0)
    expect(participants.some(({ kind, officeKey }) => kind === 'person' || officeKey !== undefined)).toBe(
      true,
    )
    expect(from === undefined).toBe(to === undefined)
    expect((from ?? '') <= (to ?? '')).toBe(true)
    expect(text.slice(start, end)).toContain(place ?? '')
    expect(confidence > 0 && confidence <= 1).toBe(true)
  }
  const starts = told.map(({ start }) => start)
  expect(starts).toEqual(starts.toSorted((one, other) => one - other))
}

describe('any text', () => {
  it.each([
    ['French with spaces', TEXTS],
    ['French glued together', GLUED],
    ['any characters', string({ unit: 'binary', maxLength: 200 })],
  ])('is read: %s', (_name, texts) => {
    assert(property(texts, string({ maxLength: 20 }), check), { numRuns: 400 })
  })

  it('is read twice alike', () =>
    assert(
      property(TEXTS, (text) => {
        const read = (): unknown => findMeetings(text, { published: PUBLISHED })
        expect(read()).toEqual(read())
      }),
      { numRuns: 60 },
    ))

  it('has no days where the day of publication is unknown', () =>
    assert(
      property(TEXTS, (text) => {
        expect(findMeetings(text).every(({ from }) => from === undefined)).toBe(true)
      }),
      { numRuns: 100 },
    ))
})

const MEGABYTE = 1_000_000

/** Of the processor, which other work on the machine does not use up. */
const MOST_SECONDS = 5

describe('a megabyte', () => {
  it.each([
    ['a reçu '],
    ['Paul Kerbrat a reçu '],
    ['Paul Kerbrat '],
    ['Paul Kerbrat, '],
    ['Paul Kerbrat et '],
    ['Paul Kerbrat a rencontré Anne Postec, '],
    ['Les deux hommes se sont rencontrés. '],
    ['La rencontre a été annulée. '],
    ['« Paul Kerbrat a reçu '],
    ['"J’ai rencontré Anne Postec '],
    ['les présidents du Tchad, du Niger et '],
    ['les chefs de la diplomatie russe et '],
    ['ministre délégué auprès du ministre de '],
    ['lors de la rencontre de la '],
    ['de la '],
    [','],
    [', '],
    ['('],
    ['rencontre-'],
    ['rencontre'],
    ["l'"],
    ['« '],
    ['. '],
    ['\n'],
    ['mardi '],
    ['ministre '],
    ['M. '],
    ['MM. A et '],
    ['a-t-il '],
    ['entre '],
    [' '],
  ])('of «%s» is read in time', { timeout: 60_000 }, (piece) => {
    const text = piece.repeat(MEGABYTE / piece.length)
    const started = process.cpuUsage()
    findMeetings(`Paul Kerbrat a rencontré Anne Postec. ${text}`, { published: PUBLISHED })
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(MOST_SECONDS)
  })
})
