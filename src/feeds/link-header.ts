// The Link header of an answer, RFC 8288: links that a server tells outside of its page. Never resolves an address.

/** One link: `<address>` and its parameters. */
const LINK = /<([^<>]{0,2000})>((?:\s*;\s*[\w!#$&+.^`|~-]+\*?\s*(?:=\s*(?:"[^"]*"|[^\s";,]*))?)*)/g
const PARAMETER = /;\s*([\w!#$&+.^`|~-]+)\s*=\s*(?:"([^"]*)"|([^\s";,]*))/g

/** Links as the attributes of a `<link>` would be, `href` and lower-case names; the first of two alike counts. */
export function readLinkHeader(header: string): readonly ReadonlyMap<string, string>[] {
  return [...header.matchAll(LINK)].map(([, href = '', parameters = '']) => {
    const attributes = new Map([['href', href.trim()]])
    for (const [, name = '', quoted, bare = ''] of parameters.matchAll(PARAMETER)) {
      const key = name.toLowerCase()
      if (!attributes.has(key)) attributes.set(key, quoted ?? bare)
    }
    return attributes
  })
}
