// What Slack refuses of blocks, views, texts and metadata, and how it says so; each limit from both of its sides.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { messageBlockProblems } from './block-check.ts'
import { messageProblems, viewProblems } from './content-check.ts'
import { startFakeSlack, type FakeSlack } from './fake-slack.ts'
import type { Json } from './json.ts'
import { callSlack } from './raw-call.ts'

let slack: FakeSlack
let channel: string
let user: string

beforeAll(async () => {
  slack = await startFakeSlack({ rateLimits: 'off' })
  channel = slack.addChannel({ name: 'une' })
  user = slack.addUser({ name: 'camille' })
})
beforeEach(() => slack.forget())
afterAll(() => slack.close())

const plain = (length: number, more: Json = {}) => ({ type: 'plain_text', text: 'é'.repeat(length), ...more })
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'é'.repeat(length) })
const button = (more: Json = {}) => ({ type: 'button', text: plain(4), ...more })
const actions = (...elements: readonly Json[]) => ({ type: 'actions', elements })
const option = (value: string, more: Json = {}) => ({ text: plain(4), value, ...more })
const menu = (count: number) => ({
  type: 'static_select',
  options: Array.from({ length: count }, (_none, index) => option(`v${index}`)),
})
const input = (element: Json, more: Json = {}) => ({ type: 'input', label: plain(4), element, ...more })
const rich = (...elements: readonly Json[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
})
const image = (more: Json) => ({ type: 'image', image_url: 'https://presse.exemple.fr/i.png', ...more })
const section = (length: number) => ({ type: 'section', text: mrkdwn(length) })
const home = (more: Json) => ({ type: 'home', blocks: [], ...more })
const modal = (more: Json) => ({ type: 'modal', title: plain(24), blocks: [], ...more })
const many = (count: number, block: Json) => Array.from({ length: count }, () => block)

describe('a block at its limit', () => {
  it.each([
    ['section text', { type: 'section', text: mrkdwn(3000) }],
    [
      'section text of emoji, one character each',
      { type: 'section', text: { type: 'mrkdwn', text: '🗞'.repeat(3000) } },
    ],
    ['fields', { type: 'section', fields: many(10, mrkdwn(2000)) }],
    ['section with a menu beside', { type: 'section', text: plain(4), accessory: menu(100) }],
    ['header', { type: 'header', text: plain(150) }],
    ['divider', { type: 'divider', block_id: 'é'.repeat(255) }],
    ['context', { type: 'context', elements: many(10, plain(4)) }],
    ['context with a picture', { type: 'context', elements: [image({ alt_text: 'Un pont' })] }],
    ['actions', actions(...many(25, button()))],
    [
      'button',
      actions(
        button({ text: plain(75), value: 'v'.repeat(2000), action_id: 'a'.repeat(255), style: 'danger' }),
      ),
    ],
    ['button with an address', actions(button({ url: `https://presse.exemple.fr/${'a'.repeat(2974)}` }))],
    ['option', actions({ type: 'overflow', options: [option('v'.repeat(150), { text: plain(75) })] })],
    [
      'radio buttons',
      actions({ type: 'radio_buttons', options: [option('a'), { text: mrkdwn(4), value: 'b' }] }),
    ],
    ['check boxes', input({ type: 'checkboxes', options: [option('a')], initial_options: [option('a')] })],
    [
      'text field',
      input({ type: 'plain_text_input', max_length: 3000, multiline: true, placeholder: plain(150) }),
    ],
    ['picture', image({ alt_text: 'é'.repeat(2000), title: plain(2000) })],
    ['times and people', actions({ type: 'timepicker', initial_time: '08:00' }, { type: 'users_select' })],
    ['channels', input({ type: 'conversations_select', filter: { include: ['public', 'private'] } })],
    [
      'rich text',
      rich({ type: 'text', text: 'a', style: { bold: true } }, { type: 'link', url: 'https://a.fr' }),
    ],
  ])('passes: %s', (_what, block) => {
    expect(messageBlockProblems([block])).toEqual([])
  })
})

