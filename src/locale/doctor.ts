// What the doctor says of each thing it looked at, and how to mend what is wrong.
import type { Instant, Zone } from '../core/calendar.ts'
import { formatDay, formatHour, formatMoment } from './calendar.ts'
import { counted } from './plural.ts'
import { enumerate, french } from './sentence.ts'

export const MARKS = { good: '✓', warning: '⚠', bad: '✗' } as const

export function nodeLine(version: string): string {
  return french`Node ${version} : c’est la bonne version.`
}

export function clockLine(now: Instant, zone: Zone): string {
  return french`L’horloge dit ${formatDay(now, zone)}, ${formatHour(now, zone)} (${zone}). Réglez-la si ce n’est pas l’heure.`
}

/** The program has beaten at an hour that has not come yet. */
export function clockBehindLine(lastBeatAt: Instant, now: Instant, zone: Zone): string {
  return french`L’horloge retarde sur la base : le robot y a tourné pour la dernière fois ${formatMoment(lastBeatAt, now, zone)}. Réglez-la, sinon des éditions attendront.`
}

export function configurationLine(
  path: string,
  configuration: { readonly feeds: readonly unknown[]; readonly digests: readonly unknown[] },
): string {
  const { feeds, digests } = configuration
  return french`Configuration ${path} : ${counted(feeds.length, 'flux', 'flux')}, ${counted(digests.length, 'revue')}.`
}

export const NO_FEED = 'La configuration ne déclare aucun flux. Il n’y aura rien à lire.'
export const NO_DIGEST = 'La configuration ne déclare aucune revue. Rien ne sera publié.'

export function exampleContactLine(contact: string): string {
  return french`L’adresse de contact est encore celle de l’exemple (${contact}). Mettez la vôtre : elle est donnée à chaque site que Pressoir lit.`
}

/** `variable` is the name under which the token is looked for; `channels` are those that cannot be served. */
export function tokenLine(platform: string, variable: string, channels: readonly string[]): string {
  return french`Il manque un jeton à ${platform} : ${variable}. Rien ne sera publié dans ${enumerate(channels)}. Mettez-le dans l’environnement sous ce nom.`
}

/** A platform that nobody asked for. */
export function leftOutLine(platform: string, variable: string): string {
  return french`${platform} est laissé de côté : ${variable} n’est pas dans l’environnement.`
}

export function archiveLine(folder: string): string {
  return french`Dossier des archives ${folder} : Pressoir peut y écrire.`
}

export function archiveUnwritableLine(folder: string): string {
  return french`Pressoir ne peut pas écrire dans le dossier des archives ${folder}. Vérifiez que c’est un dossier, que vous avez le droit d’y écrire et que le disque n’est pas plein.`
}

export function databaseLine(url: string, count: number): string {
  return french`Base ${url} : ${counted(count, 'article')}.`
}

export function databaseToComeLine(url: string): string {
  return french`Base ${url} : elle n’existe pas encore. Pressoir la créera.`
}
