// The weekly report on feeds: short, and only what a Monday morning needs. Judges no feed.
import type { Day, Instant, Zone } from '../core/calendar.ts'
import { type ConditionKind, type FeedCondition, WORST_FIRST } from '../core/feed-condition.ts'
import type { Block, MessageText } from '../core/message.ts'
import { heading, list, paragraph, plain, smallPrint, strong } from './blocks.ts'
import { dayInYear } from './calendar.ts'
import { conditionWords } from './feed-conditions.ts'
import { counted } from './plural.ts'
import { enumerate, french } from './sentence.ts'
import { typeset } from './typography.ts'

export interface ReportedFeed {
  readonly title: string
  readonly condition: FeedCondition
  /** Of the week that is told. */
  readonly articles: number
  /** Whether it was followed all that week. */
  readonly isKnown: boolean
}

interface Week {
  /** Its Monday. */
  readonly monday: Day
  readonly now: Instant
  readonly zone: Zone
}

/** Rows of feeds that are not well, and titles of one line. */
const [MOST_ROWS, MOST_TITLES, MOST_PRODUCTIVE] = [8, 6, 3]

/** What is told in a row of its own. */
const NOT_WELL: ReadonlySet<ConditionKind> = new Set([
  'gone',
  'blocked',
  'reserved',
  'failing',
  'empty',
  'silent',
  'slow',
])

export function weekReport(feeds: readonly ReportedFeed[], week: Week): MessageText {
  // Noon of the day in Greenwich is the same day from Martinique to Nouméa.
  const title = french`Bilan des flux : semaine du ${dayInYear(Date.parse(`${week.monday}T12:00:00Z`), 'UTC')}`
  const unwell = WORST_FIRST.flatMap((kind) =>
    NOT_WELL.has(kind) ? feeds.filter(({ condition }) => condition.kind === kind) : [],
  )
  const well = feeds.length - unwell.length
  const total = feeds.reduce((sum, { articles }) => sum + articles, 0)
  return {
    summary: title,
    blocks: [
      heading(title),
      paragraph(`${wellWords(well, feeds.length)} ${broughtWords(total)}`),
      ...unwellBlocks(unwell, week),
      ...lines(feeds).map((line) => paragraph(line)),
      smallPrint(french`Le détail : /flux etat. Pour ne plus recevoir ce bilan : /reglages bilan non.`),
    ],
  }
}

function broughtWords(articles: number): string {
  return articles === 0 ? 'Aucun article en une semaine.' : `${counted(articles, 'article')} en une semaine.`
}

function wellWords(well: number, all: number): string {
  if (well === all) return all === 1 ? 'Le flux va bien.' : french`Les ${all} flux vont bien.`
  if (well === 0) return all === 1 ? 'Le flux ne va pas bien.' : french`Aucun des ${all} flux ne va bien.`
  return well === 1 ? french`Un flux sur ${all} va bien.` : french`${well} flux sur ${all} vont bien.`
}

function unwellBlocks(unwell: readonly ReportedFeed[], time: Week): readonly Block[] {
  if (unwell.length === 0) return []
  const rows = unwell
    .slice(0, MOST_ROWS)
    .map(({ title, condition }) => [
      strong(typeset(title)),
      plain(french` : ${conditionWords(condition, time)}`),
    ])
  const more = unwell.length - rows.length
  return [list(more === 0 ? rows : [...rows, [plain(french`et ${counted(more, 'autre')}`)]])]
}

/** Who brought nothing, who brought most. */
function lines(feeds: readonly ReportedFeed[]): readonly string[] {
  const idle = feeds.filter(
    ({ condition, articles, isKnown }) => isKnown && articles === 0 && !NOT_WELL.has(condition.kind),
  )
  const productive = feeds
    .filter(({ articles }) => articles > 0)
    .toSorted((one, other) => other.articles - one.articles)
    .slice(0, MOST_PRODUCTIVE)
  return [
    ...(idle.length === 0 ? [] : [french`Aucun article de la semaine : ${titles(idle)}.`]),
    ...(productive.length < 2
      ? []
      : [
          french`Les plus productifs : ${enumerate(productive.map(({ title, articles }) => `${typeset(title)} (${counted(articles, 'article')})`))}.`,
        ]),
  ]
}

function titles(feeds: readonly ReportedFeed[]): string {
  const shown = feeds.slice(0, MOST_TITLES).map(({ title }) => typeset(title))
  const more = feeds.length - shown.length
  return enumerate(more === 0 ? shown : [...shown, counted(more, 'autre')])
}
