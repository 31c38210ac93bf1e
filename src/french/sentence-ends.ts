// Whether a stop, a mark or an ellipsis ends a sentence, glued to the next one or not. Knows nothing of lines.
import {
  BEFORE_NAME,
  BEFORE_NUMBER,
  DOMAIN_ENDINGS,
  ELIDED,
  EXCLAIMED_NAMES,
  OPENERS,
  PAUSED,
  TITLES,
} from './abbreviations.ts'
import {
  isApostrophe,
  isBlank,
  isDigit,
  isLetter,
  isLower,
  isUpper,
  lettersAfter,
  lettersBefore,
  skipBlanks,
} from './characters.ts'
import { fold } from './normalise.ts'
import type { QuoteRole } from './straight-quotes.ts'

/** Opening marks and blanks skipped to reach the first word of the next sentence, at most. */
const MOST_OPENERS = 12
/** Closing marks after the stop that still belong to the sentence, at most. */
const MOST_CLOSERS = 6

const OPENING = '«“‘([{-–—‒•*>¿¡"'
const CLOSING = ')]}»”’'

interface Candidate {
  readonly text: string
  /** The marks: `text.slice(start, end)` is a run of `.!?…`. */
  readonly start: number
  readonly end: number
  /** Where the sentence with its closing marks would end. */
  readonly cut: number
  /** Where the first word of the next sentence would begin. */
  readonly next: number
}

/** Where a sentence ends because of the marks in [start, end[; undefined when it goes on. */
export function sentenceEnd(
  text: string,
  start: number,
  end: number,
  sentenceStart: number,
  quotes: ReadonlyMap<number, QuoteRole>,
): number | undefined {
  const cut = skipClosers(text, end, quotes)
  const next = skipOpeners(text, cut)
  const candidate = { text, start, end, cut, next }
  if (!canBegin(candidate)) return undefined
  const marks = text.slice(start, end)
  const ends = marks === '.' ? stopEnds(candidate, sentenceStart) : marksEnd(candidate, marks)
  return ends ? cut : undefined
}

/** Marks other than a lone stop: `?`, `!`, `...`, `(...)`. */
function marksEnd({ text, start, next }: Candidate, marks: string): boolean {
  const before = text.charAt(start - 1)
  // «(!)» is a wink inside a sentence; «(...)» before a capital stands for sentences left out.
  if ((before === '(' || before === '[') && !isEllipsis(marks)) return isOpener(text, next)
  const word = lettersBefore(text, isBlank(before) ? start - 1 : start)
  if (marks === '!') return isOpener(text, next) || !EXCLAIMED_NAMES.has(fold(word))
  if (!isEllipsis(marks)) return true
  // A pause before a number or after an article: «en compagnie de... Paul», «en misant... 20 centimes».
  return !isDigit(text.charAt(next)) && (isOpener(text, next) || !PAUSED.has(word))
}

const isEllipsis = (marks: string): boolean => marks.includes('…') || marks.includes('..')

/** Whether the word at `at` is one that opens sentences; an elided one needs its apostrophe. */
export function isOpener(text: string, at: number): boolean {
  const word = lettersAfter(text, at).toLowerCase()
  if (!OPENERS.has(word)) return false
  const after = text.charAt(at + word.length)
  if (ELIDED.has(word)) return isApostrophe(after)
  return word.length === 1 ? isBlank(after) : !isLetter(after)
}

function skipClosers(text: string, end: number, quotes: ReadonlyMap<number, QuoteRole>): number {
  let cut = end
  for (let count = 0; count < MOST_CLOSERS; count++) {
    if (closesAt(text, cut, quotes) && !(text.charAt(cut) === '’' && isLetter(text.charAt(cut + 1)))) cut++
    else if (isGap(text.charAt(cut)) && closesAt(text, cut + 1, quotes) && text.charAt(cut + 1) !== '’')
      cut += 2
    else break
  }
  return cut
}

function closesAt(text: string, at: number, quotes: ReadonlyMap<number, QuoteRole>): boolean {
  const character = text.charAt(at)
  if (character === '"') return quotes.get(at) === 'closes'
  return character !== '' && CLOSING.includes(character)
}

