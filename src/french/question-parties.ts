// The parties, the place and the topic in the words behind a verb of meeting, as typed. Knows nobody.
import { MEETING_THINGS } from './meeting-words.ts'
import type { MeetingHead } from './meeting-head.ts'
import { isPlaceName } from './place-names.ts'
import { phraseOf, type QuestionWord } from './question-line.ts'
import { ROLES } from './roles.ts'

export interface Segment {
  readonly role: 'party' | 'place' | 'topic' | 'other'
  readonly words: readonly QuestionWord[]
}

const PREPOSITIONS = new Set(
  'avec par a au aux en dans chez sur entre pour lors pendant apres avant contre devant concernant hors vers depuis'.split(
    ' ',
  ),
)
const OF = new Set(['de', 'd', 'du', 'des'])

/** Words that stand behind the meeting's, cut at their prepositions. */
export function segmentsOf(words: readonly QuestionWord[], head: MeetingHead): readonly Segment[] {
  const cut: QuestionWord[][] = [[]]
  for (const [at, word] of words.entries()) {
    const isNominal = word.key === 'pour' && !/(?:er|ir|re)$/u.test(words[at + 1]?.key ?? '')
    // «la Convention citoyenne pour le climat» is one name; «pour parler de» is none.
    const isNew =
      (PREPOSITIONS.has(word.key) && !(isNominal && (cut.at(-1)?.length ?? 0) > 0)) ||
      (OF.has(word.key) && (at === 0 || isTopicOf(cut, head)))
    if (isNew) cut.push([word])
    else cut.at(-1)?.push(word)
  }
  return cut.filter((own) => own.length > 0).map((own, at) => segmentOf(own, head, at === 0))
}

const isTopicOf = (cut: readonly (readonly QuestionWord[])[], { takes }: MeetingHead): boolean =>
  !takes.includes('object') && cut.length === 1 && cut[0]?.length === 0

function segmentOf(words: readonly QuestionWord[], head: MeetingHead, isFirst: boolean): Segment {
  const [first, ...rest] = words
  const key = first?.key ?? ''
  if (key === 'avec' || key === 'entre' || key === 'par') return { role: 'party', words: rest }
  if (OF.has(key)) return { role: head.isNoun ? 'party' : 'topic', words: rest }
  if (key === 'sur' || key === 'concernant') return { role: 'topic', words: rest }
  if (key === 'a' || key === 'au' || key === 'aux') {
    const isParty = head.takes.includes('a') && isFirst && !isPlace(rest)
    return { role: isParty ? 'party' : 'place', words: rest }
  }
  if (key === 'en' || key === 'dans' || key === 'devant') return { role: 'place', words: rest }
  if (key === 'chez') return { role: head.ways.includes('visited') ? 'party' : 'place', words: rest }
  return PREPOSITIONS.has(key) ? { role: 'other', words: rest } : { role: 'party', words }
}

const isPlace = (words: readonly QuestionWord[]): boolean =>
  isPlaceName(
    words
      .filter(({ key }) => !/^(?:l|la|le|les)$/u.test(key))
      .map(({ key }) => key)
      .join(' '),
  )

const DETERMINERS = new Set('un une le la les l des cette ce cet ses son sa leur leurs'.split(' '))
const CIVIL = new Set('m mm mr mme mlle monsieur madame'.split(' '))
const DEMONYM =
  /(?:ien|ienne|ain|aine|ais|aise|ois|oise|que|russe|turc|turque|grec|grecque|belge|suisse|arabe|ol|ole|and|ande|iste)s?$/u

/** The parties that some words enumerate, as typed, articles left out. */
export function partiesOf(text: string, words: readonly QuestionWord[]): readonly string[] {
  const cut: QuestionWord[][] = [[]]
  for (const [at, word] of words.entries()) {
    const before = words[at - 1]
    const isComma = before !== undefined && /,/u.test(text.slice(before.end, word.start))
    const isJoint = word.key === 'et' || word.key === 'ou' || word.key === 'and'
    if ((isJoint && !joinsAdjectives(words, at)) || isComma) cut.push(isJoint ? [] : [word])
    else cut.at(-1)?.push(word)
  }
  return cut.flatMap((own) => apart(phraseOf(text, own))).filter((phrase) => /[\p{L}\p{N}]/u.test(phrase))
}

/** «ses homologues iranien et turc»: one phrase. */
function joinsAdjectives(words: readonly QuestionWord[], at: number): boolean {
  const [before, behind] = [words[at - 1], words[at + 1]]
  if (before === undefined || behind === undefined || behind.isCapital || DETERMINERS.has(behind.key))
    return false
  return DEMONYM.test(before.key) && DEMONYM.test(behind.key) && !CIVIL.has(behind.key)
}

/** «Macron-Merkel» names two, «Jean-Luc» or «Ben-Gvir» one: only where both sides are long and nothing stands beside. */
function apart(phrase: string): readonly string[] {
  const [, one, other] = /^(\p{Lu}[\p{L}’']{3,})[-–/](\p{Lu}[\p{L}’']{4,})$/u.exec(phrase) ?? []
  return one === undefined ||
    other === undefined ||
    /^(?:Saint|Sainte|Jean|Marie|Anne|Pierre|Paul|Louis)/u.test(one)
    ? [phrase]
    : [one, other]
}

/** Groups that are met: folded, without their plural. */
const GROUPS = new Set(
  `delegation convention famille parent syndicat patron membre representant homologue comite commission gouvernement
  opposition parti ministre dirigeant chef collectif association soignant victime proche manifestant salarie joueur gilet
  citoyen habitant agriculteur etudiant journaliste emissaire negociateur partenaire allie assemblee conseil equipe ong
  patronat mediateur collegue dirigeante presidente depute elu maire president personne gens`
    .trim()
    .split(/\s+/),
)

/** Whether the words may name persons rather than things: «le prix Nobel», «un film» do not. */
export function namesSomebody(words: readonly QuestionWord[]): boolean {
  const at = words.findIndex(({ key }) => !DETERMINERS.has(key) && !CIVIL.has(key))
  const head = words[at]
  if (head === undefined || /^\d/u.test(head.key) || MEETING_THINGS.has(head.key)) return false
  if (at === 0 || head.isCapital || CIVIL.has(words[at - 1]?.key ?? '')) return true
  const single = head.key.replace(/[sx]$/u, '')
  return (
    ROLES.has(head.key) || ROLES.has(single) || GROUPS.has(single) || words.some(({ isCapital }) => isCapital)
  )
}
