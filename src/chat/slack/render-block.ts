// A block of ours as blocks of Block Kit, none too long for Slack. Knows nothing of the message around it.
import type { types } from '@slack/bolt'
import { formatAction } from '../../core/action.ts'
import type { Block, Button, Span } from '../../core/message.ts'
import { guillemets } from '../../locale/guillemets.ts'
import { splitText } from '../split.ts'
import { plainWords, shortened } from './escape.ts'
import { SLACK_LIMITS } from './limits.ts'
import { type Elements, plainSpan, richStretches, weightOf } from './rich-text.ts'

export type SlackBlock = types.RichTextBlock | types.HeaderBlock | types.ContextBlock | types.ActionsBlock

/** In order; empty when the block says nothing. `position` makes the names of buttons differ within a message. */
export function renderBlock(block: Block, position: number): readonly SlackBlock[] {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block)
    case 'paragraph':
      return richStretches(block.spans).map((elements) => richText([section(elements)]))
    case 'quote':
      return renderQuote(block)
    case 'list':
      return renderList(block.items)
    case 'context':
      return renderContext(block.spans)
    case 'buttons':
      return renderButtons(block.buttons, position)
    default:
      return block satisfies never
  }
}

/** A title too long for a header stands in bold. */
function renderHeading({ text, level }: Block & { readonly kind: 'heading' }): readonly SlackBlock[] {
  const title = plainWords(text)
    .replaceAll(/\s*\n\s*/gu, ' ')
    .trim()
  if (level === 1 && title !== '' && title.length <= SLACK_LIMITS.headerCharacters)
    return [{ type: 'header', text: plainText(title) }]
  return richStretches([{ kind: 'strong', text: title }]).map((elements) => richText([section(elements)]))
}

/** Each sentence between its own guillemets: two sentences need not stand side by side in the article. */
function renderQuote({ sentences, source }: Block & { readonly kind: 'quote' }): readonly SlackBlock[] {
  const said = sentences.map((sentence) => plainWords(sentence).trim()).filter((sentence) => sentence !== '')
  const quotes = richStretches([plainSpan(said.map(guillemets).join('\n'))]).map((elements) =>
    quote(elements),
  )
  const origin = richStretches(source.length === 0 ? [] : [plainSpan('— '), ...source])
  const [first, ...more] = origin.map((elements) => section(elements))
  const parts = quotes.map((part) => [part]) satisfies RichTextPart[][]
  const together: RichTextPart[][] = parts
  const last = together.at(-1)
  if (first !== undefined) {
    // The source stays with the last words of its quotation.
    if (last !== undefined && weightOf([...last, first]) <= SLACK_LIMITS.richTextCharacters) last.push(first)
    else together.push([first])
  }
  return [...together, ...more.map((part) => [part])].map(richText)
}

function renderList(items: readonly (readonly Span[])[]): readonly SlackBlock[] {
  const sections = items.flatMap((item) => richStretches(item)).map(section)
  const lists: types.RichTextSection[][] = []
  for (const item of sections) {
    const open = lists.at(-1)
    if (open !== undefined && weightOf([...open, item]) <= SLACK_LIMITS.richTextCharacters) open.push(item)
    else lists.push([item])
  }
  return lists.map((elements) => richText([{ type: 'rich_text_list', style: 'bullet', elements }]))
}

/** Small print; Slack has none with links in it that would leave other people's characters alone. */
function renderContext(spans: readonly Span[]): readonly SlackBlock[] {
  if (spans.some(({ kind }) => kind === 'link'))
    return richStretches(spans).map((elements) => richText([section(elements)]))
  const words = plainWords(spans.map(({ text }) => text).join(''))
  return splitText(words, (piece) => weightOf(piece) <= SLACK_LIMITS.textCharacters).map((text) => ({
    type: 'context',
    elements: [plainText(text)],
  }))
}

function renderButtons(buttons: readonly Button[], position: number): readonly SlackBlock[] {
  const elements = buttons
    .slice(0, SLACK_LIMITS.actionsElements)
    .map((button, index) => renderButton(button, `${button.action.verb}-${position}-${index}`))
  return elements.length === 0 ? [] : [{ type: 'actions', elements }]
}

function renderButton({ label, action, style }: Button, actionId: string): types.Button {
  const words = shortened(plainWords(label), SLACK_LIMITS.buttonLabelCharacters)
  return {
    type: 'button',
    action_id: actionId,
    // Slack takes no button without words; a dot can still be pressed.
    text: plainText(words === '' ? '•' : words),
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

function quote(elements: Elements): types.RichTextQuote {
  return { type: 'rich_text_quote', elements }
}

/** `:fire:` stays what it is: five letters and two colons. */
export function plainText(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false }
}
