// Days that a text names from where it stands, `mercredi`, `hier`, `la veille`: which day is meant, where that is
// certain. Reads no hour; unsure, it finds nothing.
import { isInNounPhrase, tenseAt } from './clause-tense.ts'
import { MONTHS } from './months.ts'
import type { Span } from './sentences.ts'
import { straightQuotes } from './straight-quotes.ts'
import { WEEKDAYS } from './weekdays.ts'

/** The words that name a day, `mercredi soir`, and how many days it is from the publication, negative for the past. */
export interface RelativeDay extends Span {
  readonly daysAway: number
  /** `named` for «hier», «ce soir»: counted from the hour of writing; `told` for «la veille». */
  readonly kind: 'weekday' | 'named' | 'told'
}

/** A date with its weekday, `mercredi 5 octobre`. */
export type DatedDay = Span & Pick<RelativeDay, 'daysAway'>

const DAY_MILLISECONDS = 86_400_000
const B = '[ \\u00A0\\u202F]'
const WEEKDAY = `(?:${WEEKDAYS.join('|')})`
const PART = `(?:${B}(?:matin|midi|soir|après-midi)|${B}en${B}(?:(?:début|fin|milieu)${B}(?:de${B}|d['’]))?(?:matinée|soirée|journée|après-midi)|${B}dans${B}la${B}(?:matinée|soirée|nuit|journée))`
const NEAR = `${B}(?:dernier|prochain|passé)`
const MENTION = new RegExp(
  `(?<![\\p{L}\\p{N}_'’-])(?:(?:ce${B})?(?<weekday>${WEEKDAY})(?:${NEAR})?(?:${PART})?(?:${NEAR})?|(?<named>avant-hier|hier|après-demain|demain|aujourd['’]hui|ce${B}(?:matin|midi|soir)|cet${B}après-midi)(?:${PART})?|(?<told>la${B}veille|le${B}lendemain|l['’]avant-veille|le${B}surlendemain)(?:${B}(?:au${B})?(?:matin|soir))?)(?![\\p{L}\\p{N}_-])`,
  'giu',
)
/** Every mention holds one of these. */
const QUICK = /di(?!\p{L})|DI|imanche|[Hh]ier|emain|jourd|veille|e (?:matin|midi|soir)|après-midi/u

interface Mention extends Span, Pick<RelativeDay, 'kind'> {
  readonly sentence: string
  readonly words: string
}

/** What is known where a mention stands. */
interface Setting {
  /** 0 is Sunday. */
  readonly today: number
  readonly publishedAt: number
  readonly before: string
  readonly found: readonly RelativeDay[]
}

/**
 * The relative days of the sentence `span` that have one reading, in order. `published` is the day of publication,
 * `YYYY-MM-DD`, where its readers are. Nothing for habits («le lundi»), names («Journal du dimanche»), quotations and
 * days whose date is told.
 */
export function findRelativeDays(text: string, span: Span, published: string): readonly RelativeDay[] {
  const sentence = text.slice(span.start, span.end)
  const publishedAt = Date.parse(published)
  if (span.end - span.start > LONGEST_READ || !QUICK.test(sentence) || Number.isNaN(publishedAt)) return []
  const before = text.slice(Math.max(0, span.start - LOOKED_BACK), span.start)
  const found: RelativeDay[] = []
  for (const mention of mentionsIn(sentence)) {
    const setting = { today: new Date(publishedAt).getUTCDay(), publishedAt, before, found }
    const daysAway = daysAwayOf(mention, setting)
    const { start, end, kind } = mention
    if (daysAway !== undefined) found.push({ start, end, daysAway, kind })
  }
  return found.map((day) => ({ ...day, start: span.start + day.start, end: span.start + day.end }))
}

/** The dates with their weekday in a sentence. */
export function findDatedDays(text: string, span: Span, published: string): readonly DatedDay[] {
  const sentence = text.slice(span.start, span.end)
  const publishedAt = Date.parse(published)
  if (!QUICK.test(sentence) || Number.isNaN(publishedAt)) return []
  return datesIn(sentence, publishedAt).map((day) => ({
    ...day,
    start: span.start + day.start,
    end: span.start + day.end,
  }))
}

/** What is longer is a list or a lost text, in characters. */
const LONGEST_READ = 1500

/** A date told this far before a sentence, in characters, still says which week it tells of. */
const LOOKED_BACK = 400

