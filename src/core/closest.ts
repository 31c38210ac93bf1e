// Guesses what somebody meant by a word that is not known. Never decides: the guess is only shown.

/** Letters that may be wrong, missing, added or swapped: one in three, as in «édieur» or «luindi». */
const WRONG_SHARE = 1 / 3

/** Under this many letters every word is near every other. */
const SHORTEST_GUESSED = 3

/** Over this many no word was mistyped: it is a text, and comparing it would take as long as it is. */
const LONGEST_GUESSED = 150

/** Without accents, case or doubled blanks; hyphens and underscores count as blanks. */
export function foldWord(word: string): string {
  return stripAccents(word)
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
}

export function stripAccents(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '')
}

/** The nearest of the known words, undefined when none is near. */
export function closestWord(given: string, known: Iterable<string>): string | undefined {
  const folded = foldWord(given)
  if (folded.length < SHORTEST_GUESSED || folded.length > LONGEST_GUESSED) return undefined
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(folded.length * WRONG_SHARE)) + 1
  for (const word of known) {
    const other = foldWord(word)
    // Each letter more or less is a mistake of its own.
    if (Math.abs(other.length - folded.length) >= bestDistance) continue
    const distance = distanceBetween(folded, other)
    if (distance < bestDistance) [best, bestDistance] = [word, distance]
  }
  return best
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. Damerau 1964. */
export function distanceBetween(one: string, other: string): number {
  let [before, previous] = [
    [] as readonly number[],
    Array.from({ length: other.length + 1 }, (_, index) => index),
  ]
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1
      const isSwap = cost === 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current[column] = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + cost,
        isSwap ? at(before, column - 2) + 1 : Infinity,
      )
    }
    ;[before, previous] = [previous, current]
  }
  return at(previous, other.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
