// How long what others write may be before it is cut: no reader reads more, and no attack may fill the database. Never rewords.

/** Longest headline, in characters: 99 % of 1,249 headlines of the French press have no more than 120. */
const HEADLINE_LIMIT = 500

/** Longest abstract, in characters: the longest of 10,249 has 765. */
export const LEAD_LIMIT = 2000

/** Longest text of an article, in characters: thirty thousand words. Live blogs of a whole day reach half of that. */
export const TEXT_LIMIT = 200_000

/** Longest name of an author or identifier of an item, in characters; real ones stay under 300. */
export const NAME_LIMIT = 1000

/** How far back from a cut the end of a sentence is looked for, in characters. */
const SENTENCE_REACH = 5000

/** Accents upon accents: scripts stack four at most, drawings dozens. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu

/** Valid Unicode, no more accents on a letter than letters have, and an end: `…` where it was cut, at a word. */
export function headline(text: string): string {
  const title = text
    .slice(0, 2 * HEADLINE_LIMIT)
    .toWellFormed()
    .replaceAll(STACKED_MARKS, '$1')
  return title.length <= HEADLINE_LIMIT && text.length <= 2 * HEADLINE_LIMIT
    ? title
    : cutWords(title, HEADLINE_LIMIT)
}

/** At most `limit` characters and `…`, cut at a word when there is one, never inside a character. */
export function cutWords(text: string, limit: number): string {
  const kept = text.slice(0, limit)
  const end = kept.lastIndexOf(' ')
  return `${end > 0 ? kept.slice(0, end) : withoutHalf(kept)}…`
}

/** Valid Unicode of at most `limit` characters: whole paragraphs, else whole sentences, since half of one is no quotation. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text.toWellFormed()
  const kept = withoutHalf(text.slice(0, limit)).toWellFormed()
  const paragraphEnd = kept.lastIndexOf('\n\n')
  if (paragraphEnd > limit / 2) return kept.slice(0, paragraphEnd)
  const reach = kept.slice(-SENTENCE_REACH)
  const sentenceEnd = Math.max(...['. ', '! ', '? ', '… ', '.\n'].map((mark) => reach.lastIndexOf(mark)))
  return sentenceEnd < 0 ? kept : kept.slice(0, kept.length - reach.length + sentenceEnd + 1)
}

/** A character beyond the first 65,536 takes two units: the first alone is none. */
function withoutHalf(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '')
}
