// Whether bytes may be the beginning of a feed, told before the rest of them is taken in. Decodes nothing, parses nothing.

/**
 * Tags that a feed has near its beginning, and a page: what is one is refused in other words. They are the same bytes in
 * every encoding that feeds have, UTF-16 and UTF-32 once their zeros are out.
 */
const TAG =
  /<(?:\?xml|!doctype|(?:[\w.-]+:)?(?:rss|rdf|feed|channel|urlset|item|entry|url|html|head|body)(?=[\s/>]))/i

/** A JSON Feed, after a byte order mark perhaps. */
const JSON_START = /^(?:ï»¿|ÿþ|þÿ)?\s*[[{]/

/** `false` for noise: no reader finds a feed in what begins with these pieces, however long it goes on. */
export function mayBeFeed(head: readonly Uint8Array[]): boolean {
  // Nearly every feed says so in its first words: the rest need not be put together.
  if (isFeed(textOf(head[0] ?? new Uint8Array()))) return true
  const text = textOf(Buffer.concat(head))
  // Of blanks nothing is known yet.
  return isFeed(text) || !/\S/.test(text)
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\0', '')
}

function isFeed(text: string): boolean {
  return JSON_START.test(text) || TAG.test(text)
}
