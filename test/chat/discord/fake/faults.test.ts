// Rate limits, bans and faults of the fake Discord, met by the real discord.js client.
import { describe, expect, it } from 'vitest'
import { logIn, newsroom, openFake, postRaw } from './client.ts'

describe('rate limits and faults', () => {
  it('five posts fit in a window; the client reads the headers and waits for the next', async () => {
    const { fake, channel, channelId } = await newsroom({ rates: { windowScale: 0.1 } })
    await Promise.all(Array.from({ length: 12 }, (_item, place) => channel.send(`${place}`)))
    expect(fake.messages(channelId)).toHaveLength(12)
    expect(fake.rateLimitedCount()).toBe(0)
    const posts = fake.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))
    expect((posts[5]?.at ?? 0) - (posts[0]?.at ?? 0)).toBeGreaterThanOrEqual(450)
  })

  it('answers 429 to one who does not wait, and counts it', async () => {
    const fake = await openFake()
    const guild = fake.addGuild({ name: 'Rédaction', channels: [{ name: 'veille' }] })
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        fetch(`${fake.apiUrl}/v10/channels/${guild.channels['veille']}/messages`, {
          method: 'POST',
          headers: { authorization: `Bot ${fake.token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ content: 'a' }),
        }),
      ),
    )
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.headers.get('x-ratelimit-scope')).toBe('user')
    expect(await refused?.text()).toMatch(/"retry_after":\d+\.?\d*,"global":false/)
    expect([fake.rateLimitedCount(), fake.invalidCount()]).toEqual([1, 1])
  })

  it('binds all routes together', async () => {
    const fake = await openFake({ rates: { global: { limit: 3, windowMs: 1000 } } })
    const ask = () =>
      fetch(`${fake.apiUrl}/v10/users/@me`, { headers: { authorization: `Bot ${fake.token}` } })
    const statuses = [await ask(), await ask(), await ask(), await ask()]
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    expect(statuses[3]?.headers.get('x-ratelimit-global')).toBe('true')
  })

  it('bans an address after too many invalid answers', async () => {
    const fake = await openFake({ rates: { banAfter: 3 } })
    const ask = () => fetch(`${fake.apiUrl}/v10/users/@me`, { headers: { authorization: 'Bot faux' } })
    for (let turn = 0; turn < 3; turn += 1) expect((await ask()).status).toBe(401)
    const banned = await ask()
    expect([banned.status, fake.isBanned()]).toEqual([403, true])
    expect(await banned.text()).toContain('error code: 1015')
  })

  it.each([
    [{ kind: 'status', status: 503 } as const, 'retried', 1],
    [{ kind: 'status', status: 429, retryAfterSeconds: 0.2 } as const, 'retried', 1],
    [{ kind: 'cut-before' } as const, 'lost', 0],
    [{ kind: 'cut-after' } as const, 'lost', 1],
    [{ kind: 'slow', delayMs: 200 } as const, 'retried', 1],
  ])('%j: the client sees the post %s, and %i stand', async (fault, outcome, standing) => {
    const { fake, channel, channelId } = await newsroom()
    const armed = fake.fault({ ...fault, method: 'POST', path: /\/messages$/ })
    const sent = await channel.send('a').then(
      () => 'retried',
      () => 'lost',
    )
    expect(sent).toBe(outcome)
    expect(fake.messages(channelId)).toHaveLength(standing)
    expect(armed.hits()).toBe(1)
  })

  it('hangs until the client gives up', async () => {
    const fake = await openFake()
    const guild = fake.addGuild({ name: 'Rédaction', channels: [{ name: 'veille' }] })
    const client = await logIn(fake, { rest: { timeout: 150, retries: 0 } })
    fake.fault({ kind: 'hang', method: 'POST' })
    await expect(postRaw(client, guild.channels['veille'] ?? '', { content: 'a' })).rejects.toThrow(/abort/i)
  })

  it('ends a fault by its time', async () => {
    const { fake, client, channelId } = await newsroom()
    const armed = fake.fault({ kind: 'status', status: 404, forMs: 100 })
    await expect(postRaw(client, channelId, { content: 'a' })).rejects.toMatchObject({ status: 404 })
    await new Promise((resolve) => setTimeout(resolve, 120))
    await postRaw(client, channelId, { content: 'a' })
    expect(armed.hits()).toBe(1)
  })
})
