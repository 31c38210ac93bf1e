// The address that Slack gives with a command or a press: it takes five answers in half an hour. Retries nothing.
import { CALL_TIMEOUT, SLACK_LIMITS } from './limits.ts'
import type { Piece } from './render.ts'

interface Response {
  readonly piece: Piece
  readonly isForAll: boolean
  readonly isReplacement: boolean
  readonly thread: string | undefined
}

/** Slack read the answer and took none of it; after any other failure it may stand. */
export class AnswerRefused extends Error {}

export interface ResponseUrl {
  /** How many answers it still takes. */
  usesLeft(): number
  /** Throws when Slack does not take it. */
  respond(response: Response): Promise<void>
}

export function openResponseUrl(url: string): ResponseUrl {
  let uses = 0
  return {
    usesLeft: () => SLACK_LIMITS.responseUrlUses - uses,
    async respond({ piece, isForAll, isReplacement, thread }) {
      uses++
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({
          text: piece.text,
          blocks: piece.blocks,
          mrkdwn: false,
          link_names: false,
          unfurl_links: false,
          unfurl_media: false,
          response_type: isForAll ? 'in_channel' : 'ephemeral',
          replace_original: isReplacement,
          ...(thread === undefined ? {} : { thread_ts: thread }),
        }),
        redirect: 'error',
        signal: AbortSignal.timeout(CALL_TIMEOUT),
      })
      const words = await answer.text()
      if (answer.ok) return
      // The address itself is a key: it is never told.
      const told = `Slack took no answer: ${answer.status} ${words.slice(0, 200)}`
      throw answer.status < 500 ? new AnswerRefused(told) : new Error(told)
    },
  }
}
