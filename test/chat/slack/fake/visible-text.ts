// What a person sees of a message or a view, as Slack's client renders it, and whom it pings. Posts nothing.
import { isRecord, recordsOf, textOf, type Json } from './json.ts'
import { decode, readEmoji, readMrkdwn } from './mrkdwn.ts'
import { createSight, type Sight, type Visible } from './visible.ts'

export type { Visible } from './visible.ts'
export { visibleMrkdwn } from './mrkdwn.ts'

/** Blocks may be the SDK's types or plain JSON. */
type Blocks = readonly object[]

export interface ShownContent {
  readonly text?: string | undefined
  readonly blocks?: Blocks | undefined
  /** `link_names`, or `parse: 'full'`. */
  readonly linksNames?: boolean
}

/**
 * With blocks, the text is only for notifications: it shows nothing in the channel and its links cannot be followed
 * there, but whom it names is pinged all the same.
 */
export function visibleMessage({ text = '', blocks = [], linksNames = false }: ShownContent): Visible {
  const sight = createSight()
  readMrkdwn(sight, text, { linksAddresses: true, linksNames })
  if (blocks.length === 0) return sight.result()
  const shown = visibleBlocks(blocks)
  return { ...shown, pings: [...new Set([...shown.pings, ...sight.result().pings])] }
}

export function visibleBlocks(blocks: Blocks): Visible {
  const sight = createSight()
  readBlocks(sight, blocks)
  return sight.result()
}

/** A modal or a Home, from its title to its buttons. */
export function visibleView(view: object): Visible {
  const sight = createSight()
  if (!isRecord(view)) return sight.result()
  readLine(sight, view['title'])
  readBlocks(sight, recordsOf(view['blocks']))
  readLine(sight, view['submit'])
  readLine(sight, view['close'])
  return sight.result()
}

function readBlocks(sight: Sight, blocks: Blocks): void {
  for (const block of blocks) {
    if (isRecord(block)) readBlock(sight, block)
    sight.endLine()
  }
}

function readBlock(sight: Sight, block: Json): void {
  switch (block['type']) {
    case 'rich_text':
      for (const part of recordsOf(block['elements'])) readRichPart(sight, part)
      return
    case 'image':
      readLine(sight, block['title'])
      readElement(sight, block)
      return
    default:
      readLine(sight, block['text'])
      for (const field of recordsOf(block['fields'])) readLine(sight, field)
      readLine(sight, block['label'])
      readLine(sight, block['hint'])
      for (const element of recordsOf(block['elements'])) readElement(sight, element)
      readElement(sight, block['element'])
      readElement(sight, block['accessory'])
  }
}

/** A text object on a line of its own. */
function readLine(sight: Sight, value: unknown): void {
  if (!isRecord(value)) return
  readText(sight, value)
  sight.endLine()
}

/** Documented: without `verbatim`, addresses and certain mentions of a mrkdwn object come alive by themselves. */
function readText(sight: Sight, value: Json): void {
  const text = textOf(value['text'])
  if (value['type'] === 'mrkdwn') {
    const isVerbatim = value['verbatim'] === true
    readMrkdwn(sight, text, { linksAddresses: !isVerbatim, linksNames: !isVerbatim })
    return
  }
  // docs.slack.dev: the three entities are resolved in every text object; nothing else of a plain one is.
  const shown = decode(text)
  sight.say(value['emoji'] === true ? readEmoji(sight, shown) : shown)
}

/** Labels, placeholders, options and questions before an action: all that opens to a person. */
function readElement(sight: Sight, element: unknown): void {
  if (!isRecord(element)) return
  if (element['type'] === 'mrkdwn' || element['type'] === 'plain_text') {
    readLine(sight, element)
    return
  }
  if (element['type'] === 'image') {
    sight.picture(textOf(element['image_url']))
    sight.say(textOf(element['alt_text']))
    sight.endLine()
    return
  }
  readLine(sight, element['text'])
  if (typeof element['url'] === 'string') {
    const label = isRecord(element['text']) ? textOf(element['text']['text']) : ''
    sight.link(element['url'], label)
  }
  readLine(sight, element['placeholder'])
  if (typeof element['initial_value'] === 'string') sight.say(element['initial_value'])
  sight.endLine()
  for (const group of recordsOf(element['option_groups'])) {
    readLine(sight, group['label'])
    readOptions(sight, group['options'])
  }
  readOptions(sight, element['options'])
  const confirm = element['confirm']
  if (isRecord(confirm)) {
    for (const key of ['title', 'text', 'confirm', 'deny']) readLine(sight, confirm[key])
  }
}

function readOptions(sight: Sight, options: unknown): void {
  for (const option of recordsOf(options)) {
    readLine(sight, option['text'])
    readLine(sight, option['description'])
    if (typeof option['url'] === 'string') sight.link(option['url'], textOf(option['value']))
  }
}

function readRichPart(sight: Sight, part: Json): void {
  const type = textOf(part['type'])
  if (type === 'rich_text_list') sight.mark('list')
  if (type === 'rich_text_quote') sight.mark('quote')
  if (type === 'rich_text_preformatted') sight.mark('preformatted')
  for (const element of recordsOf(part['elements'])) {
    if (element['type'] === 'rich_text_section') readRichPart(sight, element)
    else readRichElement(sight, element)
  }
  sight.endLine()
}

function readRichElement(sight: Sight, element: Json): void {
  const { style } = element
  if (isRecord(style)) {
    for (const [name, isOn] of Object.entries(style)) if (isOn === true) sight.mark(name)
  }
  switch (element['type']) {
    case 'text':
      sight.say(textOf(element['text']))
      return
    case 'link': {
      const address = textOf(element['url'])
      const label = textOf(element['text']) || address
      sight.link(address, label)
      sight.say(label)
      return
    }
    case 'user':
      tellMention(sight, '@', element['user_id'])
      return
    case 'usergroup':
      tellMention(sight, '@', element['usergroup_id'])
      return
    case 'channel':
      tellMention(sight, '#', element['channel_id'])
      return
    case 'broadcast':
      tellMention(sight, '@', element['range'])
      return
    case 'emoji':
      sight.mark('emoji')
      sight.say(readEmoji(sight, `:${textOf(element['name'])}:`))
      return
    case 'date': {
      const shown = textOf(element['fallback']) || textOf(element['format'])
      sight.mark('date')
      if (typeof element['url'] === 'string') sight.link(element['url'], shown)
      sight.say(shown)
      return
    }
    default:
      throw new Error(`Unknown rich text element: ${JSON.stringify(element)}`)
  }
}

function tellMention(sight: Sight, sign: '@' | '#', id: unknown): void {
  const who = `${sign}${textOf(id)}`
  sight.ping(who)
  sight.say(who)
}
