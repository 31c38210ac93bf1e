// The words of an article as numbers, read once for stories and for reprints. Never keeps a text.
import { fold } from '../french/normalise.ts'
import { stem } from '../french/stems.ts'
import { STOP_WORDS } from '../french/stop-words.ts'
import { tokenise } from '../french/tokens.ts'
import { WEEKDAYS } from '../french/weekdays.ts'

/** What is known of a written word, whatever text it stands in. */
export interface Word {
  /** The stem as a number of 30 bits; of a number in figures, its digits. */
  readonly stem: number
  /** The folded word as a number of 30 bits; `5.253`, `5 253` and `5253` are one. */
  readonly folded: number
  /** Carries a subject: neither a stop word nor a single letter. */
  readonly isContent: boolean
  /** Three letters or more, the first a capital. */
  readonly isCapital: boolean
  readonly isFigure: boolean
  /** A number in letters, from two on. */
  readonly isNumber: boolean
  /** 0 is Sunday; -1 for other words. */
  readonly weekday: number
  /** 0 is January; -1 for other words. */
  readonly month: number
  /** Of a number of one or two digits, else -1. */
  readonly dayNumber: number
}

/** The words of one text, in order. */
export interface Words {
  readonly words: readonly Word[]
  /** 1 where a word opens a sentence, a quotation or the text: its capital says nothing. */
  readonly opens: Uint8Array
}

const NUMBERS =
  /^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cents?|mille)(?:-|$)/

const MONTHS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(
  ' ',
)

/** Words remembered before the memory is emptied; the vocabulary of a month of news is about 40,000. */
const REMEMBERED_WORDS = 100_000
const remembered = new Map<string, Word>()

export function readWords(text: string): Words {
  const tokens = tokenise(text)
  const words: Word[] = []
  const opens = new Uint8Array(tokens.length)
  let isAtStart = true
  for (const { text: written, start } of tokens) {
    const word = readWord(written)
    if (word.isCapital && (isAtStart || opensSentence(text, start))) opens[words.length] = 1
    words.push(word)
    isAtStart = false
  }
  return { words, opens }
}

/** After a full stop, a line break or an opening quotation mark. */
function opensSentence(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0 && at >= start - 3; at--) {
    const mark = text[at] ?? ''
    if ('.!?…»"“«\n'.includes(mark)) return true
    if (mark.trim() !== '') return false
  }
  return false
}

function readWord(written: string): Word {
  const known = remembered.get(written)
  if (known !== undefined) return known
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear()
  const made = makeWord(written)
  remembered.set(written, made)
  return made
}

function makeWord(written: string): Word {
  const folded = fold(written)
  const isFigure = /^\d/.test(folded)
  const digits = isFigure ? folded.replace(/\D/g, '') : ''
  const isContent = !STOP_WORDS.has(folded) && (folded.length > 1 || isFigure)
  return {
    stem: hashText(isFigure ? digits : isContent ? stem(written) : folded),
    folded: hashText(isFigure ? digits : folded),
    isContent,
    isCapital: folded.length > 2 && /^\p{Lu}/u.test(written),
    isFigure,
    isNumber: NUMBERS.test(folded),
    weekday: WEEKDAYS.findIndex((day) => day === folded),
    month: MONTHS.indexOf(folded),
    dayNumber: /^\d{1,2}$/.test(folded) ? Number(folded) : -1,
  }
}

/** FNV-1a and a last mixing, 30 bits: of 60,000 words one or two pairs share a number. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return mix(hash)
}

/** Spreads the bits of a number over 30: MurmurHash3's last step. */
export function mix(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) & 0x3fffffff
}
