// Completes what somebody is typing: the last item of a list, the name at the end of a question. Knows no names itself.
import { foldTitle } from './find-titled.ts'

/** Fewer letters than this begin too many names. */
const SHORTEST_BEGINNING = 2

/** What stands before the last comma, and what is being typed behind it. */
export function lastOfList(typed: string): { readonly before: string; readonly beginning: string } {
  const comma = Math.max(typed.lastIndexOf(','), typed.lastIndexOf(';'))
  return { before: typed.slice(0, comma + 1).trim(), beginning: typed.slice(comma + 1).trim() }
}

/** «Le Courrier, » and a title. */
export function withLast(before: string, item: string): string {
  return before === '' ? item : `${before} ${item}`
}

/** The last word being typed, behind a blank or an apostrophe; undefined while there is none to complete. */
export function wordInProgress(typed: string): string | undefined {
  const [word = ''] = /[^\s'’]*$/u.exec(typed) ?? []
  return word.length < SHORTEST_BEGINNING ? undefined : word
}

/**
 * The text with a name in place of its last word, and of the words before it that begin the name already: «a rencontré
 * Sergueï Lav» and «Sergueï Lavrov» give «a rencontré Sergueï Lavrov».
 */
export function completeName(typed: string, name: string): string {
  const word = wordInProgress(typed) ?? ''
  const names = name.split(/\s+/u).map(foldTitle)
  const position = names.findIndex((part) => part.startsWith(foldTitle(word)))
  let before = typed.slice(0, typed.length - word.length)
  for (const part of names.slice(0, Math.max(position, 0)).toReversed()) {
    const [whole = '', typedPart = ''] = /([^\s'’]+)[\s]+$/u.exec(before) ?? []
    if (foldTitle(typedPart) !== part) break
    before = before.slice(0, before.length - whole.length)
  }
  return `${before}${name}`
}
