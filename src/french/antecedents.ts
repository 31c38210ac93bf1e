// Who a sentence speaks of that opens on «Il», «Elle», «Ce dernier», where one reading is left: the one person of the
// sentence before, its subject or its speaker. Never guesses; things and groups are left alone.
import { keyOf } from './first-names.ts'
import { fullNameOf } from './full-names.ts'
import { findPeople, type PersonName } from './people.ts'
import { tellsOfPerson } from './personal-verbs.ts'
import { DIRECT_TITLES, ROLES, SPEECH } from './roles.ts'
import { splitSentences, type Span } from './sentences.ts'
import { straightQuotes } from './straight-quotes.ts'
import type { Gender } from './first-name-genders.ts'

/** The full name behind a pronoun, as it stands earlier in the text. */
export interface Antecedent {
  /** Offset behind the pronoun. */
  readonly at: number
  readonly name: string
}

const OPENING = /^(?:(il|ce dernier)|(elle|cette dernière))[ \u00A0]/iu

/** How far back the sentence before is looked for, in characters. */
const LOOKED_BACK = 900

/** A pronoun whose sentence before opens on one itself is followed back so often. */
const MOST_STEPS = 2

/** Undefined where the sentence opens on no such pronoun, or where more than one reading is left. */
export function antecedentOfOpening(text: string, span: Span): Antecedent | undefined {
  const opening = openingOf(text, span)
  if (opening === undefined) return undefined
  const name = whoIs(text, span, opening.gender, MOST_STEPS)
  return name === undefined ? undefined : { at: opening.end, name }
}

interface Opening {
  readonly gender: Gender
  readonly end: number
}

/** A pronoun for a person, with a verb that only people do. */
function openingOf(text: string, { start, end }: Span): Opening | undefined {
  const head = text.slice(start, Math.min(end, start + 16))
  const match = OPENING.exec(head)
  if (match === null) return undefined
  const pronounEnd = start + match[0].length - 1
  if (!tellsOfPerson(text.slice(pronounEnd + 1, Math.min(end, pronounEnd + 120)))) return undefined
  return { gender: match[1] === undefined ? 'feminine' : 'masculine', end: pronounEnd }
}

function whoIs(text: string, span: Span, gender: Gender, steps: number): string | undefined {
  const before = sentenceBefore(text, span.start)
  if (before === undefined || isInQuotation(text, span.start)) return undefined
  const sentence = text.slice(before.start, before.end)
  const person = soleSubject(sentence, findPeople(sentence), gender)
  if (person === undefined) return steps > 0 ? whoWas(text, before, span, gender, steps - 1) : undefined
  const full = fullNameOf(text, person.name, gender)
  if (full === undefined || full.at >= span.start) return undefined
  return isNamedIn(text.slice(span.start, span.end), full.name) ? undefined : full.name
}

/** The sentence before opens on the same pronoun and names nobody. */
function whoWas(text: string, before: Span, span: Span, gender: Gender, steps: number): string | undefined {
  const sentence = text.slice(before.start, before.end)
  const isInverted = invertedGender(sentence) === gender
  if (!isInverted && openingOf(text, before)?.gender !== gender) return undefined
  const first = isInverted ? quotationHead(text, before) : before
  if (first === undefined) return undefined
  // Within a quotation somebody else may be named: «il» is who speaks.
  const told = isInverted ? sentence.slice(INVERTED.exec(sentence)?.index ?? 0) : sentence
  if (findPeople(told).length > 0 || hasOtherPerson(told, gender)) return undefined
  const name = whoIs(text, first, gender, steps)
  return name === undefined || isNamedIn(text.slice(span.start, span.end), name) ? undefined : name
}

/** The sentence in which the quotation begins that ends in `span`, on the same line. */
function quotationHead(text: string, span: Span): Span | undefined {
  if (!isInQuotation(text, span.start)) return span
  const line = text.lastIndexOf('\n', span.start - 1) + 1
  const mark = Math.max(...['"', '«', '“'].map((one) => text.lastIndexOf(one, span.start - 1)))
  return mark < line || span.start - mark > LOOKED_BACK ? undefined : { start: mark, end: mark + 1 }
}

