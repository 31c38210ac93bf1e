// The one door: every kind of request has somebody who answers, and nothing that goes wrong inside gets out.
import { beforeEach, describe, expect, it } from 'vitest'
import { act, ACTIONS, type ActionVerb } from '../../src/core/action.ts'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import { COMMANDS } from '../../src/core/command.ts'
import { ExplainedError } from '../../src/core/failures.ts'
import type { ChatContext, ChatReply, ChatRequest } from '../../src/core/request.ts'
import type { Inbox, Storage } from '../../src/ports.ts'
import { createInbox } from '../../src/services/inbox.ts'
import { currentDigests } from '../../src/services/current.ts'
import { type Desk, deskDigest, deskFeed, member, openDesk, pressed, words } from './open-desk.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const FEED = deskFeed('Le Courrier')

let desk: Desk
let inbox: Inbox

beforeEach(async () => {
  desk = await openDesk({ now: NOW - HOUR, feeds: [FEED] })
  await desk.keep(FEED, {
    title: 'Vernay : le pont rouvre',
    text: 'Le pont de Vernay rouvrira vendredi à 6 heures, a dit la maire Odile Vasseur devant le conseil.',
    publishedAt: NOW - HOUR,
  })
  desk.setNow(NOW)
  inbox = createInbox(desk.tools)
})

type Content = ChatRequest extends infer Request
  ? Request extends ChatRequest
    ? Omit<Request, 'from'>
    : never
  : never

const ask = (content: Content, from: ChatContext = member({ isAdministrator: true })): Promise<ChatReply> =>
  inbox({ from, ...content })

describe('every command', () => {
  const typed = COMMANDS.flatMap(({ name, actions }) =>
    actions.map((action) => ({ command: name, action: action.name })),
  )

  it.each(typed)('/$command $action is answered, bare', async ({ command, action }) => {
    const reply = await ask({ kind: 'command', command, action, options: {} })
    expect(['message', 'form']).toContain(reply.kind)
    expect(desk.said).toEqual([])
  })

  it.each([
    ['qui', { question: 'est la maire de Vernay ?' }, 'Odile Vasseur'],
    ['question', { question: 'pont de Vernay' }, 'Le pont de Vernay rouvrira'],
    ['revue', {}, 'Votre revue'],
    ['aide', {}, '/qui'],
  ] as const)('/%s %j says «%s»', async (command, options, expected) => {
    expect(words(await ask({ kind: 'command', command, action: '', options }))).toContain(expected)
  })
})

describe('every button', () => {
  it.each(Object.keys(ACTIONS).filter((verb): verb is ActionVerb => verb in ACTIONS))(
    '%s of a message that is gone is answered all the same',
    async (verb) => {
      const reply = await ask({ kind: 'press', action: act(verb, 'inconnu', '3') })
      expect(['message', 'replacement', 'form']).toContain(reply.kind)
      expect(desk.said).toEqual([])
    },
  )

  it('turns and shares an answer', async () => {
    const answer = await ask({ kind: 'command', command: 'qui', action: '', options: { question: 'Vernay' } })
    const shared = await ask({ kind: 'press', action: pressed(answer, 'Partager dans le canal') })
    expect(shared).toMatchObject({ kind: 'message', audience: 'channel' })
  })

  it.each([['x'], ['-1'], ['1e9'], ['']])('is not confused by page %j', async (detail) => {
    const answer = await ask({ kind: 'command', command: 'qui', action: '', options: { question: 'Vernay' } })
    const { target } = pressed(answer, 'Partager dans le canal')
    const turned = await ask({ kind: 'press', action: act('turn', target, detail) })
    expect(turned.kind).toBe('replacement')
  })
})

describe('what is said aloud, offered and shown', () => {
  it('answers a mention in the channel', async () => {
    const reply = await ask({ kind: 'mention', text: 'qui est la maire de Vernay ?' })
    expect(reply).toMatchObject({ kind: 'message', audience: 'channel' })
    expect(words(reply)).toContain('Odile Vasseur')
  })

  it('offers people who were named', async () => {
    const reply = await ask({ kind: 'suggestion', suggests: 'person', typed: 'vass' })
    expect(reply.kind === 'suggestions' ? reply.choices.map(({ label }) => label) : []).toEqual([
      'Odile Vasseur',
    ])
  })

  it('shows the page with feeds, digests and one’s own review', async () => {
    const reply = await ask({ kind: 'home' })
    const text = reply.kind === 'home' ? words({ summary: '', blocks: reply.blocks }) : ''
    expect(text).toContain('# Rédaction : votre revue de presse')
    expect(text).toContain('Aucune revue n’est programmée.')
    expect(text).toContain('1 flux suivi : 1 va bien.')
    expect(text).toContain('[Recevoir ma revue]')
  })
})

describe('a workspace', () => {
  const from = member({ workspaceId: 'discord:1', workspaceName: 'Le Cercle', channel: 'discord:5' })

  it('that leaves and comes back finds everything as it was', async () => {
    await ask({ kind: 'joined' }, from)
    const settings = { managers: ['9'], managerRoles: [], zone: 'Europe/Brussels', adminChannel: 'discord:7' }
    const known = await desk.storage.workspaces.get('discord:1')
    if (known === undefined) throw new Error('it was not noted')
    await desk.storage.workspaces.save({ ...known, settings })
    const digest = deskDigest({ name: 'cercle', workspaceId: 'discord:1', channels: ['discord:5'] })
    await desk.storage.digests.save(digest)
    await ask({ kind: 'left' }, { ...from, workspaceName: '' })
    expect(await currentDigests(desk.storage, [])).toEqual([])
    desk.setNow(NOW + DAY)
    await ask({ kind: 'left' }, from)
    expect(await desk.storage.workspaces.get('discord:1')).toMatchObject({ name: 'Le Cercle', leftAt: NOW })
    await ask({ kind: 'joined' }, { ...from, workspaceName: 'Le Cercle des lecteurs' })
    const back = await desk.storage.workspaces.get('discord:1')
    expect(back).toEqual({ id: 'discord:1', name: 'Le Cercle des lecteurs', joinedAt: NOW, settings })
    expect(await currentDigests(desk.storage, [])).toEqual([digest])
  })

  it('that was never known and leaves is none', async () => {
    await ask({ kind: 'left' }, from)
    expect(await desk.storage.workspaces.list()).toEqual([])
  })
})

function failingWith(error: Error): Inbox {
  const failing = new Proxy(desk.storage, {
    get: (storage, name, receiver) => {
      if (name === 'search') throw error
      return Reflect.get(storage, name, receiver)
    },
  })
  return createInbox({ ...desk.tools, storage: failing satisfies Storage })
}

describe('what goes wrong', () => {
  const question: ChatRequest = {
    from: member(),
    kind: 'command',
    command: 'qui',
    action: '',
    options: { question: 'Vernay' },
  }

  it('as foreseen is said to whoever asked', async () => {
    const locked = failingWith(new ExplainedError({ code: 'database-locked', path: 'pressoir.sqlite' }))
    expect(words(await locked(question))).toContain('est occupée par un autre programme')
  })

  it('unforeseen is said in general, and told to the log in detail', async () => {
    const reply = await failingWith(new TypeError('undefined n’est pas une fonction'))(question)
    expect(words(reply)).toContain('Une erreur inattendue')
    expect(words(reply)).not.toContain('fonction')
    expect(desk.said.join('\n')).toContain('Erreur inattendue')
  })
})
