// What /rencontres lists: this week, later, held, fallen through; of one person, of one period.
import { beforeEach, describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import { FACTS_VERSION } from '../../src/core/fact.ts'
import type { ChatReply } from '../../src/core/request.ts'
import type { ToldMeeting } from '../../src/french/told-meeting.ts'
import type { Inbox } from '../../src/ports.ts'
import { createInbox } from '../../src/services/inbox.ts'
import { type Desk, deskFeed, member, openDesk, pressed, words } from './open-desk.ts'
import { expectWellFormed } from './well-formed.ts'

/** A Tuesday. */
const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const FEED = deskFeed('Le Courrier')

let desk: Desk
let inbox: Inbox

const ask = async (options: Readonly<Record<string, string>> = {}): Promise<ChatReply> =>
  expectWellFormed(
    await inbox({ from: member(), kind: 'command', command: 'rencontres', action: '', options }),
  )

let count = 0
async function tell(names: readonly string[], changes: Partial<ToldMeeting>): Promise<void> {
  const text = `Article ${++count}. ${names.join(' et ')} se voient.`
  const id = await desk.keep(FEED, {
    title: `Titre ${count} ${names.join(' ')}`,
    text,
    publishedAt: NOW - HOUR,
  })
  const [article] = await desk.storage.articles.get([id])
  if (article === undefined) throw new Error('the article is gone')
  const meeting: ToldMeeting = {
    start: 0,
    end: 10,
    kind: 'encounter',
    status: 'done',
    mode: 'in-person',
    participants: names.map((name) => ({ name, kind: 'person', side: 'subject' })),
    confidence: 0.9,
    ...(changes.from !== undefined && { to: changes.from }),
    ...changes,
  }
  const facts = { people: [], offices: [], meetings: [meeting], statements: [] }
  await desk.storage.facts.save(article, facts, FACTS_VERSION)
  await desk.storage.people.index(id, names)
}

beforeEach(async () => {
  desk = await openDesk({ now: NOW - HOUR, feeds: [FEED] })
  desk.setNow(NOW)
  inbox = createInbox(desk.tools)
})

describe('/rencontres', () => {
  it('lists what is to come, what was held and what fell through', async () => {
    await tell(['Odile Vasseur', 'Paul Kerbrat'], { status: 'planned', from: '2026-03-20', place: 'Nantes' })
    await tell(['Odile Vasseur', 'Luc Morin'], {
      status: 'possible',
      kind: 'visit',
      from: '2026-03-25',
      to: '2026-03-27',
    })
    await tell(['Paul Kerbrat', 'Luc Morin'], { mode: 'telephone', kind: 'talk', from: '2026-03-16' })
    await tell(['Anne Postec', 'Luc Morin'], { status: 'cancelled', kind: 'summit' })
    await tell(['Anne Postec', 'Eva Bihan'], { from: '2025-03-16' })
    await tell(['Anne Postec', 'Eva Bihan'], {})
    expect(words(await ask())).toMatchInlineSnapshot(`
      "## Les rencontres
      ## Cette semaine
      - *Odile Vasseur et Paul Kerbrat* : rencontre prévue vendredi 20 mars à Nantes — Le Courrier
      ## Plus tard
      - *Odile Vasseur et Luc Morin* : visite possible du 25 au 27 mars — Le Courrier
      ## Tenues
      - *Paul Kerbrat et Luc Morin* : entretien par téléphone, hier — Le Courrier
      ## Annulées, reportées, refusées
      - *Anne Postec et Luc Morin* : sommet annulé — Le Courrier
      [Voir en image]"
    `)
  })

  it('tells those of one person, and of one period', async () => {
    await tell(['Odile Vasseur', 'Paul Kerbrat'], { from: '2026-03-16' })
    await tell(['Anne Postec', 'Luc Morin'], { from: '2026-02-10' })
    await tell(['Odile Vasseur', 'Luc Morin'], { from: '2026-02-11' })
    const own = words(await ask({ personne: 'vasseur' }))
    expect(own).toContain('Les rencontres d’Odile Vasseur')
    expect(own).toContain('*Paul Kerbrat* : rencontre, hier')
    expect(own).toContain('*Luc Morin* : rencontre, mercredi 11 février')
    expect(own).not.toContain('Postec')
    const february = words(await ask({ periode: 'en février' }))
    expect(february).toContain('*Anne Postec et Luc Morin* : rencontre, mardi 10 février')
    expect(february).toContain('Les rencontres, en février')
    const both = words(await ask({ personne: 'Vasseur', periode: 'en février' }))
    expect(both).toContain('*Luc Morin*')
    expect(both).not.toContain('Postec')
  })

  it.each([
    [{}, 'Je n’ai trouvé aucune rencontre'],
    [{ periode: 'en août 2016' }, 'Je n’ai trouvé aucune rencontre en août 2016'],
    [{ periode: 'bientôt peut-être' }, 'Je ne comprends pas cette période'],
    [{ personne: 'Zorglub' }, 'Je n’ai trouvé personne'],
  ])('says honestly what it does not know: %j', async (options, expected) => {
    await desk.keep(FEED, { title: 'Un titre', text: 'Il pleut.', publishedAt: NOW - HOUR })
    expect(words(await ask(options))).toContain(expected)
  })

  it('draws who met whom, and says it in words', async () => {
    await tell(['Odile Vasseur', 'Paul Kerbrat'], { from: '2026-03-16' })
    await tell(['Odile Vasseur', 'Luc Morin'], { status: 'planned', from: '2026-03-20' })
    const listed = await ask()
    const drawn = expectWellFormed(
      await inbox({ from: member(), kind: 'press', action: pressed(listed, 'Voir en image') }),
    )
    expect(words(drawn)).toContain('Rencontres tenues : Odile Vasseur avec Paul Kerbrat.')
    expect(words(drawn)).toContain('Rencontres prévues ou possibles : Odile Vasseur avec Luc Morin.')
    const [picture] =
      drawn.kind === 'message' ? drawn.message.blocks.filter((block) => block.kind === 'picture') : []
    expect(Buffer.from(picture?.png ?? []).toString('latin1', 1, 4)).toBe('PNG')
  })

  it('says that there is nobody to draw', async () => {
    await tell(['Odile Vasseur'], { from: '2026-03-16' })
    const listed = await ask()
    const drawn = await inbox({ from: member(), kind: 'press', action: pressed(listed, 'Voir en image') })
    expect(words(expectWellFormed(drawn))).toContain('Je n’ai pas de quoi dessiner')
  })

  it('turns pages', async () => {
    for (let at = 0; at < 12; at++)
      await tell([`Anne Postec`, `Luc Morin${'abcdefghijkl'.charAt(at)}`], { from: '2026-03-16' })
    const first = await ask()
    expect(words(first)).toContain('Page 1 sur 2')
    const [block] = first.kind === 'message' ? first.message.blocks.slice(-1) : []
    const next = block?.kind === 'buttons' ? block.buttons[0] : undefined
    if (next === undefined) throw new Error('no button')
    const second = await inbox({ from: member(), kind: 'press', action: next.action })
    expect(words(expectWellFormed(second))).toContain('Page 2 sur 2')
  })
})

describe('whose meetings', () => {
  it('is asked when several people bear the name', async () => {
    await tell(['Odile Vasseur', 'Paul Kerbrat'], { from: '2026-03-16' })
    await tell(['Luc Vasseur', 'Anne Postec'], { from: '2026-03-15' })
    const asked = await ask({ personne: 'Vasseur' })
    expect(words(asked)).toContain('Laquelle ?')
    const picked = await inbox({ from: member(), kind: 'press', action: pressed(asked, 'Luc Vasseur') })
    expect(words(expectWellFormed(picked))).toContain('*Anne Postec*')
    expect(words(picked)).not.toContain('Kerbrat')
  })

  it('all are told, however old and without a day, when no period is asked for', async () => {
    await tell(['Odile Vasseur', 'Paul Kerbrat'], { from: '2021-05-04' })
    await tell(['Odile Vasseur', 'Luc Morin'], {})
    const told = words(await ask({ personne: 'Odile Vasseur' }))
    expect(told).toContain('*Paul Kerbrat* : rencontre, mardi 4 mai 2021')
    expect(told).toContain('*Luc Morin* : rencontre —')
  })

  it('leaves a meeting of a whole year out of a week, and in its year', async () => {
    await tell(['Odile Vasseur', 'Paul Kerbrat'], { from: '2026-01-01', to: '2026-12-31' })
    expect(words(await ask())).toContain('Je n’ai trouvé aucune rencontre')
    expect(words(await ask({ periode: 'en 2026' }))).toContain('*Odile Vasseur et Paul Kerbrat*')
  })
})
