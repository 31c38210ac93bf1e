// The link that invites the bot into a server. Grants exactly what it uses, and opens nothing itself.
import { NEEDED_BITS } from './permissions.ts'

/** OAuth2 authorisation; topics/oauth2, bot authorization flow. */
const AUTHORIZE_URL = 'https://discord.com/oauth2/authorize'

export function invitationUrl(applicationId: string): string {
  const url = new URL(AUTHORIZE_URL)
  url.searchParams.set('client_id', applicationId)
  url.searchParams.set('scope', 'bot applications.commands')
  url.searchParams.set('permissions', NEEDED_BITS.toString())
  return url.href
}
