// What administrators are told when a feed or a channel fails, and when it works again. Sends nothing.
import { act } from '../core/action.ts'
import type { Instant, Zone } from '../core/calendar.ts'
import type { Failure } from '../core/failures.ts'
import type { ConditionKind, FeedCondition } from '../core/feed-condition.ts'
import type { FeedNews } from '../core/feed-news.ts'
import type { Feed } from '../core/feed.ts'
import type { Block, Button, MessageText, Span } from '../core/message.ts'
import { webSite } from '../core/web-site.ts'
import { list, paragraph, plain, sentenceMessage, smallPrint, strong } from './blocks.ts'
import { formatMoment } from './calendar.ts'
import { adviseOnPost, explainNamed, explainPostReason } from './failures.ts'
import { conditionHeadline, conditionWords, returnWords, rhythmWords, siteWords } from './feed-conditions.ts'
import { titled } from './guillemets.ts'
import { channelSpan } from './people-and-places.ts'
import { counted } from './plural.ts'
import { enumerate, french } from './sentence.ts'
import { typeset } from './typography.ts'

/** A feed, where it is read, and what befell it. */
export interface ToldFeed {
  readonly feed: Feed
  /** Where it is read now. */
  readonly address: string
  readonly news: FeedNews
  /** Articles a day, where that is known. */
  readonly perDay?: number | undefined
}

interface Time {
  readonly now: Instant
  readonly zone: Zone
}

/** One feed at length with what can be done about it, several in a line each. */
export function feedNewsMessage(told: readonly ToldFeed[], time: Time): MessageText {
  const [only, ...others] = told
  if (only !== undefined && others.length === 0)
    return only.news.kind === 'returned'
      ? returnMessage(only, only.news.told)
      : fallMessage(only, only.news.condition, time)
  return manyFeedsMessage(told, time)
}

function returnMessage({ feed }: ToldFeed, told: ConditionKind): MessageText {
  return sentenceMessage(`Le flux ${titled(feed.title)} ${returnWords(told)}.`)
}

function fallMessage(told: ToldFeed, condition: FeedCondition, time: Time): MessageText {
  const headline = conditionHeadline(told.feed.title, condition, time)
  const more = explanation(told, condition)
  return {
    summary: headline,
    blocks: [
      paragraph(strong(headline)),
      ...(more === '' ? [] : [paragraph(more)]),
      ...quotation(condition),
      {
        kind: 'context',
        spans: [
          { kind: 'link', text: told.address, url: told.address },
          plain(` · ${outlook(condition, time)}`),
        ],
      },
      ...buttonsFor(told.feed, condition),
    ],
  }
}

/** What it means, and what to do. */
function explanation({ feed, perDay }: ToldFeed, condition: FeedCondition): string {
  switch (condition.kind) {
    case 'blocked':
    case 'gone':
    case 'reserved':
    case 'failing':
      // The status stands in the line above.
      return explainNamed(condition.failure).replace(/ \(HTTP \d+\)/u, '')
    case 'silent':
      return perDay === undefined || perDay === 0
        ? 'Il répond, mais ne publie plus comme d’habitude.'
        : `Il répond, mais ne publie plus. D’habitude, il donne ${rhythmWords(perDay)}.`
    case 'empty':
      return 'Le site a peut-être changé d’adresse de flux. Cherchez la nouvelle sur le site de l’éditeur.'
    case 'slow':
      return french`Au-delà de ${20} s, je n’attends plus sa réponse.`
    case 'moved':
      return feed.origin === 'file'
        ? french`Je le lis à la nouvelle. Dans config/pressoir.yaml, remplacez ${feed.url} par ${condition.to}`
        : french`Je le lis à la nouvelle. Vous n’avez rien à faire ; le changement est dans /reglages journal.`
    case 'waiting':
    case 'healthy':
      return ''
    default:
      return condition satisfies never
  }
}

function quotation(condition: FeedCondition): readonly Block[] {
  if (!('failure' in condition)) return []
  const words = siteWords(condition.failure)
  return words === '' ? [] : [paragraph(words)]
}

function outlook(condition: FeedCondition, { now, zone }: Time): string {
  if ('failure' in condition) {
    const last =
      condition.lastSuccessAt === undefined
        ? 'n’a encore jamais donné d’article'
        : `dernière lecture réussie ${formatMoment(condition.lastSuccessAt, now, zone)}`
    return `${last} · je continue d’essayer`
  }
  return condition.kind === 'silent'
    ? `dernier article ${formatMoment(condition.since, now, zone)} · je continue de le lire`
    : 'je continue de le lire'
}

