// The tense that governs a place in a French sentence, by the verbs around it. Parses nothing; unsure, it says so.
import { fold } from './normalise.ts'
import { SPEECH } from './roles.ts'

/** `unsure` is a present, most conditionals and infinitives, two tenses that disagree, or no verb at all. */
export type Tense = 'past' | 'future' | 'unsure'

interface Word {
  /** In small letters; an elided word keeps its `'`. A mark is itself, `,` for all that part clauses. */
  readonly key: string
  readonly start: number
  readonly end: number
}

interface Verb {
  /** Offset of its last word. */
  readonly at: number
  readonly tense: Tense
  /** It tells of something to come: «a annoncé», «appelé à». */
  readonly isPlan: boolean
  /** A present that tells what was said: «rapporte mercredi». */
  readonly isPresent: boolean
  /** A participle without a verb of its own. */
  readonly isLoose: boolean
}

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
  const others = clause.words.filter((word) => word.end <= start || word.start >= end)
  if (others.length > FEWEST_OF_CLAUSE || others.some(({ key }) => INFINITIVE.test(key) || ALERTS.has(key)))
    return 'unsure'
  const later = tenseOf(clauses.slice(own + 1))
  if (own === 0) return later ?? 'unsure'
  const told = clauses.slice(0, own).findLast(({ verbs }) => verbs.length > 0)
  const verb = told?.verbs.at(-1)
  if (told === undefined || verb === undefined || !governs(told, verb, start)) return 'unsure'
  if (told !== clauses[own - 1] && (verb.isPlan || verb.isPresent)) return 'unsure'
  return later === undefined || later === verb.tense ? verb.tense : 'unsure'
}

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
/** A stretch of more words without a verb that we know has one that we do not know. */
const FEWEST_OF_CLAUSE = 4

/** Whether nothing stands between the verb and the day that could draw the day to itself. */
function governs({ words: all }: Clause, { at, tense, isPlan, isPresent }: Verb, start: number): boolean {
  const from = all.findIndex((word) => word.start > at)
  const between = from < 0 ? [] : all.slice(from).filter((word) => word.end <= start)
  const isDrawn = between.some(({ key }, order) => {
    const before = between[order - 1]?.key ?? all[from - 1]?.key ?? NAME
    return (
      (INFINITIVE.test(key) && BEFORE_INFINITIVE.has(before)) ||
      (/ants?$/u.test(key) && !NO_PRESENT.has(key)) ||
      ALERTS.has(key)
    )
  })
  if (isDrawn) return false
  return tense !== 'past' || !(isPlan || isPresent) || between.every(({ key }) => isLight(key))
}
const isLight = (key: string): boolean =>
  BETWEEN.has(key) || key.endsWith('ment') || key === 'ce' || key === NAME
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
const NAME = ''

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

const WILL_HAVE = words('aura auront sera-t-il')
const HAVE = words("a ont ai avons avez as a-t-il a-t-elle a-t-on ont-ils ont-elles j'ai")
const HAD = words(
  'avait avaient avions avais était étaient aurait auraient avoir ayant eut eurent fut furent',
)
const BE = words('est sont est-il est-elle sont-ils sont-elles')
const MAY_BE = words('serait seraient soit soient être étant fût')
const AHEAD = words(
  'va vont doit doivent devra devront devrait devraient pourra pourront pourrait pourraient',
)
const UNSURE = words(
  'allait allaient devait devaient pouvait pouvaient voulait voulaient devant fait font peut peuvent veut veulent reste restent vient viennent tient tiennent prend prennent met mettent sort sortent reçoit reçoivent rend rendent débute débutent commence commencent ouvre ouvrent ferme ferment réunit réunissent ait aient',
)
/** What may stand between an auxiliary and its verb. */
const BETWEEN = words(
  "pas plus jamais déjà aussi ainsi également ensuite encore enfin donc bien tous toutes tout notamment même finalement à nouveau de d'abord abord en outre effet par ailleurs pour sa part quant d' ailleurs lui elle y se s' le la néanmoins toutefois pourtant cependant officiellement dû pu très les leur l' vivement longuement hier",
)
/** Verbs that take être and tell what is done: «est mort mercredi». */
const MOVED =
  /^(?:mort|né|venu|allé|arrivé|parti|reparti|entré|rentré|sorti|monté|descendu|resté|tombé|devenu|retourné|revenu|décédé|parvenu|intervenu|survenu|passé|apparu|disparu|paru)e?s?$/u
