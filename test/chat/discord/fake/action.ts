// What a person did on the fake Discord, and what it showed in return. Starts nothing.
import type { Interaction, InteractionBook } from './interactions.ts'
import { textOf } from './json.ts'
import { MESSAGE_FLAG } from './message-check.ts'
import { seenMessage, seenModal, type SeenMessage, type SeenModal } from './view.ts'
import type { World } from './world.ts'

/** Without a condition met after this long a test has failed, in milliseconds. */
const PATIENCE_MS = 10_000

/** What the person sees, at one moment. */
export interface Seen {
  /** Milliseconds until the app acknowledged; absent: not yet, or never. */
  readonly ackedAfterMs?: number
  /** Milliseconds until there was more to see than « réfléchit… ». */
  readonly answeredAfterMs?: number
  /** « L'application ne répond plus » : nothing came within 3 s. */
  readonly hasFailed: boolean
  /** The app asked for time first. */
  readonly isDeferred: boolean
  /** The answer, then the follow-ups, as they stand now; without deleted ones and without « réfléchit… ». */
  readonly responses: readonly SeenMessage[]
  /** The message whose button was pressed, when the app changed it. */
  readonly updated?: SeenMessage
  readonly modal?: SeenModal
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[]
}

/** An act of a person. */
export interface UserAction {
  /** Of the interaction, or of the message that was said. */
  readonly id: string
  /** Resolves with the first thing to see (answer, change, modal, choices), or when Discord gives up. Never rejects. */
  readonly answered: Promise<Seen>
  /** What there is to see now. */
  readonly seen: () => Seen
  /** Waits until `isReached`; rejects after `timeoutMs` (10 s) with what was seen instead. */
  readonly until: (isReached: (seen: Seen) => boolean, timeoutMs?: number) => Promise<Seen>
}

const isAnswered = (seen: Seen): boolean => seen.hasFailed || seen.answeredAfterMs !== undefined

/** `watch` calls back on each change and returns what stops it. */
export function createAction(
  id: string,
  read: () => Seen,
  watch: (listener: () => void) => () => void,
  patienceMs: number = PATIENCE_MS,
): UserAction {
  const wait = (isReached: (seen: Seen) => boolean, timeoutMs: number, isStrict: boolean): Promise<Seen> =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer)
        stop()
      }
      const look = (): void => {
        const seen = read()
        if (!isReached(seen)) return
        end()
        resolve(seen)
      }
      const giveUp = (): void => {
        end()
        if (!isStrict) return resolve(read())
        reject(
          new Error(
            `Not seen within ${timeoutMs} ms; seen: ${JSON.stringify(read(), undefined, 1).slice(0, 2000)}`,
          ),
        )
      }
      const timer = setTimeout(giveUp, timeoutMs)
      if (!isStrict) timer.unref()
      const stop = watch(look)
      look()
    })
  return {
    id,
    answered: wait(isAnswered, patienceMs, false),
    seen: read,
    until: (isReached, timeoutMs = PATIENCE_MS) => wait(isReached, timeoutMs, true),
  }
}

export const interactionAction = (
  world: World,
  book: InteractionBook,
  interaction: Interaction,
): UserAction =>
  createAction(
    interaction.id,
    () => seenOf(world, interaction),
    (listener) => book.watch(interaction, listener),
  )

function seenOf(world: World, interaction: Interaction): Seen {
  const { original, source, followUps, modal, choices, ackedAfterMs, answeredAfterMs, callbackType } =
    interaction
  const answers = [...(original === undefined || original === source ? [] : [original]), ...followUps].filter(
    (message) => !message.isDeleted && (message.flags & MESSAGE_FLAG.loading) === 0,
  )
  return {
    hasFailed: interaction.hasFailed,
    isDeferred: callbackType === 5 || callbackType === 6,
    responses: answers.map((message) => seenMessage(world, message)),
    ...(ackedAfterMs === undefined ? {} : { ackedAfterMs }),
    ...(answeredAfterMs === undefined ? {} : { answeredAfterMs }),
    ...(source === undefined || !interaction.hasUpdated ? {} : { updated: seenMessage(world, source) }),
    ...(modal === undefined ? {} : { modal: seenModal(modal, interaction.id) }),
    ...(choices === undefined
      ? {}
      : {
          choices: choices.map(({ name, value }) => ({
            name: textOf(name),
            value: typeof value === 'number' ? value : textOf(value),
          })),
        }),
  }
}
