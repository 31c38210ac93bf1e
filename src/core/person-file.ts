// What is known of one person, cut into pages. Chooses and orders; finds nothing and tells nothing.
import type { Article } from './article.ts'
import type { KnownPerson } from './person.ts'
import type { Found, ProvenTerm } from './fact.ts'
import type { Meeting } from './meeting.ts'
import type { Statement } from '../french/statements.ts'

/** One office of the person, whatever the spelling of the name. */
export type PersonTerm = Omit<ProvenTerm, 'name'>

export interface PersonFile {
  readonly person: KnownPerson
  /** The one told last first. */
  readonly offices: readonly PersonTerm[]
  /** Newest first. */
  readonly meetings: readonly Meeting[]
  readonly saidBy: readonly Found<Statement>[]
  /** What others say in sentences that name the person. */
  readonly saidAbout: readonly Found<Statement>[]
  /** One article a story, newest first. */
  readonly stories: readonly Article[]
}

export type PersonPage =
  | { readonly kind: 'identity'; readonly meetings: readonly Meeting[] }
  | { readonly kind: 'meetings'; readonly meetings: readonly Meeting[] }
  | { readonly kind: 'said-by' | 'said-about'; readonly statements: readonly Found<Statement>[] }
  | { readonly kind: 'stories'; readonly stories: readonly Article[] }

/** What a telephone shows without much scrolling: beside the identity, alone, and sentences. */
const MEETINGS_BESIDE = 5
const MEETINGS_A_PAGE = 10
const STATEMENTS_A_PAGE = 5

/** The identity first; a page that would be empty is left out. */
export function pagesOf({ meetings, saidBy, saidAbout, stories }: PersonFile): readonly PersonPage[] {
  return [
    { kind: 'identity', meetings: meetings.slice(0, MEETINGS_BESIDE) },
    ...inPages(meetings.slice(MEETINGS_BESIDE), MEETINGS_A_PAGE).map((own): PersonPage => ({
      kind: 'meetings',
      meetings: own,
    })),
    ...inPages(saidBy, STATEMENTS_A_PAGE).map((statements): PersonPage => ({ kind: 'said-by', statements })),
    ...inPages(saidAbout, STATEMENTS_A_PAGE).map((statements): PersonPage => ({
      kind: 'said-about',
      statements,
    })),
    ...(stories.length === 0 ? [] : [{ kind: 'stories' as const, stories }]),
  ]
}

/** Terms of one office under several spellings of the name are one term. */
export function joinTerms(terms: readonly ProvenTerm[]): readonly PersonTerm[] {
  const joined = [...Map.groupBy(terms, ({ officeKey, isFormer }) => `${isFormer} ${officeKey}`).values()]
  return joined
    .flatMap((own): readonly PersonTerm[] => {
      const latest = own.toSorted((one, other) => other.lastToldAt - one.lastToldAt)[0]
      if (latest === undefined) return []
      return [
        {
          officeKey: latest.officeKey,
          isFormer: latest.isFormer,
          articleCount: own.reduce((sum, { articleCount }) => sum + articleCount, 0),
          firstToldAt: Math.min(...own.map(({ firstToldAt }) => firstToldAt)),
          lastToldAt: latest.lastToldAt,
          latest: latest.latest,
        },
      ]
    })
    .toSorted((one, other) => other.lastToldAt - one.lastToldAt)
}

function inPages<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, page) =>
    items.slice(page * size, (page + 1) * size),
  )
}
