// Words of others as Markdown that shows them as they are: nothing is bold, nothing is a link, nobody is called.
import { neutralise } from '../../locale/neutralise.ts'

/** One line, without what steers or turns a text, and without halves of characters, which are no JSON. */
export function plainWords(text: string): string {
  return neutralise(text)
    .toWellFormed()
    .replaceAll(/[ \t]*\n\s*/gu, ' ')
}

/** Wherever they stand: styles, spoilers, code, links, mentions and their kin, and the escape itself. */
const MARKS = /[\\*_~`|[\]<>@]/gu

/** Emoji by name, and the schemes of addresses. A colon before a blank is punctuation. */
const COLONS = /:(?=\S)/gu

/** `](` would end the words of a link. */
const BRACKETS = /(?<=\])[()]/gu

/** What makes a title, a list or small print, but only where a line begins. Figures bear no escape, their stop does. */
const BEGINNING = /^(\s*)([#+-])/u
const NUMBER = /^(\s*\d+)\./u

/** Shown by Discord, the words are as they were given. Takes what `plainWords` gives; a line may begin with the result. */
export function escapeMarkdown(words: string): string {
  return words
    .replaceAll(MARKS, String.raw`\$&`)
    .replaceAll(COLONS, String.raw`\:`)
    .replaceAll(BRACKETS, String.raw`\$&`)
    .replace(BEGINNING, String.raw`$1\$2`)
    .replace(NUMBER, String.raw`$1\.`)
}
