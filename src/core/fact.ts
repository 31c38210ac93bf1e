// What an article tells that questions ask for: people, offices, meetings, statements. Read once, when it is kept.
import { findMeetings } from '../french/meetings.ts'
import { findOffices, type HeldOffice } from '../french/offices.ts'
import { findPeople } from '../french/people.ts'
import { mergeNames, type PersonInText } from '../french/people-in-text.ts'
import { findStatements, type Statement } from '../french/statements.ts'
import type { ToldMeeting } from '../french/told-meeting.ts'
import type { Article } from './article.ts'
import { dayOf, type Zone } from './calendar.ts'

export interface ArticleFacts {
  readonly people: readonly PersonInText[]
  readonly offices: readonly HeldOffice[]
  readonly meetings: readonly ToldMeeting[]
  readonly statements: readonly Statement[]
}

/** A fact with the version of the article whose offsets it uses. */
export interface Found<Fact> {
  readonly fact: Fact
  readonly article: Article
}

/** `zone` is where the day of publication is told. */
export function factsOf(article: Pick<Article, 'title' | 'text' | 'publishedAt'>, zone: Zone): ArticleFacts {
  const { title, text, publishedAt } = article
  const people = findPeople(text)
  return {
    people: mergeNames(people),
    offices: findOffices(text, people),
    meetings: findMeetings(text, { published: dayOf(publishedAt, zone), title, people }),
    statements: findStatements(text, people),
  }
}
