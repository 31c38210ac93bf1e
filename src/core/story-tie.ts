// What holds an article to its story, in words that a person can check. Places nothing: that was done when it came.
import { contentStems } from '../french/stems.ts'
import { tokenise } from '../french/tokens.ts'
import type { PlacedArticle } from './importance.ts'

export interface StoryTie {
  /** The article that came before and has most in common with it. */
  readonly article: PlacedArticle
  /** Words of its title, or else of its opening, that the other has as well; as they are written, at most six. */
  readonly words: readonly string[]
}

/** Words that one reads at a glance. */
const MOST_WORDS = 6

/** As `core/story` looks at it. */
const OPENING_WORDS = 150

/** Undefined for the first article of a story. `members` are those of the story. */
export function tieOf(article: PlacedArticle, members: readonly PlacedArticle[]): StoryTie | undefined {
  const earlier = members.filter((other) => other.id !== article.id && comesBefore(other, article))
  const ties = earlier.map((other) => ({ article: other, words: sharedWords(article, other) }))
  return ties.toSorted((one, other) => other.words.length - one.words.length).at(0)
}

function comesBefore(one: PlacedArticle, other: PlacedArticle): boolean {
  if (one.firstSeenAt !== other.firstSeenAt) return one.firstSeenAt < other.firstSeenAt
  // The story has the id of its first article.
  return one.id === one.placement.storyId
}

function sharedWords(article: PlacedArticle, other: PlacedArticle): readonly string[] {
  const known = new Set(contentStems(subjectOf(other)))
  const shared = new Map<string, string>()
  for (const { text: word } of tokenise(subjectOf(article))) {
    const [stem] = contentStems(word)
    if (stem !== undefined && known.has(stem) && !shared.has(stem)) shared.set(stem, word)
    if (shared.size === MOST_WORDS) break
  }
  return [...shared.values()]
}

function subjectOf({ title, text }: PlacedArticle): string {
  return `${title}\n${text.split(/\s+/u, OPENING_WORDS).join(' ')}`
}
