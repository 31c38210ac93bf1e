// Payloads of Slack become requests of ours, whatever people typed and pressed.
import { describe, expect, it } from 'vitest'
import { commandSchema, eventSchema, pressSchema } from '../../../src/chat/slack/payloads.ts'
import { receiveCommand, receiveEvent, receivePress } from '../../../src/chat/slack/receive.ts'
import { contextChannel } from '../../../src/chat/slack/received.ts'
import { readWords } from '../../../src/chat/slack/slack-words.ts'

const command = (name: string, text: string, more = {}) =>
  receiveCommand(
    commandSchema.parse({
      team_id: 'T1',
      command: name,
      text,
      channel_id: 'C1',
      user_id: 'U1',
      user_name: 'alice',
      trigger_id: '1.2.a',
      response_url: 'https://hooks.exemple.fr/commands/T1/2/3',
      ...more,
    }),
  )

describe('a slash command', () => {
  it.each([
    [
      '/qui',
      'a rencontré Lavrov ?',
      { command: 'qui', action: '', options: { question: 'a rencontré Lavrov ?' } },
      'a question goes on after the command',
    ],
    ['/aide', '', { command: 'aide', action: '', options: {} }, 'nothing to say'],
    ['/flux', '', { command: 'flux', action: 'lister', options: {} }, 'the first action is meant'],
    [
      '/flux',
      'Ajouter <https://courrier.exemple.fr/rss?a=1&amp;b=2|courrier.exemple.fr> rubrique:Sport',
      {
        command: 'flux',
        action: 'ajouter',
        options: { adresse: 'https://courrier.exemple.fr/rss?a=1&b=2', rubrique: 'Sport' },
      },
      'an address as Slack escapes it',
    ],
    [
      '/reglages',
      'administrateurs <@U0ALICE|alice>',
      { command: 'reglages', action: 'administrateurs', options: { personne: 'U0ALICE' } },
      'a person by the id',
    ],
    [
      '/reglages',
      'canal <#C0PRESSE|presse>',
      { command: 'reglages', action: 'canal', options: { canal: 'C0PRESSE' } },
      'a channel by the id',
    ],
    [
      '/reglages',
      'administrateurs @alice',
      { command: 'reglages', action: 'administrateurs', options: { personne: '@alice' } },
      'a name that Slack did not recognise',
    ],
    [
      '/question',
      'Que dit &lt;!channel&gt; &amp; <!here> ?',
      { command: 'question', action: '', options: { question: 'Que dit <!channel> & ?' } },
      'escapes undone, mentions taken out',
    ],
  ])('%s %s', (name, text, content, _why) => {
    expect(command(name, text)).toEqual({
      kind: 'request',
      sender: { id: 'U1', name: 'alice', teamId: 'T1' },
      place: {
        conversation: 'C1',
        responseUrl: 'https://hooks.exemple.fr/commands/T1/2/3',
        triggerId: '1.2.a',
      },
      content: { kind: 'command', ...content },
      ids: ['1.2.a'],
    })
  })

  it('is told what it may be when its action is unknown', () => {
    expect(command('/flux', 'peindre en bleu')).toMatchObject({
      kind: 'refused',
      why: { kind: 'unknown-action', command: 'flux' },
    })
  })

  it('is left alone when it is not ours', () => {
    expect(command('/meteo', 'Lyon')).toEqual({ kind: 'ignored' })
  })

  it.each([
    ['C1', 'slack:C1', 'a channel'],
    ['G1', 'slack:G1', 'a private group'],
    ['D1', 'slack:@U1', 'in private'],
    ['', 'slack:@U1', 'the own page of the bot'],
  ])('in %j comes from %s', (conversation, expected, _why) => {
    expect(contextChannel({ conversation }, 'U1')).toBe(expected)
  })
})

const press = (more = {}) =>
  receivePress(
    pressSchema.parse({
      type: 'block_actions',
      user: { id: 'U1', username: 'alice', team_id: 'T1' },
      team: { id: 'T1' },
      trigger_id: '1.2.b',
      response_url: 'https://hooks.exemple.fr/actions/T1/2/3',
      channel: { id: 'C1', name: 'presse' },
      container: { type: 'message', message_ts: '10.1', channel_id: 'C1' },
      message: { ts: '10.1', text: 'La revue' },
      actions: [{ type: 'button', action_id: 'explain-4-0', block_id: 'x', value: 'explain~d1~2' }],
      ...more,
    }),
  )

describe('a press on a button', () => {
  it('is the action that the button carries, where it was pressed', () => {
    expect(press()).toEqual({
      kind: 'request',
      sender: { id: 'U1', name: 'alice', teamId: 'T1' },
      place: {
        conversation: 'C1',
        responseUrl: 'https://hooks.exemple.fr/actions/T1/2/3',
        triggerId: '1.2.b',
      },
      content: { kind: 'press', action: { verb: 'explain', target: 'd1', detail: '2' } },
      ids: ['1.2.b'],
    })
  })

  it('knows whether the message is for one reader', () => {
    const container = { type: 'message', message_ts: '10.1', is_ephemeral: true }
    expect(press({ container })).toMatchObject({ place: { isForOne: true } })
    expect(press({ container: { ...container, is_ephemeral: false } })).not.toHaveProperty('place.isForOne')
  })

  it('stays in the thread of the message', () => {
    expect(press({ message: { ts: '11.2', thread_ts: '10.1' } })).toMatchObject({ place: { thread: '10.1' } })
  })

  it('on the own page has no conversation', () => {
    expect(
      press({
        container: { type: 'view', view_id: 'V1' },
        channel: undefined,
        message: undefined,
        response_url: undefined,
      }),
    ).toMatchObject({ place: { conversation: '', isHome: true } })
  })

  it.each([
    ['peindre~d1~2', 'an action of an older version'],
    ['explain', 'without its parts'],
    ['', 'without a value'],
    ['explain~a~b~c', 'with too many parts'],
  ])('with %j is too old: %s', (value, _why) => {
    expect(press({ actions: [{ type: 'button', action_id: 'x', value }] })).toMatchObject({
      kind: 'refused',
      why: { kind: 'old-button' },
    })
  })
})

