// Blocks and views of Slack as lines of text, marks taken away, as its client shows them. Asks nobody.
import { isRecord, type Json, recordsOf, textOf } from '../test/chat/slack/fake/json.ts'
import { visibleBlocks } from '../test/chat/slack/fake/visible-text.ts'
import { buttonRow } from './transcript-stage.ts'

export function screenOf(blocks: readonly Json[]): string {
  return blocks.map(blockLines).join('\n')
}

function blockLines(block: Json): string {
  const elements = recordsOf(block['elements'])
  switch (block['type']) {
    case 'actions':
      return buttonRow(elements.map((element) => labelOf(element['text'])))
    case 'rich_text':
      return elements.map(partLines).join('\n')
    case 'input':
      return inputLines(block)
    default:
      return visibleBlocks([block]).text
  }
}

const show = (part: Json): string => visibleBlocks([{ type: 'rich_text', elements: [part] }]).text

function partLines(part: Json): string {
  switch (part['type']) {
    case 'rich_text_list':
      return recordsOf(part['elements'])
        .map((item) => `• ${show(item)}`)
        .join('\n')
    case 'rich_text_quote':
      return show(part)
        .split('\n')
        .map((line) => `▏ ${line}`)
        .join('\n')
    default:
      return show(part)
  }
}

export function viewScreenOf(view: Json): string {
  const ends = [view['close'], view['submit']].map(labelOf).filter((label) => label !== '')
  return [
    ...(view['type'] === 'modal' ? [`── ${labelOf(view['title'])} ──`] : []),
    screenOf(recordsOf(view['blocks'])),
    ...(ends.length === 0 ? [] : [buttonRow(ends)]),
  ].join('\n')
}

function inputLines(block: Json): string {
  const element = isRecord(block['element']) ? block['element'] : {}
  const isOptional = block['optional'] === true ? ' (facultatif)' : ''
  const hint = labelOf(block['hint'])
  return [
    `${labelOf(block['label'])}${isOptional}`,
    `  ▢ ${valueOf(element)}`,
    ...(hint === '' ? [] : [`  ${hint}`]),
  ].join('\n')
}

/** What stands in the field; of boxes, all of them. */
function valueOf(element: Json): string {
  const chosen = recordsOf(element['initial_options']).map(({ text }) => labelOf(text))
  if (element['type'] === 'checkboxes')
    return recordsOf(element['options'])
      .map(({ text }) => `${chosen.includes(labelOf(text)) ? '☑' : '☐'} ${labelOf(text)}`)
      .join('  ')
  const option = element['initial_option']
  return [
    textOf(element['initial_value']),
    isRecord(option) ? labelOf(option['text']) : '',
    ...chosen,
    textOf(element['initial_conversation']),
  ]
    .filter((value) => value !== '')
    .join(', ')
}

function labelOf(value: unknown): string {
  return isRecord(value) ? textOf(value['text']) : ''
}
