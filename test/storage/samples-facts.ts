// French facts for the storage tests, written by us. Reads no text.
import type { Article } from '../../src/core/article.ts'
import type { ArticleFacts } from '../../src/core/fact.ts'
import type { Participant, ToldMeeting } from '../../src/french/told-meeting.ts'
import type { Storage } from '../../src/ports.ts'
import { addArticle } from './samples.ts'

export const BREST = new Set(['brest'])
export const NO_FACTS: ArticleFacts = { people: [], offices: [], meetings: [], statements: [] }

export function person(name: string, changes: Partial<Participant> = {}): Participant {
  return { name, kind: 'person', side: 'subject', ...changes }
}

export function told(participants: readonly Participant[], changes: Partial<ToldMeeting> = {}): ToldMeeting {
  return {
    start: 0,
    end: 25,
    kind: 'encounter',
    status: 'done',
    mode: 'in-person',
    participants,
    confidence: 0.9,
    ...changes,
  }
}

export const group = (name: string): Participant => ({ name, kind: 'group', side: 'object' })

export const idsOf = (found: readonly { readonly article: Article }[]): readonly string[] =>
  found.map(({ article }) => article.id)

export const office = (text: string, key: string, isFormer = false, name = 'Anne Le Goff') => ({
  name,
  text,
  key,
  isFormer,
  start: 3,
  end: 8,
})

export const said = (start: number, isQuoted = false) => ({
  speaker: 'Anne Le Goff',
  isQuoted,
  start,
  end: start + 5,
})

export const GOFF_AND_KERBRAT = told([person('Anne Le Goff'), person('Paul Kerbrat')])

/** Adds an article that tells them, read by a reader of version 1. */
export async function keepFacts(
  storage: Storage,
  id: string,
  facts: Partial<ArticleFacts>,
  changes: Partial<Article> = {},
): Promise<Article> {
  const article = await addArticle(storage, id, changes)
  await storage.facts.save(article, { ...NO_FACTS, ...facts }, 1)
  const names = (facts.people ?? []).map(({ name }) => name)
  await storage.people.index(id, names)
  return article
}
