// Questions in the chat: pages, sharing, and nothing of another workspace.
import { beforeEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/core/calendar.ts'
import type { ChatContext, ChatReply } from '../../src/core/request.ts'
import {
  questionOf,
  replyToMention,
  replyToQuestion,
  shareAnswer,
  turnAnswer,
} from '../../src/services/answer-question.ts'
import { findMemo } from '../../src/services/keep-memo.ts'
import { type Desk, deskFeed, member, messageOf, openDesk, pressed, words } from './open-desk.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const DECLARED = deskFeed('Le Courrier')
const OURS = deskFeed('La Vigie', { origin: 'chat' })
const THEIRS = deskFeed('La Dépêche', { origin: 'chat' })
const TOWNS = ['Vernay', 'Marnes', 'Orpierre', 'Lussac', 'Bramont', 'Cazals', 'Delme', 'Erquy']

let desk: Desk

beforeEach(async () => {
  desk = await openDesk({ now: NOW - HOUR, feeds: [DECLARED] })
  for (const [workspaceId, { id, url, title, publisher }] of [
    ['slack:T1', OURS],
    ['slack:T2', THEIRS],
  ] as const) {
    const added = { addedBy: 'U1', addedByName: 'Claire Martin', addedAt: NOW }
    await desk.storage.followings.save(
      { workspaceId, feedId: id, url, title, publisher, rubric: '', ...added },
      NOW,
    )
  }
  for (const [index, town] of TOWNS.entries()) {
    await desk.keep(DECLARED, {
      title: `Le ministre à ${town}`,
      text: `Le ministre Armand Delcourt a rencontré les maires du canton de ${town} pour parler des écoles.`,
      publishedAt: NOW - index * MINUTE,
    })
  }
  await desk.keep(OURS, {
    title: 'Une visite',
    text: 'La préfète a reçu Armand Delcourt à la sous-préfecture, où il a visité les archives départementales.',
    publishedAt: NOW,
  })
  await desk.keep(THEIRS, {
    title: 'Un secret',
    text: 'Armand Delcourt a déjeuné avec le directeur de la banque régionale, selon nos informations.',
    publishedAt: NOW,
  })
  desk.setNow(NOW)
})

const ask = (text: string, from: ChatContext = member()): Promise<ChatReply> =>
  replyToQuestion(desk.tools, from, text)

async function turn(reply: ChatReply, label: string, from: ChatContext = member()): Promise<ChatReply> {
  const { target, detail } = pressed(reply, label)
  const memo = await findMemo(desk.tools, from, target)
  if (memo?.kind !== 'question') throw new Error('no question behind the button')
  const asked = { ...memo, memoId: target, page: Number(detail) }
  return label === 'Partager dans le canal'
    ? shareAnswer(desk.tools, from, asked)
    : turnAnswer(desk.tools, from, asked)
}

describe('the words of a command', () => {
  it.each([
    ['qui', 'a rencontré Lavrov ?', 'Qui a rencontré Lavrov ?'],
    ['ou', 'se tient le sommet', 'Où se tient le sommet'],
    ['combien', ' de logements ? ', 'Combien de logements ?'],
    ['question', 'que s’est-il passé à Vernay ?', 'que s’est-il passé à Vernay ?'],
    ['qui', '   ', ''],
  ] as const)('/%s %s asks «%s»', (command, typed, expected) => {
    expect(questionOf(command, typed)).toBe(expected)
  })
})

/** Every page of the answer. */
const all = async (from: ChatContext): Promise<string> => {
  const first = await ask('Armand Delcourt', from)
  return `${words(first)}\n${words(await turn(first, 'Page suivante', from))}`
}

describe('an answer', () => {
  it('is private, five sentences a page, and can be turned both ways', async () => {
    const first = await ask('Qui a rencontré Armand Delcourt ?')
    expect(first).toMatchObject({ kind: 'message', audience: 'person' })
    expect(words(first).match(/^> /gmu)).toHaveLength(5)
    expect(words(first)).toMatch(/\n\[Page suivante\] \[Partager dans le canal\]$/)
    const second = await turn(first, 'Page suivante')
    expect(second.kind).toBe('replacement')
    expect(words(second)).toMatch(/\n\[Page précédente\] \[Partager dans le canal\]$/)
    expect(words(await turn(second, 'Page précédente'))).toBe(words(first))
    const both = `${words(first)}\n${words(second)}`
    expect(TOWNS.filter((town) => !both.includes(town))).toEqual([])
  })

  it('has what this workspace follows and what the file declares, and nothing of another', async () => {
    const ours = await all(member())
    expect([ours.includes('La Vigie'), ours.includes('Le Courrier'), ours.includes('banque')]).toEqual([
      true,
      true,
      false,
    ])
    const theirs = await all(member({ workspaceId: 'slack:T2' }))
    expect([theirs.includes('La Vigie'), theirs.includes('banque')]).toEqual([false, true])
    const strangers = await all(member({ workspaceId: 'discord:@9', channel: 'discord:@9', person: '9' }))
    expect([strangers.includes('La Vigie'), strangers.includes('banque')]).toEqual([false, false])
  })

  it('counts in private for the workspace where one has a digest of one’s own', async () => {
    const { deskDigest } = await import('./open-desk.ts')
    const own = deskDigest({ name: 'moi', owner: '9', workspaceId: 'discord:1', channels: ['discord:@9'] })
    await desk.storage.digests.save(own)
    const { id: feedId, url, title, publisher } = OURS
    const added = { addedBy: '9', addedByName: 'Claire', addedAt: NOW, rubric: '' }
    await desk.storage.followings.save(
      { workspaceId: 'discord:1', feedId, url, title, publisher, ...added },
      NOW,
    )
    const from = member({ workspaceId: 'discord:@9', channel: 'discord:@9', person: '9' })
    expect(words(await ask('préfète', from))).toContain('La Vigie')
    expect(words(await ask('préfète', { ...from, person: '8' }))).not.toContain('La Vigie')
  })

  it('says plainly that nothing was found, and offers nothing to share', async () => {
    const reply = await ask('Qui a rencontré le pape ?')
    expect(words(reply)).toMatch(/Je n’ai rien trouvé.*Essayez avec d’autres mots/u)
    expect(messageOf(reply).blocks.some(({ kind }) => kind === 'buttons')).toBe(false)
  })

  it('asks for the question where there is none', async () => {
    expect(words(await ask(''))).toContain('Il manque la question')
  })

  it('is shared under the name of who shared it, with nothing to press', async () => {
    const shared = await turn(await ask('Qui a rencontré Armand Delcourt ?'), 'Partager dans le canal')
    expect(shared).toMatchObject({ kind: 'message', audience: 'channel' })
    expect(words(shared)).toMatch(/\nPartagé par Claire Martin\.$/)
    expect(messageOf(shared).blocks.some(({ kind }) => kind === 'buttons')).toBe(false)
  })

  it.each([
    [{ person: 'U2' }, 'another person'],
    [{ workspaceId: 'slack:T2' }, 'another workspace'],
  ])('is turned by nobody but who asked: not %j, %s', async (more, _why) => {
    const reply = await ask('Qui a rencontré Armand Delcourt ?')
    const { target } = pressed(reply, 'Page suivante')
    expect(await findMemo(desk.tools, member(more), target)).toBeUndefined()
  })
})

describe('a question said aloud', () => {
  it('is answered aloud, and its further pages to whoever presses', async () => {
    const reply = await replyToMention(desk.tools, member(), 'qui a rencontré Armand Delcourt ?')
    expect(reply).toMatchObject({ kind: 'message', audience: 'channel' })
    const other = member({ person: 'U2' })
    const more = await turn(reply, 'Page suivante', other)
    expect(more).toMatchObject({ kind: 'message', audience: 'person' })
    expect((await turn(more, 'Page précédente', other)).kind).toBe('replacement')
  })

  it('without a word is answered by how to ask', async () => {
    const reply = await replyToMention(desk.tools, member(), '  ')
    expect(words(reply)).toContain('Posez-moi une question')
  })
})

describe('a publisher that is not quoted', () => {
  it('answers no question where it is switched off, and every one elsewhere', async () => {
    await desk.storage.feeds.save([{ ...DECLARED, isQuoted: false }], NOW)
    const question = 'Qui a rencontré Armand Delcourt ?'
    expect(words(await ask(question))).not.toContain('les maires du canton')
    expect(words(await ask('Qui a reçu Armand Delcourt ?'))).toContain('La préfète a reçu Armand Delcourt')
    await desk.storage.feeds.save([DECLARED], NOW)
    expect(words(await ask(question))).toContain('les maires du canton')
  })
})
