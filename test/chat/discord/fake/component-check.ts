// Refuses message components that Discord refuses, classic ones and those of version 2. Knows nothing of modals.
import { join, type BodyCheck } from './body-check.ts'
import { isRecord, recordOf, textOf, type Json } from './json.ts'
import { checkSelect, SELECT_TYPES } from './select-check.ts'

/** Kinds of components; discord-api-docs, components/reference. */
export const COMPONENT = {
  row: 1,
  button: 2,
  textInput: 4,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const

/** Counts and characters; discord-api-docs, components/reference. */
const LIMITS = {
  rows: 5,
  buttons: 5,
  customId: 100,
  label: 80,
  link: 512,
  components: 40,
  text: 4000,
  sectionTexts: 3,
  galleryItems: 10,
  description: 1024,
} as const

const LINK_STYLE = 5
const LAYOUT_TYPES: ReadonlySet<number> = new Set([1, 9, 10, 12, 13, 14, 17])
const IN_CONTAINER: ReadonlySet<number> = new Set([1, 9, 10, 12, 13, 14])
const WEB_OR_DISCORD = /^(?:https?|discord):$/
const FILE_OR_WEB = /^(?:https?|attachment):$/

/** Every component below and with these, in reading order. */
export const allComponents = (components: readonly Json[]): readonly Json[] =>
  components.flatMap((component) => [
    component,
    ...allComponents(Array.isArray(component['components']) ? component['components'].filter(isRecord) : []),
    ...(isRecord(component['accessory']) ? [component['accessory']] : []),
    ...(isRecord(component['component']) ? [component['component']] : []),
  ])

/** Checks the `components` of a message; `isLayout`: the message carries the flag of components V2. */
export function checkComponents(check: BodyCheck, path: string, value: unknown, isLayout: boolean): void {
  const max = isLayout ? LIMITS.components : LIMITS.rows
  const components = check.records(path, value, 0, max)
  components.forEach((component, place) => {
    const at = join(path, place)
    const type = Number(component['type'])
    if (isLayout ? !LAYOUT_TYPES.has(type) : type !== COMPONENT.row)
      check.add(join(at, 'type'), 'UNION_TYPE_CHOICES', 'Value of field "type" is not allowed here.')
    else checkComponent(check, at, component)
  })
  checkCustomIds(check, path, components)
  const all = allComponents(components)
  if (isLayout && all.length > LIMITS.components)
    check.add(path, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', 'At most 40 components, nested ones included.')
  const texts = all.filter((component) => component['type'] === COMPONENT.text)
  if (texts.reduce((sum, text) => sum + textOf(text['content']).length, 0) > LIMITS.text)
    check.add(path, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', 'Displayable text exceeds 4000 characters.')
}

/** Two components of one message (or modal) never share a custom id. */
export function checkCustomIds(check: BodyCheck, path: string, components: readonly Json[]): void {
  const seen = new Set<string>()
  for (const component of allComponents(components)) {
    const id = component['custom_id']
    if (typeof id !== 'string') continue
    if (seen.has(id))
      check.add(path, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')
    seen.add(id)
  }
}

export function checkCustomId(check: BodyCheck, path: string, value: unknown): void {
  check.text(join(path, 'custom_id'), value, { min: 1, max: LIMITS.customId, isRequired: true })
}

function checkComponent(check: BodyCheck, path: string, component: Json): void {
  switch (component['type']) {
    case COMPONENT.row:
      return checkRow(check, path, component)
    case COMPONENT.section:
      return checkSection(check, path, component)
    case COMPONENT.text:
      check.keys(path, component, ['type', 'id', 'content'])
      return check.text(join(path, 'content'), component['content'], {
        min: 1,
        max: LIMITS.text,
        isRequired: true,
      })
    case COMPONENT.gallery:
      return checkGallery(check, path, component)
    case COMPONENT.file:
      check.keys(path, component, ['type', 'id', 'file', 'spoiler', 'name', 'size'])
      return check.address(join(path, 'file.url'), recordOf(component['file'])['url'], 2048, /^attachment:$/)
    case COMPONENT.separator:
      check.keys(path, component, ['type', 'id', 'divider', 'spacing'])
      return check.whole(join(path, 'spacing'), component['spacing'], 1, 2)
    case COMPONENT.container:
      return checkContainer(check, path, component)
    default:
      check.add(join(path, 'type'), 'UNION_TYPE_CHOICES', 'Value of field "type" is not allowed here.')
  }
}

function checkRow(check: BodyCheck, path: string, row: Json): void {
  check.keys(path, row, ['type', 'id', 'components'])
  const at = join(path, 'components')
  const items = check.records(at, row['components'], 1, LIMITS.buttons)
  const hasSelect = items.some((item) => SELECT_TYPES.includes(Number(item['type'])))
  if (hasSelect && items.length > 1)
    check.add(at, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width')
  items.forEach((item, place) => {
    const itemPath = join(at, place)
    if (item['type'] === COMPONENT.button) checkButton(check, itemPath, item)
    else if (SELECT_TYPES.includes(Number(item['type']))) checkSelect(check, itemPath, item)
    else check.add(join(itemPath, 'type'), 'UNION_TYPE_CHOICES', 'A row holds buttons or one select.')
  })
}

function checkButton(check: BodyCheck, path: string, button: Json): void {
  check.keys(path, button, [
    'type',
    'id',
    'style',
    'label',
    'emoji',
    'custom_id',
    'url',
    'disabled',
    'sku_id',
  ])
  check.whole(join(path, 'style'), button['style'], 1, LINK_STYLE, true)
  check.text(join(path, 'label'), button['label'], { max: LIMITS.label })
  check.flag(join(path, 'disabled'), button['disabled'])
  if (textOf(button['label']).trim() === '' && !isRecord(button['emoji']))
    check.add(join(path, 'label'), 'BUTTON_COMPONENT_MISSING_LABEL', 'A button must have a label or an emoji')
  if (button['style'] === LINK_STYLE) {
    check.address(join(path, 'url'), button['url'], LIMITS.link, WEB_OR_DISCORD)
    if (typeof button['custom_id'] === 'string')
      check.add(join(path, 'custom_id'), 'BUTTON_COMPONENT_CUSTOM_ID_URL', 'A link button has no custom id')
  } else {
    checkCustomId(check, path, button['custom_id'])
    if (typeof button['url'] === 'string')
      check.add(join(path, 'url'), 'BUTTON_COMPONENT_CUSTOM_ID_URL', 'Only a link button has an url')
  }
}

function checkSection(check: BodyCheck, path: string, section: Json): void {
  check.keys(path, section, ['type', 'id', 'components', 'accessory'])
  const at = join(path, 'components')
  check.records(at, section['components'], 1, LIMITS.sectionTexts).forEach((item, place) => {
    if (item['type'] === COMPONENT.text) checkComponent(check, join(at, place), item)
    else check.add(join(at, `${place}.type`), 'UNION_TYPE_CHOICES', 'A section holds text displays.')
  })
  const accessory = recordOf(section['accessory'])
  const accessoryPath = join(path, 'accessory')
  if (accessory['type'] === COMPONENT.button) checkButton(check, accessoryPath, accessory)
  else if (accessory['type'] === COMPONENT.thumbnail) checkMedia(check, accessoryPath, accessory)
  else check.add(accessoryPath, 'BASE_TYPE_REQUIRED', 'A section needs a button or a thumbnail')
}

function checkContainer(check: BodyCheck, path: string, container: Json): void {
  check.keys(path, container, ['type', 'id', 'components', 'accent_color', 'spoiler'])
  check.whole(join(path, 'accent_color'), container['accent_color'], 0, 0xffffff)
  const at = join(path, 'components')
  check.records(at, container['components'], 1, LIMITS.components).forEach((item, place) => {
    if (IN_CONTAINER.has(Number(item['type']))) checkComponent(check, join(at, place), item)
    else check.add(join(at, `${place}.type`), 'UNION_TYPE_CHOICES', 'Not allowed in a container.')
  })
}

function checkGallery(check: BodyCheck, path: string, gallery: Json): void {
  check.keys(path, gallery, ['type', 'id', 'items'])
  const at = join(path, 'items')
  const items = check.records(at, gallery['items'], 1, LIMITS.galleryItems)
  items.forEach((item, place) => checkMedia(check, join(at, place), item))
}

function checkMedia(check: BodyCheck, path: string, media: Json): void {
  check.keys(path, media, ['type', 'id', 'media', 'description', 'spoiler'])
  check.address(join(path, 'media.url'), recordOf(media['media'])['url'], 2048, FILE_OR_WEB)
  check.text(join(path, 'description'), media['description'], { min: 1, max: LIMITS.description })
}
