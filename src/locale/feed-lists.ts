// Lists of feeds in French: what an OPML brings, what is refused of it and why, the packs. Reads no list.
import type { ChangeSubject } from '../core/change.ts'
import { act } from '../core/action.ts'
import type { Block, MessageText } from '../core/message.ts'
import type { Outline, OutlineRefusal, OutlineWarning, RefusedOutline } from '../core/outline.ts'
import type { PackKey } from '../core/pack.ts'
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
import { titled } from './guillemets.ts'
import { counted, formatNumber } from './plural.ts'
import { enumerate, french } from './sentence.ts'
import { type SentenceTable, tell } from './sentence-table.ts'
import { typeset } from './typography.ts'

type ManyFollowings = Extract<ChangeSubject, { readonly kind: 'followings' }>

/** «1 998 flux de la liste « Mes flux »». */
export function listedFeeds(subject: ManyFollowings): string {
  const from = subject.list === '' ? '' : french` de la liste ${titled(subject.list)}`
  return `${feedCount(countOf(subject))}${from}`
}

function countOf({ before, after }: ManyFollowings): number {
  return (after ?? before ?? []).length
}

export function feedCount(count: number): string {
  return counted(count, 'flux', 'flux')
}

/** As the words of one change: see `changes.ts`. */
export function listWords(subject: ManyFollowings): {
  readonly ask: string
  readonly done: (name: string) => string
  readonly log: string
} {
  const isOne = countOf(subject) < 2
  if (subject.after === undefined) {
    const done = isOne ? 'n’est plus suivi' : 'ne sont plus suivis'
    return {
      ask: 'Ne plus suivre',
      done: (name) => `${name} ${done}. Les articles déjà lus restent.`,
      log: 'a retiré',
    }
  }
  return { ask: 'Suivre', done: (name) => `${name} ${isOne ? 'est suivi' : 'sont suivis'}.`, log: 'a ajouté' }
}

/** Feeds that somebody has changed since they came: they stay when the rest goes. */
export function feedsLeftAsTheyAre(count: number): string {
  return count === 1
    ? french`Un flux a été modifié entre-temps : je n’y ai pas touché.`
    : french`${feedCount(count)} ont été modifiés entre-temps : je n’y ai pas touché.`
}

/** «Rubriques : Régions (12), Sport (3), sans rubrique (2) et 4 autres.» */
export function rubricsLine(rubrics: readonly { readonly rubric: string; readonly count: number }[]): string {
  const told = rubrics.slice(0, MOST_RUBRICS)
  const names = told.map(
    ({ rubric, count }) =>
      french`${rubric === '' ? 'sans rubrique' : typeset(rubric)} (${formatNumber(count)})`,
  )
  const more = rubrics.length - told.length
  const all = more === 0 ? names : [...names, counted(more, 'autre')]
  return french`${rubrics.length === 1 ? 'Rubrique' : 'Rubriques'} : ${enumerate(all)}.`
}

/** Rubrics that a telephone shows on three lines. */
const MOST_RUBRICS = 8

export function alreadyLine(count: number): string {
  return count === 1 ? 'Un flux est déjà suivi.' : `${feedCount(count)} sont déjà suivis.`
}

export function repeatedLine(count: number): string {
  return count === 1
    ? french`Une adresse est donnée deux fois : elle compte une fois.`
    : french`${counted(count, 'adresse')} sont données plusieurs fois : chacune compte une fois.`
}

/** «3 lignes refusées :» before some of them. */
export function refusedTitle(count: number): string {
  return french`${counted(count, 'ligne refusée', 'lignes refusées')} :`
}

/** «ligne 12, « Le Quai » : elle n’a pas d’adresse». */
export function refusedLine({ line, title, given, reason }: RefusedOutline): string {
  const name =
    title !== ''
      ? `, ${titled(title)}`
      : reason === 'password' || given === ''
        ? ''
        : `, ${given.slice(0, 80)}`
  return french`ligne\u00A0${line}${name} : ${REFUSALS[reason]}`
}

const REFUSALS: Readonly<Record<OutlineRefusal, string>> = {
  'address-missing': 'elle n’a pas d’adresse',
  'address-unreadable': 'son adresse ne se lit pas',
  scheme: 'son adresse n’est pas celle d’un site web',
  private: 'son adresse est celle d’une machine privée',
  password: 'son adresse contient un mot de passe, que tout le monde verrait ici',
  scraped: 'c’est une page que votre lecteur découpe lui-même, et non un flux',
  list: 'c’est l’adresse d’une autre liste',
  'too-many': 'la liste est trop longue',
}

/** One sentence about «la liste». */
export function explainOutlineWarning(warning: OutlineWarning): string {
  return tell(WARNINGS, warning)
}

const WARNINGS: SentenceTable<OutlineWarning> = {
  'encoding-lies': ({ declared, used }) =>
    french`La liste se dit codée en ${declared.toUpperCase()} ; elle l’est en ${used.toUpperCase()}, et c’est ainsi qu’elle a été lue.`,
  mended: ({ count }) =>
    french`La liste est mal formée : ${counted(count, 'ligne a été réparée', 'lignes ont été réparées')}.`,
  truncated: () => french`La liste s’arrête en route : la fin manque.`,
  'entities-refused': () =>
    french`La liste définit ses propres entités XML ; par sécurité, elles n’ont pas été lues.`,
}

