// Reads a digest as both platforms would take and show it, and says what is wrong with it. Draws nothing by chance.
import { actionOf } from '../../src/chat/discord/buttons.ts'
import { postBody } from '../../src/chat/discord/bodies.ts'
import { renderMessage as renderForDiscord } from '../../src/chat/discord/render.ts'
import { metadataOf } from '../../src/chat/slack/look-up.ts'
import { quiet } from '../../src/chat/slack/post.ts'
import { renderMessage as renderForSlack } from '../../src/chat/slack/render.ts'
import { formatAction } from '../../src/core/action.ts'
import type { ShownEdition, ShownStory } from '../../src/core/edition.ts'
import type { Block, MessageText } from '../../src/core/message.ts'
import { sentencesOf } from '../../src/core/sentence.ts'
import { editionMessage, partCount, storyButtons } from '../../src/locale/digest.ts'
import { neutralise } from '../../src/locale/neutralise.ts'
import { seenMarkdown } from './discord/fake/markdown.ts'
import { checkMessage } from './discord/fake/message-check.ts'
import { loadSpecCheck } from './discord/fake/spec-check.ts'
import { messageProblems } from './slack/fake/content-check.ts'
import { visibleBlocks, visibleMessage } from './slack/fake/visible-text.ts'

/** One call to a platform, as it would be made and as a person sees it. */
export interface Posted {
  /** Why the platform would refuse it. */
  readonly problems: readonly string[]
  /** What a notification or a screen reader says. */
  readonly notification: string
  /** The words on the screen, a block or a line each. */
  readonly stretches: readonly string[]
  readonly links: readonly string[]
  /** Links whose words are not their address. */
  readonly masked: readonly { readonly label: string; readonly address: string }[]
  readonly mentions: readonly string[]
  /** Marks that took effect. */
  readonly marks: readonly string[]
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly action: string }[]
}

export interface Platform {
  readonly post: (message: MessageText, key: string) => readonly Posted[]
  /** Marks that we make ourselves. */
  readonly marks: ReadonlySet<string>
  /** Whether a sentence surely stands whole in one message. */
  readonly hasRoomFor: (sentence: string) => boolean
}

export const SLACK: Platform = {
  post: (message, key) =>
    renderForSlack(message).map((piece) => {
      const call = { channel: 'C0123456', ...quiet(piece), metadata: metadataOf(key) }
      const seen = visibleMessage({ text: call.text, blocks: call.blocks, linksNames: call.link_names })
      const buttons = call.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
      return {
        problems: messageProblems(call),
        notification: visibleBlocks([{ type: 'section', text: { type: 'plain_text', text: call.text } }])
          .text,
        stretches: call.blocks
          .filter(({ type }) => type !== 'actions')
          .map((block) => visibleBlocks([block]).text),
        links: seen.links,
        masked: seen.labelledLinks.map(({ label, address }) => ({ label, address })),
        mentions: seen.pings,
        marks: seen.formatting,
        buttons: buttons.flatMap((button) =>
          button.type === 'button'
            ? [{ id: button.action_id ?? '', label: button.text.text, action: button.value ?? '' }]
            : [],
        ),
      }
    }),
  marks: new Set(['bold', 'quote', 'list']),
  // 4,000 characters of JSON a block, 3,000 of text, our guillemets among them.
  hasRoomFor: (sentence) => JSON.stringify(sentence).length < 3900 && sentence.length < 2990,
}

const specification = loadSpecCheck()

export const DISCORD: Platform = {
  post: (message, key) =>
    renderForDiscord(message, key).map((piece) => {
      const body = postBody(piece, undefined)
      const seen = seenMarkdown(piece.content, { allowedMentions: body['allowed_mentions'] })
      return {
        problems: discordProblems(body),
        notification: seen.text,
        stretches: seen.text.split('\n'),
        links: seen.links,
        masked: seen.maskedLinks,
        mentions: seen.mentions,
        marks: seen.marks,
        buttons: piece.rows
          .flatMap(({ components }) => components)
          .map(({ custom_id, label }) => ({ id: custom_id, label, action: formattedAction(custom_id) })),
      }
    }),
  marks: new Set(['heading', 'subtext', 'strong', 'quote', 'list', 'link']),
  // 2,000 characters, and a backslash before each of these.
  hasRoomFor: (sentence) => sentence.length + (sentence.match(/[\p{P}\p{S}]/gu)?.length ?? 0) < 1990,
}

