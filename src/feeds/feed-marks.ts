// What addresses and words of links say about leading to a feed. Never fetches; a mark is a hint, not a proof.

/** A step of a path that means a feed: `/rss`, `/feed/`, `/flux-rss`, `/actualites.rss`, `/rss2.xml`, `/backend.php`. */
const FEED_STEP =
  /^(?:(?:.*[._-])?(?:rss(?:[_-]?2(?:\.0)?|20)?|atom|rdf|feeds?)|flux(?:[_-]rss|[_-]atom|[_-]xml)?|rss[_-].*|backend|syndication)(?:\.(?:xml|php|rdf|rss|atom|json|aspx?))?$/i

/** `?feed=rss2` of WordPress, `?format=feed` of Joomla, `?page=backend` of SPIP, `?alt=rss` of Blogger. */
const FEED_QUERY = /[?&](?:feed|format|alt|type|page|output|mode)=(?:rss2?|atom|rdf|feed|backend)(?:[&-]|$)/i

const BLOGGER_PATH = /\/feeds\/posts\/(?:default|summary)\/?$/i

const FEED_HOST = /^(?:rss|feeds?|flux)\d?\./i

/** Files that are no feeds whatever they are called. */
const OTHER_FILE = /\.(?:html?|css|js|png|jpe?g|gif|svg|webp|ico|pdf|zip|mp3|mp4|woff2?|opml)$/i

/** Readers, networks and checkers, whose addresses hold the words and lead to no feed of ours. */
const FOREIGN =
  /(?:^|\.)(?:feedly\.com|netvibes\.com|inoreader\.com|newsblur\.com|theoldreader\.com|bloglines\.com|yahoo\.com|facebook\.com|twitter\.com|x\.com|linkedin\.com|instagram\.com|pinterest\.\w+|validator\.w3\.org|wikipedia\.org|rssboard\.org|addtoany\.com)$/i

/** Whether the address of a link, absolute or not, looks like a feed's. */
export function isFeedAddress(href: string): boolean {
  if (/^feed:/i.test(href)) return true
  const [address = ''] = href.split('#', 1)
  const [, host = '', path = '', query = ''] =
    /^(?:https?:)?(?:\/\/([^/?]*))?([^?]*)(.*)$/is.exec(address) ?? []
  if (OTHER_FILE.test(path)) return false
  if (FEED_QUERY.test(query) || BLOGGER_PATH.test(path)) return true
  const steps = path.split('/').filter((step) => step !== '')
  if (steps.some((step, index) => FEED_STEP.test(step) && isEnding(steps.slice(index)))) return true
  return FEED_HOST.test(host) && /\.(?:xml|rss|rdf)$/i.test(path)
}

/** Behind the word there is a file or little more: `/rss/une.xml` is a feed, `/flux/2026/les-flux-migratoires` is none. */
function isEnding(steps: readonly string[]): boolean {
  const last = steps.at(-1) ?? ''
  return (
    steps.length === 1 ||
    /\.(?:xml|rss|rdf|atom|php|json)$/i.test(last) ||
    (steps.length === 2 && !last.includes('-'))
  )
}

const FEED_TEXT =
  /(?<!\p{L})(?:flux\s+(?:rss|atom|xml|d[’']actu\p{L}*)|fils?\s+rss|rss|syndication)(?!\p{L})|^(?:(?:nos|les|s[’']abonner aux?)\s+)?(?:flux|fils d[’']info\p{L}*|atom|feeds?)$/iu

/** Whether the words of a link speak of a feed; `migrants : les flux repartent` does not. */
export function isFeedText(text: string): boolean {
  return text.length <= LONGEST_FEED_TEXT && FEED_TEXT.test(text)
}

/** Longer texts of links are headlines, in characters: « S’abonner aux flux RSS de toutes nos rubriques » has 45. */
const LONGEST_FEED_TEXT = 60

export function isForeign(url: string): boolean {
  return FOREIGN.test(URL.parse(url)?.hostname ?? '')
}

/** A link's words when they name the feed; `''` for « RSS » and the like, which name a format. */
export function readableTitle(text: string): string {
  const title = text.slice(0, LONGEST_TITLE).replaceAll(/\s+/g, ' ').trim()
  return FORMAT_TITLE.test(title) ? '' : title
}

/** A longer title of a link is no title, in characters. */
const LONGEST_TITLE = 1000

const FORMAT_TITLE =
  /^(?:flux|fil|feed|lien|icône|logo|s[’']abonner|abonnez-vous|subscribe)?[^\p{L}\p{N}]*(?:(?:rss|xml|atom|json|rdf)[^\p{L}\p{N}]*)?(?:(?:[12]\.0|feed)[^\p{L}\p{N}]*)?$/iu
