// What the services behind the chat work with, over a real database in memory, with articles that tests bring.
import type { Alert } from '../../src/core/alert.ts'
import { feedId } from '../../src/core/article-identity.ts'
import type { Instant } from '../../src/core/calendar.ts'
import type { Digest } from '../../src/core/digest.ts'
import type { Feed } from '../../src/core/feed.ts'
import type { Block, MessageText, Span } from '../../src/core/message.ts'
import type { ChatContext, ChatReply } from '../../src/core/request.ts'
import { createStoryShelf } from '../../src/core/story-shelf.ts'
import { outlines } from '../../src/outlines.ts'
import { drawPng } from '../../src/pictures/draw.ts'
import type { Happening } from '../../src/meter.ts'
import type { FeedReader, Storage } from '../../src/ports.ts'
import type { DeskTools } from '../../src/services/desk-tools.ts'
import { keepArticles } from '../../src/services/keep-articles.ts'
import { sceneDatabase } from '../storage/scene-database.ts'
import { openStorage } from '../../src/storage/open.ts'

export interface Desk {
  readonly tools: DeskTools
  readonly storage: Storage
  readonly said: readonly string[]
  /** What was counted, in order. */
  readonly counted: readonly Happening[]
  setNow(now: Instant): void
  /** The article as if its feed had just brought it. */
  keep(feed: Feed, article: TestArticle): Promise<string>
}

interface TestArticle {
  readonly title: string
  readonly text: string
  readonly publishedAt: Instant
}

export interface DeskOptions {
  readonly now: Instant
  readonly feeds?: readonly Feed[]
  readonly digests?: readonly Digest[]
  readonly alerts?: readonly Alert[]
  readonly reader?: FeedReader
}

export async function openDesk(options: DeskOptions): Promise<Desk> {
  let now = options.now
  const clock = { now: () => now }
  const storage = await openStorage(await sceneDatabase(':memory:'), clock)
  const feeds = options.feeds ?? []
  await storage.feeds.save(feeds, now)
  const shelf = createStoryShelf()
  const said: string[] = []
  const counted: Happening[] = []
  const say = (line: string): void => void said.push(line)
  return {
    storage,
    said,
    counted,
    tools: {
      storage,
      reader: options.reader ?? noReader,
      outlines,
      clock,
      log: { debug: () => undefined, info: say, warn: say, error: say },
      meter: (happened) => void counted.push(happened),
      draw: drawPng,
      declared: { feeds, digests: options.digests ?? [], alerts: options.alerts ?? [] },
    },
    setNow: (given) => {
      now = given
    },
    keep: async (feed, { title, text, publishedAt }) => {
      const url = `https://${feed.id}.example/${encodeURIComponent(title)}`
      const { added } = await storage.inTransaction((inner) =>
        keepArticles(
          inner,
          shelf,
          [
            {
              keys: [`url:${url}`],
              feedId: feed.id,
              publisher: feed.publisher,
              rubric: feed.rubric,
              url,
              title,
              lead: '',
              body: text,
              publishedAt,
            },
          ],
          { now },
        ),
      )
      const [article] = added
      if (article === undefined) throw new Error(`« ${title} » was known already`)
      return article.id
    },
  }
}

const unasked = (): never => {
  throw new Error('this test reads no feed')
}
const noReader: FeedReader = {
  readFeed: unasked,
  readPage: unasked,
  discover: unasked,
  readOutline: unasked,
  close: () => Promise.resolve(),
}

export function deskFeed(name: string, more: Partial<Feed> = {}): Feed {
  const url = `https://${name.toLowerCase().replaceAll(/[^a-z]/g, '')}.example/flux.xml`
  return { id: feedId(url), url, title: name, publisher: name, rubric: '', origin: 'file', ...more }
}

export function member(more: Partial<ChatContext> = {}): ChatContext {
  return {
    workspaceId: 'slack:T1',
    workspaceName: 'Rédaction',
    channel: 'slack:C1',
    person: 'U1',
    personName: 'Claire Martin',
    isAdministrator: false,
    roles: [],
    ...more,
  }
}

export function messageOf(reply: ChatReply): MessageText {
  if (reply.kind !== 'message' && reply.kind !== 'replacement') throw new Error(`no message: ${reply.kind}`)
  return reply.message
}

/** What a reader sees, a line a block, blanks as they are typed on a keyboard. */
export function words(reply: ChatReply | MessageText): string {
  const { blocks } = 'kind' in reply ? messageOf(reply) : reply
  return blocks
    .map(wordsOf)
    .join('\n')
    .replaceAll(/[\u00A0\u202F]/gu, ' ')
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text}`
    case 'paragraph':
    case 'context':
      return told(block.spans)
    case 'quote':
      return `> ${block.sentences.join(' ')} (${told(block.source)})`
    case 'list':
      return block.items.map((item) => `- ${told(item)}`).join('\n')
    case 'picture':
    case 'file':
      return `(${block.alternativeText})`
    case 'buttons':
      return block.buttons.map(({ label }) => `[${label}]`).join(' ')
    default:
      return block satisfies never
  }
}

function told(spans: readonly Span[]): string {
  return spans.map((span) => (span.kind === 'strong' ? `*${span.text}*` : span.text)).join('')
}

/** The action behind a button, by its label. */
export function pressed(reply: ChatReply | MessageText, label: string) {
  const { blocks } = 'kind' in reply ? messageOf(reply) : reply
  const buttons = blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
  const found = buttons.find((button) => button.label.replaceAll(/[\u00A0\u202F]/gu, ' ') === label)
  if (found === undefined)
    throw new Error(`no button « ${label} » among ${buttons.map((b) => b.label).join(', ')}`)
  return found.action
}

export function deskDigest(more: Partial<Digest> = {}): Digest {
  return {
    name: 'matin',
    title: 'La revue du matin',
    schedule: { days: [0, 1, 2, 3, 4, 5, 6], hours: ['08:00'], zone: 'Europe/Paris' },
    channels: ['slack:C1'],
    feeds: [],
    rubrics: [],
    withWords: [],
    withoutWords: [],
    maxStories: 7,
    maxWords: 60,
    onEmpty: 'say',
    ...more,
  }
}
