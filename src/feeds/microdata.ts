// The article that a page describes in microdata (schema.org `itemprop`). Never reads JSON-LD, never judges the text.
import {
  attributeOf,
  elementsOf,
  isElement,
  type PageElement,
  type PageTree,
  rawText,
  walk,
} from './page-tree.ts'

export interface MarkedArticle {
  /** Elements that hold the body, in the page's order, none inside another. */
  readonly bodies: readonly PageElement[]
  readonly headline?: string
  readonly description?: string
  readonly published?: string
  readonly authors: readonly string[]
  /** `isAccessibleForFree`, the other way round; undefined when nothing is marked so. */
  readonly isPaywalled?: boolean
  /** `inLanguage`, as written. */
  readonly language?: string
}

function properties(element: PageElement): readonly string[] {
  return attributeOf(element, 'itemprop')?.split(/\s+/) ?? []
}

/** The article around the first `articleBody`, else the first element of an article type; undefined when there is neither. */
export function readMicrodata(tree: PageTree, elements: readonly PageElement[]): MarkedArticle | undefined {
  const bodies = outermost(elements.filter((element) => properties(element).includes('articleBody')))
  const scope =
    scopeAround(bodies[0]) ??
    elements.find((element) => /(?:Article|BlogPosting)$/.test(attributeOf(element, 'itemtype') ?? ''))
  if (scope === undefined && bodies.length === 0) return undefined
  const values = readProperties(scope ?? tree)
  const [headline, description] = [values.get('headline')?.[0], values.get('description')?.[0]]
  const published = values.get('datePublished')?.[0]
  return {
    bodies: scope === undefined ? bodies : bodies.filter((body) => scopeAround(body) === scope),
    ...(headline === undefined ? {} : { headline }),
    ...(description === undefined ? {} : { description }),
    ...(published === undefined ? {} : { published }),
    authors: values.get('author') ?? [],
    ...accessOf(values),
  }
}

function accessOf(
  values: ReadonlyMap<string, readonly string[]>,
): Pick<MarkedArticle, 'isPaywalled' | 'language'> {
  const [free, language] = [values.get('isAccessibleForFree')?.[0], values.get('inLanguage')?.[0]]
  return {
    ...(free === undefined ? {} : { isPaywalled: /false$/i.test(free.trim()) }),
    ...(language === undefined ? {} : { language }),
  }
}

function outermost(elements: readonly PageElement[]): readonly PageElement[] {
  const inner = new Set<PageElement>()
  for (const element of elements) {
    if (inner.has(element)) continue
    for (const descendant of elementsOf(element)) inner.add(descendant)
  }
  return elements.filter((element) => !inner.has(element))
}

function scopeAround(element: PageElement | undefined): PageElement | undefined {
  let node = element?.parent ?? null
  while (node !== null) {
    if (isElement(node) && node.attribs['itemscope'] !== undefined) return node
    node = node.parent
  }
  return undefined
}

const WANTED = new Set('headline description datePublished author isAccessibleForFree inLanguage'.split(' '))

/** Values of one property that are kept; an article signed by more people is signed by nobody. */
const VALUES_LIMIT = 20

/** Values of the scope's own properties that we read; an author who is an item of his own counts by his name. */
function readProperties(scope: PageElement | PageTree): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>()
  const isWanted = (name: string): boolean =>
    WANTED.has(name) && (values.get(name)?.length ?? 0) < VALUES_LIMIT
  const note = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') values.set(name, [...(values.get(name) ?? []), value])
  }
  walk(scope, {
    enter: (node) => {
      if (!isElement(node)) return undefined
      const names = new Set(properties(node).filter(isWanted))
      const isItem = node.attribs['itemscope'] !== undefined
      for (const name of names) note(name, isItem ? nameOf(node) : valueOf(node))
      return isItem ? 'skip' : undefined
    },
  })
  return values
}

function nameOf(item: PageElement): string | undefined {
  const named = elementsOf(item).find((element) => properties(element).includes('name'))
  return named === undefined ? valueOf(item) : valueOf(named)
}

function valueOf(element: PageElement): string | undefined {
  const value = attributeOf(element, 'content') ?? attributeOf(element, 'datetime')
  return value ?? rawText(element).replaceAll(/\s+/g, ' ').trim()
}
