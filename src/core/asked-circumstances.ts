// Questions for a place, a time or a number: «où», «quand», «combien» and their longer forms. Answers nothing.
import { keysOf, phraseOf, type QuestionLine, type QuestionWord, wordsAt } from '../french/question-line.ts'
import type { HowManyAsked, WhenAsked, WhereAsked } from './asked.ts'
import { meetingOf, type MeetingAsked } from './asked-meeting.ts'
import type { Day } from './calendar.ts'

/** The words left when what asks is taken out; undefined when nothing asks so. */
function without(
  words: readonly QuestionWord[],
  pattern: RegExp,
): { readonly match: RegExpExecArray; readonly rest: readonly QuestionWord[] } | undefined {
  const match = pattern.exec(keysOf(words))
  if (match === null) return undefined
  const asking = new Set(wordsAt(words, match.index, match.index + match[0].length))
  return { match, rest: words.filter((word) => !asking.has(word)) }
}

const withMeeting = (meeting: MeetingAsked | undefined): { readonly meeting?: MeetingAsked } =>
  meeting === undefined ? {} : { meeting }

const WHERE =
  /^ (?:c est |mais |et |alors |d |vers |jusqu )?ou (?:est ce (?:que |qu ))?|(?:^| )(?:a|dans|en|vers|sur|chez|depuis) quel(?:le|s|les)? (?<noun>[\p{L}-]+) (?:est ce (?:que |qu ))?|(?:^| )quel(?:le)? (?:est|etait|sera) (?:le |l )?(?:lieu|endroit) (?:de |d |du )?| ou $/u
/** «en quelle année», «à quelle heure»: those are readWhen’s; «à quel prix» is readHowMany’s. */
const NOT_PLACES =
  /^(?:annee|an|heure|jour|date|mois|moment|siecle|saison|semaine|prix|age|temperature|vitesse|titre|taux|point|niveau|occasion|sujet|cadre|but|condition|conditions|raison|raisons|ministre|president|personne|personnes|mesure)s?$/u
/** Not a place but a kind of it that says nothing. */
const ANY_PLACE = /^(?:endroit|lieu|place)s?$/u

export function readWhere(line: QuestionLine, on: Day | undefined): WhereAsked | undefined {
  const found = without(line.words, WHERE)
  if (found === undefined) return undefined
  const noun = found.match.groups?.['noun']
  if (noun !== undefined && NOT_PLACES.test(noun)) return undefined
  const meeting = withMeeting(meetingOf(line.text, found.rest, on))
  return noun === undefined || ANY_PLACE.test(noun)
    ? { kind: 'where', ...meeting }
    : { kind: 'where', noun, ...meeting }
}

const WHEN =
  /(?:^| )(?:c est |depuis |jusqu a |pour |a partir de )?quand (?:est ce (?:que |qu )|c est (?:que |qu )?)?|(?:^| )(?:(?:a|en|de|depuis|pour|jusqu a|des|vers) )?quel(?:le)?s? (?:est |sera |etait )?(?:la |le |l )?(?<unit>jours?|dates?|heures?|mois|annees?|siecle|moment)(?: (?:et|ou) (?:a )?quelle heure)? (?:est ce (?:que |qu )|(?:de|du|d|des) )?/u
const UNITS: readonly (readonly [RegExp, WhenAsked['unit']])[] = [
  [/^(?:jour|date)/u, 'day'],
  [/^heure/u, 'hour'],
  [/^mois/u, 'month'],
  [/^annee/u, 'year'],
]

export function readWhen(line: QuestionLine, on: Day | undefined): WhenAsked | undefined {
  const found = without(line.words, WHEN)
  if (found === undefined) return undefined
  // «quand Macron sera reçu par Trump, que dira-t-il ?» asks for something else, but nobody types it.
  const unit = UNITS.find(([pattern]) => pattern.test(found.match.groups?.['unit'] ?? ''))?.[1] ?? 'any'
  return { kind: 'when', unit, ...withMeeting(meetingOf(line.text, found.rest, on)) }
}

