// The message of an alert: what is told, by how many, since when, in whose words, and what became of it since.
import { act } from '../core/action.ts'
import { dayOf, type Instant, type Zone } from '../core/calendar.ts'
import type { EditionSource, ShownStory } from '../core/edition.ts'
import type { Block, MessageText } from '../core/message.ts'
import type { RaisedAlert, ToldAlert } from '../core/raised-alert.ts'
import { button, buttons, heading, paragraph, shorten, smallPrint } from './blocks.ts'
import { formatHour, formatMoment } from './calendar.ts'
import { clashBlocks, quotedBlocks, titleSpan } from './digest.ts'
import { titled } from './guillemets.ts'
import { counted } from './plural.ts'
import { enumerate, french } from './sentence.ts'
import { oncePerPublisher } from './sources.ts'
import { typeset } from './typography.ts'

/** An alert with its sentences cut from storage. */
export interface ShownAlert extends Omit<RaisedAlert, 'told'> {
  readonly told: Omit<ToldAlert, 'stories'> & { readonly stories: readonly ShownStory[] }
}

/** Publishers named of a story; the others are counted. */
const NAMED_PUBLISHERS = 6

/** Characters of a title: the whole must stay one message on every platform, so that it can be edited. */
const [LONGEST_TITLE, LONGEST_NAME] = [180, 60]

export const MESSAGE_UPDATED = french`Mise à jour d’une alerte :`

/** `canSuspend`: it was set up in the chat. */
export function alertMessage(alert: ShownAlert, canSuspend: boolean): MessageText {
  const { stories } = alert.told
  const [story, ...others] = stories
  const isAlone = others.length === 0 && alert.told.moreCount === 0 && !alert.told.isTogether
  const title =
    isAlone && story !== undefined
      ? french`Alerte : ${typeset(shorten(story.title, LONGEST_TITLE))}`
      : titleOfMany(alert)
  return {
    summary: title,
    blocks: [
      heading(title, 1),
      ...(isAlone ? [] : [smallPrint(manyLine(alert))]),
      ...stories.flatMap((each) => storyBlocks(each, alert, isAlone)),
      ...moreBlocks(alert.told.moreCount),
      smallPrint(closingLine(alert)),
      ...alertButtons(alert, isAlone && story !== undefined, canSuspend),
    ],
  }
}

function titleOfMany({ title, told }: ShownAlert): string {
  const name = titled(shorten(title, LONGEST_NAME))
  const count = told.stories.length + told.moreCount
  return told.isLate
    ? french`Alerte ${name} : ${counted(count, 'sujet')} pendant les heures calmes`
    : french`Alerte ${name} : ${independent(told.publisherCount)}`
}

function manyLine({ told, zone }: ShownAlert): string {
  const { isTogether, publisherCount, stories } = told
  const since = formatMoment(sinceOf(stories), told.toldAt, zone)
  return isTogether
    ? french`${independent(publisherCount)} en parlent, chacun à son propos, depuis ${since}.`
    : french`${independent(publisherCount)} en tout.`
}

function storyBlocks(story: ShownStory, { told, zone }: ShownAlert, isAlone: boolean): readonly Block[] {
  const line = smallPrint(publishersLine(story, told.toldAt, zone))
  const quotes = quotedBlocks(story)
  // Without a sentence the title is the link; with some, each has a link of its own.
  const titleBlocks = isAlone
    ? quotes.length === 0
      ? [paragraph(titleSpan(story))]
      : []
    : quotes.length === 0
      ? [paragraph(titleSpan(story))]
      : [heading(typeset(shorten(story.title, LONGEST_TITLE)))]
  return isAlone
    ? [line, ...titleBlocks, ...quotes, ...clashBlocks(story)]
    : [...titleBlocks, line, ...quotes]
}

/** «4 éditeurs indépendants depuis 9 h 12 : Le Phare, L’Écho, Radio Lac et Le Courrier». */
function publishersLine(story: ShownStory, now: Instant, zone: Zone): string {
  const originals = story.sources.filter(({ duplicateOf }) => duplicateOf === undefined)
  const names = oncePerPublisher(originals).map(({ publisher }) => typeset(shorten(publisher, LONGEST_NAME)))
  const left = names.length - NAMED_PUBLISHERS
  // The name of a single other one is as short as its count.
  const named = left < 2 ? names : [...names.slice(0, NAMED_PUBLISHERS), counted(left, 'autre')]
  const reprints = story.sources.length - originals.length
  const reprinted = reprints === 0 ? '' : french` (et ${counted(reprints, 'reprise')})`
  return french`${independent(story.publisherCount)} depuis ${sinceWords(sinceOf([story]), now, zone)} : ${enumerate(names.length === 0 ? [''] : named)}${reprinted}.`
}

function independent(count: number): string {
  return counted(count, 'éditeur indépendant', 'éditeurs indépendants')
}

/** The hour alone on the same day. */
function sinceWords(since: Instant, now: Instant, zone: Zone): string {
  return dayOf(since, zone) === dayOf(now, zone) ? formatHour(since, zone) : formatMoment(since, now, zone)
}

function sinceOf(stories: readonly { readonly sources: readonly EditionSource[] }[]): Instant {
  return Math.min(...stories.flatMap(({ sources }) => sources.map(({ publishedAt }) => publishedAt)))
}

function moreBlocks(count: number): readonly Block[] {
  return count === 0 ? [] : [smallPrint(french`Et ${counted(count, 'autre sujet', 'autres sujets')}.`)]
}

/** «Alerte « Lavrov » · signalé à 10 h 05, mis à jour à 10 h 42.» */
function closingLine({ title, raisedAt, revision, told, zone }: ShownAlert): string {
  const parts = [
    french`Alerte ${titled(shorten(title, LONGEST_NAME))} · signalé à ${formatHour(raisedAt, zone)}`,
    ...(revision > 1 ? [french`mis à jour à ${formatHour(told.toldAt, zone)}`] : []),
  ]
  const late = told.isLate
    ? french` En retard : c’est arrivé ${formatMoment(told.reachedAt, raisedAt, zone)}, pendant les heures calmes.`
    : ''
  const last = told.isLast ? french` C’est la dernière alerte de la journée : le maximum est atteint.` : ''
  return `${parts.join(', ')}.${late}${last}`
}

function alertButtons({ id, told }: ShownAlert, isAlone: boolean, canSuspend: boolean): readonly Block[] {
  const isQuoted = told.stories.some(({ sentences }) => sentences.length > 0)
  return buttons([
    ...(isQuoted ? [button(french`D’où vient cette phrase ?`, act('prove', id))] : []),
    ...(isAlone ? [button('Masquer ce sujet', act('mute', id))] : []),
    ...(canSuspend ? [button('Suspendre cette alerte', act('suspend-alert', id))] : []),
  ])
}
