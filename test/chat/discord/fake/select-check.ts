// Refuses select menus that Discord refuses, in messages and in modals. Knows no other component.
import { join, type BodyCheck } from './body-check.ts'
import { textOf, type Json } from './json.ts'

/** String, user, role, mentionable and channel selects; discord-api-docs, components/reference. */
export const SELECT_TYPES: readonly number[] = [3, 5, 6, 7, 8]
const STRING_SELECT = 3
const CHANNEL_SELECT = 8

/** Counts and characters; discord-api-docs, components/reference. */
const LIMITS = { customId: 100, options: 25, placeholder: 150, label: 100, value: 100, description: 100 }

const KEYS = ['type', 'id', 'custom_id', 'placeholder', 'min_values', 'max_values', 'disabled', 'required']

export function checkSelect(check: BodyCheck, path: string, select: Json): void {
  const isString = select['type'] === STRING_SELECT
  check.keys(path, select, [
    ...KEYS,
    isString ? 'options' : 'default_values',
    ...(select['type'] === CHANNEL_SELECT ? ['channel_types'] : []),
  ])
  check.text(join(path, 'custom_id'), select['custom_id'], { min: 1, max: LIMITS.customId, isRequired: true })
  check.text(join(path, 'placeholder'), select['placeholder'], { max: LIMITS.placeholder })
  check.whole(join(path, 'min_values'), select['min_values'], 0, LIMITS.options)
  check.whole(join(path, 'max_values'), select['max_values'], 1, LIMITS.options)
  check.flag(join(path, 'disabled'), select['disabled'])
  const min = Number(select['min_values'] ?? 1)
  const max = Number(select['max_values'] ?? 1)
  if (min > max)
    check.add(join(path, 'min_values'), 'SELECT_COMPONENT_MIN_MAX', 'min_values exceeds max_values')
  if (isString) checkOptions(check, join(path, 'options'), select['options'], min, max)
}

function checkOptions(check: BodyCheck, path: string, value: unknown, min: number, max: number): void {
  const options = check.records(path, value, 1, LIMITS.options)
  const values = new Set<string>()
  options.forEach((option, place) => {
    const at = join(path, place)
    check.keys(at, option, ['label', 'value', 'description', 'emoji', 'default'])
    check.text(join(at, 'label'), option['label'], { min: 1, max: LIMITS.label, isRequired: true })
    check.text(join(at, 'value'), option['value'], { min: 1, max: LIMITS.value, isRequired: true })
    check.text(join(at, 'description'), option['description'], { max: LIMITS.description })
    if (values.has(textOf(option['value'])))
      check.add(join(at, 'value'), 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The value is already used')
    values.add(textOf(option['value']))
  })
  if (options.length < min || (max > options.length && options.length > 0))
    check.add(path, 'SELECT_COMPONENT_MIN_MAX', 'min_values and max_values exceed the number of options')
  if (options.filter((option) => option['default'] === true).length > max)
    check.add(path, 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', 'More defaults than max_values')
}
