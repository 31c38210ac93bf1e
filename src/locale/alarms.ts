// What administrators are told when a feed or a channel fails, and when it works again. Sends nothing.
import { act } from '../core/action.ts'
import type { Breakdown } from '../core/alarm.ts'
import { DAY, HOUR, type Instant, type Zone } from '../core/calendar.ts'
import type { Failure } from '../core/failures.ts'
import type { Feed } from '../core/feed.ts'
import type { Button, MessageText } from '../core/message.ts'
import { paragraph, plain, sentenceMessage, strong } from './blocks.ts'
import { formatMoment } from './calendar.ts'
import { adviseOnPost, explainNamed, explainPostReason } from './failures.ts'
import { titled } from './guillemets.ts'
import { channelSpan } from './people-and-places.ts'
import { counted } from './plural.ts'
import { french } from './sentence.ts'

/** «Flux « Le Courrier » muet depuis 3 jours (HTTP 403).» with what can be done about it. */
export function feedBrokenMessage(
  feed: Feed,
  { since, failure, hasEverWorked }: Breakdown,
  { now, zone }: { readonly now: Instant; readonly zone: Zone },
): MessageText {
  const last = hasEverWorked
    ? french`dernière lecture réussie ${formatMoment(since, now, zone)}`
    : 'n’a encore jamais donné d’article'
  const cause = failure.code === 'fetch-status' ? ` (HTTP ${String(failure.status)})` : ''
  const text = french`Flux ${titled(feed.title)} muet depuis ${duration(now - since)}${cause}.`
  return {
    summary: text,
    blocks: [
      paragraph(strong(text)),
      // The status stands in the line above.
      paragraph(explainNamed(failure).replace(/ \(HTTP \d+\)/u, '')),
      {
        kind: 'context',
        spans: [
          { kind: 'link', text: feed.url, url: feed.url },
          {
            kind: 'plain',
            text: french` · ${last} · je continue d’essayer`,
          },
        ],
      },
      { kind: 'buttons', buttons: buttonsFor(feed) },
    ],
  }
}

/** A feed of the file is changed there, and nowhere else. */
function buttonsFor({ id, origin }: Feed): readonly Button[] {
  const retry: Button = { label: 'Réessayer', action: act('retry-feed', id), style: 'primary' }
  if (origin === 'file') return [retry]
  return [
    retry,
    { label: 'Remplacer l’adresse', action: act('replace-feed', id), style: 'plain' },
    { label: 'Suspendre', action: act('suspend-feed', id), style: 'plain' },
  ]
}

export function feedBackMessage(feed: Feed): MessageText {
  return sentenceMessage(french`Le flux ${titled(feed.title)} répond de nouveau.`)
}

/** `channel` is where the digest goes, `adminChannel` where this is told; both as `platform:channel`. */
export function channelBrokenMessage(
  digestTitle: string,
  channel: string,
  failure: Failure,
  adminChannel: string,
): MessageText {
  const reason = failure.code === 'post-failed' ? failure.reason : undefined
  const cause = reason === undefined ? '.' : french` : ${explainPostReason(reason)}.`
  const advice = reason === undefined ? '' : adviseOnPost(reason)
  return sentenceMessage([
    plain(french`La revue ${titled(digestTitle)} ne peut plus être publiée dans `),
    channelSpan(channel, adminChannel),
    plain([cause, advice, STILL_TRYING].filter((part) => part !== '').join(' ')),
  ])
}

const STILL_TRYING = french`J’essaie encore toutes les heures pendant un jour ; sa programmation est gardée.`

/** «3 jours», «26 heures»: what people say of a silence. */
function duration(elapsed: Instant): string {
  const days = Math.floor(elapsed / DAY)
  return days >= 2 ? counted(days, 'jour') : counted(Math.max(1, Math.floor(elapsed / HOUR)), 'heure')
}
