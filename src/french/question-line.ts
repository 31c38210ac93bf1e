// A question as a row of words, as people type it in a chat: elisions and inverted pronouns apart, accents and capitals
// folded, what was typed kept beside. Never says what is asked.
import { fold } from './normalise.ts'

export interface QuestionWord {
  /** Folded, without its apostrophe: `l`, `elysee`, `tete-a-tete`. */
  readonly key: string
  /** Where it stands in the question, in UTF-16 code units. */
  readonly start: number
  readonly end: number
  readonly isCapital: boolean
}

export interface QuestionLine {
  readonly text: string
  /** Inverted pronouns left out, `est-ce` as two words. */
  readonly words: readonly QuestionWord[]
  /** «a-t-il», «a t elle», «est-ce que»: a question without a question mark. */
  readonly isInverted: boolean
  /** What stands between quotation marks, the longest one. */
  readonly quoted: string | undefined
}

/** Nobody asks more; further words would only dilute what is asked. In characters. */
const LONGEST_LINE = 600

const WORD =
  /\d+(?:[.,]\d+)*(?:[°%]|\p{L}+)?|[\p{L}\p{M}\p{N}&]+(?:[-‑][\p{L}\p{M}\p{N}]+)*|(?<=\p{L}\.)\p{L}(?=\.)/gu
/** Pronouns that hang on their verb: «a-t-il», «est-ce», «dit-on»; `ce` and `on` mean something and stay. */
const HANGING = /^(.+?)-(?:t-)?(il|elle|ils|elles|on|ce|je|tu|nous|vous)$/u
const PRONOUNS = new Set(['il', 'elle', 'ils', 'elles'])
const BEFORE_PRONOUN = new Set(
  'a est ont sont avait etait doit doivent va vont peut peuvent sera aura devait devrait pourrait veut compte'.split(
    ' ',
  ),
)
const QUOTED = /«\s*([^«»]{2,300})\s*»|"([^"]{2,300})"|“([^“”]{2,300})”/gu

export function readLine(question: string): QuestionLine {
  const text = question.slice(0, LONGEST_LINE)
  const words: QuestionWord[] = []
  let isInverted = false
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const key = fold(found).replaceAll('‑', '-')
    const hanging = key === 'rendez-vous' ? null : HANGING.exec(key)
    const [, head, pronoun] = hanging ?? []
    if (head === undefined || pronoun === undefined) {
      if (PRONOUNS.has(key) && dropHangingT(words)) isInverted = true
      else words.push(wordOf(text, key, index, index + found.length))
      continue
    }
    isInverted = true
    const end = index + found.length
    words.push(wordOf(text, head, index, index + head.length))
    if (pronoun === 'ce' || pronoun === 'on') words.push(wordOf(text, pronoun, end - pronoun.length, end))
  }
  const keys = words.map(({ key }) => key).join(' ')
  return { text, words, isInverted: isInverted || /(?:^| )est ce qu/u.test(keys), quoted: quotedOf(text) }
}

const wordOf = (text: string, key: string, start: number, end: number): QuestionWord => ({
  key,
  start,
  end,
  isCapital: /^\p{Lu}/u.test(text.slice(start, end)),
})

/** «a t il», «a il»: whether the pronoun behind `words` is an inverted one; the `t` goes with it. */
function dropHangingT(words: QuestionWord[]): boolean {
  const last = words.at(-1)?.key ?? ''
  if (last === 't') {
    words.pop()
    return true
  }
  return words.length > 1 && BEFORE_PRONOUN.has(last)
}

function quotedOf(text: string): string | undefined {
  const all = Array.from(text.matchAll(QUOTED), ([, one, two, three]) => (one ?? two ?? three ?? '').trim())
  return all.filter((words) => /\p{L}/u.test(words)).toSorted((a, b) => b.length - a.length)[0]
}

/** The words as one string of keys, for patterns: ` qui a rencontre lavrov `. */
export const keysOf = (words: readonly QuestionWord[]): string => ` ${words.map(({ key }) => key).join(' ')} `

const BEFORE_PHRASE = new Set(
  'le la les l un une des de d du m mm mr mme mlle monsieur madame que qu'.split(' '),
)
const BEHIND_PHRASE = new Set('et ou de d le la les l a que qu donc alors svp stp'.split(' '))

/** The words as typed, without the articles and civilities before them; `''` where nothing is left. */
export function phraseOf(text: string, words: readonly QuestionWord[]): string {
  let [from, to] = [0, words.length]
  while (from < to && BEFORE_PHRASE.has(words[from]?.key ?? '')) from++
  while (from < to && BEHIND_PHRASE.has(words[to - 1]?.key ?? '')) to--
  const [first, last] = [words[from], words[to - 1]]
  return first === undefined || last === undefined || from >= to ? '' : text.slice(first.start, last.end)
}

/** The words that stand where a pattern matched `keysOf(words)`. */
export function wordsAt(words: readonly QuestionWord[], start: number, end: number): readonly QuestionWord[] {
  let at = 1
  return words.filter(({ key }) => {
    const from = at
    at += key.length + 1
    return from >= start && from + key.length <= end
  })
}
