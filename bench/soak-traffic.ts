// What a day of a team is, and how its people ask: the acts of the bench of the chat, each at its own rate. Measures nothing.
import type { Act } from './chat-people.ts'

/** One team's day. */
export const DAY_OF_A_TEAM = {
  feeds: 40,
  /** Of these feeds together: a dozen a feed, which is a list of newspapers. */
  articles: 500,
  /** A review at each full hour from eight to twenty. */
  hours: Array.from({ length: 13 }, (_, hour) => `${String(hour + 8).padStart(2, '0')}:00`),
  /** On each platform. */
  channels: 5,
  /** Whatever people do, by the beginning of its name: questions, commands, what is offered while they type, buttons. */
  acts: [
    ['/qui', 200],
    ['/question', 100],
    ['/revue', 60],
    ['/flux', 40],
    ['/programme', 40],
    ['suggestions', 200],
    ['« D’où', 60],
  ],
} as const

export interface Asking {
  readonly act: Act
  /** Milliseconds of the machine between two. */
  readonly every: number
}

/** Shared evenly by the acts of one beginning, on whichever platform. */
export function askingsOf(acts: readonly Act[], times: number): readonly Asking[] {
  return DAY_OF_A_TEAM.acts.flatMap(([beginning, aDay]) => {
    const alike = acts.filter(({ name }) => name.startsWith(beginning))
    return alike.map((act) => ({ act, every: (DAY_MILLISECONDS / (aDay * times)) * alike.length }))
  })
}

const DAY_MILLISECONDS = 24 * 3_600_000
