// What Slack tells about people, remembered for a while. Decides nobody's rights, and fails for nobody.
import { z } from 'zod'
import { MINUTE, type Instant } from '../../core/calendar.ts'
import { SLACK_LOG } from '../../locale/slack.ts'
import type { Log } from '../../ports.ts'
import { plainWords } from './escape.ts'
import { scrubbed } from './sdk-log.ts'
import type { WebClient } from './web-client.ts'

export interface Person {
  readonly name: string
  /** An administrator or an owner of the workspace. */
  readonly isAdministrator: boolean
  /** The person's own workspace; `''` when Slack does not say. */
  readonly teamId: string
  /** The organisation, where the workspace is one of several. */
  readonly enterpriseId: string
}

const NOBODY: Person = { name: '', isAdministrator: false, teamId: '', enterpriseId: '' }

/** Somebody made an administrator is one here five minutes later at the latest. */
const REMEMBERED: Instant = 5 * MINUTE

/** Ours: some 200 octets each. */
const MOST_REMEMBERED = 2000

const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false)
const name = z
  .string()
  .nullish()
  .transform((value) => value ?? '')

/** docs.slack.dev, reference/objects/user-object. */
const answerSchema = z.object({
  user: z.object({
    team_id: name,
    name,
    real_name: name,
    profile: z.object({ display_name: name, real_name: name }).nullish(),
    is_admin: flag,
    is_owner: flag,
    is_primary_owner: flag,
    enterprise_user: z.object({ enterprise_id: name }).nullish(),
  }),
})

export interface People {
  /** Somebody of whom Slack says nothing has no name and no rights. */
  get(id: string): Promise<Person>
}

export function createPeople(client: () => Promise<WebClient>, now: () => Instant, log: Log): People {
  const known = new Map<string, { readonly person: Promise<Person>; readonly askedAt: Instant }>()
  const ask = async (id: string): Promise<Person> => {
    try {
      const slack = await client()
      return personOf(answerSchema.parse(await slack.users.info({ user: id })))
    } catch (error) {
      // Not remembered: the next request asks again.
      known.delete(id)
      log.warn(SLACK_LOG.personUnknown, { person: id, error: scrubbed(error) })
      return NOBODY
    }
  }
  return {
    get(id) {
      if (id === '') return Promise.resolve(NOBODY)
      const found = known.get(id)
      if (found !== undefined && now() - found.askedAt < REMEMBERED) return found.person
      known.delete(id)
      const [oldest] = known.keys()
      if (known.size >= MOST_REMEMBERED && oldest !== undefined) known.delete(oldest)
      const person = ask(id)
      known.set(id, { person, askedAt: now() })
      return person
    },
  }
}

function personOf({ user }: z.output<typeof answerSchema>): Person {
  const shown = user.profile?.display_name || user.profile?.real_name || user.real_name || user.name
  return {
    name: plainWords(shown),
    isAdministrator: user.is_admin || user.is_owner || user.is_primary_owner,
    teamId: user.team_id,
    enterpriseId: user.enterprise_user?.enterprise_id ?? '',
  }
}
