// What /programme says: the digests of a channel and of its workspace, and why something is not done.
import { act } from '../core/action.ts'
import type { Instant } from '../core/calendar.ts'
import { definitionOf } from '../core/digest-definition.ts'
import type { Digest } from '../core/digest.ts'
import { DEFINITION_FIELDS, type DefinitionField, type DefinitionMistakes } from '../core/read-definition.ts'
import type { Block, MessageText, Span } from '../core/message.ts'
import {
  button,
  buttons,
  enumerateSpans,
  heading,
  list,
  paragraph,
  plain,
  sentenceMessage,
  shorten,
  smallPrint,
  strong,
} from './blocks.ts'
import { nextEdition } from './changes.ts'
import { definitionLine, explainDefinitionMistake, FIELD_LABELS } from './definition.ts'
import { sinceWords } from './feed-health.ts'
import type { TellingTime } from './feeds.ts'
import { titled } from './guillemets.ts'
import { type ListPage, pageButtons, pageWords } from './list-page.ts'
import { channelSpan } from './people-and-places.ts'
import { counted } from './plural.ts'
import { capitalised, french } from './sentence.ts'
import { typeset } from './typography.ts'

/** A digest with what a list says of it. */
export interface ListedDigest {
  readonly digest: Digest
  /** Undefined while it is suspended. */
  readonly nextSlotAt: Instant | undefined
  readonly canManage: boolean
}

interface ListScene {
  readonly time: TellingTime
  /** Where it is told, `platform:channel`. */
  readonly here: string
  readonly canAdd: boolean
}

export function digestList(page: ListPage<ListedDigest>, scene: ListScene): MessageText {
  const add = scene.canAdd ? [button('Programmer une revue', act('add-digest'))] : []
  if (page.total === 0) return sentenceMessage(scene.canAdd ? NO_DIGEST : NO_DIGEST_YET, buttons(add))
  const title = counted(page.total, 'revue programmée', 'revues programmées')
  return {
    summary: title,
    blocks: [
      heading(title),
      ...page.items.flatMap((item) => digestRows(item, scene)),
      ...pageWords(page),
      ...buttons([...pageButtons(page), ...add]),
    ],
  }
}

/** Characters of a title in a button, so that its guillemets close: a label bears 75. */
const TITLE_IN_A_BUTTON = 60

function digestRows({ digest, nextSlotAt, canManage }: ListedDigest, scene: ListScene): readonly Block[] {
  const { now, zone } = scene.time
  const shownTitle = titled(shorten(digest.title, TITLE_IN_A_BUTTON))
  const state =
    digest.suspendedAt === undefined
      ? nextSlotAt === undefined
        ? ''
        : nextEdition(nextSlotAt, scene.time, digest.schedule.zone)
      : `En pause depuis ${sinceWords(digest.suspendedAt, now, zone)}.`
  const declared = digest.workspaceId === undefined ? 'Fixée par la configuration.' : ''
  const place = placeSpans(digest, scene.here)
  return [
    paragraph(strong(typeset(digest.title)), french` : ${definitionLine(definitionOf(digest), zone)}`),
    smallPrint(
      ...place,
      ...(place.length === 0 ? [] : ['. ']),
      [state, declared].filter((sentence) => sentence !== '').join(' '),
    ),
    ...(canManage
      ? buttons([
          button(`Modifier ${shownTitle}`, act('edit-digest', digest.name)),
          button(`Retirer ${shownTitle}`, act('remove-digest', digest.name)),
        ])
      : []),
  ]
}

/** Channels of other platforms are none of this one's affairs. */
function placeSpans({ channels }: Digest, here: string): readonly Span[] {
  const platform = here.slice(0, here.indexOf(':') + 1)
  const own = channels.filter((channel) => channel.startsWith(platform))
  const places = own.map((channel) =>
    channel.includes(':@') ? [plain('en privé')] : [plain('dans '), channelSpan(channel, here)],
  )
  return enumerateSpans(places).map((span, at) =>
    at === 0 ? { ...span, text: capitalised(span.text) } : span,
  )
}

/** What is wrong with options that were typed: one line a field. */
export function definitionMistakes(mistakes: DefinitionMistakes): MessageText {
  const rows = mistakeRows(mistakes).map(([field, sentence]) => [
    strong(FIELD_LABELS[field]),
    plain(french` : ${sentence}`),
  ])
  return sentenceMessage(french`Je n’ai rien modifié. À corriger :`, [list(rows)])
}

/** The same, beside the fields of a form. */
export function fieldMistakes(mistakes: DefinitionMistakes): Readonly<Record<string, string>> {
  return Object.fromEntries(mistakeRows(mistakes))
}

function mistakeRows(mistakes: DefinitionMistakes): readonly (readonly [DefinitionField, string])[] {
  return DEFINITION_FIELDS.flatMap((field) => {
    const mistake = mistakes[field]
    return mistake === undefined ? [] : [[field, explainDefinitionMistake(mistake)] as const]
  })
}

const NO_DIGEST = 'Aucune revue n’est programmée.'
const NO_DIGEST_YET = `${NO_DIGEST} Un administrateur peut en programmer une avec /programme ajouter.`
export const DIGEST_MISSING = 'Donnez le titre de la revue. Voyez la liste avec /programme lister.'
export const DIGEST_GONE = 'Cette revue n’existe plus. Voyez la liste avec /programme lister.'
export const DIGEST_IS_OWN = french`C’est votre revue personnelle : réglez-la avec /abonnement regler.`
export const NOT_IN_PRIVATE = french`Ici, nous sommes en privé. Pour une revue à vous : /abonnement regler. Pour une revue d’équipe, tapez la commande dans le canal où elle doit paraître.`
export const DEFAULT_TITLE = 'La revue de presse'
