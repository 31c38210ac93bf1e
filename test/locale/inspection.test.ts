// Every finding of the doctor has a French sentence that says what is wrong and what to click.
import { describe, expect, it } from 'vitest'
import { type Finding, isBad } from '../../src/core/inspection.ts'
import { explainFinding } from '../../src/locale/inspection.ts'

/** One of each: a new code without an example does not compile. */
const EXAMPLES: { readonly [Code in Finding['code']]: Finding & { readonly code: Code } } = {
  connected: { code: 'connected', platform: 'slack', name: 'pressoir', workspaces: ['Rédaction', 'Veille'] },
  'token-refused': { code: 'token-refused', platform: 'discord', variable: 'DISCORD_TOKEN' },
  'platform-unreachable': { code: 'platform-unreachable', platform: 'discord' },
  'scopes-missing': { code: 'scopes-missing', scopes: ['chat:write', 'commands'] },
  'listens-to-nobody': { code: 'listens-to-nobody', platform: 'slack' },
  'invited-nowhere': { code: 'invited-nowhere', platform: 'discord' },
  invitation: { code: 'invitation', url: 'https://discord.com/oauth2/authorize?client_id=42' },
  'channel-good': { code: 'channel-good', channel: 'slack:C1', name: 'veille' },
  'channel-missing': { code: 'channel-missing', channel: 'slack:C1' },
  'channel-archived': { code: 'channel-archived', channel: 'slack:C1', name: 'veille' },
  'not-a-member': { code: 'not-a-member', channel: 'slack:C1', name: '#veille' },
  'permissions-missing': {
    code: 'permissions-missing',
    channel: 'discord:4711',
    name: 'veille',
    permissions: ['Envoyer des messages', 'Créer des fils publics'],
  },
}

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/gu, ' ')

describe('what the doctor says of a platform', () => {
  it.each(Object.values(EXAMPLES))('is well-formed French for $code', (finding) => {
    const text = explainFinding(finding)
    expect(text).toMatch(/^[\p{Lu}].*(?:\.|client_id=42)$/u)
    expect(text).not.toMatch(/ [:;?!»]|« |"|'|!|undefined|\[object| {2}/)
  })

  it.each([
    ['connected', 'Slack : connecté sous le nom « pressoir » (Rédaction et Veille).'],
    [
      'permissions-missing',
      'Il manque des droits à Pressoir dans le canal #veille (discord:4711) : « Envoyer des messages » et « Créer des fils publics ». Cochez-les dans les permissions du canal.',
    ],
    [
      'not-a-member',
      'Pressoir n’est pas membre du canal #veille (slack:C1). Écrivez-y « /invite @Pressoir ».',
    ],
  ] as const)('says of %s: %s', (code, expected) => {
    expect(plain(explainFinding(EXAMPLES[code]))).toBe(expected)
  })

  it.each([
    [
      { code: 'scopes-missing', scopes: ['im:write'] },
      'Il manque un droit à l’application Slack : im:write. Ajoutez-le sous « OAuth & Permissions », puis réinstallez l’application.',
    ],
    [
      { ...EXAMPLES['permissions-missing'], permissions: ['Envoyer des messages'] },
      'Il manque un droit à Pressoir dans le canal #veille (discord:4711) : « Envoyer des messages ». Cochez-le dans les permissions du canal.',
    ],
  ] satisfies [Finding, string][])('counts one right as one: %j', (finding, expected) => {
    expect(plain(explainFinding(finding))).toBe(expected)
  })

  it('says what to clear where Discord sends commands elsewhere', () => {
    expect(plain(explainFinding({ code: 'listens-to-nobody', platform: 'discord' }))).toBe(
      'Discord : Pressoir peut publier, mais personne ne peut lui écrire. Effacez l’adresse « Interactions Endpoint URL » de l’application, sous « General Information », puis enregistrez.',
    )
  })

  it('takes for good what nobody has to mend', () => {
    const good = Object.values(EXAMPLES).filter((finding) => !isBad(finding))
    expect(good.map(({ code }) => code)).toEqual(['connected', 'invitation', 'channel-good'])
  })
})
