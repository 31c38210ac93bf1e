// Capitalised words of a text and how they hang together. Knows where words stand; judges no name.
import { isLetter, isLower, lettersBefore, skipBlanksBefore } from './characters.ts'
import { keyOf } from './first-names.ts'
import { CIVILITIES, DOUBTFUL_CIVILITIES } from './roles.ts'

/** How firmly a word begins a sentence: there any word has a capital. `loose` behind a quote, a colon, a bracket, a dash. */
type Opening = 'none' | 'loose' | 'firm'

/** What joins a word to the one before it in the same name. `nobiliary` (de, du) may also mean «of». */
type Joint = 'none' | 'blank' | 'particle' | 'nobiliary'

export interface NameWord {
  readonly text: string
  /** Folded. */
  readonly key: string
  readonly start: number
  readonly end: number
  /** Two capitals or more and no small letter. */
  readonly isCapitals: boolean
  /** `J.`, `J.-P.` or a bare capital letter. */
  readonly isInitial: boolean
  /** `M.`, `Mme`, `Me` before a capital: a person follows, plural ones too. */
  readonly isCivility: boolean
  readonly opening: Opening
  /** A word in small letters follows, as behind the first word of a sentence. */
  readonly leadsOn: boolean
  readonly joint: Joint
}

const WORD =
  /\p{Lu}\.(?:[-‑]?\p{Lu}\.)*(?![\p{L}\p{M}])|\p{Lu}[\p{L}\p{M}]*(?:[-‑](?=[\p{L}])[\p{L}\p{M}]+|['’](?=\p{Lu})[\p{L}\p{M}]+)*/gu
const ELISION = /^(?:[LDJSNCMT]|Qu)['’]/u
const BLANK_JOINT = /^[ \u00A0\u202F]$/u
const PARTICLE_JOINT =
  /^[ \u00A0\u202F-](?:(?:al|el|as|ar|ad|an|at|ach|ul|ur|ud)[- ]|(?:bin|ben|ibn|bint|van|von|der|den|ter|ten|zu|di|da|do|dos|das|della|dello|del|dalla|ould|y|af|von der|van der|van den|van de|de los|de las) )$/iu
const NOBILIARY_JOINT = /^[ \u00A0\u202F](?:de |du |des |le |de la |de l['’]|d['’])$/u

/** The capitalised words, in order. Handles, tags and addresses are left out; glued words are cut apart. */
export function nameWords(text: string): readonly NameWord[] {
  const words: NameWord[] = []
  for (const match of text.matchAll(WORD)) {
    const [found] = match
    const before = text.charAt(match.index - 1)
    if (
      before === '@' ||
      before === '#' ||
      before === '_' ||
      before === '/' ||
      isInsideWord(text, match.index)
    )
      continue
    for (const piece of pieces(found, match.index)) words.push(wordOf(text, piece, words.at(-1)))
  }
  return words
}

/** A capital inside of `iPhone` or `eBay`: no start. Longer small letters before it are a word glued to it. */
const isInsideWord = (text: string, at: number): boolean => {
  const before = text.charAt(at - 1)
  if (before >= '0' && before <= '9') return true
  // `la saint-Valentin` is a day.
  if (before === '-' && /(?:^|[^\p{L}])sainte?-$/u.test(text.slice(Math.max(0, at - 8), at))) return true
  if (!isLetter(before)) return before === '.' && isLower(text.charAt(at - 2)) && isAddress(text, at)
  return lettersBefore(text, at).length < 3
}

/** `booking.Com`: a stop inside of an address. A sentence glued to the next has a longer word behind its stop. */
const isAddress = (text: string, at: number): boolean => /^(?:Com|Fr|Net|Org)\b/u.test(text.slice(at, at + 5))

interface Piece {
  readonly text: string
  readonly start: number
  readonly isGlued: boolean
}

const GLUE = /(?<=\p{Ll})(?=\p{Lu}\p{Ll})|(?<=\p{Lu}{3})(?=\p{Lu}\p{Ll}{2})/gu
const JOINED_PREFIX = /^(?:Mac|Mc|De|Del|Di|Du|Da|Le|La|Van|Von|Fitz|Saint|Al|El|Ben|Abou|[\p{L}]{1,3})$/u
const SUFFIX = /[-‑](?:là|ci|t|il|elle|ils|elles|on|je|vous|nous|tu|moi|les|le|la|y|en)$/u

/** Cuts `LondresJean` between the two, drops `L’` and `-là`. */
function pieces(found: string, start: number): readonly Piece[] {
  const elided = ELISION.exec(found)?.[0].length ?? 0
  const isName = found.startsWith('N') || found.startsWith('M')
  const from = elided > 0 && !(isName && elided === 2 && !/['’][AEIOUYÉÈÊÎÔÂ]/u.test(found)) ? elided : 0
  const whole = found.slice(from).replace(SUFFIX, '')
  const cut: Piece[] = []
  let at = 0
  for (const { index } of whole.matchAll(GLUE)) {
    if (JOINED_PREFIX.test(whole.slice(at, index).replace(/^.*[-‑'’]/u, ''))) continue
    cut.push({ text: whole.slice(at, index), start: start + from + at, isGlued: at > 0 })
    at = index
  }
  cut.push({ text: whole.slice(at), start: start + from + at, isGlued: at > 0 })
  return cut
}

function wordOf(text: string, { text: word, start, isGlued }: Piece, last: NameWord | undefined): NameWord {
  const end = start + word.length
  const isInitial = word.length === 1 || (word.endsWith('.') && word !== 'M.')
  const key = keyOf(isInitial ? word : word.replace(/\.$/u, ''))
  const opening = isGlued ? 'firm' : openingAt(text, start, last)
  return {
    text: word,
    key,
    start,
    end,
    isCapitals: !isInitial && word.length > 1 && word === word.toUpperCase(),
    isInitial,
    isCivility: isCivility(text, word, key, end),
    opening,
    leadsOn: LEADING_ON.test(text.slice(end, end + 2)),
    joint:
      opening !== 'none' || last === undefined || isGlued ? 'none' : jointOf(text.slice(last.end, start)),
  }
}

const LEADING_ON = /^[ \u00A0'’]\p{Ll}|^['’]/u

function isCivility(text: string, word: string, key: string, end: number): boolean {
  if (key === 'm') return word === 'M.'
  if (key === 'mm') return true
  if (!CIVILITIES.has(key)) return false
  if (!DOUBTFUL_CIVILITIES.has(key)) return true
  if (word === word.toUpperCase()) return false
  return /^\.? ?\p{Lu}/u.test(text.slice(end, end + 3))
}

function jointOf(gap: string): Joint {
  if (gap.length > 9 || gap === '') return 'none'
  if (BLANK_JOINT.test(gap)) return 'blank'
  if (NOBILIARY_JOINT.test(gap)) return 'nobiliary'
  return PARTICLE_JOINT.test(gap) ? 'particle' : 'none'
}

/** `«`, `"`, `(`, `:`, a dash: what follows may be a sentence, or a name. */
const LOOSE = new Set(['"', '«', '“', '”', '»', '(', '[', ':', ';', '-', '–', '—', '•', '>', "'", '|', '/'])

function openingAt(text: string, start: number, last: NameWord | undefined): Opening {
  const end = skipBlanksBefore(text, 0, start)
  if (end === 0 || text.slice(end, start).includes('\n')) return 'firm'
  const before = text.charAt(end - 1)
  if (end === start) {
    if (isLower(before)) return 'firm'
    if (before === "'" || before === '’') return isElided(text, end - 1) ? 'none' : 'loose'
  }
  if (before === '.') return last !== undefined && endsInitial(last, end) ? 'none' : 'firm'
  if (before === '!' || before === '?' || before === '…') return 'firm'
  return LOOSE.has(before) && !(before === '-' && end === start) ? 'loose' : 'none'
}

/** Whether the apostrophe at `at` belongs to `l’`, `d’`, `qu’`. */
const isElided = (text: string, at: number): boolean => lettersBefore(text, at).length > 0

/** The stop at the end of `J.`, `M.`, `Dr.` is no end of a sentence. */
const endsInitial = (last: NameWord, end: number): boolean =>
  (last.end === end && (last.isInitial || last.isCivility)) || (last.end === end - 1 && last.isCivility)
