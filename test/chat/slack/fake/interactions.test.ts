// Triggers, response addresses, forms and the Home, with an app that this file answers for: no Bolt, no timing.
import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFakeSlack, type FakeSlack } from './fake-slack.ts'
import { isRecord, parseJson, textOf, type Json } from './json.ts'
import { listenOnLoopback } from './loopback.ts'
import { callSlack } from './raw-call.ts'

let slack: FakeSlack
let now: number
let user: string
let channel: string
let server: Server
/** What the app got last, and what it answers. */
let received: Json
let acknowledgement: Json | undefined

beforeEach(async () => {
  now = Date.UTC(2026, 10, 22, 7, 0)
  acknowledgement = undefined
  slack = await startFakeSlack({ now: () => now, rateLimits: 'off' })
  user = slack.addUser({ name: 'camille' })
  channel = slack.addChannel({ name: 'une', members: [user] })
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const form = Object.fromEntries(new URLSearchParams(body))
      const payload = parseJson(form['payload'] ?? body)
      received = isRecord(payload) ? payload : form
      response.end(acknowledgement === undefined ? '' : JSON.stringify(acknowledgement))
    })
  })
  slack.useHttp(await listenOnLoopback(server))
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await slack.close()
})

const plain = (text: string) => ({ type: 'plain_text', text })
const field = (id: string, more: Json = {}) => ({
  type: 'input',
  block_id: id,
  label: plain(id),
  element: { type: 'plain_text_input', action_id: id, max_length: 10, ...more },
})
const modal = (...blocks: readonly Json[]) => ({
  type: 'modal',
  callback_id: 'essai',
  title: plain('Essai'),
  submit: plain('Envoyer'),
  blocks,
})
const buttons = [
  { type: 'actions', elements: [{ type: 'button', action_id: 'lire', value: 'v1', text: plain('Lire') }] },
]

async function trigger(): Promise<string> {
  await slack.command({ user, channel, command: '/flux' }).acked
  return textOf(received['trigger_id'])
}

const errorOf = async (method: string, args: Json): Promise<unknown> =>
  (await callSlack(slack, method, args)).body['error']

async function openModal(...blocks: readonly Json[]): Promise<string> {
  expect(await errorOf('views.open', { trigger_id: await trigger(), view: modal(...blocks) })).toBeUndefined()
  return slack.modals(user).at(-1)?.id ?? ''
}

describe('a trigger', () => {
  it('opens one view within three seconds', async () => {
    const id = await trigger()
    now += 2900
    expect(
      await errorOf('views.open', { trigger_id: id, view: { ...modal(), title: plain('a'.repeat(25)) } }),
    ).toBe('invalid_arguments')
    expect(await errorOf('views.open', { trigger_id: id, view: modal() })).toBeUndefined()
    expect(await errorOf('views.open', { trigger_id: id, view: modal() })).toBe('exchanged_trigger_id')
    const late = await trigger()
    now += 3100
    expect(await errorOf('views.open', { trigger_id: late, view: modal() })).toBe('expired_trigger_id')
    expect(slack.violations).toHaveLength(3)
  })

  it('stacks three views and no more', async () => {
    await openModal()
    for (const expected of [undefined, undefined, 'push_limit_reached']) {
      expect(await errorOf('views.push', { trigger_id: await trigger(), view: modal() })).toBe(expected)
    }
    const [root, second, third] = slack.modals(user)
    expect([third?.root_view_id, third?.previous_view_id]).toEqual([root?.id, second?.id])
  })
})

