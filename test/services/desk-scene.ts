// The desk over a real database and real publishers on loopback; people type commands and press buttons by their label.
import { type CommandName } from '../../src/core/command.ts'
import { readTypedCommand, type TypedCommand } from '../../src/core/typed-command.ts'
import type { Button, MessageText, Span } from '../../src/core/message.ts'
import type { ChatContext, ChatReply } from '../../src/core/request.ts'
import type { FormValues } from '../../src/core/form.ts'
import { feedId } from '../../src/core/article-identity.ts'
import type { Alert } from '../../src/core/alert.ts'
import type { Digest } from '../../src/core/digest.ts'
import type { Feed } from '../../src/core/feed.ts'
import { startLoopbackPress, type PressAnswer } from '../../src/demo/loopback-press.ts'
import { createFeedReader } from '../../src/feeds/feed-reader.ts'
import { SILENT_METER } from '../../src/meter.ts'
import { outlines } from '../../src/outlines.ts'
import type { DeskTools } from '../../src/services/desk-tools.ts'
import { replyToAlert } from '../../src/services/manage-alerts.ts'
import { replyToFeeds } from '../../src/services/manage-feeds.ts'
import { replyToProgramme } from '../../src/services/manage-digests.ts'
import { replyToSettings } from '../../src/services/manage-settings.ts'
import { replyToSubscription } from '../../src/services/manage-subscription.ts'
import { pressManagement, submitForm } from '../../src/services/management.ts'
import { expectWellFormed } from './well-formed.ts'
import { sceneDatabase } from '../storage/scene-database.ts'
import { openStorage } from '../../src/storage/open.ts'

/** A Monday, ten o'clock in Paris. */
export const NOON_BEFORE = Date.parse('2026-11-23T10:00:00+01:00')

export interface Desk {
  readonly tools: DeskTools
  setNow(now: number): void
  /** `/flux ajouter https://…`, as typed where commands are plain text. */
  type(from: ChatContext, words: string): Promise<ChatReply>
  /** Presses the button of that label under the reply. */
  press(from: ChatContext, reply: ChatReply, label: string): Promise<ChatReply>
  /** Types, presses «Confirmer», and gives what was said then. */
  settle(from: ChatContext, words: string): Promise<ChatReply>
  submit(from: ChatContext, form: ChatReply, values: FormValues): Promise<ChatReply>
  close(): Promise<void>
}

const quiet = (): void => undefined
const drawNothing = async (): Promise<Uint8Array> => new Uint8Array()

interface DeskOptions {
  readonly hosts?: readonly string[]
  readonly answer?: (address: string) => PressAnswer | undefined
  readonly feeds?: readonly Feed[]
  readonly digests?: readonly Digest[]
  readonly alerts?: readonly Alert[]
}

export async function openDesk({
  hosts = [],
  answer,
  feeds = [],
  digests = [],
  alerts = [],
}: DeskOptions = {}): Promise<Desk> {
  let now = NOON_BEFORE
  const clock = { now: () => now }
  const server = await startLoopbackPress((host, path) => answer?.(`${host}${path}`))
  const storage = await openStorage(await sceneDatabase(':memory:'), clock)
  const reader = createFeedReader({
    userAgent: 'Pressoir/essai (+essais@pressoir.example)',
    now: clock.now,
    routes: new Map(hosts.map((host) => [host, { host: '127.0.0.1', port: server.port }])),
  })
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
  const declared = { feeds, digests, alerts }
  const tools: DeskTools = {
    storage,
    reader,
    outlines,
    clock,
    log,
    meter: SILENT_METER,
    draw: drawNothing,
    declared,
  }
  await storage.feeds.save(feeds, now)
  const press: Desk['press'] = async (from, reply, label) => {
    const { action } = buttonOf(reply, label)
    return expectWellFormed((await pressManagement(tools, from, action)) ?? { kind: 'nothing' })
  }
  const type: Desk['type'] = async (from, words) => expectWellFormed(await typeCommand(tools, from, words))
  return {
    tools,
    setNow: (given) => {
      now = given
    },
    type,
    press,
    settle: async (from, words) => press(from, await type(from, words), 'Confirmer'),
    submit: async (from, reply, values) => {
      if (reply.kind !== 'form') throw new Error(`no form: ${textOf(reply)}`)
      const { name, target } = reply.form
      return expectWellFormed((await submitForm(tools, from, name, target, values)) ?? { kind: 'nothing' })
    },
    close: async () => {
      await reader.close()
      await storage.close()
      await server.close()
    },
  }
}

