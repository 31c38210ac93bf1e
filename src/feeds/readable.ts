// The article on a page that marks none: Readability on linkedom, over the page without its furniture. Runs no script.
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { FurnitureTest } from './page-prose.ts'
import {
  isElement,
  isSilent,
  type PageElement,
  type PageNode,
  type PageTree,
  parsePage,
  walk,
  wordsOf,
} from './page-tree.ts'

/** Deeper wrappers are unwrapped: linkedom and Readability recurse. Real pages nest about 40 deep. */
const DEPTH_LIMIT = 100

/** Larger pages are not given to Readability, in elements and characters: their reading would take more than about 2 s. */
const ELEMENT_LIMIT = 20_000
const HTML_LIMIT = 1_500_000

/** Attributes that Readability and our own reading look at. */
const KEPT_ATTRIBUTES = ['class', 'id', 'itemprop', 'role', 'href']

/** Elements without an end tag. HTML Living Standard, § 13.1.2. */
const VOID_ELEMENTS = new Set(['br', 'hr', 'img', 'wbr'])

/** The part of the page that reads like an article; undefined when Readability finds none or the page is too large. */
export function readArticle(tree: PageTree, isFurniture: FurnitureTest): PageTree | undefined {
  const html = serialise(tree, isFurniture)
  if (html === undefined) return undefined
  try {
    const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`)
    const article = new Readability(document, { disableJSONLD: true, keepClasses: true }).parse()
    const content = article?.content
    return content === null || content === undefined || content === '' ? undefined : parsePage(content)
  } catch {
    // Readability trips over pages that no browser would mind; the caller reads the page without it.
    return undefined
  }
}

function isKept(element: PageElement): boolean {
  return !isSilent(element) && !/^(?:html|body|head)$/.test(element.name)
}

/** The page as small HTML: no furniture, no scripts, few attributes. Undefined when it is too large. */
function serialise(tree: PageTree, isFurniture: FurnitureTest): string | undefined {
  const pieces: string[] = []
  let [depth, elements] = [0, 0]
  const isDeep = (): boolean => depth > DEPTH_LIMIT
  walk(tree, {
    enter: (node: PageNode) => {
      if (!isElement(node)) {
        pieces.push(escapeText(wordsOf(node)))
        return undefined
      }
      depth += 1
      if (isSilent(node) || isFurniture(node)) return 'skip'
      if (!isKept(node) || isDeep()) return undefined
      elements += 1
      pieces.push(openTag(node))
      return undefined
    },
    leave: (node: PageNode) => {
      if (!isElement(node)) return
      const isClosed = isKept(node) && !isDeep() && !isFurniture(node) && !VOID_ELEMENTS.has(node.name)
      if (isClosed) pieces.push(`</${node.name}>`)
      depth -= 1
    },
  })
  const html = pieces.join('')
  return elements > ELEMENT_LIMIT || html.length > HTML_LIMIT ? undefined : html
}

function openTag(element: PageElement): string {
  const attributes = KEPT_ATTRIBUTES.map((name) => {
    const value = element.attribs[name]
    return value === undefined
      ? ''
      : ` ${name}="${escapeText(value.slice(0, 300)).replaceAll('"', '&quot;')}"`
  })
  return `<${element.name}${attributes.join('')}>`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
