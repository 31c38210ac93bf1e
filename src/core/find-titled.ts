// Finds what somebody means by a title that they typed: accents, capitals and the end may be wrong. Chooses nothing
// when two fit.
import { fold } from '../french/normalise.ts'
import { closestWord, foldWord } from './closest.ts'

export interface Titled {
  readonly title: string
  /** What a choice of a list carries instead of the title. */
  readonly id?: string
}

export type FoundTitle<Item extends Titled> =
  | { readonly kind: 'one'; readonly found: Item }
  /** More than one is called so; or begins so; or has a word that does. */
  | { readonly kind: 'several'; readonly titles: readonly string[] }
  | { readonly kind: 'unknown'; readonly closest?: string | undefined }

export function findTitled<Item extends Titled>(items: readonly Item[], typed: string): FoundTitle<Item> {
  return findKeyed(keyTitles(items), typed)
}

/** An item with its title as it is compared. */
export interface KeyedTitle<Item extends Titled> {
  readonly item: Item
  readonly key: string
}

/** For whoever looks for many titles among the same items. */
export function keyTitles<Item extends Titled>(items: readonly Item[]): readonly KeyedTitle<Item>[] {
  return items.map((item) => ({ item, key: foldTitle(item.title) }))
}

/** As `findTitled`. */
export function findKeyed<Item extends Titled>(
  keyed: readonly KeyedTitle<Item>[],
  typed: string,
): FoundTitle<Item> {
  const byId = keyed.find(({ item }) => item.id === typed)
  if (byId !== undefined) return { kind: 'one', found: byId.item }
  const folded = foldTitle(typed)
  const exact = keyed.filter(({ key }) => key === folded)
  const beginning = keyed.filter(({ key }) => folded !== '' && key.startsWith(folded))
  const within = keyed.filter(({ key }) => folded !== '' && key.includes(` ${folded}`))
  const fitting = [exact, beginning, within].find((some) => some.length > 0)?.map(({ item }) => item) ?? []
  const [only] = fitting
  if (only !== undefined && fitting.length === 1) return { kind: 'one', found: only }
  if (only !== undefined) return { kind: 'several', titles: fitting.map(({ title }) => title) }
  return {
    kind: 'unknown',
    closest: closestWord(
      typed,
      keyed.map(({ item }) => item.title),
    ),
  }
}

/** By id, or by the whole title. */
export function findExactly<Item extends Titled>(
  keyed: readonly KeyedTitle<Item>[],
  typed: string,
): Item | undefined {
  const folded = foldTitle(typed)
  return (keyed.find(({ item }) => item.id === typed) ?? keyed.find(({ key }) => key === folded))?.item
}

/** What two titles have in common that people take for one: no accents, no capitals, no guillemets around. */
export function foldTitle(title: string): string {
  return foldWord(fold(title).replaceAll(/[«»"“”]/gu, ' '))
}