/** Rows of one message, which a telephone shows without much turning. */
const MOST_ROWS = 10

/** «Du nouveau pour 5 flux», a line for each, one line for those of one site that fare alike. */
function manyFeedsMessage(told: readonly ToldFeed[], time: Time): MessageText {
  const title = french`Du nouveau pour ${counted(told.length, 'flux', 'flux')}`
  const groups = new Map<string, ToldFeed[]>()
  for (const one of told) {
    const key = `${webSite(one.address).host} ${one.news.kind} ${kindOf(one.news)}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const rows = [...groups.values()].map((group) => groupRow(group, time))
  const left = rows.slice(MOST_ROWS)
  return {
    summary: title,
    blocks: [
      paragraph(strong(title)),
      list(rows.slice(0, MOST_ROWS)),
      smallPrint(
        left.length === 0
          ? french`Le détail : /flux etat.`
          : french`Et ${counted(left.length, 'autre ligne', 'autres lignes')}. Le détail : /flux etat.`,
      ),
    ],
  }
}

function kindOf(news: FeedNews): ConditionKind {
  return news.kind === 'fell' ? news.condition.kind : news.told
}

/** Titles of one line. */
const MOST_TITLES = 5

function groupRow(group: readonly ToldFeed[], time: Time): readonly Span[] {
  const [first] = group
  if (first === undefined) return []
  const { news } = first
  const what = news.kind === 'returned' ? returnWords(news.told) : conditionWords(news.condition, time)
  if (group.length === 1) return [strong(typeset(first.feed.title)), plain(french` : ${what}`)]
  const titles = group.slice(0, MOST_TITLES).map(({ feed }) => typeset(feed.title))
  const more = group.length - titles.length
  const named = enumerate(more === 0 ? titles : [...titles, counted(more, 'autre')])
  const verb = news.kind === 'returned' ? 'de retour' : what
  return [
    strong(webSite(first.address).host),
    plain(french` : ${counted(group.length, 'flux', 'flux')}, ${verb} (${named})`),
  ]
}

/** A feed of the file is changed there, and nowhere else; one that answers is tried by itself. */
function buttonsFor({ id, origin }: Feed, condition: FeedCondition): readonly Block[] {
  if (!('failure' in condition) && condition.kind !== 'empty') return []
  const retry: Button = { label: 'Réessayer', action: act('retry-feed', id), style: 'primary' }
  if (origin === 'file') return [{ kind: 'buttons', buttons: [retry] }]
  return [
    {
      kind: 'buttons',
      buttons: [
        retry,
        { label: 'Remplacer l’adresse', action: act('replace-feed', id), style: 'plain' },
        { label: 'Suspendre', action: act('suspend-feed', id), style: 'plain' },
      ],
    },
  ]
}

/** `channel` is where the digest goes, `adminChannel` where this is told; both as `platform:channel`. */
export function channelBrokenMessage(
  digestTitle: string,
  channel: string,
  failure: Failure,
  adminChannel: string,
): MessageText {
  const what = french`La revue ${titled(digestTitle)} ne peut plus être publiée dans `
  return brokenMessage(what, channelSpan(channel, adminChannel), failure, STILL_TRYING)
}

/** The same for an alert, which is soon too old to be told. */
export function alertBrokenMessage(
  alertTitle: string,
  channel: string,
  failure: Failure,
  adminChannel: string,
): MessageText {
  const what = french`L’alerte ${titled(alertTitle)} a sonné et n’a pas pu être publiée dans `
  return brokenMessage(what, channelSpan(channel, adminChannel), failure, TRYING_FOR_HOURS)
}

function brokenMessage(what: string, where: Span, failure: Failure, next: string): MessageText {
  const reason = failure.code === 'post-failed' ? failure.reason : undefined
  const cause = reason === undefined ? '.' : french` : ${explainPostReason(reason)}.`
  const advice = reason === undefined ? '' : adviseOnPost(reason)
  return sentenceMessage([
    plain(what),
    where,
    plain([cause, advice, next].filter((part) => part !== '').join(' ')),
  ])
}

const TRYING_FOR_HOURS = french`J’essaie encore pendant trois heures ; après, ce sera à la prochaine revue de le raconter.`

const STILL_TRYING = french`J’essaie encore toutes les heures pendant un jour ; sa programmation est gardée.`
