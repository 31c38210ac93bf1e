// Refuses messages that Discord refuses: bodies of posts, edits, replies to interactions and follow-ups.
import { BodyCheck, join } from './body-check.ts'
import { checkComponents } from './component-check.ts'
import { checkEmbeds } from './embed-check.ts'
import { invalidBody, refusal } from './api-error.ts'
import { isRecord, listOf, recordsOf, textOf, type Json } from './json.ts'

/** Bits of `flags`; discord-api-docs, resources/message. */
export const MESSAGE_FLAG = {
  suppressEmbeds: 4,
  hasThread: 32,
  ephemeral: 64,
  loading: 128,
  silent: 4096,
  layout: 32_768,
} as const

/** Characters and counts; discord-api-docs, resources/message. */
const LIMITS = { content: 2000, nonce: 25, attachments: 10, alternative: 1024, mentions: 100 } as const

/** Which request carries the message: each takes other keys and other flags. */
export type MessageKind = 'post' | 'edit' | 'reply' | 'follow-up' | 'reply-edit'

/** discord.js sends `tts` and `enforce_nonce` as false with every message, wherever it goes. */
const SHARED_KEYS = [
  'content',
  'embeds',
  'allowed_mentions',
  'components',
  'flags',
  'attachments',
  'tts',
  'poll',
  'enforce_nonce',
]
const KEYS: Readonly<Record<MessageKind, readonly string[]>> = {
  post: [...SHARED_KEYS, 'nonce', 'message_reference', 'sticker_ids'],
  edit: [...SHARED_KEYS, 'sticker_ids'],
  reply: SHARED_KEYS,
  'follow-up': [...SHARED_KEYS, 'username', 'avatar_url', 'thread_name', 'applied_tags'],
  'reply-edit': SHARED_KEYS,
}
const { suppressEmbeds, ephemeral, silent, layout } = MESSAGE_FLAG
const SETTABLE: Readonly<Record<MessageKind, number>> = {
  post: suppressEmbeds | silent | layout,
  edit: suppressEmbeds | layout,
  reply: suppressEmbeds | ephemeral | silent | layout,
  'follow-up': suppressEmbeds | ephemeral | silent | layout,
  'reply-edit': suppressEmbeds | layout,
}

/** What stands before an edit: the message as stored. */
export interface EditedBefore {
  readonly content: string
  readonly embeds: readonly Json[]
  readonly components: readonly Json[]
  readonly attachments: readonly Json[]
  readonly flags: number
}

/** Throws the refusal that Discord would answer; returns when the body may stand. `fileCount`: uploaded beside it. */
export function checkMessage(body: Json, kind: MessageKind, fileCount: number, before?: EditedBefore): void {
  const check = new BodyCheck()
  check.keys('', body, KEYS[kind])
  check.text('content', body['content'], { max: LIMITS.content })
  check.flag('tts', body['tts'])
  checkEmbeds(check, 'embeds', body['embeds'])
  const isLayout = hasLayoutFlag(check, body, kind, before)
  checkComponents(check, 'components', body['components'], isLayout)
  if (isLayout) checkLayoutIsAlone(check, body, kind)
  checkAllowedMentions(check, body['allowed_mentions'])
  checkNonce(check, body, kind)
  checkAttachments(check, body['attachments'], fileCount)
  if (check.problems.length > 0) throw invalidBody(check.tree())
  if (isEmpty(body, fileCount, isLayout, before)) throw refusal('empty-message')
}

