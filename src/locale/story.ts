// What the buttons under a story say: where its sentences stand, why it was chosen, what pressing has done. Invents nothing.
import { act } from '../core/action.ts'
import type { Article } from '../core/article.ts'
import type { Instant, Zone } from '../core/calendar.ts'
import type { Edition, EditionChoice, EditionStory } from '../core/edition.ts'
import type { PlacedArticle } from '../core/importance.ts'
import type { Block, MessageText } from '../core/message.ts'
import type { SurroundingText } from '../core/paragraph.ts'
import type { StoryRank } from '../core/trace.ts'
import { heading, plain, sentenceMessage, smallPrint, strong } from './blocks.ts'
import { formatDay, formatMoment } from './calendar.ts'
import type { StoryTarget } from './digest.ts'
import { titled } from './guillemets.ts'
import { counted, formatNumber } from './plural.ts'
import { enumerate, french } from './sentence.ts'
import { sequelWords } from './sequel.ts'
import { publisherSpan } from './sources.ts'
import { typeset } from './typography.ts'
import { ordinal, rankLine } from './why.ts'

/** A sentence of a brief in the paragraph that it was taken from. */
export interface Proof {
  readonly article: Article
  readonly around: SurroundingText
}

/** A story with its place in its edition. */
interface ChosenStory {
  readonly story: EditionStory
  readonly position: number
  readonly rank: StoryRank | undefined
}

/** Sources listed under a proof; a dispatch is reprinted by dozens. */
const LISTED_SOURCES = 12

/** «D’où vient cette phrase ?»: each sentence in its paragraph, then every other source of the story. */
export function proofMessage(
  proofs: readonly Proof[],
  sources: readonly PlacedArticle[],
  when: { readonly now: Instant; readonly zone: Zone },
): MessageText {
  const quoted = new Set(proofs.map(({ article }) => article.id))
  const others = sources.filter(({ id }) => !quoted.has(id))
  return {
    summary: french`D’où vient cette phrase ?`,
    blocks: [
      ...proofs.flatMap((proof) => proofBlocks(proof, when)),
      ...(others.length === 0 ? [onlySource(proofs.length)] : otherSources(others, sources, when)),
    ],
  }
}

function proofBlocks(
  { article, around }: Proof,
  { now, zone }: { readonly now: Instant; readonly zone: Zone },
): readonly Block[] {
  const seen = formatMoment(article.firstSeenAt, now, zone)
  const version = article.version === 1 ? '' : french`, version ${article.version} de l’article`
  return [
    heading(typeset(article.title)),
    {
      kind: 'paragraph',
      spans: [plain(around.before), strong(around.sentence), plain(around.after)].filter(
        ({ text }) => text !== '',
      ),
    },
    {
      kind: 'context',
      spans: [
        publisherSpan(article),
        plain(french`, ${formatMoment(article.publishedAt, now, zone)}. Lu par Pressoir ${seen}${version}.`),
      ],
    },
  ]
}

function onlySource(proofCount: number): Block {
  const text = proofCount > 1 ? 'Ce sujet n’a pas d’autre source.' : 'C’est la seule source de ce sujet.'
  return { kind: 'context', spans: [plain(text)] }
}

function otherSources(
  others: readonly PlacedArticle[],
  all: readonly PlacedArticle[],
  { now, zone }: { readonly now: Instant; readonly zone: Zone },
): readonly Block[] {
  const listed = others.slice(0, LISTED_SOURCES)
  const left = others.length - listed.length
  return [
    heading('Les autres articles du sujet'),
    {
      kind: 'list',
      items: listed.map((article) => [
        publisherSpan(article),
        plain(
          french`, ${formatMoment(article.publishedAt, now, zone)} : ${titled(article.title)}${reprint(article, all)}`,
        ),
      ]),
    },
    ...(left === 0 ? [] : [smallPrint(french`Et ${counted(left, 'autre article', 'autres articles')}.`)]),
  ]
}

function reprint({ placement }: PlacedArticle, all: readonly PlacedArticle[]): string {
  if (placement.duplicateOf === undefined) return ''
  const original = all.find(({ id }) => id === placement.duplicateOf)
  return original === undefined ? ' (reprise)' : ` (reprise de ${typeset(original.publisher)})`
}

/**
 * «Pourquoi ?»: the place of a story among the others, and what put it there. `position` is 1 for the first; `rank` is
 * undefined where it is not kept.
 */
