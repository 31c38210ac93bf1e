import { describe, expect, it } from 'vitest'
import type { ChatRequest } from '../../../src/core/request.ts'
import { missingPermissions } from '../../../src/chat/discord/permissions.ts'
import { interactionSchema, receivedMessageSchema } from '../../../src/chat/discord/payloads.ts'
import { readInteraction } from '../../../src/chat/discord/receive.ts'
import { wordsForBot } from '../../../src/chat/discord/receive-message.ts'

const user = { id: '7', username: 'camille', global_name: 'Camille Roux' }
const base = {
  id: '1',
  token: 'jeton',
  application_id: '2',
  guild_id: '3',
  channel: { id: '4', type: 0 },
  member: { user, nick: 'Cam', roles: ['5', '6'], permissions: '32' },
}
const read = (payload: object): ChatRequest | undefined =>
  readInteraction(interactionSchema.parse({ ...base, ...payload }), {
    serverName: 'Le Courrier',
    hasChannel: (id) => id === '555',
  })
const command = (data: object): object => ({ type: 2, data })
const press = (customId: string): object => ({
  type: 3,
  data: { custom_id: customId },
  message: { id: '9', flags: 64 },
})

describe('a file that came with a command', () => {
  const address = 'https://cdn.discordapp.com/attachments/1/2/flux.opml?ex=1&hm=2'
  const importing = (value: string) =>
    command({
      name: 'flux',
      options: [{ name: 'importer', type: 1, options: [{ name: 'fichier', type: 11, value }] }],
      resolved: { attachments: { 90: { id: '90', filename: 'flux.opml', size: 12, url: address } } },
    })

  it('is where Discord keeps it', () => {
    expect(read(importing('90'))).toMatchObject({ action: 'importer', options: { fichier: address } })
  })

  it('is none when Discord does not name it', () => {
    expect(read(importing('91'))).toMatchObject({ action: 'importer', options: {} })
  })
})

describe('what comes from Discord', () => {
  it('says who asks and where', () => {
    expect(read(command({ name: 'aide' }))).toEqual({
      kind: 'command',
      command: 'aide',
      action: '',
      options: {},
      from: {
        workspaceId: 'discord:3',
        workspaceName: 'Le Courrier',
        channel: 'discord:4',
        person: '7',
        personName: 'Cam',
        isAdministrator: true,
        // The role @everyone has the server's id.
        roles: ['3', '5', '6'],
      },
    })
  })

  it.each([
    [
      { channel: { id: '4', type: 11, parent_id: '40' } },
      { channel: 'discord:40' },
      'a thread belongs to its channel',
    ],
    [
      { channel: { id: '4', type: 12, parent_id: '40' } },
      { channel: 'discord:40' },
      'a private thread as well',
    ],
    [{ channel: undefined, channel_id: '8' }, { channel: 'discord:8' }, 'a channel that is only named'],
    [
      { member: { user, roles: [], permissions: '8' } },
      { isAdministrator: true, personName: 'Camille Roux' },
      'an administrator',
    ],
    [
      { member: { user, roles: [], permissions: '2048' } },
      { isAdministrator: false },
      'whoever may only write',
    ],
    [
      { guild_id: undefined, member: undefined, user },
      { workspaceId: 'discord:@7', channel: 'discord:@7', isAdministrator: true, workspaceName: '' },
      'a private conversation',
    ],
  ])('reads %j', (more, expected, _why) =>
    expect(read({ ...command({ name: 'aide' }), ...more })).toMatchObject({ from: expected }),
  )

  it.each<readonly [object, object | undefined, string]>([
    [
      command({
        name: 'flux',
        options: [
          {
            name: 'ajouter',
            type: 1,
            options: [
              { name: 'adresse', type: 3, value: ' fil.exemple.fr ' },
              { name: 'rubrique', type: 3, value: ' ' },
            ],
          },
        ],
      }),
      { kind: 'command', command: 'flux', action: 'ajouter', options: { adresse: 'fil.exemple.fr' } },
      'an action with its options, trimmed, none empty',
    ],
    [
      command({
        name: 'programme',
        options: [
          {
            name: 'ajouter',
            type: 1,
            options: [
              { name: 'sujets', type: 4, value: 5 },
              { name: 'inconnu', type: 3, value: 'x' },
            ],
          },
        ],
      }),
      { kind: 'command', command: 'programme', action: 'ajouter', options: { sujets: '5' } },
      'numbers as text, nothing that we do not know',
    ],
    [
      command({ name: 'flux', options: [{ name: 'avaler', type: 1, options: [] }] }),
      undefined,
      'an action that is none any more',
    ],
    [command({ name: 'meteo' }), undefined, 'a command that is none any more'],
    [
      press('prove~envoi-1~2#cle.1'),
      { kind: 'press', action: { verb: 'prove', target: 'envoi-1', detail: '2' } },
      'a button with the key of its message',
    ],
    [
      press('prove~envoi-1~2#2#cle'),
      { kind: 'press', action: { verb: 'prove', target: 'envoi-1', detail: '2' } },
      'the second button of one action',
    ],
    [press('toString~a~b#c'), undefined, 'a verb that objects have by themselves'],
    [press('ancien'), undefined, 'a button of an older version'],
    [{ type: 5, data: { custom_id: 'inconnu~1' } }, undefined, 'a form of an older version'],
    [
      {
        type: 5,
        data: {
          custom_id: 'replace-feed~f~1',
          components: [
            { type: 1, components: [{ custom_id: 'adresse', value: ' a ' }] },
            { type: 18, component: { custom_id: 'flux,', value: 'Un, Deux,' } },
          ],
        },
      },
      {
        kind: 'submission',
        form: 'replace-feed',
        target: 'f~1',
        values: { adresse: ['a'], flux: ['Un', 'Deux'] },
      },
      'fields in rows and in labels, a list in one line',
    ],
    [
      {
        type: 4,
        data: {
          name: 'qui',
          options: [{ name: 'question', type: 3, value: 'a rencontré Lav', focused: true }],
        },
      },
      { kind: 'suggestion', suggests: 'person', typed: 'a rencontré Lav' },
      'what is being typed',
    ],
    [
      {
        type: 4,
        data: {
          name: 'flux',
          options: [
            { name: 'ajouter', type: 1, options: [{ name: 'adresse', type: 3, value: 'x', focused: true }] },
          ],
        },
      },
      undefined,
      'an option without suggestions',
    ],
  ])('reads %j', (payload, expected, _why) => {
    const request = read(payload)
    expect(request === undefined ? undefined : { ...request, from: undefined }).toEqual(expected)
  })

  it.each([
    [
      {
        content: '<@2> qui a vu\n<@8> ?',
        guild_id: '3',
        mentions: [{ id: '8', username: 'd', global_name: 'Dominique' }],
      },
      'qui a vu Dominique ?',
      'other people by their names',
    ],
    [{ content: '<@!2> bonjour', guild_id: '3' }, 'bonjour', 'as older clients write it'],
    [{ content: 'bonjour' }, 'bonjour', 'in private nobody must be called'],
    [{ content: 'bonjour', guild_id: '3' }, undefined, 'said to others'],
    [{ content: '@everyone bonjour', guild_id: '3' }, undefined, 'said to everybody'],
    [{ content: '<@2>', guild_id: '3' }, '', 'called without a word'],
    [
      { content: '<@2> bonjour', guild_id: '3', author: { ...user, bot: true } },
      undefined,
      'said by a machine',
    ],
    [{ content: '<@2> bonjour', guild_id: '3', webhook_id: '9' }, undefined, 'said by a webhook'],
    [{ content: '<@2> bonjour', guild_id: '3', type: 19 }, 'bonjour', 'below another message'],
    [{ content: '<@2> bonjour', guild_id: '3', type: 18 }, undefined, 'the name of a thread that was begun'],
    [{ content: '', type: 6 }, undefined, 'a message was pinned, which nobody said'],
  ])('hears %j', (more, expected, _why) => {
    const message = receivedMessageSchema.parse({ id: '1', channel_id: '4', author: user, ...more })
    expect(wordsForBot(message, '2')).toBe(expected)
  })
})