const event = (inner: object, isRetry = false, id = 'Ev1') =>
  receiveEvent(
    eventSchema.parse({ type: 'event_callback', event_id: id, team_id: 'T1', event: inner }),
    'UBOT',
    isRetry,
  )

const mention = {
  type: 'app_mention',
  user: 'U1',
  text: '<@UBOT> qui a vu Lavrov ?',
  ts: '1700000000.000100',
  channel: 'C1',
  team: 'T1',
}
const alone = { ...mention, type: 'message', channel_type: 'im', channel: 'D1', text: 'qui a vu Lavrov ?' }

describe('what is said to the bot', () => {
  it.each([
    [mention, { conversation: 'C1', thread: '1700000000.000100' }, 'the answer opens a thread'],
    [
      { ...mention, thread_ts: '1699.1' },
      { conversation: 'C1', thread: '1699.1' },
      'the answer stays in the thread',
    ],
    [alone, { conversation: 'D1' }, 'in private no thread is needed'],
    [
      { ...alone, thread_ts: '1699.1' },
      { conversation: 'D1', thread: '1699.1' },
      'a thread in private is kept',
    ],
    [{ ...alone, subtype: 'file_share' }, { conversation: 'D1' }, 'with a picture it is a question as well'],
    [
      { ...alone, subtype: 'thread_broadcast', thread_ts: '1699.1' },
      { conversation: 'D1', thread: '1699.1' },
      'said in a thread and beside it at once',
    ],
  ])('%# is a question without its mention', (inner, place, _why) => {
    expect(event(inner, true)).toEqual({
      kind: 'request',
      sender: { id: 'U1', name: '', teamId: 'T1' },
      place: { ...place, event: { id: 'Ev1', isRetry: true, saidAt: 1_700_000_000_000 } },
      content: { kind: 'mention', text: 'qui a vu Lavrov ?' },
      ids: ['Ev1', `${inner.channel}:1700000000.000100`],
    })
  })

  it.each([
    [{ ...alone, user: 'UBOT' }, 'our own message'],
    [{ ...alone, bot_id: 'B2' }, 'another bot'],
    [{ ...alone, subtype: 'message_changed' }, 'an edit'],
    [{ ...mention, edited: { user: 'U1', ts: '2.1' } }, 'a mention that was edited'],
    [{ ...alone, channel_type: 'channel', channel: 'C1' }, 'not said to us'],
    [{ ...mention, channel: 'D1' }, 'comes as a message as well'],
    [{ ...alone, user: undefined }, 'said by nobody'],
    [{ type: 'app_home_opened', user: 'U1', tab: 'messages' }, 'not the page that we fill'],
    [{ type: 'member_joined_channel', user: 'U2', channel: 'C1' }, 'somebody else came in'],
    [{ type: 'tokens_revoked', tokens: { oauth: ['U1'] } }, 'the token of a person'],
  ])('%# is left alone: %s', (inner, _why) => expect(event(inner)).toEqual({ kind: 'ignored' }))

  it.each([
    [{ type: 'app_home_opened', user: 'U1', tab: 'home' }, 'U1', { conversation: '', isHome: true }, 'home'],
    [
      { type: 'member_joined_channel', user: 'UBOT', channel: 'C1', inviter: 'U2' },
      'U2',
      { conversation: 'C1' },
      'joined',
    ],
    [{ type: 'app_uninstalled' }, '', { conversation: '' }, 'left'],
    [{ type: 'tokens_revoked', tokens: { bot: ['UBOT'] } }, '', { conversation: '' }, 'left'],
  ])('%# is of the kind %s', (inner, person, place, kind) => {
    expect(event(inner)).toMatchObject({ kind: 'request', sender: { id: person }, place, content: { kind } })
  })

  it.each([
    [{ type: 'app_home_opened', user: 'U1', tab: 'home' }, 'T1'],
    [{ type: 'app_uninstalled' }, 'T1'],
    [{ type: 'tokens_revoked', tokens: { bot: ['UBOT'] } }, 'T1'],
    // Slack names the user of ours that came in: no other workspace has it.
    [{ type: 'member_joined_channel', user: 'UBOT', channel: 'C1', inviter: 'U2' }, ''],
  ])('%# comes from the workspace that Slack names', (inner, teamId) => {
    expect(event(inner)).toMatchObject({ sender: { teamId } })
  })

  it.each([
    ['<@UBOT>', '', 'a mention alone'],
    ['<@UBOT|pressoir> bonjour <@U2>', 'bonjour', 'several mentions'],
    [
      'voir <https://exemple.fr/a|exemple.fr> et <mailto:a@exemple.fr|a@exemple.fr>',
      'voir https://exemple.fr/a et a@exemple.fr',
      'addresses',
    ],
    ['dans <#C1|presse> et <#C2>', 'dans #presse et', 'channels'],
    ['5 &lt; 6 &amp;amp;', '5 < 6 &amp;', 'escapes once'],
  ])('reads %j as %j: %s', (text, expected, _why) => expect(readWords(text)).toBe(expected))
})
