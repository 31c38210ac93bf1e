// Meetings as articles tell them, for the tests of core; written by us. Reads no text.
import type { Article } from '../../src/core/article.ts'
import { DAY, type Instant } from '../../src/core/calendar.ts'
import type { HeldTerm } from '../../src/core/fact.ts'
import type { FoundMeeting } from '../../src/core/meeting.ts'
import type { Participant, ToldMeeting } from '../../src/french/told-meeting.ts'

/** Wednesday 24 August 2016, noon in London. */
export const NOON: Instant = Date.UTC(2016, 7, 24, 12)

export function person(name: string, changes: Partial<Participant> = {}): Participant {
  return { name, kind: 'person', side: 'subject', ...changes }
}

export function group(name: string, changes: Partial<Participant> = {}): Participant {
  return { name, kind: 'group', side: 'object', ...changes }
}

export function article(id: string, changes: Partial<Article> = {}): Article {
  return {
    id,
    feedId: 'vernay',
    publisher: 'Le Courrier de Vernay',
    rubric: 'Monde',
    url: `https://vernay.example/${id}`,
    version: 1,
    title: 'Une rencontre',
    lead: '',
    text: 'Paul Kerbrat a rencontré Anne Postec.',
    publishedAt: NOON,
    firstSeenAt: NOON,
    ...changes,
  }
}

interface Telling extends Partial<Omit<ToldMeeting, 'participants'>> {
  readonly who?: readonly (string | Participant)[]
  readonly id?: string
  /** Days behind NOON on which the article comes out. */
  readonly day?: number
  readonly text?: string
  readonly title?: string
  readonly duplicateOf?: string
}

let count = 0

/** By default Kerbrat met Postec in person; `to` is `from` unless given. */
export function tell(telling: Telling = {}): FoundMeeting {
  const { who = ['Paul Kerbrat', 'Anne Postec'], day = 0, duplicateOf, text, title, ...fact } = telling
  const { id = `a${count++}`, ...changes } = fact
  const own = article(id, {
    publishedAt: NOON + day * DAY,
    ...(text !== undefined && { text }),
    ...(title !== undefined && { title }),
  })
  return {
    storyId: 'histoire',
    ...(duplicateOf !== undefined && { duplicateOf }),
    article: own,
    fact: {
      start: 0,
      end: own.text.length,
      kind: 'encounter',
      status: 'done',
      mode: 'in-person',
      participants: who.map((one) => (typeof one === 'string' ? person(one) : one)),
      confidence: 0.9,
      ...(changes.from !== undefined && { to: changes.from }),
      ...changes,
    },
  }
}

/** Articles say that somebody holds an office, from `first` to `last` in days behind NOON. */
export function term(name: string, officeKey: string, changes: Partial<HeldTerm> = {}): HeldTerm {
  return {
    name,
    officeKey,
    isFormer: false,
    articleCount: 4,
    firstToldAt: NOON,
    lastToldAt: NOON,
    ...changes,
  }
}
