// Everything that somebody could ask for, out of the tables of commands, buttons, suggestions and forms. Asks nothing.
import { act, ACTIONS, type ActionVerb } from '../../src/core/action.ts'
import { COMMANDS, type OptionName, type SuggestedKind } from '../../src/core/command.ts'
import type { FormName, FormValues } from '../../src/core/form.ts'
import type { ChatRequest } from '../../src/core/request.ts'

/** Before anybody said who asks. */
export type Request = ChatRequest extends infer Each
  ? Each extends ChatRequest
    ? Omit<Each, 'from'>
    : never
  : never

/** What somebody types who guesses what others have: of every option, so that a new one has its words. No secret in it. */
const TYPED: Readonly<Record<OptionName, readonly string[]>> = {
  question: [
    'le ministre a-t-il rencontré Odile Vasseur ?',
    'pont Vernay',
    'dit Odile Vasseur ?',
    'école Marnes',
  ],
  revue: ['Veille'],
  adresse: ['https://nulle-part.example/'],
  rubrique: ['Rubrique'],
  pack: ['Suisse'],
  fichier: ['https://nulle-part.example/liste.opml'],
  flux: ['Gazette', 'Brouillon'],
  titre: ['Autre revue'],
  jours: ['lundi'],
  heures: ['9 h'],
  fuseau: ['Europe/Paris'],
  rubriques: ['Rubrique'],
  avec: ['pont de Vernay'],
  sans: ['sport'],
  filtre: ['pont OU école'],
  sujets: ['3'],
  mots: ['40'],
  personne: ['Odile Vasseur', 'Serge', 'Jeanne'],
  role: ['4711'],
  canal: ['C9'],
  periode: ['cette semaine'],
  alerte: ['Alerte'],
  expression: ['pont de Vernay'],
  editeurs: ['2'],
  minutes: ['60'],
  pause: ['6'],
  nuit: ['aucune'],
  maximum: ['5'],
  bilan: ['oui'],
}

/** Every action of every command once, with all of its options. */
export function wholeCommands(): readonly Request[] {
  return COMMANDS.flatMap(({ name: command, actions }) =>
    actions.map(({ name: action, options: known }): Request => {
      const options = Object.fromEntries(known.map(({ name }) => [name, TYPED[name][0] ?? '']))
      return { kind: 'command', command, action, options }
    }),
  )
}

/** Every action of every command: bare, with all of its options, and with each by itself that names something kept. */
export function commandRequests(): readonly (Request & { readonly kind: 'command' })[] {
  return COMMANDS.flatMap(({ name: command, actions }) =>
    actions.flatMap(({ name: action, options: known }) => {
      const telling = known.filter(({ suggests }, index) => index === 0 || suggests !== undefined)
      const alone = telling.flatMap(({ name }) => TYPED[name].map((value) => ({ [name]: value })))
      const together = Object.fromEntries(known.map(({ name }) => [name, TYPED[name][0] ?? '']))
      return [{}, ...alone, together].map((options) => ({
        kind: 'command' as const,
        command,
        action,
        options,
      }))
    }),
  )
}

function typing(suggests: SuggestedKind, ...words: readonly string[]): readonly Request[] {
  return words.map((typed) => ({ kind: 'suggestion', suggests, typed }))
}

const SUGGESTIONS: Readonly<Record<SuggestedKind, readonly Request[]>> = {
  feed: typing('feed', '', 'gaz', 'presse'),
  person: typing('person', 'qui a vu o', 'odile', 'serge', 'jeanne'),
  digest: typing('digest', '', 'veille'),
  rubric: typing('rubric', '', 'rub'),
  zone: typing('zone', '', 'par'),
  alert: typing('alert', '', 'alerte'),
  pack: typing('pack', '', 'sui'),
}

/** What is asked of a workspace without any of its keys. */
export function plainRequests(): readonly Request[] {
  return [
    ...commandRequests(),
    ...Object.values(SUGGESTIONS).flat(),
    ...TYPED.question.map((text) => ({ kind: 'mention' as const, text })),
    { kind: 'home' },
  ]
}

function filled(form: FormName, values: FormValues): (target: string) => Request {
  return (target) => ({ kind: 'submission', form, target, values })
}

const FORMS: Readonly<Record<FormName, (target: string) => Request>> = {
  question: filled('question', { question: ['Qui a rencontré Odile Vasseur ?'] }),
  'add-feed': filled('add-feed', { adresse: ['https://nulle-part.example/'], rubrique: ['Rubrique'] }),
  'replace-feed': filled('replace-feed', { adresse: ['https://nulle-part.example/'] }),
  digest: filled('digest', { titre: ['Une revue'], jours: ['1'], heures: ['09:00'], avec: ['pont'] }),
  subscription: filled('subscription', { jours: ['1'], heures: ['09:00'], avec: ['pont'] }),
  settings: filled('settings', { fuseau: ['Europe/Brussels'] }),
}

const VERBS = Object.keys(ACTIONS).filter((verb): verb is ActionVerb => verb in ACTIONS)

/** What is asked with the keys of somebody else: each button and each form with each of them. */
export function keyedRequests(keys: readonly string[]): readonly Request[] {
  return keys.flatMap((target): readonly Request[] => [
    ...VERBS.flatMap((verb) =>
      ['', '0'].map((detail) => ({ kind: 'press' as const, action: act(verb, target, detail) })),
    ),
    ...Object.values(FORMS).map((form) => form(target)),
  ])
}
