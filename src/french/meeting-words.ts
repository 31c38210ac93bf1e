// The words with which people ask who met whom: verbs in any person and tense, without accents, and nouns. Never reads
// an article.

/** How they met, as asked. */
export type MeetingWay = 'received' | 'visited' | 'telephone' | 'video' | 'meal' | 'tete-a-tete'

export interface MeetingVerb {
  readonly pattern: RegExp
  readonly way?: MeetingWay
  /** It also has things as its object («reçu un prix», «vu un film»): only persons make it a meeting. */
  readonly isWeak: boolean
  /** Whom it takes: directly, behind `avec`, behind `à`. */
  readonly takes: readonly ('object' | 'avec' | 'a')[]
}

const verb = (
  forms: string,
  takes: MeetingVerb['takes'],
  { way, isWeak = false }: { readonly way?: MeetingWay; readonly isWeak?: boolean } = {},
): MeetingVerb => ({
  pattern: new RegExp(`^(?:${forms})$`, 'u'),
  takes,
  isWeak,
  ...(way === undefined ? {} : { way }),
})

/** Endings of verbs in -er, folded. */
const ER = '(?:e|es|ee|ees|ent|er|ez|a|ait|aient|ant|era|eront|erait|eraient|erent|ons|ions)'

/** Folded forms; slips of one letter are caught by `meetingVerbOf`. */
const MEETING_VERBS: readonly MeetingVerb[] = [
  verb(`rencontr${ER}`, ['object', 'avec']),
  verb(
    '(?:re|entre)?(?:vu|vue|vus|vues|voir|voit|voient|vois|verra|verront|verrait|verraient|voyait|voyaient|vit|virent)',
    ['object', 'avec'],
    { isWeak: true },
  ),
  verb(
    're(?:cu|cue|cus|cues|coit|coivent|cevoir|cevra|cevront|cevait|cevaient|cevrait|cut|curent)',
    ['object'],
    {
      way: 'received',
      isWeak: true,
    },
  ),
  verb('accueil(?:li|lie|lis|lies|lir|le|lent|lera|leront|lait|laient|lerait|lit|lirent)', ['object'], {
    way: 'received',
    isWeak: true,
  }),
  verb(
    'entret(?:enu|enue|enus|enues|ient|iennent|enir|iendra|iendront|iendrait|enait|enaient|int|inrent|ien)',
    ['avec'],
  ),
  verb(`(?:discut|dialogu|convers|negoci|echang)${ER}`, ['avec'], { isWeak: true }),
  verb(`parl${ER}`, ['avec', 'a'], { isWeak: true }),
  verb(`telephon${ER}`, ['a', 'avec', 'object'], { way: 'telephone' }),
  verb(`(?:r?appel|contact)${ER}|appell(?:e|ent|era|eront)|joint|joindre|joindra`, ['object'], {
    way: 'telephone',
    isWeak: true,
  }),
  verb(`(?:petit-)?dejeun${ER}|(?:din|soup)${ER}`, ['avec'], { way: 'meal' }),
  verb(`visit${ER}`, ['object'], { way: 'visited', isWeak: true }),
  verb(
    'reuni|reunie|reunis|reunies|reunir|reunit|reunissent|reunira|reuniront|reunissait',
    ['avec', 'object'],
    {
      isWeak: true,
    },
  ),
  verb(`(?:retrouv|crois)${ER}`, ['object', 'avec'], { isWeak: true }),
]

/** The verb of which the folded word is a form, or nearly: `recontre`, `rencotré`. */
export function meetingVerbOf(key: string): MeetingVerb | undefined {
  const known = MEETING_VERBS.find(({ pattern }) => pattern.test(key))
  if (known !== undefined || key.length < 7) return known
  const isMeant = LONG_FORMS.some((form) => isOneSlipAway(key, form))
  return isMeant ? MEETING_VERBS[0] : undefined
}
const LONG_FORMS = ['rencontre', 'rencontrer', 'rencontrera', 'rencontree', 'rencontres']

/** One letter missing, doubled, wrong, or two changed round. */
function isOneSlipAway(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1) return false
  let same = 0
  while (same < typed.length && typed[same] === meant[same]) same++
  const rest = (word: string, from: number): string => word.slice(same + from)
  return (
    rest(typed, 1) === rest(meant, 1) ||
    rest(typed, 1) === rest(meant, 0) ||
    rest(typed, 0) === rest(meant, 1) ||
    (typed[same] === meant[same + 1] && typed[same + 1] === meant[same] && rest(typed, 2) === rest(meant, 2))
  )
}

/** Nouns that tell a meeting, with the way; those of one word. */
export const MEETING_NOUNS: ReadonlyMap<string, MeetingWay | undefined> = new Map<
  string,
  MeetingWay | undefined
>([
  ...'rencontre rencontres entretien entretiens entrevue entrevues reunion reunions rendez-vous rdv sommet sommets discussion discussions conversation conversations pourparlers negociations audience'
    .split(' ')
    .map((noun) => [noun, undefined] as const),
  ['visite', 'visited'],
  ['visites', 'visited'],
  ['tete-a-tete', 'tete-a-tete'],
  ['dejeuner', 'meal'],
  ['dejeuners', 'meal'],
  ['diner', 'meal'],
  ['diners', 'meal'],
  ['visio', 'video'],
  ['visioconference', 'video'],
])

/** What stands in a verb before its main word: auxiliaries, modals, pronouns, adverbs. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  `a as ai ont avait avaient aura auront aurait auraient avoir est sont etait etaient sera seront serait seraient fut furent ete etre
  doit doivent devait devaient devra devront devrait devraient va vont allait allaient ira iront peut peuvent pourra pourront
  pourrait pourraient veut veulent voulait souhaite souhaitent souhaitait compte comptent prevoit prevoient espere accepte
  accepterait refuse refusent viendra viendront vient viennent venu venue venus venues alle allee alles allees parti partie
  n ne s se l le la les lui y en pas deja jamais bien aussi encore enfin vraiment recemment de d deja fini prevu pu du`
    .trim()
    .split(/\s+/),
)

/** Of these a meeting is to come. */
export const AHEAD: ReadonlySet<string> = new Set(
  'doit doivent devra devront devrait devraient va vont ira iront pourra pourront pourrait pourraient veut veulent souhaite souhaitent compte comptent prevoit prevoient espere prevu viendra viendront'.split(
    ' ',
  ),
)

/** «verra», «rencontrera», «recevront». */
export const isFutureForm = (key: string): boolean => /(?:ra|ront|rait|raient)$/u.test(key)

/** What is received, seen or called and is nobody. */
export const MEETING_THINGS: ReadonlySet<string> = new Set(
  `prix soutien soutiens balle balles but buts film films match matches matchs medaille medailles lettre lettres message
  messages sms appel appels coup coups aide aides argent euros dollars somme record trophee oscar nobel vaccin vaccins
  voix vote votes accord feu projet projets ovni ovnis pays ville question questions succes spectacle livre livres`
    .trim()
    .split(/\s+/),
)
