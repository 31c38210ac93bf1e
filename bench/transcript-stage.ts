// What the day needs of a platform: somebody acts, and what the platform received comes back. Knows no platform.
import type { TypedCommand } from '../src/core/typed-command.ts'

/** One call that shows something to people. */
export interface Received {
  /** «Dans le canal», «Pour vous seul»… */
  readonly where: string
  /** What stands there, as a person sees it. */
  readonly seen: string
  /** As it arrived. */
  readonly json: unknown
}

/** All resolve when the program has nothing more to say. */
export interface Stage {
  readonly name: 'Slack' | 'Discord'
  /** As it is typed. */
  readonly typed: (command: TypedCommand, person?: Person) => string
  readonly command: (command: TypedCommand, person?: Person) => Promise<void>
  /** The button of this label on the latest message that has it; with `on`, on the first one that holds these words. */
  readonly press: (label: string, on?: string) => Promise<void>
  /** Says it to the bot, below the first story. */
  readonly mention: (words: string) => Promise<void>
  /** Fills in the form that is open; fields by their names. */
  readonly submit: (values: Readonly<Record<string, string>>) => Promise<void>
  /** Undefined where a platform has none. */
  readonly openHome?: () => Promise<void>
  /** The channel where failures are told, by the platform's id. */
  readonly adminChannel: string
  /** What was received since the last time. */
  readonly take: () => readonly Received[]
  /** What the platform would have refused; empty when all is well. */
  readonly problems: () => readonly string[]
}

/** `chief` may change things, `member` may not. */
export type Person = 'chief' | 'member'

export const NAMES = { chief: 'Claire Martin', member: 'Amadou Diallo' } as const satisfies Record<
  Person,
  string
>

/** The channel where failures are told. */
export const ADMIN_CHANNEL = 'pannes'

/** Waits until `count` has stood still for a while: what comes is counted, never timed. */
export async function quiet(count: () => number, stillMilliseconds = 500): Promise<void> {
  let [before, stillSince] = [count(), performance.now()]
  while (performance.now() - stillSince < stillMilliseconds) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
    if (count() !== before) [before, stillSince] = [count(), performance.now()]
  }
}

/** Labels of buttons as a person sees them, in a row. */
export function buttonRow(labels: readonly string[]): string {
  return labels.map((label) => `[${label}]`).join(' ')
}
