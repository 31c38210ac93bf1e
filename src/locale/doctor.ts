// What the doctor says of each thing it looked at.
import type { Instant, Zone } from '../core/calendar.ts'
import { formatDay, formatHour } from './calendar.ts'
import { counted } from './plural.ts'
import { french } from './sentence.ts'

export const MARKS = { good: '✓', warning: '⚠', bad: '✗' } as const

export function nodeLine(version: string): string {
  return french`Node ${version}.`
}

export function clockLine(now: Instant, zone: Zone): string {
  return french`L’horloge dit ${formatDay(now, zone)}, ${formatHour(now, zone)} (${zone}). Réglez-la si ce n’est pas l’heure.`
}

export function configurationLine(
  path: string,
  configuration: { readonly feeds: readonly unknown[]; readonly digests: readonly unknown[] },
): string {
  const { feeds, digests } = configuration
  return french`Configuration ${path} : ${counted(feeds.length, 'flux', 'flux')}, ${counted(digests.length, 'revue')}.`
}

export function tokenLine(platform: string, variable: string): string {
  return french`${platform} n’a pas de jeton. Mettez-le dans l’environnement sous le nom ${variable}.`
}

export function archiveLine(folder: string): string {
  return french`Dossier des archives ${folder} : accessible.`
}

export function databaseLine(url: string, count: number): string {
  return french`Base ${url} : ${counted(count, 'article')}.`
}
