// What /alerte says: the alerts of a place, how often one would have rung, and why something is not done.
import { act } from '../core/action.ts'
import { type Alert, alertDefinitionOf } from '../core/alert.ts'
import type { Instant } from '../core/calendar.ts'
import type { Block, MessageText } from '../core/message.ts'
import { ALERT_FIELDS, type AlertField, type AlertMistakes } from '../core/read-alert.ts'
import type { RehearsedAlert } from '../core/rehearse-alert.ts'
import { ALERT_LABELS, alertLine, explainAlertMistake } from './alert-definition.ts'
import {
  button,
  buttons,
  heading,
  list,
  paragraph,
  plain,
  sentenceMessage,
  shorten,
  smallPrint,
  strong,
} from './blocks.ts'
import { formatMoment } from './calendar.ts'
import { sinceWords } from './feed-health.ts'
import type { TellingTime } from './feeds.ts'
import { titled } from './guillemets.ts'
import { type ListPage, pageButtons, pageWords } from './list-page.ts'
import { channelSpan } from './people-and-places.ts'
import { counted } from './plural.ts'
import { french } from './sentence.ts'
import { typeset } from './typography.ts'

export interface ListedAlert {
  readonly alert: Alert
  readonly canManage: boolean
}

interface ListScene {
  readonly time: TellingTime
  /** Where it is told, `platform:channel`. */
  readonly here: string
  readonly canAdd: boolean
}

export function alertList(page: ListPage<ListedAlert>, scene: ListScene): MessageText {
  if (page.total === 0) return sentenceMessage(scene.canAdd ? `${NO_ALERT} ${HOW_TO}` : NO_ALERT_YET)
  const title = counted(page.total, 'alerte')
  return {
    summary: title,
    blocks: [
      heading(title),
      ...page.items.flatMap((item) => alertRows(item, scene)),
      ...pageWords(page),
      ...buttons(pageButtons(page)),
    ],
  }
}

/** Characters of a title in a button, so that its guillemets close: a label bears 75. */
const TITLE_IN_A_BUTTON = 55

function alertRows({ alert, canManage }: ListedAlert, { time, here }: ListScene): readonly Block[] {
  const { now, zone } = time
  const shownTitle = titled(shorten(alert.title, TITLE_IN_A_BUTTON))
  const isSuspended = alert.suspendedAt !== undefined
  const state =
    alert.suspendedAt === undefined ? '' : ` En pause depuis ${sinceWords(alert.suspendedAt, now, zone)}.`
  const declared = alert.workspaceId === undefined ? ' Fixée par la configuration.' : ''
  return [
    paragraph(strong(typeset(alert.title)), french` : ${alertLine(alertDefinitionOf(alert), zone)}`),
    smallPrint('Dans ', channelSpan(alert.channel, here), `.${state}${declared}`),
    ...(canManage
      ? buttons([
          button(`Essayer ${shownTitle}`, act('try-alert', alert.name)),
          isSuspended
            ? button(`Reprendre ${shownTitle}`, act('resume-alert', alert.name))
            : button(`Suspendre ${shownTitle}`, act('pause-alert', alert.name)),
          button(`Retirer ${shownTitle}`, act('remove-alert', alert.name)),
        ])
      : []),
  ]
}

interface ShownRehearsal {
  readonly rung: readonly RehearsedAlert[]
  readonly since: Instant | undefined
  readonly articleCount: number
}

/** Alerts told one by one; the others are counted. */
const TOLD = 6

/** «Sur les sept derniers jours, cette alerte aurait sonné 4 fois :» and when, for what. */
export function rehearsalBlocks(
  { rung, since, articleCount }: ShownRehearsal,
  { now, zone }: TellingTime,
): readonly Block[] {
  if (since === undefined) return [paragraph(NOTHING_READ)]
  const period = periodWords(since, now, zone)
  const read = french`${counted(articleCount, 'article')} en ${articleCount < 2 ? 'relève' : 'relèvent'}.`
  if (rung.length === 0)
    return [
      paragraph(french`${period}, cette alerte n’aurait jamais sonné. ${read}`),
      smallPrint(french`Pour qu’elle sonne plus souvent : moins d’éditeurs, ou un délai plus long.`),
    ]
  // The newest are those that people remember.
  const told = rung.slice(-TOLD)
  const others = rung.length - told.length
  const fullDays = rung.filter(({ isLast }) => isLast).length
  return [
    paragraph(french`${period}, cette alerte aurait sonné ${counted(rung.length, 'fois', 'fois')} :`),
    list(told.map((one) => [plain(rehearsedLine(one, { now, zone }))])),
    ...(others === 0 ? [] : [smallPrint(french`Et ${counted(others, 'fois', 'fois')} auparavant.`)]),
    ...(fullDays === 0
      ? []
      : [
          smallPrint(
            french`Le maximum du jour aurait été atteint ${counted(fullDays, 'fois', 'fois')} : ce qui suit est alors passé sous silence.`,
          ),
        ]),
  ]
}