export function reasonMessage(
  edition: Edition,
  { story, position, rank }: ChosenStory,
  when: { readonly now: Instant; readonly zone: Zone },
): MessageText {
  const originals = story.sources.filter(({ duplicateOf }) => duplicateOf === undefined)
  const reprintCount = story.sources.length - originals.length
  const publishers = [...new Set(originals.map(({ publisher }) => typeset(publisher)))]
  const lines = [
    rank === undefined ? placeLine(edition, position) : rankLine(rank),
    ...(story.continues === undefined
      ? []
      : [`${sequelWords(story.continues.slotAt, edition.slotAt, edition.zone)}.`]),
    story.publisherCount === 1
      ? french`Une seule source : ${publishers[0] ?? ''}.`
      : french`${counted(story.publisherCount, 'source indépendante', 'sources indépendantes')} : ${enumerate(publishers)}.`,
    ...(reprintCount === 0
      ? []
      : [french`${counted(reprintCount, 'reprise')} : un même texte ne compte qu’une fois.`]),
    french`Dernier article : ${formatMoment(story.publishedAt, when.now, when.zone)}.`,
    quotedLine(story),
  ]
  const left = leftOut(edition.choice)
  return {
    summary: french`Pourquoi ce sujet ?`,
    blocks: [
      heading(french`Pourquoi ${titled(story.title)} ?`),
      { kind: 'list', items: lines.map((line) => [plain(line)]) },
      ...(left === '' ? [] : [smallPrint(left)]),
      smallPrint('Un sujet compte d’autant plus que des sources différentes en parlent, et depuis peu.'),
    ],
  }
}

function placeLine({ choice, stories }: Edition, position: number): string {
  const among = formatNumber(choice?.rankedCount ?? stories.length)
  return french`${ordinal(position)} sujet sur ${among} par ordre d’importance.`
}

function quotedLine({ brief, sources }: EditionStory): string {
  if (brief.length === 0 && sources.every(({ isUnquoted }) => isUnquoted === true))
    return french`Ses éditeurs ne sont pas cités : ils réservent leurs textes, ou le choix en a été fait ici. Le sujet est seulement signalé.`
  if (brief.length === 0)
    return french`Aucune phrase ne se prêtait à une citation : le sujet est seulement signalé.`
  const quoted = [...new Set(brief.map(({ articleId }) => articleId))]
    .map((articleId) => sources.find((source) => source.articleId === articleId)?.publisher ?? '')
    .filter((publisher) => publisher !== '')
  return french`${counted(brief.length, 'phrase citée', 'phrases citées')}, mot pour mot : ${enumerate(quoted.map(typeset))}.`
}

/** «Articles laissés de côté : 12 déjà parus, 9 moins importants.» */
function leftOut(choice: EditionChoice | undefined): string {
  const told = Object.entries(DROP_WORDS).flatMap(([kind, [one, many]]) => {
    const count = Object.entries(choice?.drops ?? {}).find(([name]) => name === kind)?.[1] ?? 0
    return count === 0 ? [] : [counted(count, one, many)]
  })
  return told.length === 0 ? '' : french`Articles laissés de côté : ${enumerate(told)}.`
}

const DROP_WORDS = {
  'shown-before': ['déjà paru', 'déjà parus'],
  'cut-for-length': ['moins important', 'moins importants'],
  'too-old': ['trop ancien', 'trop anciens'],
  'filtered-by': ['écarté par vos filtres', 'écartés par vos filtres'],
  muted: ['d’un sujet masqué', 'de sujets masqués'],
} as const satisfies Readonly<Record<keyof EditionChoice['drops'], readonly [string, string]>>

/** After «Masquer ce sujet». */
export function mutedMessage(
  title: string,
  until: Instant,
  zone: Zone,
  target: StoryTarget,
  canMuteHere: boolean,
): MessageText {
  const text = french`Le sujet ${titled(title)} ne paraîtra pas dans vos revues personnelles avant le ${formatDay(until, zone)}.`
  return {
    summary: text,
    blocks: [
      { kind: 'paragraph', spans: [plain(text)] },
      ...(canMuteHere
        ? [
            {
              kind: 'buttons' as const,
              buttons: [
                {
                  label: 'Masquer aussi dans ce canal',
                  action: act('mute-here', target.target, target.detail),
                  style: 'plain' as const,
                },
              ],
            },
          ]
        : []),
    ],
  }
}

export function mutedHereMessage(title: string, until: Instant, zone: Zone): MessageText {
  return sentenceMessage(
    french`Le sujet ${titled(title)} ne paraîtra pas dans ce canal avant le ${formatDay(until, zone)}.`,
  )
}

export function ratedMessage(isUseful: boolean): MessageText {
  const vote = isUseful ? 'utile' : 'pas utile'
  return sentenceMessage(
    french`Merci, c’est noté : ${vote}. Les votes ne changent pas encore le choix des sujets.`,
  )
}

/** The story behind a button cannot be found any more. */
export const STORY_GONE: MessageText = sentenceMessage(
  french`Je ne retrouve plus ce sujet : son édition est trop ancienne, ou elle appartient à un autre canal. Tapez /revue pour lire les sujets du moment.`,
)
