// What people type or paste as an address, made addresses to ask for. Never asks for them, never knows what they hold.

/** How much of a message is searched for an address, in characters; Discord's longest message has as many. */
const TYPED_LIMIT = 4000

/** Marks that are invisible and come along with what is pasted. */
const INVISIBLE = /[\p{Cf}\u034F\u115F\u1160\u3164]/gu

/** What people and programs put around an address, and sentences after it. */
const BEFORE = /^[«‹"“„”'‘’`*([{<]+/
const AFTER = new Set('»›"“”\'‘’`*>,;:!?.…')

/** Ways to say «a feed is here» instead of, or before, http: RFC-less, but browsers and podcast readers know them. */
const FEED_SCHEME = /^(?:feeds?|rss|pcast|itpc|view-source):(?:\/\/)?/i

/** http and https, with the slips of the hand that are common: `https//`, `http:/`, `https;//`. */
const WEB_SCHEME = /^(https?)(?:[:;]\/*|\/\/)/i

/** `nom.fr`, `www.nom.fr:8080/page`: letters of any script, at least one dot, no `@`. */
const HOST =
  /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]|[.。](?=[\p{L}\p{N}]))*[.。]\p{L}[\p{L}\p{M}\p{N}-]{1,62}\.?(?::\d{1,5})?(?:[/?#]|$)/u

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}(?:[:/?#]|$)/

/** `nom:8080`: a port, not a scheme. */
const HOST_AND_PORT = /^[^/:@\s]+:\d{1,5}(?:[/?#]|$)/

/**
 * The addresses that a typed text can mean, the likeliest first; none when it holds no address. Without a scheme, https
 * comes before http, and a bare name is tried with `www` at the end. An address of another scheme comes back as it is.
 */
export function typedAddresses(typed: string): readonly string[] {
  const token = tokenOf(unwrapped(typed.slice(0, TYPED_LIMIT).replaceAll(INVISIBLE, '')))
  return token === undefined ? [] : meaningsOf(token)
}

/** The address without `feed:` before it; `feed://nom.fr` becomes https, as does `feed:nom.fr`. */
export function withoutFeedScheme(address: string): string {
  const rest = address.replace(FEED_SCHEME, '')
  return rest === address || WEB_SCHEME.test(rest) ? rest : `https://${rest}`
}

/** Slack writes `<address|label>` and Discord `<address>`; Markdown `[label](address)`. */
function unwrapped(text: string): string {
  const [, address = '', label = ''] = /<([^<>|\s]+)(?:\|([^<>]*))?>/.exec(text) ?? []
  // Slack puts http before what was typed without a scheme.
  if (address !== '') return address.replace(/^http:\/\//i, '') === label ? label : address
  return /\]\(\s*([^\s()]+)\s*\)/.exec(text)?.[1] ?? text
}

function tokenOf(text: string): string | undefined {
  const tokens = text.split(/\s+/).map(bare)
  return (
    tokens.find((token) => WEB_SCHEME.test(token) || FEED_SCHEME.test(token)) ??
    tokens.find((token) => looksLikeHost(token)) ??
    tokens.find((token) => /^[a-z][a-z\d+.-]*:\S/i.test(token))
  )
}

function bare(token: string): string {
  const opened = token.replace(BEFORE, '')
  let end = withoutMarks(opened)
  // A closing bracket belongs to the address when it was opened there: `/wiki/Lune_(astre)`.
  while (/[)\]}]$/.test(end) && !isBalanced(end)) end = withoutMarks(end.slice(0, -1))
  return end.replaceAll('&amp;', '&')
}

/** From the end, mark by mark: a pattern would begin anew at each mark of a long row. */
function withoutMarks(text: string): string {
  let end = text.length
  while (end > 0 && AFTER.has(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

function isBalanced(text: string): boolean {
  return text.split(/[([{]/).length >= text.split(/[)\]}]/).length
}

function looksLikeHost(token: string): boolean {
  return [HOST, HOST_AND_PORT, IPV4, /^\/\/\S/].some((pattern) => pattern.test(token))
}

function meaningsOf(token: string): readonly string[] {
  let [scheme, address] = ['', token.replace(FEED_SCHEME, '')]
  // Several times over: «https://https://nom.fr» is an address pasted behind what stood there already.
  for (let slip = WEB_SCHEME.exec(address); slip !== null; slip = WEB_SCHEME.exec(address)) {
    scheme = slip[1]?.toLowerCase() ?? ''
    address = address.slice(slip[0].length)
  }
  if (scheme === '' && /^[a-z][a-z\d+.-]*:/i.test(address) && !HOST_AND_PORT.test(address)) return [address]
  const bareAddress = address.replace(/^\/+/, '')
  const addresses = scheme === '' ? schemeless(bareAddress) : [`${scheme}://${bareAddress}`]
  return addresses.filter((candidate) => URL.canParse(candidate))
}

function schemeless(address: string): readonly string[] {
  const isBareName = /^[^./:?#]+[.。][^./:?#]+(?:[/?#]|$)/.test(address)
  return [`https://${address}`, `http://${address}`, ...(isBareName ? [`https://www.${address}`] : [])]
}