const mentionsIn = (sentence: string): readonly Mention[] =>
  Array.from(sentence.matchAll(MENTION), ({ 0: words, index, groups }) => ({
    sentence,
    words,
    start: index,
    end: index + words.length,
    kind:
      groups?.['weekday'] === undefined ? (groups?.['named'] === undefined ? 'told' : 'named') : 'weekday',
  }))

function daysAwayOf(mention: Mention, setting: Setting): number | undefined {
  if (!isFree(mention) || isQuoted(mention)) return undefined
  switch (mention.kind) {
    case 'weekday':
      return isSupposed(mention) || tellsOtherWeek(mention, setting)
        ? undefined
        : weekdayAway(mention, setting)
    case 'named':
      return namedAway(mention)
    case 'told':
      return toldAway(mention, setting)
    default:
      return mention.kind satisfies never
  }
}

const DETERMINED =
  /(?:^|[^\p{L}])(?:les?|un|du|des|au|aux|chaque|quelques?|certains?|premier|second|deuxième|troisième|quatrième|dernier|prochain|autre|même|seul|deux|trois|grand|beau|vivement|black|bloody|\d+(?:e|ème|er))[ \u00A0]$/iu
const CAPITALISED = /^(?:[Cc]e[ \u00A0\u202F])?\p{Lu}/u
/** Behind these a capital is no name. */
const OPENED = /(?:^|["«“(:–—-][ \u00A0\u202F]?)$/u
/** «Vendredi saint», «lundi de Pâques», «samedi suivant», «mardi de la semaine dernière», «ce jour-là». */
const NAMED_BEHIND =
  /^(?:-là|[ \u00A0](?:saint|noir|gras|fou|rouge|vert|sanglant|suivant|précédent|d['’](?:après|avant)|en huit|en quinze|des (?:Cendres|Rameaux)|de (?:Pâques|Pentecôte|l['’]Ascension|la semaine|chaque|(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre))|du mois)(?!\p{L}))/iu
const DATE_BEHIND = new RegExp(
  `^,?[ \\u00A0\\u202F]?(?:[([][^)\\]]{0,12})?(?:le[ \\u00A0])?(?:1er|\\d{1,2})(?![\\d.,]*\\d|[ \\u00A0\\u202F]?(?:h|heures?)(?!\\p{L}))(?![ \\u00A0](?!${MONTHS.join('|')}|(?:et|ou|au|à)(?!\\p{L})))`,
  'iu',
)
const DATE_BEFORE = new RegExp(`(?:${MONTHS.join('|')})(?:[ \\u00A0]\\d{4})?,?[ \\u00A0][(]?$`, 'iu')

/** Not a habit, not part of a name, no date beside it. */
function isFree({ sentence, start, end, words, kind }: Mention): boolean {
  const before = sentence.slice(Math.max(0, start - 20), start)
  const behind = sentence.slice(end, end + 30)
  if (NAMED_BEHIND.test(behind) || DATE_BEHIND.test(behind) || DATE_BEFORE.test(before)) return false
  if (CAPITALISED.test(words) && !OPENED.test(before)) return false
  return kind === 'told' ? !/^[ \u00A0]d(?:es?|u|['’])/u.test(behind) : !DETERMINED.test(before)
}

/** What a speaker calls Monday is counted from when he spoke. The last mark before decides: quotations may begin before. */
function isQuoted({ sentence, start, kind }: Mention): boolean {
  // A straight mark within a quotation closes it to the eye: an odd one before «demain» is enough.
  if (kind === 'named' && sentence.slice(0, start).split('"').length % 2 === 0) return true
  const roles = straightQuotes(sentence)
  for (let at = start - 1; at >= 0; at--) {
    const mark = sentence.charAt(at)
    if (mark === '«' || mark === '“') return true
    if (mark === '»' || mark === '”') return false
    if (mark === '"') return roles.get(at) === 'opens'
  }
  return false
}

/** «si le vote avait lieu dimanche»: a day that is only supposed, whatever the tense. */
const isSupposed = ({ sentence, start }: Mention): boolean =>
  /(?:^|[^\p{L}])(?:si|s['’]ils?)[ \u00A0][^,;:.]*$/iu.test(sentence.slice(Math.max(0, start - 80), start))

const REACHED_ONLY_AHEAD =
  /(?:à (?:partir|compter) de|d['’]ici(?: à)?|jusqu['’]à|pour|avant|(?:^|[^\p{L}])à|dès)[ \u00A0]$/iu
const PART_OF = /(?:soir|soirée|nuit|matinée|matin|journée|après-midi) de[ \u00A0]$/iu

/** By «dernier» and «prochain»; today where it is its name; else by the tense. */
function weekdayAway(mention: Mention, setting: Setting): number | undefined {
  const { sentence, start, end, words } = mention
  const before = sentence.slice(Math.max(0, start - 24), start)
  const weekday = weekdayIn(words)
  const behind = (setting.today - weekday + 7) % 7
  const ahead = (7 - behind) % 7
  if (/prochain/u.test(words)) return behind === 6 ? undefined : ahead || 7
  if (/dernier|passé/u.test(words)) return behind === 1 ? undefined : -(behind || 7)
  const range = placeInRange(mention)
  if (range !== undefined) return range === 'night' ? nightAway(mention, behind) : undefined
  const chained = chainedAway(mention, setting, weekday)
  if (chained !== undefined) return chained === 'unsure' ? undefined : chained
  if (isInNounPhrase(sentence, start, end)) return undefined
  const tense = tenseAt(sentence, start, end)
  // «Vendredi, il avait appelé les secours», told on a Friday: a week ago.
  if (behind === 0) return isChainAhead(mention) || tense === 'earlier' ? undefined : 0
  if (/depuis[ \u00A0](?:ce[ \u00A0])?$/iu.test(before)) return -behind
  const isOf = /(?<!partir|compter)(?:^|[^\p{L}])de[ \u00A0](?:ce[ \u00A0])?$/iu.test(before)
  if (tense === 'unsure' || (isOf && (tense === 'future' || !PART_OF.test(before)))) return undefined
  if (tense !== 'future') return REACHED_ONLY_AHEAD.test(before) ? undefined : -behind
  // «un culte prévu ce mardi», told on a Wednesday, was to be held the day before.
  return ahead === 6 && /^ce/iu.test(words) ? undefined : ahead
}

const weekdayIn = (words: string): number => {
  const key = words.toLowerCase()
  return WEEKDAYS.findIndex((name) => key.includes(name))
}

const RANGE_BEHIND = new RegExp(`^${B}à${B}(?:ce${B})?${WEEKDAY}`, 'iu')
const RANGE_BEFORE = new RegExp(
  `(?<night>nuit${B}(?:de${B}|du${B})?)?${WEEKDAY}(?:${B}soir)?${B}à${B}(?:ce${B})?$`,
  'iu',
)

/** «la nuit de mardi à mercredi»: its end may be dated; other ranges are habits as often. */
function placeInRange({ sentence, start, end }: Mention): 'night' | 'days' | undefined {
  if (RANGE_BEHIND.test(sentence.slice(end, end + 30))) return 'days'
  const before = RANGE_BEFORE.exec(sentence.slice(Math.max(0, start - 40), start))
  if (before === null) return undefined
  return before.groups?.['night'] === undefined ? 'days' : 'night'
}

/** The tense is that of the night. */
function nightAway({ sentence, start, end }: Mention, behind: number): number | undefined {
  if (behind === 0) return 0
  const tense = tenseAt(sentence, sentence.slice(0, start).lastIndexOf('nuit'), end)
  if (tense === 'unsure') return undefined
  if (tense === 'future') return 7 - behind
  // Told on its first day, the night has just begun, or is a week old.
  return behind === 6 ? undefined : -behind
}

const CHAIN = new RegExp(`^(?:,| et| ou| puis|, puis)${B}(?:ce${B})?$`, 'iu')
const CHAIN_AHEAD = new RegExp(`^(?:${B}et|${B}ou|${B}puis|,)${B}(?:ce${B})?${WEEKDAY}(?![\\p{L}-])`, 'iu')
const CHAINED_BEFORE = new RegExp(`${WEEKDAY}(?:${PART})?(?:,| et| ou| puis|, puis)${B}(?:ce${B})?$`, 'iu')

/** «samedi et dimanche»: the second is the next after the first; `unsure` where the first is. */
function chainedAway(
  { sentence, start }: Mention,
  { found }: Setting,
  weekday: number,
): number | 'unsure' | undefined {
  if (!CHAINED_BEFORE.test(sentence.slice(Math.max(0, start - 40), start))) return undefined
  const last = found.at(-1)
  if (last === undefined || !CHAIN.test(sentence.slice(last.end, start))) return 'unsure'
  const gap = (weekday - weekdayIn(sentence.slice(last.start, last.end)) + 7) % 7
  return last.daysAway < 0 && last.daysAway + gap > 0 ? 'unsure' : last.daysAway + gap
}

/** «samedi et dimanche» on a Saturday: which of the two weeks? */
const isChainAhead = ({ sentence, end }: Mention): boolean => CHAIN_AHEAD.test(sentence.slice(end))

const WEEKDAY_BEHIND = new RegExp(`^,?${B}[(]?${WEEKDAY}`, 'iu')

/** Not in «l’Europe d’hier», «le monde de demain», «à ce jour»; «aujourd’hui» only where it is no nowadays. */
function namedAway({ sentence, start, end, words }: Mention): number | undefined {
  const before = sentence.slice(Math.max(0, start - 12), start)
  if (/(?:^|[^\p{L}])(?:d['’]|de |à |dès |jusqu['’](?:à )?|comme |et |ou )$/iu.test(before)) return undefined
  // «hier mardi»: the date stands behind the weekday.
  if (WEEKDAY_BEHIND.test(sentence.slice(end, end + 12))) return undefined
  const key = words.toLowerCase()
  if (key.startsWith('avant-hier')) return -2
  if (key.startsWith('hier')) return tenseAt(sentence, start, end) === 'future' ? undefined : -1
  if (key.startsWith('après-demain')) return 2
  if (key.startsWith('demain')) return tenseAt(sentence, start, end) === 'future' ? 1 : undefined
  if (!key.startsWith('aujourd')) return 0
  return /^ à \d{1,2} ?h/u.test(sentence.slice(end)) ? 0 : undefined
}

const TOLD: readonly (readonly [word: string, days: number])[] = [
  ['avant-veille', -2],
  ['veille', -1],
  ['surlendemain', 2],
  ['lendemain', 1],
]

/** Counted from the day named before it in the same sentence. */
function toldAway({ words, sentence, start }: Mention, setting: Setting): number | undefined {
  const anchor = [...setting.found, ...datesIn(sentence, setting.publishedAt)]
    .filter((day) => day.end <= start)
    .toSorted((one, other) => one.end - other.end)
    .at(-1)
  const days = TOLD.find(([word]) => words.toLowerCase().includes(word))?.[1]
  if (anchor === undefined || days === undefined) return undefined
  return /\d{4}|mois|année|an(?!\p{L})/u.test(sentence.slice(anchor.end, start))
    ? undefined
    : anchor.daysAway + days
}

const DATE = new RegExp(
  `(?<weekday>${WEEKDAY})${B}(?<day>1er|\\d{1,2})(?:${B}(?<month>${MONTHS.join('|')}))(?:${B}(?<year>\\d{4}))?(?![\\p{L}\\p{N}])`,
  'giu',
)

/** Full dates with their weekday, as days from the publication; those of no year are the nearest. */
function datesIn(text: string, publishedAt: number): readonly DatedDay[] {
  const year = new Date(publishedAt).getUTCFullYear()
  return Array.from(text.matchAll(DATE), ({ 0: words, index, groups }) => {
    const named = (groups?.['month'] ?? '').toLowerCase()
    const month = MONTHS.findIndex((name) => name === named)
    const years = groups?.['year'] === undefined ? [year - 1, year, year + 1] : [Number(groups['year'])]
    const away = years.map((one) =>
      Math.round(
        (Date.UTC(one, month, parseInt(groups?.['day'] ?? '', 10)) - publishedAt) / DAY_MILLISECONDS,
      ),
    )
    const daysAway = away.toSorted((one, other) => Math.abs(one) - Math.abs(other))[0] ?? 0
    return { start: index, end: index + words.length, daysAway }
  })
}

/** The story is told by the days of another week: «Vendredi 13 novembre… Le corps a été trouvé dimanche.» */
function tellsOtherWeek({ sentence, start }: Mention, { before, publishedAt }: Setting): boolean {
  const last = datesIn(`${before}${sentence.slice(0, start)}`, publishedAt).at(-1)
  return last !== undefined && Math.abs(last.daysAway) > FARTHEST_DATE
}
/** Days of a week that a weekday may be named of. */
const FARTHEST_DATE = 7
