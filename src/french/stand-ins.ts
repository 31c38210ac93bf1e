// The phrases that stand for people told elsewhere: pronouns, «ce dernier», «les deux hommes». Asks nobody whom they mean.
import { complementEnd } from './complements.ts'
import { isHeadAt, isNameAt, keyAt, type NamedWords, prepositionBefore } from './named-words.ts'
import { type FoundParties, partyOf } from './party.ts'
import { wordSet } from './word-set.ts'

/** A pronoun at `at`: «elle», «celui-ci», «ces derniers». */
export function pronounAt(sentence: NamedWords, at: number): FoundParties | undefined {
  const word = sentence.words[at]
  if (word === undefined) return undefined
  const latter = LATTERS.get(word.key)
  if (latter !== undefined && LAST.has(keyAt(sentence, at + 1)))
    // «ce dernier ministre»
    return isHeadAt(sentence, at + 2) ? undefined : pronounFound(sentence, at, at + 2, latter)
  return PRONOUNS.has(word.key) ? pronounFound(sentence, at, at + 1, word.key) : undefined
}

const PRONOUNS = wordSet("il elle ils elles lui celui-ci celle-ci eux j' je nous qui")

/** «cette dernière» is `celle-ci`: whoever was named last. */
const LATTERS: ReadonlyMap<string, string> = new Map([
  ['ce', 'celui-ci'],
  ['cet', 'celui-ci'],
  ['cette', 'celle-ci'],
  ['ces', 'ils'],
])

const LAST = wordSet('dernier derniere derniers dernieres')

function pronounFound(sentence: NamedWords, at: number, next: number, pronoun: string): FoundParties {
  const { words } = sentence
  const start = words[at]?.start ?? 0
  const party = partyOf({
    kind: 'pronoun',
    pronoun,
    start,
    end: words[next - 1]?.end ?? start,
    preposition: prepositionBefore(sentence, at),
    isPlural: pronoun.endsWith('s') || pronoun === 'eux',
  })
  return { parties: [party], next }
}

/** «les deux hommes», «les deux chefs d’État», «tous deux». */
export function pairAt(sentence: NamedWords, at: number): FoundParties | undefined {
  const { words } = sentence
  const [first, count, noun] = [keyAt(sentence, at), keyAt(sentence, at + 1), keyAt(sentence, at + 2)]
  const start = words[at]?.start
  if (start === undefined || !COUNTS.has(count)) return undefined
  const isBoth = first === 'tous'
  if (!isBoth && !(PAIR_ARTICLES.has(first) && PAIR_NOUNS.has(noun))) return undefined
  const next = isBoth ? at + 2 : complementEnd(sentence, at + 3, noun)
  // «les deux ministres Jean Dupré et Marc Valmy» are named.
  if (!isBoth && isNameAt(sentence, next)) return undefined
  const party = partyOf({
    kind: 'pair',
    words: count,
    start,
    end: words[next - 1]?.end ?? start,
    preposition: first === 'des' ? 'de' : prepositionBefore(sentence, at),
    isPlural: true,
  })
  return { parties: [party], next }
}

const COUNTS = wordSet('deux trois')
const PAIR_ARTICLES = wordSet('les des aux ces leurs')
const PAIR_NOUNS = wordSet(`
hommes femmes dirigeants dirigeantes ministres presidents chefs leaders responsables interlocuteurs voisins homologues tetes
diplomates parties rivaux allies chefs-d-etat protagonistes politiques elus candidats camps negociateurs epoux chefs-d'etat
premiers
`)