describe('a view', () => {
  it('is updated only with the hash that the app saw', async () => {
    const viewId = await openModal()
    const hash = slack.modals(user)[0]?.hash ?? ''
    const update = { view_id: viewId, hash, view: modal(field('adresse')) }
    expect(await errorOf('views.update', update)).toBeUndefined()
    expect(await errorOf('views.update', update)).toBe('hash_conflict')
    expect(await errorOf('views.update', { view_id: 'V0', view: modal() })).toBe('not_found')
  })

  it('is sent with what was filled in and what stood there', async () => {
    const viewId = await openModal(field('adresse'), field('titre', { initial_value: 'La une' }))
    await slack.submit({ user, viewId, values: { adresse: 'a.fr' } }).acked
    expect(received).toMatchObject({
      type: 'view_submission',
      view: {
        id: viewId,
        state: {
          values: {
            adresse: { adresse: { type: 'plain_text_input', value: 'a.fr' } },
            titre: { titre: { type: 'plain_text_input', value: 'La une' } },
          },
        },
      },
    })
    expect(slack.modals(user)).toEqual([])
  })

  it.each([
    [{}, 'must be filled', 'a field is empty'],
    [{ adresse: 'bien plus long que dix' }, 'More than 10', 'a text is too long'],
    [{ autre: 'a' }, 'no field autre', 'the form has no such field'],
  ])('cannot be sent with %j', async (values, message, _why) => {
    const viewId = await openModal(field('adresse'))
    expect(() => slack.submit({ user, viewId, values })).toThrow(message)
  })

  it.each([
    [{ response_action: 'errors', errors: { adresse: 'Adresse inconnue.' } }, 1, [], 'stays with its errors'],
    [{ response_action: 'errors', errors: { autre: 'a' } }, 1, ['refused-call'], 'errors of no field'],
    [{ response_action: 'update', view: modal() }, 1, [], 'becomes another'],
    [{ response_action: 'push', view: modal() }, 2, [], 'gets one above it'],
    [{ response_action: 'push', view: { type: 'modal' } }, 1, ['refused-content'], 'a broken one'],
    [{ response_action: 'clear' }, 0, [], 'closes all'],
    [undefined, 0, [], 'closes'],
  ])('after the answer %j: %i open', async (told, open, violations, _why) => {
    const viewId = await openModal(field('adresse', { initial_value: 'a.fr' }))
    acknowledgement = told
    await slack.submit({ user, viewId }).settled(10)
    expect(slack.modals(user)).toHaveLength(open)
    expect(slack.violations.map(({ kind }) => kind)).toEqual(violations)
  })

  it('tells the app that it was closed, where the app asked for it', async () => {
    await openModal()
    const view = { ...modal(), notify_on_close: true }
    await callSlack(slack, 'views.push', { trigger_id: await trigger(), view })
    const viewId = slack.modals(user).at(-1)?.id ?? ''
    await slack.closeView({ user, viewId }).acked
    expect(received).toMatchObject({ type: 'view_closed', view: { id: viewId } })
    expect(slack.modals(user)).toHaveLength(1)
  })

  it('asks for suggestions from the third character on, and blames options that are too long', async () => {
    await openModal(field('flux', { type: 'external_select', max_length: undefined }))
    expect(() => slack.suggest({ user, actionId: 'flux', value: 'le' })).toThrow('from 3 characters')
    acknowledgement = { options: [{ text: plain('a'.repeat(76)), value: 'v' }] }
    await slack.suggest({ user, actionId: 'flux', value: 'mon' }).acked
    expect(received).toMatchObject({ type: 'block_suggestion', action_id: 'flux', value: 'mon' })
    expect(slack.violations).toMatchObject([{ method: 'block_suggestion' }])
  })

  it('is the Home of one person, whose buttons can be pressed', async () => {
    await callSlack(slack, 'views.publish', { user_id: user, view: { type: 'home', blocks: buttons } })
    await slack.press({ user, actionId: 'lire' }).acked
    expect(received).toMatchObject({
      type: 'block_actions',
      container: { type: 'view' },
      view: { type: 'home' },
    })
    expect(received['response_url']).toBeUndefined()
    const other = slack.addUser({ name: 'dominique' })
    expect(() => slack.press({ user: other, actionId: 'lire' })).toThrow('no such view')
  })
})

/** Posts to the response address of the last payload; the HTTP status. */
async function answer(args: Json): Promise<number> {
  const response = await fetch(textOf(received['response_url']), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(args),
  })
  return response.status
}