/** Nouns that are measured, with their measure. */
const MEASURED: readonly (readonly [RegExp, HowManyAsked['measure']])[] = [
  [
    /^(?:prix|cout|montant|budget|salaire|chiffre|tarif|somme|amende|dette|recette|valeur|facture|loyer|rancon|fortune)s?$/u,
    'money',
  ],
  [/^(?:temperature)s?$/u, 'temperature'],
  [/^(?:part|pourcentage|taux|proportion|score|resultat|participation|abstention|majorite)s?$/u, 'share'],
  [/^age$/u, 'age'],
  [/^(?:duree)s?$/u, 'time'],
  [
    /^(?:distance|longueur|hauteur|taille|superficie|surface|altitude|profondeur|largeur|vitesse|poids|puissance)s?$/u,
    'length',
  ],
  [/^(?:nombre|bilan|effectif|population|quantite|total|magnitude)s?$/u, 'count'],
]
const MEASURE = new RegExp(
  ' (?:(?:a|de|pour|avec) )?quel(?:le)?s? (?:est |etait |sera |sont |a ete )?(?:le |la |l |les )?(?<noun>prix|cout|montant|budget|salaire|chiffre|tarif|somme|amende|dette|valeur|loyer|rancon|fortune|temperature|part|pourcentage|taux|proportion|score|age|duree|distance|longueur|hauteur|taille|superficie|surface|altitude|profondeur|vitesse|poids|puissance|nombre|bilan|population|quantite|magnitude)s? ',
  'u',
)
const HOW_MANY = /(?:^| )combien (?:est ce (?:que |qu )|y a il |il y a |y a )?(?<of>(?:de|d|du|des) )?/u
const MONEY_VERBS =
  / (?:cout\p{L}*|vendu\p{L}*|vend\p{L}*|vaut|valent|valait|vaudra|achet\p{L}*|pay\p{L}*|gagn\p{L}*|depens\p{L}*|touch\p{L}*|investi\p{L}*|rapport\p{L}*|prix|adjuge\p{L}*|estime\p{L}*|facture\p{L}*) /u
/** Where the counted noun ends: at the verb or the circumstances. */
const COUNTED_END =
  / (?:a|ont|est|sont|etait|etaient|avait|avaient|sera|seront|va|vont|doit|doivent|y|dans|en|au|aux|sur|par|depuis|pour|lors|pendant|apres|avant|chez|s|se|il|ete|que|qu|faut|compte|comptent|travaillent|vivent|restent|participent) /u

export function readHowMany({ text, words }: QuestionLine): HowManyAsked | undefined {
  const measured = without(words, MEASURE)
  if (measured !== undefined) {
    const noun = measured.match.groups?.['noun'] ?? ''
    const measure = MEASURED.find(([pattern]) => pattern.test(noun))?.[1] ?? 'any'
    // «quelle température à Vernay», «quel âge a X»: what follows is measured, not counted.
    const isCircumstance = /^ (?:a|au|aux|en|dans|sur|pour|par) /u.test(keysOf(measured.rest))
    const counted = isCircumstance ? '' : phraseOf(text, untilEnd(measured.rest))
    return { kind: 'how-many', measure, counted: counted === '' ? undefined : counted }
  }
  const found = without(words, HOW_MANY)
  if (found === undefined) return undefined
  const keys = keysOf(words)
  const from = found.match.index + found.match[0].length - 1
  const behind = wordsAt(words, from, keys.length)
  const isOf = found.match.groups?.['of'] !== undefined
  const unit = behind[0]?.key ?? ''
  if (isOf && /^(?:temps|jours?|heures?|ans?|annees?|mois|semaines?)$/u.test(unit))
    return { kind: 'how-many', measure: 'time', counted: unit === 'temps' ? undefined : unit }
  if (isOf && /^(?:euros?|dollars?|argent|millions|milliards)$/u.test(unit))
    return { kind: 'how-many', measure: 'money', counted: undefined }
  if (isOf) return { kind: 'how-many', measure: 'count', counted: phraseOf(text, untilEnd(behind)) }
  const counted = undefined
  if (/ (?:mesur\p{L}*|pes\p{L}*) /u.test(keys)) return { kind: 'how-many', measure: 'length', counted }
  if (MONEY_VERBS.test(keys)) return { kind: 'how-many', measure: 'money', counted }
  return { kind: 'how-many', measure: 'any', counted }
}

function untilEnd(words: readonly QuestionWord[]): readonly QuestionWord[] {
  const keys = keysOf(words)
  // «d’enfants de jihadistes rapatriés»: the first word is counted whatever it looks like.
  const first = (words[0]?.key.length ?? 0) + 1
  const end = keys.slice(first).search(COUNTED_END)
  return end < 0 ? words : wordsAt(words, 0, first + end + 1)
}
