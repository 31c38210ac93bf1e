// Where the phrase of a noun for people ends: behind its complements, the whole name of its office, and a second office.
// Reads no name.
import { complementEnd } from './complements.ts'
import { isNameAt, keyAt, type NamedWords, opensNameAt } from './named-words.ts'
import { officePhraseAt } from './office-phrases.ts'
import { isRoleHead } from './party-words.ts'

/** Index behind the whole phrase of the noun at `head`: «vice-Premier ministre italien et chef de file du Mouvement». */
export function phraseEnd(sentence: NamedWords, head: number): number {
  const end = officeEnd(sentence, head)
  return secondOfficeEnd(sentence, end) ?? end
}

/** By the complements of the noun, or by the list of offices where that reaches farther. */
function officeEnd(sentence: NamedWords, head: number): number {
  const { text, words } = sentence
  const key = keyAt(sentence, head)
  const own = complementEnd(sentence, head + 1, key)
  const office = isRoleHead(key)
    ? officePhraseAt(text, words[head]?.start ?? 0, nextNameStart(sentence, head))
    : undefined
  if (office === undefined) return own
  let end = own
  while (isWithin(sentence, end, office.end)) end++
  return end > own ? complementEnd(sentence, end, key) : own
}

/** Whether the word at `at` belongs to an office that ends at the offset `officeEndsAt`: no «a», no «pro-» of «pro-Dupré». */
function isWithin({ words }: NamedWords, at: number, officeEndsAt: number): boolean {
  const word = words[at]
  return word !== undefined && word.end <= officeEndsAt && word.lower !== 'a' && !word.key.endsWith('-')
}

/** Offset of the first name behind the word at `from`, else the end of the sentence. */
function nextNameStart(sentence: NamedWords, from: number): number | undefined {
  const { words } = sentence
  for (let at = from + 1; at < words.length; at++) if (isNameAt(sentence, at)) return words[at]?.start
  return words.at(-1)?.end
}

/** «ministre et maire de Valmy» before a name are one person. */
function secondOfficeEnd(sentence: NamedWords, end: number): number | undefined {
  const key = keyAt(sentence, end + 1)
  if (keyAt(sentence, end) !== 'et' || !isRoleHead(key)) return undefined
  const second = complementEnd(sentence, end + 2, key)
  return opensNameAt(sentence, second) ? second : undefined
}
