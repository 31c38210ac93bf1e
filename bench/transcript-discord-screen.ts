// Messages and forms of Discord as lines of text, marks taken away, as its client shows them. Asks nobody.
import { type Json, recordsOf, textOf } from '../test/chat/discord/fake/json.ts'
import { seenMarkdown } from '../test/chat/discord/fake/markdown.ts'
import { seenModal } from '../test/chat/discord/fake/view.ts'
import { buttonRow } from './transcript-stage.ts'

/** Each line is read by itself: no mark of ours goes over a line end. `names` of channels by their ids. */
export function contentScreenOf(
  content: string,
  rows: readonly Json[],
  names: ReadonlyMap<string, string>,
): string {
  const options = { allowedMentions: { parse: [] }, names }
  const lines = content
    .split('\n')
    .map((line) => `${line.startsWith('> ') ? '▏ ' : ''}${seenMarkdown(line, options).text}`)
  const buttons = rows.map((row) => buttonRow(recordsOf(row['components']).map(({ label }) => textOf(label))))
  return [...lines, ...buttons].join('\n').trim()
}

export function modalScreenOf(modal: Json): string {
  const { title, text, fields } = seenModal(modal, '')
  const shown = fields.map(({ label, description, value, options, isRequired }) =>
    [
      `${label}${isRequired ? '' : ' (facultatif)'}`,
      `  ▢ ${options.length === 0 ? value : options.map((option) => option.label).join('  ')}`,
      ...(description === '' ? [] : [`  ${description}`]),
    ].join('\n'),
  )
  return [`── ${title} ──`, ...(text === '' ? [] : [text]), ...shown, '[Annuler] [Envoyer]'].join('\n')
}