const namedChannel = (value: string, more: object = {}): ChatRequest | undefined =>
  read({
    ...more,
    ...command({
      name: 'reglages',
      options: [{ name: 'canal', type: 1, options: [{ name: 'canal', type: 7, value }] }],
    }),
  })
const chosenChannels = (values: readonly string[]): ChatRequest | undefined =>
  read({
    type: 5,
    data: {
      custom_id: 'settings~',
      components: [{ component: { type: 8, custom_id: 'canal', values } }],
    },
  })

describe('a channel that somebody names', () => {
  it('is one of the server where it is named, whatever a client claims', () => {
    expect(namedChannel('555')).toMatchObject({ options: { canal: '555' } })
    expect(namedChannel('666')).toMatchObject({ options: { canal: '?' } })
    expect(chosenChannels(['555'])).toMatchObject({ values: { canal: ['555'] } })
    expect(chosenChannels(['666'])).toMatchObject({ values: { canal: ['?'] } })
    expect(chosenChannels([])).toMatchObject({ values: {} })
  })
})

const server = (everybody: bigint, own = 0n) => ({
  id: '3',
  ownerId: '0',
  roles: new Map([
    ['3', everybody],
    ['5', own],
  ]),
})
const rule = (id: string, type: number, allow: bigint, deny: bigint) => ({
  id,
  type,
  allow: `${allow}`,
  deny: `${deny}`,
})

describe('permissions on Discord', () => {
  const all = (1n << 10n) | (1n << 11n) | (1n << 35n) | (1n << 38n) | (1n << 16n)
  const bot = { id: '2', roles: ['5'] }

  it.each([
    [server(all), [], [], 'everybody may'],
    [server(0n, all), [], [], 'our own role may'],
    [server(0n, 8n), [rule('3', 0, 0n, all)], [], 'an administrator may, whatever a channel says'],
    [server(all & ~(1n << 16n)), [], ['Voir les anciens messages'], 'one right is missing'],
    [
      server(all),
      [rule('3', 0, 0n, 1n << 11n)],
      ['Envoyer des messages'],
      'refused to everybody in the channel',
    ],
    [server(all), [rule('3', 0, 0n, 1n << 11n), rule('5', 0, 1n << 11n, 0n)], [], 'and allowed to our role'],
    [
      server(all),
      [rule('5', 0, 1n << 11n, 0n), rule('2', 1, 0n, 1n << 11n)],
      ['Envoyer des messages'],
      'and refused to us',
    ],
    [server(all), [rule('9', 0, 0n, all)], [], 'refused to a role of others'],
  ])('%#: finds what is missing', (roles, overwrites, expected, _why) => {
    expect(missingPermissions(roles, bot, overwrites)).toEqual(expected)
  })

  it('finds all missing where the channel is not seen', () => {
    expect(missingPermissions(server(all), bot, [rule('3', 0, 0n, 1n << 10n)])).toHaveLength(5)
  })
})
