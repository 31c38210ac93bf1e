// The slash commands, the same on every platform: their words, what each takes, who may. Carries none out.

/** What a platform can offer while somebody types. */
export type SuggestedKind = 'feed' | 'person' | 'digest' | 'rubric' | 'zone' | 'alert' | 'pack'

export interface CommandOption {
  /** As people type it: lower case, no accents, no spaces. */
  readonly name: OptionName
  /** A file is the address where the platform keeps it; where commands are plain text, any address. */
  readonly kind: 'text' | 'whole-number' | 'channel' | 'person' | 'role' | 'file'
  readonly isRequired: boolean
  readonly suggests?: SuggestedKind
}

export type OptionName =
  | 'question'
  | 'revue'
  | 'adresse'
  | 'rubrique'
  | 'pack'
  | 'fichier'
  | 'flux'
  | 'titre'
  | 'jours'
  | 'heures'
  | 'fuseau'
  | 'rubriques'
  | 'avec'
  | 'sans'
  | 'filtre'
  | 'sujets'
  | 'mots'
  | 'personne'
  | 'role'
  | 'canal'
  | 'periode'
  | 'alerte'
  | 'expression'
  | 'editeurs'
  | 'minutes'
  | 'pause'
  | 'nuit'
  | 'maximum'
  | 'bilan'

export interface CommandAction {
  /** The word after the command; `''` for a command that has none. */
  readonly name: ActionName
  readonly options: readonly CommandOption[]
  readonly isForManagers: boolean
}

export type ActionName =
  | ''
  | 'ajouter'
  | 'importer'
  | 'exporter'
  | 'packs'
  | 'lister'
  | 'etat'
  | 'tester'
  | 'essayer'
  | 'suspendre'
  | 'reprendre'
  | 'retirer'
  | 'signaler'
  | 'citer'
  | 'modifier'
  | 'regler'
  | 'voir'
  | 'arreter'
  | 'administrateurs'
  | 'canal'
  | 'fuseau'
  | 'journal'
  | 'corbeille'
  | 'bilan'

export type CommandName =
  | 'qui'
  | 'quand'
  | 'ou'
  | 'combien'
  | 'question'
  | 'fiche'
  | 'rencontres'
  | 'revue'
  | 'flux'
  | 'programme'
  | 'alerte'
  | 'abonnement'
  | 'reglages'
  | 'aide'

export interface Command {
  readonly name: CommandName
  /** One action of the name `''`, or several with names; the first one is meant when none is typed. */
  readonly actions: readonly CommandAction[]
}

const question: CommandOption = { name: 'question', kind: 'text', isRequired: true, suggests: 'person' }
const person: CommandOption = { name: 'personne', kind: 'text', isRequired: true, suggests: 'person' }
const feed: CommandOption = { name: 'flux', kind: 'text', isRequired: true, suggests: 'feed' }
const digest: CommandOption = { name: 'revue', kind: 'text', isRequired: true, suggests: 'digest' }

/** What makes a digest; each may be left out. */
const DEFINITION: readonly CommandOption[] = [
  { name: 'titre', kind: 'text', isRequired: false },
  { name: 'jours', kind: 'text', isRequired: false },
  { name: 'heures', kind: 'text', isRequired: false },
  { name: 'fuseau', kind: 'text', isRequired: false, suggests: 'zone' },
  { name: 'flux', kind: 'text', isRequired: false, suggests: 'feed' },
  { name: 'rubriques', kind: 'text', isRequired: false, suggests: 'rubric' },
  { name: 'avec', kind: 'text', isRequired: false },
  { name: 'sans', kind: 'text', isRequired: false },
  { name: 'filtre', kind: 'text', isRequired: false },
  { name: 'sujets', kind: 'whole-number', isRequired: false },
  { name: 'mots', kind: 'whole-number', isRequired: false },
]

const alert: CommandOption = { name: 'alerte', kind: 'text', isRequired: true, suggests: 'alert' }

