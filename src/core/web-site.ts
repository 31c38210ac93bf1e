// Which site an address belongs to, as its name tells. Never asks the network, never knows every suffix of the world.

export interface WebSite {
  /** In lower case, without `www.`; punycode when it has letters beyond ASCII. */
  readonly host: string
  /** The part that somebody registered, or a blog's own part of its host: `lemonde`, `ouest-france`. */
  readonly label: string
  /** Somebody else's house: it carries feeds of others, and its name says nothing of who writes them. */
  readonly isCarrier: boolean
}

/** Second levels below which names are registered, in the countries of the French-speaking press: `gouv.fr`, `co.ma`. */
const SECOND_LEVELS = new Set('ac asso co com edu gob gouv gov gc net nom org presse press qc tm'.split(' '))

/** Houses where everybody has a name of his own below that of the house. */
const HOUSES =
  /(?:^|\.)(?:blogspot\.\w+|wordpress\.com|over-blog\.(?:com|org)|overblog\.com|substack\.com|tumblr\.com|canalblog\.com|hautetfort\.com|eklablog\.(?:com|fr)|typepad\.(?:com|fr)|hypotheses\.org|ghost\.io|wixsite\.com|free\.fr|github\.io|gitlab\.io|netlify\.app|pages\.dev|vercel\.app)$/

/** Those who carry feeds of others: relays, makers of feeds, players. */
const CARRIERS =
  /(?:^|\.)(?:feedburner\.com|feedproxy\.google\.com|news\.google\.com|rss\.app|fetchrss\.com|politepol\.com|rsshub\.app|morss\.it|fulltextrssfeed\.com|kill-the-newsletter\.com|youtube\.com|medium\.com|ausha\.co|acast\.com|megaphone\.fm|github\.com)$/

/** The site of an absolute http address; an empty one for anything else. */
export function webSite(address: string): WebSite {
  const host = (URL.parse(address)?.hostname ?? '').replace(/^www\d?\./, '').replace(/\.$/, '')
  const labels = host.split('.')
  const suffixLength = labels.length > 2 && SECOND_LEVELS.has(labels.at(-2) ?? '') ? 2 : 1
  const house = HOUSES.exec(host)
  const own = house === null ? labels.slice(0, -suffixLength) : host.slice(0, house.index).split('.')
  return { host, label: own.at(-1) ?? '', isCarrier: CARRIERS.test(host) }
}

/** Whether two addresses are of one site, subdomains included. */
export function isSameSite(one: string, other: string): boolean {
  const [here, there] = [webSite(one), webSite(other)]
  return here.label !== '' ? here.label === there.label : here.host === there.host
}

/** The address without what makes no other page of it: scheme, `www.`, a final slash. */
export function bareAddress(address: string): string {
  const url = URL.parse(address)
  if (url === null) return address
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}`
}
