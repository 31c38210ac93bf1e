// The forms that people fill in, in French: their fields, hints and first values. Reads no answer.
import type { Zone } from '../core/calendar.ts'
import { FRENCH_PLACES, zoneLabel } from '../core/french-places.ts'
import type { Choice, Form, FormField } from '../core/form.ts'
import type { MessageText } from '../core/message.ts'
import { printFilter } from '../core/printed-filter.ts'
import type { Definition, DefinitionField } from '../core/read-definition.ts'
import type { WorkspaceSettings } from '../core/workspace.ts'
import { WEEKDAYS } from '../french/weekdays.ts'
import { list, plain, sentenceMessage, shorten, smallPrint, strong } from './blocks.ts'
import { FIELD_LABELS, hoursWords } from './definition.ts'
import { capitalised, french } from './sentence.ts'

/** What platforms bear: a choice's label and value, the choices of one field. */
const [LONGEST_LABEL, LONGEST_VALUE, MOST_CHOICES] = [75, 100, 25]

export function addFeedForm(): Form {
  return {
    name: 'add-feed',
    target: '',
    title: 'Suivre un flux',
    submit: 'Voir le flux',
    fields: [
      addressField(french`L’adresse du flux, ou celle du site : je cherche ses flux.`),
      {
        name: 'rubrique',
        label: 'Rubrique',
        hint: french`Où ranger ses articles : Sport, International…`,
        isRequired: false,
        kind: 'text',
        initial: '',
      },
    ],
  }
}

export function replaceFeedForm(feedId: string, title: string): Form {
  return {
    name: 'replace-feed',
    target: feedId,
    title: 'Remplacer l’adresse',
    submit: 'Voir le flux',
    fields: [addressField(shorten(french`La nouvelle adresse du flux « ${title} ».`, 100))],
  }
}

function addressField(hint: string): FormField {
  return { name: 'adresse', label: 'Adresse', hint, isRequired: true, kind: 'text', initial: '' }
}

/** A new digest when there is no name. */
export function digestForm(name: string, definition: Definition, initial: InitialChoices): Form {
  return {
    name: 'digest',
    target: name,
    title: name === '' ? 'Programmer une revue' : 'Modifier la revue',
    submit: 'Continuer',
    fields: [text('titre', definition.title, true), ...definitionFields(definition, initial)],
  }
}

export function subscriptionForm(definition: Definition, initial: InitialChoices): Form {
  return {
    name: 'subscription',
    target: '',
    title: 'Ma revue',
    submit: 'Continuer',
    fields: definitionFields(definition, initial),
  }
}

/** What stands in the lists at first, as the platform hands it back. */
export interface InitialChoices {
  readonly feeds: readonly Choice[]
  readonly rubrics: readonly Choice[]
}

function definitionFields(definition: Definition, initial: InitialChoices): readonly FormField[] {
  const { schedule } = definition
  return [
    {
      ...common('jours', true),
      kind: 'several',
      choices: WEEK.map((day) => ({ label: capitalised(day), value: day })),
      initial: schedule.days.map((day) => WEEKDAYS[day] ?? ''),
    },
    text('heures', hoursWords(schedule.hours), true),
    { ...common('fuseau', true), kind: 'one', choices: zoneChoices(schedule.zone), initial: schedule.zone },
    { ...common('flux', false), kind: 'suggested', suggests: 'feed', initial: initial.feeds },
    { ...common('rubriques', false), kind: 'suggested', suggests: 'rubric', initial: initial.rubrics },
    text('avec', definition.withWords.join(', '), false),
    text('sans', definition.withoutWords.join(', '), false),
    text('filtre', definition.filter === undefined ? '' : printFilter(definition.filter), false),
    text('sujets', String(definition.maxStories), false),
    text('mots', String(definition.maxWords), false),
  ]
}

/** From Monday on. */
const WEEK = [...WEEKDAYS.slice(1), ...WEEKDAYS.slice(0, 1)]

function text(name: DefinitionField, initial: string, isRequired: boolean): FormField {
  return { ...common(name, isRequired), kind: 'text', initial }
}

function common(
  name: DefinitionField,
  isRequired: boolean,
): Pick<FormField, 'name' | 'label' | 'hint' | 'isRequired'> {
  return { name, label: FIELD_LABELS[name], hint: HINTS[name], isRequired }
}