function discordProblems(body: Readonly<Record<string, unknown>>): readonly string[] {
  const departures = specification?.problems('POST', '/channels/{channel_id}/messages', body) ?? []
  try {
    checkMessage(body, 'post', 0)
    return departures.map(({ path, message }) => `${path}: ${message}`)
  } catch (error) {
    return [JSON.stringify(error)]
  }
}

function formattedAction(customId: string): string {
  const action = actionOf(customId)
  return action === undefined ? '' : formatAction(action)
}

/** What is wrong with an edition on a platform; empty when nothing is. */
export function complaints(platform: Platform, edition: ShownEdition): readonly string[] {
  return Array.from({ length: partCount(edition) }, (_, part) => part).flatMap((part) => {
    const { summary, blocks } = editionMessage(edition, part)
    const story = edition.stories[part - 1]
    const target = { target: `d${part}`.padEnd(22, '0'), detail: '' }
    const message = {
      summary,
      blocks: story === undefined ? blocks : [...blocks, storyButtons(story, target)],
    }
    const posted = platform.post(message, target.target)
    const found = [
      ...posted.flatMap(({ problems }) => problems),
      ...missing(message, posted),
      ...cutSentences(platform, message, posted),
      ...aliveMarks(platform, posted),
      ...strangeLinks(part === 0 ? edition.stories : story === undefined ? [] : [story], posted),
      ...buttonFaults(message, posted),
      ...notificationFaults(message, posted),
    ]
    return found.map((complaint) => `part ${part}: ${complaint}`)
  })
}

function missing(message: MessageText, posted: readonly Posted[]): readonly string[] {
  const shown = solidOf(posted.flatMap(({ stretches }) => stretches).join('\n'))
  let from = 0
  const found: string[] = []
  for (const words of message.blocks.flatMap(wordsOf)) {
    const wanted = solidOf(words)
    const first = shown.text.indexOf(wanted.text, from)
    let at = first
    // Our own bullets and quotation marks may begin like the words: then they stand further on.
    if (!ENDLESS_WORD.test(words))
      while (at >= 0 && isCutInWord(words, wanted, { shown, at }))
        at = shown.text.indexOf(wanted.text, at + 1)
    if (first < 0) found.push(`lost: ${JSON.stringify(words)}`)
    else if (at < 0) found.push(`cut within a word: ${JSON.stringify(words)}`)
    from = first < 0 ? from : (at < 0 ? first : at) + wanted.text.length
  }
  return found
}

/** A text without its blanks, and where they were: how many characters stand before each. */
interface Solid {
  readonly text: string
  readonly blanks: ReadonlySet<number>
}

function solidOf(text: string): Solid {
  const words = normal(text).split(' ')
  const blanks = new Set<number>()
  let length = 0
  for (const word of words) {
    length += word.length
    blanks.add(length)
  }
  return { text: words.join(''), blanks }
}

/** Where it is shown there is a blank more than was said, and no sentence ends there: those are glued now and then. */
function isCutInWord(
  words: string,
  wanted: Solid,
  { shown, at }: { readonly shown: Solid; readonly at: number },
): boolean {
  const cuts = [...shown.blanks]
    .map((blank) => blank - at)
    .filter((blank) => blank > 0 && blank < wanted.text.length && !wanted.blanks.has(blank))
  if (cuts.length === 0) return false
  const plain = neutralise(words)
  const ends = new Set(sentencesOf(plain).map(({ end }) => solidOf(plain.slice(0, end)).text.length))
  return cuts.some((cut) => !ends.has(cut))
}

/** No message bears it in one piece, once it is escaped; no-break spaces hold words together. */
const ENDLESS_WORD = /[\S\u00A0\u202F]{700}/u

