import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { act, type ActionVerb } from '../../../src/core/action.ts'
import type { MessageText } from '../../../src/core/message.ts'
import type { ChatReply } from '../../../src/core/request.ts'
import type { UserAction } from './fake/action.ts'
import {
  answerTo,
  closeGood,
  openStage,
  privately,
  type Stage,
  started,
  text,
  withButton,
} from './harness.ts'

describe('buttons on Discord', () => {
  let stage: Stage
  const ask = (): UserAction =>
    stage.fake.command({ user: stage.person, channel: stage.channel, name: 'aide' })

  beforeEach(async () => {
    stage = await openStage({ rates: { windowScale: 0.02 } })
    stage.reply(() => privately(text('Oui.')))
    await started(stage)
  })
  afterEach(() => closeGood(stage))

  const pressOn = async (message: MessageText, reply: ChatReply): Promise<UserAction> => {
    stage.reply(() => privately(message))
    const [shown] = (await ask().answered).responses
    stage.reply(() => reply)
    return stage.fake.press({ user: stage.person, message: shown?.id ?? '', label: 'Suite' })
  }

  it('turns the page in place', async () => {
    const seen = await (
      await pressOn(withButton('Page 1', act('turn', 'memo-1', '1')), {
        kind: 'replacement',
        message: withButton('Page 2', act('turn', 'memo-1', '1')),
      })
    ).answered
    expect([seen.updated?.text, seen.updated?.buttons.length, seen.responses]).toEqual(['Page 2', 1, []])
    expect(stage.requests.at(-1)).toMatchObject({
      kind: 'press',
      action: { verb: 'turn', target: 'memo-1', detail: '1' },
    })
  })

  it.each<readonly [ActionVerb, ChatReply, string]>([
    ['confirm', privately(text('C’est fait.')), 'a message where a replacement was foreseen'],
    [
      'prove',
      { kind: 'replacement', message: text('C’est fait.') },
      'a replacement where a message was foreseen',
    ],
    ['retry-feed', privately(text('C’est fait.')), 'a message'],
  ])('answers « %s » with %j', async (verb, reply, _why) => {
    expect(await answerTo(await pressOn(withButton('Avant', act(verb, 'memo-1', '1')), reply))).toEqual([
      'C’est fait.',
    ])
  })

  it('shares a private answer with the channel', async () => {
    const action = await pressOn(withButton('La réponse', act('share', 'memo-1', '1')), {
      kind: 'message',
      audience: 'channel',
      message: text('La réponse'),
    })
    const seen = await action.answered
    expect(seen.responses.map((one) => [one.text, one.isEphemeral])).toEqual([['La réponse', false]])
  })

  it('turns a page for everybody in place, by the interaction alone', async () => {
    const posted = { key: 'cle', ...withButton('Page 1', act('turn', 'memo-1', '1')) }
    const handle = await stage.platform.post(stage.channel, posted)
    stage.reply(() => ({ kind: 'replacement', message: withButton('Page 2', act('turn', 'memo-1', '2')) }))
    const seen = await stage.fake.press({ user: stage.person, message: handle, label: 'Suite' }).answered
    expect([seen.updated?.text, seen.updated?.buttons[0]?.customId, seen.responses]).toEqual([
      'Page 2',
      'turn~memo-1~2#cle',
      [],
    ])
  })

  it('replaces a message of the channel, which keeps its key', async () => {
    const handle = await stage.platform.post(stage.channel, {
      key: 'alarme-1',
      ...withButton('Le flux est muet.', act('retry-feed', 'memo-1', '1')),
    })
    stage.reply(() => ({
      kind: 'replacement',
      message: withButton('Le flux est revenu.', act('retry-feed', 'memo-1', '1')),
    }))
    stage.fake.press({ user: stage.person, message: handle, label: 'Suite' })
    await expect.poll(() => stage.fake.message(handle).text).toBe('Le flux est revenu.')
    expect(stage.fake.message(handle).buttons[0]?.customId).toBe('retry-feed~memo-1~1#alarme-1')
    await expect.poll(() => stage.fake.requests.at(-1)?.method).toBe('DELETE')
  })

  it('says that a button is too old', async () => {
    const other = await stage.platform.post(stage.channel, {
      key: 'cle',
      ...withButton('Avant', act('turn', 'memo-1', '1')),
    })
    const message = stage.fake.message(other)
    expect(message.buttons).toHaveLength(1)
    // A verb that nobody knows any more.
    const body = {
      content: 'Avant',
      flags: 4,
      allowed_mentions: { parse: [] },
      components: [
        { type: 1, components: [{ type: 2, style: 2, label: 'Vieux', custom_id: 'press~a~b#c' }] },
      ],
    }
    const answer = await fetch(`${stage.fake.apiUrl}/v10/channels/${stage.channel}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${stage.fake.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(200)
    const old = stage.fake.messages(stage.channel).at(-1)
    const seen = await stage.fake.press({ user: stage.person, message: old?.id ?? '', label: 'Vieux' })
      .answered
    expect(seen.responses.map((one) => [one.text.slice(0, 28), one.isEphemeral])).toEqual([
      ['Ce bouton est trop ancien. R', true],
    ])
  })
})