const HINTS: Readonly<Record<DefinitionField, string>> = {
  titre: 'Ce qui est écrit en tête de chaque édition.',
  jours: '',
  heures: french`De ${5} h à ${23} h, six fois par jour au plus. Exemple : ${8} h, ${18} h ${30}.`,
  fuseau: '',
  flux: french`Aucun choix : tous les flux.`,
  rubriques: french`Aucun choix : toutes les rubriques.`,
  avec: 'Séparés par des virgules. Les autres articles sont écartés.',
  sans: 'Séparés par des virgules. Les articles qui en contiennent un sont écartés.',
  filtre: french`Exemple : (grève OU "plan social") ET lieu:Paris SAUF titre:sport.`,
  sujets: 'De 1 à 20.',
  mots: 'De 15 à 120.',
}

/** Places where French is read, and the zone that is set now. */
function zoneChoices(current: Zone): readonly Choice[] {
  const zones = [...new Set([current, ...FRENCH_PLACES.map(({ zone }) => zone)])]
  return zones.slice(0, MOST_CHOICES).map((zone) => ({ label: zoneLabel(zone), value: zone }))
}

/** `isAlone`: in private there are neither other people nor channels to choose. */
export function settingsForm(settings: WorkspaceSettings, isAlone: boolean): Form {
  const { managers, adminChannel, weeklyReport, zone } = settings
  const zoneField: FormField = {
    name: 'fuseau',
    label: 'Fuseau horaire',
    hint: 'Pour les nouvelles revues, et pour dire les heures.',
    isRequired: true,
    kind: 'one',
    choices: zoneChoices(zone),
    initial: zone,
  }
  const form = { name: 'settings', target: '', title: 'Réglages', submit: 'Continuer' } as const
  if (isAlone) return { ...form, fields: [zoneField] }
  return {
    ...form,
    fields: [
      {
        name: 'personnes',
        label: 'Peuvent tout modifier ici',
        hint: 'En plus des personnes qui administrent déjà cet espace.',
        isRequired: false,
        kind: 'people',
        initial: managers,
      },
      {
        name: 'canal',
        label: 'Canal où les pannes sont annoncées',
        hint: french`Vide : les pannes ne sont annoncées nulle part.`,
        isRequired: false,
        kind: 'channel',
        initial: adminChannel === undefined ? '' : adminChannel.slice(adminChannel.indexOf(':') + 1),
      },
      reportField(weeklyReport !== false),
      zoneField,
    ],
  }
}

function reportField(isOn: boolean): FormField {
  return {
    name: 'bilan',
    label: 'Bilan des flux, le lundi',
    hint: french`Il paraît dans le canal des pannes.`,
    isRequired: true,
    kind: 'one',
    choices: [
      { label: 'Oui', value: 'oui' },
      { label: 'Non', value: 'non' },
    ],
    initial: isOn ? 'oui' : 'non',
  }
}

/** For a platform that cannot show a form of this size: the same by typing. */
export function insteadOfForm(command: string, fields: readonly DefinitionField[]): MessageText {
  const rows = fields.map((field) => [strong(field), plain(french` : ${TYPED[field]}`)])
  const example = `${command} jours:en semaine heures:8 h sujets:5`
  return sentenceMessage(french`Tapez ${command}, suivi de ce que vous voulez régler :`, [
    list(rows),
    smallPrint(french`Par exemple : ${example}`),
  ])
}

const TYPED: Readonly<Record<DefinitionField, string>> = {
  titre: 'ce qui est écrit en tête de chaque édition',
  jours: french`« lundi, jeudi », « en semaine » ou « tous les jours »`,
  heures: french`de ${5} h à ${23} h, par exemple « ${8} h, ${18} h ${30} »`,
  fuseau: french`par exemple « Paris », « Montréal » ou « Dakar »`,
  flux: french`leurs titres, séparés par des virgules ; « tous » pour n’en écarter aucun`,
  rubriques: french`leurs noms, séparés par des virgules ; « toutes » pour n’en écarter aucune`,
  avec: french`ne garder que les articles qui contiennent l’un de ces mots ; « aucun » pour ne plus trier`,
  sans: french`écarter les articles qui contiennent l’un de ces mots ; « aucun » pour ne plus trier`,
  filtre: french`ne garder que certains articles, par exemple « (grève OU "plan social") SAUF sport » ; à écrire en dernier ; « aucun » pour ne plus trier`,
  sujets: 'le nombre de sujets au plus, de 1 à 20',
  mots: 'le nombre de mots par sujet au plus, de 15 à 120',
}

/** A choice within the limits of every platform; undefined for what no value can carry. */
export function choiceOf(label: string, value: string): Choice | undefined {
  if (value === '' || value.length > LONGEST_VALUE) return undefined
  return { label: shorten(label === '' ? value : label, LONGEST_LABEL), value }
}
