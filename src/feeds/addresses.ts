// Which addresses we may dial, and the connector that dials no other. Never lets a private address through by a name.
import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { BlockList, isIP, isIPv4, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'

/** IPv4 ranges that are not the public web, from the IANA special-purpose address registry (RFC 6890 and successors). */
const SPECIAL_IPV4: readonly (readonly [network: string, prefixBits: number])[] = [
  ['0.0.0.0', 8], // «this network»
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, metadata services of the clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // IETF protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relay, deprecated
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
]

/**
 * The one IPv6 range in public use (RFC 4291, IANA: `2000::/3`). Loopback, unique-local, link-local, multicast,
 * IPv4-mapped (`::ffff:0:0/96`) and NAT64 (`64:ff9b::/96`) all lie outside it.
 */
const PUBLIC_IPV6 = ['2000::', 3] as const

/** What is special inside `2000::/3`, same registry. 6to4 and Teredo carry an IPv4 address that we would not see. */
const SPECIAL_IPV6: readonly (readonly [network: string, prefixBits: number])[] = [
  ['2001::', 23], // IETF protocol assignments, Teredo, ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4
  ['3fff::', 20], // documentation
]

const special = new BlockList()
for (const [network, prefixBits] of SPECIAL_IPV4) special.addSubnet(network, prefixBits, 'ipv4')
for (const [network, prefixBits] of SPECIAL_IPV6) special.addSubnet(network, prefixBits, 'ipv6')
const publicIpv6 = new BlockList()
publicIpv6.addSubnet(PUBLIC_IPV6[0], PUBLIC_IPV6[1], 'ipv6')

/** Whether an IP address is one of the public web. False for what is no IP address at all. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false
  if (isIPv4(address)) return !special.check(address, 'ipv4')
  return publicIpv6.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

/** A host that has only addresses we do not dial. */
export class PrivateAddressError extends Error {
  constructor(hostname: string) {
    super(`no public address: ${hostname}`)
    this.name = 'PrivateAddressError'
  }
}

/** All addresses of a host name. Throws what `dns.lookup` throws. */
export type ResolveHost = (hostname: string) => Promise<readonly LookupAddress[]>

/** Where a request for a host name is really dialled. */
export interface Route {
  readonly host: string
  readonly port: number
}

export interface ConnectorOptions {
  readonly connectSeconds: number
  /** Host names dialled elsewhere, loopback included: the demo and the tests, nobody else. */
  readonly routes?: ReadonlyMap<string, Route>
  readonly resolve?: ResolveHost
}

/**
 * The name is resolved once, its private addresses are taken out, and the socket dials what is left: an answer that
 * changes between a check and a connection cannot slip through, because there is no second question.
 */
export function publicLookup(resolve: ResolveHost): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const dialled = addresses.filter(({ address }) => isPublicAddress(address))
        const [first] = dialled
        if (first === undefined) callback(new PrivateAddressError(hostname), '')
        else if (options.all === true) callback(null, dialled)
        else callback(null, first.address, first.family)
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ''),
    )
  }
}

/** A connector for undici. Fails with PrivateAddressError before any packet is sent. */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  const resolve = options.resolve ?? ((hostname) => lookup(hostname, { all: true }))
  const timeout = options.connectSeconds * 1000
  // HTTP/1.1 alone: one protocol to guard, and nobody needs multiplexing for two requests at a time.
  const dialRoute = buildConnector({ allowH2: false, timeout })
  const dialPublic = buildConnector({ allowH2: false, timeout, lookup: publicLookup(resolve) })
  return (target, callback) => {
    const route = options.routes?.get(target.hostname)
    if (route !== undefined) {
      dialRoute({ ...target, hostname: route.host, port: String(route.port) }, callback)
    } else if (isIP(target.hostname) !== 0 && !isPublicAddress(target.hostname)) {
      // A literal address is dialled without a lookup, so it is judged here.
      process.nextTick(callback, new PrivateAddressError(target.hostname), null)
    } else {
      dialPublic(target, callback)
    }
  }
}
