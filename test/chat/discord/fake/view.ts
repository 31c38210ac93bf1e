// Messages of the fake Discord as people see them: words, links, buttons, threads. Changes nothing.
import { allComponents, COMPONENT } from './component-check.ts'
import { isRecord, recordOf, recordsOf, textOf, type Json } from './json.ts'
import { seenMarkdown, type MarkdownOptions } from './markdown.ts'
import { MESSAGE_FLAG } from './message-check.ts'
import type { Pings } from './pings.ts'
import { SELECT_TYPES } from './select-check.ts'
import { historyOf, threadOf, type FakeChannel, type StoredMessage, type World } from './world.ts'

interface SeenButton {
  readonly label: string
  /** Absent on a link. */
  readonly customId?: string
  readonly url?: string
  readonly style: number
  readonly isDisabled: boolean
}

interface SeenSelect {
  readonly customId: string
  readonly placeholder: string
  readonly isDisabled: boolean
  readonly minValues: number
  readonly maxValues: number
  readonly options: readonly {
    readonly label: string
    readonly value: string
    readonly description: string
  }[]
}

interface SeenEmbed {
  readonly title: string
  readonly text: string
  readonly url?: string
  readonly fields: readonly { readonly name: string; readonly text: string }[]
  readonly footer: string
  readonly author: string
}

interface SeenThread {
  readonly id: string
  readonly name: string
  readonly isArchived: boolean
  readonly isLocked: boolean
  readonly messages: readonly SeenMessage[]
}

export interface SeenMessage {
  readonly id: string
  readonly channelId: string
  readonly authorId: string
  readonly isFromBot: boolean
  /** Shown to one person alone. */
  readonly isEphemeral: boolean
  /** « Pressoir réfléchit… » */
  readonly isLoading: boolean
  readonly isEdited: boolean
  readonly isSilent: boolean
  /** Previews of links are off. */
  readonly hasPreviewsOff: boolean
  /** As it was sent. */
  readonly content: string
  /** Everything that is read, as plain text: content, texts of components V2, embeds; one line an element. */
  readonly text: string
  /** All addresses that a click follows, of words, embeds and buttons. */
  readonly links: readonly string[]
  /** What shows as a mention anywhere. */
  readonly mentions: readonly string[]
  /** Whom it notified; embeds notify nobody. */
  readonly pings: Pings
  readonly embeds: readonly SeenEmbed[]
  readonly buttons: readonly SeenButton[]
  readonly selects: readonly SeenSelect[]
  readonly attachments: readonly { readonly name: string; readonly alternative: string }[]
  /** As stored, every level. */
  readonly components: readonly Json[]
  readonly flags: number
  readonly nonce?: string
  readonly repliesTo?: string
  readonly sentAt: number
  readonly thread?: SeenThread
}

/** A channel as people see it, oldest first, each message with the thread that hangs on it. */
export const seenChannel = (world: World, channelId: string): readonly SeenMessage[] =>
  historyOf(world, channelId)
    .filter((message) => message.type !== 21)
    .map((message) => seenMessage(world, message))

export function seenMessage(world: World, message: StoredMessage): SeenMessage {
  const all = allComponents(message.components)
  const options: MarkdownOptions = { names: namesOf(world), allowedMentions: message.allowedMentions }
  const spoken = [
    message.content,
    ...all.filter(({ type }) => type === COMPONENT.text).map((text) => textOf(text['content'])),
  ]
    .filter((text) => text !== '')
    .join('\n')
  const seen = seenMarkdown(spoken, options)
  const embeds = message.embeds.map((embed) => seenEmbed(embed, options))
  const readings = embedTexts(message.embeds).map((text) => seenMarkdown(text, options))
  const buttons = all.filter(({ type }) => type === COMPONENT.button).map((button) => seenButton(button))
  const thread = threadOf(world, message)
  return {
    id: message.id,
    channelId: message.channelId,
    authorId: message.authorId,
    isFromBot: message.authorId === world.botId,
    isEphemeral: message.ephemeralTo !== undefined,
    isLoading: (message.flags & MESSAGE_FLAG.loading) !== 0,
    isEdited: message.editedAt !== undefined,
    isSilent: (message.flags & MESSAGE_FLAG.silent) !== 0,
    hasPreviewsOff: (message.flags & MESSAGE_FLAG.suppressEmbeds) !== 0,
    content: message.content,
    text: [seen.text, ...embeds.map((embed) => embedText(embed))].filter((text) => text !== '').join('\n'),
    links: [
      ...seen.links,
      ...message.embeds.flatMap((embed) => addressesOf(embed)),
      ...readings.flatMap(({ links }) => links),
      ...buttons.flatMap(({ url }) => (url === undefined ? [] : [url])),
    ],
    mentions: [...seen.mentions, ...readings.flatMap(({ mentions }) => mentions)],
    pings: seen.pings,
    embeds,
    buttons,
    selects: all
      .filter(({ type }) => SELECT_TYPES.includes(Number(type)))
      .map((select) => seenSelect(select)),
    attachments: message.attachments.map((file) => ({
      name: textOf(file['filename']),
      alternative: textOf(file['description']),
    })),
    components: message.components,
    flags: message.flags,
    sentAt: message.createdAt,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.referenceId === undefined ? {} : { repliesTo: message.referenceId }),
    ...(thread === undefined ? {} : { thread: seenThread(world, thread) }),
  }
}

