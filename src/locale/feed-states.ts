// What /flux etat says: every feed by how it fares, worst first, and one feed with its last weeks. Judges no feed.
import { act } from '../core/action.ts'
import type { Instant } from '../core/calendar.ts'
import { type ConditionKind, type FeedCondition, WORST_FIRST } from '../core/feed-condition.ts'
import type { FeedHistory } from '../core/feed-history.ts'
import type { Feed } from '../core/feed.ts'
import type { Block, Button, MessageText, Span } from '../core/message.ts'
import {
  button,
  buttons,
  heading,
  list,
  paragraph,
  plain,
  sentenceMessage,
  smallPrint,
  strong,
} from './blocks.ts'
import { formatMoment } from './calendar.ts'
import { conditionWords, lastArticleWords, rhythmWords, siteWords } from './feed-conditions.ts'
import { sinceWords } from './feed-health.ts'
import type { TellingTime } from './feeds.ts'
import { type ListPage, pageButtons, pageWords } from './list-page.ts'
import { counted, formatNumber } from './plural.ts'
import { capitalised, french } from './sentence.ts'
import { typeset } from './typography.ts'

/** A feed as `etat` tells it. */
export interface StatedFeed {
  readonly feed: Feed
  /** Where it is read. */
  readonly address: string
  readonly condition: FeedCondition
  readonly suspendedAt?: Instant | undefined
  readonly history?: FeedHistory | undefined
  /** Articles a day; undefined while that is not known. */
  readonly perDay?: number | undefined
  readonly lastReadAt?: Instant | undefined
  /** Undefined while nobody reads it. */
  readonly nextReadAt?: Instant | undefined
}

/** A page of all feeds; `all` is what the counts are made of. */
export function feedStates(
  page: ListPage<StatedFeed>,
  all: readonly StatedFeed[],
  time: TellingTime,
): MessageText {
  if (page.total === 0) return sentenceMessage('Aucun flux n’est encore suivi ici.')
  const title = french`État de ${counted(page.total, 'flux', 'flux')}`
  return {
    summary: title,
    blocks: [
      heading(title),
      paragraph(stateCounts(all)),
      list(page.items.map((stated) => stateRow(stated, time))),
      ...pageWords(page),
      smallPrint(french`Un flux en détail : /flux etat, suivi de son titre.`),
      ...buttons(pageButtons(page)),
    ],
  }
}

/** «1 bloqué, 2 en panne, 12 vont bien.» */
export function stateCounts(all: readonly StatedFeed[]): string {
  const running = all.filter(({ suspendedAt }) => suspendedAt === undefined)
  const counts = WORST_FIRST.flatMap((kind) => {
    const count = running.filter(({ condition }) => condition.kind === kind).length
    return count === 0 ? [] : [counted(count, ...KIND_WORDS[kind])]
  })
  const paused = all.length - running.length
  return `${[...counts, ...(paused === 0 ? [] : [counted(paused, 'en pause', 'en pause')])].join(', ')}.`
}

const KIND_WORDS: Readonly<Record<ConditionKind, readonly [one: string, many: string]>> = {
  gone: ['disparu', 'disparus'],
  blocked: ['bloqué', 'bloqués'],
  reserved: ['réservé', 'réservés'],
  failing: ['en panne', 'en panne'],
  empty: ['vivant mais vide', 'vivants mais vides'],
  silent: ['silencieux', 'silencieux'],
  slow: ['lent', 'lents'],
  moved: ['à une nouvelle adresse', 'à une nouvelle adresse'],
  waiting: ['pas encore lu', 'pas encore lus'],
  healthy: ['va bien', 'vont bien'],
}

/** «La Dépêche · bloqué depuis hier à 9 h (HTTP 403) · dernier article hier à 8 h · environ 12 articles par jour · …» */
function stateRow(stated: StatedFeed, time: TellingTime): readonly Span[] {
  const [title = '', ...details] = stateCells(stated, time)
  return [strong(title), plain(` · ${details.filter((words) => words !== '').join(' · ')}`)]
}

/** The title, how the feed fares, its last article, its rhythm, its next reading; `''` for what there is not to say. */
export function stateCells(stated: StatedFeed, time: TellingTime): readonly string[] {
  const { feed, condition, history, perDay, suspendedAt, nextReadAt } = stated
  const isPaused = suspendedAt !== undefined
  return [
    typeset(feed.title),
    isPaused
      ? `en pause depuis ${sinceWords(suspendedAt, time.now, time.zone)}`
      : conditionWords(condition, time),
    // A silence counts from the last article.
    !isPaused && condition.kind === 'silent' ? '' : lastArticleWords(history?.lastArticleAt, time),
    history?.lastArticleAt === undefined ? '' : rhythmWords(perDay),
    nextReadAt === undefined ? '' : `prochaine lecture ${nextWords(nextReadAt, time)}`,
  ]
}

