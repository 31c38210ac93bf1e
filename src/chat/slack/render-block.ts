// A block of ours as blocks of Block Kit, none too long for Slack. Knows nothing of the message around it.
import type { types } from '@slack/bolt'
import { formatAction } from '../../core/action.ts'
import { type Block, type Button, type Span, textOfSpans } from '../../core/message.ts'
import { guillemets } from '../../locale/guillemets.ts'
import { splitText } from '../split.ts'
import { escapeText, plainWords, shortened } from './escape.ts'
import { SLACK_LIMITS } from './limits.ts'
import { packed } from './pack.ts'
import { type Elements, isPointing, plainSpan, type Readers, richStretches, weightOf } from './rich-text.ts'

export type SlackBlock = types.RichTextBlock | types.HeaderBlock | types.ContextBlock | types.ActionsBlock

/** In order; empty when the block says nothing. `position` makes the names of buttons differ within a message. */
export function renderBlock(block: Block, position: number, readers: Readers): readonly SlackBlock[] {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block, readers)
    case 'paragraph':
      return renderParagraph(block.spans, readers)
    case 'quote':
      return renderQuote(block, readers)
    case 'list':
      return renderList(block.items, readers)
    case 'context':
      return renderContext(block.spans, readers)
    // Shared as files, behind the words: share-files.
    case 'picture':
    case 'file':
      return []
    case 'buttons':
      return renderButtons(block.buttons, position)
    default:
      return block satisfies never
  }
}

/** A title too long for a header stands in bold. */
function renderHeading(
  { text, level }: Block & { readonly kind: 'heading' },
  readers: Readers,
): readonly SlackBlock[] {
  const title = plainWords(text).trim()
  if (level === 1 && title !== '' && escapeText(title).length <= SLACK_LIMITS.headerCharacters)
    return [{ type: 'header', text: plainText(title) }]
  return renderParagraph([{ kind: 'strong', text: title }], readers)
}

function renderParagraph(spans: readonly Span[], readers: Readers): readonly SlackBlock[] {
  return richStretches(spans, readers).map((elements) => richText([section(elements)]))
}

/** The source stays with the last words of its quotation. */
function renderQuote(
  { sentences, source }: Block & { readonly kind: 'quote' },
  readers: Readers,
): readonly SlackBlock[] {
  const parts = quotations(sentences).map((text): RichTextPart[] => [quotation(text)])
  const origin = richStretches(source.length === 0 ? [] : [plainSpan('— '), ...source], readers)
  for (const [index, elements] of origin.entries()) {
    const last = index === 0 ? parts.at(-1) : undefined
    const part = section(elements)
    if (last !== undefined && weightOf([...last, part]) <= SLACK_LIMITS.richTextCharacters) last.push(part)
    else parts.push([part])
  }
  return parts.map(richText)
}

/**
 * Each sentence between its own guillemets: two sentences need not stand side by side in the article. As many as fit
 * stand in one quotation; a sentence is cut only when it is too long for one of its own.
 */
function quotations(sentences: readonly string[]): readonly string[] {
  const pieces = sentences
    .map((sentence) => plainWords(sentence).trim())
    .filter((sentence) => sentence !== '')
    .flatMap((sentence) => splitText(guillemets(sentence), isQuotation))
  // With the line end before each.
  return packed(pieces, (text) => [text.length + 1, weightOf(`\n${text}`)], MOST_QUOTED).map((together) =>
    together.join('\n'),
  )
}

/** Characters, and characters as JSON with what stands around them. */
const MOST_QUOTED = [
  SLACK_LIMITS.textCharacters,
  SLACK_LIMITS.richTextCharacters - weightOf([quotation('')]),
] satisfies [number, number]

function isQuotation(text: string): boolean {
  return text.length < MOST_QUOTED[0] && weightOf(`\n${text}`) <= MOST_QUOTED[1]
}

function renderList(items: readonly (readonly Span[])[], readers: Readers): readonly SlackBlock[] {
  const sections = items.flatMap((item) => richStretches(item, readers)).map(section)
  return packed(sections, (item) => [weightOf([item])], [SLACK_LIMITS.richTextCharacters]).map((elements) =>
    richText([{ type: 'rich_text_list', style: 'bullet', elements }]),
  )
}

/** Small print; Slack has none with links in it that would leave other people's characters alone. */
function renderContext(spans: readonly Span[], readers: Readers): readonly SlackBlock[] {
  if (spans.some((span) => isPointing(span, readers))) return renderParagraph(spans, readers)
  const words = plainWords(textOfSpans(spans))
  return splitText(words, isSmallPrint).map((text) => ({ type: 'context', elements: [plainText(text)] }))
}

function isSmallPrint(text: string): boolean {
  return weightOf(escapeText(text)) <= SLACK_LIMITS.textCharacters
}

function renderButtons(buttons: readonly Button[], position: number): readonly SlackBlock[] {
  const elements = buttons
    .slice(0, SLACK_LIMITS.actionsElements)
    .map((button, index) => renderButton(button, `${button.action.verb}-${position}-${index}`))
  return elements.length === 0 ? [] : [{ type: 'actions', elements }]
}

function renderButton({ label, action, style }: Button, actionId: string): types.Button {
  return {
    type: 'button',
    action_id: actionId,
    // Slack takes no button without words; a dot can still be pressed.
    text: plainText(plainWords(label).trim() || '•', SLACK_LIMITS.buttonLabelCharacters),
    value: formatAction(action),
    ...(style === 'plain' ? {} : { style }),
  }
}

type RichTextPart = types.RichTextBlock['elements'][number]

function richText(elements: RichTextPart[]): types.RichTextBlock {
  return { type: 'rich_text', elements }
}

function section(elements: Elements): types.RichTextSection {
  return { type: 'rich_text_section', elements }
}

function quotation(text: string): types.RichTextQuote {
  return { type: 'rich_text_quote', elements: [{ type: 'text', text }] }
}

/**
 * On one line, at most `most` characters even if Slack counts the entities. `:fire:` stays what it is: five letters
 * and two colons.
 */
export function plainText(text: string, most: number = SLACK_LIMITS.textCharacters): types.PlainTextElement {
  return { type: 'plain_text', text: escapeText(shortened(text, most, escapeText)), emoji: false }
}
