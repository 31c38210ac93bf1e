// What each workspace may use: where it ends, what is said then, and when it goes on.
import { afterEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/core/calendar.ts'
import type { Digest } from '../../src/core/digest.ts'
import type { Following } from '../../src/core/following.ts'
import { DEFAULT_QUOTAS, isQuestion, type Quotas } from '../../src/core/quota.ts'
import type { ChatContext, ChatRequest } from '../../src/core/request.ts'
import { SILENT_METER } from '../../src/meter.ts'
import { createInbox } from '../../src/services/inbox.ts'
import { makeDue, publishNow, type PublishTools } from '../../src/services/publish.ts'
import { manager, member, NOON_BEFORE, textOf } from './desk-scene.ts'
import {
  openDesk as openPlainDesk,
  type Desk as PlainDesk,
  deskDigest,
  deskFeed,
  words,
} from './open-desk.ts'
import { openFeedDesk } from './feed-desk.ts'

const NOW = Date.parse('2026-03-17T08:00:23+01:00')
const FEW: Quotas = { feeds: 1, questionsAMinute: 2, editionsADay: 2 }

let close: () => Promise<void> = async () => undefined
afterEach(() => close())

async function openAsking(quotas?: Quotas) {
  const desk = await openPlainDesk({ now: NOW, feeds: [deskFeed('Le Courrier')] })
  close = () => desk.storage.close()
  const inbox = createInbox({ ...desk.tools, quotas })
  const ask = async (from: ChatContext = member()): Promise<string> =>
    words(
      await inbox({
        from,
        kind: 'command',
        command: 'qui',
        action: '',
        options: { question: 'a dit cela ?' },
      }),
    )
  return { desk, ask, inbox }
}

describe('questions', () => {
  it('are answered up to the limit of the minute, then a sentence says when they will be', async () => {
    const { desk, ask } = await openAsking(FEW)
    const told = [await ask(), await ask(member({ person: 'U9' })), await ask()]
    expect(told.map((text) => text.includes('limite'))).toEqual([false, false, true])
    expect(told[2]).toBe(
      'Votre espace a posé 2 questions en une minute : c’est sa limite. Réessayez dans 37 secondes.',
    )
    desk.setNow(NOW + 36_000)
    expect(await ask()).toContain('Réessayez dans 1 seconde.')
    desk.setNow(NOW + 37_000)
    expect(await ask()).not.toContain('limite')
  })

  it('of one workspace leave those of another alone, and so does somebody in private', async () => {
    const { ask } = await openAsking(FEW)
    for (let asked = 0; asked < 3; asked++) await ask()
    expect(await ask(member({ workspaceId: 'slack:T1', channel: 'slack:C1' }))).not.toContain('limite')
    expect(await ask(member({ workspaceId: 'discord:@U2', channel: 'discord:@U2' }))).not.toContain('limite')
    expect(await ask()).toContain('limite')
  })

  it('of the terminal have no limit: it is its operator’s', async () => {
    const { ask } = await openAsking(FEW)
    const from = member({ workspaceId: 'console:ici', channel: 'console:terminal' })
    const told = [await ask(from), await ask(from), await ask(from), await ask(from)]
    expect(told.join(' ')).not.toContain('limite')
  })

  it('may be sixty a minute where nothing else is said', async () => {
    const { ask } = await openAsking()
    for (let asked = 0; asked < DEFAULT_QUOTAS.questionsAMinute; asked++)
      expect(await ask()).not.toContain('limite')
    expect(await ask()).toContain('60 questions')
  })

  type Content = ChatRequest extends infer Request
    ? Request extends ChatRequest
      ? Omit<Request, 'from'>
      : never
    : never

  it.each<[Content, boolean, string]>([
    [{ kind: 'command', command: 'quand', action: '', options: {} }, true, 'a question'],
    [{ kind: 'command', command: 'fiche', action: '', options: {} }, true, 'looks through all articles'],
    [{ kind: 'command', command: 'rencontres', action: '', options: {} }, true, 'looks through all articles'],
    [{ kind: 'command', command: 'revue', action: '', options: {} }, true, 'composes an edition'],
    [
      { kind: 'command', command: 'flux', action: 'lister', options: {} },
      false,
      'whoever manages is not kept out',
    ],
    [{ kind: 'command', command: 'aide', action: '', options: {} }, false, 'words that stand ready'],
    [{ kind: 'mention', text: 'qui ?' }, true, 'a question'],
    [{ kind: 'mention', text: '  ' }, false, 'nothing asked'],
    [{ kind: 'submission', form: 'question', target: '', values: {} }, true, 'a question'],
    [{ kind: 'submission', form: 'add-feed', target: '', values: {} }, false, 'managing'],
    [{ kind: 'suggestion', suggests: 'feed', typed: 'a' }, false, 'at each letter'],
    [{ kind: 'home' }, false, 'a page'],
    [{ kind: 'joined' }, false, 'nobody asks'],
  ])('%j counts: %s (%s)', (content, expected, _why) => {
    expect(isQuestion({ from: member(), ...content })).toBe(expected)
  })
})

const FULL =
  'Votre espace peut suivre 1 flux, et il en suit 1. Retirez-en avec /flux retirer pour en ajouter.'

const OTHER: Following = {
  workspaceId: 'discord:100',
  feedId: 'autre',
  url: 'https://autre.example/',
  title: 'Autre',
  publisher: 'Autre',
  rubric: '',
  addedBy: 'U1',
  addedByName: 'Awa Diop',
  addedAt: NOW,
}

describe('feeds', () => {
  it('are followed up to the limit; then a sentence says what to do, and nothing is changed', async () => {
    const desk = await openFeedDesk()
    close = () => desk.close()
    Object.assign(desk.tools, { quotas: FEW })
    const pack = textOf(await desk.type(manager(), '/flux importer pack: Suisse'))
    expect(pack).toMatch(
      /^Votre espace peut suivre 1 flux, et il en suit 0\. Cette liste en apporterait \d+\. Prenez une liste plus courte, ou retirez des flux avec \/flux retirer\.$/u,
    )
    const first = await desk.settle(manager(), '/flux ajouter http://lephare.example/flux.xml')
    expect(textOf(first)).not.toContain('peut suivre')
    expect(await desk.tools.storage.followings.of('discord:100')).toHaveLength(1)
    desk.setNow(NOON_BEFORE + MINUTE)
    const removed = await desk.settle(manager(), '/flux retirer Essai')
    await desk.tools.storage.followings.save(OTHER, NOW)
    expect(textOf(await desk.press(manager(), removed, 'Annuler ce changement'))).toBe(FULL)
    await desk.tools.storage.followings.remove('discord:100', OTHER.feedId)
    await desk.press(manager(), removed, 'Annuler ce changement')
    expect(await desk.tools.storage.followings.of('discord:100')).toMatchObject([{ title: 'Essai' }])
  })

  it('that were proposed while there was room are not followed when there is none any more', async () => {
    const desk = await openFeedDesk()
    close = () => desk.close()
    const proposal = await desk.type(manager(), '/flux ajouter http://lephare.example/flux.xml')
    await desk.tools.storage.followings.save(OTHER, NOW)
    Object.assign(desk.tools, { quotas: FEW })
    expect(textOf(await desk.press(manager(), proposal, 'Confirmer'))).toBe(FULL)
    expect(await desk.tools.storage.followings.of('discord:100')).toHaveLength(1)
    await desk.settle(manager(), '/flux retirer Autre')
    const confirmed = await desk.press(manager(), proposal, 'Confirmer')
    expect(confirmed.kind).toBe('replacement')
    expect(await desk.tools.storage.followings.of('discord:100')).toHaveLength(1)
  })
})

const digestOf = (name: string, workspaceId?: string): Digest => ({
  ...deskDigest({ name }),
  title: `La revue ${name}`,
  schedule: { days: [0, 1, 2, 3, 4, 5, 6], hours: ['09:00'], zone: 'Europe/Paris' },
  channels: [`slack:C${name}`],
  ...(workspaceId === undefined ? {} : { workspaceId }),
})

describe('editions', () => {
  const SLOT = Date.parse('2026-03-17T09:00:00+01:00')

  async function openPublishing(): Promise<{ desk: PlainDesk; tools: PublishTools }> {
    const desk = await openPlainDesk({ now: SLOT - HOUR, feeds: [deskFeed('Le Courrier')] })
    close = () => desk.storage.close()
    const { clock, log } = desk.tools
    return {
      desk,
      tools: {
        storage: desk.storage,
        platforms: new Map(),
        writeArchive: async () => undefined,
        clock,
        log,
        meter: SILENT_METER,
        signal: new AbortController().signal,
        quotas: FEW,
      },
    }
  }

  it('appear up to the limit of the day; the readers of the others are told once, and read when they go on', async () => {
    const { desk, tools } = await openPublishing()
    const digests = [
      ...['a', 'b', 'c'].map((name) => digestOf(name, 'slack:T1')),
      digestOf('d', 'slack:T2'),
      digestOf('fichier'),
    ]
    await makeDue(tools, digests)
    desk.setNow(SLOT + MINUTE)
    const made = await makeDue(tools, digests)
    expect(made.map(({ digestName }) => digestName).toSorted()).toEqual(['a', 'b', 'd', 'fichier'])
    expect(await makeDue(tools, digests)).toEqual([])
    const told = await desk.storage.notices.open(SLOT + HOUR)
    expect(
      told.map(({ channel, message }) => [channel, words({ kind: 'message', audience: 'person', message })]),
    ).toEqual([
      [
        'slack:Cc',
        '« La revue c » ne paraît pas aujourd’hui à 9 h : votre espace a eu 2 éditions dans la journée, et c’est sa limite. Les éditions reprendront demain.',
      ],
    ])
    desk.setNow(SLOT + DAY)
    const next = await makeDue(tools, digests)
    expect(next.map(({ digestName }) => digestName).toSorted()).toEqual(['a', 'b', 'd', 'fichier'])
  })

  it('that another process made first are not counted twice', async () => {
    const { desk, tools } = await openPublishing()
    const digests = ['a', 'b', 'c'].map((name) => digestOf(name, 'slack:T1'))
    await makeDue(tools, digests)
    desk.setNow(SLOT)
    await desk.storage.editions.create(
      { ...(await anEdition(tools, digests)), id: `b@${new Date(SLOT).toISOString()}`, digestName: 'b' },
      [],
    )
    const made = await makeDue(tools, digests)
    expect(made.map(({ digestName }) => digestName).toSorted()).toEqual(['a', 'c'])
  })

  async function anEdition(tools: PublishTools, [digest]: readonly Digest[]) {
    if (digest === undefined) throw new Error('no digest')
    const edition = await publishNow(tools, { ...digest, name: 'modele', channels: [] })
    if (edition === undefined) throw new Error('no edition')
    return { ...edition, slotAt: SLOT }
  }

  it('that somebody asks for on the command line have no limit', async () => {
    const { desk, tools } = await openPublishing()
    for (let time = 0; time < 4; time++) {
      desk.setNow(SLOT + time * MINUTE)
      expect(await publishNow(tools, digestOf('a', 'slack:T1'))).toBeDefined()
    }
  })
})
