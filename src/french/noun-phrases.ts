// The noun phrases for people: names with their offices, offices alone, groups, quantities. Says nothing of who holds an
// office.
import { appositionAt } from './appositions.ts'
import { complementEnd } from './complements.ts'
import { nameBehindNoun, nameBehindOffice } from './holder-names.ts'
import {
  indexBehindName,
  isArticleAt,
  isHeadAt,
  keyAt,
  type NamedWords,
  nameFrom,
  prepositionBefore,
} from './named-words.ts'
import { headBehind, officeWords, quotedHeadBehind } from './noun-heads.ts'
import { type FoundParties, partyOf } from './party.ts'
import { isGroupHead, isPluralRoleHead, POSSESSIVES } from './party-words.ts'
import { phraseEnd } from './phrase-ends.ts'
import { officesOfSharedHead } from './shared-heads.ts'
import { wordSet } from './word-set.ts'

export function nounPhraseAt(sentence: NamedWords, at: number): FoundParties | undefined {
  const first = sentence.words[at]
  if (first === undefined || first.isMark || isBehindPrefix(sentence, at)) return undefined
  const name = nameFrom(sentence, at)
  if (name !== undefined) return namedPhrase(sentence, at, name)
  const hasArticle = isArticleAt(sentence, at)
  const head = hasArticle ? quotedHeadBehind(sentence, at + 1) : headBehind(sentence, at)
  if (isHeadAt(sentence, head)) return headedPhrase(sentence, at, head)
  const unlisted = hasArticle ? nameBehindNoun(sentence, head) : undefined
  if (unlisted === undefined) return quantityAt(sentence, at)
  // «la courageuse Jeanne Dupré» has no office, «l’armateur Knut Valmy» has one.
  const office = unlisted === head ? undefined : officeWords(sentence, at, unlisted)
  return namedPhrase(sentence, at, unlisted, office)
}

/** «pro-Dupré», «anti-Valmy» */
const isBehindPrefix = (sentence: NamedWords, at: number): boolean =>
  PREFIXES.has(keyAt(sentence, at - 1)) && sentence.words[at]?.start === sentence.words[at - 1]?.end

const PREFIXES = wordSet('pro- anti- ex- post-')

/** A phrase whose noun at `head` the lists have: «le président de Valmy», «président de Valmy, Jean Dupré». */
function headedPhrase(sentence: NamedWords, at: number, head: number): FoundParties | undefined {
  const end = phraseEnd(sentence, head)
  const name = nameBehindOffice(sentence, end)
  if (name !== undefined) return namedPhrase(sentence, at, name, officeWords(sentence, at, end))
  // Without an article only beside a name, or behind a figure: «12 ministres».
  const isDetermined = isArticleAt(sentence, at) || /^\p{N}/u.test(keyAt(sentence, at))
  return isDetermined ? unnamedPhrase(sentence, at, head, end) : undefined
}

/** A name at `nameAt`, with what stands before it from `at` on and the apposition behind. */
function namedPhrase(
  sentence: NamedWords,
  at: number,
  nameAt: number,
  office?: string,
): FoundParties | undefined {
  const { words, names } = sentence
  const first = words[at]
  const name = names.get(words[nameAt]?.start ?? -1)
  if (name === undefined || first === undefined) return undefined
  const behindName = indexBehindName(sentence, nameAt)
  const apposition = appositionAt(sentence, behindName)
  const next = apposition?.next ?? behindName
  const party = partyOf({
    kind: 'person',
    name: name.name,
    words: office ?? apposition?.office,
    start: first.start,
    end: words[next - 1]?.end ?? name.end,
    preposition: prepositionBefore(sentence, at),
    isPossessive: POSSESSIVES.has(first.key),
  })
  return { parties: [party], next }
}

/** From `at`, by its noun at `head`, to the index `end`: one office, a group, or several offices that share the noun. */
function unnamedPhrase(
  sentence: NamedWords,
  at: number,
  head: number,
  end: number,
): FoundParties | undefined {
  const { words } = sentence
  const [first, noun, last] = [words[at], words[head], words[end - 1]]
  if (first === undefined || noun === undefined || last === undefined) return undefined
  const isMany = isPluralRoleHead(noun.key) || isGroupHead(noun.key)
  const common = {
    start: first.start,
    end: last.end,
    preposition: prepositionBefore(sentence, at),
    isPossessive: POSSESSIVES.has(first.key),
    isIndefinite: INDEFINITES.has(first.key),
  }
  const offices = officesOfSharedHead(sentence, head, end)
  if (offices !== undefined)
    return {
      parties: offices.map((office) => partyOf({ ...common, kind: 'office', words: office })),
      next: end,
    }
  const kind = isMany ? 'group' : 'office'
  return {
    parties: [partyOf({ ...common, kind, words: officeWords(sentence, at, end), isPlural: isMany })],
    next: end,
  }
}

const INDEFINITES = wordSet('un une des plusieurs quelques certains certaines')

/** «une trentaine d’arboriculteurs en colère»: people, whatever they are. */
function quantityAt(sentence: NamedWords, at: number): FoundParties | undefined {
  const { text, words } = sentence
  const [first, quantity, of, noun] = words.slice(at, at + 4)
  if (first === undefined || quantity === undefined || of === undefined || noun === undefined)
    return undefined
  if (!QUANTITIES.has(quantity.key) || (of.key !== 'de' && of.key !== "d'")) return undefined
  if (!/[sx]$/u.test(noun.key)) return undefined
  const next = complementEnd(sentence, at + 4, noun.key)
  const end = words[next - 1]?.end ?? noun.end
  const party = partyOf({
    kind: 'group',
    words: text.slice(quantity.start, end),
    start: first.start,
    end,
    preposition: prepositionBefore(sentence, at),
    isPlural: true,
    isIndefinite: true,
  })
  return { parties: [party], next }
}

const QUANTITIES = wordSet(`
dizaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine millier poignee foule
`)
