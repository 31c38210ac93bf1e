// Stems for search and likeness: «rencontres» and «rencontré» share one. Never for meaning, and never shown.
import snowball from 'snowball-stemmers'
import { fold } from './normalise.ts'
import { STOP_WORDS } from './stop-words.ts'
import { tokenise } from './tokens.ts'

const stemmer = snowball.newStemmer('french')

/** Words remembered with their stem before the memory is emptied: 60,000 words take about 8 MB. */
const REMEMBERED_WORDS = 60_000
const remembered = new Map<string, string>()

/** The folded Snowball stem of one word: French algorithm on the accented lower-case word, accents dropped after. */
export function stem(word: string): string {
  const known = remembered.get(word)
  if (known !== undefined) return known
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear()
  const made = fold(stemmer.stem(word.toLowerCase()))
  remembered.set(word, made)
  return made
}

/** Stems of the words that carry the subject, in order, repeats kept. Stop words and single letters are left out. */
export function contentStems(text: string): readonly string[] {
  const stems: string[] = []
  for (const { text: word } of tokenise(text)) {
    const folded = fold(word)
    if (STOP_WORDS.has(folded) || (folded.length < 2 && !/\d/.test(folded))) continue
    stems.push(stem(word))
  }
  return stems
}
