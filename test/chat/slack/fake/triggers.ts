// The keys that an interaction hands to the app: trigger ids that open a view once, response addresses. Posts nothing.
import { RESPONSE_URL_LIFE_MS, RESPONSE_URL_USES, TRIGGER_LIFE_MS } from './block-limits.ts'
import { Refusal } from './refusal.ts'

/** Whoever follows an interaction, by number; messages and views that come back carry it. */
export type InteractionId = number

interface Trigger {
  readonly userId: string
  readonly interaction: InteractionId
  readonly until: number
  isUsed: boolean
}

export interface Triggers {
  create(userId: string, interaction: InteractionId): string
  /** Throws `invalid_trigger_id`, `expired_trigger_id` or `exchanged_trigger_id`; works once. */
  use(id: string | undefined): { readonly userId: string; readonly interaction: InteractionId }
}

export function createTriggers(now: () => number): Triggers {
  const triggers = new Map<string, Trigger>()
  return {
    create(userId, interaction) {
      const id = `${triggers.size + 1}.${Math.floor(now())}.${userId.toLowerCase()}`
      triggers.set(id, { userId, interaction, until: now() + TRIGGER_LIFE_MS, isUsed: false })
      return id
    },
    use(id) {
      const trigger = triggers.get(id ?? '')
      if (trigger === undefined) throw new Refusal('invalid_trigger_id')
      if (now() > trigger.until) throw new Refusal('expired_trigger_id')
      if (trigger.isUsed) throw new Refusal('exchanged_trigger_id')
      trigger.isUsed = true
      return trigger
    },
  }
}

/** Where an answer goes, and which message it may replace. */
export interface ResponseTarget {
  readonly userId: string
  readonly channel: string
  readonly interaction: InteractionId
  /** The message that was pressed; a command has none. */
  readonly original?: { readonly ts: string; readonly isEphemeral: boolean }
  readonly threadTs?: string | undefined
}

interface ResponseUrl {
  readonly target: ResponseTarget
  readonly until: number
  uses: number
}

export interface ResponseUrls {
  /** The last part of the address. */
  create(target: ResponseTarget): string
  /** Throws `expired_url` or `used_url`. */
  use(id: string): ResponseTarget
}

export function createResponseUrls(now: () => number): ResponseUrls {
  const urls = new Map<string, ResponseUrl>()
  return {
    create(target) {
      const id = `r${urls.size + 1}`
      urls.set(id, { target, until: now() + RESPONSE_URL_LIFE_MS, uses: 0 })
      return id
    },
    use(id) {
      const url = urls.get(id)
      if (url === undefined || now() > url.until) throw new Refusal('expired_url')
      if (url.uses >= RESPONSE_URL_USES) throw new Refusal('used_url')
      url.uses++
      return url.target
    },
  }
}
