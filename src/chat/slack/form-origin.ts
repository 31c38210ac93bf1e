// Where a form was asked for and what it is about, carried in the form itself: Slack says neither when it comes back.
import { z } from 'zod'
import { SLACK_LIMITS } from './limits.ts'

const originSchema = z.object({
  /** What the form is about. */
  target: z.string(),
  /** Slack's id of the conversation; `''` on the bot's own page. */
  conversation: z.string(),
  /** The first message of the thread, where it was in one. */
  thread: z.string().optional(),
})

export type FormOrigin = Readonly<z.output<typeof originSchema>>

export function writeOrigin(origin: FormOrigin): string {
  const text = JSON.stringify(origin)
  return text.length <= SLACK_LIMITS.privateMetadataCharacters ? text : ''
}

/** A form of an older version comes back without an origin: then it is as good as asked for in private. */
export function readOrigin(text: string): FormOrigin {
  const { data } = originSchema.safeParse(parsed(text))
  return data ?? { target: '', conversation: '' }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
