// What an alert watches and when it rings, in French, and what is wrong with what somebody typed. Reads nothing.
import type { AlertDefinition, AlertWatch } from '../core/alert.ts'
import type { Zone } from '../core/calendar.ts'
import { zoneLabel } from '../core/french-places.ts'
import type { QuietHours } from '../core/quiet-hours.ts'
import { ALERT_FIELDS, type AlertField, type AlertMistake } from '../core/read-alert.ts'
import { shorten } from './blocks.ts'
import { explainDefinitionMistake, FIELD_LABELS, hoursWords, listed } from './definition.ts'
import { titled } from './guillemets.ts'
import { counted } from './plural.ts'
import { enumerate, french, NO_BREAK_SPACE } from './sentence.ts'
import { typeset } from './typography.ts'

export const ALERT_LABELS: Readonly<Record<AlertField, string>> = {
  titre: 'Titre',
  personne: 'Personne',
  expression: 'Expression',
  avec: FIELD_LABELS.avec,
  flux: FIELD_LABELS.flux,
  rubriques: FIELD_LABELS.rubriques,
  editeurs: 'Éditeurs indépendants',
  minutes: 'Délai',
  pause: french`Silence sur un sujet déjà signalé`,
  nuit: 'Heures calmes',
  maximum: 'Alertes par jour',
  fuseau: FIELD_LABELS.fuseau,
}

/** «tout sujet qui nomme « Odile Vasseur »». */
function watchWords(watch: AlertWatch): string {
  switch (watch.kind) {
    case 'any':
      return 'tout sujet'
    case 'person':
      return french`tout article qui nomme ${titled(watch.name)}`
    case 'phrase':
      return french`tout article qui contient ${titled(watch.text)}`
    case 'words':
      return french`tout article avec ${enumerate(watch.words.slice(0, 8).map(titled), 'ou')}`
    default:
      return watch satisfies never
  }
}

/** One line: «tout sujet · chez 3 éditeurs indépendants en 60 minutes · calme de 22 h à 7 h · 5 alertes par jour au plus». */
export function alertLine(definition: AlertDefinition, zone: Zone): string {
  const { feeds, rubrics, publishers, minutes, coolDownHours, mostADay } = definition
  return [
    watchWords(definition.watch),
    ...(feeds.length === 0 ? [] : [listed(feeds, '')]),
    ...(rubrics.length === 0
      ? []
      : [`${rubrics.length < 2 ? 'rubrique' : 'rubriques'} ${listed(rubrics, '')}`]),
    french`chez ${counted(publishers, 'éditeur indépendant', 'éditeurs indépendants')} en ${minutesWords(minutes)}`,
    quietWords(definition.quietHours),
    french`pas deux fois le même sujet en ${counted(coolDownHours, 'heure')}`,
    `${counted(mostADay, 'alerte')} par jour au plus`,
    ...(definition.zone === zone ? [] : [`heure de ${zoneLabel(definition.zone)}`]),
  ].join(' · ')
}

/** «90 minutes», «2 heures». */
function minutesWords(minutes: number): string {
  return minutes % 60 === 0 && minutes > 60 ? counted(minutes / 60, 'heure') : counted(minutes, 'minute')
}

function quietWords(quiet: QuietHours | undefined): string {
  return quiet === undefined ? 'jour et nuit' : `silence ${stretchWords(quiet)}`
}

function stretchWords({ from, to }: QuietHours): string {
  return `de ${hoursWords([from])} à ${hoursWords([to])}`
}

/** «Délai : 60 minutes → 2 heures», one line a field that differs. */
export function alertChanges(before: AlertDefinition, after: AlertDefinition): readonly string[] {
  return ALERT_FIELDS.flatMap((field) => {
    const [was, is] = [before, after].map((definition) => fieldWords(definition, field))
    if (was === is) return []
    return [french`${ALERT_LABELS[field]} : ${was ?? ''} → ${is ?? ''}`]
  })
}

function fieldWords(definition: AlertDefinition, field: AlertField): string {
  const { watch } = definition
  switch (field) {
    case 'titre':
      return typeset(definition.title)
    case 'personne':
      return watch.kind === 'person' ? typeset(watch.name) : 'aucune'
    case 'expression':
      return watch.kind === 'phrase' ? titled(watch.text) : 'aucune'
    case 'avec':
      return watch.kind === 'words' ? watch.words.map(titled).join(', ') : 'aucun tri'
    case 'flux':
      return listed(definition.feeds, 'tous')
    case 'rubriques':
      return listed(definition.rubrics, 'toutes')
    case 'editeurs':
      return String(definition.publishers)
    case 'minutes':
      return minutesWords(definition.minutes)
    case 'pause':
      return counted(definition.coolDownHours, 'heure')
    case 'nuit':
      return definition.quietHours === undefined ? 'aucune' : stretchWords(definition.quietHours)
    case 'maximum':
      return `${definition.mostADay}${NO_BREAK_SPACE}au plus`
    case 'fuseau':
      return zoneLabel(definition.zone)
    default:
      return field satisfies never
  }
}

export function explainAlertMistake(mistake: AlertMistake): string {
  if (mistake.code === 'watch-several')
    return french`Une alerte guette une seule chose : une personne, une expression ou des mots.`
  if (mistake.code === 'watch-empty')
    return french`« ${shorten(mistake.given, 80)} » ne contient aucun mot à guetter.`
  if (mistake.code === 'watch-long')
    return french`C’est trop long : ${counted(mistake.most, 'caractère')} au plus.`
  if (mistake.code === 'publishers-few')
    return french`Une alerte sur tous les sujets demande au moins ${counted(mistake.least, 'éditeur')}.`
  return explainDefinitionMistake(mistake)
}
