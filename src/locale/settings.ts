// What /reglages says: who may change what, where failures are told, the zone, and the log of changes.
import { act } from '../core/action.ts'
import { zoneLabel } from '../core/french-places.ts'
import type { Block, MessageText, Span } from '../core/message.ts'
import { isPersonal, type WorkspaceId, type WorkspaceSettings } from '../core/workspace.ts'
import {
  button,
  buttons,
  enumerateSpans,
  heading,
  list,
  paragraph,
  plain,
  smallPrint,
  strong,
} from './blocks.ts'
import { type ListPage, pageButtons, pageWords } from './list-page.ts'
import { channelSpan, type KnownPeople, personSpan, roleSpan } from './people-and-places.ts'
import { counted } from './plural.ts'
import { french, NO_BREAK_SPACE } from './sentence.ts'

interface SettingsScene {
  readonly workspaceId: WorkspaceId
  /** Where it is told, `platform:channel`. */
  readonly here: string
  readonly people: KnownPeople
  readonly canManage: boolean
}

export function settingsMessage(settings: WorkspaceSettings, scene: SettingsScene): MessageText {
  const rows = [
    ...(isPersonal(scene.workspaceId) ? [] : [row('Peuvent tout modifier', managersSpans(settings, scene))]),
    row('Pannes annoncées', alarmSpans(settings.adminChannel, scene.here)),
    row('Bilan des flux', [plain(reportWords(settings))]),
    row('Fuseau horaire', [plain(zoneLabel(settings.zone))]),
  ]
  return {
    summary: 'Réglages',
    blocks: [
      heading('Réglages'),
      list(rows),
      smallPrint(
        french`Tout le monde peut lire les listes et le journal des changements. Chaque changement se confirme, et s’annule pendant une journée ; ce qui est retiré se rétablit pendant trente jours.`,
      ),
      ...(scene.canManage ? buttons([button('Modifier les réglages', act('settings'))]) : []),
    ],
  }
}

function row(label: string, spans: readonly Span[]): readonly Span[] {
  return [strong(label), plain(french` : `), ...spans]
}

function managersSpans(settings: Managers, { workspaceId, people }: SettingsScene): readonly Span[] {
  const platformOwn = workspaceId.startsWith('discord:')
    ? 'les personnes qui gèrent le serveur'
    : 'les administrateurs de l’espace de travail'
  return enumerateSpans([plain(platformOwn), ...namedManagers(settings, people)].map((name) => [name]))
}

type Managers = Pick<WorkspaceSettings, 'managers' | 'managerRoles'>

function namedManagers({ managers, managerRoles }: Managers, people: KnownPeople): readonly Span[] {
  return [...managers.map((person) => personSpan(person, people)), ...managerRoles.map(roleSpan)]
}

function alarmSpans(adminChannel: string | undefined, here: string): readonly Span[] {
  return adminChannel === undefined
    ? [plain('nulle part')]
    : [plain('dans '), channelSpan(adminChannel, here)]
}

/** It goes where failures are told, and nowhere else. */
function reportWords({ adminChannel, weeklyReport }: WorkspaceSettings): string {
  if (weeklyReport === false) return 'non'
  return adminChannel === undefined
    ? 'le lundi, dès qu’un canal est choisi pour les pannes'
    : 'le lundi, au même endroit'
}

/** «Fuseau horaire : Paris (Europe/Paris) → Dakar (Africa/Dakar)», one line a thing that differs. */
export function settingsChanges(
  before: WorkspaceSettings,
  after: WorkspaceSettings,
  here: string,
  people: KnownPeople,
): readonly (readonly Span[])[] {
  const [told, tells] = [before, after].map(({ adminChannel }) => alarmSpans(adminChannel, here))
  return [
    ...namedManagers(gained(after, before), people).map((name) => [
      plain(french`Pourra tout modifier ici : `),
      name,
    ]),
    ...namedManagers(gained(before, after), people).map((name) => [
      plain(french`Ne pourra plus tout modifier ici : `),
      name,
    ]),
    ...(before.adminChannel === after.adminChannel
      ? []
      : [[plain(french`Pannes annoncées : `), ...(told ?? []), plain(' → '), ...(tells ?? [])]]),
    ...(before.weeklyReport === after.weeklyReport
      ? []
      : [
          [
            plain(
              french`Bilan des flux : ${after.weeklyReport === false ? 'le lundi → non' : 'non → le lundi'}`,
            ),
          ],
        ]),
    ...(before.zone === after.zone
      ? []
      : [[plain(french`Fuseau horaire : ${zoneLabel(before.zone)} → ${zoneLabel(after.zone)}`)]]),
  ]
}

function gained(of: Managers, beside: Managers): Managers {
  return {
    managers: of.managers.filter((person) => !beside.managers.includes(person)),
    managerRoles: of.managerRoles.filter((role) => !beside.managerRoles.includes(role)),
  }
}

/** The zone of a workspace is for what comes: digests that are there keep their own. */
export const ZONE_OUTLOOK = 'Les revues déjà programmées gardent leur fuseau.'

export const ADMINISTRATORS_MISSING: string =
  'Nommez une personne ou un rôle après /reglages administrateurs. Si ce droit lui est déjà donné, il lui est retiré.'
export const ALONE_HERE = french`Ici, vous êtes en privé : tout vous appartient, et personne d’autre n’y modifie rien.`
export const ZONE_MISSING: string = french`Donnez un fuseau, par exemple « Paris » ou « Europe/Paris ».`
export const ROLES_NOWHERE = 'Cette messagerie n’a pas de rôles. Nommez une personne.'
export const CHANNEL_PRIVATE = french`Un message privé ne convient pas : les pannes s’annoncent dans un canal. Tapez la commande dans ce canal, ou nommez-le.`
export const REPORT_UNREADABLE: string = french`Dites « oui » ou « non » : /reglages bilan non.`
export const CHANNEL_UNREADABLE =
  'Je ne reconnais pas ce canal. Choisissez-le dans la liste que propose la messagerie.'
export const PERSON_UNREADABLE =
  'Je ne reconnais pas cette personne. Choisissez-la dans la liste que propose la messagerie.'

/** The log, newest first; every row comes with its button when it can be undone. */
export function journalMessage(
  page: ListPage<{ readonly spans: readonly Span[]; readonly undoable?: string | undefined }>,
  firstPosition: number,
): MessageText {
  if (page.total === 0) {
    const sentence = 'Aucun changement n’a encore été fait ici.'
    return { summary: sentence, blocks: [paragraph(sentence)] }
  }
  const undo = page.items.flatMap(({ undoable }, at) =>
    undoable === undefined
      ? []
      : [button(`Annuler le n°${NO_BREAK_SPACE}${firstPosition + at}`, act('undo', undoable, 'journal'))],
  )
  const rows: readonly Block[] = page.items.map(({ spans }) => ({ kind: 'paragraph', spans }))
  return {
    summary: 'Journal des changements',
    blocks: [
      heading(french`Journal : ${counted(page.total, 'changement')}`),
      ...rows,
      ...pageWords(page),
      ...buttons(undo),
      ...buttons(pageButtons(page)),
    ],
  }
}
