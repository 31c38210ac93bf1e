// What is said once a copy of the database was put back: from when it is, and what comes next. Puts nothing back.
import type { Instant, Zone } from '../core/calendar.ts'
import { formatDay, formatHour } from './calendar.ts'
import { counted } from './plural.ts'
import { french } from './sentence.ts'

interface Settled {
  readonly copiedAt: Instant
  readonly digests: number
  readonly messages: number
}

export function settledLines({ copiedAt, digests, messages }: Settled, zone: Zone): readonly string[] {
  const copied = french`${formatDay(copiedAt, zone)} à ${formatHour(copiedAt, zone)}`
  return [
    french`Le dernier battement de cette base date du ${copied}.`,
    digests === 0
      ? french`Aucune revue n’avait d’heure depuis : rien ne sera publié deux fois.`
      : french`${counted(digests, 'revue')} ${digests < 2 ? 'reprend' : 'reprennent'} à la prochaine heure. Ce qui devait paraître depuis compte comme publié ; « pressoir digest » fait une édition à la demande.`,
    ...(messages === 0
      ? []
      : [
          french`${counted(messages, 'message')} en attente : avant tout envoi, Pressoir demandera à la messagerie s’il est déjà là.`,
        ]),
    french`Les articles lus depuis seront relus : la prochaine édition, ou une alerte, peut en redire.`,
    'Vous pouvez lancer le robot.',
  ]
}
