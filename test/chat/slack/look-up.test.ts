// Which messages of a channel's history are ours.
import { describe, expect, it } from 'vitest'
import { metadataOf, ourMessages } from '../../../src/chat/slack/look-up.ts'

const us = { botId: 'B1', botUser: 'U1' }
const message = { type: 'message', ts: '10.1', user: 'U1', bot_id: 'B1', metadata: metadataOf('le-matin') }

describe('a message in the history', () => {
  it.each([
    [message, [['le-matin', '10.1']], 'ours'],
    [{ ...message, bot_id: undefined }, [['le-matin', '10.1']], 'ours, without the id of the app'],
    [{ ...message, user: 'U2', bot_id: 'B2' }, [], 'another app that uses our words'],
    [{ ...message, metadata: undefined }, [], 'without metadata'],
    [
      { ...message, metadata: { event_type: 'other', event_payload: { key: 'le-matin' } } },
      [],
      'metadata of another kind',
    ],
    [
      { ...message, metadata: { event_type: 'pressoir_message', event_payload: {} } },
      [],
      'metadata without a key',
    ],
    [
      { type: 'message', subtype: 'tombstone', ts: '9.1', user: 'USLACKBOT' },
      [],
      'what is left of a deleted one',
    ],
    ['rien', [], 'no message at all'],
  ])('%# is recognised or not: %s', (candidate, expected, _why) => {
    expect(ourMessages([candidate], us)).toEqual(expected)
  })
})
