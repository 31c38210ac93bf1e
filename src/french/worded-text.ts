// A text as its words, for looking words and phrases up in it: neither accents, capitals nor endings matter. Says
// nothing of meaning, and is never shown.
import { fold } from './normalise.ts'
import { contentStem, stem, withoutGrouping } from './stems.ts'
import { STOP_WORDS } from './stop-words.ts'
import { tokenise } from './tokens.ts'

export interface WordedText {
  /** Whether a word that carries the subject has this stem; `cessez-le-feu` is one word. */
  readonly hasStem: (wanted: string) => boolean
  /** Every word in order between blanks, those that hyphens join apart: ` un cess le feu / la suit `. */
  readonly line: () => string
}

/** Stands between paragraphs, where no word can: a phrase ends there. */
const PARAGRAPH = '/'

/** Snowball leaves these far from their singular. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['travaux', 'travail'],
  ['baux', 'bail'],
  ['vitraux', 'vitrail'],
  ['coraux', 'corail'],
  ['emaux', 'email'],
  ['soupiraux', 'soupirail'],
  ['vantaux', 'vantail'],
  ['yeux', 'œil'],
  ['cieux', 'ciel'],
  ['aieux', 'aieul'],
])

/**
 * Linear in the length of the text. A stem is asked of the words with its initial alone: stemming them all costs ten
 * times what finding them does.
 */
export function wordText(text: string): WordedText {
  let byInitial: ReadonlyMap<string, ReadonlySet<string>> | undefined
  const stems = new Map<string, ReadonlySet<string>>()
  let line: string | undefined
  return {
    hasStem: (wanted) => {
      const initial = wanted.charAt(0)
      const known = stems.get(initial)
      if (known !== undefined) return known.has(wanted)
      byInitial ??= wordsByInitial(text)
      const made = new Set(Array.from(byInitial.get(initial) ?? [], subjectOf))
      stems.set(initial, made)
      return made.has(wanted)
    },
    line: () => (line ??= lineOf(text)),
  }
}

function wordsByInitial(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>()
  for (const { text: word } of tokenise(text)) {
    const initial = initialOf(word)
    const known = words.get(initial)
    if (known === undefined) words.set(initial, new Set([word]))
    else known.add(word)
  }
  return words
}

/** The first letter of a word's stem: endings alone are lost, but for «yeux». */
function initialOf(word: string): string {
  const own = word.endsWith('x') ? (irregularOf(word) ?? word) : word
  const first = own.charAt(0)
  return /[A-Za-z\d]/u.test(first) ? first.toLowerCase() : fold(first).charAt(0)
}

function lineOf(text: string): string {
  const line: string[] = ['']
  for (const paragraph of text.split('\n')) {
    for (const { text: word } of tokenise(paragraph))
      for (const part of partsOf(word)) line.push(plainStem(part))
    line.push(PARAGRAPH)
  }
  return `${line.join(' ')} `
}

/** What a text must have to have all of these words, in any order; empty when none carries a subject. */
export function subjectsOf(words: string): readonly ((text: WordedText) => boolean)[] {
  return tokenise(words).flatMap(({ text: word }) => {
    const own = subjectOf(word)
    if (own === '') return []
    const parts = partsOf(word)
    if (parts.length < 2) return [({ hasStem }) => hasStem(own)]
    const joined = ` ${parts.map(plainStem).join(' ')} `
    return [({ hasStem, line }) => hasStem(own) || line().includes(joined)]
  })
}

/** Whether a text has these words one behind the other; undefined when there are none. */
export function phraseIn(phrase: string): ((text: WordedText, plainText: string) => boolean) | undefined {
  const parts = tokenise(phrase).flatMap(({ text: word }) => partsOf(word))
  if (parts.length === 0) return undefined
  const joined = ` ${parts.map(plainStem).join(' ')} `
  const beginnings = parts.filter((part) => IRREGULAR.get(fold(part)) === undefined).map(beginningOf)
  // Most texts have not even the beginnings of its words.
  return ({ line }, plainText) =>
    beginnings.every((beginning) => plainText.includes(beginning)) && line().includes(joined)
}

/** What all words of one stem begin with: endings change two letters of it at most, as in «cheval». */
function beginningOf(word: string): string {
  const stemmed = plainStem(word)
  return STOP_WORDS.has(stemmed) || /^\d/u.test(stemmed)
    ? stemmed.charAt(0)
    : stemmed.slice(0, Math.max(1, stemmed.length - 2))
}

const irregularOf = (word: string): string | undefined => IRREGULAR.get(fold(word))

const partsOf = (word: string): readonly string[] =>
  /[-‑]/u.test(word) ? word.split(/[-‑]/u).filter((part) => part !== '') : [word]

function subjectOf(word: string): string {
  return contentStem((word.endsWith('x') ? irregularOf(word) : undefined) ?? word)
}

/** Words remembered with their stem before the memory is emptied, as in `stems.ts`. */
const REMEMBERED_WORDS = 60_000
const remembered = new Map<string, string>()

/** As `contentStem`, but small words stand for themselves. */
function plainStem(word: string): string {
  const known = remembered.get(word)
  if (known !== undefined) return known
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear()
  const folded = fold(word)
  const made = STOP_WORDS.has(folded)
    ? folded
    : /^\d/u.test(word)
      ? withoutGrouping(word)
      : stem(IRREGULAR.get(folded) ?? word)
  remembered.set(word, made)
  return made
}
