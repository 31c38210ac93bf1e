// Whom the text of a message really notifies, given its allowed mentions. Knows nothing of how the text looks.
import { isRecord, textsOf } from './json.ts'

export interface Pings {
  /** `@everyone` or `@here` notifies. */
  readonly everyone: boolean
  readonly users: readonly string[]
  readonly roles: readonly string[]
}

/** Code blocks and code between backticks: Discord reads no mention in them. */
const CODE = /```[\s\S]*?```|(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g

/**
 * Strict: a mention behind a backslash counts, and an author may always ping everyone. No allowed mentions
 * at all means that all is allowed, as on Discord.
 */
export function pingsOf(content: string, allowed: unknown): Pings {
  const text = content.replace(CODE, ' ')
  const rules = isRecord(allowed) ? allowed : undefined
  const parsed = rules === undefined ? ['everyone', 'users', 'roles'] : textsOf(rules['parse'])
  const isAllowed = (kind: 'users' | 'roles', id: string): boolean =>
    parsed.includes(kind) || textsOf(rules?.[kind]).includes(id)
  const ids = (pattern: RegExp): readonly string[] => [
    ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
  ]
  return {
    everyone: parsed.includes('everyone') && /@(?:everyone|here)/.test(text),
    users: ids(/<@!?(\d{1,20})>/g).filter((id) => isAllowed('users', id)),
    roles: ids(/<@&(\d{1,20})>/g).filter((id) => isAllowed('roles', id)),
  }
}
