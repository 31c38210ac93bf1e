// A verb with its auxiliaries, clitics and negation, its tense and voice. Looks neither for its subject nor for its object.
import { BE, HAVE, isLight } from './light-words.ts'
import { keyOfUnit, lowerOfUnit, partyAt, type Row, wordAt } from './unit-row.ts'
import { wordSet } from './word-set.ts'

export type GroupTense = 'present' | 'past' | 'imperfect' | 'future' | 'conditional' | 'infinitive' | 'gerund'

export interface VerbGroup {
  /** Index of the first word: an auxiliary, a clitic, or the verb itself. */
  readonly from: number
  /** Index of the verb itself. */
  readonly at: number
  readonly tense: GroupTense
  readonly voice: 'active' | 'passive' | 'reflexive'
  readonly isNegative: boolean
  /** «l’a reçu», «les a rencontrés», «lui a téléphoné»: folded. */
  readonly clitic?: string
  /** A participle without an auxiliary: «reçu mardi par X». */
  readonly isLoose: boolean
}

/** Those that are missing make a past: «a reçu», «était reçu». */
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
  return {
    ...groupLead(lead),
    at,
    tense,
    voice: isReflexive(lead) ? 'reflexive' : 'active',
    isLoose: false,
  }
}

/** How many words before a participle its auxiliary is looked for. */
const MOST_BEFORE_PARTICIPLE = 9

/** The group of the participle at `at`. */
/** Index of the comma that opens what the comma at `at` closes. */
function commaBefore(row: Row, at: number): number | undefined {
  for (let index = at - 1; index > at - LONGEST_ASIDE; index--) {
    if (keyOfUnit(row, index) === ',') return index
    if (wordAt(row, index) === undefined) return undefined
  }
  return undefined
}
const LONGEST_ASIDE = 8

export function participleGroup(row: Row, at: number): VerbGroup {
  let isBeen = false
  for (let index = at - 1; index >= 0 && index >= at - MOST_BEFORE_PARTICIPLE; index--) {
    const word = wordAt(row, index)
    if (word === undefined) break
    // «a, mardi à Nantes, rencontré»
    if (word.key === ',' && index === at - 1) {
      const comma = commaBefore(row, index)
      if (comma !== undefined) {
        index = comma
        continue
      }
    }
    if (word.lower === 'été') isBeen = true
    else if (HAVE.has(word.lower) || BE.has(word.lower)) return compoundGroup(row, at, index, isBeen)
    else if (word.key !== ',' && !isLight(word.key)) break
  }
  return { from: at, at, tense: 'past', voice: 'passive', isNegative: false, isLoose: true }
}

/** A participle at `at` with its auxiliary, `isBeen` with «été» between them. */
function compoundGroup(row: Row, at: number, auxiliary: number, isBeen: boolean): VerbGroup {
  const lower = lowerOfUnit(row, auxiliary)
  const lead = leadOf(row, auxiliary)
  const isNegative = lead.isNegative || isNegated(row, auxiliary, at)
  const common = { ...groupLead(lead), at, isLoose: false, isNegative }
  const tense = TENSE_OF_AUXILIARY.get(lower)
  if (HAVE.has(lower)) return { ...common, tense: tense ?? 'past', voice: isBeen ? 'passive' : 'active' }
  if (isReflexive(lead))
    return { ...common, tense: tense === 'conditional' ? tense : 'past', voice: 'reflexive' }
  const isPresent = lower === 'est' || lower === 'sont'
  return { ...common, tense: tense ?? (isPresent ? 'present' : 'past'), voice: 'passive' }
}

const NOT = wordSet('pas jamais')

function isNegated(row: Row, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (NOT.has(keyOfUnit(row, at))) return true
  return false
}

/** What stands right before a verb. */
interface Lead {
  /** Index of its first word. */
  readonly from: number
  /** Folded, the nearest to the verb first. */
  readonly clitics: readonly string[]
  readonly isNegative: boolean
}

const CLITICS = wordSet("se s' le la l' les lui leur y en me m' nous")
const NEGATIONS = wordSet("ne n' pas jamais")

/** Clitics and «ne» before the verb at `at`. */
function leadOf(row: Row, at: number): Lead {
  const clitics: string[] = []
  let from = at
  let isNegative = false
  while (from > 0) {
    const key = keyOfUnit(row, from - 1)
    if (NEGATIONS.has(key)) isNegative = true
    else if (CLITICS.has(key)) clitics.push(key)
    // «lui» is a phrase for somebody already.
    else if (partyAt(row, from - 1)?.pronoun === 'lui') clitics.push('lui')
    else break
    from--
  }
  return { from, clitics, isNegative }
}

const isReflexive = ({ clitics }: Lead): boolean => clitics.some((key) => key === "s'" || key === 'se')

/** Clitics that stand for nobody else: «s’y est rendu». */
const NO_OBJECTS = wordSet("s' se y en")

function groupLead({ from, clitics, isNegative }: Lead): Pick<VerbGroup, 'from' | 'isNegative' | 'clitic'> {
  const clitic = clitics.find((key) => !NO_OBJECTS.has(key))
  return { from, isNegative, ...(clitic === undefined ? {} : { clitic }) }
}
