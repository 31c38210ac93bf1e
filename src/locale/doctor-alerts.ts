// What the doctor says of alerts: how many may ring, and which of them nobody would hear. Looks at nothing itself.
import { titled } from './guillemets.ts'
import { counted, formatNumber } from './plural.ts'
import { french, NO_BREAK_SPACE } from './sentence.ts'

export function alertsLine({ on, suspended }: { readonly on: number; readonly suspended: number }): string {
  const rest = suspended === 0 ? '' : `, ${formatNumber(suspended)}${NO_BREAK_SPACE}en pause`
  return `${counted(on, 'alerte active', 'alertes actives')}${rest}.`
}

/** The platform itself says why, in a line of its own. */
export function unheardAlertLine(title: string, channel: string): string {
  return french`L’alerte ${titled(title)} ne peut pas être publiée : le canal ${channel} refuse Pressoir. Rouvrez-lui ce canal, ou réglez l’alerte dans un autre.`
}

/** What the program met when it last posted there, whatever the platform says now. */
export function refusedAlertLine(title: string, channel: string): string {
  return french`L’alerte ${titled(title)} vise le canal ${channel}, qui a refusé le dernier message de Pressoir. Si la cause est levée, le prochain message le montrera.`
}
