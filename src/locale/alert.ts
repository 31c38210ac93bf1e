// The message of an alert: what is told, by how many, since when, in whose words, and what became of it since.
import { act } from '../core/action.ts'
import { dayOf, type Instant, type Zone } from '../core/calendar.ts'
import type { EditionSource, ShownStory } from '../core/edition.ts'
import type { Block, MessageText, Span } from '../core/message.ts'
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

/** Publishers named of a story, alone in its message or beside others; the others are counted. */
const [NAMED_ALONE, NAMED_AMONG_OTHERS] = [6, 3]

/** Characters of a story’s title, and of the name of an alert or a publisher. */
const [LONGEST_TITLE, LONGEST_NAME] = [150, 60]

export const MESSAGE_UPDATED = french`Mise à jour d’une alerte :`

/** How much of it is shown: stories, and those of them with their sentences. */
interface Extent {
  readonly shown: number
  readonly quoted: number
}

/**
 * Characters of one message with the addresses behind its links, marks apart: Discord bears 2,000 (findings, platforms).
 * Beyond it there would be two messages, and nothing could be edited.
 */
const MOST_CHARACTERS = 1750

/** `canSuspend`: it was set up in the chat. As much as one message bears, sentences left out before stories. */
export function alertMessage(alert: ShownAlert, canSuspend: boolean): MessageText {
  const count = alert.told.stories.length
  const extents = Array.from({ length: count }, (_, less) => count - less).flatMap((shown) =>
    Array.from({ length: shown }, (_, less): Extent => ({ shown, quoted: shown - less })),
  )
  const messages = extents.map((extent) => () => messageOf(alert, extent, canSuspend))
  for (const make of messages) {
    const message = make()
    if (charactersOf(message.blocks) <= MOST_CHARACTERS) return message
  }
  return messageOf(alert, { shown: Math.min(1, count), quoted: 0 }, canSuspend)
}

function charactersOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === 'heading') return sum + block.text.length + 6
    if (block.kind === 'quote')
      return (
        sum + block.sentences.join('').length + 6 * block.sentences.length + charactersOfSpans(block.source)
      )
    return sum + ('spans' in block ? charactersOfSpans(block.spans) + 6 : 0)
  }, 0)
}

function charactersOfSpans(spans: readonly Span[]): number {
  return spans.reduce(
    (sum, span) => sum + span.text.length + (span.kind === 'link' ? span.url.length + 6 : 0),
    0,
  )
}

function messageOf(alert: ShownAlert, { shown, quoted }: Extent, canSuspend: boolean): MessageText {
  const { told } = alert
  const [story] = told.stories
  const isAlone = told.stories.length === 1 && told.moreCount === 0 && !told.isTogether
  const title =
    isAlone && story !== undefined
      ? french`Alerte : ${typeset(shorten(story.title, LONGEST_TITLE))}`
      : titleOfMany(alert)
  return {
    summary: title,
    blocks: [
      heading(title, 1),
      ...(isAlone ? [] : [smallPrint(manyLine(alert))]),
      ...told.stories
        .slice(0, shown)
        .flatMap((each, position) => storyBlocks(each, alert, { isAlone, isQuoted: position < quoted })),
      ...moreBlocks(told.moreCount + told.stories.length - shown),
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

function storyBlocks(
  story: ShownStory,
  { told, zone }: ShownAlert,
  { isAlone, isQuoted }: { readonly isAlone: boolean; readonly isQuoted: boolean },
): readonly Block[] {
  const line = smallPrint(
    publishersLine(story, told.toldAt, zone, isAlone ? NAMED_ALONE : NAMED_AMONG_OTHERS),
  )
  const quotes = isQuoted ? quotedBlocks(story) : []
  // Without a sentence the title is the link; with some, each has a link of its own.
  const [title] = quotes.length === 0 ? [paragraph(titleSpan(shortly(story)))] : []
  if (isAlone) return [line, ...(title === undefined ? [] : [title]), ...quotes, ...clashBlocks(story)]
  return [title ?? heading(typeset(shortly(story).title)), line, ...quotes]
}

const shortly = (story: ShownStory): ShownStory => ({ ...story, title: shorten(story.title, LONGEST_TITLE) })

/** «4 éditeurs indépendants depuis 9 h 12 : Le Phare, L’Écho, Radio Lac et Le Courrier». */
function publishersLine(story: ShownStory, now: Instant, zone: Zone, most: number): string {
  const originals = story.sources.filter(({ duplicateOf }) => duplicateOf === undefined)
  const names = oncePerPublisher(originals).map(({ publisher }) => typeset(shorten(publisher, LONGEST_NAME)))
  const left = names.length - most
  // The name of a single other one is as short as its count.
  const named = left < 2 ? names : [...names.slice(0, most), counted(left, 'autre')]
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
