// A sentence as a row of phrases for people and of words, and how to walk along it: verb groups, subjects, lists.
// Tells no meeting.
import { isSpeech } from './roles.ts'
import { isParty, type Party, type Unit } from './parties.ts'
import type { SentenceWord } from './sentence-words.ts'

export type Row = readonly Unit[]

/** `''` for a phrase and beyond the ends. */
export const keyOfUnit = (row: Row, at: number): string => wordAt(row, at)?.key ?? ''
export const lowerOfUnit = (row: Row, at: number): string => wordAt(row, at)?.lower ?? ''

export function wordAt(row: Row, at: number): SentenceWord | undefined {
  const unit = row[at]
  return unit === undefined || isParty(unit) ? undefined : unit.word
}

export function partyAt(row: Row, at: number): Party | undefined {
  const unit = row[at]
  return isParty(unit) ? unit.party : undefined
}

export const spanAt = (row: Row, at: number): { readonly start: number; readonly end: number } | undefined =>
  partyAt(row, at) ?? wordAt(row, at)

/** Words that may stand between an auxiliary and its verb, or between a verb and what belongs to it. */
const LIGHT = new Set(
  "pas plus jamais deja aussi ainsi egalement encore ensuite enfin donc bien tous toutes tout meme finalement nouveau fois reprises d'abord abord surtout lui y en se s' le la l' les leur nous brievement auparavant hier aujourd'hui demain soir matin apres-midi midi tot tard ce recemment rapidement rien tres ici tour a d' de bel puis desormais toujours ailleurs par notamment alors revanche effet outre particulier contre part sa leur son cote prive personne longtemps a-t-il a-t-elle".split(
    ' ',
  ),
)
const TIME = new Set(
  'lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre hier demain aujourd’hui matin soir apres-midi midi veille lendemain semaine mois annee matinee soiree week-end nuit heures heure jours jour derniere dernier prochaine prochain debut fin mi'.split(
    ' ',
  ),
)
export const isTimeWord = (key: string): boolean => TIME.has(key) || /^\d/u.test(key)
export const isLight = (key: string): boolean =>
  LIGHT.has(key) || (key.endsWith('ment') && key.length > 5) || isTimeWord(key)

/** Another statement begins here. */
const BREAKS = new Set(
  "que qu' dont ou mais car lorsque lorsqu' quand tandis alors puisque puisqu' si s'il comme ; : ? ! …".split(
    ' ',
  ),
)
export const isBreak = (row: Row, at: number): boolean => {
  const word = wordAt(row, at)
  if (word === undefined) return false
  if (word.lower === 'ou') return false
  return BREAKS.has(word.key)
}

const HAVE = new Set(
  'a ont avait avaient aura auront aurait auraient ait aient ayant avoir ai avons eut eurent a-t-il a-t-elle'.split(
    ' ',
  ),
)
const BE = new Set(
  'est sont était étaient sera seront serait seraient fut furent soit soient être étant été est-il est-elle'.split(
    ' ',
  ),
)

export type GroupTense = 'present' | 'past' | 'imperfect' | 'future' | 'conditional' | 'infinitive' | 'gerund'

export interface VerbGroup {
  /** Index of the first word: an auxiliary, a clitic, or the verb itself. */
  readonly from: number
  readonly at: number
  readonly tense: GroupTense
  readonly voice: 'active' | 'passive' | 'reflexive'
  readonly isNegative: boolean
  /** «l’a reçu», «les a rencontrés», «lui a téléphoné»: folded. */
  readonly clitic?: string
  /** A participle without an auxiliary: «reçu mardi par X». */
  readonly isLoose: boolean
}

const TENSE_OF_AUXILIARY: ReadonlyMap<string, GroupTense> = new Map([
  ['sera', 'future'],
  ['seront', 'future'],
  ['aura', 'past'],
  ['auront', 'past'],
  ['serait', 'conditional'],
  ['seraient', 'conditional'],
  ['aurait', 'conditional'],
  ['auraient', 'conditional'],
  ['être', 'infinitive'],
  ['étant', 'gerund'],
])

/** The group of the finite verb, infinitive or gerund at `at`. */
export function simpleGroup(row: Row, at: number, tense: GroupTense): VerbGroup {
  const lead = leadOf(row, at)
  const isReflexive = lead.clitics.some((key) => key === "s'" || key === 'se')
  return { ...groupLead(lead), at, tense, voice: isReflexive ? 'reflexive' : 'active', isLoose: false }
}

/** The group of the participle at `at`. */
export function participleGroup(row: Row, at: number): VerbGroup {
  let index = at - 1
  let isBeen = false
  for (let steps = 0; steps < 9 && index >= 0; steps++, index--) {
    const word = wordAt(row, index)
    if (word === undefined) break
    if (word.lower === 'été') {
      isBeen = true
      continue
    }
    if (HAVE.has(word.lower) || BE.has(word.lower)) return compoundGroup(row, at, index, isBeen)
    if (word.key !== ',' && !isLight(word.key)) break
  }
  return { from: at, at, tense: 'past', voice: 'passive', isNegative: false, isLoose: true }
}