/** Participles that look ahead: «attendu mercredi». */
const AWAITED = /^(?:prévu|attendu|programmé|planifié|convoqué|fixé|reporté|repoussé|censé|prolongé)e?s?$/u
const PARTICIPLE =
  /(?:é|(?<![ao])i|(?<![aeoq])u)e?s?$|(?:(?:ert|aint|eint|oint|fait|dit|crit|duit|struit|mort|clos|mis|pris|quis|assis)e?s?)$/u
const NO_PARTICIPLE = words(
  'lui qui ici ainsi aussi mardi lundi jeudi midi samedi vendredi mercredi parmi celui tu du au dû été vu pu su peu lieu eu feu jeu milieu bureau nouveau niveau beau eau an pays dépit appui ami amis pari paris partie parti vie suite fois mois jamais depuis puis plus nous vous sous tous sus dessus refus campus virus processus députés député été côté santé liberté société cité comité sécurité autorité unité université égalité activité qualité majorité minorité marché musée lycée année journée soirée matinée armée entrée arrivée idée rue avenue vue statue revue tenue',
)
const INFINITIVE = /(?:er|ir|oir|[dtv]re|[^a]ire|^faire)$/u
const NEVER_FUTURE = words(
  'opéra caméra mantra para infra extra supra ultra hydra choléra sierra tiara front affront contra angora diaspora agora caldera intra tantra pléthora etcétéra télé-caméra vibra ara',
)
const NEVER_PAST = words(
  'fait parfait lait trait portrait extrait souhait attrait retrait bienfait forfait satisfait refait sait ait distrait abstrait défait hait plait',
)

/** The verbs of a clause and the participles that stand without one, in order. */
function verbsOf(part: readonly Word[]): readonly Verb[] {
  const verbs: Verb[] = []
  for (let at = 0; at < part.length; at++) {
    const verb = verbAt(part, at)
    const found = verb ?? looseParticiple(part, at)
    if (found === undefined) continue
    const word = part[found.last]
    verbs.push({
      at: word?.start ?? 0,
      tense: found.tense,
      isPlan: PLANNING.test(word?.key ?? NAME),
      isPresent: found.isPresent === true,
      isLoose: verb === undefined,
    })
    at = found.last
  }
  return verbs
}
/** What they have as an object may be to come. */
const PLANNING =
  /^(?:appel|prév|annonc|décid|promet|promis|propos|convoqu|programm|demand|exig|autoris|interdi|class|invit|prépar|organis|planifi|menac|espér|souhait|attend|craign|redout|lanc|fix|confirm|évoqu|mainten|vot|adopt|déclench|report|repouss|avanc|donn)/u

interface FoundVerb {
  readonly tense: Tense
  /** «rapporte mercredi»: past only where it stands beside the day. */
  readonly isPresent?: boolean
  readonly last: number
}

function verbAt(part: readonly Word[], at: number): FoundVerb | undefined {
  const key = part[at]?.key ?? NAME
  const isHave = HAVE.has(key)
  if (isHave || HAD.has(key) || BE.has(key) || MAY_BE.has(key)) return compound(part, at, key)
  const next = part[at + 1]?.key
  if ((key === 'vient' || key === 'viennent') && (next === 'de' || next === "d'"))
    return { tense: 'past', last: at }
  if (WILL_HAVE.has(key) && isParticiple(part[skipBetween(part, at + 1)]?.key ?? NAME))
    return { tense: 'unsure', last: participleBehind(part, at) }
  if (AHEAD.has(key)) return infinitiveBehind(part, at)
  if (UNSURE.has(key)) return { tense: 'unsure', last: participleBehind(part, at) }
  const before = part[at - 1]?.key ?? NAME
  if (NOMINAL.has(before)) return undefined
  if (SPEECH.has(fold(key)) && !isParticiple(key))
    return before === 'se' || before === "s'"
      ? { tense: 'unsure', last: participleBehind(part, at) }
      : { tense: 'past', isPresent: true, last: at }
  const tense = tenseOfForm(key)
  return tense === undefined ? undefined : { tense, last: participleBehind(part, at) }
}