function typeCommand(tools: DeskTools, from: ChatContext, words: string): Promise<ChatReply> {
  const [name = '', ...rest] = words.slice(1).split(' ')
  const service = COMMANDS[name]
  const typed = service?.[0] === undefined ? undefined : readTypedCommand(service[0], rest.join(' '))
  if (service === undefined || typed === undefined) throw new Error(`no command: ${words}`)
  return service[1](tools, from, typed)
}

type Service = (tools: DeskTools, from: ChatContext, typed: TypedCommand) => Promise<ChatReply>

const COMMANDS: Readonly<Record<string, readonly [CommandName, Service]>> = {
  flux: ['flux', replyToFeeds],
  programme: ['programme', replyToProgramme],
  alerte: ['alerte', replyToAlert],
  abonnement: ['abonnement', replyToSubscription],
  reglages: ['reglages', replyToSettings],
}

/** Somebody in the channel of a server who may change things there. */
export function manager(more: Partial<ChatContext> = {}): ChatContext {
  return member({ person: 'U1', personName: 'Awa Diop', isAdministrator: true, ...more })
}

export function member(more: Partial<ChatContext> = {}): ChatContext {
  return {
    workspaceId: 'discord:100',
    workspaceName: 'La rédaction',
    channel: 'discord:200',
    person: 'U2',
    personName: 'Bruno Petit',
    isAdministrator: false,
    roles: [],
    ...more,
  }
}

export function messageOf(reply: ChatReply): MessageText {
  if (reply.kind === 'form') return reply.instead
  if (reply.kind === 'message' || reply.kind === 'replacement') return reply.message
  throw new Error(`no message: ${JSON.stringify(reply)}`)
}

/** All that a person reads, one line a block or item, with ordinary blanks; buttons in brackets. */
export function textOf(reply: ChatReply): string {
  const lines = messageOf(reply).blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'heading':
        return [block.text]
      case 'paragraph':
      case 'context':
        return [said(block.spans)]
      case 'list':
        return block.items.map((item) => `- ${said(item)}`)
      case 'quote':
        return block.sentences
      case 'file':
      case 'picture':
        return [block.title, block.alternativeText]
      case 'buttons':
        return [block.buttons.map(({ label }) => `[${label}]`).join(' ')]
      default:
        return block satisfies never
    }
  })
  return lines.join('\n').replaceAll(/[\u00A0\u202F]/gu, ' ')
}

/** What the platform is asked to name, as «channel 201». */
export function mentionsOf(reply: ChatReply): readonly string[] {
  return messageOf(reply)
    .blocks.flatMap((block) =>
      'spans' in block ? block.spans : block.kind === 'list' ? block.items.flat() : [],
    )
    .flatMap((span) => (span.kind === 'mention' ? [`${span.of} ${span.id}`] : []))
}

function said(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('')
}

/** With the blanks of a keyboard. */
function asTyped(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/gu, ' ')
}

export function buttonOf(reply: ChatReply, label: string): Button {
  const all = messageOf(reply).blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
  const found = all.find((button) => [button.label, asTyped(button.label)].includes(label))
  if (found === undefined) throw new Error(`no button «${label}» under:\n${textOf(reply)}`)
  return found
}

export function declaredFeed(address: string, title: string): Feed {
  const url = `http://${address}`
  return { id: feedId(url), url, title, publisher: title, rubric: 'Régions', origin: 'file' }
}

/** Items with their text, so that no page is asked for. */
export function feedAnswer(
  title: string,
  items: readonly (readonly [title: string, date: string])[],
): PressAnswer {
  const told = items.map(
    ([headline, date], at) =>
      `<item><guid isPermaLink="false">${at}</guid><title>${headline}</title>` +
      `<link>http://lephare.example/${at}</link><pubDate>${date}</pubDate><description>En bref.</description>` +
      `<content:encoded><![CDATA[<p>${headline}, a annoncé la mairie lundi, devant les riverains.</p>]]></content:encoded></item>`,
  )
  const xml = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><link>http://lephare.example/</link><description>Essai</description>${told.join('')}</channel></rss>`
  return { headers: { 'content-type': 'application/rss+xml; charset=utf-8' }, body: Buffer.from(xml) }
}

export function pageAnswer(head: string): PressAnswer {
  const body = `<!doctype html><html lang="fr"><head><title>Le Phare</title>${head}</head><body><p>Bonjour.</p></body></html>`
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(body) }
}
