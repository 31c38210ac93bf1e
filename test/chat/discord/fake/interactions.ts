// The interactions under way on the fake Discord: their tokens, their delays, what was answered. Checks no body.
import { randomBytes } from 'node:crypto'
import type { Json } from './json.ts'
import type { StoredMessage, World } from './world.ts'

/** Kinds of interactions; discord-api-docs, interactions/receiving-and-responding. */
export const INTERACTION_TYPE = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const

/** The first answer must come within 3 s, the token lives 15 min; same source. */
const ACKNOWLEDGE_MS = 3000
const TOKEN_MS = 900_000

export interface Interaction {
  readonly id: string
  readonly token: string
  readonly type: number
  readonly userId: string
  readonly channelId: string
  readonly commandName?: string
  /** The message whose component was used. */
  readonly source?: StoredMessage
  /** Instant of the fake's clock. */
  readonly createdAt: number
  /** Milliseconds of the machine's clock, for delays. */
  readonly startedMs: number
  callbackType?: number
  ackedAfterMs?: number
  /** When a person first saw something of it beyond « réfléchit… ». */
  answeredAfterMs?: number
  /** What `@original` names: the answer, or the message whose component was used. */
  original?: StoredMessage
  readonly followUps: StoredMessage[]
  /** Deferred and without its answer yet. */
  isWaiting: boolean
  /** The message whose component was used was changed. */
  hasUpdated: boolean
  hasFailed: boolean
  modal?: Json
  choices?: readonly Json[]
}

export interface InteractionStart {
  readonly type: number
  readonly userId: string
  readonly channelId: string
  readonly commandName?: string
  readonly source?: StoredMessage
}

export interface InteractionBook {
  readonly start: (start: InteractionStart) => Interaction
  readonly byId: (id: string) => Interaction | undefined
  readonly byToken: (token: string) => Interaction | undefined
  /** False once 3 s have gone by the fake's clock. */
  readonly isInTime: (interaction: Interaction) => boolean
  readonly isTokenAlive: (interaction: Interaction) => boolean
  /** Tells whoever waits that something changed. `isAnswer`: a person saw it. */
  readonly touch: (interaction: Interaction, isAnswer: boolean) => void
  readonly watch: (interaction: Interaction, listener: () => void) => () => void
}

export function createInteractionBook(world: World, deadlineMs: number = ACKNOWLEDGE_MS): InteractionBook {
  const byId = new Map<string, Interaction>()
  const byToken = new Map<string, Interaction>()
  const listeners = new Map<string, Set<() => void>>()
  const tell = (interaction: Interaction): void => {
    for (const listener of listeners.get(interaction.id) ?? []) listener()
  }
  return {
    start: (start) => {
      const interaction: Interaction = {
        ...start,
        id: world.clock.nextId(),
        token: randomBytes(32).toString('base64url'),
        createdAt: world.clock.now(),
        startedMs: performance.now(),
        followUps: [],
        isWaiting: false,
        hasUpdated: false,
        hasFailed: false,
      }
      byId.set(interaction.id, interaction)
      byToken.set(interaction.token, interaction)
      setTimeout(() => {
        if (interaction.callbackType !== undefined) return
        interaction.hasFailed = true
        tell(interaction)
      }, deadlineMs).unref()
      return interaction
    },
    byId: (id) => byId.get(id),
    byToken: (token) => byToken.get(token),
    isInTime: (interaction) =>
      !interaction.hasFailed && world.clock.now() - interaction.createdAt <= deadlineMs,
    isTokenAlive: (interaction) => world.clock.now() - interaction.createdAt <= TOKEN_MS,
    touch: (interaction, isAnswer) => {
      const elapsed = performance.now() - interaction.startedMs
      interaction.ackedAfterMs ??= elapsed
      if (isAnswer) interaction.answeredAfterMs ??= elapsed
      tell(interaction)
    },
    watch: (interaction, listener) => {
      const all = listeners.get(interaction.id) ?? new Set()
      all.add(listener)
      listeners.set(interaction.id, all)
      return () => all.delete(listener)
    },
  }
}
