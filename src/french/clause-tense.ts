// The tense that governs a place in a French sentence, by the verbs of its clause. Parses nothing; unsure, it says so.
import { INFINITIVE, isLight, NAME, type Tense, type Verb, verbsOf, type Word } from './verb-tenses.ts'

export type { Tense } from './verb-tenses.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/**
 * The tense at `start`…`end`, a time expression within `sentence`: of its own clause where that has a verb, the
 * nearest one first; of the clauses around it where it stands alone between two marks.
 */
export function tenseAt(sentence: string, start: number, end: number): Tense {
  const clauses = clausesOf(wordsOf(sentence))
  const own = clauses.findIndex(({ from, to }) => from <= start && start < to)
  const clause = clauses[own]
  if (clause === undefined) return 'unsure'
  const near = clause.verbs.findLast(({ at }) => at < start) ?? verbBehind(clause, end)
  if (near !== undefined) return governs(clause, near, start) ? near.tense : 'unsure'
  if (isDrawnByNoun(clause, start, end, own === 0)) return 'unsure'
  const later = tenseOf(clauses.slice(own + 1))
  if (own === 0) return later ?? 'unsure'
  const told = clauses.slice(0, own).findLast(({ verbs }) => verbs.length > 0)
  const verb = told?.verbs.at(-1)
  if (told === undefined || verb === undefined || !governs(told, verb, start)) return 'unsure'
  if (told !== clauses[own - 1] && (verb.isPlan || verb.isPresent)) return 'unsure'
  return later === undefined || later === verb.tense ? verb.tense : 'unsure'
}

