// Everything that is known of one person, in pages. Decides nothing about language, and guesses nobody.
import type { Article } from '../core/article.ts'
import type { KnownPerson } from '../core/person.ts'
import type { Found } from '../core/fact.ts'
import { groupMeetings } from '../core/meeting.ts'
import type { MessageText } from '../core/message.ts'
import { joinTerms, pagesOf, type PersonFile } from '../core/person-file.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { fold } from '../french/normalise.ts'
import type { Statement } from '../french/statements.ts'
import { nobodyNamed, PERSON_MISSING, personMessage, whichPerson } from '../locale/fiche.ts'
import type { Storage } from '../ports.ts'
import { type DeskTools, privately, replacing } from './desk-tools.ts'
import { findPerson } from './find-person.ts'
import { keepMemo } from './keep-memo.ts'
import { quotableFor } from './quotable.ts'
import { workspaceOf } from './scope.ts'
import { type AskedHere, askedHere } from './show-meetings.ts'

/** Tellings of meetings, newest first; statements by the person; articles looked at for what others say. */
const MOST_TOLD = 200
const MOST_STATEMENTS = 10
const LOOKED_THROUGH = 60
const MOST_STORIES = 8

/** Names are cut here: nobody has more. */
const LONGEST_NAME = 100

export async function replyWithPerson(
  tools: DeskTools,
  from: ChatContext,
  typed: string | undefined,
): Promise<ChatReply> {
  const name = (typed ?? '').trim().slice(0, LONGEST_NAME)
  if (name === '') return privately(PERSON_MISSING)
  const here = await askedHere(tools, from)
  const found = await findPerson(here.storage, name, here.feedIds)
  switch (found.kind) {
    case 'nobody':
      return privately(nobodyNamed(name, await here.storage.articles.oldestSeenAt(), here))
    case 'several': {
      const memoId = await keepMemo(tools, from, { kind: 'people', people: found.people })
      return privately(whichPerson(name, found.people, memoId))
    }
    case 'one':
      return privately(await personPage(tools, from, found.person, { page: 0 }))
    default:
      return found satisfies never
  }
}

export async function turnPerson(
  tools: DeskTools,
  from: ChatContext,
  turned: { readonly person: KnownPerson; readonly memoId?: string; readonly page: number },
): Promise<ChatReply> {
  return replacing(await personPage(tools, from, turned.person, turned))
}

async function personPage(
  tools: DeskTools,
  from: ChatContext,
  person: KnownPerson,
  { page: wanted, memoId }: { readonly page: number; readonly memoId?: string },
): Promise<MessageText> {
  const here = await askedHere(tools, from)
  const file = await personFile(
    here,
    person,
    await quotableFor(here.storage, await workspaceOf(here.storage, from)),
  )
  const pages = pagesOf(file)
  const page = Math.min(wanted, pages.length - 1)
  const turning = {
    items: [],
    page,
    pageCount: pages.length,
    total: pages.length,
    memoId: memoId ?? (pages.length === 1 ? '' : await keepMemo(tools, from, { kind: 'person', person })),
  }
  const shown = pages[page] ?? { kind: 'identity' as const, meetings: [] }
  return personMessage(file, shown, turning, here)
}

async function personFile(
  { storage, feedIds }: AskedHere,
  person: KnownPerson,
  isQuotable: (article: Article) => boolean,
): Promise<PersonFile> {
  const { facts } = storage
  const { names } = person
  const articles = await facts.articlesNaming(names, LOOKED_THROUGH, feedIds)
  const saidBy = await facts.statementsOf(names, MOST_STATEMENTS * 2, feedIds)
  return {
    person,
    offices: joinTerms(await facts.officesOf(names, feedIds)),
    meetings: groupMeetings(await facts.meetingsOf({ names }, MOST_TOLD, feedIds)),
    saidBy: onceEach(saidBy.filter(({ article }) => isQuotable(article))).slice(0, MOST_STATEMENTS),
    saidAbout: saidAbout(person, await facts.statementsIn(articles.filter(isQuotable))),
    stories: await latestStories(storage, articles),
  }
}

/** What others say in sentences that name the person. */
function saidAbout(
  { names }: KnownPerson,
  statements: readonly Found<Statement>[],
): readonly Found<Statement>[] {
  const own = new Set(names)
  const surnames = new Set(names.map((name) => fold(name).split(/\s+/u).at(-1) ?? ''))
  const naming = statements.filter(({ fact, article }) => {
    if (own.has(fact.speaker)) return false
    const words = wordsOf({ fact, article }).split(/[^\p{L}\p{N}-]+/u)
    // «… a dit M. Lavrov» names the speaker, who is known by the full name above.
    return (
      words.some((word) => surnames.has(word)) && !surnames.has(fold(fact.speaker).split(/\s+/u).at(-1) ?? '')
    )
  })
  return onceEach(naming).slice(0, MOST_STATEMENTS)
}

/** A dispatch printed by several papers says it once. */
function onceEach(statements: readonly Found<Statement>[]): readonly Found<Statement>[] {
  return [...new Map(statements.toReversed().map((said) => [wordsOf(said), said])).values()].toReversed()
}

const wordsOf = ({ fact, article }: Found<Statement>): string =>
  fold(article.text.slice(fact.start, fact.end))

async function latestStories(
  { articles: store }: Storage,
  articles: readonly Article[],
): Promise<readonly Article[]> {
  const stories = new Map<string, Article>()
  for (const article of articles) {
    if (stories.size === MOST_STORIES) break
    const placement = await store.placementOf(article.id)
    const storyId = placement?.storyId ?? article.id
    if (!stories.has(storyId)) stories.set(storyId, article)
  }
  return [...stories.values()]
}
