// Who met whom, out of a real database: whom a question means, whose articles it may see, what it may quote.
import { beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import { FACTS_VERSION, factsOf, namesToKnow } from '../../src/core/fact.ts'
import type { Feed } from '../../src/core/feed.ts'
import { readQuestion } from '../../src/core/question.ts'
import { answerMeeting } from '../../src/services/answer-meetings.ts'
import { type Desk, deskFeed, openDesk } from './open-desk.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const FEED = deskFeed('Le Courrier')
const HIDDEN = deskFeed('Le Secret', { origin: 'chat' })

let desk: Desk
let count = 0

/** An article with the facts that our reader finds in it. */
async function read(text: string, { feed = FEED, publishedAt = NOW - HOUR } = {}): Promise<void> {
  const id = await desk.keep(feed, { title: `Titre ${++count}`, text, publishedAt })
  const [article] = await desk.storage.articles.get([id])
  if (article === undefined) throw new Error('the article is gone')
  const facts = factsOf(article, 'Europe/Paris')
  await desk.storage.facts.save(article, facts, FACTS_VERSION)
  await desk.storage.people.index(id, namesToKnow(facts))
}

/** Values best first; `? A, B` when it asks which one; undefined for a question of another kind. */
async function ask(
  question: string,
  feeds: readonly Feed[] = [FEED],
  canQuote = true,
): Promise<string | undefined> {
  const { asked } = readQuestion(question, '2026-03-17')
  const answer = await answerMeeting(desk.storage, asked, {
    feedIds: new Set(feeds.map(({ id }) => id)),
    canQuote: () => canQuote,
  })
  if (answer === undefined) return undefined
  switch (answer.kind) {
    case 'found':
      return answer.answers.map(({ text }) => text).join(', ')
    case 'which':
      return `? ${answer.persons.map(({ name }) => name).join(', ')}`
    case 'nothing':
      return ''
    default:
      return answer satisfies never
  }
}

beforeEach(async () => {
  desk = await openDesk({ now: NOW, feeds: [FEED, HIDDEN] })
  await read('La maire de Vernay, Odile Vasseur, a reçu lundi Paul Kerbrat à Nantes.')
  await read('Odile Vasseur a rencontré les syndicats de cheminots.')
  await read('La maire de Vernay a rencontré Luc Morin vendredi.')
  await read('Jean Tavernier a rencontré Eva Bihan. Marie Tavernier a rencontré Marc Delisle.')
  await read('Odile Vasseur a rencontré Sylvie Secrète.', { feed: HIDDEN })
})

describe('who met whom', () => {
  it.each([
    ['qui a rencontré Paul Kerbrat ?', 'Odile Vasseur', 'a name'],
    ['qui a vu kerbrat', 'Odile Vasseur', 'a surname in small letters'],
    ['qui Odile Vasseur a-t-elle reçu ?', 'Paul Kerbrat', 'whom she received'],
    [
      'avec qui la maire de Vernay s’est-elle entretenue ?',
      'Luc Morin, Paul Kerbrat, syndicats de cheminots',
      'an office, named or not',
    ],
    ['qui a rencontré les syndicats de cheminots ?', 'Odile Vasseur', 'a group'],
    ['qui a rencontré Tavernier ?', '? Jean Tavernier, Marie Tavernier', 'two of a name'],
    ['qui a rencontré Jean Tavernier ?', 'Eva Bihan', 'one of them'],
    ['qui a rencontré Zorglub ?', '', 'nobody'],
    ['Odile Vasseur a-t-elle rencontré Paul Kerbrat ?', 'Oui', 'yes'],
    ['Odile Vasseur a-t-elle rencontré Eva Bihan ?', '', 'nothing is told of it'],
    ['où Odile Vasseur a-t-elle rencontré Paul Kerbrat ?', 'Nantes', 'where'],
    ['quand Odile Vasseur a-t-elle rencontré Paul Kerbrat ?', '2026-03-16', 'when'],
    ['qui a rencontré Odile Vasseur à Lille ?', '', 'elsewhere'],
    ['qui est Odile Vasseur ?', undefined, 'another kind'],
  ])('«%s»: %s (%s)', async (question, expected, _why) => {
    const given = await ask(question)
    expect(given?.split(', ').toSorted().join(', ')).toBe(expected)
  })

  it('shows nothing of a feed that is not followed here', async () => {
    expect(await ask('qui a rencontré Sylvie Secrète ?')).toBe('')
    expect(await ask('qui a rencontré Sylvie Secrète ?', [HIDDEN])).toBe('Odile Vasseur')
    expect(await ask('qui a rencontré Paul Kerbrat ?', [HIDDEN])).toBe('')
    expect(await ask('qui a rencontré Paul Kerbrat ?', [])).toBe('')
  })

  it('shows nothing that may not be quoted', async () => {
    expect(await ask('qui a rencontré Paul Kerbrat ?', [FEED], false)).toBe('')
  })

  it('tells what became of a plan', async () => {
    await read('Eva Bihan rencontrera vendredi Marc Delisle à Lille.', { publishedAt: NOW - 3 * DAY })
    await read('La rencontre entre Eva Bihan et Marc Delisle a été annulée.')
    expect(await ask('Eva Bihan a-t-elle rencontré Marc Delisle ?')).toBe('Non')
  })
})
