// Why an article is, or is not, in an edition, in French. Knows only what was kept, and says so where nothing was.
import type { Article } from '../core/article.ts'
import type { Instant, Zone } from '../core/calendar.ts'
import type { Edition } from '../core/edition.ts'
import type { ConsideredEdition, ExplainedArticle } from '../core/explanation.ts'
import { type StoryScore, sumOf } from '../core/importance.ts'
import type { Block, MessageText, Span } from '../core/message.ts'
import type { Fate, Silence, StoryRank } from '../core/trace.ts'
import { heading, list, paragraph, plain, shorten, smallPrint, strong } from './blocks.ts'
import { formatMoment } from './calendar.ts'
import { filterReason } from './filter.ts'
import { counted, formatNumber } from './plural.ts'
import { capitalised, enumerate, french } from './sentence.ts'
import { agencyWords, publisherSpan } from './sources.ts'
import { typeset } from './typography.ts'

/** Editions told one by one; a program may serve hundreds of channels. */
const MOST_EDITIONS = 20

/** Characters of what was asked for, when it is said again. */
const LONGEST_ASKED = 300

interface When {
  readonly now: Instant
  readonly zone: Zone
}

/** `nearest` are articles whose addresses are nearly the one that was asked for. */
export function unknownArticleMessage(asked: string, nearest: readonly Article[]): MessageText {
  const sentence = french`Je n’ai aucun article à cette adresse, ni sous cet identifiant : ${shorten(asked, LONGEST_ASKED)}`
  return {
    summary: 'Article inconnu',
    blocks: [
      paragraph(sentence),
      ...(nearest.length === 0
        ? [smallPrint('Aucune adresse connue ne lui ressemble.')]
        : [
            paragraph(french`Les adresses connues les plus proches :`),
            list(nearest.map((article) => [titleSpan(article), plain(`, ${typeset(article.publisher)}`)])),
          ]),
    ],
  }
}

/** `digestName` when only the editions of one digest were asked for. */
export function whyMessage(told: ExplainedArticle, when: When, digestName?: string): MessageText {
  const title = french`Pourquoi « ${typeset(told.article.title)} » ?`
  return {
    summary: title,
    blocks: [
      heading(title),
      list([...readingLines(told, when), ...storyLines(told)]),
      ...editionBlocks(told, when, digestName),
    ],
  }
}

function readingLines({ article, feedTitles }: ExplainedArticle, when: When): readonly (readonly Span[])[] {
  const [first, ...others] = feedTitles.map((title) => french`« ${typeset(title)} »`)
  const feed = first === undefined ? '' : `, dans le flux ${first}`
  const also = others.length === 0 ? '' : ` Présent aussi dans ${enumerate(others)}.`
  const agency = article.agency === undefined ? '' : `, ${agencyWords(article.agency)}`
  const version = article.version === 1 ? '' : french` Version ${article.version} de l’article.`
  return [
    [
      publisherSpan(article),
      plain(french`${agency}. Paru ${formatMoment(article.publishedAt, when.now, when.zone)}.${version}`),
    ],
    [
      plain(
        french`Vu pour la première fois ${formatMoment(article.firstSeenAt, when.now, when.zone)}${feed}.${also}`,
      ),
    ],
  ]
}

/** What put it into its story, or what it repeats. */
function storyLines({ article, members, repeats, tie }: ExplainedArticle): readonly (readonly Span[])[] {
  if (article.placement.duplicateOf !== undefined)
    return [
      repeats === undefined
        ? [
            plain(
              french`Reprend presque mot pour mot un autre article : il est replié et ne compte pas comme source.`,
            ),
          ]
        : [
            plain('Reprend presque mot pour mot '),
            ...namedSpans(repeats),
            plain(french` : il est replié et ne compte pas comme source.`),
          ],
    ]
  const others = members.length - 1
  if (tie === undefined)
    return [
      [
        plain(
          others === 0
            ? 'Seul article de son sujet.'
            : french`Premier article lu de son sujet, rejoint par ${counted(others, 'autre', 'autres')}.`,
        ),
      ],
    ]
  const common = tie.words.map((word) => french`« ${word} »`)
  return [
    [
      plain('Réuni avec '),
      ...namedSpans(tie.article),
      plain(
        common.length === 0
          ? '.'
          : french`, pour ${common.length === 1 ? 'ce mot commun' : 'ces mots communs'} : ${enumerate(common)}.`,
      ),
    ],
    [plain(french`Son sujet compte ${counted(members.length, 'article')}.`)],
  ]
}

function namedSpans(article: Article): readonly Span[] {
  return [plain(french`« `), titleSpan(article), plain(french` » (${typeset(article.publisher)})`)]
}

function titleSpan({ title, url }: Article): Span {
  const shown = typeset(title)
  return url === '' ? plain(shown) : { kind: 'link', text: shown === '' ? url : shown, url }
}

function editionBlocks(
  { considered }: ExplainedArticle,
  when: When,
  digestName: string | undefined,
): readonly Block[] {
  if (considered.length === 0)
    return [
      paragraph(
        digestName === undefined
          ? 'Aucune édition ne l’a encore examiné.'
          : french`Aucune édition de « ${digestName} » ne l’a encore examiné.`,
      ),
    ]
  const shown = considered.slice(-MOST_EDITIONS)
  const left = considered.length - shown.length
  return [
    heading(considered.length === 1 ? 'Dans l’édition' : 'Dans les éditions'),
    ...shown.flatMap((edition) => oneEdition(edition, when)),
    ...(left === 0
      ? []
      : [smallPrint(french`Et ${counted(left, 'édition plus ancienne', 'éditions plus anciennes')}.`)]),
  ]
}

