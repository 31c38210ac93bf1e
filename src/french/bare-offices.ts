// The definite offices of an article that stand without a name: «le ministre», «la cheffe de la diplomatie norvégienne».
// Gives none to anybody.
import type { Cast } from './cast.ts'
import { type Office, readOffice } from './offices.ts'
import { readUnits } from './parties.ts'
import { type Party, wordsOf } from './party.ts'
import { sentenceWords } from './sentence-words.ts'
import { splitSentences } from './sentences.ts'

export interface BareOffice extends Office {
  /** Offset of its phrase in the text. */
  readonly at: number
}

/** In order. Reads every sentence of the text. */
export function bareOfficesOf({ text, people }: Cast): readonly BareOffice[] {
  return splitSentences(text).flatMap((sentence) => {
    const inside = people.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    return readUnits(text, sentenceWords(text, sentence), inside).flatMap((unit) =>
      'party' in unit && isBare(unit.party) ? bareOfficeOf(unit.party) : [],
    )
  })
}

const isBare = ({ kind, isIndefinite, isPossessive }: Party): boolean =>
  kind === 'office' && !isIndefinite && !isPossessive

function bareOfficeOf(party: Party): readonly BareOffice[] {
  const office = readOffice(wordsOf(party))
  return office === undefined ? [] : [{ ...office, at: party.start }]
}
