// Whether a stop, a mark or an ellipsis ends a sentence, glued to the next one or not. Knows nothing of lines.
import {
  BEFORE_NAME,
  BEFORE_NUMBER,
  DOMAIN_ENDINGS,
  ELIDED,
  EXCLAIMED_NAMES,
  OPENERS,
  PAUSED,
  SHORTENED,
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

const OPENING = '«“‘([{-–—‒•♦►▶*>¿¡|+"'
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
  if (!canBegin(candidate) || isFilmSource(text, cut, next)) return undefined
  const marks = text.slice(start, end)
  const ends = marks === '.' ? stopEnds(candidate, sentenceStart) : marksEnd(candidate, marks)
  return ends ? cut : undefined
}

/** Marks other than a lone stop: `?`, `!`, `...`, `(...)`. */
function marksEnd({ text, start, end, cut, next }: Candidate, marks: string): boolean {
  const before = text.charAt(start - 1)
  // «(!)» is a wink inside a sentence; «(...)» before a capital stands for sentences left out.
  if ((before === '(' || before === '[') && !isEllipsis(marks)) return isOpener(text, next)
  const word = lettersBefore(text, isBlank(before) ? start - 1 : start)
  if (marks === '!') return isOpener(text, next) || !EXCLAIMED_NAMES.has(fold(word))
  if (!isEllipsis(marks)) return true
  // A pause before a number or after an article: «en compagnie de... Paul», «en misant... 20 centimes».
  if (isDigit(text.charAt(next)) && next > end && cut === end) return false
  return isOpener(text, next) || !PAUSED.has(word)
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
    if (closesAt(text, cut, quotes) || closesSmall(text, cut)) cut++
    else if (isGap(text.charAt(cut)) && closesAt(text, cut + 1, quotes) && text.charAt(cut + 1) !== '’')
      cut += 2
    else break
  }
  return cut
}

function closesAt(text: string, at: number, quotes: ReadonlyMap<number, QuoteRole>): boolean {
  const character = text.charAt(at)
  if (character === '"') return quotes.get(at) === 'closes'
  if (character === '’') return !isLetter(text.charAt(at + 1))
  return character !== '' && CLOSING.includes(character)
}

/** `'Vas-y !' C'est`, `+Bravo !+ Or`: marks of a quotation inside another one, against the stop. */
function closesSmall(text: string, at: number): boolean {
  const mark = text.charAt(at)
  if (mark !== "'" && mark !== '+') return false
  const after = text.charAt(at + 1) === mark ? at + 2 : at + 1
  return !isLetter(text.charAt(after)) && !isDigit(text.charAt(after))
}

const isGap = (character: string): boolean => isBlank(character) && character !== '\n'

function skipOpeners(text: string, cut: number): number {
  let next = skipBlanks(text, cut)
  for (let count = 0; count < MOST_OPENERS && next < text.length; count++) {
    const character = text.charAt(next)
    const isSmallQuote = character === "'" && /^''?\p{Lu}/u.test(text.slice(next, next + 3))
    if (!OPENING.includes(character) && !isSmallQuote) break
    next = skipBlanks(text, next + 1)
  }
  return next
}

/** A capital begins a sentence; so do a figure after a blank and a name such as iPhone. */
function canBegin(candidate: Candidate): boolean {
  const { text, cut, end, next } = candidate
  const first = text.charAt(next)
  if (isUpper(first)) return true
  if (isDigit(first)) return next > cut || cut > end || isGluedToFigure(candidate)
  if (next === cut) return false
  // An account speaks: «… et ses proches. @LaMairie a débuté avec lui».
  if (first === '@') return isUpper(text.charAt(next + 1))
  return isLower(first) && (isUpper(text.charAt(next + 1)) || isSlip(candidate))
}

/** A lone stop behind a whole word ends its sentence even where the next one begins small: «… en mer. à l'aube, …». */
function isSlip({ text, start, end, cut }: Candidate): boolean {
  if (cut > end || end - start > 1 || text.charAt(start) !== '.') return false
  const word = lettersBefore(text, start)
  return word.length > 3 && isLower(word) && !SHORTENED.has(word) && !BEFORE_NAME.has(word)
}

