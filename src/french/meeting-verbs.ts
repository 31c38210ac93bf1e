// The verbs and nouns that tell meetings, with the tense of each form. Finds none in a text; what stands around them decides.
import type { MeetingKind } from './told-meeting.ts'

export type VerbForm =
  | 'present'
  | 'past'
  | 'imperfect'
  | 'future'
  | 'conditional'
  | 'infinitive'
  | 'gerund'
  | 'participle'

/** How a verb takes whoever is met: «rencontrer X», «discuter avec X», «téléphoner à X». */
export type VerbFrame = 'direct' | 'with' | 'to'

export interface MeetingVerb {
  readonly lemma: string
  readonly frame: VerbFrame
  readonly kind: MeetingKind
  /** Tells a meeting only between people that meet each other, or with words such as «en tête-à-tête». */
  readonly isWeak: boolean
}

export interface MeetingVerbForm {
  readonly verb: MeetingVerb
  readonly form: VerbForm
}

const verb = (lemma: string, frame: VerbFrame, kind: MeetingKind, isWeak = false): MeetingVerb => ({
  lemma,
  frame,
  kind,
  isWeak,
})

type Forms = readonly (readonly [VerbForm, string])[]

/** `-er`: the stem, and what it becomes before an `a`. */
function regular(stem: string, before = stem): Forms {
  const forms = (form: VerbForm, base: string, endings: string): Forms =>
    endings.split(' ').map((ending) => [form, `${base}${ending}`])
  return [
    ...forms('present', stem, 'e es ent ons'),
    ...forms('imperfect', before, 'ait aient'),
    ['past', `${before}a`],
    ['past', `${stem}èrent`],
    ...forms('future', stem, 'era eront erons erai'),
    ...forms('conditional', stem, 'erait eraient'),
    ['infinitive', `${stem}er`],
    ['gerund', `${before}ant`],
    ...forms('participle', stem, 'é ée és ées'),
  ]
}

/** Forms in the order present · imperfect · past · future · conditional · infinitive · gerund · participle, `/` between. */
function irregular(forms: string): Forms {
  const order: readonly VerbForm[] = [
    'present',
    'imperfect',
    'past',
    'future',
    'conditional',
    'infinitive',
    'gerund',
    'participle',
  ]
  return forms.split('/').flatMap((words, at) => {
    const form = order[at]
    const all = words.trim().split(/\s+/u)
    return form === undefined ? [] : all.filter((word) => word !== '').map((word) => [form, word] as const)
  })
}

const see = (prefix: string): Forms =>
  irregular(
    'voit voient/voyait voyaient/vit virent/verra verront verrai/verrait verraient/voir/voyant/vu vue vus vues'.replace(
      /[^/ ]+/gu,
      (form) => `${prefix}${form}`,
    ),
  )
const RECEIVE = irregular(
  'reçoit reçoivent recevons/recevait recevaient/reçut reçurent/recevra recevront/recevrait recevraient/recevoir/recevant/reçu reçue reçus reçues',
)
const WELCOME = irregular(
  'accueille accueillent/accueillait accueillaient/accueillit accueillirent/accueillera accueilleront/accueillerait accueilleraient/accueillir/accueillant/accueilli accueillie accueillis accueillies',
)
const KEEP_UP = irregular(
  'entretient entretiennent/entretenait entretenaient/entretint entretinrent/entretiendra entretiendront/entretiendrait entretiendraient/entretenir/entretenant/entretenu entretenue entretenus entretenues',
)
const UNITE = irregular(
  'réunit réunissent/réunissait réunissaient/réunirent/réunira réuniront/réunirait réuniraient/réunir/réunissant/réuni réunie réunis réunies',
)
const AGREE = irregular(
  'convient conviennent/convenait convenaient/convint convinrent/conviendra conviendront//convenir//convenu convenue convenus convenues',
)
const CALL = irregular(
  'appelle appellent/appelait appelaient/appela appelèrent/appellera appelleront/appellerait/appeler/appelant/appelé appelée appelés',
)
const JOIN = irregular(
  'rejoint rejoignent///rejoindra rejoindront//rejoindre/rejoignant/rejoint rejointe rejoints',
)

