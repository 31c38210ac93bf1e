// Where a feed says that its news are announced: a hub, and the topic to ask it for. Never asks a hub anything.

/** What a document offers by WebSub (W3C Recommendation of 23 January 2018, § 4). */
export interface HubOffer {
  /** The feed's own name for itself, `rel="self"`; where it was read when it says none. Absolute, http or https. */
  readonly topic: string
  /** Absolute, http or https, in the order of the document; at least one, at most `HUBS_AT_MOST`. */
  readonly hubs: readonly string[]
}

/** Feeds name one hub or two; whoever names more has our trust for so many. */
export const HUBS_AT_MOST = 3

export function isSameOffer(one: HubOffer | undefined, other: HubOffer | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return one.topic === other.topic && one.hubs.join(' ') === other.hubs.join(' ')
}