function compoundGroup(row: Row, at: number, auxiliary: number, isBeen: boolean): VerbGroup {
  const key = lowerOfUnit(row, auxiliary)
  const lead = leadOf(row, auxiliary)
  const isNegative = lead.isNegative || isNegated(row, auxiliary, at)
  const common = { ...groupLead(lead), at, isLoose: false, isNegative }
  if (HAVE.has(key)) {
    const tense = key === 'avoir' || key === 'ayant' ? 'past' : (TENSE_OF_AUXILIARY.get(key) ?? 'past')
    return { ...common, tense, voice: isBeen ? 'passive' : 'active' }
  }
  const isReflexive = lead.clitics.some((clitic) => clitic === "s'" || clitic === 'se')
  if (isReflexive)
    return {
      ...common,
      tense: TENSE_OF_AUXILIARY.get(key) === 'conditional' ? 'conditional' : 'past',
      voice: 'reflexive',
    }
  const tense = TENSE_OF_AUXILIARY.get(key) ?? (key === 'est' || key === 'sont' ? 'present' : 'past')
  return { ...common, tense, voice: 'passive' }
}

function isNegated(row: Row, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (/^(?:pas|jamais)$/u.test(keyOfUnit(row, at))) return true
  return false
}

interface Lead {
  readonly from: number
  readonly clitics: readonly string[]
  readonly isNegative: boolean
}

const CLITICS = new Set("se s' le la l' les lui leur y en me m' nous".split(' '))

/** Clitics and «ne» before the verb at `at`. */
function leadOf(row: Row, at: number): Lead {
  const clitics: string[] = []
  let from = at
  let isNegative = false
  while (from > 0) {
    const key = keyOfUnit(row, from - 1)
    if (key === 'ne' || key === "n'") isNegative = true
    else if (key === 'pas' || key === 'jamais') isNegative = true
    else if (CLITICS.has(key)) clitics.push(key)
    else {
      const pronoun = partyAt(row, from - 1)?.pronoun
      if (pronoun !== 'lui') break
      clitics.push('lui')
    }
    from--
  }
  return { from, clitics, isNegative }
}

function groupLead({ from, clitics, isNegative }: Lead): Pick<VerbGroup, 'from' | 'isNegative' | 'clitic'> {
  const clitic = clitics.find((key) => key !== "s'" && key !== 'se' && key !== 'y' && key !== 'en')
  return { from, isNegative, ...(clitic === undefined ? {} : { clitic }) }
}

export interface PartyList {
  readonly parties: readonly Party[]
  /** Index of the first phrase and behind the last. */
  readonly from: number
  readonly next: number
}

/** The phrases from `at` on that commas, «et», «ainsi que», «puis» join. */
export function listFrom(row: Row, at: number): PartyList | undefined {
  const first = partyAt(row, at)
  if (first === undefined) return undefined
  const parties = [first]
  let next = at + 1
  for (;;) {
    const joined = joinedIndex(row, next, first, parties.length > 1)
    const party = joined === undefined ? undefined : partyAt(row, joined)
    if (joined === undefined || party === undefined) break
    parties.push(party)
    next = joined + 1
  }
  return { parties, from: at, next }
}

