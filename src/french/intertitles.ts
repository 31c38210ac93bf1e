// Intertitles run into the text around them: `- Titre -` between dashes, or a bare one before a clear opening.
import { ANNOUNCERS, OPENERS } from './abbreviations.ts'
import { isDigit, isLower, isUpper, lettersAfter, lettersBefore } from './characters.ts'
import type { Span } from './sentences.ts'

/** Longest intertitle between dashes, in characters: those of agencies stay under 70. */
const LONGEST_DASHED = 90
/** Longest one that begins small or has no blank inside its dashes. */
const LONGEST_SMALL_DASHED = 60
/** Longest bare intertitle, in characters, and shortest sentence that must follow it. */
const LONGEST_BARE = 100
const SHORTEST_AFTER_BARE = 24

/** The sentence before is over; quotation marks may close behind its stop. */
const OVER = String.raw`[.!?…]["»”)]?\s{0,3}`
const BEFORE_SENTENCE = String.raw`\s{0,3}["«“(]?\s?[\p{Lu}\p{Nd}]`

const DASHED = new RegExp(
  [
    // The dash first: it is rarer than what may stand before it.
    String.raw`(?=[-–—])(?:`,
    String.raw`(?<=^|\n|[.!?…"»”)\]]\s{0,3})`,
    String.raw`[-–—]{1,2}\s+(?=["«“'][\p{L}\p{Nd}]|[«“]\s|[.…]{1,3}\s|[\p{Lu}\p{Nd}])`,
    String.raw`(?:(?!\s[-–—])[^\n]){1,${LONGEST_DASHED}}(?<![\s.])\s[-–—]{1,2}`,
    String.raw`(?=${BEFORE_SENTENCE}|\s{0,3}(?:\n|$))`,
    // `.- surpopulation -Il met`
    String.raw`|(?<=${OVER})[-–—]\s?\p{Ll}[^\n–—.-]{1,${LONGEST_SMALL_DASHED}}[-–—](?=${BEFORE_SENTENCE})`,
    // `.-Une pluie de pierres-Les visiteurs`
    String.raw`|(?<=${OVER})-\p{Lu}[^\n–—.-]{1,${LONGEST_SMALL_DASHED}}\s\p{Ll}{3,20}"?-(?=["«]?\p{Lu})`,
    ')',
  ].join(''),
  'gu',
)

