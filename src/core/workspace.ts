// A Slack workspace or a Discord server, and who may change what there. Knows no platform's words.
import type { Instant, Zone } from './calendar.ts'

/** `slack:T0123`, `discord:4711`; `discord:@4712` is one person alone, outside any server. */
export type WorkspaceId = string

export interface Workspace {
  readonly id: WorkspaceId
  readonly name: string
  readonly joinedAt: Instant
  /** Since when the bot is no member any more. Its feeds and digests stay, and wait. */
  readonly leftAt?: Instant
  readonly settings: WorkspaceSettings
}

export interface WorkspaceSettings {
  /** Where failures are told, `platform:channel`; nowhere by default. */
  readonly adminChannel?: string
  /** People who may change things besides the platform's own administrators, by the platform's ids. */
  readonly managers: readonly string[]
  /** Roles whose members may as well, by the platform's ids; Discord only. */
  readonly managerRoles: readonly string[]
  /** For new digests, and for telling hours. */
  readonly zone: Zone
  /** False where nobody wants the report of Monday; it goes where failures are told. */
  readonly weeklyReport?: false
}

export const DEFAULT_SETTINGS: WorkspaceSettings = { managers: [], managerRoles: [], zone: 'Europe/Paris' }

/** Who asks, as far as rights go. */
interface Claimant {
  readonly person: string
  readonly roles: readonly string[]
  /** The platform's own word: an owner, an administrator, whoever may manage the server. */
  readonly isAdministrator: boolean
}

export function mayManage(settings: WorkspaceSettings, claimant: Claimant): boolean {
  return (
    claimant.isAdministrator ||
    settings.managers.includes(claimant.person) ||
    claimant.roles.some((role) => settings.managerRoles.includes(role))
  )
}

/** A person outside any server is alone, and master of what is theirs. */
export function isPersonal(id: WorkspaceId): boolean {
  return id.includes(':@')
}
