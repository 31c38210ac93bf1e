// The address of one outline: what may be asked for, and why something may not. Asks for nothing.
import { isIP } from 'node:net'
import type { OutlineRefusal } from '../core/outline.ts'
import { isPublicAddress } from './addresses.ts'
import { typedAddresses, withoutFeedScheme } from './typed-address.ts'

export type OutlineAddress =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'refused'; readonly reason: OutlineRefusal }

/** What every server takes: longer ones carry a search or a session. RFC 9110, § 4.1, asks for 8,000 at least. */
const LONGEST_ADDRESS = 2000

/** Pages that FreshRSS takes apart by rules of its own: `HTML+XPath`, `XML+XPath`, `JSON+DotNotation`. */
const SCRAPED = /\+(?:xpath|dotnotation|dotpath)/

/** `given` is decoded once; `type` in lower case, `''` without any. */
export function outlineAddress(given: string, type: string): OutlineAddress {
  if (given === '') return refused('address-missing')
  if (SCRAPED.test(type)) return refused('scraped')
  if (type === 'include' || (type === 'link' && /\.opml(?:$|[?#])/i.test(given))) return refused('list')
  // Escaped twice by some: `&amp;amp;`.
  const written = withoutFeedScheme(given.replaceAll('&amp;', '&').replaceAll(/\s+/g, ''))
  const scheme = /^([a-z][a-z\d+.-]*):(?!\d)/i.exec(written)?.[1]?.toLowerCase()
  // Liferea and Newsboat run programs and filters as feeds: `|curl …`, `exec:…`, `filter:…`.
  if (written.startsWith('|') || (scheme !== undefined && !/^https?$/.test(scheme))) return refused('scheme')
  const address = scheme === undefined ? typedAddresses(written)[0] : written
  const url = URL.parse(address ?? '')
  if (address === undefined || url === null || address.length > LONGEST_ADDRESS)
    return refused('address-unreadable')
  if (url.username !== '' || url.password !== '') return refused('password')
  if (isPrivateHost(url.hostname)) return refused('private')
  return { kind: 'address', address: /^[\x21-\x7e]+$/.test(address) ? address : url.href }
}

function refused(reason: OutlineRefusal): OutlineAddress {
  return { kind: 'refused', reason }
}

/** By its name alone; what a public name leads to is looked at when it is asked for. */
function isPrivateHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (isIP(bare) !== 0) return !isPublicAddress(bare)
  return !bare.includes('.') || /\.(?:local|localhost|internal|lan|home\.arpa|onion)$/.test(bare)
}

export function isHttp(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address)
}
