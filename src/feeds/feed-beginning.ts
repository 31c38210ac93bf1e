// Whether bytes may be the beginning of a feed, told before the rest of them is taken in. Decodes nothing, parses nothing.

/**
 * Tags that a feed has near its beginning, and a page: what is one is refused in other words. They are the same bytes in
 * every encoding that feeds have, UTF-16 and UTF-32 once their zeros are out.
 */
const TAG =
  /<(?:\?xml|!doctype|(?:[\w.-]+:)?(?:rss|rdf|feed|channel|urlset|item|entry|url|html|head|body)(?=[\s/>]))/i

/** A JSON Feed, after a byte order mark perhaps. */
const JSON_START = /^(?:ï»¿|ÿþ|þÿ)?\s*[[{]/

/** `false` for noise: no reader finds a feed in what begins so, however long it goes on. */
export function mayBeFeed(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString('latin1').replaceAll('\0', '')
  // Of blanks nothing is known yet.
  return !/\S/.test(text) || JSON_START.test(text) || TAG.test(text)
}