/** Index of the phrase that a list goes on with. */
function joinedIndex(row: Row, next: number, first: Party, hasMany: boolean): number | undefined {
  let at = next
  // An apposition ends on its comma.
  const isAfterComma = keyOfUnit(row, at - 1) === ','
  const key = keyOfUnit(row, at)
  // «les ministres russe et turc» are two phrases side by side.
  if (partyAt(row, at)?.start === first.start) return at
  if (key === ',') {
    at++
    if (/^(?:et|puis)$/u.test(keyOfUnit(row, at))) at++
  } else if (key === 'et' || key === 'puis' || key === '&') at++
  else if (key === 'ainsi' && keyOfUnit(row, at + 1) === "qu'") at += 2
  else if (key === 'ainsi' && keyOfUnit(row, at + 1) === 'que') at += 2
  else if (key !== '-' && !isAfterComma) return undefined
  if (key === '-') at++
  if (key === ',' && keyOfUnit(row, at) === 'mais' && /^(?:aussi|egalement)$/u.test(keyOfUnit(row, at + 1)))
    at += 2
  while (
    /^(?:de|d'|avec|a|par|enfin|aussi|egalement)$/u.test(keyOfUnit(row, at)) &&
    keyOfUnit(row, at) !== ''
  )
    at++
  const party = partyAt(row, at)
  if (party === undefined || party.kind === 'pronoun') return undefined
  // «A, B et C, les dirigeants de trois partis»: who they are, not others.
  if (party.kind === 'group' && !party.isIndefinite && key === ',' && at === next + 1 && hasMany)
    return undefined
  if (party.preposition !== undefined) return party.preposition === first.preposition ? at : undefined
  // «après un entretien avec X, Y a dit»: a comma alone joins what has a preposition only where «et» closes the list.
  const isBare =
    first.preposition !== undefined && first.preposition !== 'entre' && key === ',' && at === next + 1
  return isBare && !isClosedList(row, at) ? undefined : at
}

/** Whether «, Y et Z» goes on from the phrase at `at`. */
function isClosedList(row: Row, at: number): boolean {
  for (let index = at + 1; index < at + 12; index++) {
    const key = keyOfUnit(row, index)
    if (key === 'et' || key === 'ainsi')
      return partyAt(row, index + 1) !== undefined || partyAt(row, index + 2) !== undefined
    if (key !== ',' && partyAt(row, index) === undefined) return false
  }
  return false
}

/** The phrase that does what the verb group from `from` on tells: the nearest one before that can be a subject. */
export function subjectBefore(row: Row, from: number): PartyList | undefined {
  // «X, qui a rencontré Y»
  if (partyAt(row, from - 1)?.pronoun === 'qui') return antecedentOf(row, from - 1)
  for (let at = from - 1; at >= 0; at--) {
    const inverted = invertedPronoun(row, at)
    if (inverted !== undefined) return { parties: [inverted], from: at, next: at + 1 }
    const party = partyAt(row, at)
    if (party === undefined || /^(?:qui|lui|eux)$/u.test(party.pronoun ?? '')) continue
    const list = listEndingAt(row, at)
    if (canBeSubject(row, list)) return list
    at = list.from
  }
  return controllerBefore(row, from)
}

/** «a-t-il déclaré»: `il`. */
function invertedPronoun(row: Row, at: number): Party | undefined {
  const word = wordAt(row, at)
  const pronoun = /-(ils?|elles?)$/u.exec(word?.key ?? '')?.[1]
  if (word === undefined || pronoun === undefined) return undefined
  const isPlural = pronoun.endsWith('s')
  return {
    kind: 'pronoun',
    pronoun,
    start: word.start,
    end: word.end,
    isPlural,
    isPossessive: false,
    isIndefinite: false,
  }
}

/** «devrait amener X à intervenir en recevant Y»: no subject of a verb, but the nearest person without a preposition. */
function controllerBefore(row: Row, from: number): PartyList | undefined {
  for (let at = from - 1; at >= 0; at--) {
    const party = partyAt(row, at)
    if (party?.kind === 'person' && party.preposition === undefined) return listEndingAt(row, at)
  }
  return undefined
}

/** Whom «qui» stands for: the phrase right before, or, behind a comma, the one that an apposition belongs to. */
function antecedentOf(row: Row, qui: number): PartyList | undefined {
  const most = keyOfUnit(row, qui - 1) === ',' ? MOST_APPOSED : 3
  for (let at = qui - 1; at >= 0 && at >= qui - most; at--)
    if (partyAt(row, at) !== undefined) return listEndingAt(row, at)
  return undefined
}
const MOST_APPOSED = 14

/** The whole list whose last phrase stands at `at`. */
function listEndingAt(row: Row, at: number): PartyList {
  for (let from = Math.max(0, at - 24); from < at; from++) {
    const list = partyAt(row, from) === undefined ? undefined : listFrom(row, from)
    if (list !== undefined && list.next === at + 1) return list
  }
  return listFrom(row, at) ?? { parties: [], from: at, next: at + 1 }
}

const OPENERS = new Set(
  ", ; : « \" “ ( - – — et mais ou que qu' quand lorsque lorsqu' alors comme si car donc puis dont puisque tandis or".split(
    ' ',
  ),
)

export function canBeSubject(row: Row, { parties, from }: PartyList): boolean {
  const [first] = parties
  if (first === undefined || first.preposition !== undefined) return false
  let at = from - 1
  // «mercredi le ministre», «a annoncé mercredi le ministre»
  while (at >= 0 && isAside(row, at)) at--
  if (at < 0) return true
  const before = keyOfUnit(row, at)
  if (before === '') return false
  // «le chef du Mouvement (MV) Jean Dupré»
  if (OPENERS.has(before) || before === '.' || before === ')') return true
  return isSpeech(before) && isInverted(row, at)
}

const isAside = (row: Row, at: number): boolean => {
  const key = keyOfUnit(row, at)
  return (
    isTimeWord(key) ||
    (key.endsWith('ment') && key.length > 5) ||
    /^(?:ce|cette|ainsi|aussi|alors)$/u.test(key)
  )
}

/** «…, a déclaré X»: no subject stands before the verb. */
function isInverted(row: Row, verb: number): boolean {
  for (let at = verb - 1; at >= 0 && at > verb - 6; at--) {
    const key = keyOfUnit(row, at)
    if (key === ',' || key === '"' || key === '»' || key === '”' || key === '-' || key === '–') return true
    if (
      partyAt(row, at) !== undefined ||
      !(HAVE.has(lowerOfUnit(row, at)) || isLight(key) || key === 'fait' || key === "s'" || key === 'est')
    )
      return false
  }
  return verb < 5
}
