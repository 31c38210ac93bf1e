// The word of a question that tells a meeting, with its way, its voice and what stands on both sides. Reads no article.
import {
  AHEAD,
  AUXILIARIES,
  isFutureForm,
  MEETING_NOUNS,
  type MeetingVerb,
  meetingVerbOf,
  type MeetingWay,
} from './meeting-words.ts'
import { keysOf, type QuestionWord, wordsAt } from './question-line.ts'

export interface MeetingHead {
  readonly before: readonly QuestionWord[]
  readonly after: readonly QuestionWord[]
  readonly ways: readonly MeetingWay[]
  readonly status: 'any' | 'done' | 'planned' | 'cancelled' | 'postponed' | 'refused' | 'held'
  readonly isPassive: boolean
  /** «s’entretenir avec»: nobody receives, nobody is received. */
  readonly isMutual: boolean
  readonly isNoun: boolean
  readonly isWeak: boolean
  readonly takes: MeetingVerb['takes']
}

/** Ways in words of their own, taken out before the verb is looked for. */
const WAYS: readonly (readonly [RegExp, MeetingWay])[] = [
  [
    / (?:(?:ou|et) )?(?:par|au|a travers le|un|d un) (?:coup de )?(?:telephone|tel|fil|phone)(?= )/u,
    'telephone',
  ],
  [
    / (?:(?:ou|et) )?(?:par|en|lors d une|via|d une) (?:visio|visioconference|video|videoconference|zoom|skype)(?= )/u,
    'video',
  ],
  [/ (?:(?:ou|et) )?(?:en|lors d un) (?:tete-a-tete|tete a tete)(?= )/u, 'tete-a-tete'],
  [/ (?:au cours d un|lors d un|pendant un|autour d un|pour un) (?:dejeuner|diner)(?= )/u, 'meal'],
  [/ (?:en prive|en personne|en face a face|ensemble)(?= )/u, 'tete-a-tete'],
]
/** Ways whose words are a meeting by themselves: «X a déjeuné», «un coup de fil». */
const PHRASES: readonly (readonly [RegExp, MeetingWay])[] = [
  [/ (?:rendu|rendre|rend|rendra|rendait|rendent) visite(?= )/u, 'visited'],
  [/ (?:passe|passer|donne|recu|eu) (?:un )?(?:coup de fil|coup de telephone|appel)(?= )/u, 'telephone'],
  [/ (?:tete a tete)(?= )/u, 'tete-a-tete'],
  [/ (?:rendez vous)(?= )/u, 'tete-a-tete'],
]

/** `canOpen`: a word at the very beginning may be a noun. */
export function meetingHeadOf(all: readonly QuestionWord[], canOpen: boolean): MeetingHead | undefined {
  const { words, ways } = withoutWays(all)
  return phraseHead(words, ways) ?? verbHead(words, ways, canOpen) ?? nounHead(words, ways)
}

function withoutWays(all: readonly QuestionWord[]): {
  readonly words: readonly QuestionWord[]
  readonly ways: readonly MeetingWay[]
} {
  let words = all
  const ways: MeetingWay[] = []
  for (const [pattern, way] of WAYS) {
    const match = pattern.exec(keysOf(words))
    if (match === null) continue
    const taken = new Set(wordsAt(words, match.index + 1, match.index + match[0].length))
    words = words.filter((word) => !taken.has(word))
    // «en personne», «ensemble» say that it was no call; any such meeting will do.
    if (!/prive|personne|face|ensemble/u.test(match[0])) ways.push(way)
  }
  return { words, ways }
}

const DETERMINERS = new Set(
  'un une le la les l cette ce cet sa son ses leur leurs des du d de quelle quelles'.split(' '),
)

function phraseHead(words: readonly QuestionWord[], ways: readonly MeetingWay[]): MeetingHead | undefined {
  for (const [pattern, way] of PHRASES) {
    const match = pattern.exec(keysOf(words))
    if (match === null) continue
    const own = wordsAt(words, match.index + 1, match.index + match[0].length)
    const [first] = own
    const at = first === undefined ? -1 : words.indexOf(first)
    if (at < 0) continue
    const noun = { isWeak: false, takes: ['a', 'avec'] as const }
    return headAt(words, at, at + own.length, {
      ...noun,
      ways: [...ways, way],
      isNoun: way === 'tete-a-tete',
    })
  }
  return undefined
}

/** The last verb of meeting that no article precedes: «va venir voir», «doit recevoir». */
function verbHead(
  words: readonly QuestionWord[],
  ways: readonly MeetingWay[],
  canOpen: boolean,
): MeetingHead | undefined {
  for (const [at, { key }] of words.entries()) {
    const verb = meetingVerbOf(key)
    if (verb === undefined) continue
    const before = words[at - 1]?.key ?? ''
    const isNoun = MEETING_NOUNS.has(key) && (DETERMINERS.has(before) || (before === '' && canOpen))
    if (isNoun || (verb.isWeak && at > 0 && /^(?:un|une|des|au|aux|sans|en)$/u.test(before))) continue
    const visits = key.startsWith('voir') && /^(?:ven|all|pass)/u.test(before)
    const way = visits ? 'visited' : verb.way
    return headAt(words, at, at + 1, {
      takes: verb.takes,
      isWeak: verb.isWeak && !visits,
      ways: way === undefined || ways.length > 0 ? ways : [way],
      isNoun: false,
    })
  }
  return undefined
}

