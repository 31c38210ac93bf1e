// News sitemaps: `<url>` with `<news:news>` in it, read as items. Never follows the other pages of a sitemap.
import { plainLine } from './plain-text.ts'
import { textOf, type XmlElement } from './xml.ts'
import { childrenOf } from './xml-fields.ts'

/** The item in a `<url>`, its news fields beside its address; none for an ordinary page. */
export function newsOf<T extends { readonly element: XmlElement }>(read: T): readonly T[] {
  const news = childrenOf(read.element).filter(({ name }) => name === 'news:news')
  // Where the tag around them is broken, its fields stand alone, or in whatever is left of it.
  if (news.length === 0 && !hasNews(read.element)) return []
  const children = [...read.element.children, ...news.flatMap((element) => childrenOf(element))]
  return [{ ...read, element: { ...read.element, children } }]
}

function hasNews(element: XmlElement): boolean {
  return childrenOf(element).some((child) => child.name.startsWith('news:') || hasNews(child))
}

/** Who publishes a news item and in which language. */
export function publicationOf(item: XmlElement | undefined): {
  readonly title?: string
  readonly language?: string
} {
  const publication = item === undefined ? undefined : find(item, 'news:publication')
  if (publication === undefined) return {}
  const [title, language] = ['news:name', 'news:language'].map((name) => {
    const field = find(publication, name)
    return field === undefined ? '' : plainLine(textOf(field))
  })
  return { ...(title ? { title } : {}), ...(language ? { language } : {}) }
}

function find(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element).find((child) => child.name === name)
}
