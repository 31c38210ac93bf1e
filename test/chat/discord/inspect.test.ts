import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inspectDiscord } from '../../../src/chat/discord/inspect.ts'
import { invitationUrl } from '../../../src/chat/discord/invitation.ts'
import { NEEDED_PERMISSIONS } from '../../../src/chat/discord/permissions.ts'
import { type FakeDiscord, startFakeDiscord } from './fake/fake-discord.ts'

describe('a look at Discord', () => {
  let fake: FakeDiscord
  beforeEach(async () => {
    fake = await startFakeDiscord({ rates: { isOn: false } })
  })
  afterEach(() => fake.close())
  const look = (...channels: readonly string[]): ReturnType<typeof inspectDiscord> =>
    inspectDiscord(fake, channels)

  it('says as whom, where, and how to invite', async () => {
    fake.addGuild({ name: 'Le Courrier' })
    expect(await look()).toEqual([
      { code: 'connected', platform: 'discord', name: 'pressoir', workspaces: ['Le Courrier'] },
      {
        code: 'invitation',
        url: `https://discord.com/oauth2/authorize?client_id=${fake.applicationId}&scope=bot+applications.commands&permissions=309237713920`,
      },
    ])
  })

  it('says that nobody has invited it', async () => {
    expect(await look()).toContainEqual({ code: 'invited-nowhere', platform: 'discord' })
  })

  it('says that commands go to another address than the gateway', async () => {
    fake.addGuild({ name: 'Le Courrier' })
    const finding = { code: 'listens-to-nobody', platform: 'discord' }
    expect(await look()).not.toContainEqual(finding)
    fake.setInteractionsUrl('https://ailleurs.exemple.fr/discord')
    expect(await look()).toContainEqual(finding)
  })

  it('looks at each channel once, and at none of a person', async () => {
    const guild = fake.addGuild({ name: 'Le Courrier', channels: [{ name: 'revue' }, { name: 'muet' }] })
    const { revue = '', muet = '' } = guild.channels
    fake.deny(muet, ['SEND_MESSAGES', 'CREATE_PUBLIC_THREADS'])
    const thread = fake.startThread(
      fake.say({ user: guild.ownerId, channel: revue, text: 'Ici' }).id,
      'Fil',
      guild.ownerId,
    )
    fake.archiveThread(thread)
    expect((await look(revue, revue, muet, thread, '1100000000000000001', 'revue', '@1')).slice(2)).toEqual([
      { code: 'channel-good', channel: `discord:${revue}`, name: 'revue' },
      {
        code: 'permissions-missing',
        channel: `discord:${muet}`,
        name: 'muet',
        permissions: ['Envoyer des messages', 'Créer des fils publics'],
      },
      { code: 'channel-archived', channel: `discord:${thread}`, name: 'Fil' },
      { code: 'channel-missing', channel: 'discord:1100000000000000001' },
      { code: 'channel-missing', channel: 'discord:revue' },
    ])
  })

  it('finds no channel where nobody can write', async () => {
    const { channels } = fake.addGuild({ name: 'Le Courrier', channels: [{ name: 'idées', type: 'forum' }] })
    const forum = channels['idées'] ?? ''
    expect((await look(forum)).at(-1)).toEqual({ code: 'channel-missing', channel: `discord:${forum}` })
  })

  it('says when it does not see a channel', async () => {
    const guild = fake.addGuild({ name: 'Le Courrier', channels: [{ name: 'secret' }] })
    const { secret = '' } = guild.channels
    fake.deny(secret, ['VIEW_CHANNEL'])
    expect((await look(secret)).at(-1)).toEqual({
      code: 'permissions-missing',
      channel: `discord:${secret}`,
      name: secret,
      permissions: ['Voir les salons'],
    })
  })

  it.each([
    [
      (): void => fake.revokeToken(),
      { code: 'token-refused', platform: 'discord', variable: 'DISCORD_TOKEN' },
      'a token that holds no more',
    ],
    [
      (): void => void fake.fault({ kind: 'status', status: 503, forMs: 60_000 }),
      { code: 'platform-unreachable', platform: 'discord' },
      'a Discord that fails',
    ],
  ])('says what keeps it from looking: %#', async (spoil, expected, _why) => {
    spoil()
    expect(await look('1100000000000000001')).toEqual([expected])
  })

  it('takes a token with a line end for a refused one', async () => {
    expect(await inspectDiscord({ apiUrl: fake.apiUrl, token: 'faux\njeton' }, [])).toMatchObject([
      { code: 'token-refused' },
    ])
  })

  it('invites with the rights that it looks for, and no others', () => {
    const bits = BigInt(new URL(invitationUrl('1')).searchParams.get('permissions') ?? 0)
    expect(NEEDED_PERMISSIONS.reduce((rest, { bit }) => rest & ~bit, bits)).toBe(0n)
  })
})
