// What /flux says: the list of feeds, a feed before it is followed, a feed that is tried, and why something is not done.
import { act } from '../core/action.ts'
import type { Instant, Zone } from '../core/calendar.ts'
import type { Failure } from '../core/failures.ts'
import type { FeedState } from '../core/feed.ts'
import type { FeedPreview, NamedFeed, PreviewedArticle } from '../core/feed-preview.ts'
import type { Block, Button, MessageText, Span } from '../core/message.ts'
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
import { explainFeed } from './failures.ts'
import { explainConcern } from './feed-concerns.ts'
import { healthWords } from './feed-health.ts'
import { titled } from './guillemets.ts'
import { pageButtons, pageWords, type ListPage } from './list-page.ts'
import { counted } from './plural.ts'
import { french } from './sentence.ts'
import { typeset } from './typography.ts'

/** Hours are told as of `now` in `zone`. */
export interface TellingTime {
  readonly now: Instant
  readonly zone: Zone
}

/** A feed with what a list says of it. */
export interface ListedFeed {
  readonly title: string
  readonly rubric: string
  readonly isDeclared: boolean
  readonly suspendedAt?: Instant | undefined
  /** False where its articles are only linked. */
  readonly isQuoted: boolean
  readonly state: FeedState | undefined
}

export function feedList(page: ListPage<ListedFeed>, canManage: boolean, time: TellingTime): MessageText {
  if (page.total === 0) return noFeeds(canManage)
  const title = counted(page.total, 'flux suivi', 'flux suivis')
  const areAllDeclared = page.items.every(({ isDeclared }) => isDeclared)
  const add = canManage ? [button('Ajouter un flux', act('add-feed'))] : []
  return {
    summary: title,
    blocks: [
      heading(title),
      list(page.items.map((feed) => feedRow(feed, time, !areAllDeclared))),
      ...(areAllDeclared ? [smallPrint(ALL_DECLARED)] : []),
      ...pageWords(page),
      ...buttons([...pageButtons(page), ...add]),
    ],
  }
}

/** Below a page of such feeds, instead of in each row. */
const ALL_DECLARED = french`Ces flux sont fixés par la configuration de Pressoir : ils ne se modifient pas ici.`

function feedRow(feed: ListedFeed, { now, zone }: TellingTime, tellsDeclared: boolean): readonly Span[] {
  const details = [
    ...(feed.rubric === '' ? [] : [typeset(feed.rubric)]),
    healthWords(feed, now, zone),
    ...(feed.isQuoted ? [] : ['seulement signalé']),
    ...(feed.isDeclared && tellsDeclared ? ['fixé par la configuration'] : []),
  ]
  return [strong(typeset(feed.title)), plain(` · ${details.join(' · ')}`)]
}

function noFeeds(canManage: boolean): MessageText {
  return canManage
    ? sentenceMessage(
        french`Aucun flux n’est suivi. Donnez l’adresse d’un journal : je cherche ses flux. Ou prenez un paquet tout prêt avec /flux packs.`,
        buttons([button('Ajouter un flux', act('add-feed'), 'primary')]),
      )
    : sentenceMessage(
        'Aucun flux n’est encore suivi ici. Un administrateur peut en ajouter avec /flux ajouter.',
      )
}

/** What a feed holds, above the question whether to follow it. */
export function previewBlocks(
  preview: Extract<FeedPreview, { readonly kind: 'one' }>,
  time: TellingTime,
): readonly Block[] {
  const { feed, articles, itemCount, warnings } = preview
  const line = [
    typeset(feed.publisher),
    counted(itemCount, 'article'),
    shorten(feed.url, LONGEST_HEADLINE),
  ].join(' · ')
  return [smallPrint(line), ...articleRows(articles, time), ...concernRows(warnings, time)]
}

/** Characters of a headline, or of an address: more is an accident of the feed. */
const LONGEST_HEADLINE = 200

function articleRows(articles: readonly PreviewedArticle[], { now, zone }: TellingTime): readonly Block[] {
  if (articles.length === 0) return []
  const items = articles.map(({ title, url, publishedAt }) => {
    const name = title === '' ? 'Sans titre' : shorten(typeset(title), LONGEST_HEADLINE)
    const date = publishedAt === undefined ? 'sans date' : formatMoment(publishedAt, now, zone)
    return [
      url === undefined ? plain(name) : ({ kind: 'link', text: name, url } as const),
      plain(`, ${date}`),
    ]
  })
  return [list(items)]
}

