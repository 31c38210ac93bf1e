// The bot's own page in words: what is published, what is read and how it fares, what can be asked.
import { act } from '../core/action.ts'
import type { Instant } from '../core/calendar.ts'
import { definitionOf } from '../core/digest-definition.ts'
import type { Digest } from '../core/digest.ts'
import type { Block, Span } from '../core/message.ts'
import { button, buttons, heading, list, paragraph, plain, smallPrint, strong } from './blocks.ts'
import { formatMoment } from './calendar.ts'
import { nextEdition } from './changes.ts'
import { definitionLine } from './definition.ts'
import { healthWords, sinceWords } from './feed-health.ts'
import type { ListedFeed, TellingTime } from './feeds.ts'
import { counted } from './plural.ts'
import { capitalised, french } from './sentence.ts'
import { typeset } from './typography.ts'

interface Home {
  /** `''` where the platform did not say. */
  readonly workspaceName: string
  readonly digests: readonly { readonly digest: Digest; readonly nextSlotAt: Instant | undefined }[]
  readonly feeds: readonly ListedFeed[]
  /** The reader's own digest. */
  readonly own: Digest | undefined
  readonly canManage: boolean
  readonly time: TellingTime
}

/** Rows of each list; the rest is a command away, and a page bears a hundred blocks. */
const MOST_ROWS = 20

export function homeBlocks(home: Home): readonly Block[] {
  const title =
    home.workspaceName === ''
      ? 'Votre revue de presse'
      : french`${typeset(home.workspaceName)} : votre revue de presse`
  return [
    heading(title, 1),
    paragraph(
      french`Posez une question avec /qui, /quand, /ou, /combien ou /question, ou mentionnez-moi dans un fil. Tapez /aide pour le reste.`,
    ),
    ...digestBlocks(home),
    ...feedBlocks(home),
    ...ownBlocks(home),
    ...(home.canManage ? buttons([button('Réglages', act('settings'))]) : []),
  ]
}

function digestBlocks({ digests, canManage, time }: Home): readonly Block[] {
  const rows = digests.slice(0, MOST_ROWS).map(({ digest, nextSlotAt }): readonly Span[] => {
    const state =
      nextSlotAt === undefined
        ? `En pause depuis ${sinceWords(digest.suspendedAt ?? time.now, time.now, time.zone)}.`
        : nextEdition(nextSlotAt, time)
    return [
      strong(typeset(digest.title)),
      plain(french` : ${definitionLine(definitionOf(digest), time.zone)}. ${state}`),
    ]
  })
  return [
    heading('Les revues'),
    ...(rows.length === 0 ? [paragraph('Aucune revue n’est programmée.')] : [list(rows)]),
    ...theRest(digests.length, '/programme lister'),
    ...(canManage ? buttons([button('Programmer une revue', act('add-digest'))]) : []),
  ]
}

/** Feeds that fail are named one by one; the others are counted. */
function feedBlocks({ feeds, canManage, time: { now, zone } }: Home): readonly Block[] {
  const failing = feeds.filter(
    ({ state, suspendedAt }) => suspendedAt === undefined && (state?.failureCount ?? 0) > 0,
  )
  const paused = feeds.filter(({ suspendedAt }) => suspendedAt !== undefined)
  const working = feeds.length - failing.length - paused.length
  const reads = feeds.flatMap(({ state }) => state?.lastSuccessAt ?? [])
  const parts = [
    ...(working === 0 ? [] : [counted(working, 'va bien', 'vont bien')]),
    ...(failing.length === 0 ? [] : [french`${failing.length} en panne`]),
    ...(paused.length === 0 ? [] : [french`${paused.length} en pause`]),
  ]
  const last =
    reads.length === 0 ? '' : french` Dernière lecture ${formatMoment(Math.max(...reads), now, zone)}.`
  return [
    heading('Les flux'),
    paragraph(
      feeds.length === 0
        ? 'Aucun flux n’est encore suivi.'
        : french`${counted(feeds.length, 'flux suivi', 'flux suivis')} : ${parts.join(', ')}.${last}`,
    ),
    ...(failing.length === 0
      ? []
      : [
          list(
            failing
              .slice(0, MOST_ROWS)
              .map((feed) => [strong(typeset(feed.title)), plain(` · ${healthWords(feed, now, zone)}`)]),
          ),
        ]),
    ...theRest(failing.length, '/flux lister'),
    ...(canManage ? buttons([button('Ajouter un flux', act('add-feed'))]) : []),
  ]
}

function theRest(count: number, command: string): readonly Block[] {
  return count <= MOST_ROWS ? [] : [smallPrint(french`Et ${count - MOST_ROWS} de plus : tapez ${command}.`)]
}

function ownBlocks({ own, time }: Home): readonly Block[] {
  const line =
    own === undefined
      ? 'Vous n’en recevez pas encore. Je peux vous l’envoyer en message privé, à votre heure.'
      : `${capitalised(definitionLine(definitionOf(own), time.zone))}.`
  return [
    heading('Votre revue personnelle'),
    paragraph(line),
    ...buttons(
      own === undefined
        ? [button('Recevoir ma revue', act('subscribe'))]
        : [button('Régler', act('subscribe')), button('Arrêter', act('unsubscribe'))],
    ),
  ]
}