/** What makes an alert; each may be left out. */
const ALERT_DEFINITION: readonly CommandOption[] = [
  { name: 'expression', kind: 'text', isRequired: false },
  { ...person, isRequired: false },
  { name: 'avec', kind: 'text', isRequired: false },
  { name: 'titre', kind: 'text', isRequired: false },
  { name: 'flux', kind: 'text', isRequired: false, suggests: 'feed' },
  { name: 'rubriques', kind: 'text', isRequired: false, suggests: 'rubric' },
  { name: 'editeurs', kind: 'whole-number', isRequired: false },
  { name: 'minutes', kind: 'whole-number', isRequired: false },
  { name: 'pause', kind: 'whole-number', isRequired: false },
  { name: 'nuit', kind: 'text', isRequired: false },
  { name: 'maximum', kind: 'whole-number', isRequired: false },
  { name: 'fuseau', kind: 'text', isRequired: false, suggests: 'zone' },
]

export const COMMANDS: readonly Command[] = [
  ...(['qui', 'quand', 'ou', 'combien', 'question'] as const).map((name) => ({
    name,
    actions: [open('', [question])],
  })),
  { name: 'fiche', actions: [open('', [person])] },
  {
    name: 'rencontres',
    actions: [
      open('', [
        { ...person, isRequired: false },
        { name: 'periode', kind: 'text', isRequired: false },
      ]),
    ],
  },
  { name: 'revue', actions: [open('', [{ ...digest, isRequired: false }])] },
  {
    name: 'flux',
    actions: [
      open('lister'),
      open('etat', [{ ...feed, isRequired: false }]),
      forManagers('ajouter', [
        { name: 'adresse', kind: 'text', isRequired: true },
        { name: 'rubrique', kind: 'text', isRequired: false, suggests: 'rubric' },
      ]),
      forManagers('importer', [
        { name: 'adresse', kind: 'text', isRequired: false },
        { name: 'pack', kind: 'text', isRequired: false, suggests: 'pack' },
        { name: 'fichier', kind: 'file', isRequired: false },
      ]),
      open('exporter'),
      open('packs'),
      open('tester', [feed]),
      forManagers('suspendre', [feed]),
      forManagers('reprendre', [feed]),
      forManagers('retirer', [feed]),
      forManagers('signaler', [feed]),
      forManagers('citer', [feed]),
    ],
  },
  {
    name: 'programme',
    actions: [
      open('lister'),
      forManagers('ajouter', DEFINITION),
      forManagers('modifier', [digest, ...DEFINITION]),
      open('essayer', [
        { name: 'filtre', kind: 'text', isRequired: false },
        { ...digest, isRequired: false },
      ]),
      forManagers('suspendre', [digest]),
      forManagers('reprendre', [digest]),
      forManagers('retirer', [digest]),
    ],
  },
  {
    name: 'alerte',
    actions: [
      open('lister'),
      forManagers('ajouter', ALERT_DEFINITION),
      forManagers('modifier', [alert, ...ALERT_DEFINITION]),
      open('essayer', [{ ...alert, isRequired: false }, ...ALERT_DEFINITION]),
      forManagers('suspendre', [alert]),
      forManagers('reprendre', [alert]),
      forManagers('retirer', [alert]),
    ],
  },
  {
    name: 'abonnement',
    actions: [
      open('voir'),
      open(
        'regler',
        DEFINITION.filter(({ name }) => name !== 'titre'),
      ),
      open('arreter'),
    ],
  },
  {
    name: 'reglages',
    actions: [
      open('voir'),
      open('journal'),
      open('corbeille'),
      forManagers('administrateurs', [
        { name: 'personne', kind: 'person', isRequired: false },
        { name: 'role', kind: 'role', isRequired: false },
      ]),
      forManagers('canal', [{ name: 'canal', kind: 'channel', isRequired: false }]),
      forManagers('bilan', [{ name: 'bilan', kind: 'text', isRequired: false }]),
      forManagers('fuseau', [{ name: 'fuseau', kind: 'text', isRequired: true, suggests: 'zone' }]),
    ],
  },
  { name: 'aide', actions: [open('')] },
]

function open(name: ActionName, options: readonly CommandOption[] = []): CommandAction {
  return { name, options, isForManagers: false }
}

function forManagers(name: ActionName, options: readonly CommandOption[] = []): CommandAction {
  return { name, options, isForManagers: true }
}