/** `internautes.14h03`, `24h.31 morts`, `le prix !90 000 euros`, but neither `art.49` nor `v.2`. */
function isGluedToFigure({ text, start, next }: Candidate): boolean {
  if (text.charAt(start) === '!' || text.charAt(start) === '?') return true
  if (/^\d{1,2}(?:\s?[hH]\s?\d\d|\s?[•♦])/u.test(text.slice(next, next + 6))) return true
  const word = lettersBefore(text, start)
  if (word === '') return ')]"»”%€'.includes(text.charAt(start - 1))
  if (word.length < 3)
    return word.length === 1 && isDigit(text.charAt(isGap(text.charAt(start - 2)) ? start - 3 : start - 2))
  return !BEFORE_NUMBER.has(word)
}

/** What stands under a film is one piece: `Que faire ? - 07/12par BFMTV`, `"C'est clair."par RMC`. */
function isFilmSource(text: string, cut: number, next: number): boolean {
  const first = text.charAt(next)
  return (isDigit(first) || first === 'p') && FILM_SOURCE.test(text.slice(cut, cut + LONGEST_FILM_SOURCE))
}
const LONGEST_FILM_SOURCE = 40
const FILM_SOURCE =
  /^["\s]?(?:\(\d{1,2}(?:\/\d{1,2})?\)\s?)?(?:[-–—]\s?\d\d\/\d\d(?:\/\d{2,4})?\s?)?par \p{Lu}/u

function stopEnds(candidate: Candidate, sentenceStart: number): boolean {
  const { text, start, next, end } = candidate
  if (isHead(text, sentenceStart, start)) return false
  // The word of this sentence: `EN COLÈREM. Roy` was cut before its `M`.
  const word = lettersBefore(text, start).slice(-Math.max(1, start - sentenceStart))
  if (word === '') return isUpper(text.charAt(next)) || next > end || !isDigit(text.charAt(start - 1))
  const isGlued = next === end
  if (isGlued && word.length > 1 && DOMAIN_ENDINGS.has(lettersAfter(text, next).toLowerCase())) return false
  if (word.length === 1) return letterEnds(candidate, word)
  const isInitials = text.charAt(start - word.length - 1) === '.' && isUpper(word)
  if (isGlued && word.length === 2 && /^\p{Lu}{2}\.\p{Lu}{2}\./u.test(text.slice(start - 2, next + 3)))
    return false
  if (isInitials && word.length <= 2) return isOpener(text, next)
  if (TITLES.has(word)) return false
  if (BEFORE_NUMBER.has(word)) return !isNumeral(text, next)
  if (BEFORE_NAME.has(word)) return isOpener(text, next) || (isGlued && isLower(text.charAt(next + 1)))
  return true
}

/** `1. Le`, `14h03. Le` at the head of a sentence: the number of a list, the hour of a live page. */
function isHead(text: string, sentenceStart: number, start: number): boolean {
  if (start - sentenceStart > LONGEST_HEAD) return false
  return /^[\s>*•►«"“(-]*\d{1,2}(?:\s?h(?:\s?\d\d)?)?$/u.test(text.slice(sentenceStart, start))
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
  const first = text.charAt(next)
  if (!isUpper(letter))
    return isMeasure
      ? isUpper(first) || isDigit(first)
      : isOpener(text, next) && (before !== '.' || lettersBefore(text, start - 2).length > 3)
  if (!isOpener(text, next) || isParticle(text, next)) return false
  return letter !== 'M' || isMeasure
}

/** A name may go on with `Le`, `La`, `De` after an initial, `J. Le Pen`: then a capital follows. */
function isParticle(text: string, at: number): boolean {
  return /^(?:(?:Le|La|Les|De|Du|Des) |[LD]['’])\p{Lu}/u.test(text.slice(at, at + 8))
}