const seenThread = (world: World, thread: FakeChannel): SeenThread => ({
  id: thread.id,
  name: thread.name,
  isArchived: thread.thread?.isArchived === true,
  isLocked: thread.thread?.isLocked === true,
  messages: seenChannel(world, thread.id),
})

const namesOf = (world: World): Pick<ReadonlyMap<string, string>, 'get'> => ({
  get: (id) =>
    world.users.get(id)?.name ??
    world.channels.get(id)?.name ??
    [...world.guilds.values()].map(({ roles }) => roles.get(id)?.name).find((name) => name !== undefined),
})

/** Texts of an embed that take Markdown; the title takes some, footer and author show as they are. */
const embedTexts = (embeds: readonly Json[]): readonly string[] =>
  embeds.flatMap((embed) => [
    textOf(embed['title']),
    textOf(embed['description']),
    ...recordsOf(embed['fields']).flatMap((field) => [textOf(field['name']), textOf(field['value'])]),
  ])

const addressesOf = (embed: Json): readonly string[] =>
  [embed['url'], recordOf(embed['author'])['url']].filter((url) => typeof url === 'string')

function seenEmbed(embed: Json, options: MarkdownOptions): SeenEmbed {
  const read = (value: unknown): string => seenMarkdown(textOf(value), options).text
  return {
    title: read(embed['title']),
    text: read(embed['description']),
    fields: recordsOf(embed['fields']).map((field) => ({
      name: read(field['name']),
      text: read(field['value']),
    })),
    footer: textOf(recordOf(embed['footer'])['text']),
    author: textOf(recordOf(embed['author'])['name']),
    ...(typeof embed['url'] === 'string' ? { url: embed['url'] } : {}),
  }
}

const embedText = (embed: SeenEmbed): string =>
  [
    embed.author,
    embed.title,
    embed.text,
    ...embed.fields.flatMap(({ name, text }) => [name, text]),
    embed.footer,
  ]
    .filter((text) => text !== '')
    .join('\n')

const seenButton = (button: Json): SeenButton => ({
  label: [isRecord(button['emoji']) ? textOf(button['emoji']['name']) : '', textOf(button['label'])]
    .filter((part) => part !== '')
    .join(' '),
  style: Number(button['style']),
  isDisabled: button['disabled'] === true,
  ...(typeof button['custom_id'] === 'string' ? { customId: button['custom_id'] } : {}),
  ...(typeof button['url'] === 'string' ? { url: button['url'] } : {}),
})

const seenSelect = (select: Json): SeenSelect => ({
  customId: textOf(select['custom_id']),
  placeholder: textOf(select['placeholder']),
  isDisabled: select['disabled'] === true,
  minValues: Number(select['min_values'] ?? 1),
  maxValues: Number(select['max_values'] ?? 1),
  options: recordsOf(select['options']).map((option) => ({
    label: textOf(option['label']),
    value: textOf(option['value']),
    description: textOf(option['description']),
  })),
})

interface SeenField {
  readonly customId: string
  readonly label: string
  readonly description: string
  readonly placeholder: string
  readonly value: string
  readonly isRequired: boolean
  readonly minLength: number
  readonly maxLength: number
  /** 4: a text; others: kinds of selects. */
  readonly type: number
  readonly options: readonly { readonly label: string; readonly value: string }[]
}

export interface SeenModal {
  readonly customId: string
  readonly title: string
  /** Text displays, as plain text. */
  readonly text: string
  readonly fields: readonly SeenField[]
  /** As the app sent it. */
  readonly raw: Json
  readonly interactionId: string
}

export function seenModal(modal: Json, interactionId: string): SeenModal {
  const parts = recordsOf(modal['components'])
  const texts = parts
    .filter(({ type }) => type === COMPONENT.text)
    .map((part) => seenMarkdown(textOf(part['content'])).text)
  return {
    customId: textOf(modal['custom_id']),
    title: textOf(modal['title']),
    text: texts.join('\n'),
    fields: parts.flatMap((part) => fieldsOf(part)),
    raw: modal,
    interactionId,
  }
}

function fieldsOf(part: Json): readonly SeenField[] {
  const inputs =
    part['type'] === COMPONENT.label ? recordsOf([part['component']]) : recordsOf(part['components'])
  return inputs.map((input) => ({
    customId: textOf(input['custom_id']),
    label: textOf(part['label']) || textOf(input['label']),
    description: textOf(part['description']),
    placeholder: textOf(input['placeholder']),
    value: textOf(input['value']),
    isRequired: input['required'] !== false,
    minLength: Number(input['min_length'] ?? 0),
    maxLength: Number(input['max_length'] ?? 4000),
    type: Number(input['type']),
    options: recordsOf(input['options']).map((option) => ({
      label: textOf(option['label']),
      value: textOf(option['value']),
    })),
  }))
}