function cutSentences(
  { hasRoomFor }: Platform,
  { blocks }: MessageText,
  posted: readonly Posted[],
): readonly string[] {
  const stretches = posted.flatMap((one) => one.stretches.map(normal))
  return blocks
    .flatMap((block) => (block.kind === 'quote' ? block.sentences : []))
    .filter((sentence) => hasRoomFor(sentence))
    .filter((sentence) => !stretches.some((stretch) => stretch.includes(normal(sentence))))
    .map((sentence) => `a sentence is cut: ${JSON.stringify(sentence)}`)
}

/** Controls, marks of direction, and what takes no room and shapes no other character. */
const HIDDEN = /(?!\n)[\p{Cc}\p{Bidi_Control}\u00AD\u180E\u200B\u2028\u2029\u2060-\u2064\uFEFF]/gu

function aliveMarks({ marks }: Platform, posted: readonly Posted[]): readonly string[] {
  return posted.flatMap((one) => [
    ...one.mentions.map((mention) => `calls ${mention}`),
    ...one.marks.filter((mark) => !marks.has(mark)).map((mark) => `mark alive: ${mark}`),
    ...[...one.stretches, one.notification].flatMap((text) =>
      (text.match(HIDDEN) ?? []).map((character) => `hidden: ${JSON.stringify(character)}`),
    ),
  ])
}

function strangeLinks(stories: readonly ShownStory[], posted: readonly Posted[]): readonly string[] {
  const own = new Set(
    stories
      .flatMap(({ sources }) => sources)
      .flatMap(({ url }) => (/^https?:/iu.test(url) ? [bare(url)] : [])),
  )
  return posted.flatMap(({ links, masked }) => [
    ...links.filter((link) => !own.has(bare(link))).map((link) => `not our link: ${link}`),
    ...masked
      .filter(
        ({ label, address }) => hostIn(label) !== undefined && hostIn(label) !== URL.parse(address)?.host,
      )
      .map(({ label, address }) => `${JSON.stringify(label)} leads to ${address}`),
  ])
}

/** Addresses are the same when they only differ in what is written with % in them. */
function bare(url: string): string {
  const href = URL.parse(url)?.href ?? url
  return href.replaceAll(/%([\da-f]{2})/giu, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** The host of an address among the words of a link. */
function hostIn(label: string): string | undefined {
  const address = /https?:\/\/[^\s<>]+/u.exec(label)?.[0]
  return address === undefined ? undefined : URL.parse(address)?.host
}

function buttonFaults({ blocks }: MessageText, posted: readonly Posted[]): readonly string[] {
  const wanted = blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .map(({ label, action }) => `${label} ${formatAction(action)}`)
  const shown = posted.flatMap(({ buttons }) => buttons.map(({ label, action }) => `${label} ${action}`))
  return [
    ...wanted
      .filter((button) => shown.filter((each) => each === button).length !== 1)
      .map((button) => `button: ${button}`),
    ...(shown.length === wanted.length ? [] : [`${shown.length} buttons of ${wanted.length}`]),
    ...posted
      .filter(({ buttons }) => new Set(buttons.map(({ id }) => id)).size !== buttons.length)
      .map(() => 'two buttons of one id'),
  ]
}

function notificationFaults({ summary }: MessageText, posted: readonly Posted[]): readonly string[] {
  return posted.flatMap(({ notification, stretches }) => [
    ...(notification.trim() === '' ? [`no notification for ${JSON.stringify(summary)}`] : []),
    ...(stretches.join('').trim() === '' ? ['nothing to be seen'] : []),
  ])
}

/** What must be read, in order; a link without words may show its address. */
function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'paragraph':
    case 'context':
      return block.spans.map(({ text }) => text)
    case 'quote':
      return [...block.sentences, ...block.source.map(({ text }) => text)]
    case 'list':
      return block.items.flatMap((item) => item.map(({ text }) => text))
    case 'picture':
    case 'file':
    case 'buttons':
      return []
    default:
      return block satisfies never
  }
}

/** Without what nobody sees; quotation marks alike and without blanks, one blank for many. */
function normal(text: string): string {
  return neutralise(text)
    .toWellFormed()
    .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/[\uFDD0-\uFDEF]|[\u{F0000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/\s*[«»“”"]\s*/gu, '"')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}
