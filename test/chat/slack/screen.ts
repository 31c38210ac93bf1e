// What people see of a message in Slack, read from its blocks as Slack's client shows them. Knows nothing of Pressoir.
import { isRecord, recordsOf, textOf, type Json } from './fake/json.ts'

export interface Screen {
  /** Every word, blocks and list items on lines of their own. */
  readonly text: string
  readonly links: readonly string[]
  /** Whoever is called, and whatever steers a terminal. */
  readonly pings: readonly string[]
  /** Channels by their name, which call nobody. */
  readonly mentions: readonly string[]
}

interface Shown {
  readonly text: string
  readonly blocks: readonly Json[]
  readonly linksNames?: boolean
}

/** Blocks where there are some; the notification, which is the top-level text, can call people as well. */
export function screenOf({ text, blocks, linksNames = false }: Shown): Screen {
  const notification = readMarks(text)
  const parts = blocks.length === 0 ? [notification] : blocks.map(readBlock)
  const words = parts.map((part) => part.text).join('\n')
  const names = linksNames ? [...text.matchAll(/@(?:everyone|here|channel)/gu)].map(String) : []
  return {
    text: words,
    links: parts.flatMap(({ links }) => links),
    pings: [
      ...notification.pings,
      ...parts.flatMap(({ pings }) => pings),
      ...names,
      ...`${words}${text}`.matchAll(STEERING),
    ].map(String),
    mentions: parts.flatMap(({ mentions }) => mentions),
  }
}

// oxlint-disable-next-line no-control-regex -- the very characters that must not come through
const STEERING = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u200B]/gu

const NOTHING: Screen = { text: '', links: [], pings: [], mentions: [] }

function readBlock(block: Json): Screen {
  switch (block['type']) {
    case 'rich_text':
      return joined(recordsOf(block['elements']).map(readRichPart), '\n')
    case 'context':
      return joined(recordsOf(block['elements']).map(readText), ' ')
    case 'actions':
      return joined(
        recordsOf(block['elements']).map(({ text }) => readText(text)),
        ' ',
      )
    default:
      return readText(block['text'])
  }
}

function readRichPart(part: Json): Screen {
  const elements = recordsOf(part['elements'])
  return part['type'] === 'rich_text_list'
    ? joined(elements.map(readRichPart), '\n')
    : joined(elements.map(readElement), '')
}

function readElement(element: Json): Screen {
  const text = textOf(element['text'])
  switch (element['type']) {
    case 'text':
      return { ...NOTHING, text }
    case 'link':
      return {
        ...NOTHING,
        text: text === '' ? textOf(element['url']) : text,
        links: [textOf(element['url'])],
      }
    case 'channel': {
      const name = `#${textOf(element['channel_id'])}`
      return { ...NOTHING, text: name, mentions: [name] }
    }
    default:
      return { ...NOTHING, pings: [JSON.stringify(element)] }
  }
}

function readText(value: unknown): Screen {
  if (!isRecord(value)) return NOTHING
  const text = textOf(value['text'])
  if (value['type'] === 'mrkdwn') return readMarks(text)
  const emoji = value['emoji'] === false ? [] : [...text.matchAll(/:[a-z_]+:/gu)].map(String)
  return { ...NOTHING, text: decoded(text), pings: emoji }
}

/** The three entities that Slack resolves in every text object. */
function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Text that Slack reads for marks: mentions call, addresses lead somewhere, the rest is unescaped. */
function readMarks(text: string): Screen {
  const marks = [...text.matchAll(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/gu)]
  return {
    text: decoded(text.replaceAll(/<[^<>]*>/gu, '')),
    links: marks.flatMap(([, sign, target = '']) => (sign === '' ? [target] : [])),
    pings: marks.flatMap(([mark, sign]) => (sign === '' ? [] : [mark])),
    mentions: [],
  }
}

function joined(parts: readonly Screen[], separator: string): Screen {
  return {
    text: parts.map(({ text }) => text).join(separator),
    links: parts.flatMap(({ links }) => links),
    pings: parts.flatMap(({ pings }) => pings),
    mentions: parts.flatMap(({ mentions }) => mentions),
  }
}
