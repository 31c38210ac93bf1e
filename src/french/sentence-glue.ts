// Sentences glued together without any stop: `un État arabeL'ex-garde`, `moi"C'est`. Never looks at stops or lines.
import { JOINED_TO_FIGURE, OPENERS, PAUSED } from './abbreviations.ts'
import {
  isApostrophe,
  isBlank,
  isDigit,
  isLower,
  isUpper,
  lettersAfter,
  lettersBefore,
  skipBlanks,
} from './characters.ts'
import { isOpener } from './sentence-ends.ts'
import { isSureFirstName } from './first-names.ts'
import type { QuoteRole } from './straight-quotes.ts'

/** What may follow the first word of a sentence. */
const FOLLOWING = /[\s'’,.!?…:;)-]/u

/**
 * Capitals of Latin-1, letters beyond it that a later look sorts out, bullets; with what stands before them. Capitals
 * behind a plain blank are left out: nothing is glued there.
 */
const MAY_BEGIN = /[A-ZÀ-ÞĀ-\u1FFF](?<=[^\s].|["«“]\s.)|[•♦▪●■►▶]/g

/** Offsets, ascending, at which a sentence begins without any mark before it. */
export function gluedStarts(text: string, quotes: ReadonlyMap<number, QuoteRole>): readonly number[] {
  const starts: number[] = []
  const hasFilms = FILM.test(text)
  // `test` moves on from match to match and, unlike `matchAll`, makes nothing on its way.
  for (MAY_BEGIN.lastIndex = 1; MAY_BEGIN.test(text);) {
    const seam = seamBefore(text, MAY_BEGIN.lastIndex - 1, quotes)
    if (seam <= 0) continue
    const isGlued = isBlank(text.charAt(seam - 1))
      ? isQuoteBehindQuote(text, seam, quotes)
      : isSeam(text, seam, quotes) || (hasFilms && isBehindFilm(text, seam))
    if (isGlued) starts.push(seam)
  }
  return starts
}

/** `"Un cœur froid" "J'ai l'impression, …`: a title in marks and a quotation, one blank between them. */
function isQuoteBehindQuote(text: string, at: number, quotes: ReadonlyMap<number, QuoteRole>): boolean {
  return text.charAt(at) === '"' && quotes.get(at - 2) === 'closes' && isOpener(text, at + 1)
}

const BULLETS: ReadonlySet<number> = new Set(Array.from('•♦▪●■►▶', (bullet) => bullet.charCodeAt(0)))

/** Where the sentence of the capital at `at` would begin: before its opening mark and the blank behind that. */
function seamBefore(text: string, at: number, quotes: ReadonlyMap<number, QuoteRole>): number {
  const isSpaced = isBlank(text.charAt(at - 1))
  const markAt = isSpaced ? at - 2 : at - 1
  const mark = text.charAt(markAt)
  if (mark === '«' || mark === '“' || (mark === '"' && quotes.get(markAt) === 'opens')) return markAt
  return isSpaced && BULLETS.has(text.charCodeAt(at)) ? at - 1 : at
}

function isSeam(text: string, at: number, quotes: ReadonlyMap<number, QuoteRole>): boolean {
  const before = text.charAt(at - 1)
  const after = text.charAt(at)
  if (BULLETS.has(text.charCodeAt(isBlank(text.charAt(at)) ? at + 1 : at))) return isListed(text, at)
  if (before === '"') return quotes.get(at - 1) === 'closes' && closedSeam(text, at, quotes)
  if (before === '»' || before === '”') return closedSeam(text, at, quotes)
  if (after === '"' || after === '«' || after === '“') return openedSeam(text, at, quotes)
  if (!isUpper(after)) return false
  if (isLower(before) || (isUpper(before) && isCapitalised(text, at))) return wordSeam(text, at)
  if (isUpper(before)) return letterSeam(text, at)
  if (before === '-' || before === '–' || before === '—') return dashSeam(text, at)
  if (isDigit(before)) return figureSeam(text, at)
  return '%€)]'.includes(before) && isWordLike(text, at)
}

/** `… vers la sortie ?par BFMTVLaurent Roy`, `(vidéo)par Non Stop PeopleThierry`: behind the source of a film, run in. */
function isBehindFilm(text: string, at: number): boolean {
  if (!FILM_SOURCE.test(text.slice(Math.max(0, at - LONGEST_FILM_SOURCE), at))) return false
  return /^["«“]?\s?(?:\p{Lu}[\p{Ll}'’]|M\.|[AÀ] )/u.test(text.slice(at, at + 4)) && isWordAhead(text, at)
}
/** A quick look, for most texts have none. */
const FILM = /\Spar [\p{Lu}\p{Nd}efr]/u
const LONGEST_FILM_SOURCE = 50
const FILM_SOURCE =
  /[\p{L}\p{Nd}?!.)"»…]par (?=\p{Lu}|\p{Nd}|franceinfo|euronews|rtl)(?:(?:[\p{Lu}\p{Nd}-][\p{L}\p{Nd}.&+-]*|de|du|des|la|et) ){0,4}[\p{L}\p{Nd}.&+]*[\p{L}\p{Nd}+](?: \(en \p{Ll}{4,9}\))?$/u

/** One capital only: `Laurent`, `M.`; not the `Huff` of `LeHuffPost`. */
function isWordAhead(text: string, at: number): boolean {
  const word = lettersAfter(text, isUpper(text.charAt(at)) ? at : skipBlanks(text, at + 1))
  return word !== '' && !/\p{Lu}/u.test(word.slice(1))
}

/** A capital before a small letter or an apostrophe, not one inside an acronym. */
function isCapitalised(text: string, at: number): boolean {
  const second = text.charAt(at + 1)
  return isLower(second) || isApostrophe(second)
}

/** A bullet before a capital or a figure, perhaps in marks; not one behind its own number, `3• Le prix`. */
function isListed(text: string, at: number): boolean {
  const bullet = skipOne(text, at, isBlank)
  const first = skipOne(text, skipOne(text, skipOne(text, bullet + 1, isBlank), isOpeningQuote), isBlank)
  if (!isUpper(text.charAt(first)) && !isDigit(text.charAt(first))) return false
  return !isDigit(text.charAt(at - 1)) || !OWN_NUMBER.test(text.slice(Math.max(0, at - 4), at))
}
const OWN_NUMBER = /(?:^|[.:!?…"»])\s?\d{1,2}$/u

const isOpeningQuote = (character: string): boolean => character === '"' || character === '«'
const skipOne = (text: string, at: number, skips: (character: string) => boolean): number =>
  skips(text.charAt(at)) ? at + 1 : at

/** `en 2014Le`, `Europe 1Londres`, `03 20 30 58 00Oise`; neither `2A` nor `730Ld`, `20Minutes` nor `iPhone6Plus`. */
function figureSeam(text: string, at: number): boolean {
  const word = lettersAfter(text, at)
  const owner =
    /([\p{L}#@_]*)\p{Nd}+$/u.exec(text.slice(Math.max(0, at - LONGEST_OWNED_FIGURE), at))?.[1] ?? ''
  if (!isWordLike(text, at) || /[\p{Ll}#@_]/u.test(owner)) return false
  if (isOpener(text, at)) return word.length > 1 || isApostrophe(text.charAt(at + 1)) || isYear(text, at)
  if (word.length < 4 || JOINED_TO_FIGURE.has(word)) return false
  if (owner !== '') return word.length > 4
  return isYear(text, at) || BEFORE_FIGURE_SEAM.test(text.slice(Math.max(0, at - LONGEST_BEFORE_FIGURE), at))
}
const isYear = (text: string, at: number): boolean =>
  /(?:^|[^\p{L}\p{Nd}])(?:19|20)\d\d$/u.test(text.slice(Math.max(0, at - 5), at))
const LONGEST_OWNED_FIGURE = 16
const LONGEST_BEFORE_FIGURE = 12
/** A channel, a telephone number, thousands. */
const BEFORE_FIGURE_SEAM = /(?:(?:Europe|F(?:rance|RANCE)|Canal) \d{1,2}|\d\d \d\d|\d[. \u202F]\d{3})$/u

/** `"Verdict politique" -En outre, …`: the dash behind an intertitle, against a word that opens sentences. */
function dashSeam(text: string, at: number): boolean {
  return (
    /[\p{Ll}"»] [-–—]{1,2}$/u.test(text.slice(Math.max(0, at - 4), at)) &&
    isOpener(text, at) &&
    isWordLike(text, at)
  )
}

/** A closing mark against a capital or against the next opening mark. */
function closedSeam(text: string, at: number, quotes: ReadonlyMap<number, QuoteRole>): boolean {
  const after = text.charAt(at)
  if (isUpper(after)) return isWordLike(text, at)
  return after === '«' || after === '“' || (after === '"' && quotes.get(at) === 'opens')
}

/** `autour de moi"C'est`: an opening mark against a small letter, before a word that opens sentences. */
function openedSeam(text: string, at: number, quotes: ReadonlyMap<number, QuoteRole>): boolean {
  if (text.charAt(at) === '"' && quotes.get(at) !== 'opens') return false
  const first = isBlank(text.charAt(at + 1)) ? at + 2 : at + 1
  const word = lettersBefore(text, at)
  if (word === '') return isDigit(text.charAt(at - 1)) && isOpener(text, first)
  if (OPENERS.has(word.toLowerCase())) return false
  return (
    isOpener(text, first) ||
    (isLower(word) && word.length > 3 && QUOTED_START.test(text.slice(first, first + 24)))
  )
}
/** `sa position"Décrire la Pologne`: a capitalised word and a small one. */
const QUOTED_START = /^\p{Lu}\p{Ll}{2,}(?:-\p{Ll}+)? \p{Ll}/u

/** `arabeL'ex-garde` and `PeopleCe jeudi`, but neither `iPhone`, `LinkedIn`, `LeBonCoin` nor `deToulouse`. */
function wordSeam(text: string, at: number): boolean {
  // `aAaA`: no word, and quick to see.
  if (isLower(text.charAt(at + 1)) && isUpper(text.charAt(at + 2))) return false
  const left = lettersBefore(text, at)
  const owner = text.charAt(at - left.length - 1)
  if (owner !== '' && '#@_=&+'.includes(owner)) return false
  if (isCode(text, at, owner)) return false
  const opens = isOpener(text, at)
  if (isLower(left) && left.length > 2 && isAcronym(text, at, left)) return !PAUSED.has(left)
  if (isTitleOfMan(text, at)) return left.length > 2
  if (!isWordLike(text, at)) return false
  if (isUpper(text.charAt(at - 1)))
    return left.length > 2 && (opens || (isLower(text.charAt(at + 1)) && isBehindCapitals(text, at, left)))
  // Behind a slash, inside a domain name, or behind a name with capitals: only a word that surely opens a sentence.
  if (owner === '.' || owner === '/' || /\p{Lu}/u.test(left)) {
    if (opens) return isSureOpener(text, at)
    return (
      PARTICIPLE.test(lettersAfter(text, at)) || isBehindName(text, at, left) || isPersonAhead(text, at, left)
    )
  }
  return !PAUSED.has(left) && (opens || left.length > 2)
}

/** `'mediaType': `. */
function isCode(text: string, at: number, owner: string): boolean {
  if (owner !== "'" && owner !== '"') return false
  const end = at + lettersAfter(text, at).length
  return text.charAt(end) === owner && /[:,\]})]/.test(text.charAt(end + 1))
}

/** `ratsBFMTV et`, `médiasTF1 et`: an acronym before a small word; `macOS` and `franceTV` are names. */
function isAcronym(text: string, at: number, left: string): boolean {
  const head = text.slice(at, at + LONGEST_ACRONYM)
  if (LONG_ACRONYM.test(head)) return true
  return left.length > 3 && SHORT_ACRONYM.test(head) && isBlank(text.charAt(at - left.length - 1))
}
const LONGEST_ACRONYM = 9
const LONG_ACRONYM = /^\p{Lu}{4,}(?=[\s,.])/u
const SHORT_ACRONYM = /^(?!TV|OS|PC|FM|AI)\p{Lu}{2,3}\d? \p{Ll}/u
/** `NationalVoyant son image`, `tropDernièrement`: participles and adverbs that begin sentences. */
const PARTICIPLE = /^\p{Lu}\p{Ll}{2,}(?:ant|ement)$/u

/** `PAR LE CONSEILEnglué dans`: a title in capitals before any word that begins large. */
function isBehindCapitals(text: string, at: number, left: string): boolean {
  const first = at - left.length
  return (
    left.length > 3 &&
    isUpper(left.charAt(1)) &&
    /(?:\p{Lu}{2}|\s[AÀ])["»]?[\s'’-]$/u.test(text.slice(Math.max(0, first - 4), first))
  )
}

/** `M. Roy`. */
const isTitleOfMan = (text: string, at: number): boolean => /^M\. \p{Lu}\p{Ll}/u.test(text.slice(at, at + 5))

/** `EN RETARDÀ l'inverse`: a lone letter against a title in capitals. */
function letterSeam(text: string, at: number): boolean {
  if (isTitleOfMan(text, at)) return isBehindCapitals(text, at, lettersBefore(text, at))
  if (!/^[AÀ] (?:l['’]|la |partir |compter |ce |cette |son |sa |noter )/u.test(text.slice(at, at + 10)))
    return false
  const left = lettersBefore(text, at)
  return isBehindCapitals(text, at, left)
}

/** `PeopleCe jeudi`, `ParisMardi, `; neither `BlaBlaCar, ` nor `SaskTel, `. */
function isSureOpener(text: string, at: number): boolean {
  const word = lettersAfter(text, at)
  const after = text.charAt(at + word.length)
  return after === ',' ? word.length > 4 : /[\s'’-]/u.test(after)
}

/** `le prince AndrewGhislaine Maxwell a`: two names, and the second is a person's; neither `McDonald` nor `MaryKate`. */
function isPersonAhead(text: string, at: number, left: string): boolean {
  if (left.length < 4 || !isLower(left.slice(1)) || /\p{Lu}/u.test(left.slice(1))) return false
  const word = lettersAfter(text, at)
  return (
    word.length > 3 &&
    / \p{Lu}\p{Ll}/u.test(text.slice(at + word.length, at + word.length + 3)) &&
    isSureFirstName(word)
  )
}

/** `François MitterrandEnquêteur de talent`: a name of two words, and a long word that a small one follows. */
function isBehindName(text: string, at: number, left: string): boolean {
  if (left.length < 5 || !isBlank(text.charAt(at - left.length - 1))) return false
  const word = lettersAfter(text, at)
  if (word.length < 6 || !/^ \p{Ll}/u.test(text.slice(at + word.length, at + word.length + 2))) return false
  const given = lettersBefore(text, at - left.length - 1)
  return !/\p{Lu}/u.test(left.slice(1)) && isUpper(given) && !OPENERS.has(given.toLowerCase())
}

/** A capitalised word, an elided one, or a lone `A` or `À`; not `iOS`, not a code. */
function isWordLike(text: string, at: number): boolean {
  const word = lettersAfter(text, at)
  const after = text.charAt(at + word.length)
  // Anything but a blank or a mark of a sentence means code: `"mediaType": `.
  if (after !== '' && !FOLLOWING.test(after)) return false
  if (word.length === 1) return isApostrophe(after) || (isBlank(after) && 'AÀYÔ'.includes(word))
  if (word === 'Qu' && isApostrophe(after)) return true
  return !/\p{Lu}/u.test(word.slice(1))
}
