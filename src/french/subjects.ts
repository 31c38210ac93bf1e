// Who does what a verb tells: the list before it, behind «qui», inverted, or behind a verb of speech. Reads no verb.
import { HAVE, isAside, isLight } from './light-words.ts'
import { type Party, partyOf } from './party.ts'
import { listEndingAt, type PartyList } from './party-lists.ts'
import { isSpeech } from './roles.ts'
import { keyOfUnit, lowerOfUnit, partyAt, type Row, wordAt } from './unit-row.ts'
import { wordSet } from './word-set.ts'

/** Of the verb group that begins at `from`: the nearest list before it that can be a subject. */
export function subjectBefore(row: Row, from: number): PartyList | undefined {
  // «X, qui a rencontré Y»
  if (partyAt(row, from - 1)?.pronoun === 'qui') return antecedentOf(row, from - 1)
  const controller = controllerRightBefore(row, from)
  if (controller !== undefined) return controller
  for (let at = from - 1; at >= 0; at--) {
    const inverted = invertedPronoun(row, at)
    if (inverted !== undefined) return { parties: [inverted], from: at, next: at + 1 }
    const party = partyAt(row, at)
    if (party === undefined || NO_SUBJECTS.has(party.pronoun ?? '')) continue
    const list = listEndingAt(row, at)
    if (canBeSubject(row, list)) return list
    // «A a rencontré B et C a rencontré D»: right before a verb, C is of its clause.
    const own = { parties: [party], from: at, next: at + 1 }
    if (at === from - 1 && list.parties.length > 1 && canBeSubject(row, own)) return own
    at = list.from
  }
  return controllerBefore(row, from)
}

/**
 * «a chargé X de rencontrer Y», «a demandé à X de recevoir Y», «laisse X rencontrer Y»: whoever is asked, sent or let do it is
 * the subject of the infinitive.
 */
function controllerRightBefore(row: Row, from: number): PartyList | undefined {
  const at = LINKS.has(keyOfUnit(row, from - 1)) ? from - 2 : from - 1
  const party = partyAt(row, at)
  if (party === undefined || party.pronoun === 'qui') return undefined
  const list = listEndingAt(row, at)
  const isFree = party.preposition === undefined || party.preposition === 'à'
  const verbs = [1, 2, 3].map((back) => keyOfUnit(row, list.from - back))
  return isFree && verbs.some((key) => CONTROLS.test(key)) ? list : undefined
}

const LINKS = wordSet("de d' a pour")
const CONTROLS =
  /^(?:charg|envo[iy]|laiss|demand|invit|autoris|oblig|pouss|amen|aid|convain|convi|encourag|exhort|interdi|permet|permi|ordonn|press|suppli|somm|mandat|design|dissuad|empech|regard|fai[st]$|vu$|fera|prie|prié|appel)/u

const NO_SUBJECTS = wordSet('qui lui eux')

/** «a-t-il déclaré»: `il`. */
function invertedPronoun(row: Row, at: number): Party | undefined {
  const word = wordAt(row, at)
  const pronoun = /-(ils?|elles?)$/u.exec(word?.key ?? '')?.[1]
  if (word === undefined || pronoun === undefined) return undefined
  const { start, end } = word
  return partyOf({ kind: 'pronoun', pronoun, start, end, isPlural: pronoun.endsWith('s') })
}

/** «devrait amener X à intervenir en recevant Y»: no subject of a verb, but the nearest person without a preposition. */
function controllerBefore(row: Row, from: number): PartyList | undefined {
  for (let at = from - 1; at >= 0; at--) {
    const party = partyAt(row, at)
    if (party?.kind === 'person' && party.preposition === undefined) return listEndingAt(row, at)
  }
  return undefined
}

/** How many units before «qui» its phrase stands: right before, or farther where a comma closes an apposition. */
const MOST_BEFORE_QUI = 3
const MOST_APPOSED = 14

/** Whom «qui» stands for: the phrase right before, or, behind a comma, the one that an apposition belongs to. */
function antecedentOf(row: Row, qui: number): PartyList | undefined {
  const most = keyOfUnit(row, qui - 1) === ',' ? MOST_APPOSED : MOST_BEFORE_QUI
  for (let at = qui - 1; at >= 0 && at >= qui - most; at--)
    if (partyAt(row, at) !== undefined) return listEndingAt(row, at)
  return undefined
}

/** Whether nothing governs a list: it opens the sentence or a clause, or follows a verb of speech. */
export function canBeSubject(row: Row, { parties, from }: PartyList): boolean {
  const [first] = parties
  if (first === undefined || first.preposition !== undefined) return false
  let at = from - 1
  // «mercredi le ministre», «a annoncé mercredi le ministre»
  while (at >= 0 && isAside(keyOfUnit(row, at))) at--
  if (at < 0) return true
  const before = keyOfUnit(row, at)
  return OPENERS.has(before) || (isSpeech(before) && isInverted(row, at))
}

/** What a subject may follow. «le chef du Mouvement (MV) Jean Dupré» has a bracket before it. */
const OPENERS = wordSet(`
, ; : . « " “ ( ) - – — et mais ou que qu' quand lorsque lorsqu' alors comme si car donc puis dont puisque tandis or
`)

/** How many words of a verb group stand between a quotation and its verb of speech. */
const MOST_BEFORE_SPEECH = 5

/** «…, a déclaré X»: no subject stands before the verb at `verb`. */
function isInverted(row: Row, verb: number): boolean {
  for (let at = verb - 1; at >= 0 && at >= verb - MOST_BEFORE_SPEECH; at--) {
    const key = keyOfUnit(row, at)
    if (CLOSES_SPEECH.has(key)) return true
    if (partyAt(row, at) !== undefined) return false
    if (!HAVE.has(lowerOfUnit(row, at)) && !isLight(key) && !LEADS_TO_SPEECH.has(key)) return false
  }
  return verb < MOST_BEFORE_SPEECH
}

const CLOSES_SPEECH = wordSet(', " » ” - –')

/** «a fait savoir X», «s’est étonné X» */
const LEADS_TO_SPEECH = wordSet("fait s' est")
