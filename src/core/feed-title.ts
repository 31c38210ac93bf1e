// The title and the rubric under which a feed is followed: how long they may be, and which are free. Reads no feed.
import { foldTitle } from './find-titled.ts'

/** A title of more characters than a digest's name for it is cut. */
export const LONGEST_TITLE = 100

/** Characters of a rubric: it stands in the small print of a story. */
export const LONGEST_RUBRIC = 40

/** A title on one line, cut where it is too long for a digest to name it. */
export function shortenedTitle(title: string, limit = LONGEST_TITLE): string {
  const line = title.replaceAll(/\s+/gu, ' ').trim()
  if (line.length <= limit) return line
  const cut = line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/u, '')
  const blank = cut.lastIndexOf(' ')
  return `${(blank > limit / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`
}

/** A digest names feeds by title: no two of a workspace have the same one. `taken` holds folded titles. */
export function freeTitle(
  { title, publisher }: { readonly title: string; readonly publisher: string },
  taken: ReadonlySet<string>,
): string {
  const limit = LONGEST_TITLE - ' (5000)'.length
  const plain = shortenedTitle(title, limit)
  const named = shortenedTitle(`${plain} (${publisher})`, limit)
  for (const candidate of [plain, named]) if (!taken.has(foldTitle(candidate))) return candidate
  let number = 2
  while (taken.has(foldTitle(`${plain} (${number})`))) number += 1
  return `${plain} (${number})`
}

/** «sport» goes to «Sport» where that is there already. */
export function knownSpelling(rubric: string, known: readonly string[]): string {
  const plain = rubric.replaceAll(/\s+/gu, ' ').trim()
  return known.find((other) => foldTitle(other) === foldTitle(plain)) ?? plain
}
