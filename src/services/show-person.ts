// Everything that is known of one person, in pages. Decides nothing about language, and guesses nobody.
import type { Article } from '../core/article.ts'
import type { KnownPerson } from '../core/person.ts'
import type { Found } from '../core/fact.ts'
import { groupMeetings } from '../core/meeting.ts'
import { latestFirst } from '../core/meeting-list.ts'
import type { MessageText } from '../core/message.ts'
import { joinTerms, pagesOf, type PersonFile } from '../core/person-file.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { fold } from '../french/normalise.ts'
import type { Statement } from '../french/statements.ts'
import { PERSON_MISSING, personMessage } from '../locale/fiche.ts'
import type { Storage } from '../ports.ts'
import { type AskedHere, askedHere } from './asked-here.ts'
import { type DeskTools, privately, replacing } from './desk-tools.ts'
import { keepMemo } from './keep-memo.ts'
import { meantPerson } from './meant-person.ts'
import { quotableFor } from './quotable.ts'
import { workspaceOf } from './scope.ts'

/** Tellings of meetings, newest first; statements by the person; articles looked at for what others say. */
const MOST_TOLD = 200
const MOST_STATEMENTS = 10
const LOOKED_THROUGH = 60
const MOST_STORIES = 8

export async function replyWithPerson(
  tools: DeskTools,
  from: ChatContext,
  typed: string | undefined,
): Promise<ChatReply> {
  if (typed === undefined || typed.trim() === '') return privately(PERSON_MISSING)
  const meant = await meantPerson(tools, from, { here: await askedHere(tools, from), typed })
  if ('message' in meant) return privately(meant.message)
  return privately(await personPage(tools, from, meant.person, { page: 0 }))
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
  { storage, feedIds, zone }: AskedHere,
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
    meetings: latestFirst(groupMeetings(await facts.meetingsOf({ names }, MOST_TOLD, feedIds)), zone),
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
