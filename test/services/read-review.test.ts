// /revue: the digest now, for one person, in pages.
import { beforeEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/core/calendar.ts'
import type { Digest } from '../../src/core/digest.ts'
import type { ChatContext, ChatReply } from '../../src/core/request.ts'
import { findMemo } from '../../src/services/keep-memo.ts'
import { pressStory } from '../../src/services/press-story.ts'
import { replyWithReview, shareReview, turnReview } from '../../src/services/read-review.ts'
import { type Desk, deskDigest, deskFeed, member, messageOf, openDesk, pressed, words } from './open-desk.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const FEED = deskFeed('Le Courrier')
const SUBJECTS = [
  ['Le pont de Vernay rouvre', 'Le pont de Vernay rouvrira vendredi à 6 heures, après dix mois de travaux.'],
  [
    'Une école ferme à Marnes',
    'L’école primaire de Marnes fermera en juillet faute d’élèves, a dit la mairie.',
  ],
  [
    'Feu de forêt à Orpierre',
    'Un feu de forêt a détruit quarante hectares de pins près d’Orpierre, selon les pompiers.',
  ],
  [
    'Grève des bus à Lussac',
    'Les conducteurs de bus de Lussac cesseront le travail mercredi pour leurs salaires.',
  ],
  [
    'Un musée pour Bramont',
    'Le musée de la dentelle ouvrira ses portes à Bramont au printemps prochain, dit la région.',
  ],
] as const

let desk: Desk

async function openWith(digests: readonly Digest[]): Promise<void> {
  desk = await openDesk({ now: NOW - HOUR, feeds: [FEED], digests })
  for (const [index, [title, text]] of SUBJECTS.entries())
    await desk.keep(FEED, { title, text, publishedAt: NOW - HOUR - index * MINUTE })
  desk.setNow(NOW)
}

beforeEach(() => openWith([deskDigest()]))

async function turn(reply: ChatReply, label: string, from: ChatContext = member()): Promise<ChatReply> {
  const { target, detail } = pressed(reply, label)
  const memo = await findMemo(desk.tools, from, target)
  if (memo?.kind !== 'edition') throw new Error('no edition behind the button')
  return label === 'Partager dans le canal'
    ? shareReview(desk.tools, from, memo.edition)
    : turnReview(desk.tools, { edition: memo.edition, memoId: target, page: Number(detail) })
}

describe('/revue', () => {
  it('shows the titles first, then a story a page, with its buttons', async () => {
    const lead = await replyWithReview(desk.tools, member(), undefined)
    expect(lead).toMatchObject({ kind: 'message', audience: 'person' })
    expect(words(lead)).toMatch(/^# La revue du matin\n/)
    expect(SUBJECTS.filter(([title]) => !words(lead).includes(title))).toEqual([])
    expect(words(lead)).toMatch(/\n\[Page suivante\] \[Partager dans le canal\]$/)
    let page = lead
    for (const [index] of SUBJECTS.entries()) {
      page = await turn(page, 'Page suivante')
      expect(words(page).match(/^> /gmu)).toHaveLength(1)
      const isLast = index === SUBJECTS.length - 1
      expect(words(page)).toMatch(
        isLast ? /\n\[Page précédente\]$/ : /\n\[Page précédente\] \[Page suivante\]$/,
      )
    }
  })

  it('proves its sentences like any other', async () => {
    const page = await turn(await replyWithReview(desk.tools, member(), undefined), 'Page suivante')
    const proof = await pressStory(desk.tools, member(), pressed(page, 'D’où vient cette phrase ?'))
    expect(proof === undefined ? '' : words(proof)).toContain('Le Courrier, aujourd’hui à')
  })

  it('tells again what an edition has told, and takes nothing from the next one', async () => {
    await replyWithReview(desk.tools, member(), undefined)
    const again = await replyWithReview(desk.tools, member(), undefined)
    expect(words(again)).toContain('5 sujets')
    expect(await desk.storage.editions.last('matin')).toBeUndefined()
  })

  it('leaves out what this person does not want to see', async () => {
    const page = await turn(await replyWithReview(desk.tools, member(), undefined), 'Page suivante')
    await pressStory(desk.tools, member(), pressed(page, 'Masquer ce sujet'))
    expect(words(await replyWithReview(desk.tools, member(), undefined))).toContain('4 sujets')
    expect(words(await replyWithReview(desk.tools, member({ person: 'U2' }), undefined))).toContain(
      '5 sujets',
    )
  })

  it('is shared as titles, under the name of who shared it', async () => {
    const shared = await turn(
      await replyWithReview(desk.tools, member(), undefined),
      'Partager dans le canal',
    )
    expect(shared).toMatchObject({ kind: 'message', audience: 'channel' })
    expect(words(shared)).toMatch(/\nPartagé par Claire Martin\.$/)
    expect(messageOf(shared).blocks.some(({ kind }) => kind === 'buttons')).toBe(false)
  })
})

describe('which review', () => {
  const own = deskDigest({
    name: 'moi',
    title: 'Mes écoles',
    owner: 'U1',
    workspaceId: 'slack:T1',
    channels: ['slack:@U1'],
    withWords: ['école'],
  })
  const other = deskDigest({
    name: 'eux',
    title: 'Les leurs',
    workspaceId: 'slack:T2',
    channels: ['slack:C9'],
  })

  beforeEach(async () => {
    await desk.storage.digests.save(own)
    await desk.storage.digests.save(other)
  })

  it.each<[Partial<ChatContext>, string | undefined, string, string]>([
    [{}, undefined, '# Mes écoles', 'one’s own first'],
    [{ person: 'U2' }, undefined, '# La revue du matin', 'then that of the channel'],
    [{ person: 'U2', channel: 'slack:C7' }, undefined, '# Votre revue', 'then everything'],
    [{}, 'La revue du matin', '# La revue du matin', 'the one that was named'],
    [{}, 'mes ecoles', '# Mes écoles', 'accents and capitals do not matter'],
    [{ person: 'U2' }, 'Mes écoles', 'Aucune revue ne s’appelle « Mes écoles »', 'nobody else’s own'],
    [{}, 'Les leurs', 'Aucune revue ne s’appelle « Les leurs »', 'nor another workspace’s'],
    [
      { channel: 'discord:5', workspaceId: 'discord:1' },
      'La revue du matin',
      'Aucune revue ne s’appelle',
      'nor one of the file for another platform',
    ],
  ])('for %j asking for %s is «%s»: %s', async (from, wanted, expected, _why) => {
    expect(words(await replyWithReview(desk.tools, member(from), wanted))).toContain(expected)
  })
})