/** «…», a-t-il déclaré. */
function invertedGender(sentence: string): Gender | undefined {
  const pronoun = INVERTED.exec(sentence)?.[1]
  return pronoun === undefined ? undefined : pronoun === 'il' ? 'masculine' : 'feminine'
}
const INVERTED = /["»”],? (?:\p{L}['’])?\p{Ll}+-(?:t-)?(il|elle)(?![\p{L}-])/u

/** On the same line or the line before; not behind an intertitle. */
function sentenceBefore(text: string, start: number): Span | undefined {
  const from = Math.max(0, start - LOOKED_BACK)
  const last = splitSentences(text.slice(from, start)).at(-1)
  if (last === undefined || (from > 0 && last.start === 0)) return undefined
  const span = { start: from + last.start, end: from + last.end }
  return /[.!?…»"”]$/u.test(text.slice(span.start, span.end)) ? span : undefined
}

/** Whether a quotation that opened earlier on the line is still open. */
function isInQuotation(text: string, start: number): boolean {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - LOOKED_BACK)
  const line = text.slice(from, start)
  const roles = straightQuotes(line)
  for (let at = line.length - 1; at >= 0; at--) {
    const mark = line.charAt(at)
    if (mark === '«' || mark === '“') return true
    if (mark === '»' || mark === '”') return false
    if (mark === '"') return roles.get(at) === 'opens'
  }
  return false
}

const isNamedIn = (sentence: string, name: string): boolean =>
  sentence.includes(name.split(' ').at(-1) ?? name)

/** The only person of the sentence, who does what it tells or says what it quotes. */
function soleSubject(
  sentence: string,
  people: readonly PersonName[],
  gender: Gender,
): PersonName | undefined {
  const [person] = people
  if (person === undefined || people.some(({ name }) => !isSame(name, person.name))) return undefined
  const own = subjectStretch(sentence, person) ?? speakerStretch(sentence, person)
  if (own === undefined) return undefined
  const rest = `${sentence.slice(0, own.start)} | ${sentence.slice(own.end)}`
  return hasOtherPerson(rest, gender) ? undefined : person
}

const isSame = (one: string, other: string): boolean => one.endsWith(other) || other.endsWith(one)

/** No «lui», «la» before the verb: a second person is there, whom the next pronoun may mean. */
const VERB_AHEAD =
  /^(?: \([^()]{1,30}\))?(?:,[^,;:"«»“”]{3,120},|,)? (?:n['’]|ne |s['’]|se |l['’]|y |en )*(?!(?:et|ou|de|des|du|à|au|aux|dans|sur|en|par|pour|avec|qui|que|dont|où|lors|ce|cette|le|la|les|un|une|mais|comme|après|avant|hier|selon|chez|sans|sous|notamment|lui|leur|les)(?![\p{L}]))(?:a|est|\p{Ll}+(?:e|t|d|a|c))(?![\p{L}'’])/u
/** What may open the sentence before its subject. */
const ADJUNCT =
  /^(?!["«“]|(?:Si|S['’]il|Alors|Quand|Lorsqu|Comme|Tandis|Puisqu|Il|Elle|On|C['’]est|Selon lui|Selon elle)(?!\p{L}))[^"«»“”;:]{2,110}?, (?=\p{Lu}|l['’]|l[ea] |M\. |Mme )/u
/** An article and an office before the name: «Le président russe », «la maire de Paris, ». */
const OFFICE =
  /^(?:(?:l['’]|l[ea] )((?:(?!(?:a|est|ont|qui|que|avec|par|pour|dont|avait|était)(?!\p{L}))[\p{L}'’()-]+,? )*?))?(?:M\. |Mme |Me )?$/iu

/** `Le président russe Vladimir Poutine a`: from the head to its verb. */
function subjectStretch(sentence: string, { start, end }: PersonName): Span | undefined {
  const verb = VERB_AHEAD.exec(sentence.slice(end, end + 200))
  if (verb === null) return undefined
  const before = sentence.slice(0, start)
  const last = end + verb[0].length + predicateLength(verb[0], sentence.slice(end + verb[0].length))
  if (isOffice(before)) return { start: 0, end: last }
  const adjunct = ADJUNCT.exec(sentence)?.[0].length ?? 0
  if (adjunct === 0 || adjunct > start || !isOffice(before.slice(adjunct))) return undefined
  return { start: adjunct, end: last }
}

/** «X était père de deux enfants»: what he was belongs to him. */
function predicateLength(verb: string, behind: string): number {
  return /(?:est|était)$/u.test(verb) ? (PREDICATE.exec(behind)?.[0].length ?? 0) : 0
}
const PREDICATE = /^(?: (?!(?:de|du|des|avec|par|à|en|dans|sur|pour|chez|et)(?!\p{L})|d['’])[\p{L}-]+){1,4}/u

/** «Le frère de Jean Dupré» is not Jean Dupré: the office stands beside the name, or a comma between them. */
function isOffice(before: string): boolean {
  const office = OFFICE.exec(before)
  if (office === null) return false
  const words = office[1] ?? ''
  if (words === '') return true
  const hasComma = words.endsWith(', ')
  if (words.slice(0, -2).includes(',') || /(?:^| )(?:d['’]|de |du |des )$/u.test(words)) return false
  const persons = Array.from(words.matchAll(/\p{L}+(?:-\p{L}+)*/gu)).filter(([word]) => {
    const key = keyOf(word)
    return isPersonNoun(key) && !HALF_OFFICES.has(key)
  })
  if (hasComma) return persons.length > 0
  return persons.length === 1 && !/(?:^| )et /u.test(words)
}
/** «Premier ministre» is one office, «porte-parole du chef de file» too. */
const HALF_OFFICES = new Set([
  'premier',
  'premiere',
  'vice-premier',
  'tete',
  'membre',
  'figure',
  'chef',
  'adjoint',
  'adjointe',
])

const isPersonNoun = (key: string): boolean => KIN.has(key) || ROLES.has(key) || DIRECT_TITLES.has(key)

const SPOKEN =
  /(?:^|[\s"»”,])(?:a |avait |s['’]est |s['’]était |ainsi |également |aussi |d['’]abord |ensuite |notamment )*(\p{Ll}+)(?: [\p{Ll}]+ment| ainsi| également| aussi| notamment)?(?: (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: soir| matin)?|sur \p{Lu}[\p{L}\d]+|à l['’]AFP))?(?<office> (?:(?:le|la) |l['’])(?:(?!(?:a|est|qui|que|avec|par|pour)(?!\p{L}))[\p{L}'’-]+,? ){1,9})?(?: ?(?:M\.|Mme|Me))? ?$/u

/** `», a déclaré mardi le ministre Jean Dupré.` at the end of the sentence. */
function speakerStretch(sentence: string, { start, end }: PersonName): Span | undefined {
  const before = sentence.slice(Math.max(0, start - 140), start)
  const verb = SPOKEN.exec(before)
  const key = keyOf(verb?.[1] ?? '')
  if (verb === null || !(SPEECH.has(key) || SPEECH.has(key.replace(/es?$/u, 'e')))) return undefined
  const office = verb.groups?.['office']?.trimStart()
  if (office !== undefined && !isOffice(office)) return undefined
  if (!/["»”,]/u.test(sentence.slice(0, start))) return undefined
  const apposed = APPOSED.exec(sentence.slice(end))?.[0].length ?? 0
  return { start: start - verb[0].length, end: end + apposed }
}

const APPOSED = /^, [^,.;:"«»]{3,110}(?=[,.])/u

const FEMININE_BEFORE = new Set(['la', 'une', 'sa', 'cette'])
const MASCULINE_BEFORE = new Set(['le', 'un', 'du', 'au', 'ce', 'cet'])
const PLURAL_BEFORE = new Set(
  'les des ses ces leurs deux trois quatre cinq six dix aux plusieurs quelques tous toutes'.split(' '),
)
const KIN = new Set(
  'mari homme femme fils fille pere mere frere soeur enfant garcon compagnon compagne epouse epoux victime suspect suspecte bebe adolescent adolescente ado copain copine policier policiere auteur automobiliste conducteur conductrice interlocuteur rival rivale adversaire predecesseur successeur homologue plaignante plaignant edile elu elue chef'.split(
    ' ',
  ),
)

/** Whether a person of that gender, without a name, stands in the stretch: «le ministre», «son jeune mari», «l’actrice». */
function hasOtherPerson(stretch: string, gender: Gender): boolean {
  const others = gender === 'masculine' ? FEMININE_BEFORE : MASCULINE_BEFORE
  const before = ['', '']
  for (const [word] of stretch.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
    const key = keyOf(word)
    if (isPersonNoun(key) && !before.some((one) => PLURAL_BEFORE.has(one) || others.has(one))) return true
    before.shift()
    before.push(key)
  }
  return false
}