function concernRows(
  concerns: Extract<FeedPreview, { readonly kind: 'one' }>['warnings'],
  { zone }: TellingTime,
): readonly Block[] {
  if (concerns.length === 0) return []
  return [
    paragraph(strong('À savoir')),
    list(concerns.map((concern) => [plain(explainConcern(concern, zone))])),
  ]
}

/** The first run never floods: an edition tells what is recent only. */
export const FIRST_EDITION = french`Rien d’ancien ne sera publié : la prochaine édition ne prendra que les articles récents.`

/** At most ten, by their place in the memo. */
export function feedChoice(found: readonly NamedFeed[], memoId: string): MessageText {
  const sentence = french`Cette adresse mène à plusieurs flux. Lequel voulez-vous ?`
  const rows = found.map((feed) => [strong(nameOf(feed)), plain(french` : ${feed.url}`)])
  const choices = found.map((feed, at) =>
    button(`${at + 1}. ${nameOf(feed)}`, act('pick-feed', memoId, String(at))),
  )
  return sentenceMessage(sentence, [list(rows), ...buttons(choices)])
}

function nameOf({ title, url }: NamedFeed): string {
  return title === '' ? url.replace(/^https?:\/\//u, '') : typeset(title)
}

/** A feed that was read just now. */
export function feedWorks(
  title: string,
  preview: Extract<FeedPreview, { readonly kind: 'one' }>,
  time: TellingTime,
): MessageText {
  const sentence = french`Le flux ${titled(title)} répond.`
  return sentenceMessage(sentence, previewBlocks(preview, time))
}

/** An address that was a feed and is a page of several now. */
export function feedBecamePage(title: string, feedId: string, canManage: boolean): MessageText {
  return sentenceMessage(
    french`Le flux ${titled(title)} n’en est plus un : son adresse mène à une page qui en propose plusieurs.`,
    canManage ? buttons([button('Remplacer l’adresse', act('replace-feed', feedId))]) : [],
  )
}

export function feedFails(title: string, feedId: string, failure: Failure, canManage: boolean): MessageText {
  return sentenceMessage(explainFeed(title, failure), canManage ? buttons(failureButtons(feedId)) : [])
}

/** What can be done about a feed that fails. */
function failureButtons(feedId: string): readonly Button[] {
  return [
    button('Réessayer', act('retry-feed', feedId), 'primary'),
    button('Remplacer l’adresse', act('replace-feed', feedId)),
    button('Suspendre', act('suspend-feed', feedId)),
  ]
}

export function feedAlreadyFollowed(title: string, isSuspended: boolean): string {
  return isSuspended
    ? french`Cette adresse est déjà suivie, sous le titre ${titled(title)}, et en pause. Pour la reprendre, tapez /flux reprendre.`
    : french`Cette adresse est déjà suivie, sous le titre ${titled(title)}.`
}

export function feedAlreadyDeclared(title: string): string {
  return french`Cette adresse est déjà suivie, sous le titre ${titled(title)} : elle est fixée par la configuration de Pressoir, pour tous.`
}

export const FEED_MISSING = 'Donnez le titre du flux. Voyez la liste avec /flux lister.'
export const FEED_GONE = 'Ce flux n’est plus suivi ici. Voyez la liste avec /flux lister.'

export function feedQuotedAlready(title: string, isQuoted: boolean): string {
  return isQuoted
    ? french`Le flux ${titled(title)} est déjà cité.`
    : french`Le flux ${titled(title)} est déjà seulement signalé.`
}

/** The choice is about a publisher: its other feeds are meant as well. */
export function quotingOutlook(publisher: string, isQuoted: boolean): string {
  return isQuoted
    ? french`Les revues pourront citer ${typeset(publisher)} de nouveau, quelques phrases à la fois.`
    : french`Les revues ne citeront plus ${typeset(publisher)} : ses articles y seront seulement signalés par un lien.`
}

export const ADDRESS_MISSING = 'Donnez une adresse, par exemple lemonde.fr ou https://www.rfi.fr/fr/rss.'
export const RUBRIC_LONG = french`La rubrique est trop longue : 40 caractères au plus.`

/** Digests that name a feed which is taken away or put to rest. */
export function digestsLosing(titles: readonly string[]): string {
  const named = titles.map(titled).join(', ')
  return titles.length === 1
    ? french`La revue ${named} ne lira plus ce flux.`
    : french`Ces revues ne liront plus ce flux : ${named}.`
}
