// An edition as messages: the lead with one line a story, then a part a story. French, and nothing but words.
import { wallClock } from '../core/calendar.ts'
import { readFiveWs } from '../core/five-ws.ts'
import type { Edition, ShownClash, ShownEdition, ShownStory } from '../core/edition.ts'
import { act, type Action } from '../core/action.ts'
import type { Block, Button, MessageText, Span } from '../core/message.ts'
import { plain } from './blocks.ts'
import { formatDay, formatHour, formatMoment } from './calendar.ts'
import { displayShown } from './editorial.ts'
import { counted } from './plural.ts'
import { capitalised, french } from './sentence.ts'
import { sequelWords } from './sequel.ts'
import { oncePerPublisher, publisherSpan, sourceSpans } from './sources.ts'
import { typeset } from './typography.ts'

/** An edition published later than this after its slot says so. */
const LATE_AFTER_MINUTES = 5

/** Publishers named in the lead line of a story; the others are counted. A telephone shows about 60 characters. */
const NAMED_PUBLISHERS = 3

/** The lead message and one part a story. */
export function partCount(edition: { readonly stories: readonly unknown[] }): number {
  return 1 + edition.stories.length
}

/** What the buttons under a story refer to: its delivery, or a memo and its position there. */
export type StoryTarget = Pick<Action, 'target' | 'detail'>

/**
 * Part 0 is the lead message, part n the n-th story. `earlierHandle` is that of the lead message of the edition that the
 * story continues, where it stands in the same channel.
 */
export function editionMessage(edition: ShownEdition, part: number, earlierHandle?: string): MessageText {
  const story = edition.stories[part - 1]
  return story === undefined ? leadMessage(edition) : storyMessage(edition, story, part, earlierHandle)
}

/** What stands below a story; one that is only linked has no sentence to ask about. */
export function storyButtons({ sentences }: ShownStory, { target, detail }: StoryTarget): Block {
  const button = (label: string, verb: Action['verb']): Button => ({
    label,
    action: act(verb, target, detail),
    style: 'plain',
  })
  return {
    kind: 'buttons',
    buttons: [
      ...(sentences.length === 0 ? [] : [button(french`D’où vient cette phrase ?`, 'prove')]),
      button(french`Pourquoi ?`, 'explain'),
      button('Utile', 'useful'),
      button('Pas utile', 'useless'),
      button('Masquer ce sujet', 'mute'),
    ],
  }
}

function leadMessage(edition: ShownEdition): MessageText {
  const heading: Block = { kind: 'heading', level: 1, text: typeset(edition.title) }
  const context: Block = { kind: 'context', spans: [plain(editionLine(edition))] }
  const summary = french`${typeset(edition.title)} : ${formatDay(edition.slotAt, edition.zone)}`
  if (edition.stories.length === 0) {
    return { summary, blocks: [heading, context, { kind: 'paragraph', spans: [plain(quietLine(edition))] }] }
  }
  const items = edition.stories.map((story) => [titleSpan(story), plain(` — ${publisherLine(story)}`)])
  return { summary, blocks: [heading, context, { kind: 'list', items }] }
}

/** «Mardi 17 mars 2026 · 7 sujets · 31 articles lus, dont 5 reprises · édition de 8 h, publiée à 9 h 20». */
export function editionLine(edition: ShownEdition): string {
  const folded = edition.foldedCount === 0 ? '' : `, dont ${counted(edition.foldedCount, 'reprise')}`
  const parts = [
    capitalised(formatDay(edition.slotAt, edition.zone)),
    ...(edition.stories.length === 0 ? [] : [counted(edition.stories.length, 'sujet')]),
    edition.articleCount === 0
      ? 'aucun nouvel article'
      : `${counted(edition.articleCount, 'article lu', 'articles lus')}${folded}`,
  ]
  if (edition.madeAt - edition.slotAt > LATE_AFTER_MINUTES * 60_000) {
    const [slot, made] = [edition.slotAt, edition.madeAt].map((instant) => formatHour(instant, edition.zone))
    parts.push(`édition de ${slot}, publiée à ${made}`)
  }
  return parts.join(' · ')
}

/** «Rien de marquant ce matin.» */
export function quietLine(edition: Pick<Edition, 'slotAt' | 'zone'>): string {
  const hour = hourOf(edition)
  const when = hour < 12 ? 'ce matin' : hour < 18 ? 'cet après-midi' : 'ce soir'
  return `Rien de marquant ${when}.`
}

function hourOf(edition: Pick<Edition, 'slotAt' | 'zone'>): number {
  return wallClock(edition.slotAt, edition.zone).hour
}

function storyMessage(
  edition: ShownEdition,
  story: ShownStory,
  position: number,
  earlierHandle: string | undefined,
): MessageText {
  const title = typeset(story.title)
  const quotes = quotedBlocks(story)
  return {
    summary: title,
    blocks: [
      { kind: 'heading', level: 2, text: `${position}. ${title}` },
      {
        kind: 'context',
        spans: [plain(storyLine(story, formatMoment(story.publishedAt, edition.madeAt, edition.zone)))],
      },
      ...sequelBlocks(edition, story, earlierHandle),
      ...quotes,
      ...fiveWsBlocks(story),
      ...clashBlocks(story),
      ...sourceBlocks(story),
    ],
  }
}

