// What is said of hubs, which announce the news of feeds: in the log. Knows no protocol.
import type { Failure } from '../core/failures.ts'
import { explain } from './failures.ts'
import { titled } from './guillemets.ts'
import { neutralise } from './neutralise.ts'
import { french } from './sentence.ts'

/** How much of a hub's own words is repeated, in characters. */
const REASON_LIMIT = 200

export function hubConfirmed(feedTitle: string): string {
  return french`Le flux ${titled(feedTitle)} annonce désormais lui-même ses nouveautés (WebSub).`
}

export function hubFailed(feedTitle: string, failure: Failure): string {
  return french`L’abonnement aux annonces du flux ${titled(feedTitle)} a échoué. ${explain(failure)} Le flux reste lu comme les autres.`
}

/** The hub was asked and never came to ask whether we mean it. */
export function hubSilent(feedTitle: string, callback: string): string {
  const { origin } = new URL(callback)
  return french`L’abonnement aux annonces du flux ${titled(feedTitle)} n’a pas été confirmé. Vérifiez que ${origin} est joignable depuis Internet. Le flux reste lu comme les autres.`
}

/** `reason` is the hub's own, perhaps `''`. */
export function hubDenied(feedTitle: string, reason: string): string {
  const told = neutralise(reason).replaceAll(/\s+/g, ' ').trim().slice(0, REASON_LIMIT)
  const why = told === '' ? '' : french` : « ${told} »`
  return french`Le serveur d’annonces du flux ${titled(feedTitle)} refuse l’abonnement${why}. Le flux reste lu comme les autres.`
}

export function hubDistrusted(feedTitle: string): string {
  return french`Les annonces du flux ${titled(feedTitle)} oublient des articles. Le flux est relu aussi souvent que les autres.`
}

export function hubTrustedAgain(feedTitle: string): string {
  return french`Les annonces du flux ${titled(feedTitle)} sont de nouveau complètes. Le flux est de nouveau relu moins souvent.`
}

export function pushIgnored(feedTitle: string, reason: 'unsigned' | 'wrong-signature'): string {
  const what = reason === 'unsigned' ? 'sans signature' : 'dont la signature est fausse'
  return french`Une annonce ${what} est arrivée pour le flux ${titled(feedTitle)}. Elle est ignorée.`
}

export function doorClosed(port: number): string {
  return french`Le port ${String(port)} ne peut pas être ouvert. Un autre programme l’occupe peut-être : arrêtez-le, ou changez « port » dans la configuration.`
}

export const REQUEST_FAILED = french`Une requête reçue n’a pas pu être traitée.`
