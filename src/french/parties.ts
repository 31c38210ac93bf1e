// The phrases of a sentence that stand for people: names with their offices, offices alone, groups, pronouns, in order.
// Says where they are; whom a pronoun or an office means, discourse tells.
import type { NamedWords } from './named-words.ts'
import { nounPhraseAt } from './noun-phrases.ts'
import type { PersonName } from './people.ts'
import type { SentenceWord } from './sentence-words.ts'
import { pairAt, pronounAt } from './stand-ins.ts'
import type { Row, Unit } from './unit-row.ts'

/** `people` are those of the text that `words` are cut from. */
export function readUnits(text: string, words: readonly SentenceWord[], people: readonly PersonName[]): Row {
  const names = new Map(people.map((person) => [person.start, person]))
  const sentence: NamedWords = { text, words, names }
  const units: Unit[] = []
  for (let at = 0; at < words.length;) {
    const found = pronounAt(sentence, at) ?? pairAt(sentence, at) ?? nounPhraseAt(sentence, at)
    const word = words[at]
    if (found !== undefined) for (const party of found.parties) units.push({ party })
    else if (word !== undefined) units.push({ word })
    at = found?.next ?? at + 1
  }
  return units
}