/** How long it takes until the last of many new feeds has been read once. */
export function firstReadingsLine(minutes: number): string {
  return minutes < 2
    ? french`Je les lirai dans la minute.`
    : french`Je les lirai peu à peu, en ${minutes}\u00A0minutes environ, pour ne pas bousculer les sites.`
}

/** What stands above the question whether to follow the feeds of a list. */
export function listPreface(planned: {
  readonly outline: Outline
  readonly rubrics: Parameters<typeof rubricsLine>[0]
  readonly alreadyCount: number
}): readonly Block[] {
  const { outline, rubrics, alreadyCount } = planned
  const { refused, repeatedCount, warnings } = outline
  const sentences = [
    ...(rubrics.length === 0 ? [] : [rubricsLine(rubrics)]),
    ...(alreadyCount === 0 ? [] : [alreadyLine(alreadyCount)]),
    ...(repeatedCount === 0 ? [] : [repeatedLine(repeatedCount)]),
    ...warnings.map(explainOutlineWarning),
  ]
  return [
    ...(sentences.length === 0 ? [] : [paragraph(sentences.join(' '))]),
    ...(refused.length === 0 ? [] : refusedBlocks(refused)),
  ]
}

/** Refused lines that a telephone shows; a person who wants all of them runs the command line. */
const MOST_REFUSED = 5

function refusedBlocks(refused: readonly RefusedOutline[]): readonly Block[] {
  const more = refused.length - MOST_REFUSED
  const told = refused.slice(0, MOST_REFUSED).map((one) => [plain(refusedLine(one))])
  return [
    paragraph(strong(refusedTitle(refused.length))),
    list(more > 0 ? [...told, [plain(`et ${counted(more, 'autre')}`)]] : told),
  ]
}

/** Nothing of a list is new. */
export function nothingNew(outline: Outline, alreadyCount: number): MessageText {
  const said =
    outline.feeds.length === 0
      ? 'Cette liste ne contient aucun flux que je puisse suivre.'
      : french`Il n’y a rien à ajouter : tous les flux de cette liste sont déjà suivis.`
  const counts = { outline, rubrics: [], alreadyCount: outline.feeds.length === 0 ? 0 : alreadyCount }
  return sentenceMessage(
    said,
    outline.refused.length === 0 ? [] : listPreface({ ...counts, alreadyCount: 0 }),
  )
}

/** «Suisse · 14 flux», while somebody types. */
export function packLabel(name: string, count: number): string {
  return french`${name} · ${feedCount(count)}`
}

interface ToldPack {
  readonly key: PackKey
  readonly name: string
  readonly count: number
  readonly publishers: readonly string[]
}

/** All packs, with a button for each where somebody may press it. */
export function packsMessage(packs: readonly ToldPack[], canManage: boolean): MessageText {
  const title = 'Les paquets de flux tout prêts'
  const rows = packs.map(({ name, count, publishers }) => [
    strong(name),
    plain(` · ${feedCount(count)} · ${publishers.slice(0, MOST_PUBLISHERS).map(typeset).join(', ')}…`),
  ])
  const choices = packs.map(({ key, name }) => button(name, act('import-pack', key)))
  return {
    summary: title,
    blocks: [
      heading(title),
      list(rows),
      ...(canManage ? buttons(choices) : [smallPrint(PACKS_FOR_MANAGERS)]),
    ],
  }
}

const MOST_PUBLISHERS = 4
const PACKS_FOR_MANAGERS = 'Un administrateur peut en ajouter un avec /flux importer.'

export const LIST_MISSING = french`Donnez l’adresse d’une liste OPML, un fichier, ou un paquet : /flux importer pack:régions. Voyez les paquets avec /flux packs.`

export function packUnknown(given: string, closest: string | undefined): string {
  return closest === undefined
    ? french`Aucun paquet ne s’appelle « ${shorten(given, 80)} ». Voyez leur liste avec /flux packs.`
    : french`Aucun paquet ne s’appelle « ${shorten(given, 80)} » ; vouliez-vous dire « ${closest} » ?`
}

/** The feeds of a workspace as a file; `octets` is its content. */
export function exportMessage(count: number, octets: Uint8Array): MessageText {
  const title = french`${counted(count, 'flux suivi', 'flux suivis')}, au format OPML`
  const file: Block = {
    kind: 'file',
    name: 'flux.opml',
    title,
    alternativeText: french`Le fichier n’a pas pu être envoyé. La personne qui s’occupe de Pressoir peut l’écrire avec « pressoir feeds export ».`,
    mediaType: 'text/x-opml',
    octets,
  }
  return sentenceMessage(
    french`Voici ${feedCount(count)}, au format OPML : tout lecteur de flux sait le lire, et /flux importer aussi.`,
    [file],
  )
}