/** «la mort lundi de Jean Dupré»: the day belongs to the noun before it, and no verb tells its time. */
export function isInNounPhrase(sentence: string, start: number, end: number): boolean {
  const behind = sentence.slice(end, end + 6)
  // «le troisième anniversaire, vendredi, de l’annonce»
  if (/^,[ \u00A0]d(?:e |u |es |['’])/u.test(behind)) return true
  if (!/^[ \u00A0]d(?:e |u |es |['’])/u.test(behind)) return false
  const clause = clausesOf(wordsOf(sentence)).find(({ from, to }) => from <= start && start < to)
  const last = clause?.words.findLast((word) => word.end <= start && word.key !== 'ce')
  if (clause === undefined || last === undefined || isLight(last.key)) return false
  return !clause.verbs.some(({ at }) => at === last.start)
}

/**
 * A stretch without a verb that we know: with many words it has one that we do not know; with a noun before the day,
 * «candidate à sa réélection dimanche», the day is the noun's.
 */
function isDrawnByNoun({ words: all }: Clause, start: number, end: number, isHead: boolean): boolean {
  const others = all.filter((word) => word.end <= start || word.start >= end)
  if (others.length > FEWEST_OF_CLAUSE) return true
  if (others.some(({ key }) => INFINITIVE.test(key) || ALERTS.has(key) || AHEAD_OF.has(key))) return true
  return (
    !isHead && others.some((word) => word.end <= start && !isLight(word.key) && !BEFORE_DAY.has(word.key))
  )
}
const FEWEST_OF_CLAUSE = 4
/** They look to a day to come. */
const AHEAD_OF = words('avant pour approche candidat candidate vue')
const BEFORE_DAY = words(
  'ce dans la nuit soirée matinée journée de du tôt tard sur depuis dès et ou puis dont',
)

/** The verb of the clause that the day opens: «Mercredi le ministre a reçu…». */
function verbBehind({ verbs, words: all }: Clause, end: number): Verb | undefined {
  const verb = verbs.find(({ at, isLoose }) => at >= end && !isLoose)
  const isCut = all.some(({ key, start }) => key === 'et' && start >= end && start < (verb?.at ?? 0))
  return isCut ? undefined : verb
}

/** What the nearest clause with a verb says; a relative one must agree with the next. */
function tenseOf(clauses: readonly Clause[]): Tense | undefined {
  const [first, second] = clauses.filter(({ verbs }) => verbs.length > 0)
  const verb = first?.verbs[0]
  if (first === undefined || verb === undefined) return undefined
  const told = verb.isPresent ? 'unsure' : verb.tense
  if (!first.isRelative) return told
  const all = [...first.verbs, ...(second?.verbs.slice(0, 1) ?? [])]
  return all.every(({ tense }) => tense === told) ? told : 'unsure'
}
/** Whether nothing stands between the verb and the day that could draw the day to itself. */
function governs({ words: all }: Clause, { at, tense, isPlan, isPresent }: Verb, start: number): boolean {
  const from = all.findIndex((word) => word.start > at)
  const between = from < 0 ? [] : all.slice(from).filter((word) => word.end <= start)
  const isDrawn = between.some(({ key }, order) => {
    const before = between[order - 1]?.key ?? all[from - 1]?.key ?? NAME
    return (
      (INFINITIVE.test(key) && BEFORE_INFINITIVE.has(before)) ||
      (/ants?$/u.test(key) && !NO_PRESENT.has(key)) ||
      ALERTS.has(key) ||
      key === 'avant'
    )
  })
  if (isDrawn) return false
  return (
    (tense !== 'past' && tense !== 'earlier') ||
    !(isPlan || isPresent) ||
    between.every(({ key }) => isLight(key) || key === 'ce' || key === NAME)
  )
}
const BEFORE_INFINITIVE = words(
  "de d' à pour sans se s' y en lui leur pas devoir pouvoir vouloir faire venir aller",
)
/** What is set for days to come. */
const ALERTS = words('vigilance alerte')
const NO_PRESENT = words(
  'avant pendant devant durant maintenant enfant enfants étudiant étudiants manifestant manifestants représentant représentants commandant instant habitant habitants dirigeant dirigeants restaurant restaurants gant gants géant géants cependant montant montants important importants suivant suivants participant participants attaquant attaquants militant militants migrant migrants croissant passant passants assistant assistants combattant combattants opposant opposants soignant soignants enseignant enseignants existant tant autant pourtant puissant puissants étant ayant quant',
)

interface Clause {
  readonly from: number
  readonly to: number
  /** It opens on «qui», «que», «dont»… */
  readonly isRelative: boolean
  readonly words: readonly Word[]
  readonly verbs: readonly Verb[]
}

const WORD = /\p{L}+(?:-\p{L}+)*['’]?|[,;:()«»"“”—–]| - /gu
const PARTERS = words(
  "que qu' qui où dont lequel laquelle lesquels lesquelles lorsque lorsqu' quand puisque puisqu' tandis car mais si",
)

function wordsOf(sentence: string): readonly Word[] {
  return Array.from(sentence.matchAll(WORD), ({ 0: found, index }) => ({
    // A word with a capital is a name, at the head of the sentence apart.
    key: keyOf(found, index),
    start: index,
    end: index + found.length,
  }))
}

function keyOf(found: string, index: number): string {
  if (!/^\p{L}/u.test(found)) return ','
  const key = found.toLowerCase().replace('’', "'")
  return index > 2 && key !== found.replace('’', "'") ? NAME : key
}

function clausesOf(all: readonly Word[]): readonly Clause[] {
  const clauses: Clause[] = []
  let from = 0
  all.forEach(({ key }, at) => {
    const isMark = key === ','
    if (!isMark && !PARTERS.has(key)) return
    addClause(clauses, all, from, at)
    from = at + 1
  })
  addClause(clauses, all, from, all.length)
  return clauses
}

function addClause(clauses: Clause[], all: readonly Word[], from: number, to: number): void {
  const part = all.slice(from, to)
  const [first] = part
  const last = part.at(-1)
  if (first === undefined || last === undefined) return
  const isRelative = PARTERS.has(all[from - 1]?.key ?? ',')
  clauses.push({ from: first.start, to: last.end, isRelative, words: part, verbs: verbsOf(part) })
}