function periodWords(since: Instant, now: Instant, zone: TellingTime['zone']): string {
  return now - since > 6.9 * 24 * 3_600_000
    ? 'Sur les sept derniers jours'
    : `Depuis mon premier article, ${formatMoment(since, now, zone)}`
}

function rehearsedLine(
  { at, title, storyCount, publisherCount, isLate }: RehearsedAlert,
  { now, zone }: TellingTime,
): string {
  const count = counted(publisherCount, 'éditeur')
  const more = storyCount < 2 ? '' : french` et ${counted(storyCount - 1, 'autre sujet', 'autres sujets')}`
  const late = isLate ? ', au matin' : ''
  return french`${formatMoment(at, now, zone)}${late} : ${typeset(shorten(title, 120))}${more} (${count})`
}

export function rehearsalMessage(alert: Alert, rehearsal: ShownRehearsal, time: TellingTime): MessageText {
  const title = french`Essai de l’alerte ${titled(alert.title)}`
  return {
    summary: title,
    blocks: [
      heading(title),
      smallPrint(alertLine(alertDefinitionOf(alert), time.zone)),
      ...rehearsalBlocks(rehearsal, time),
    ],
  }
}

/** What is wrong with options that were typed: one line a field. */
export function alertMistakes(mistakes: AlertMistakes): MessageText {
  const rows = ALERT_FIELDS.flatMap((field) => {
    const mistake = mistakes[field]
    return mistake === undefined
      ? []
      : [[strong(ALERT_LABELS[field]), plain(french` : ${explainAlertMistake(mistake)}`)]]
  })
  return sentenceMessage(french`Je n’ai rien modifié. À corriger :`, [list(rows)])
}

/** What can be typed, for whoever typed nothing. `title` is that of the alert to change. */
export function alertHowTo(title: string | undefined, isTry = false): MessageText {
  const action = isTry ? 'essayer' : title === undefined ? 'ajouter' : 'modifier'
  const named = title === undefined ? '' : ` alerte:${title}`
  const command = `/alerte ${action}${named}`
  const rows = ALERT_FIELDS.map((field) => [strong(field), plain(french` : ${TYPED[field]}`)])
  return sentenceMessage(french`Tapez ${command}, suivi de ce que vous voulez régler :`, [
    list(rows),
    smallPrint(french`Par exemple : ${command} personne:Odile Vasseur editeurs:3 minutes:60`),
  ])
}

const TYPED: Readonly<Record<AlertField, string>> = {
  titre: 'le nom de l’alerte',
  personne: 'le nom d’une personne',
  expression: 'des mots qui se suivent',
  avec: french`des mots séparés par des virgules : l’un d’eux suffit`,
  flux: french`les titres des flux qui comptent ; « tous » pour n’en écarter aucun`,
  rubriques: french`les rubriques qui comptent ; « toutes » pour n’en écarter aucune`,
  editeurs: french`combien d’éditeurs indépendants, de 1 à 20 (3 si vous ne dites rien)`,
  minutes: french`en combien de minutes, de 10 à 1440 (60)`,
  pause: french`combien d’heures un sujet signalé n’est plus signalé, de 1 à 72 (6)`,
  nuit: french`les heures calmes : « de ${22} h à ${7} h », ou « aucune »`,
  maximum: french`combien d’alertes par jour au plus, de 1 à 24 (5)`,
  fuseau: french`le fuseau des heures calmes : « Paris », « Montréal »`,
}

export function alertTitleTaken(title: string): string {
  return french`Une autre alerte s’appelle déjà ${titled(title)}. Donnez un autre titre à celle-ci : titre:…`
}

const NOTHING_READ = french`Je n’ai encore lu aucun article : je ne peux pas dire combien de fois elle aurait sonné.`
export const NO_ALERT = 'Aucune alerte n’est réglée.'
const HOW_TO = french`Pour en régler une : /alerte ajouter personne:Odile Vasseur, ou /alerte ajouter editeurs:4 pour tous les sujets.`
const NO_ALERT_YET = `${NO_ALERT} Un administrateur peut en régler une avec /alerte ajouter.`
export const ALERT_MISSING = 'Donnez le titre de l’alerte. Voyez la liste avec /alerte lister.'
export const ALERT_GONE = 'Cette alerte n’existe plus ici. Voyez la liste avec /alerte lister.'
export const ALERTS_NOT_IN_PRIVATE = french`Ici, nous sommes en privé. Tapez la commande dans le canal où l’alerte doit paraître.`