/** What stands before such a title and its first dash: a quick look, for most texts have none. */
const MAYBE_DASHED = /[-–—][\sA-Za-zÀ-ÿ](?<=(?:^|[\n.!?…"»”)\]])\s{0,3}[-–—]{1,2}.)/s

/** Where intertitles between dashes begin and end. */
export function dashedIntertitles(text: string): readonly Span[] {
  if (!MAYBE_DASHED.test(text)) return []
  return Array.from(text.matchAll(DASHED), ({ index, 0: title }) => ({
    start: index,
    end: index + title.length,
  }))
}

/**
 * Words that open a sentence wherever they stand with a capital: «… un réel danger Selon l'enquête, …». What follows
 * them is small, so that `le journal Le Parisien` is none.
 */
const SURE_OPENING = new RegExp(
  [
    "D['’](?:après|ailleurs|autre part) ?|De (?:son|leur) côté|Face (?:à|au|aux) |Lors (?:de |d['’]|du |des )",
    "Afin (?:de |d['’]|que )|Alors (?:que |qu['’])|Plus (?:de |d['’])[\\p{Nd}\\p{Ll}]|Près (?:de |d['’])",
    'Interrogée?s? (?:par|sur|au|à) |Contactée?s? par |(?:Ainsi|Pourtant|Toutefois|Cependant), \\p{Ll}',
    '(?:Selon|Concernant|Malgré|Parmi|Outre|Plusieurs|Depuis|Cette|Cet|Ces|Ils?|Elles?|Mais) \\p{Ll}',
  ].join('|'),
  'uy',
)

/** Words that begin many a title of a film or a paper as well: only near the head, behind what can be a title. */
const LIKELY_OPENING = new RegExp(
  [
    "D['’]une? |C['’]est |Pour l['’]|L['’]\\p{Ll}|Selon |Ils? |Elles? ",
    '(?:Pour|Mais|Cette|Ces|Cet|Depuis|Alors|Interrogée?|Contactée?|Dans|Après|Lors|Si|En|Sur|Avec|Ce|Par|Au|Aux|À|' +
      'On|Un|Une|Les|Le|La|Des|Son|Sa|Ses|Quand|Comme|Tout|Même|Deux|Trois) \\p{Ll}',
    "En \\d{4}|Le \\d{1,2} \\p{Ll}|A (?:la |l['’]|partir|tel|gauche|droite|ce|cette|noter|son|sa|leur) ?",
  ].join('|'),
  'uy',
)

/** The first words of both: a quick look before the expressions. */
const OPENING_WORDS: ReadonlySet<string> = new Set(
  `D De Face Lors Afin Alors Plus Près Interrogé Interrogée Interrogés Interrogées Contacté Contactée Contactés
  Contactées Ainsi Pourtant Toutefois Cependant Selon Concernant Malgré Parmi Outre Plusieurs Depuis Cette Cet Ces Il
  Ils Elle Elles Mais C Pour L Dans Après Si En Sur Avec Ce Par Au Aux À A On Un Une Les Le La Des Son Sa Ses Quand
  Comme Tout Même Deux Trois`.split(/\s+/),
)

/** `LE GAZ PLUS CHER AUSSI Les tarifs`: words in capitals, two at least or a long one, then a word in small letters. */
const CAPITALS = /^[^\p{L}\p{N}]*(?:[\p{Lu}\p{N}'’"«»,:%€?!/-]{1,30}\s){1,14}(?=["«]?\p{Lu}['’]?\p{Ll})/u
const FEWEST_CAPITALS = 10
/** `(Crédit photo : Anne Roy / AFP) Le maire`. */
const CREDIT = /^\([^()]{0,60}(?:[Pp]hoto|[Cc]rédit|AFP|Reuters|Getty)[^()]{0,60}\)\s(?=["«]?\p{Lu})/u

/**
 * Where a sentence begins behind a title that no mark separates from it: «Un chantier interminable Selon la mairie,
 * les travaux…». Undefined when the stretch has no such title.
 */
export function bareIntertitleEnd(text: string, start: number, end: number): number | undefined {
  const limit = end - SHORTEST_AFTER_BARE + 1
  if (limit <= start) return undefined
  const apart = partApart(text, start, end)
  if (apart !== undefined) return apart
  const isItem = ITEM.test(text.slice(start, start + 3))
  for (let at = nextCapital(text, start, limit); at < limit; at = nextCapital(text, at, limit)) {
    if (!OPENING_WORDS.has(lettersAfter(text, at))) continue
    const isNear = at - start <= LONGEST_BARE
    // `"FIER" D'AVOIR GAGNÉ`: a title in capitals goes on in capitals.
    if (isCapital(text, at)) continue
    if (isNear && QUOTED.test(text.slice(start, at))) return at
    const isLikely = opensAt(LIKELY_OPENING, text, at) || (isItem && opensAt(NAMED_OPENING, text, at))
    if (isNear && isLikely && isTitle(text.slice(start, at), text, at)) return at
    if (opensAt(SURE_OPENING, text, at) && canEnd(text, at - 1)) return at
  }
  return undefined
}

/** The next capital behind one blank that follows a small letter, a figure or a closing mark; `limit` when there is none. */
function nextCapital(text: string, from: number, limit: number): number {
  for (let at = text.indexOf(' ', from) + 1; at > 0 && at < limit; at = text.indexOf(' ', at) + 1) {
    const code = text.charCodeAt(at)
    if (code < 0x41 || (code > 0x5a && code !== 0xc0)) continue
    const before = text.charAt(at - 2)
    if (isLower(before) || isDigit(before) || (before !== '' && '"»)'.includes(before))) return at
  }
  return limit
}

/** `D'AVOIR GAGNÉ`, `LES ÉLUS`: two words in capitals. */
const isCapital = (text: string, at: number): boolean =>
  /^(?:\p{Lu}['’])?\p{Lu}{2,20}\s\p{Lu}{2}/u.test(text.slice(at, at + 26))

function opensAt(opening: RegExp, text: string, at: number): boolean {
  opening.lastIndex = at
  return opening.test(text)
}

function partApart(text: string, start: number, end: number): number | undefined {
  const first = text.charAt(start)
  if (first === '(') {
    const credit = CREDIT.exec(text.slice(start, Math.min(end, start + 160)))
    return credit === null ? undefined : start + credit[0].length
  }
  if (
    isUpper(first) &&
    !isUpper(text.charAt(start + 1)) &&
    !/^\p{Lu}['’ ]\p{Lu}/u.test(text.slice(start, start + 3))
  )
    return undefined
  const capitals = CAPITALS.exec(text.slice(start, Math.min(end, start + LONGEST_BARE)))?.[0]
  if (capitals === undefined || capitals.replace(/\P{Lu}/gu, '').length < FEWEST_CAPITALS) return undefined
  const next = start + capitals.length
  // `EN ÎLE-DE-FRANCEA Paris, la foule`: the letter belongs to the sentence.
  return /\p{Lu}[AÀ]\s$/u.test(capitals) && !OPENERS.has(lettersAfter(text, next).toLowerCase())
    ? next - 2
    : next
}

/** Whether a phrase can end with the word before `at`: no small word, no noun that announces a title, no name. */
function canEnd(text: string, at: number): boolean {
  const word = lettersBefore(text, at)
  // A mark behind a blank opens: `il dit : " Il part "`.
  if (word === '') return !/(?:\s"|«)$/u.test(text.slice(Math.max(0, at - 2), at))
  return !isUpper(word) && !OPENERS.has(word) && !ANNOUNCERS.has(word)
}

/** A title that a dash or a bullet opens: what follows it may begin with a name, «- Trois voies L'ONU admet…». */
const ITEM = /^[-–—•♦►▶] ?\p{Lu}/u
const NAMED_OPENING = /(?<=[\p{Ll}"»]\s)L['’]\p{Lu}/uy
/** Given names that look like words: `Kim Jong Un`, `Jan Six`. */
const NAME_LIKE: ReadonlySet<string> = new Set(['Un', 'Il', 'On', 'Si', 'Son', 'Deux'])
/** A phrase that opens a sentence, no title: «Dans la soirée, …», «Le 5 mai 1999 …». */
const CIRCUMSTANCE =
  /^(?:["«“\s]*(?:Dans|Sur|En|Invitée?|Interrogée?|Selon|Après|Depuis|Lors|Pour|Avec|Quand|Si|Comme|Chez|Par|Ce|Afin|Alors|Malgré|Grâce|Hier|Et|Mais|Il|Elle|On|Je|Nous|Ainsi|Enfin)(?!\p{L})|Le \d)/u

/** `"Un mépris de classe" `: a title that is one quotation. */
const QUOTED = /^["«“][^"«»“”]*["»”]\s$/u

/** Two words or more, quotation marks in pairs, and a last word after which a phrase can end. */
function isTitle(head: string, text: string, next: number): boolean {
  const title = head.trimEnd()
  const hasPairs = title.split('"').length % 2 === 1 && title.split('«').length === title.split('»').length
  const word = lettersBefore(title, title.length)
  const folded = word.toLowerCase()
  if (!/\s/u.test(title) || !hasPairs || OPENERS.has(folded) || ANNOUNCERS.has(folded)) return false
  if (isUpper(word) && NAME_LIKE.has(lettersAfter(text, next))) return false
  return !(CIRCUMSTANCE.test(title) && (title.includes(',') || /\d$/u.test(title)))
}
