// Refuses modals that Discord refuses. Knows nothing of messages.
import { join, type BodyCheck } from './body-check.ts'
import { checkCustomId, checkCustomIds, COMPONENT } from './component-check.ts'
import { textOf, type Json } from './json.ts'
import { checkSelect, SELECT_TYPES } from './select-check.ts'

/** Counts and characters; discord-api-docs, interactions/receiving-and-responding and components/reference. */
const LIMITS = { title: 45, rows: 5, label: 45, description: 100, placeholder: 100, value: 4000, text: 4000 }

const TEXT_INPUT_KEYS = [
  'type',
  'id',
  'custom_id',
  'style',
  'label',
  'value',
  'placeholder',
  'required',
  'min_length',
  'max_length',
]

/** File upload, radio group, checkbox group, checkbox: let through, with their custom id checked. */
const OTHER_INPUTS: ReadonlySet<number> = new Set([19, 21, 22, 23])

export function checkModal(check: BodyCheck, path: string, modal: Json): void {
  check.keys(path, modal, ['custom_id', 'title', 'components'])
  checkCustomId(check, path, modal['custom_id'])
  check.text(join(path, 'title'), modal['title'], { min: 1, max: LIMITS.title, isRequired: true })
  const at = join(path, 'components')
  const components = check.records(at, modal['components'], 1, LIMITS.rows)
  components.forEach((component, place) => checkModalPart(check, join(at, place), component))
  checkCustomIds(check, at, components)
}

function checkModalPart(check: BodyCheck, path: string, part: Json): void {
  const type = part['type']
  if (type === COMPONENT.row) {
    check.keys(path, part, ['type', 'id', 'components'])
    check.records(join(path, 'components'), part['components'], 1, 1).forEach((input, place) => {
      const at = join(path, `components.${place}`)
      if (input['type'] !== COMPONENT.textInput)
        check.add(join(at, 'type'), 'UNION_TYPE_CHOICES', 'A row of a modal holds one text input.')
      else checkTextInput(check, at, input, true)
    })
  } else if (type === COMPONENT.label) {
    checkLabel(check, path, part)
  } else if (type === COMPONENT.text) {
    check.keys(path, part, ['type', 'id', 'content'])
    check.text(join(path, 'content'), part['content'], { min: 1, max: LIMITS.text, isRequired: true })
  } else {
    check.add(join(path, 'type'), 'UNION_TYPE_CHOICES', 'Value of field "type" is not allowed in a modal.')
  }
}

function checkLabel(check: BodyCheck, path: string, label: Json): void {
  check.keys(path, label, ['type', 'id', 'label', 'description', 'component'])
  check.text(join(path, 'label'), label['label'], { min: 1, max: LIMITS.label, isRequired: true })
  check.text(join(path, 'description'), label['description'], { min: 1, max: LIMITS.description })
  const at = join(path, 'component')
  const [input] = check.records(at, label['component'] === undefined ? [] : [label['component']], 1, 1)
  if (input === undefined) return
  const type = Number(input['type'])
  if (type === COMPONENT.textInput) checkTextInput(check, at, input, false)
  else if (SELECT_TYPES.includes(type)) checkSelect(check, at, input)
  else if (OTHER_INPUTS.has(type)) checkCustomId(check, at, input['custom_id'])
  else check.add(join(at, 'type'), 'UNION_TYPE_CHOICES', 'Value of field "type" is not allowed in a label.')
}

function checkTextInput(check: BodyCheck, path: string, input: Json, needsLabel: boolean): void {
  check.keys(path, input, TEXT_INPUT_KEYS)
  checkCustomId(check, path, input['custom_id'])
  check.whole(join(path, 'style'), input['style'], 1, 2, true)
  check.text(join(path, 'label'), input['label'], { min: 1, max: LIMITS.label, isRequired: needsLabel })
  if (!needsLabel && typeof input['label'] === 'string')
    check.add(join(path, 'label'), 'COMPONENT_LABEL_IN_LABEL', 'The label stands on the surrounding label')
  check.text(join(path, 'placeholder'), input['placeholder'], { max: LIMITS.placeholder })
  check.text(join(path, 'value'), input['value'], { max: LIMITS.value })
  check.whole(join(path, 'min_length'), input['min_length'], 0, LIMITS.value)
  check.whole(join(path, 'max_length'), input['max_length'], 1, LIMITS.value)
  check.flag(join(path, 'required'), input['required'])
  const max = Number(input['max_length'] ?? LIMITS.value)
  if (Number(input['min_length'] ?? 0) > max)
    check.add(join(path, 'min_length'), 'TEXT_INPUT_MIN_MAX', 'min_length exceeds max_length')
  if (textOf(input['value']).length > max)
    check.add(join(path, 'value'), 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
}
