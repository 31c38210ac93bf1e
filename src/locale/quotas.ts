// What people read when their workspace has used what it may, and when there is room again. Counts nothing.
import { formatMoment } from './calendar.ts'
import type { MessageText } from '../core/message.ts'
import type { Instant, Zone } from '../core/calendar.ts'
import { sentenceMessage } from './blocks.ts'
import { titled } from './guillemets.ts'
import { counted, formatNumber } from './plural.ts'
import { french } from './sentence.ts'

export function questionsUsedUp(most: number, seconds: number): string {
  const asked = counted(most, 'question', 'questions')
  return french`Votre espace a posé ${asked} en une minute : c’est sa limite. Réessayez dans ${counted(seconds, 'seconde', 'secondes')}.`
}

/** `brought` is 1 for a single feed. */
export function feedsUsedUp(most: number, followed: number, brought: number): string {
  const limit = french`Votre espace peut suivre ${counted(most, 'flux', 'flux')}, et il en suit ${formatNumber(followed)}.`
  const left = Math.max(0, most - followed)
  if (brought === 1 || left === 0) return `${limit} ${french`Retirez-en avec /flux retirer pour en ajouter.`}`
  return french`${limit} Cette liste en apporterait ${formatNumber(brought)}. Prenez une liste plus courte, ou retirez des flux avec /flux retirer.`
}

/** In the channel that waits for it, on the day itself. */
export function editionUsedUp(
  title: string,
  most: number,
  time: { readonly slotAt: Instant; readonly now: Instant; readonly zone: Zone },
): MessageText {
  const when = formatMoment(time.slotAt, time.now, time.zone)
  return sentenceMessage(
    french`${titled(title)} ne paraît pas ${when} : votre espace a eu ${counted(most, 'édition', 'éditions')} dans la journée, et c’est sa limite. Les éditions reprendront demain.`,
  )
}
