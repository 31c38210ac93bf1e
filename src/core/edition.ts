// An edition: one digest at one slot, as offsets into stored articles. Never holds a sentence's text.
import type { SentenceReference } from './article.ts'
import type { Instant } from './calendar.ts'
import type { DropReason } from './compose-edition.ts'
import type { Insertion } from './editorial-brackets.ts'
import type { FigureClash } from './disagreement.ts'
import type { Sending } from './sending.ts'

export interface Edition {
  /** `matin@2026-11-20T07:00:00.000Z`: the digest and its slot, so that a slot has one edition. */
  readonly id: string
  readonly digestName: string
  readonly title: string
  readonly zone: string
  readonly slotAt: Instant
  readonly madeAt: Instant
  /** Articles first seen after `since` and up to `until` were considered. */
  readonly since: Instant
  readonly until: Instant
  /** How many articles were considered, and how many of them were reprints folded into another. */
  readonly articleCount: number
  readonly foldedCount: number
  /** Most important first; empty on a quiet day. */
  readonly stories: readonly EditionStory[]
  /** What its stories were chosen from; undefined in editions of older versions. */
  readonly choice?: EditionChoice
}

/** A digest at a slot: there is one edition of it, and this is its id. */
export function editionId(digestName: string, slotAt: Instant): string {
  return `${digestName}@${new Date(slotAt).toISOString()}`
}

export interface EditionChoice {
  /** Stories that there were to choose from. */
  readonly rankedCount: number
  /** Articles that are in no story, by the reason. */
  readonly drops: Readonly<Partial<Record<DropReason['kind'], number>>>
}

export interface EditionStory {
  readonly storyId: string
  readonly title: string
  readonly rubric: string
  /** The newest publication among the sources. */
  readonly publishedAt: Instant
  /** Independent publishers: reprints of one dispatch count once. */
  readonly publisherCount: number
  /** One to three stretches of stored text; empty when nothing quotable was found: then only linked. */
  readonly brief: readonly BriefSentence[]
  /** Best first; every article of the story in this edition, reprints included. */
  readonly sources: readonly EditionSource[]
  /** Figures that its articles give differently; undefined when there are none, and in editions of older versions. */
  readonly clashes?: readonly FigureClash[]
  /** The last edition of the same digest that told this story; undefined on its first day. */
  readonly continues?: { readonly editionId: string; readonly slotAt: Instant }
}

/** A sentence of a brief, and what an editor adds to it; the sentence itself stays as it stands. */
export interface BriefSentence extends SentenceReference {
  /** In order, none where there is nothing to add; by the offsets of the version's text. */
  readonly insertions?: readonly Insertion[]
}

export interface EditionSource {
  readonly articleId: string
  readonly version: number
  readonly publisher: string
  readonly title: string
  readonly url: string
  readonly publishedAt: Instant
  /** True when its publisher edited it since we first read it: shown as «mis à jour». */
  readonly isUpdate: boolean
  /** The article that this one repeats almost to the word. */
  readonly duplicateOf?: string
  /** Only linked: its publisher is not quoted, or reserves it. */
  readonly isUnquoted?: true
  /** `AFP`: whose dispatch it is, as it says itself; undefined in editions of older versions. */
  readonly agency?: string
}

/** One part of an edition in one channel. Written before it is sent, closed after; ADR 0003. */
export interface Delivery extends Sending {
  readonly id: string
  readonly editionId: string
  /** 0 is the lead message, the others follow in its thread. */
  readonly part: number
}

/** A sentence as it will be shown: cut from the stored article, with where it stands. */
export interface ShownSentence {
  /** Verbatim: `locale/editorial` makes what is read. */
  readonly text: string
  readonly reference: BriefSentence
}

/** A story with its sentences cut from storage, ready for locale. */
export interface ShownStory extends Omit<EditionStory, 'clashes'> {
  readonly sentences: readonly ShownSentence[]
  readonly clashes?: readonly ShownClash[]
}

/** Figures that differ, as they stand in their articles. */
export interface ShownClash extends Pick<FigureClash, 'kind'> {
  readonly figures: readonly ShownSentence[]
}

/** An edition with its sentences cut from storage, ready for locale. */
export interface ShownEdition extends Omit<Edition, 'stories'> {
  readonly stories: readonly ShownStory[]
}