function nounHead(words: readonly QuestionWord[], ways: readonly MeetingWay[]): MeetingHead | undefined {
  const at = words.findIndex(({ key }) => MEETING_NOUNS.has(key))
  const way = MEETING_NOUNS.get(words[at]?.key ?? '')
  if (at < 0) return ways.length > 0 ? wayHead(words, ways) : undefined
  return headAt(words, at, at + 1, {
    takes: ['avec', 'object'],
    isWeak: false,
    ways: way === undefined || ways.includes(way) ? ways : [...ways, way],
    isNoun: true,
  })
}

/** «avec qui était Macron au téléphone»: the way alone tells it. */
function wayHead(words: readonly QuestionWord[], ways: readonly MeetingWay[]): MeetingHead | undefined {
  const at = words.findIndex(({ key }) => /^(?:est|etait|sera|a|ont|sont|eu|echange)$/u.test(key))
  return at < 0
    ? undefined
    : headAt(words, at, at + 1, { takes: ['avec', 'object'], isWeak: false, ways, isNoun: false })
}

function headAt(
  words: readonly QuestionWord[],
  at: number,
  end: number,
  own: Pick<MeetingHead, 'takes' | 'isWeak' | 'ways' | 'isNoun'>,
): MeetingHead {
  let start = at
  const isPart = (key: string): boolean =>
    AUXILIARIES.has(key) || (own.isNoun && SUPPORTS.test(key)) || key === 'eu' || key.startsWith('refuse')
  while (start > 0 && isPart(words[start - 1]?.key ?? '')) start--
  const group = words.slice(start, end).map(({ key }) => key)
  const { after, predicate } = own.isNoun
    ? withoutPredicate(words.slice(end))
    : { after: words.slice(end), predicate: '' }
  const isReflexive = group.includes('s') || group.includes('se')
  return {
    ...own,
    before: own.isNoun ? subjectOf(words.slice(0, start)) : words.slice(0, start),
    after,
    status: statusOf(
      group,
      predicate === '' && own.isNoun ? keysOf(words.slice(0, at)) : predicate,
      own.isNoun,
    ),
    isPassive:
      !isReflexive &&
      group.some((key) => /^(?:ete|est|sont|sera|seront|etre|etait)$/u.test(key)) &&
      !/^(?:venu|alle)/u.test(group.at(-2) ?? ''),
    isMutual: own.isNoun || isReflexive || !own.takes.includes('object') || own.ways.includes('meal'),
  }
}
/** What a noun is held by: «a eu un entretien», «tiendra une réunion». */
const SUPPORTS =
  /^(?:une?|cette?|ce|son|sa|leur|leurs|ses|la|le|les|des|eu|eue|tenu|tenue|tenir|tiendra|tient|participe|participer|participera|fait|faire|fera|mene|aura|court|long|longue|premiere?|nouvelle?|grande?|prochaine?|derniere?|recents?|recentes?|toutes?|tous|liste|quelles?|quels?)$/u

const subjectOf = (words: readonly QuestionWord[]): readonly QuestionWord[] => {
  const end = words.findIndex(
    ({ key }) =>
      key !== 'a' &&
      key !== 'de' &&
      key !== 'd' &&
      key !== 'la' &&
      key !== 'le' &&
      key !== 'l' &&
      key !== 'les' &&
      AUXILIARIES.has(key),
  )
  return end < 0
    ? words.filter(({ key }) => !PREDICATES.test(key))
    : words.slice(0, end).filter(({ key }) => !PREDICATES.test(key))
}
const PREDICATES =
  /^(?:annule|reporte|repousse|maintenu|lieu|tenu|prevu|programme|confirme|fixe|deroule|passe)e?s?$/u

const PREDICATE =
  / (?:(?:a|ont|est|sont|sera|seront|va|vont|doit|doivent|devait|avait|aura|aurait|s|se|n|ne|etait) )+(?:(?:ete|eu|etre|avoir|bien|pas|deja|finalement|se|s|t|elle|toujours) )*(?:annul\S*|report\S*|repouss\S*|mainten\S*|lieu|ten(?:u|ue|us|ues|ir)|deroul\S*|prevu\S*|programme\S*|confirme\S*|fix\S*|passe\S*)(?= )/u

function withoutPredicate(words: readonly QuestionWord[]): {
  readonly after: readonly QuestionWord[]
  readonly predicate: string
} {
  const match = PREDICATE.exec(keysOf(words))
  if (match === null) return { after: words, predicate: '' }
  const taken = new Set(wordsAt(words, match.index, match.index + match[0].length))
  return { after: words.filter((word) => !taken.has(word)), predicate: `${match[0]} ` }
}

function statusOf(group: readonly string[], predicate: string, isNoun: boolean): MeetingHead['status'] {
  if (/ annul/u.test(predicate)) return 'cancelled'
  if (/ (?:report|repouss)/u.test(predicate)) return 'postponed'
  if (/ (?:mainten|confirm)/u.test(predicate)) return 'held'
  if (group.some((key) => key.startsWith('refuse')) || / refuse/u.test(predicate)) return 'refused'
  const isAhead = group.some((key) => AHEAD.has(key) || (key.length > 3 && isFutureForm(key)))
  if (isAhead || / (?:prevu|programm|doit|aura|sera|va) ?/u.test(predicate)) return 'planned'
  if (isNoun) return / (?:a eu|ont eu|s est|a ete|tenue) /u.test(predicate) ? 'done' : 'any'
  return group.some((key) => /^(?:a|as|ai|ont|est|sont|avait|etait|ete)$/u.test(key)) ? 'done' : 'any'
}