function oneEdition(told: ConsideredEdition, when: When): readonly Block[] {
  const { edition, rank, sentences } = told
  const points = rank === undefined ? [] : [smallPrint(rankLine(rank))]
  const quotes: readonly Block[] =
    sentences.length === 0 ? [] : [{ kind: 'quote', sentences: sentences.map(typeset), source: [] }]
  return [
    paragraph(strong(editionName(edition, when)), plain(french` : ${fateWords(told, when)}`)),
    ...quotes,
    ...points,
  ]
}

/** «La revue du matin, mardi 17 mars à 8 h». */
function editionName({ title, slotAt, zone }: Edition, { now }: When): string {
  return `${typeset(title)}, ${formatMoment(slotAt, now, zone)}`
}

/** A sentence without its capital: it stands behind a colon. */
function fateWords({ fate, into, toldBy, filtered }: ConsideredEdition, when: When): string {
  switch (fate.kind) {
    case 'told':
      return french`cité, ${counted(fate.sentences.length, 'phrase')}, dans le ${ordinal(fate.position)} sujet.`
    case 'listed':
      return fate.silence === undefined
        ? french`signalé parmi les sources du ${ordinal(fate.position)} sujet, sans être cité.`
        : french`signalé parmi les sources du ${ordinal(fate.position)} sujet. ${capitalised(SILENCES[fate.silence])}.`
    case 'folded-into':
      return into === undefined
        ? french`replié comme reprise dans le ${ordinal(fate.position)} sujet.`
        : french`replié dans le ${ordinal(fate.position)} sujet, comme reprise de « ${typeset(into.title)} » (${typeset(into.publisher)}).`
    case 'filtered-by':
      return filtered === undefined ? FILTERS[fate.filter] : filterWords(filtered)
    case 'shown-before':
      return toldBy === undefined
        ? 'déjà paru dans une édition précédente.'
        : french`déjà paru dans « ${typeset(toldBy.title)} », ${formatMoment(toldBy.slotAt, when.now, toldBy.zone)}.`
    case 'muted':
      return 'écarté, car son sujet est masqué.'
    case 'too-old':
      return 'écarté, car paru bien avant la période que l’édition raconte.'
    case 'cut-for-length':
      return cutWords(fate)
    case 'out-of-reach':
      return 'pas examiné, car la revue ne lit pas son flux.'
    case 'forgotten':
      return 'absent. Le détail de cette édition n’est plus gardé.'
    default:
      return fate satisfies never
  }
}

/** «écarté par le filtre « retraites SAUF sport » : « sport » y figure.» */
function filterWords({ line, because }: NonNullable<ConsideredEdition['filtered']>): string {
  const reason = filterReason(because, false)
  const named = french`écarté par le filtre « ${line} »`
  return reason === '' ? `${named}.` : french`${named} : ${reason}.`
}

function cutWords({ rank, limit, silence }: Extract<Fate, { readonly kind: 'cut-for-length' }>): string {
  const place = rank === undefined ? 'écarté' : french`son sujet est classé ${ordinal(rank)}`
  if (silence !== undefined) return french`${place}, mais rien n’a pu en être cité.`
  return french`${place}, ${rank === undefined ? 'car' : 'mais'} l’édition s’arrête à ${counted(limit, 'sujet')}.`
}

const SILENCES: Readonly<Record<Silence, string>> = {
  'not-quotable': 'aucune de ses phrases ne se prêtait à une citation',
  'quoting-off': 'les citations de cette source sont désactivées',
}

const FILTERS: Readonly<Record<Extract<Fate, { readonly kind: 'filtered-by' }>['filter'], string>> = {
  feeds: 'écarté, car son flux n’est pas de ceux de la revue.',
  rubrics: 'écarté, car sa rubrique n’est pas de celles de la revue.',
  words: 'écarté par les mots que la revue demande ou refuse.',
}

/** «2e sujet sur 31 par ordre d’importance, 3,2 points : sources 1,6 ; articles 0,8 ; fraîcheur 0,7 ; longueur 0,1.» */
export function rankLine({ rank, among, score }: StoryRank): string {
  return french`${capitalised(ordinal(rank))} sujet sur ${formatNumber(among)} par ordre d’importance, ${pointsLine(score)}.`
}

/** «3,2 points : sources 1,6 ; articles 0,8 ; fraîcheur 0,7 ; longueur 0,1». */
function pointsLine(score: StoryScore): string {
  const { publishers, articles, freshness, length } = score
  const parts = [
    ['sources', publishers],
    ['articles', articles],
    ['fraîcheur', freshness],
    ['longueur', length],
  ] as const
  const told = parts.map(([label, points]) => `${label} ${formatNumber(points)}`)
  // As it is shown: 1.96 is «2 points».
  const total = Math.round(sumOf(score) * 10) / 10
  return french`${counted(total, 'point')} : ${told.join(french` ; `)}`
}

/** «1er», «2e». */
export function ordinal(rank: number): string {
  return rank === 1 ? '1er' : `${formatNumber(rank)}e`
}
