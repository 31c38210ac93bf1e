// What a look at a chat platform finds: what is well, and what somebody has to click. Looks at nothing itself.
import type { PlatformName } from './channel.ts'

type ChatName = Exclude<PlatformName, 'console'>

/** The French sentence of each is in locale/inspection.ts. */
export type Finding =
  /** As whom, and in which workspaces, at most ten of them. */
  | {
      readonly code: 'connected'
      readonly platform: ChatName
      readonly name: string
      readonly workspaces: readonly string[]
    }
  | { readonly code: 'token-refused'; readonly platform: ChatName; readonly variable: string }
  | { readonly code: 'platform-unreachable'; readonly platform: ChatName }
  /** Slack: rights that the app was not given. */
  | { readonly code: 'scopes-missing'; readonly scopes: readonly string[] }
  /** Neither Socket Mode nor signed requests: it can post, and nobody can ask. */
  | { readonly code: 'listens-to-nobody'; readonly platform: ChatName }
  /** In no workspace yet. */
  | { readonly code: 'invited-nowhere'; readonly platform: ChatName }
  /** The link that invites the bot with exactly the rights that it needs. */
  | { readonly code: 'invitation'; readonly url: string }
  | { readonly code: 'channel-good'; readonly channel: string; readonly name: string }
  | { readonly code: 'channel-missing'; readonly channel: string }
  | { readonly code: 'channel-archived'; readonly channel: string; readonly name: string }
  | { readonly code: 'not-a-member'; readonly channel: string; readonly name: string }
  /** The platform's own names of permissions, as its settings show them in French. */
  | {
      readonly code: 'permissions-missing'
      readonly channel: string
      readonly name: string
      readonly permissions: readonly string[]
    }

/** Whether a finding keeps the bot from working, or from part of it. */
export function isBad({ code }: Finding): boolean {
  return !['connected', 'invitation', 'channel-good'].includes(code)
}
