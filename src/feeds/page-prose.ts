// Which elements of a page are furniture: their names say so and they do not hold the article. Never reads a line.
import { noiseOfElement, SURE_TAGS } from './page-noise.ts'
import {
  attributeOf,
  isElement,
  isSilent,
  type PageElement,
  type PageTree,
  walk,
  wordsOf,
} from './page-tree.ts'

/**
 * A named element with more of the prose around it than this is the article, whatever its class says:
 * `<div class="content social-enabled">`. A share of 1, by judgement: no box beside an article is nearly its size.
 */
const ARTICLE_SHARE = 0.4

/** Whether an element is furniture. */
export type FurnitureTest = (element: PageElement) => boolean

/** A test for elements under `root`. What holds the headline or the marked body is never furniture. */
export function furnitureOf(root: PageElement | PageTree): FurnitureTest {
  const { prose, total } = measureProse(root)
  const held = holders(root)
  return (element) => {
    const reason = noiseOfElement(element)
    if (reason === undefined || held.has(element)) return false
    if (reason === 'comments' || SURE_TAGS.has(element.name)) return true
    return (prose.get(element) ?? 0) <= ARTICLE_SHARE * total
  }
}

/** Letters of running text, links left out, by element. */
function measureProse(root: PageElement | PageTree): {
  readonly prose: ReadonlyMap<PageElement, number>
  readonly total: number
} {
  const prose = new Map<PageElement, number>()
  let total = 0
  const startedAt: number[] = []
  walk(root, {
    enter: (node) => {
      if (!isElement(node)) {
        total += wordsOf(node).trim().length
        return undefined
      }
      startedAt.push(total)
      return isSilent(node) || node.name === 'a' ? 'skip' : undefined
    },
    leave: (node) => {
      if (isElement(node)) prose.set(node, total - (startedAt.pop() ?? 0))
    },
  })
  return { prose, total }
}

/** The elements around the first headlines and the marked bodies, themselves included. */
function holders(root: PageElement | PageTree): ReadonlySet<PageElement> {
  const held = new Set<PageElement>()
  const open: PageElement[] = []
  let headlines = 0
  walk(root, {
    enter: (node) => {
      if (!isElement(node)) return undefined
      open.push(node)
      const isBody = /(?:^|\s)articleBody(?:\s|$)/.test(attributeOf(node, 'itemprop') ?? '')
      const isHeadline = node.name === 'h1' && headlines < 3
      if (isHeadline) headlines += 1
      // From the inside out, up to what is held already: each element is noted once.
      if (isBody || isHeadline) {
        for (let at = open.length - 1; at >= 0; at -= 1) {
          const holder = open[at]
          if (holder === undefined || held.has(holder)) break
          held.add(holder)
        }
      }
      return undefined
    },
    leave: (node) => {
      if (isElement(node)) open.pop()
    },
  })
  return held
}
