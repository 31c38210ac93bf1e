// The phrases of a sentence that stand for people: names with their offices, offices alone, groups, pronouns, in order.
// Says where they are; who a pronoun or an office is, participants tell.
import { countryOfAdjective } from './demonyms.ts'
import {
  BEFORE_NOUN,
  DETERMINERS,
  GOES_ON,
  isAdjective,
  isGroupHead,
  isPluralRoleHead,
  isRoleHead,
  JOINED_PREPOSITIONS,
  PHRASE_STOPS,
  POSSESSIVES,
  PREPOSITIONS,
} from './party-words.ts'
import { meetingVerb } from './meeting-verbs.ts'
import { officePhraseAt } from './office-phrases.ts'
import type { PersonName } from './people.ts'
import { CIVILITIES, isSpeech } from './roles.ts'
import type { SentenceWord } from './sentence-words.ts'
import type { Span } from './sentences.ts'

export type PartyKind = 'person' | 'office' | 'group' | 'pronoun' | 'pair'

/** `start` and `end` hold the whole phrase, article and apposition included. */
export interface Party extends Span {
  readonly kind: PartyKind
  /** Of a person as it stands there. */
  readonly name?: string
  /** Of an office or group, without an article; of an office beside a name, too. */
  readonly words?: string
  /** The pronoun, folded: `il`, `elle`, `ils`, `ce dernier`. */
  readonly pronoun?: string
  /** `de`, `à`, `avec`, `entre`…: what stands before it. */
  readonly preposition?: string
  readonly isPlural: boolean
  /** «son homologue», «ses ministres». */
  readonly isPossessive: boolean
  /** Somebody not known by this phrase alone: «un élu», «des militants». */
  readonly isIndefinite: boolean
}

/** A sentence as a row of phrases for people and of other words. */
export type Unit = { readonly party: Party } | { readonly word: SentenceWord }

export const isParty = (unit: Unit | undefined): unit is { readonly party: Party } =>
  unit !== undefined && 'party' in unit

/** `people` are those of the text that `words` are cut from. */
export function readUnits(
  text: string,
  words: readonly SentenceWord[],
  people: readonly PersonName[],
): readonly Unit[] {
  const names = new Map(people.map((person) => [person.start, person]))
  const reader: Reader = { text, words, names }
  const units: Unit[] = []
  for (let at = 0; at < words.length;) {
    const found = phraseAt(reader, at)
    if (found === undefined) {
      const word = words[at]
      if (word !== undefined) units.push({ word })
      at++
      continue
    }
    for (const party of found.parties) units.push({ party })
    at = found.next
  }
  return units
}

interface Reader {
  readonly text: string
  readonly words: readonly SentenceWord[]
  readonly names: ReadonlyMap<number, PersonName>
}

interface Phrase {
  /** One, or several that share a head: «les ministres russe et turc». */
  readonly parties: readonly Party[]
  readonly next: number
}

function phraseAt(reader: Reader, at: number): Phrase | undefined {
  return pronounAt(reader, at) ?? pairAt(reader, at) ?? nounPhraseAt(reader, at)
}

const keyAt = ({ words }: Reader, at: number): string => words[at]?.key ?? ''

/** The preposition before the phrase that begins at `at`; of «du» and «aux» themselves. */
function prepositionBefore(reader: Reader, at: number): string | undefined {
  const own = JOINED_PREPOSITIONS.get(keyAt(reader, at))
  if (own !== undefined) return own
  const before = reader.words[at - 1]
  // «a» without an accent is a verb.
  if (before?.lower === 'a') return undefined
  return PREPOSITIONS.get(before?.key ?? '')
}

const SINGLE_PRONOUNS = new Set([
  'il',
  'elle',
  'ils',
  'elles',
  'lui',
  'celui-ci',
  'celle-ci',
  'eux',
  "j'",
  'je',
  'nous',
  'qui',
])
const LAST_PRONOUNS = /^(?:dernier|derniere)s?$/u

