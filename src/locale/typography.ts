// French typography for what is shown: guillemets, narrow spaces, apostrophes. Never changes a letter or a figure,
// and never what is stored.
import { straightQuotes } from '../french/straight-quotes.ts'

/** U+202F, the narrow no-break space inside guillemets and before high marks: Lexique de l'Imprimerie nationale. */
const NARROW = '\u202F'
const BLANK = '[ \\t\\u00A0\\u2009\\u202F]'

/** Web and mail addresses, and paths such as `exemple.fr/une`; lengths are bounded so that reading stays linear. */
const ADDRESS =
  /((?:https?:\/\/|www\.)[^\s"«»“”]+|(?<![^\s"«»“”(])[^\s"«»“”@(]{1,64}@[^\s"«»“”]+|(?<![\p{L}\p{N}.-])\p{L}[\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}-]{1,63}){1,8}\/[^\s"«»“”]*)/u

/** Quotations open at once, one inside the other: more are lost marks. */
const MOST_OPEN = 8

/**
 * The text as it is shown. A quotation mark without its pair stays as it is; so do addresses and hours. Doing it
 * twice changes nothing more.
 */
export function typeset(text: string): string {
  let current = text
  // A pair found in one pass can free another: each pass turns straight marks into guillemets, never back.
  for (let before = ''; before !== current;) {
    before = current
    current = spaced(quoted(current))
  }
  return current
}

/** Everything but quotation marks, outside of addresses. */
function spaced(text: string): string {
  if (!text.includes('/') && !text.includes('@') && !text.includes('www.')) return spacedPart(text)
  return text
    .split(ADDRESS)
    .map((part, at) => (at % 2 === 1 ? part : spacedPart(part)))
    .join('')
}

const HIGH_MARK_AFTER_BLANKS = new RegExp(
  `(?<=[^\\s([{«“])${BLANK}+(?=[!?](?!=)|[;:](?![-()DP/\\\\|]))`,
  'gu',
)
/** A colon against the next character belongs to an hour, a score or a code. The rare mark first, here and below. */
const HIGH_MARK_AGAINST_WORD = /(?=[!?;:])(?<=[\p{L}\p{M}\p{N}»”")\]%€’'])(?=[!?;]|:(?:\s|$))/gu
const SIGN_AFTER_FIGURE = new RegExp(`(?<=\\p{Nd})${BLANK}?(?=[%€])`, 'gu')
const DEGREES = new RegExp(`(?<=\\p{Nd})${BLANK}?(?=°[CF](?!\\p{L}))`, 'gu')
/** «Elle - et lui -- rient»: with blanks on both sides, and something before them on the line. */
const TYPED_DASH = /(?<=[^\s-] )--?(?= [^\s-])/gu
/** Between letters, or behind a letter where no single quotation mark is open: `Lagaf' est`. */
const APOSTROPHE = /'(?<=\p{L}\p{M}?')(?=[\p{L}"«“])/gu
const FINAL_APOSTROPHE = /'(?<=\p{L}\p{M}?')(?![\p{L}\p{N}'])/gu
const SINGLE_QUOTE = /(?:^|[^\p{L}\p{M}\p{N}])'/u

/** A quick look before each expression: most sentences need few of them. */
function spacedPart(part: string): string {
  let marked = part.includes('...') ? part.replace(/\.{3,}/g, '…') : part
  if (HIGH_MARK.test(marked)) {
    marked = marked.replace(HIGH_MARK_AFTER_BLANKS, NARROW).replace(HIGH_MARK_AGAINST_WORD, NARROW)
  }
  if (marked.includes('°')) marked = marked.replace(DEGREES, NARROW)
  if (marked.includes(' -')) marked = marked.replace(TYPED_DASH, '–')
  if (/[%€]/.test(marked)) marked = marked.replace(SIGN_AFTER_FIGURE, NARROW)
  if (!marked.includes("'")) return marked
  marked = marked.replace(APOSTROPHE, '’')
  return SINGLE_QUOTE.test(marked) ? marked : marked.replace(FINAL_APOSTROPHE, '’')
}
const HIGH_MARK = /[!?;:]/

type Mark = '«' | '»' | '“' | '”'

/** Outer quotations in guillemets with their narrow spaces, inner ones in “ ”. */
function quoted(text: string): string {
  if (!/["«“]/.test(text)) return text
  const marks = pairedMarks(text)
  if (marks.size === 0) return text
  let shown = ''
  let from = 0
  for (const [at, mark] of marks) {
    const before = text.slice(from, at)
    shown += mark === '»' ? `${trimBlanksAtEnd(before)}${NARROW}»` : `${before}${mark}`
    from = at + 1
    if (mark !== '«') continue
    while (from < text.length && isBlank(text.charAt(from))) from++
    shown += NARROW
  }
  return shown + text.slice(from)
}

const isBlank = (character: string): boolean => ' \t\u00A0\u2009\u202F'.includes(character)

function trimBlanksAtEnd(text: string): string {
  let end = text.length
  while (end > 0 && isBlank(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** What stands at each paired mark, by its offset, ascending. A mark without its pair on the line is left out. */
function pairedMarks(text: string): ReadonlyMap<number, Mark> {
  const roles = straightQuotes(text)
  const pairs: { readonly opening: number; readonly closing: number }[] = []
  let open: { readonly at: number; readonly closer: string }[] = []
  for (const { index, 0: found } of text.matchAll(/["«»“”\n]/g)) {
    if (open.length > MOST_OPEN) open = open.slice(-MOST_OPEN)
    if (found === '\n') open = []
    else if (found === '«') open.push({ at: index, closer: '»' })
    else if (found === '“') open.push({ at: index, closer: '”' })
    else if (roles.get(index) === 'opens') open.push({ at: index, closer: '"' })
    else {
      const last = open.findLastIndex(({ closer }) => closer === found)
      const opener = open[last]
      if (opener === undefined) continue
      pairs.push({ opening: opener.at, closing: index })
      open = open.slice(0, last)
    }
  }
  return marksOf(text, pairs)
}

function marksOf(
  text: string,
  pairs: readonly { readonly opening: number; readonly closing: number }[],
): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>()
  let outerEnd = -1
  for (const { opening, closing } of pairs.toSorted((one, other) => one.opening - other.opening)) {
    const isInner = opening < outerEnd
    const isPlain = text.charAt(opening) !== '«'
    marks.set(opening, isInner && isPlain ? '“' : '«')
    marks.set(closing, isInner && isPlain ? '”' : '»')
    outerEnd = Math.max(outerEnd, closing)
  }
  return new Map([...marks].toSorted(([one], [other]) => one - other))
}
