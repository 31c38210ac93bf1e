// French verbs by their forms, with the tense that they tell, in the words of one clause. Parses nothing: a form that may be
// two tenses is `unsure`, and verbs that no list and no ending gives away are not seen.
import { fold } from './normalise.ts'
import { SPEECH } from './roles.ts'

/** `earlier` is a pluperfect; `unsure` a present, most conditionals, what may be either. */
export type Tense = 'past' | 'earlier' | 'future' | 'unsure'

export interface Word {
  /** In small letters; an elided word keeps its `'`. `,` for every mark, `NAME` for a word with a capital. */
  readonly key: string
  readonly start: number
  readonly end: number
}

export interface Verb {
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

/** The key of a word with a capital: a name, at the head of a sentence apart. */
export const NAME = ''

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const WILL_HAVE = words('aura auront sera-t-il')
const HAVE = words("a ont ai avons avez as a-t-il a-t-elle a-t-on ont-ils ont-elles j'ai")
const HAD_BEEN = words('avait avaient avions avais était étaient')
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
export const INFINITIVE = /(?:er|ir|oir|[dtv]re|[^a]ire|^faire)$/u
const NEVER_FUTURE = words(
  'opéra caméra mantra para infra extra supra ultra hydra choléra sierra tiara front affront contra angora diaspora agora caldera intra tantra pléthora etcétéra télé-caméra vibra ara',
)
const NEVER_PAST = words(
  'fait parfait lait trait portrait extrait souhait attrait retrait bienfait forfait satisfait refait sait ait distrait abstrait défait hait plait',
)

/** The verbs of a clause and the participles that stand without one, in order. */
export function verbsOf(part: readonly Word[]): readonly Verb[] {
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
  if (SPEECH.has(fold(key)) && !DOING_TOO.has(key) && !isParticiple(key))
    return before === 'se' || before === "s'"
      ? { tense: 'unsure', last: participleBehind(part, at) }
      : { tense: 'past', isPresent: true, last: at }
  const tense = tenseOfForm(key)
  return tense === undefined ? undefined : { tense, last: participleBehind(part, at) }
}

/** They tell of speech and of other doings: «Le tribunal juge lundi», to come as well. */
const DOING_TOO = words('juge appelle attaque lance livre invite propose condamne vote vise reprend')

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
  const told: Tense = HAD_BEEN.has(key) ? 'earlier' : 'past'
  if (!BE.has(key)) return { tense: isAwaited ? 'unsure' : told, last: verb }
  const isReflexive = part[at - 1]?.key === "s'" || part[at - 1]?.key === 'se'
  if (isReflexive || MOVED.test(participle)) return { tense: 'past', last: verb }
  return { tense: isAwaited ? 'future' : 'unsure', last: verb }
}

/** The auxiliary as a verb of its own. */
const simpleTense = (key: string): Tense => (SIMPLE_PAST.has(key) ? 'past' : 'unsure')
const SIMPLE_PAST = words('avait avaient était étaient eut eurent fut furent')

function tenseOfForm(key: string): Tense | undefined {
  if (/(?:ra|ront)$/u.test(key)) return NEVER_FUTURE.has(key) ? undefined : 'future'
  if (/rai(?:t|ent)$/u.test(key)) return 'unsure'
  if (/ai(?:t|ent)$/u.test(key)) return NEVER_PAST.has(key) ? undefined : 'past'
  return key.endsWith('èrent') ? 'past' : undefined
}

/** An article or a preposition: a noun comes. */
const NOMINAL = words(
  "le la l' les un une des du de d' au aux ce cet cette ces son sa ses leur leurs en à par pour",
)

/** A word that parts no verb from what belongs to it. */
export const isLight = (key: string): boolean => BETWEEN.has(key) || key.endsWith('ment')

function skipBetween(part: readonly Word[], from: number): number {
  let at = from
  while (at < part.length && at - from < 6) {
    const key = part[at]?.key ?? NAME
    if (!isLight(key)) break
    at++
  }
  return at
}

const isParticiple = (key: string): boolean =>
  PARTICIPLE.test(key) && !NO_PARTICIPLE.has(key) && !PRESENT_IN_IE.test(key)
/** «publie», «étudie»: presents that end as «finie» does. */
const PRESENT_IN_IE =
  /^(?:\p{L}+(?:ifie|ncie|ocie|édie|ficie|ntie)|publie|republie|confie|étudie|oublie|copie|crie|prie|trie|lie|relie|allie|rallie|nie|renie|dénie|parie|varie|marie|remarie|convie|mendie|plie|supplie|apprécie|initie|balbutie|modifie)s?$/u

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
  /^(?:organis|diffus|télévis|retransm|disput|jou|examin|célébr|débatt|étudi|lanc|mobilis|réun|propos|consacr|ouvert|annonc|demand|exig|li|perturb|maintenu|reçu)(?:é|u|i)?e?s?$/u
