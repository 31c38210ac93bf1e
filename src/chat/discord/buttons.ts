// Buttons as Discord's components, and what a pressed one carries back. Carries nothing out.
import { type Action, formatAction, parseAction } from '../../core/action.ts'
import type { Button } from '../../core/message.ts'
import { labelOf } from './label.ts'
import { DISCORD_LIMITS } from './limits.ts'

export interface ButtonRow {
  readonly type: 1
  readonly components: readonly ButtonComponent[]
}

interface ButtonComponent {
  readonly type: 2
  readonly style: 1 | 2 | 4
  readonly label: string
  readonly custom_id: string
}

/** Primary, secondary, danger; components/reference, button styles. */
const STYLES = { primary: 1, plain: 2, danger: 4 } as const satisfies Readonly<
  Record<Button['style'], number>
>

/** Behind the action stands the key of the message: so our own message is known again. */
const KEY_MARK = '#'

/** Rows of buttons; a block keeps rows of its own while one message has room for them. */
export function packButtons(blocks: readonly (readonly Button[])[]): readonly (readonly Button[])[] {
  const { rowButtons, buttonRows } = DISCORD_LIMITS
  const apart = blocks.flatMap((buttons) => chunks(buttons, rowButtons))
  return apart.length <= buttonRows ? apart : chunks(blocks.flat(), rowButtons)
}

/** The rows of one message, which has this key. */
export function renderRows(rows: readonly (readonly Button[])[], key: string): readonly ButtonRow[] {
  const seen = new Map<string, number>()
  return rows.map((buttons) => ({
    type: 1,
    components: buttons.map((button) => ({
      type: 2,
      style: STYLES[button.style],
      label: labelOf(button.label, DISCORD_LIMITS.labelCharacters),
      custom_id: customIdOf(button.action, key, seen),
    })),
  }))
}

/** Discord refuses two buttons of one id: the second of the same action gets a number. */
function customIdOf(action: Action, key: string, seen: Map<string, number>): string {
  const text = formatAction(action)
  const count = (seen.get(text) ?? 0) + 1
  seen.set(text, count)
  return `${text}${count === 1 ? '' : `${KEY_MARK}${count}`}${KEY_MARK}${key}`
}

/** Undefined for the button of an older version, or of somebody else's making. */
export function actionOf(customId: string): Action | undefined {
  return parseAction(customId.split(KEY_MARK)[0] ?? '')
}

/** Whether a button belongs to the message, or the piece of one, that has this key. */
export function isOfKey(customId: string, key: string): boolean {
  return customId.endsWith(`${KEY_MARK}${key}`)
}

/** Of the message whose button this is. */
export function keyOf(customId: string): string {
  return customId.slice(customId.lastIndexOf(KEY_MARK) + 1)
}

export function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
