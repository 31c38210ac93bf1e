// Whether it is our own way out that is down, and not the sites: judged by who answered last. Tells nobody.
import type { Instant } from './calendar.ts'

/**
 * Sites that fall silent one after the other while nobody answers: one may be down by itself, and so may two of one
 * hoster at the same minute. What is not counted against them then is counted at the next attempt, minutes later.
 */
const SITES_AT_LEAST = 2

/** The latest attempts of this run of the program, by site. */
export interface Attempts {
  /** When any site answered last; 0 before the first. */
  readonly lastAnswerAt: Instant
  /** Sites that were not reached since then, although they were well before, with the first such attempt. */
  readonly unreached: ReadonlyMap<string, Instant>
}

export const NO_ATTEMPTS: Attempts = { lastAnswerAt: 0, unreached: new Map() }

/** Any answer of any site proves that our way out is open. */
export function withAnswer(at: Instant): Attempts {
  return { lastAnswerAt: at, unreached: new Map() }
}

/**
 * `wasWell`: one that fails for weeks says nothing about us. Nor does one that was asked before the last answer came: a
 * site that hangs is given up long after all others of its round have answered.
 */
export function withoutAnswer(
  attempts: Attempts,
  site: string,
  { askedAt, at, wasWell }: { readonly askedAt: Instant; readonly at: Instant; readonly wasWell: boolean },
): Attempts {
  if (!wasWell || askedAt < attempts.lastAnswerAt || attempts.unreached.has(site)) return attempts
  return { ...attempts, unreached: new Map([...attempts.unreached, [site, at]]) }
}

/** Since when our own way out seems to be down; undefined while it does not. */
export function ownOutageSince({ unreached }: Attempts): Instant | undefined {
  return unreached.size < SITES_AT_LEAST ? undefined : Math.min(...unreached.values())
}
