// What every chat platform promises about messages that are edited. Called by the contract of all platforms.
import { expect, it } from 'vitest'
import type { Block, OutgoingMessage } from '../../src/core/message.ts'
import { HOSTILE, message, paragraph, type PlatformHarness, words, BEFORE } from './contract.ts'

export function describeEdits(name: string, harness: () => PlatformHarness): void {
  const post = (sent: OutgoingMessage): Promise<string> => harness().platform.post(harness().channel, sent)
  const texts = async (): Promise<readonly string[]> =>
    (await harness().read()).map(({ text }) => words(text))

  it('puts other words into a message that stands, as often as asked', async () => {
    const sent = message([paragraph('Trois éditeurs en parlent.')])
    const handle = await post(sent)
    await post(message([paragraph('Entre-temps.')]))
    const grown = { ...sent, blocks: [paragraph('Quatre éditeurs en parlent.')] }
    await harness().platform.edit(harness().channel, handle, grown)
    await harness().platform.edit(harness().channel, handle, grown)
    expect(await texts()).toEqual(['Quatre éditeurs en parlent.', 'Entre-temps.'])
  })

  it('finds a doubtful message by its key after it was edited', async () => {
    const action = { verb: 'prove', target: 'essai', detail: '' } as const
    const below: Block = { kind: 'buttons', buttons: [{ label: 'Preuve', action, style: 'plain' }] }
    const sent = message([paragraph('Trois éditeurs en parlent.'), below])
    const handle = await post(sent)
    const grown = { ...sent, blocks: [paragraph('Quatre éditeurs en parlent.'), below] }
    await harness().platform.edit(harness().channel, handle, grown)
    expect(await post({ ...sent, doubtfulSince: BEFORE })).toBe(handle)
    expect(await harness().read()).toHaveLength(1)
  })

  it('says that a message is gone, and posts no other in its place', async () => {
    const sent = message([paragraph('Trois éditeurs en parlent.')])
    const handle = await post(sent)
    await harness().takeAway(handle)
    for (const gone of [handle, '', 'inconnu'])
      await expect(harness().platform.edit(harness().channel, gone, sent)).rejects.toMatchObject({
        failure: {
          code: 'post-failed',
          channel: `${name}:${harness().channel}`,
          reason: 'message-gone',
        },
      })
    expect(await harness().read()).toEqual([])
  })

  it('refuses an edit that one message does not hold', async () => {
    const handle = await post(message([paragraph('Court.')]))
    const long = message([paragraph('Une phrase de plus. '.repeat(2000))])
    const edited = harness()
      .platform.edit(harness().channel, handle, long)
      .then(
        () => 'held',
        (error: unknown) => error,
      )
    expect([
      'held',
      expect.objectContaining({ failure: expect.objectContaining({ reason: 'invalid' }) }),
    ]).toContainEqual(await edited)
  })

  it('says so when it cannot edit, and edits when it can again', async () => {
    const sent = message([paragraph('Trois éditeurs en parlent.')])
    const handle = await post(sent)
    const grown = { ...sent, blocks: [paragraph('Quatre éditeurs en parlent.')] }
    const mend = await harness().breakDown()
    await expect(harness().platform.edit(harness().channel, handle, grown)).rejects.toMatchObject({
      failure: { code: 'post-failed', channel: `${name}:${harness().channel}` },
    })
    await mend()
    await harness().platform.edit(harness().channel, handle, grown)
    expect(await texts()).toEqual(['Quatre éditeurs en parlent.'])
  })

  it.each(HOSTILE)('edits « %s » into a message and sets nothing off: %s', async (text, _why) => {
    const sent = message([paragraph('Avant.')])
    const handle = await post(sent)
    await harness().platform.edit(harness().channel, handle, { ...sent, blocks: [paragraph(text)] })
    const seen = await harness().read()
    expect(seen.flatMap(({ pings, mentions }) => [...pings, ...mentions])).toEqual([])
    expect(seen.map((part) => words(part.text))).toEqual([words(text)])
  })
}
