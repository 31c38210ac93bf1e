// How a feed fares, in French: in a few words for a list, as a headline for administrators, and how often it publishes. Judges no feed.
import type { Instant, Zone } from '../core/calendar.ts'
import { DAY, HOUR } from '../core/calendar.ts'
import type { ConditionKind, FeedCondition } from '../core/feed-condition.ts'
import type { Failure } from '../core/failures.ts'
import { formatMoment } from './calendar.ts'
import { failureCause, sinceWords } from './feed-health.ts'
import { guillemets, titled } from './guillemets.ts'
import { neutralise } from './neutralise.ts'
import { counted, formatNumber } from './plural.ts'
import { french } from './sentence.ts'

interface Time {
  readonly now: Instant
  readonly zone: Zone
}

/** «en panne depuis hier à 9 h, ne répond pas», for a line that names the feed before a colon. */
export function conditionWords(condition: FeedCondition, { now, zone }: Time): string {
  const since = sinceWords(condition.since, now, zone)
  switch (condition.kind) {
    case 'waiting':
      return 'pas encore lu'
    case 'healthy':
      return 'va bien'
    case 'slow':
      return `lent depuis ${since}, ${secondsWords(condition.seconds)}`
    case 'silent':
      return `anormalement silencieux depuis ${since}`
    case 'empty':
      return `vivant mais vide depuis ${since}`
    case 'moved':
      return `lu à sa nouvelle adresse depuis ${since}`
    case 'failing':
      // A status says it all in a line.
      return condition.failure.code === 'fetch-status'
        ? `en panne depuis ${since}${statusWords(condition.failure)}`
        : `en panne depuis ${since}, ${failureCause(condition.failure)}`
    case 'blocked':
    case 'gone':
    case 'reserved':
      return `${BROKEN_WORDS[condition.kind]} depuis ${since}${statusWords(condition.failure)}`
    default:
      return condition satisfies never
  }
}

const BROKEN_WORDS = {
  blocked: 'bloqué par le site',
  gone: 'disparu',
  reserved: 'réservé par l’éditeur',
} as const satisfies Partial<Record<ConditionKind, string>>

/** « (HTTP 403)», « (robots.txt)»; `''` where there is nothing so short to say. */
function statusWords(failure: Failure): string {
  if (failure.code === 'fetch-status') return ` (HTTP ${failure.status})`
  if (failure.code !== 'fetch-reserved') return ''
  return failure.by === 'robots' ? ' (robots.txt)' : ' (TDMRep)'
}

/** «Flux « Le Courrier » en panne depuis 3 jours (HTTP 503).» */
export function conditionHeadline(title: string, condition: FeedCondition, { now, zone }: Time): string {
  const feed = `Flux ${titled(title)}`
  const lasted = durationWords(now - condition.since)
  switch (condition.kind) {
    case 'waiting':
    case 'healthy':
      return french`${feed} : ${conditionWords(condition, { now, zone })}.`
    case 'slow':
      return french`${feed} lent depuis ${lasted} : ${secondsWords(condition.seconds)}.`
    case 'silent':
      return french`${feed} anormalement silencieux : aucun article depuis ${lasted}.`
    case 'empty':
      return french`${feed} vivant mais vide : il répond, mais sans aucun article, depuis ${lasted}.`
    case 'moved':
      return french`${feed} : son adresse a changé.`
    case 'failing':
      return `${feed} en panne depuis ${lasted}${statusWords(condition.failure)}.`
    case 'blocked':
    case 'gone':
    case 'reserved':
      return `${feed} ${BROKEN_WORDS[condition.kind]} depuis ${lasted}${statusWords(condition.failure)}.`
    default:
      return condition satisfies never
  }
}

/** What ended, by what was told: «Le flux « Le Courrier » publie de nouveau.» */
export function returnWords(told: ConditionKind): string {
  switch (told) {
    case 'silent':
      return 'publie de nouveau'
    case 'empty':
      return 'contient de nouveau des articles'
    case 'slow':
      return 'répond de nouveau sans tarder'
    case 'moved':
    case 'gone':
    case 'blocked':
    case 'reserved':
    case 'failing':
    case 'waiting':
    case 'healthy':
      return 'répond de nouveau'
    default:
      return told satisfies never
  }
}

/** «Le site répond : « … »», in the site's own words; `''` when it has none. */
export function siteWords(failure: Failure): string {
  if (failure.code !== 'fetch-status' || failure.words === undefined) return ''
  const words = neutralise(failure.words).replaceAll(/\s+/gu, ' ').trim()
  return words === '' ? '' : french`Le site répond : ${guillemets(words)}`
}

/** «environ 12 articles par jour», «environ 3 articles par semaine», «moins d’un article par semaine». */
export function rhythmWords(perDay: number | undefined): string {
  if (perDay === undefined) return 'rythme encore inconnu'
  if (perDay === 0) return 'aucun article récent'
  if (perDay >= 0.95) return `environ ${aboutWords(Math.round(perDay))} par jour`
  const perWeek = perDay * 7
  return perWeek < 0.6
    ? 'moins d’un article par semaine'
    : `environ ${aboutWords(Math.round(perWeek))} par semaine`
}

function aboutWords(count: number): string {
  return count < 2 ? 'un article' : counted(count, 'article')
}

/** «dernier article hier à 9 h». */
export function lastArticleWords(lastArticleAt: Instant | undefined, { now, zone }: Time): string {
  return lastArticleAt === undefined
    ? 'aucun article connu'
    : `dernier article ${formatMoment(lastArticleAt, now, zone)}`
}

function secondsWords(seconds: number): string {
  return french`environ ${formatNumber(Math.round(seconds))} s par réponse`
}

/** «3 jours», «26 heures»: what people say of a silence. */
export function durationWords(elapsed: Instant): string {
  const days = Math.floor(elapsed / DAY)
  if (days >= 2) return counted(days, 'jour')
  const hours = Math.floor(elapsed / HOUR)
  return hours >= 1 ? counted(hours, 'heure') : counted(Math.max(1, Math.round(elapsed / 60_000)), 'minute')
}
