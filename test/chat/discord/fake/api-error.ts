// The refusals of Discord's REST API with their status and code, as its documentation lists them. Decides nothing.
import type { Json } from './json.ts'

/** A refusal on its way to the client: `{code, message, errors?}` under an HTTP status. */
export class ApiError extends Error {
  readonly status: number
  readonly code: number
  readonly errors: Json | undefined

  constructor(status: number, code: number, message: string, errors?: Json) {
    super(message)
    this.status = status
    this.code = code
    this.errors = errors
  }

  get body(): Json {
    return {
      message: this.message,
      code: this.code,
      ...(this.errors === undefined ? {} : { errors: this.errors }),
    }
  }
}

/** Status, code and message; discord-api-docs, topics/opcodes-and-status-codes, JSON error codes. */
const REFUSALS = {
  unauthorised: [401, 0, '401: Unauthorized'],
  'not-found': [404, 0, '404: Not Found'],
  'unknown-channel': [404, 10_003, 'Unknown Channel'],
  'unknown-guild': [404, 10_004, 'Unknown Guild'],
  'unknown-member': [404, 10_007, 'Unknown Member'],
  'unknown-message': [404, 10_008, 'Unknown Message'],
  'unknown-user': [404, 10_013, 'Unknown User'],
  'unknown-webhook': [404, 10_015, 'Unknown Webhook'],
  'unknown-interaction': [404, 10_062, 'Unknown interaction'],
  'unknown-command': [404, 10_063, 'Unknown application command'],
  'too-many-commands': [400, 30_032, 'Maximum number of application commands reached (100)'],
  'too-many-creations': [
    400,
    30_034,
    'Max number of daily application command creates has been reached (200)',
  ],
  'already-acknowledged': [400, 40_060, 'Interaction has already been acknowledged.'],
  'missing-access': [403, 50_001, 'Missing Access'],
  'not-for-direct-messages': [403, 50_003, 'Cannot execute action on a DM channel'],
  'not-your-message': [403, 50_005, 'Cannot edit a message authored by another user'],
  'empty-message': [400, 50_006, 'Cannot send an empty message'],
  'user-refuses': [403, 50_007, 'Cannot send messages to this user'],
  'not-a-text-channel': [400, 50_008, 'Cannot send messages in a non-text channel'],
  'missing-permissions': [403, 50_013, 'Missing Permissions'],
  'wrong-channel-type': [400, 50_024, 'Cannot execute action on this channel type'],
  'invalid-webhook-token': [401, 50_027, 'Invalid Webhook Token'],
  'invalid-recipient': [400, 50_033, 'Invalid Recipient(s)'],
  'invalid-json': [400, 50_109, 'The request body contains invalid JSON.'],
  'thread-archived': [400, 50_083, 'Thread is archived'],
  'reply-without-history': [400, 160_002, 'Cannot reply without permission to read message history'],
  'thread-exists': [400, 160_004, 'A thread has already been created for this message'],
} as const

export type RefusalName = keyof typeof REFUSALS

export function refusal(name: RefusalName): ApiError {
  const [status, code, message] = REFUSALS[name]
  return new ApiError(status, code, message)
}

/** 50035 with the tree of what is wrong, key by key. */
export const invalidBody = (errors: Json): ApiError => new ApiError(400, 50_035, 'Invalid Form Body', errors)
