// A table with one row a code, and the row that tells a value. Holds no sentence itself.

/** A missing code does not compile; each row takes the value of its own code. */
export type SentenceTable<Told extends { readonly code: string }, Sentence = string> = {
  readonly [Code in Told['code']]: (told: Told & { readonly code: Code }) => Sentence
}

export function tell<Told extends { readonly code: string }, Sentence>(
  table: SentenceTable<Told, Sentence>,
  told: Told,
): Sentence {
  const code: Told['code'] = told.code
  return table[code](told)
}
