// Whom «les deux hommes» and «tous trois» stand for: those who met last, or whoever is named around them. Takes no other
// number of people than they say.
import type { Cast } from './cast.ts'
import type { Party } from './party.ts'
import type { Span } from './sentences.ts'
import { isPerson, MOST_SENTENCES_BACK, type Somebody, type Standing } from './somebody.ts'

/** Empty where nobody fits. */
export function pairBefore(
  cast: Cast,
  sentences: readonly Span[],
  party: Party,
  { index, lastMet }: Standing,
): readonly Somebody[] {
  const count = party.words === 'trois' ? 3 : 2
  const met = lastMet.filter(isPerson)
  if (met.length === count) return met
  const recent = cast.namesBefore(
    party.start,
    sentences[Math.max(0, index - MOST_SENTENCES_BACK)]?.start ?? 0,
  )
  const before = cast.namesBefore(party.start, 0)
  const names = [
    // Of more than two the nearest two are meant.
    count === 2 ? recent.slice(0, 2) : recent,
    before,
    before.length === 0 ? namesAhead(cast, sentences, index) : [],
  ].find(({ length }) => length === count)
  return names?.map((name) => cast.somebody(name)) ?? []
}

/** «Les trois ministres se sont réunis»: named by the sentences behind. */
const namesAhead = (cast: Cast, sentences: readonly Span[], index: number): readonly string[] =>
  cast.namesWithin({
    start: sentences[index]?.start ?? 0,
    end: sentences[index + MOST_SENTENCES_BACK]?.end ?? Infinity,
  })
