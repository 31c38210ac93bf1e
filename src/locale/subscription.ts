// What /abonnement says: one person's own digest. Nobody else reads it.
import { act } from '../core/action.ts'
import type { Instant } from '../core/calendar.ts'
import { definitionOf } from '../core/digest-definition.ts'
import type { Digest } from '../core/digest.ts'
import type { MessageText } from '../core/message.ts'
import { button, buttons, heading, paragraph, sentenceMessage, smallPrint } from './blocks.ts'
import { nextEdition } from './changes.ts'
import { definitionLine } from './definition.ts'
import type { TellingTime } from './feeds.ts'
import { capitalised } from './sentence.ts'

export const SUBSCRIPTION_TITLE = 'Ma revue'

export function subscriptionMessage(digest: Digest, nextSlotAt: Instant, time: TellingTime): MessageText {
  return {
    summary: 'Votre revue personnelle',
    blocks: [
      heading('Votre revue personnelle'),
      paragraph(`${capitalised(definitionLine(definitionOf(digest), time.zone))}.`),
      smallPrint(`En message privé. ${nextEdition(nextSlotAt, time, digest.schedule.zone)}`),
      ...buttons([button('Régler', act('subscribe')), button('Arrêter', act('unsubscribe'))]),
    ],
  }
}

export function noSubscription(): MessageText {
  return sentenceMessage(
    'Vous ne recevez pas encore de revue personnelle. Je peux vous l’envoyer en message privé, aux jours et à l’heure de votre choix.',
    buttons([button('Recevoir ma revue', act('subscribe'), 'primary')]),
  )
}

export const NOTHING_TO_STOP = 'Vous ne recevez pas de revue personnelle.'