/** «Suite de l’édition de mardi», which leads there where it can. */
function sequelBlocks(
  { slotAt, zone }: ShownEdition,
  { continues }: ShownStory,
  handle: string | undefined,
): readonly Block[] {
  if (continues === undefined) return []
  const text = sequelWords(continues.slotAt, slotAt, zone)
  return [
    { kind: 'context', spans: [handle === undefined ? plain(text) : { kind: 'earlier', text, handle }] },
  ]
}

/** «Qui : Claire Martin · Où : Vernay · Quand : vendredi · Chiffres : dix mois», as far as the sentences say it. */
function fiveWsBlocks({ sentences }: ShownStory): readonly Block[] {
  const { who, where, when, figures } = readFiveWs(sentences)
  const told = [
    ['Qui', who],
    ['Où', where],
    ['Quand', when.map(uncapitalised)],
    ['Chiffres', figures.map(uncapitalised)],
  ] as const
  const parts = told.flatMap(([label, values]) =>
    values.length === 0 ? [] : [french`${label} : ${values.map(typeset).join(', ')}`],
  )
  return parts.length === 0 ? [] : [{ kind: 'context', spans: [plain(parts.join(' · '))] }]
}

/** A day or a number that began its sentence: «samedi 21 mars», «trois voyageurs». */
function uncapitalised(text: string): string {
  return text.charAt(0).toLocaleLowerCase('fr') + text.slice(1)
}

export function clashBlocks(story: ShownStory): readonly Block[] {
  return (story.clashes ?? []).map((clash) => ({ kind: 'context', spans: clashSpans(clash, story) }))
}

/**
 * «Les sources diffèrent : « 12 morts » Le Phare, « 15 morts » L’Écho», or «Le chiffre a changé : d’abord « 12 morts »
 * Le Phare, puis « 15 morts » L’Écho».
 */
export function clashSpans({ kind, figures }: ShownClash, story: ShownStory): readonly Span[] {
  const [label, first, next] =
    kind === 'disagreement'
      ? [french`Les sources diffèrent : `, '', ', ']
      : [french`Le chiffre a changé : `, 'd’abord ', ', puis ']
  return [
    plain(label),
    ...figures.flatMap(({ text, reference }, order) => [
      plain(french`${order === 0 ? first : next}« ${typeset(text)} » `),
      ...sourceOf(story, reference.articleId),
    ]),
  ]
}

/** «International · hier à 18 h 05 · 4 sources indépendantes · mis à jour». */
export function storyLine(story: ShownStory, when: string): string {
  const parts = [
    ...(story.rubric === '' ? [] : [typeset(story.rubric)]),
    when,
    story.publisherCount === 1
      ? 'une seule source'
      : counted(story.publisherCount, 'source indépendante', 'sources indépendantes'),
    ...(story.sources.some(({ isUpdate }) => isUpdate) ? ['mis à jour'] : []),
  ]
  return capitalised(parts.join(' · '))
}

/** One quote for each article that sentences are taken from, in order, with its link. */
export function quotedBlocks(story: ShownStory): readonly Block[] {
  const byArticle = Map.groupBy(story.sentences, ({ reference }) => reference.articleId)
  return [...byArticle].map(([articleId, sentences]) => ({
    kind: 'quote',
    sentences: sentences.map(displayShown),
    source: sourceOf(story, articleId),
  }))
}

function sourceOf(story: ShownStory, articleId: string): readonly Span[] {
  const source = story.sources.find((candidate) => candidate.articleId === articleId)
  return source === undefined ? [] : [publisherSpan(source)]
}

/** Nothing where the quotes have named all of them: one publisher would be told three times in a row. */
function sourceBlocks(story: ShownStory): readonly Block[] {
  const quoted = new Set(story.sentences.map(({ reference }) => reference.articleId))
  const named = new Set(
    story.sources.flatMap(({ articleId, publisher }) => (quoted.has(articleId) ? [publisher] : [])),
  )
  const isTold = story.sources.every(({ publisher, agency }) => named.has(publisher) && agency === undefined)
  return isTold ? [] : [{ kind: 'context', spans: sourceSpans(story.sources) }]
}

function publisherLine(story: ShownStory): string {
  const publishers = oncePerPublisher(story.sources).map(({ publisher }) => publisher)
  const others = publishers.length - NAMED_PUBLISHERS
  // The name of a single other one is as short as its count.
  if (others < 2) return publishers.map(typeset).join(', ')
  const named = publishers.slice(0, NAMED_PUBLISHERS).map(typeset).join(', ')
  return `${named} et ${counted(others, 'autre')}`
}

export function titleSpan(story: ShownStory): Span {
  const title = typeset(story.title)
  const url = story.sources[0]?.url ?? ''
  return url === '' ? { kind: 'strong', text: title } : { kind: 'link', text: title, url }
}