const isGap = (character: string): boolean => isBlank(character) && character !== '\n'

function skipOpeners(text: string, cut: number): number {
  let next = skipBlanks(text, cut)
  for (let count = 0; count < MOST_OPENERS && next < text.length; count++) {
    const character = text.charAt(next)
    if (!OPENING.includes(character) && !(character === "'" && isUpper(text.charAt(next + 1)))) break
    next = skipBlanks(text, next + 1)
  }
  return next
}

/** A capital begins a sentence; so do a figure after a blank and a name such as iPhone. */
function canBegin({ text, end, cut, next }: Candidate): boolean {
  const first = text.charAt(next)
  if (isUpper(first)) return true
  if (isDigit(first)) return next > cut || cut > end || isGluedToFigure(text, end)
  return next > cut && isLower(first) && /^\p{Ll}\p{Lu}/u.test(text.slice(next, next + 2))
}

/** `internautes.14h03`, `24h.31 morts`, but neither `art.49` nor `v.2`. */
function isGluedToFigure(text: string, end: number): boolean {
  const word = lettersBefore(text, end - 1)
  if (word === '') return ')]"»”%€'.includes(text.charAt(end - 2))
  if (word.length < 3) return word.length === 1 && isDigit(text.charAt(end - 3))
  return !BEFORE_NUMBER.has(word)
}

function stopEnds(candidate: Candidate, sentenceStart: number): boolean {
  const { text, start, next, end } = candidate
  if (isHead(text, sentenceStart, start)) return false
  const word = lettersBefore(text, start)
  if (word === '') return isUpper(text.charAt(next)) || next > end || !isDigit(text.charAt(start - 1))
  const isGlued = next === end
  if (isGlued && DOMAIN_ENDINGS.has(lettersAfter(text, next).toLowerCase())) return false
  if (word.length === 1) return letterEnds(candidate, word)
  const isInitials = text.charAt(start - word.length - 1) === '.' && isUpper(word)
  if (isGlued && word.length === 2 && /^\p{Lu}{2}\.\p{Lu}{2}\./u.test(text.slice(start - 2, next + 3)))
    return false
  if (isInitials && word.length <= 2) return isOpener(text, next)
  if (TITLES.has(word)) return false
  if (BEFORE_NUMBER.has(word)) return !isNumeral(text, next)
  if (BEFORE_NAME.has(word)) return isOpener(text, next)
  return true
}

/** `1. Le`, `14h03. Le` at the head of a sentence: the number of a list, the hour of a live page. */
function isHead(text: string, sentenceStart: number, start: number): boolean {
  if (start - sentenceStart > LONGEST_HEAD) return false
  return /^[\s>*•«"“(-]*\d{1,2}(?:\s?h(?:\s?\d\d)?)?$/u.test(text.slice(sentenceStart, start))
}
const LONGEST_HEAD = 12

function isNumeral(text: string, at: number): boolean {
  return /^(?:\p{Nd}|[IVXLC]+(?![\p{L}'’])|\p{Lu}(?![\p{L}'’]))/u.test(text.slice(at, at + 12))
}

/** A single letter: an initial, the end of an acronym, a unit or the name of a plan. */
function letterEnds({ text, start, next }: Candidate, letter: string): boolean {
  const before = text.charAt(start - 2)
  // `24°C`, `3D`, `80 km/h`, `18 W`: a measure, not an initial.
  if (isDigit(before) || before === '°' || before === '/') return true
  const isMeasure = isGap(before) && isDigit(text.charAt(start - 3))
  if (!isUpper(letter)) return isMeasure ? isUpper(text.charAt(next)) : isOpener(text, next) && before !== '.'
  if (!isOpener(text, next) || isParticle(text, next)) return false
  return letter !== 'M' || isMeasure
}

/** A name may go on with `Le`, `La`, `De` after an initial, `J. Le Pen`: then a capital follows. */
function isParticle(text: string, at: number): boolean {
  return /^(?:(?:Le|La|Les|De|Du|Des) |[LD]['’])\p{Lu}/u.test(text.slice(at, at + 8))
}