describe('a block beyond it', () => {
  it.each([
    [
      'section text',
      { type: 'section', text: mrkdwn(3001) },
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['empty text', { type: 'section', text: mrkdwn(0) }, 'must be more than 0 characters'],
    ['no text', { type: 'section' }, 'missing required field: text'],
    [
      'fields',
      { type: 'section', fields: many(11, mrkdwn(1)) },
      'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
    ],
    ['field text', { type: 'section', fields: [mrkdwn(2001)] }, 'must be less than 2001'],
    ['header', { type: 'header', text: plain(151) }, 'must be less than 151'],
    ['header with marks', { type: 'header', text: mrkdwn(4) }, '/blocks/0/text/type'],
    ['actions', actions(...many(26, button())), 'no more than 25 items'],
    ['no actions', actions(), 'must provide at least 1'],
    ['a text field among actions', actions({ type: 'plain_text_input' }), 'unsupported type'],
    ['context', { type: 'context', elements: many(11, plain(1)) }, 'no more than 10 items'],
    ['button text', actions(button({ text: plain(76) })), 'must be less than 76'],
    ['button with marks', actions(button({ text: mrkdwn(4) })), '/elements/0/text/type'],
    ['button value', actions(button({ value: 'v'.repeat(2001) })), 'must be less than 2001'],
    [
      'button address',
      actions(button({ url: `https://a.fr/${'a'.repeat(3000)}` })),
      'must be less than 3001',
    ],
    ['no address', actions(button({ url: 'presse' })), 'invalid_url'],
    ['a dangerous address', actions(button({ url: 'javascript:alert(1)' })), 'invalid_url'],
    ['action_id', actions(button({ action_id: 'a'.repeat(256) })), 'must be less than 256'],
    ['block_id', { type: 'divider', block_id: 'a'.repeat(256) }, 'must be less than 256'],
    [
      'two of one action_id',
      actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
      '`action_id` a already exists',
    ],
    ['menu', actions(menu(101)), 'no more than 100 items'],
    ['menu without options', actions({ type: 'static_select' }), 'either options or option_groups'],
    ['one value twice', actions({ type: 'overflow', options: [option('a'), option('a')] }), 'must be unique'],
    [
      'option text',
      actions({ type: 'overflow', options: [option('a', { text: plain(76) })] }),
      'must be less than 76',
    ],
    [
      'option value',
      actions({ type: 'overflow', options: [option('v'.repeat(151))] }),
      'must be less than 151',
    ],
    [
      'overflow',
      actions({ type: 'overflow', options: ['a', 'b', 'c', 'd', 'e', 'f'].map((v) => option(v)) }),
      'no more than 5',
    ],
    [
      'unknown first option',
      input({ ...menu(2), initial_option: option('autre') }),
      'initial option must match',
    ],
    ['placeholder', input({ type: 'plain_text_input', placeholder: plain(151) }), 'must be less than 151'],
    ['a time', actions({ type: 'timepicker', initial_time: '8:00' }), '/initial_time'],
    ['picture without words', image({}), '/alt_text'],
    [
      'an unknown key',
      { type: 'divider', colour: 'red' },
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    [
      'an unknown key deep inside',
      actions(button({ text: plain(4, { verbatim: true }) })),
      'invalid additional property: verbatim',
    ],
    ['an unknown block', { type: 'sectionn' }, '[json-pointer:/blocks/0/type]'],
    [
      'an unknown mark',
      rich({ type: 'text', text: 'a', style: { gras: true } }),
      'invalid additional property: gras',
    ],
    ['empty rich text', rich({ type: 'text', text: '' }), 'must be more than 0 characters'],
    [
      'indent',
      { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', indent: 9, elements: [] }] },
      '/indent',
    ],
  ])('is refused: %s', (_what, block, expected) => {
    expect(messageBlockProblems([block]).join('\n')).toContain(expected)
  })

  it('is refused in two blocks of one block_id', () => {
    const block = { type: 'divider', block_id: 'b' }
    expect(messageBlockProblems([block, block])).toEqual([
      '`block_id` b already exists [json-pointer:/blocks]',
    ])
  })
})

describe('a message', () => {
  const divider = { type: 'divider' }

  it.each([
    ['50 blocks', { text: 'a', blocks: many(50, divider) }, undefined],
    ['51 blocks', { text: 'a', blocks: many(51, divider) }, 'invalid_blocks'],
    [
      'blocks of 12,900 characters',
      { text: 'a', blocks: [...many(4, section(2900)), section(1000)] },
      undefined,
    ],
    ['blocks of 13,500 characters', { text: 'a', blocks: many(5, section(2700)) }, 'msg_blocks_too_long'],
    ['blocks that are no JSON', { text: 'a', blocks: '[{' }, 'invalid_blocks_format'],
    ['40,000 characters', { text: 'a'.repeat(40_000) }, undefined],
    ['40,001 characters', { text: 'a'.repeat(40_001) }, 'msg_too_long'],
    ['nothing', {}, 'no_text'],
    ['blanks', { text: ' \n' }, 'no_text'],
    [
      'metadata',
      { text: 'a', metadata: { event_type: 'pressoir_post', event_payload: { key: 'abc' } } },
      undefined,
    ],
    ['metadata without a type', { text: 'a', metadata: { event_payload: {} } }, 'invalid_metadata_format'],
    [
      'metadata with a wrong type',
      { text: 'a', metadata: { event_type: 'é à', event_payload: {} } },
      'invalid_metadata_format',
    ],
    [
      'metadata with more',
      { text: 'a', metadata: { event_type: 'a', event_payload: {}, key: 1 } },
      'invalid_metadata_format',
    ],
    ['metadata that is no JSON', { text: 'a', metadata: 'clef' }, 'invalid_metadata_format'],
    [
      'metadata of 17 kB',
      { text: 'a', metadata: { event_type: 'a', event_payload: { a: 'a'.repeat(17_000) } } },
      'metadata_too_large',
    ],
  ])('with %s', async (_what, content, error) => {
    const answer = await callSlack(slack, 'chat.postMessage', { channel, ...content })
    expect(answer.body['error']).toBe(error)
    expect(slack.messages(channel)).toHaveLength(error === undefined ? 1 : 0)
    expect(slack.violations).toHaveLength(error === undefined ? 0 : 1)
  })

  it('can be judged without a server', () => {
    expect(messageProblems({ channel, text: 'a', blocks: [divider] })).toEqual([])
    expect(messageProblems({ channel, blocks: [divider] })).toEqual(['no_fallback_text'])
    expect(messageProblems({ channel, text: 'a', blocks: many(5, section(2700)) })).toEqual([
      'msg_blocks_too_long',
    ])
    expect(messageProblems({ text: 'a', blocks: [section(3001)] })).toEqual([
      'invalid_blocks: must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ])
    expect(viewProblems(home({}))).toEqual([])
    expect(viewProblems({ type: 'home' })).toHaveLength(1)
  })

  it('is refused with a pointer to what is wrong', async () => {
    const blocks = [divider, section(3001)]
    const { body } = await callSlack(
      slack,
      'chat.postMessage',
      { channel, text: 'a', blocks },
      { isJson: true },
    )
    expect(body).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      response_metadata: {
        messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]'],
      },
    })
  })

  it('is taken without the text for notifications, and the app is blamed', async () => {
    const { body } = await callSlack(slack, 'chat.postMessage', { channel, blocks: [divider] })
    expect(body['ok']).toBe(true)
    expect(slack.violations).toMatchObject([{ kind: 'no-fallback-text', method: 'chat.postMessage' }])
  })
})

describe('a view', () => {
  it.each([
    ['100 blocks', { blocks: many(100, { type: 'divider' }) }, undefined],
    ['101 blocks', { blocks: many(101, { type: 'divider' }) }, 'invalid_arguments'],
    ['3,000 characters of private metadata', { private_metadata: 'a'.repeat(3000) }, undefined],
    ['3,001 of them', { private_metadata: 'a'.repeat(3001) }, 'invalid_arguments'],
    ['a long callback_id', { callback_id: 'a'.repeat(256) }, 'invalid_arguments'],
    ['an unknown key', { submit: plain(4) }, 'invalid_arguments'],
    ['250 kB', { blocks: many(90, { type: 'section', text: mrkdwn(1500) }) }, 'view_too_large'],
  ])('with %s', async (_what, more, error) => {
    const { body } = await callSlack(slack, 'views.publish', { user_id: user, view: home(more) })
    expect(body['error']).toBe(error)
  })

  it.each([
    ['a title of 24', {}, ''],
    [
      'a title of 25',
      { title: plain(25) },
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    ['a long submit', { submit: plain(25) }, '/view/submit/text'],
    ['a long close', { close: plain(25) }, '/view/close/text'],
    [
      'fields and no submit',
      { blocks: [input({ type: 'plain_text_input' })] },
      'missing required field: submit',
    ],
    [
      'two fields in focus',
      { submit: plain(4), blocks: many(2, input({ type: 'plain_text_input', focus_on_load: true })) },
      'only once',
    ],
  ])('that is a modal with %s', async (_what, more, problem) => {
    const { body } = await callSlack(slack, 'views.open', { trigger_id: 'aucun', view: modal(more) })
    expect(body['error']).toBe(problem === '' ? 'invalid_trigger_id' : 'invalid_arguments')
    expect(JSON.stringify(body['errors'] ?? '')).toContain(problem)
  })
})