function nextWords(nextReadAt: Instant, { now, zone }: TellingTime): string {
  return nextReadAt <= now ? 'dans un instant' : formatMoment(nextReadAt, now, zone)
}

/** One feed; `byDay` are the articles of its last days, the last one today. */
export function feedState(
  stated: StatedFeed,
  byDay: readonly (number | undefined)[],
  time: TellingTime,
  canManage: boolean,
): MessageText {
  const { feed, condition, suspendedAt } = stated
  const title = typeset(feed.title)
  const headline =
    suspendedAt === undefined
      ? `${capitalised(conditionWords(condition, time))}.`
      : `En pause depuis ${sinceWords(suspendedAt, time.now, time.zone)}.`
  const words = 'failure' in condition ? siteWords(condition.failure) : ''
  return {
    summary: french`${title} : ${headline}`,
    blocks: [
      heading(title),
      paragraph(strong(headline)),
      ...(words === '' ? [] : [paragraph(words)]),
      list(detailRows(stated, time)),
      ...dayBlocks(byDay),
      ...buttons('failure' in condition && canManage ? mendingButtons(feed) : []),
    ],
  }
}

function mendingButtons({ id, origin }: Feed): readonly Button[] {
  const retry = button('Réessayer', act('retry-feed', id), 'primary')
  return origin === 'file' ? [retry] : [retry, button('Remplacer l’adresse', act('replace-feed', id))]
}

function detailRows(stated: StatedFeed, time: TellingTime): readonly (readonly Span[])[] {
  const { address, history, lastReadAt, nextReadAt } = stated
  const { now, zone } = time
  const usual = history?.usualSeconds
  return [
    [plain(french`Adresse : `), { kind: 'link', text: address, url: address }],
    row('Dernière lecture', lastReadAt === undefined ? 'aucune' : formatMoment(lastReadAt, now, zone)),
    ...(nextReadAt === undefined ? [] : [row('Prochaine lecture', nextWords(nextReadAt, time))]),
    row('Articles', articlesWords(stated, time)),
    ...(usual === undefined
      ? []
      : [
          row(
            'Réponse',
            usual < 1 ? 'en moins d’une seconde' : french`en ${formatNumber(Math.round(usual))} s environ`,
          ),
        ]),
    ...(history === undefined ? [] : [row('Lectures', readingsWords(history))]),
  ]
}

function articlesWords({ history, perDay }: StatedFeed, time: TellingTime): string {
  const last = lastArticleWords(history?.lastArticleAt, time)
  return history?.lastArticleAt === undefined ? last : `${rhythmWords(perDay)}, ${last}`
}

function row(label: string, words: string): readonly Span[] {
  return [plain(french`${label} : ${words}`)]
}

/** «1 240 en 56 jours, dont 12 échecs»; an article of before the first reading makes no day of it. */
function readingsWords({ days }: FeedHistory): string {
  const tried = days.filter(({ readings, failures }) => readings + failures > 0)
  const failures = tried.reduce((sum, day) => sum + day.failures, 0)
  const attempts = tried.reduce((sum, day) => sum + day.readings, failures)
  const read = french`${formatNumber(attempts)} en ${counted(tried.length, 'jour')}`
  return failures === 0 ? `${read}, sans échec` : french`${read}, dont ${counted(failures, 'échec')}`
}

/** A drawing of eight heights for the eye, and the same as numbers for everybody. */
function dayBlocks(days: readonly (number | undefined)[]): readonly Block[] {
  const first = days.findIndex((count) => count !== undefined)
  const byDay = first < 0 ? [] : days.slice(first)
  const known = byDay.filter((count) => count !== undefined)
  if (known.length < 2) return []
  const most = Math.max(1, ...known)
  const drawing = byDay.map((count) => (count === undefined ? '·' : heightOf(count / most))).join('')
  const numbers = byDay.map((count) => (count === undefined ? 'non lu' : formatNumber(count))).join(', ')
  const title = french`Articles des ${counted(byDay.length, 'dernier jour', 'derniers jours')}`
  return [
    paragraph(french`${capitalised(title)} : ${drawing}`),
    smallPrint(french`Jour après jour : ${numbers}.`),
  ]
}

const HEIGHTS = '▁▂▃▄▅▆▇█'

function heightOf(share: number): string {
  return HEIGHTS.charAt(Math.min(HEIGHTS.length - 1, Math.ceil(share * (HEIGHTS.length - 1))))
}
