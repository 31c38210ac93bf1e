// A text as its words, for looking words and phrases up in it: neither accents, capitals nor endings matter. Says
// nothing of meaning, and is never shown.
import { fold } from './normalise.ts'
import { contentStem, stem, withoutGrouping } from './stems.ts'
import { STOP_WORDS } from './stop-words.ts'
import { tokenise } from './tokens.ts'

export interface WordedText {
  /** Stems of the words that carry the subject; `cessez-le-feu` is one of them. */
  readonly stems: ReadonlySet<string>
  /** Every word in order between blanks, those that hyphens join apart: ` un cess le feu / la suit `. */
  readonly line: string
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

/** Linear in the length of the text. */
export function wordText(text: string): WordedText {
  const stems = new Set<string>()
  const line: string[] = ['']
  for (const paragraph of text.split('\n')) {
    for (const { text: word } of tokenise(paragraph)) {
      const own = subjectOf(word)
      if (own !== '') stems.add(own)
      for (const part of partsOf(word)) line.push(plainStem(part))
    }
    line.push(PARAGRAPH)
  }
  return { stems, line: `${line.join(' ')} ` }
}

/** What a text must have to have all of these words, in any order; empty when none carries a subject. */
export function subjectsOf(words: string): readonly ((text: WordedText) => boolean)[] {
  return tokenise(words).flatMap(({ text: word }) => {
    const own = subjectOf(word)
    if (own === '') return []
    const parts = partsOf(word)
    if (parts.length < 2) return [({ stems }) => stems.has(own)]
    const joined = ` ${parts.map(plainStem).join(' ')} `
    return [({ stems, line }) => stems.has(own) || line.includes(joined)]
  })
}

/** The words of a phrase as they stand in a `line`, between blanks; undefined when there are none. */
export function phraseLine(phrase: string): string | undefined {
  const parts = tokenise(phrase).flatMap(({ text: word }) => partsOf(word))
  return parts.length === 0 ? undefined : ` ${parts.map(plainStem).join(' ')} `
}

const partsOf = (word: string): readonly string[] =>
  /[-‑]/u.test(word) ? word.split(/[-‑]/u).filter((part) => part !== '') : [word]

function subjectOf(word: string): string {
  const irregular = word.endsWith('x') ? IRREGULAR.get(fold(word)) : undefined
  return contentStem(irregular ?? word)
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
