// The verbs that tell meetings, with the tense of each form. Finds none in a text; what stands around them decides.
import type { MeetingKind } from './told-meeting.ts'
import { wordSet } from './word-set.ts'

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
type VerbFrame = 'direct' | 'with' | 'to'

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

const formsOf = (form: VerbForm, stem: string, endings: string): Forms =>
  endings.split(' ').map((ending) => [form, `${stem}${ending}`])

/** `-er`: the stem, and what it becomes before an `a`. */
const regular = (stem: string, before = stem): Forms => [
  ...formsOf('present', stem, 'e es ent ons'),
  ...formsOf('imperfect', before, 'ait aient'),
  ['past', `${before}a`],
  ['past', `${stem}èrent`],
  ...formsOf('future', stem, 'era eront erons erai'),
  ...formsOf('conditional', stem, 'erait eraient'),
  ['infinitive', `${stem}er`],
  ['gerund', `${before}ant`],
  ...formsOf('participle', stem, 'é ée és ées'),
]

/** The order in which an irregular verb gives its forms. */
const FORMS: readonly VerbForm[] = [
  'present',
  'imperfect',
  'past',
  'future',
  'conditional',
  'infinitive',
  'gerund',
  'participle',
]

/** «voit voient/voyait voyaient/…»: `/` stands between the forms, nothing between two where a form has no word. */
const irregular = (forms: string): Forms => {
  const given = forms.split('/')
  return FORMS.flatMap((form, at) => [...wordSet(given[at] ?? '')].map((word) => [form, word] as const))
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