const TABLE: readonly (readonly [MeetingVerb, Forms])[] = [
  [verb('rencontrer', 'direct', 'encounter'), regular('rencontr')],
  [verb('recevoir', 'direct', 'reception'), RECEIVE],
  [verb('accueillir', 'direct', 'reception'), WELCOME],
  [verb('revoir', 'direct', 'encounter'), see('re')],
  [verb('voir', 'direct', 'encounter', true), see('')],
  [verb('retrouver', 'direct', 'encounter', true), regular('retrouv')],
  [verb('rejoindre', 'direct', 'encounter', true), JOIN],
  [verb('consulter', 'direct', 'talk', true), regular('consult')],
  [verb('appeler', 'direct', 'talk', true), CALL],
  [verb('entretenir', 'with', 'talk'), KEEP_UP],
  [verb('discuter', 'with', 'talk'), regular('discut')],
  [verb('échanger', 'with', 'talk'), regular('échang', 'échange')],
  [verb('dialoguer', 'with', 'talk'), regular('dialogu')],
  [verb('négocier', 'with', 'negotiation'), regular('négoci')],
  [verb('déjeuner', 'with', 'encounter'), regular('déjeun')],
  [verb('dîner', 'with', 'encounter'), regular('dîn')],
  [verb('réunir', 'with', 'encounter', true), UNITE],
  [verb('concerter', 'with', 'talk', true), regular('concert')],
  [verb('parler', 'with', 'talk'), regular('parl')],
  [verb('convenir', 'with', 'talk', true), AGREE],
  [verb('téléphoner', 'to', 'talk'), regular('téléphon')],
]

const VERBS: ReadonlyMap<string, MeetingVerbForm> = new Map(
  TABLE.flatMap(([meeting, forms]) => forms.map(([form, word]) => [word, { verb: meeting, form }] as const)),
)

/** By the form in small letters, accents kept. */
export const meetingVerb = (word: string): MeetingVerbForm | undefined => VERBS.get(word)

export interface MeetingNoun {
  readonly kind: MeetingKind
  /** Among people who are together; a call or a word in passing may be either. */
  readonly isInPerson: boolean
}

const together = (kind: MeetingKind): MeetingNoun => ({ kind, isInPerson: true })
const apart = (kind: MeetingKind): MeetingNoun => ({ kind, isInPerson: false })

const NOUNS: ReadonlyMap<string, MeetingNoun> = new Map([
  ['rencontre', together('encounter')],
  ['rencontres', together('encounter')],
  ['entrevue', together('encounter')],
  ['entrevues', together('encounter')],
  ['tete-a-tete', together('encounter')],
  ['face-a-face', together('encounter')],
  ['dejeuner', together('encounter')],
  ['repas', together('encounter')],
  ['diner', together('encounter')],
  ['reunion', together('encounter')],
  ['reunions', together('encounter')],
  ['rendez-vous', together('encounter')],
  ['audience', together('reception')],
  ['visite', together('visit')],
  ['visites', together('visit')],
  ['sommet', together('summit')],
  ['mini-sommet', together('summit')],
  ['entretien', apart('talk')],
  ['entretiens', apart('talk')],
  ['discussion', apart('talk')],
  ['discussions', apart('talk')],
  ['conversation', apart('talk')],
  ['conversations', apart('talk')],
  ['echange', apart('talk')],
  ['echanges', apart('talk')],
  ['consultations', apart('talk')],
  ['appel', apart('talk')],
  ['visioconference', apart('talk')],
  ['videoconference', apart('talk')],
  ['conference', apart('talk')],
  ['negociation', apart('negotiation')],
  ['negociations', apart('negotiation')],
  ['pourparlers', apart('negotiation')],
])

export const meetingNoun = (key: string): MeetingNoun | undefined => NOUNS.get(key)

/** Whether a sentence may tell a meeting at all; the readers look at no other. */
export const MEETING_SIGN =
  /rencontr|entretien|entreten|entreti?n|re[cç]u|re[cç]o|recev|accueill|revoi|revu|reverr|retrouv|rejoindre|discut|[ée]chang|dialogu|n[ée]goci|d[ée]jeun|d[îi]n[eé]|r[ée]uni|parl|t[ée]l[ée]phon|voir|\bvu|verr|t[êe]te-[àa]-t[êe]te|face-[àa]-face|entrevue|rendez-vous|audience|visit|sommet|conversation|consult|appel|visio|vid[ée]o|conf[ée]rence|pourparlers|concert|présence d|côtés d|convenu|homologue|rendue?s? |venue?s? |repas/iu
