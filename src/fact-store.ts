// The port of facts, beside the others in ports.ts. Says what is promised and nothing of how.
import type { Article } from './core/article.ts'
import type { Day, Instant } from './core/calendar.ts'
import type { ArticleFacts, AskedParticipants, Bearer, Found, HeldTerm, ProvenTerm } from './core/fact.ts'
import type { FoundMeeting } from './core/meeting.ts'
import type { Statement } from './french/statements.ts'

/** An article's current version, and what was read in it. */
export interface TellingArticle {
  readonly article: Article
  readonly facts: ArticleFacts
}

/**
 * What articles tell. With `feedIds`, only of articles that one of these feeds had. Names are compared as they stand:
 * `bearers` gives all the ways in which articles write one. Facts come newest article first, at most `limit`.
 */
export interface FactStore {
  /**
   * Takes the place of what was noted for the article; nothing when it has another version by now. `factsVersion` is
   * that of the reader.
   */
  save(article: Article, facts: ArticleFacts, factsVersion: number): Promise<void>
  /** The same for several articles, each of them once. */
  saveAll(told: readonly TellingArticle[], factsVersion: number): Promise<void>
  /** Articles whose facts no reader of this version or a later one has read; of the oldest readers first, newest first. */
  toRead(factsVersion: number, limit: number): Promise<readonly Article[]>
  /** Names in which every one of the words begins some word, whatever the accents and capitals; most articles first. */
  bearers(words: readonly string[], limit: number, feedIds?: ReadonlySet<string>): Promise<readonly Bearer[]>
  /**
   * Folded words of names that begin so, for telling which one a typing error meant. Those of all feeds: before one is
   * shown, `bearers` says whether the feeds have it.
   */
  wordsOfNames(beginning: string): Promise<readonly string[]>
  articlesNaming(
    names: readonly string[],
    limit: number,
    feedIds?: ReadonlySet<string>,
  ): Promise<readonly Article[]>
  /** Meetings in which somebody has one of these names or offices. */
  meetingsOf(
    asked: AskedParticipants,
    limit: number,
    feedIds?: ReadonlySet<string>,
  ): Promise<readonly FoundMeeting[]>
  /** Meetings in which a group, or the holder of an office who is not named, has all these stems. */
  meetingsOfGroup(
    stems: readonly string[],
    limit: number,
    feedIds?: ReadonlySet<string>,
  ): Promise<readonly FoundMeeting[]>
  /** Meetings whose place has all these stems. */
  meetingsAt(
    stems: readonly string[],
    limit: number,
    feedIds?: ReadonlySet<string>,
  ): Promise<readonly FoundMeeting[]>
  /** Meetings of these days, both included. One told for a stretch that began over 31 days before is of none of them. */
  meetingsBetween(
    from: Day,
    to: Day,
    limit: number,
    feedIds?: ReadonlySet<string>,
  ): Promise<readonly FoundMeeting[]>
  /** Meetings, dated or not, that articles published at this instant or later tell. */
  meetingsToldSince(
    since: Instant,
    limit: number,
    feedIds?: ReadonlySet<string>,
  ): Promise<readonly FoundMeeting[]>
  /** At most fifty, most articles first. */
  termsOf(names: readonly string[], feedIds?: ReadonlySet<string>): Promise<readonly HeldTerm[]>
  /** The same with the article of each that is the latest to say so: one more look for each. */
  officesOf(names: readonly string[], feedIds?: ReadonlySet<string>): Promise<readonly ProvenTerm[]>
  /** At most fifty, most articles first. */
  holdersOf(officeKeys: readonly string[], feedIds?: ReadonlySet<string>): Promise<readonly HeldTerm[]>
  statementsOf(
    names: readonly string[],
    limit: number,
    feedIds?: ReadonlySet<string>,
  ): Promise<readonly Found<Statement>[]>
  /** All statements of these articles, in their order; articles as they are given. */
  statementsIn(articles: readonly Article[]): Promise<readonly Found<Statement>[]>
}
