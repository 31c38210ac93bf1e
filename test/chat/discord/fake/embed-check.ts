// Refuses embeds that Discord refuses. Knows nothing of the rest of a message.
import { join, type BodyCheck } from './body-check.ts'
import { isRecord, recordOf, recordsOf, textOf, type Json } from './json.ts'

/** Characters; discord-api-docs, resources/message, embed limits. */
const LIMITS = {
  embeds: 10,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  total: 6000,
  address: 2048,
} as const

const KEYS = [
  'type',
  'url',
  'title',
  'color',
  'timestamp',
  'description',
  'author',
  'image',
  'thumbnail',
  'footer',
  'fields',
  'provider',
  'video',
]
const PICTURE_KEYS = ['url', 'proxy_url', 'height', 'width', 'description', 'content_type', 'flags']
const FILE_OR_WEB = /^(?:https?|attachment):$/

/** Checks all embeds of a message, and the 6,000 characters over all of them. */
export function checkEmbeds(check: BodyCheck, path: string, value: unknown): void {
  const embeds = check.records(path, value, 0, LIMITS.embeds)
  embeds.forEach((embed, place) => checkEmbed(check, join(path, place), embed))
  const total = embeds.reduce((sum, embed) => sum + embedLength(embed), 0)
  if (total > LIMITS.total)
    check.add(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${LIMITS.total}`)
}

/** Title, description, fields, footer and author: what counts towards the 6,000. */
const embedLength = (embed: Json): number =>
  [
    textOf(embed['title']),
    textOf(embed['description']),
    textOf(recordOf(embed['footer'])['text']),
    textOf(recordOf(embed['author'])['name']),
    ...recordsOf(embed['fields']).flatMap((field) => [textOf(field['name']), textOf(field['value'])]),
  ].join('').length

function checkEmbed(check: BodyCheck, path: string, embed: Json): void {
  check.keys(path, embed, KEYS)
  check.text(join(path, 'title'), embed['title'], { max: LIMITS.title })
  check.text(join(path, 'description'), embed['description'], { max: LIMITS.description })
  check.whole(join(path, 'color'), embed['color'], 0, 0xffffff)
  if (embed['url'] !== undefined && embed['url'] !== null)
    check.address(join(path, 'url'), embed['url'], LIMITS.address)
  const moment = embed['timestamp']
  if (moment !== undefined && moment !== null && Number.isNaN(Date.parse(textOf(moment))))
    check.add(join(path, 'timestamp'), 'DATE_TIME_TYPE_PARSE', 'Could not parse. Should be ISO8601.')
  checkFields(check, join(path, 'fields'), embed['fields'])
  checkNamed(check, join(path, 'footer'), embed['footer'], 'text', LIMITS.footer)
  checkNamed(check, join(path, 'author'), embed['author'], 'name', LIMITS.author)
  for (const key of ['image', 'thumbnail']) checkPicture(check, join(path, key), embed[key])
  if (!hasSomething(embed))
    check.add(join(path, 'description'), 'BASE_TYPE_REQUIRED', 'This field is required')
}

const hasSomething = (embed: Json): boolean =>
  embedLength(embed) > 0 || isRecord(embed['image']) || isRecord(embed['thumbnail'])

function checkFields(check: BodyCheck, path: string, value: unknown): void {
  check.records(path, value, 0, LIMITS.fields).forEach((field, place) => {
    const at = join(path, place)
    check.keys(at, field, ['name', 'value', 'inline'])
    check.text(join(at, 'name'), field['name'], { min: 1, max: LIMITS.fieldName, isRequired: true })
    check.text(join(at, 'value'), field['value'], { min: 1, max: LIMITS.fieldValue, isRequired: true })
    check.flag(join(at, 'inline'), field['inline'])
  })
}

function checkNamed(check: BodyCheck, path: string, value: unknown, key: string, max: number): void {
  if (value === undefined || value === null) return
  const part = recordOf(value)
  check.keys(path, part, [key, 'url', 'icon_url', 'proxy_icon_url'])
  check.text(join(path, key), part[key], { min: 1, max, isRequired: true })
  if (part['url'] !== undefined) check.address(join(path, 'url'), part['url'], LIMITS.address)
  if (part['icon_url'] !== undefined)
    check.address(join(path, 'icon_url'), part['icon_url'], LIMITS.address, FILE_OR_WEB)
}

function checkPicture(check: BodyCheck, path: string, value: unknown): void {
  if (value === undefined || value === null) return
  const picture = recordOf(value)
  check.keys(path, picture, PICTURE_KEYS)
  check.address(join(path, 'url'), picture['url'], LIMITS.address, FILE_OR_WEB)
}