describe('a response address', () => {
  it('works five times', async () => {
    await slack.command({ user, channel, command: '/qui' }).acked
    const statuses: number[] = []
    for (let count = 0; count < 6; count++) statuses.push(await answer({ text: 'a' }))
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404])
    expect(slack.violations).toMatchObject([
      { method: 'response_url', detail: expect.stringContaining('used_url') },
    ])
  })

  it('works for half an hour', async () => {
    await slack.command({ user, channel, command: '/qui' }).acked
    now += 30 * 60_000
    expect(await answer({ text: 'a' })).toBe(200)
    now += 1
    expect(await answer({ text: 'a' })).toBe(404)
  })

  it.each([
    [{ text: 'a', response_type: 'in_channel' }, 1, 0, 'for all'],
    [{ text: 'a' }, 0, 1, 'for one'],
    [{ text: 'a', replace_original: true }, 0, 1, 'a command has no original'],
    [{ text: 'a', blocks: [{ type: 'divider', a: 1 }] }, 0, 0, 'refused'],
    [{}, 0, 0, 'nothing'],
  ])('takes %j', async (args, inChannel, ephemeral, _why) => {
    await slack.command({ user, channel, command: '/qui' }).acked
    await answer(args)
    expect(slack.messages(channel)).toHaveLength(inChannel)
    expect(slack.ephemerals(channel, user)).toHaveLength(ephemeral)
  })

  it('replaces and deletes the message that was pressed', async () => {
    await callSlack(slack, 'chat.postMessage', { channel, text: 'avant', blocks: buttons })
    const message = slack.messages(channel)[0]?.ts ?? ''
    const pressed = slack.press({ user, channel, message, actionId: 'lire' })
    await pressed.acked
    expect(received).toMatchObject({
      message: { text: 'avant' },
      actions: [{ action_id: 'lire', value: 'v1' }],
    })
    await answer({ text: 'après', replace_original: true })
    expect(await pressed.response()).toMatchObject({ isReplacement: true, isEphemeral: false, text: 'après' })
    expect(slack.messages(channel)).toMatchObject([{ ts: message, text: 'après', isEdited: true }])
    await answer({ delete_original: true })
    expect(slack.messages(channel)).toEqual([])
    expect(pressed.seen().deleted).toEqual([message])
  })

  it('replaces a message for one person, whose text Slack does not send back', async () => {
    await callSlack(slack, 'chat.postEphemeral', { channel, user, text: 'avant', blocks: buttons })
    const message = slack.ephemerals(channel, user)[0]?.ts ?? ''
    await slack.press({ user, message, actionId: 'lire' }).acked
    expect(received).toMatchObject({ container: { is_ephemeral: true, message_ts: message } })
    expect(received['message']).toBeUndefined()
    await answer({ text: 'après', replace_original: true })
    expect(slack.ephemerals(channel, user)).toMatchObject([{ ts: message, text: 'après' }])
  })
})

describe('a person', () => {
  it('sees only what is there', async () => {
    await callSlack(slack, 'chat.postMessage', { channel, text: 'a', blocks: buttons })
    const message = slack.messages(channel)[0]?.ts ?? ''
    const stranger = slack.addUser({ name: 'dominique' })
    expect(() => slack.press({ user, channel, message, actionId: 'autre' })).toThrow('«autre»')
    expect(() => slack.press({ user: stranger, channel, message, actionId: 'lire' })).toThrow('not in')
    expect(() => slack.command({ user: 'U0', channel, command: '/qui' })).toThrow('No person U0')
  })

  it('who is not answered makes the wait say what was seen', async () => {
    const asked = slack.command({ user, channel, command: '/qui' })
    await expect(asked.response(0, 30)).rejects.toThrow('No response 0 within 30 ms')
  })

  it('sends the same trigger twice when Slack doubles it', async () => {
    const triggers: unknown[] = []
    server.on('request', (_request, response) => {
      response.on('finish', () => triggers.push(received['trigger_id']))
    })
    await slack.command({ user, channel, command: '/qui', isDoubled: true }).settled(20)
    expect(triggers).toHaveLength(2)
    expect(new Set(triggers).size).toBe(1)
  })
})
