// What /fiche tells of a person: names, offices, meetings, words; who is meant, and who is nobody's business here.
import { beforeEach, describe, expect, it } from 'vitest'
import { act } from '../../src/core/action.ts'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import { type ArticleFacts, FACTS_VERSION } from '../../src/core/fact.ts'
import type { ChatReply } from '../../src/core/request.ts'
import { readOffice } from '../../src/french/offices.ts'
import type { Inbox } from '../../src/ports.ts'
import { createInbox } from '../../src/services/inbox.ts'
import { type Desk, deskFeed, member, openDesk, pressed, words } from './open-desk.ts'
import { expectWellFormed } from './well-formed.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const FEED = deskFeed('Le Courrier')
const HIDDEN = deskFeed('Le Secret', { origin: 'chat' })

let desk: Desk
let inbox: Inbox

const ask = async (personne?: string): Promise<ChatReply> =>
  expectWellFormed(
    await inbox({
      from: member(),
      kind: 'command',
      command: 'fiche',
      action: '',
      options: personne === undefined ? {} : { personne },
    }),
  )
const press = async (reply: ChatReply, label: string): Promise<ChatReply> =>
  expectWellFormed(await inbox({ from: member(), kind: 'press', action: pressed(reply, label) }))

/** The article with these facts, whatever our reader finds in it. */
async function tell(
  text: string,
  facts: (
    spanOf: (words: string) => { readonly start: number; readonly end: number },
  ) => Partial<ArticleFacts>,
  { feed = FEED, publishedAt = NOW - HOUR, names = [] as readonly string[] } = {},
): Promise<void> {
  const id = await desk.keep(feed, { title: `Vernay : ${text.slice(0, 30)}`, text, publishedAt })
  const [article] = await desk.storage.articles.get([id])
  if (article === undefined) throw new Error('the article is gone')
  const spanOf = (wanted: string) => {
    const start = article.text.indexOf(wanted)
    return { start, end: start + wanted.length }
  }
  const read = { people: [], offices: [], meetings: [], statements: [], ...facts(spanOf) }
  await desk.storage.facts.save(article, read, FACTS_VERSION)
  await desk.storage.people.index(id, names)
}

const VASSEUR = 'Odile Vasseur'
const SAID = '« Le pont rouvrira vendredi », a dit la maire Odile Vasseur.'
const ABOUT = 'Paul Kerbrat a jugé que Mme Vasseur « tenait parole ».'

beforeEach(async () => {
  desk = await openDesk({ now: NOW - HOUR, feeds: [FEED, HIDDEN] })
  desk.setNow(NOW)
  inbox = createInbox(desk.tools)
  await tell(
    `Odile Vasseur, maire de Vernay, recevra Paul Kerbrat. ${SAID} ${ABOUT}`,
    (spanOf) => ({
      offices: [
        {
          name: VASSEUR,
          text: 'maire de Vernay',
          key: readOffice('maire de Vernay')?.key ?? '',
          isFormer: false,
          ...spanOf('maire de Vernay'),
        },
      ],
      meetings: [
        {
          ...spanOf('Odile Vasseur, maire de Vernay, recevra Paul Kerbrat.'),
          kind: 'talk',
          status: 'planned',
          mode: 'telephone',
          participants: [
            { name: VASSEUR, kind: 'person', side: 'subject' },
            { name: 'Paul Kerbrat', kind: 'person', side: 'object' },
          ],
          from: '2026-03-20',
          to: '2026-03-20',
          confidence: 0.9,
        },
      ],
      statements: [
        { speaker: VASSEUR, isQuoted: true, ...spanOf(SAID) },
        { speaker: 'Paul Kerbrat', isQuoted: true, ...spanOf(ABOUT) },
      ],
    }),
    { names: [VASSEUR, 'Paul Kerbrat'] },
  )
})

describe('/fiche', () => {
  it('tells names, offices and meetings, then words of the person and of others, then stories', async () => {
    const first = await ask('vasseur')
    expect(words(first)).toMatchInlineSnapshot(`
      "# Odile Vasseur
      Son nom figure dans 1 article.
      ## Fonctions
      - *maire de Vernay*, depuis le mardi 17 mars 2026 au moins — Le Courrier
      ## Rencontres
      - *Paul Kerbrat* : entretien par téléphone prévu vendredi 20 mars — Le Courrier
      Page 1 sur 4
      [Page suivante]"
    `)
    const saidBy = await press(first, 'Page suivante')
    expect(words(saidBy)).toContain(`> ${SAID}`)
    expect(words(saidBy)).not.toContain('tenait parole')
    const saidAbout = await press(saidBy, 'Page suivante')
    expect(words(saidAbout)).toContain('tenait parole')
    const stories = await press(saidAbout, 'Page suivante')
    expect(words(stories)).toContain('Derniers sujets')
    expect(words(await press(stories, 'Page précédente'))).toEqual(words(saidAbout))
  })

  it.each([
    ['Mme Vasseur', 'a civility'],
    ['odile vasseur', 'no capitals'],
    ['VASEUR', 'a typing error'],
    ['la maire de Vernay', 'an office'],
  ])('knows whom %j means', async (typed, _why) => {
    expect(words(await ask(typed))).toContain('# Odile Vasseur')
  })

  it('asks which of several people is meant', async () => {
    await tell('Luc Vasseur est parti.', () => ({}), { names: ['Luc Vasseur'] })
    const asked = await ask('Vasseur')
    expect(words(asked)).toContain('Laquelle ?')
    expect(words(await press(asked, 'Luc Vasseur'))).toContain('# Luc Vasseur')
    expect(words(await ask('Luc Vasseur'))).toContain('# Luc Vasseur')
  })

  it.each([
    ['Zorglub', 'a name that nobody bears'],
    ['"; drop table people_words; --', 'an injection'],
    ['* …', 'only punctuation'],
    ['a'.repeat(4_000), 'more than anybody is called'],
  ])('says that it found nobody: %j', async (typed, _why) => {
    expect(words(await ask(typed))).toContain('Je n’ai trouvé personne')
  })

  it('asks for a name', async () => {
    expect(words(await ask())).toContain('Il manque le nom')
  })

  it('shows nothing that another workspace follows', async () => {
    await tell('Maud Secrète est venue.', () => ({}), { feed: HIDDEN, names: ['Maud Secrète'] })
    expect(words(await ask('Secrète'))).toContain('Je n’ai trouvé personne')
  })

  it('tells an office that is not told any more with its end', async () => {
    desk.setNow(NOW + 200 * DAY)
    expect(words(await ask('vasseur'))).toContain('*maire de Vernay*, le mardi 17 mars 2026 — Le Courrier')
  })

  it('knows no person of a memo that is gone', async () => {
    const reply = await inbox({ from: member(), kind: 'press', action: act('pick-person', 'inconnu', '0') })
    expect(words(reply)).toContain('trop ancien')
  })
})