function hasLayoutFlag(check: BodyCheck, body: Json, kind: MessageKind, before?: EditedBefore): boolean {
  const flags = body['flags']
  check.whole('flags', flags, 0, 0x7fffffff)
  const given = typeof flags === 'number' ? flags : 0
  const wasLayout = ((before?.flags ?? 0) & layout) !== 0
  if ((given & ~(SETTABLE[kind] | (before?.flags ?? 0))) !== 0)
    check.add('flags', 'MESSAGE_FLAGS_NOT_SETTABLE', 'These flags cannot be set here.')
  if (wasLayout && typeof flags === 'number' && (given & layout) === 0)
    check.add('flags', 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG', 'The flag of components V2 stays.')
  return wasLayout || (given & layout) !== 0
}

/** Beside components V2 there is no content, embed, poll or sticker; an edit that turns to V2 clears them. */
function checkLayoutIsAlone(check: BodyCheck, body: Json, kind: MessageKind): void {
  const message = 'The field cannot be used with MessageFlags.IS_COMPONENTS_V2'
  if (textOf(body['content']) !== '')
    check.add('content', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message)
  for (const key of ['embeds', 'sticker_ids'])
    if (listOf(body[key]).length > 0)
      check.add(key, 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message)
  if (isRecord(body['poll']))
    check.add('poll', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message)
  if (kind !== 'edit' && kind !== 'reply-edit' && listOf(body['components']).length === 0)
    check.add('components', 'BASE_TYPE_REQUIRED', 'This field is required')
}

function checkAllowedMentions(check: BodyCheck, value: unknown): void {
  if (value === undefined || value === null) return
  if (!isRecord(value)) return check.add('allowed_mentions', 'MODEL_TYPE_CONVERT', 'Must be an object')
  check.keys('allowed_mentions', value, ['parse', 'users', 'roles', 'replied_user'])
  const parsed = listOf(value['parse'])
  for (const [place, kind] of parsed.entries())
    if (kind !== 'users' && kind !== 'roles' && kind !== 'everyone')
      check.add(`allowed_mentions.parse.${place}`, 'BASE_TYPE_CHOICES', 'Must be users, roles or everyone.')
  for (const key of ['users', 'roles']) {
    const listed = check.list(`allowed_mentions.${key}`, value[key], 0, LIMITS.mentions)
    if (listed.length > 0 && parsed.includes(key))
      check.add(
        'allowed_mentions',
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse and ${key} exclude each other`,
      )
  }
}

/** Only posts take a nonce: webhooks and replies to interactions leave it without effect. */
function checkNonce(check: BodyCheck, body: Json, kind: MessageKind): void {
  const nonce = body['nonce']
  check.flag('enforce_nonce', body['enforce_nonce'])
  if (kind !== 'post' && body['enforce_nonce'] === true)
    check.add(
      'enforce_nonce',
      'NONCE_WITHOUT_EFFECT',
      'No nonce holds here: it would promise what is not kept',
    )
  if (typeof nonce === 'number' && Number.isInteger(nonce)) return
  check.text('nonce', nonce, { max: LIMITS.nonce })
}

function checkAttachments(check: BodyCheck, value: unknown, fileCount: number): void {
  if (fileCount > LIMITS.attachments) check.add('attachments', 'BASE_TYPE_MAX_LENGTH', 'Must be 10 or fewer.')
  check.records('attachments', value, 0, LIMITS.attachments).forEach((attachment, place) => {
    const at = `attachments.${place}`
    check.text(join(at, 'description'), attachment['description'], { max: LIMITS.alternative })
    if (attachment['id'] === undefined)
      check.add(join(at, 'id'), 'BASE_TYPE_REQUIRED', 'This field is required')
  })
}

/** Classic buttons alone are nothing to show: they do not make a message. */
function isEmpty(body: Json, fileCount: number, isLayout: boolean, before?: EditedBefore): boolean {
  const content = body['content'] === undefined ? before?.content : body['content']
  const left = (key: 'embeds' | 'components' | 'attachments'): number =>
    body[key] === undefined ? (before?.[key].length ?? 0) : recordsOf(body[key]).length
  const files = before === undefined ? fileCount : fileCount + left('attachments')
  return (
    textOf(content).trim() === '' &&
    left('embeds') === 0 &&
    (!isLayout || left('components') === 0) &&
    files === 0 &&
    !isRecord(body['poll']) &&
    listOf(body['sticker_ids']).length === 0
  )
}