function pronounAt(reader: Reader, at: number): Phrase | undefined {
  const { words } = reader
  const word = words[at]
  if (word === undefined) return undefined
  const next = keyAt(reader, at + 1)
  const isLast = /^ce(?:t|tte|s)?$/u.test(word.key) && LAST_PRONOUNS.test(next)
  if (isLast && isHead(reader, at + 2)) return undefined
  if (!isLast && !SINGLE_PRONOUNS.has(word.key)) return undefined
  const last = isLast ? words[at + 1] : word
  const pronoun = isLast ? (word.key === 'cette' ? 'elle' : word.key === 'ces' ? 'ils' : 'il') : word.key
  const preposition = prepositionBefore(reader, at)
  return {
    parties: [
      {
        kind: 'pronoun',
        pronoun,
        start: word.start,
        end: last?.end ?? word.end,
        ...(preposition === undefined ? {} : { preposition }),
        isPlural: /s$/u.test(pronoun) || pronoun === 'eux',
        isPossessive: false,
        isIndefinite: false,
      },
    ],
    next: at + (isLast ? 2 : 1),
  }
}

const PAIR_NOUNS =
  /^(?:hommes|femmes|dirigeants|dirigeantes|ministres|presidents|chefs|leaders|responsables|interlocuteurs|voisins|homologues|tetes|diplomates|parties|rivaux|allies|chefs-d-etat|protagonistes|politiques|elus|candidats|camps|negociateurs|epoux|chefs-d'etat|premiers)$/u

/** «les deux hommes», «les deux chefs d’État», «tous deux». */
function pairAt(reader: Reader, at: number): Phrase | undefined {
  const { words } = reader
  const [first, second, third] = [keyAt(reader, at), keyAt(reader, at + 1), keyAt(reader, at + 2)]
  const isCount = second === 'deux' || second === 'trois'
  const isBoth = first === 'tous' && isCount
  const isPair = /^(?:les|des|aux|ces|leurs)$/u.test(first) && isCount && PAIR_NOUNS.test(third)
  const start = words[at]
  if (!(isBoth || isPair) || start === undefined) return undefined
  const next = isBoth ? at + 2 : complementEnd(reader, at + 3, third)
  if (!isBoth && reader.names.has(words[next]?.start ?? -1)) return undefined
  const preposition = first === 'des' ? 'de' : prepositionBefore(reader, at)
  return {
    parties: [
      {
        kind: 'pair',
        words: second,
        start: start.start,
        end: words[next - 1]?.end ?? start.end,
        ...(preposition === undefined ? {} : { preposition }),
        isPlural: true,
        isPossessive: false,
        isIndefinite: false,
      },
    ],
    next,
  }
}

function isHead(reader: Reader, at: number): boolean {
  const word = reader.words[at]
  if (word === undefined) return false
  return isRoleHead(word.key) || isPluralRoleHead(word.key) || isGroupHead(word.key)
}

function nounPhraseAt(reader: Reader, at: number): Phrase | undefined {
  const { words, names } = reader
  const first = words[at]
  if (first === undefined || first.isMark) return undefined
  // «pro-Dupré», «anti-Valmy»
  if (/^(?:pro|anti|ex|post)-$/u.test(keyAt(reader, at - 1)) && first.start === words[at - 1]?.end)
    return undefined
  if (names.has(first.start)) return namedPhrase(reader, at, at, undefined)
  const civility = civilityEnd(reader, at)
  if (civility !== undefined && names.has(words[civility]?.start ?? -1))
    return namedPhrase(reader, at, civility, undefined)
  const hasArticle = DETERMINERS.has(first.key) || JOINED_PREPOSITIONS.has(first.key)
  let head = hasArticle ? at + 1 : at
  while (isBeforeNoun(reader, head) || (hasArticle && head > at && /^["«“]$/u.test(keyAt(reader, head))))
    head++
  if (!isHead(reader, head)) {
    // «la courageuse Jeanne Dupré», «l’armateur Knut Valmy»
    const nameAt = hasArticle ? nameBehindNoun(reader, head) : undefined
    if (nameAt === undefined) return quantityAt(reader, at)
    return namedPhrase(
      reader,
      at,
      nameAt,
      nameAt === head ? undefined : officeWords(reader, at, head, nameAt),
    )
  }
  // Without an article only beside a name («président de Valmy, Jean Dupré») or as an apposition.
  const end = phraseEnd(reader, head)
  const named = nameBehind(reader, end)
  if (named !== undefined) return namedPhrase(reader, at, named, officeWords(reader, at, head, end))
  if (!hasArticle && !/^\p{N}/u.test(first.key)) return undefined
  return unnamedPhrase(reader, at, head, end)
}

function isBeforeNoun(reader: Reader, at: number): boolean {
  const word = reader.words[at]
  if (word === undefined) return false
  return (BEFORE_NOUN.has(word.key) || /^\p{N}+$/u.test(word.key)) && !isNameAt(reader, at)
}

const isNameAt = ({ words, names }: Reader, at: number): boolean => names.has(words[at]?.start ?? -1)

/** Behind «M.», «MM.», «Mme», «le général»: where the name begins. */
function civilityEnd(reader: Reader, at: number): number | undefined {
  const { words } = reader
  const word = words[at]
  if (word === undefined) return undefined
  const isShort =
    (word.key === 'm' || word.key === 'mm' || word.key === 'dr' || word.key === 'pr') &&
    keyAt(reader, at + 1) === '.'
  if (isShort) return at + 2
  if (word.key.startsWith('m.') && isNameAt(reader, at + 1)) return at + 1
  return CIVILITIES.has(word.key) && word.key !== 'me' ? at + 1 : undefined
}

/** Index of the name behind a noun that no list has, and its adjectives: «l’armateur», «le Kazakh», «le romancier belge». */
function nameBehindNoun(reader: Reader, from: number): number | undefined {
  for (let at = from; at < from + 4; at++) {
    if (isNameAt(reader, at)) return at
    const word = reader.words[at]
    if (
      word === undefined ||
      word.isMark ||
      PHRASE_STOPS.has(word.key) ||
      meetingVerb(word.lower) !== undefined
    )
      return undefined
    if ((word.isCapital && !isCountry(word.key)) || /^\p{N}/u.test(word.key) || JOINING.test(word.key))
      return undefined
  }
  return undefined
}

const QUANTITIES = new Set(
  'dizaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine millier poignee foule'.split(
    ' ',
  ),
)

/** «une trentaine d’arboriculteurs en colère»: people, whatever they are. */
function quantityAt(reader: Reader, at: number): Phrase | undefined {
  const { text, words } = reader
  const [first, quantity, of, noun] = words.slice(at, at + 4)
  if (
    first === undefined ||
    noun === undefined ||
    !QUANTITIES.has(quantity?.key ?? '') ||
    !/^d(?:e|')$/u.test(of?.key ?? '')
  )
    return undefined
  if (!/[sx]$/u.test(noun.key)) return undefined
  const end = complementEnd(reader, at + 4, noun.key)
  const last = words[end - 1] ?? noun
  const preposition = prepositionBefore(reader, at)
  return {
    parties: [
      {
        kind: 'group',
        words: text.slice(quantity?.start ?? first.start, last.end),
        start: first.start,
        end: last.end,
        ...(preposition === undefined ? {} : { preposition }),
        isPlural: true,
        isPossessive: false,
        isIndefinite: true,
      },
    ],
    next: end,
  }
}

/** How many words of a complement are read: «ministre délégué auprès du ministre de l’Intérieur chargé de…». */
const MOST_COMPLEMENT = 16

/** Index behind the whole phrase of the noun at `head`: «vice-Premier ministre italien et chef de file du Mouvement». */
function phraseEnd(reader: Reader, head: number): number {
  const { text, words } = reader
  const own = complementEnd(reader, head + 1, keyAt(reader, head))
  const start = words[head]?.start ?? 0
  const office = isRoleHead(keyAt(reader, head))
    ? officePhraseAt(text, start, nextNameStart(reader, head))
    : undefined
  let end = own
  while (
    office !== undefined &&
    end < words.length &&
    (words[end]?.end ?? Infinity) <= office.end &&
    words[end]?.lower !== 'a' &&
    !(words[end]?.key ?? '').endsWith('-')
  )
    end++
  if (end > own) end = complementEnd(reader, end, keyAt(reader, head))
  // «ministre et maire de Valmy» before a name are one person.
  if (keyAt(reader, end) === 'et' && isRoleHead(keyAt(reader, end + 1))) {
    const second = complementEnd(reader, end + 2, keyAt(reader, end + 1))
    if (isNameAt(reader, second) || civilityEnd(reader, second) !== undefined) return second
  }
  return end
}

const nextNameStart = (reader: Reader, from: number): number | undefined => {
  const at = reader.words.findIndex((_, index) => index > from && isNameAt(reader, index))
  return at < 0 ? reader.words.at(-1)?.end : reader.words[at]?.start
}

/** Index behind a noun's adjectives and complements. */
function complementEnd(reader: Reader, from: number, headKey: string): number {
  const { words } = reader
  let at = from
  const most = from + MOST_COMPLEMENT
  while (at < words.length && at < most) {
    const word = words[at]
    if (word === undefined || isNameAt(reader, at)) break
    const { key } = word
    if (isAdjective(key) || isCountry(key)) {
      at++
      // «russe et américaine», «malien, nigérien et tchadien»
      while (isCountry(key) && /^(?:et|,)$/u.test(keyAt(reader, at)) && isCountry(keyAt(reader, at + 1)))
        at += 2
      continue
    }
    // «homologue numide»: an adjective that no list has stands between a role and the name.
    if (at === from && isBetweenRoleAndName(reader, at, headKey)) {
      at++
      continue
    }
    // «(PS)», «LR», «PS»
    if (word.isCapital && /^\p{Lu}{2,5}$/u.test(reader.text.slice(word.start, word.end))) {
      at++
      continue
    }
    // «responsables des « gilets jaunes »»
    if (
      at > from &&
      /^["»”]$/u.test(key) &&
      /["«“][^"»”]*$/u.test(reader.text.slice(words[from]?.start ?? 0, word.start))
    ) {
      at++
      continue
    }
    if (key === '(' && keyAt(reader, at + 2) === ')') {
      at += 3
      continue
    }
    const noun = complementNoun(reader, at, headKey) ?? furtherCountry(reader, at, headKey)
    if (noun === undefined) break
    at = noun
  }
  return at
}

function isBetweenRoleAndName(reader: Reader, at: number, headKey: string): boolean {
  const word = reader.words[at]
  // «militants pro-Dupré» are not he.
  if (word?.key.endsWith('-') === true) return false
  if (
    word === undefined ||
    word.isMark ||
    word.isCapital ||
    PHRASE_STOPS.has(word.key) ||
    DETERMINERS.has(word.key)
  )
    return false
  if (
    JOINING.test(word.key) ||
    meetingVerb(word.lower) !== undefined ||
    /^(?:a|au|aux|plus)$/u.test(word.key)
  )
    return false
  if (/^homologues?$/u.test(headKey)) return true
  return isNameAt(reader, at + 1) || (keyAt(reader, at + 1) === ',' && isNameAt(reader, at + 2))
}

/** Behind «présidents du Tchad»: «, du Niger», «et du Mali». */
function furtherCountry(reader: Reader, at: number, headKey: string): number | undefined {
  if (
    !isPluralRoleHead(headKey) ||
    !/^(?:,|et)$/u.test(keyAt(reader, at)) ||
    !JOINING.test(keyAt(reader, at + 1))
  )
    return undefined
  const place = /^(?:la|l'|les)$/u.test(keyAt(reader, at + 2)) ? at + 3 : at + 2
  return reader.words[place]?.isCapital === true && !isNameAt(reader, place) ? place + 1 : undefined
}

const isCountry = (key: string): boolean => countryOfAdjective(key) !== undefined

const JOINING = /^(?:de|d'|du|des)$/u

/** Index behind «de la Défense», «des Affaires étrangères», «de l’ONU», «pour la Syrie». */
function complementNoun(reader: Reader, at: number, headKey: string): number | undefined {
  const { words } = reader
  const key = keyAt(reader, at)
  const isOf = JOINING.test(key)
  // «responsable de la protection civile au Mexique»
  const isPlace =
    /^(?:au|aux|en|a)$/u.test(key) &&
    words[at]?.lower !== 'a' &&
    words[at + 1]?.isCapital === true &&
    !isNameAt(reader, at + 1)
  const isFurther =
    isPlace ||
    (GOES_ON.has(headKey) &&
      /^(?:pour|en|a|au|aux|aupres|charge|chargee|sur)$/u.test(key) &&
      words[at]?.lower !== 'a')
  if (!isOf && !isFurther) return undefined
  let noun = at + 1
  while (
    /^(?:la|le|les|l'|du|des|de|d'|son|sa|ses|leur|leurs|cette|cet|ce|ces|["«“])$/u.test(keyAt(reader, noun))
  )
    noun++
  // «la famille du jeune homme»
  while (
    BEFORE_NOUN.has(keyAt(reader, noun)) &&
    words[noun + 1]?.isMark === false &&
    !PHRASE_STOPS.has(keyAt(reader, noun + 1))
  )
    noun++
  const word = words[noun]
  if (word === undefined || word.isMark || PHRASE_STOPS.has(word.key)) return undefined
  // A time belongs to no office: «le président de mardi», «pour parler»
  if (isFurther && /(?:er|ir|oir|re)$/u.test(word.key) && !word.isCapital) return undefined
  const before = noun + 1
  // «conseiller de Donald Valmy» is somebody else than he; «le président du Mali Jean Dupré» is he.
  if (isNameAt(reader, noun))
    return (key === 'de' || key === "d'") && noun === at + 1 ? indexBehindName(reader, noun) : undefined
  let end = before
  // The further words of a proper name: «Affaires étrangères», «Conseil de sécurité», «Maison Blanche».
  while (end < words.length && end < before + 3) {
    const next = words[end]
    if (next === undefined || next.isMark || isNameAt(reader, end)) break
    if (next.isCapital && word.isCapital) end++
    else break
  }
  return end
}

/** Where the name of the holder stands: at once, behind a civility, or behind a comma. */
function nameBehind(reader: Reader, end: number): number | undefined {
  if (isNameAt(reader, end)) return end
  const civility = civilityEnd(reader, end)
  if (civility !== undefined && isNameAt(reader, civility)) return civility
  if (keyAt(reader, end) !== ',') return undefined
  const behind = civilityEnd(reader, end + 1) ?? end + 1
  if (!isNameAt(reader, behind)) return undefined
  const nameEnd = indexBehindName(reader, behind)
  // «le ministre, Jean Dupré et Marc Valmy» are three.
  const next = keyAt(reader, nameEnd)
  return CLOSES_APPOSITION.test(next) || isSpeech(next) ? behind : undefined
}

/** A mark, or the verb of one alone: «le chef du conseil, Jean Dupré a rencontré». */
const CLOSES_APPOSITION =
  /^(?:[,.()]|a|est|avait|etait|sera|doit|devait|devrait|va|s'|se|ne|n'|aura|recevra|rencontrera|recoit|)$/u

function indexBehindName({ words, names }: Reader, at: number): number {
  const end = names.get(words[at]?.start ?? -1)?.end ?? words[at]?.end ?? 0
  let next = at
  while (next < words.length && (words[next]?.start ?? end) < end) next++
  return next
}

const officeWords = ({ text, words }: Reader, at: number, head: number, end: number): string => {
  const hasArticle = DETERMINERS.has(words[at]?.key ?? '') || JOINED_PREPOSITIONS.has(words[at]?.key ?? '')
  const start = words[hasArticle ? at + 1 : at]?.start ?? words[head]?.start ?? 0
  return text.slice(start, words[end - 1]?.end ?? start)
}

/** A name at `nameAt`, with what stands before and the apposition behind. */
function namedPhrase(
  reader: Reader,
  at: number,
  nameAt: number,
  office: string | undefined,
): Phrase | undefined {
  const { words, names } = reader
  const name = names.get(words[nameAt]?.start ?? -1)
  const start = words[at]
  if (name === undefined || start === undefined) return undefined
  const behindName = indexBehindName(reader, nameAt)
  const apposition = appositionAt(reader, behindName)
  const preposition = prepositionBefore(reader, at)
  const held = office ?? apposition?.office
  const next = apposition?.next ?? behindName
  return {
    parties: [
      {
        kind: 'person',
        name: name.name,
        ...(held === undefined ? {} : { words: held }),
        start: start.start,
        end: words[next - 1]?.end ?? name.end,
        ...(preposition === undefined ? {} : { preposition }),
        isPlural: false,
        isPossessive: POSSESSIVES.has(start.key),
        isIndefinite: false,
      },
    ],
    next,
  }
}

/** «(PS)», «, 52 ans», «, ministre de la Défense,», «, le patron de Valmy,». */
function appositionAt(
  reader: Reader,
  at: number,
): { readonly next: number; readonly office?: string } | undefined {
  const { words } = reader
  if (keyAt(reader, at) === '(') {
    const close = words.findIndex((word, index) => index > at && index < at + 8 && word.key === ')')
    return close < 0 ? undefined : { next: close + 1 }
  }
  if (keyAt(reader, at) !== ',') return undefined
  let from = at + 1
  if (/^\p{N}+$/u.test(keyAt(reader, from)) && keyAt(reader, from + 1) === 'ans') {
    from += 2
    if (keyAt(reader, from) !== ',') return undefined
    if (!startsOffice(reader, from + 1)) return { next: from + 1 }
    from++
  }
  if (keyAt(reader, from) === 'alors') from++
  const hasArticle = /^(?:le|la|l')$/u.test(keyAt(reader, from))
  let head = hasArticle ? from + 1 : from
  while (isBeforeNoun(reader, head)) head++
  if (!isHead(reader, head) || isPluralRoleHead(keyAt(reader, head))) return undefined
  const end = phraseEnd(reader, head)
  if (isNameAt(reader, end) || civilityEnd(reader, end) !== undefined) return undefined
  const closing = keyAt(reader, end)
  if (closing !== ',' && closing !== '.' && closing !== '' && closing !== ';') return undefined
  // «le Premier ministre, Dupré, le ministre des Transports, Valmy, et…»: the next in a list.
  if (
    closing === ',' &&
    hasArticle &&
    (isNameAt(reader, end + 1) || civilityEnd(reader, end + 1) !== undefined)
  )
    return undefined
  // Behind an article the comma must close.
  return { next: closing === ',' ? end + 1 : end, office: officeWords(reader, from, head, end) }
}

function startsOffice(reader: Reader, at: number): boolean {
  const head = /^(?:le|la|l')$/u.test(keyAt(reader, at)) ? at + 1 : at
  return isHead(reader, head)
}

function unnamedPhrase(reader: Reader, at: number, head: number, end: number): Phrase | undefined {
  const { text, words } = reader
  const [first, headWord, last] = [words[at], words[head], words[end - 1]]
  if (first === undefined || headWord === undefined || last === undefined) return undefined
  const isMany = isPluralRoleHead(headWord.key) || isGroupHead(headWord.key)
  const preposition = prepositionBefore(reader, at)
  const base = {
    start: first.start,
    end: last.end,
    ...(preposition === undefined ? {} : { preposition }),
    isPossessive: POSSESSIVES.has(first.key),
    isIndefinite: /^(?:un|une|des|plusieurs|quelques|certains|certaines)$/u.test(first.key),
  }
  const shared = sharedHead(reader, head, end)
  if (shared !== undefined)
    return {
      parties: shared.map((office) => ({ ...base, kind: 'office' as const, words: office, isPlural: false })),
      next: end,
    }
  return {
    parties: [
      {
        ...base,
        kind: isMany ? 'group' : 'office',
        words: text.slice(
          (DETERMINERS.has(first.key) || JOINED_PREPOSITIONS.has(first.key) ? words[at + 1] : first)?.start ??
            first.start,
          last.end,
        ),
        isPlural: isMany,
      },
    ],
    next: end,
  }
}

/**
 * «chefs de la diplomatie russe et américaine», «présidents du Tchad, du Niger et du Mali» give one office each; undefined
 * for anything else.
 */
function sharedHead(reader: Reader, head: number, end: number): readonly string[] | undefined {
  const { text, words } = reader
  const headWord = words[head]
  if (headWord === undefined || !isPluralRoleHead(headWord.key)) return undefined
  const singular = text.slice(headWord.start, headWord.end).replace(/s$/u, '')
  const phrase = text.slice(headWord.end, words[end - 1]?.end ?? headWord.end)
  const adjectives = SHARED_ADJECTIVES.exec(phrase)
  const [, middle = '', list = ''] = adjectives ?? SHARED_COUNTRIES.exec(phrase) ?? []
  const parts = list.split(/, | et /u).map((part) => part.trim())
  if (parts.length < 2) return undefined
  if (adjectives !== null && !parts.every((part) => isCountry(part))) return undefined
  return parts.map((part) => `${singular}${middle} ${part}`.replace(/ {2,}/gu, ' '))
}

const SHARED_ADJECTIVES =
  /^((?: de [^,]{2,40}?| d['’][^,]{2,40}?| du [^,]{2,40}?)?) ((?:\p{L}+(?:-\p{L}+)*, )*\p{L}+(?:-\p{L}+)* et \p{L}+(?:-\p{L}+)*)$/u
const SHARED_COUNTRIES =
  /^()((?: ?(?:du|de la|de l['’]|des|de|d['’]) ?\p{Lu}[\p{L}-]+,?)+ et (?:du |de la |de l['’]|des |de |d['’])\p{Lu}[\p{L}-]+)$/u
