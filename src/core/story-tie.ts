// What holds an article to its story, in words that a person can check. Places nothing: that was done when it came.
import { contentStems } from '../french/stems.ts'
import { tokenise } from '../french/tokens.ts'
import type { PlacedArticle } from './importance.ts'
import { visitTellingWords } from './word-weights.ts'

export interface StoryTie {
  /** The article that came before and has most in common with it. */
  readonly article: PlacedArticle
  /** The most telling words of its title and opening that the other has as well; as they are written, at most six. */
  readonly words: readonly string[]
}

/** Words that one reads at a glance. */
const MOST_WORDS = 6

/** A word of one article in seven or more says nothing of what is told: «samedi», «personnes», «France». */
const EVERYDAY_RARITY = 1.95

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
  }
  // In the order of the text among words that are as rare as each other.
  return [...shared]
    .map(([, word]) => ({ word, rarity: rarityOf(word) }))
    .toSorted((one, next) => next.rarity - one.rarity)
    .filter(({ rarity }, index) => index === 0 || rarity > EVERYDAY_RARITY)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word)
}

/** Of its rarest part: the logarithm of one over the share of articles. */
function rarityOf(word: string): number {
  let rarest = 0
  visitTellingWords(word, (_, rarity) => {
    if (rarity > rarest) rarest = rarity
  })
  return rarest
}

function subjectOf({ title, text }: PlacedArticle): string {
  return `${title}\n${text.split(/\s+/u, OPENING_WORDS).join(' ')}`
}
