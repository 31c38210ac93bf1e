// All that speaks for one page, gathered in one reading. Never decides which witness to believe.
import { type DescribedArticle, readJsonLd } from './json-ld.ts'
import { type MarkedArticle, readMicrodata } from './microdata.ts'
import { readCanonicalUrl } from './page-metadata.ts'
import { attributeOf, elementsOf, type PageElement, type PageTree, parsePage, rawText } from './page-tree.ts'

export interface PageWitnesses {
  /** Where the page was fetched. */
  readonly url: string
  readonly tree: PageTree
  /** Every element in the order of the page. */
  readonly elements: readonly PageElement[]
  /** Contents of `<meta>` by lower-case `property` or `name`, in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>
  readonly described: DescribedArticle | undefined
  readonly marked: MarkedArticle | undefined
}

/** Any text gives witnesses, perhaps none that speaks. */
export function hearWitnesses(html: string, url: string): PageWitnesses {
  const tree = parsePage(html)
  const elements = elementsOf(tree)
  const metas = readMetas(elements)
  const scripts = elements
    .filter((element) => element.name === 'script' && /ld\+json/i.test(attributeOf(element, 'type') ?? ''))
    .map(rawText)
  const canonicalUrl = readCanonicalUrl({ url, elements, metas })
  const described = readJsonLd(scripts, canonicalUrl === undefined ? [url] : [canonicalUrl, url])
  return { url, tree, elements, metas, described, marked: readMicrodata(tree, elements) }
}

function readMetas(elements: readonly PageElement[]): ReadonlyMap<string, readonly string[]> {
  const metas = new Map<string, string[]>()
  for (const element of elements) {
    if (element.name !== 'meta') continue
    const name = ['property', 'name', 'http-equiv']
      .map((attribute) => attributeOf(element, attribute))
      .find((value) => value !== undefined)
      ?.toLowerCase()
    const content = attributeOf(element, 'content')
    if (name === undefined || content === undefined) continue
    const known = metas.get(name)
    if (known === undefined) metas.set(name, [content])
    else known.push(content)
  }
  return metas
}
