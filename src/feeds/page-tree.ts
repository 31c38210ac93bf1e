// A page as a tree of elements, read by htmlparser2 and walked without recursion. Never runs a script, never fetches.
import { ElementType, parseDocument } from 'htmlparser2'
import { withoutExcess } from './page-depth.ts'

export type PageTree = ReturnType<typeof parseDocument>
export type PageNode = PageTree['children'][number]
export type PageElement = Extract<PageNode, { readonly tagName: string }>

/** Elements without a word for the reader: code, players, and what a browser shows when they are missing. */
const SILENT_ELEMENTS = new Set(
  (
    'area audio base button canvas dialog embed head iframe input link math meta noembed noframes noscript object ' +
    'option script select source style svg template textarea title track video ' +
    'amp-ad amp-analytics amp-consent amp-embed amp-iframe amp-sidebar amp-social-share amp-sticky-ad amp-user-notification ' +
    'amp-video'
  ).split(' '),
)

/** The tree of a page, entities decoded. Any text gives a tree; linear in its length, whatever the nesting. */
export function parsePage(html: string): PageTree {
  return parseDocument(withoutExcess(html))
}

export function isElement(node: PageNode | PageTree): node is PageElement {
  return 'attribs' in node
}

/** The words of a text node; `''` for every other node. */
export function wordsOf(node: PageNode): string {
  return node.type === ElementType.ElementType.Text ? node.data : ''
}

/** Whether a browser shows no words of this element. */
export function isSilent(element: PageElement): boolean {
  return SILENT_ELEMENTS.has(element.name)
}

export interface PageVisitor {
  /** `'skip'` leaves the children out; `leave` is called all the same. */
  readonly enter?: (node: PageNode) => 'skip' | undefined
  readonly leave?: (node: PageNode) => void
}

/** Depth first, in the order of the page, `root` itself left out. Without recursion: pages nest 100,000 deep. */
export function walk(root: PageElement | PageTree, visitor: PageVisitor): void {
  let node: PageNode | undefined = root.children[0]
  while (node !== undefined) {
    const isSkipped = visitor.enter?.(node) === 'skip'
    const child: PageNode | undefined = isSkipped || !('children' in node) ? undefined : node.children[0]
    node = child ?? nextAfter(node, root, visitor)
  }
}

function nextAfter(from: PageNode, root: PageElement | PageTree, visitor: PageVisitor): PageNode | undefined {
  let node = from
  for (;;) {
    visitor.leave?.(node)
    if (node.next !== null) return node.next
    const parent: PageNode | null = node.parent
    if (parent === null || parent === root) return undefined
    node = parent
  }
}

/** Every element in the order of the page. */
export function elementsOf(root: PageElement | PageTree): readonly PageElement[] {
  const elements: PageElement[] = []
  walk(root, {
    enter: (node) => {
      if (isElement(node)) elements.push(node)
      return undefined
    },
  })
  return elements
}

/** The raw text inside an element, scripts included: what a `<title>` or a JSON-LD script holds. */
export function rawText(element: PageElement): string {
  const pieces: string[] = []
  walk(element, {
    enter: (node) => {
      pieces.push(wordsOf(node))
      return undefined
    },
  })
  return pieces.join('')
}

/** An attribute without the spaces around it; undefined when absent or empty. */
export function attributeOf(element: PageElement, name: string): string | undefined {
  const value = element.attribs[name]?.trim()
  return value === undefined || value === '' ? undefined : value
}

/** Class and id as words between hyphens, `-article-lire-aussi-`: what people mean by the names they give. */
export function namesOf(element: PageElement): string {
  const names = `${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`
  const words = names
    // Beyond this nobody names anything: generated class lists of 10,000 characters exist.
    .slice(0, 1000)
    .replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1-')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .match(/[a-z\d]+/g)
  return words === null ? '' : `-${words.join('-')}-`
}
