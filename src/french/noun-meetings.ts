// The meetings that nouns tell: «la rencontre entre X et Y», «à l’issue d’un entretien avec Y». Leaves out interviews,
// matches and court hearings.
import {
  type Reading,
  type RowOfText,
  type Sides,
  textBefore,
  textBehind,
  textBetween,
} from './meeting-reading.ts'
import { sidesOf } from './meeting-sides.ts'
import { statusOfNoun } from './meeting-status.ts'
import type { MeetingNoun } from './meeting-nouns.ts'
import { isToldAgain } from './told-again.ts'
import { clauseStart, endOf, keyOfUnit, startOf } from './unit-row.ts'

/** What the noun at `at` tells. */
export function readNoun(sentence: RowOfText, at: number, noun: MeetingNoun): Reading | undefined {
  if (isOtherSense(sentence, at)) return undefined
  const sides = sidesOf(sentence, at) ?? (isToldAgain(sentence, at) ? TOLD_BEFORE : undefined)
  if (sides === undefined) return undefined
  const { row } = sentence
  const clause = clauseStart(row, at)
  return {
    kind: noun.kind,
    status: statusOfNoun({
      head: textBetween(sentence, startOf(row, 0), startOf(row, clause)),
      before: textBetween(sentence, startOf(row, clause), startOf(row, at)),
      behind: textBehind(sentence, at, Infinity),
    }),
    ...sides,
    start: startOf(row, at),
    end: endOf(row, at),
    isInPerson: noun.isInPerson,
  }
}

/** Whoever met is to be found in what was told before. */
const TOLD_BEFORE: Sides = { subjects: [], objects: [], confidence: 0.5 }

/** Characters behind a noun, and units before it, that show another sense of it. */
const CHARACTERS_BEHIND = 110
const UNITS_BEFORE = 3

/** «un entretien accordé au Monde», «une rencontre de football», «l’appel de la forêt»: no meeting. */
function isOtherSense(sentence: RowOfText, at: number): boolean {
  const key = keyOfUnit(sentence.row, at)
  const behind = textBehind(sentence, at, CHARACTERS_BEHIND)
  const before = textBefore(sentence, at, UNITS_BEFORE)
  if (key === 'appel') return !behind.startsWith(' téléphonique') && !/coup d['’]/u.test(before)
  if (key === 'conference') return !behind.startsWith(' téléphonique')
  if (key === 'audience') return !AUDIENCE_GIVEN.test(behind) && !before.endsWith('en ')
  if (key.startsWith('entretien')) return INTERVIEW.test(behind)
  return key.startsWith('rencontre') && MATCH.test(behind)
}

/** «une audience privée», «l’audience de X avec le pape»: given by somebody, not held in court. */
const AUDIENCE_GIVEN = /^ (?:privée|avec|au vatican|accordée|de [^,]{0,40} avec)/u

/** «un entretien accordé à la presse», «un entretien d’embauche», «l’entretien des routes» */
const INTERVIEW =
  /^ (?:\p{L}+ ){0,2}(?:accordé|publié|paru|diffusé|télévisé|sur (?:la chaîne|le plateau|france|cnn|bfm|tf1|lci|rtl|cnews)|d['’]embauche|des? (?:routes|bâtiments|espaces)|à (?:l['’]afp|la presse|paraître)|au (?:journal|quotidien|magazine|site|figaro|monde|parisien))/u

const MATCH = /^ (?:de (?:football|rugby|ligue|coupe|championnat)|amicale|sportive)/u
