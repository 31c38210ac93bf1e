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

/** By word, its stem when it carries the subject, else `''`: folding costs more than looking up. */
const rememberedContent = new Map<string, string>()

/** `''` for a word that carries no subject. */
export function contentStem(word: string): string {
  const known = rememberedContent.get(word)
  if (known !== undefined) return known
  if (rememberedContent.size >= REMEMBERED_WORDS) rememberedContent.clear()
  const folded = fold(word)
  const isEmpty = STOP_WORDS.has(folded) || (folded.length < 2 && !/\d/.test(folded))
  const made = isEmpty ? '' : /^\d/.test(word) ? withoutGrouping(word) : stem(word)
  rememberedContent.set(word, made)
  return made
}

/** «1 900», «1.900» and «1900» are one number. */
export function withoutGrouping(number: string): string {
  return number.replace(/[.'’ \u00A0\u202F](?=\d{3})/g, '')
}

/** Stems of the words that carry the subject, in order, repeats kept. Stop words and single letters are left out. */
export function contentStems(text: string): readonly string[] {
  const stems: string[] = []
  for (const { text: word } of tokenise(text)) {
    const made = contentStem(word)
    if (made !== '') stems.push(made)
  }
  return stems
}

/** With the parts of words that hyphens join: «Albatros-3» is found as «albatros», «Valmy-sur-Loire» as «valmy». */
export function searchableStems(text: string): readonly string[] {
  const stems = contentStems(text)
  if (!/[-‑]/u.test(text)) return stems
  const parts = tokenise(text).flatMap(({ text: word }) => {
    if (!/[-‑]/u.test(word)) return []
    return word
      .split(/[-‑]/u)
      .filter((part) => part.length > 2)
      .map(contentStem)
  })
  return [...stems, ...parts.filter((part) => part !== '')]
}
