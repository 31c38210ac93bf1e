// What went wrong with a call to Slack, in our words. Pure: decides nothing about the next attempt.
import type { Instant } from '../../core/calendar.ts'
import { ExplainedError, type PostFailureReason } from '../../core/failures.ts'
import { AccessRefused } from './access-refused.ts'

interface Trouble {
  readonly reason?: PostFailureReason
  readonly retryAt?: Instant
}

/** Codes that `ok: false` comes with; docs.slack.dev, chat.postMessage, conversations.open, conversations.history. */
const REASONS: ReadonlyMap<string, PostFailureReason> = new Map(
  (
    [
      [
        'token-refused',
        'invalid_auth not_authed account_inactive token_revoked token_expired no_permission org_login_required invalid_token',
      ],
      ['channel-archived', 'is_archived'],
      ['channel-missing', 'channel_not_found invalid_channel channel_is_limited_access'],
      ['not-a-member', 'not_in_channel'],
      [
        'forbidden',
        'restricted_action restricted_action_read_only_channel restricted_action_thread_only_channel ' +
          'restricted_action_non_threadable_channel restricted_action_thread_locked missing_scope not_allowed_token_type ' +
          'ekm_access_denied access_denied team_access_not_granted method_not_supported_for_channel_type ' +
          'messages_tab_disabled message_limit_exceeded enterprise_is_restricted user_is_restricted',
      ],
      [
        'person-unreachable',
        'cannot_dm_bot user_not_found user_disabled user_not_visible users_not_found users_list_not_supplied ' +
          'invalid_user_combination user_is_bot',
      ],
      [
        'invalid',
        'invalid_blocks invalid_blocks_format msg_blocks_too_long msg_too_long no_text invalid_arguments ' +
          'invalid_arg_name too_many_attachments attachment_payload_limit_exceeded invalid_metadata_format ' +
          'invalid_metadata_schema metadata_too_large metadata_must_be_sent_from_app invalid_post_type invalid_charset ' +
          'invalid_array_arg invalid_form_data missing_post_type unsupported_type cannot_parse_attachment',
      ],
      [
        'platform-failing',
        'internal_error fatal_error service_unavailable request_timeout team_added_to_org accesslimited',
      ],
      ['rate-limited', 'ratelimited rate_limited message_limit_reached'],
    ] as const
  ).flatMap(([reason, codes]) => codes.split(' ').map((code) => [code, reason] as const)),
)

/** When Slack says «too often» and not until when; docs.slack.dev: rates are counted by the minute. */
const UNTOLD_PAUSE: Instant = 60_000

export function postFailure(channel: string, error: unknown, now: Instant): ExplainedError {
  if (error instanceof ExplainedError) return error
  return new ExplainedError(
    { code: 'post-failed', channel: `slack:${channel}`, ...troubleOf(error, now) },
    { cause: error },
  )
}

export function troubleOf(error: unknown, now: Instant): Trouble {
  if (error instanceof AccessRefused) return { reason: error.reason }
  const pause = pauseOf(error)
  if (pause !== undefined) return { reason: 'rate-limited', retryAt: now + pause }
  const code = platformCodeOf(error)
  if (code !== undefined) {
    const reason = REASONS.get(code)
    if (reason !== undefined) return { reason }
    // Not one of Slack's words: a page of a proxy, or half an answer.
    return /^\w+$/u.test(code) ? {} : { reason: 'platform-failing' }
  }
  const status = numberOf(error, 'statusCode')
  if (status !== undefined) return { reason: 'platform-failing' }
  const reason = networkReason(error)
  return reason === undefined ? {} : { reason }
}

/** How long Slack asks to be left alone; undefined when it does not. */
export function pauseOf(error: unknown): Instant | undefined {
  const seconds = numberOf(error, 'retryAfter')
  if (seconds !== undefined) return Math.max(seconds, 1) * 1000
  const code = platformCodeOf(error)
  if (code !== undefined && REASONS.get(code) === 'rate-limited') return UNTOLD_PAUSE
  // The client's own words for a 429 without a number.
  const isUntold = error instanceof Error && error.message.startsWith('Retry header did not contain')
  return isUntold ? UNTOLD_PAUSE : undefined
}

/** The code of an answer `ok: false`; undefined when Slack did not answer so. */
export function platformCodeOf(error: unknown): string | undefined {
  const data = propertyOf(error, 'data')
  const code = propertyOf(data, 'error')
  return typeof code === 'string' ? code : undefined
}

/** Names of libuv and of undici; a connection that was never made carried nothing. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
])
const CUT = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ECONNABORTED', 'UND_ERR_ABORTED'])
const TIMED_OUT = new Set(['ETIMEDOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])

function networkReason(error: unknown): PostFailureReason | undefined {
  const chain = causesOf(error)
  const codes = chain.map((each) => propertyOf(each, 'code'))
  const has = (names: ReadonlySet<unknown>): boolean => codes.some((code) => names.has(code))
  if (chain.some((each) => propertyOf(each, 'name') === 'TimeoutError') || has(TIMED_OUT)) return 'timed-out'
  if (
    has(NEVER_CONNECTED) ||
    codes.some((code) => /^(?:ERR_TLS|CERT_|DEPTH_ZERO|UNABLE_TO)/u.test(String(code)))
  )
    return 'unreachable'
  const isCut = has(CUT) || chain.some((each) => each instanceof TypeError && each.message === 'terminated')
  return isCut ? 'cut' : undefined
}

/** The error, what caused it, and what its library keeps as the original; at most five deep. */
function causesOf(error: unknown): readonly unknown[] {
  const chain: unknown[] = []
  for (let current = error; current !== undefined && chain.length < 5;) {
    chain.push(current)
    const errors = propertyOf(current, 'errors')
    if (Array.isArray(errors)) chain.push(...errors)
    current = propertyOf(current, 'original') ?? propertyOf(current, 'cause')
  }
  return chain
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function numberOf(value: unknown, name: string): number | undefined {
  const found = propertyOf(value, name)
  return typeof found === 'number' ? found : undefined
}