/** «va se rendre», «doit être reçu». */
function infinitiveBehind(part: readonly Word[], at: number): FoundVerb {
  const verb = skipBetween(part, at + 1)
  if (!INFINITIVE.test(part[verb]?.key ?? NAME)) return { tense: 'unsure', last: at }
  return { tense: 'future', last: participleBehind(part, verb) }
}

/** «sera encore perturbé»: the last word of the verb. */
function participleBehind(part: readonly Word[], at: number): number {
  const next = skipBetween(part, at + 1)
  return isParticiple(part[next]?.key ?? NAME) ? next : at
}

/** «a rencontré», «a été reçu», «est mort», «est attendu», «serait venu». */
function compound(part: readonly Word[], at: number, key: string): FoundVerb {
  let verb = skipBetween(part, at + 1)
  const isBeen = part[verb]?.key === 'été' || part[verb]?.key === 'eu'
  if (isBeen) verb = skipBetween(part, verb + 1)
  const participle = part[verb]?.key ?? NAME
  if (!isParticiple(participle))
    return { tense: HAVE.has(key) && isBeen ? 'past' : simpleTense(key), last: at }
  const isAwaited = AWAITED.test(participle)
  if (MAY_BE.has(key)) return { tense: part[at - 1]?.key === 'devant' ? 'future' : 'unsure', last: verb }
  if (!BE.has(key)) return { tense: isAwaited ? 'unsure' : 'past', last: verb }
  const isReflexive = part[at - 1]?.key === "s'" || part[at - 1]?.key === 'se'
  if (isReflexive || MOVED.test(participle)) return { tense: 'past', last: verb }
  return { tense: isAwaited ? 'future' : 'unsure', last: verb }
}

/** The auxiliary as a verb of its own. */
const simpleTense = (key: string): Tense =>
  ['avait', 'avaient', 'était', 'étaient', 'eut', 'eurent', 'fut', 'furent'].includes(key) ? 'past' : 'unsure'

function tenseOfForm(key: string): Tense | undefined {
  if (/(?:ra|ront)$/u.test(key)) return NEVER_FUTURE.has(key) ? undefined : 'future'
  if (/rai(?:t|ent)$/u.test(key)) return 'unsure'
  if (/ai(?:t|ent)$/u.test(key)) return NEVER_PAST.has(key) ? undefined : 'past'
  return /èrent$/u.test(key) ? 'past' : undefined
}

/** An article or a preposition: a noun comes. */
const NOMINAL = words(
  "le la l' les un une des du de d' au aux ce cet cette ces son sa ses leur leurs en à par pour",
)

function skipBetween(part: readonly Word[], from: number): number {
  let at = from
  while (at < part.length && at - from < 6) {
    const key = part[at]?.key ?? NAME
    if (!BETWEEN.has(key) && !key.endsWith('ment')) break
    at++
  }
  return at
}

const isParticiple = (key: string): boolean => PARTICIPLE.test(key) && !NO_PARTICIPLE.has(key)

/** «la note publiée mercredi», «publiée par la Banque mercredi»: the tense of what it tells. */
function looseParticiple(part: readonly Word[], at: number): FoundVerb | undefined {
  const key = part[at]?.key ?? NAME
  if (!isParticiple(key) || NOMINAL.has(part[at - 1]?.key ?? NAME)) return undefined
  const next = part[at + 1]?.key ?? ''
  if (!BEHIND_PARTICIPLE.has(next)) return undefined
  if (AWAITED.test(key)) return { tense: at === 0 ? 'unsure' : 'future', last: at }
  return { tense: EITHER.test(key) ? 'unsure' : 'past', last: at }
}
const BEHIND_PARTICIPLE = words('par lundi mardi mercredi jeudi vendredi samedi dimanche ce depuis hier')

/** Participles that stand for what is to come as well: «la marche organisée dimanche». */
const EITHER =
  /^(?:organis|diffus|disput|jou|examin|célébr|débatt|étudi|lanc|mobilis|réun|propos|consacr|ouvert|annonc|demand|exig|li|perturb|maintenu|reçu)(?:é|u|i)?e?s?$/u
