// What serves one workspace of Slack: its client, who we are there, its own pace. Receives nothing.
import type { Instant } from '../../core/calendar.ts'
import type { Log } from '../../ports.ts'
import { createEdit, type Edit } from './edit.ts'
import { type Identity, readIdentity } from './identity.ts'
import { createPace, type Pace, type PaceLimits } from './pace.ts'
import { createPeople, type People } from './people.ts'
import { createPost, type Post } from './post.ts'
import type { WebClient } from './web-client.ts'

export interface Desk {
  readonly client: () => Promise<WebClient>
  /** Who we are there; asked once. */
  readonly identity: () => Promise<Identity>
  /** Asks again: a name may have changed, a token may be dead. */
  readonly meet: () => Promise<Identity>
  readonly pace: Pace
  readonly post: Post
  readonly edit: Edit
  readonly people: People
}

export interface DeskOptions {
  readonly client: () => Promise<WebClient>
  /** Slack's own pace unless told: its limits are counted by workspace. */
  readonly pace?: PaceLimits | undefined
  readonly log: Log
  readonly now: () => Instant
}

export function createDesk({ client, pace: limits, log, now }: DeskOptions): Desk {
  const pace = createPace(limits)
  let known: Identity | undefined
  const meet = async (): Promise<Identity> => (known = await readIdentity(await client()))
  const identity = async (): Promise<Identity> => known ?? meet()
  const posting = { client, identity, pace, now }
  return {
    client,
    identity,
    meet,
    pace,
    post: createPost(posting),
    edit: createEdit(posting),
    people: createPeople(client, now, log),
  }
}
