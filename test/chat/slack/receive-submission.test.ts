// A form that was filled in becomes a request of ours; what is offered while somebody types as well.
import { describe, expect, it } from 'vitest'
import { submissionSchema, suggestionSchema } from '../../../src/chat/slack/payloads.ts'
import { fieldsOf, receiveSubmission } from '../../../src/chat/slack/receive-submission.ts'
import { receiveSuggestion } from '../../../src/chat/slack/receive.ts'

const submission = (more = {}) =>
  submissionSchema.parse({
    type: 'view_submission',
    user: { id: 'U1', name: 'alice', team_id: 'T1' },
    team: { id: 'T1' },
    trigger_id: '1.2.c',
    view: {
      callback_id: 'digest',
      private_metadata: JSON.stringify({ target: 'd1', conversation: 'C1', thread: '10.1' }),
      blocks: [
        { type: 'input', block_id: 'titre' },
        { type: 'input', block_id: 'jours' },
      ],
      state: {
        values: {
          titre: { value: { type: 'plain_text_input', value: ' Le matin ' } },
          jours: {
            value: { type: 'checkboxes', selected_options: [{ value: 'lundi' }, { value: 'mardi' }] },
          },
          fuseau: { value: { type: 'static_select', selected_option: { value: 'Europe/Paris' } } },
          flux: {
            'suggest-feed~flux': { type: 'multi_external_select', selected_options: [{ value: 'f1' }] },
          },
          canal: { value: { type: 'conversations_select', selected_conversation: 'C2' } },
          personnes: { value: { type: 'multi_users_select', selected_users: ['U2', 'U3'] } },
          sans: { value: { type: 'plain_text_input', value: null } },
          avec: { value: { type: 'checkboxes', selected_options: [] } },
        },
      },
      ...more,
    },
  })

describe('a form', () => {
  it('comes back with what was filled in, and from where it was asked for', () => {
    expect(receiveSubmission(submission())).toEqual({
      kind: 'request',
      sender: { id: 'U1', name: 'alice', teamId: 'T1' },
      place: { conversation: 'C1', thread: '10.1', triggerId: '1.2.c' },
      content: {
        kind: 'submission',
        form: 'digest',
        target: 'd1',
        values: {
          titre: ['Le matin'],
          jours: ['lundi', 'mardi'],
          fuseau: ['Europe/Paris'],
          flux: ['f1'],
          canal: ['C2'],
          personnes: ['U2', 'U3'],
        },
      },
      ids: ['1.2.c'],
    })
    expect(fieldsOf(submission())).toEqual(['titre', 'jours'])
  })

  it.each(['', 'pas du JSON', '{"target":7}'])(
    'with %j for an origin counts as asked in private',
    (origin) => {
      expect(receiveSubmission(submission({ private_metadata: origin }))).toMatchObject({
        place: { conversation: '', isHome: true },
        content: { target: '' },
      })
    },
  )

  it('of an older version is left alone', () => {
    expect(receiveSubmission(submission({ callback_id: 'peinture' }))).toEqual({ kind: 'ignored' })
  })

  it.each([
    ['suggest-feed~flux', 'feed', ' cour '],
    ['suggest-zone~fuseau', 'zone', ''],
  ])('asks what to offer for %s', (actionId, suggests, value) => {
    const payload = suggestionSchema.parse({
      type: 'block_suggestion',
      user: { id: 'U1', name: 'alice' },
      team: { id: 'T1' },
      action_id: actionId,
      block_id: 'flux',
      value,
      view: { private_metadata: JSON.stringify({ target: '', conversation: 'C1' }) },
    })
    expect(receiveSuggestion(payload)).toMatchObject({
      place: { conversation: 'C1' },
      content: { kind: 'suggestion', suggests, typed: value.trim() },
    })
    expect(receiveSuggestion({ ...payload, action_id: 'suggest-peinture' })).toEqual({ kind: 'ignored' })
  })
})
