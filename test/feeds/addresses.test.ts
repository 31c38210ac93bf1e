// Which addresses are the public web, and which of a name's are dialled.
import type { LookupAddress } from 'node:dns'
import { describe, expect, it } from 'vitest'
import { isPublicAddress, PrivateAddressError, publicLookup } from '../../src/feeds/addresses.ts'

describe('isPublicAddress', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'end of the loopback'],
    ['0.0.0.0', 'this host'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private, first'],
    ['172.31.255.255', 'private, last'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'carrier-grade NAT, first'],
    ['100.127.255.255', 'carrier-grade NAT, last'],
    ['169.254.169.254', 'metadata of a cloud'],
    ['192.0.2.7', 'documentation'],
    ['198.18.0.1', 'benchmarks'],
    ['224.0.0.251', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with its zone'],
    ['2a00:1450::1%eth0', 'a zone is never public'],
    ['fc00::1', 'unique-local'],
    ['fd12:3456::1', 'unique-local'],
    ['ff02::1', 'multicast'],
    ['::ffff:127.0.0.1', 'IPv4-mapped loopback'],
    ['::ffff:8.8.8.8', 'IPv4-mapped, whatever it holds'],
    ['::127.0.0.1', 'IPv4-compatible, deprecated'],
    ['64:ff9b::a00:1', 'NAT64 of 10.0.0.1'],
    ['64:ff9b:1::1', 'local NAT64'],
    ['2002:7f00:1::', '6to4 of the loopback'],
    ['2001:0:1::1', 'Teredo'],
    ['2001:db8::1', 'documentation'],
    ['3fff::1', 'documentation'],
    ['journal.example', 'a name is no address'],
    ['', 'nothing'],
  ])('refuses %s', (address, _why) => expect(isPublicAddress(address)).toBe(false))

  it.each([
    ['8.8.8.8', 'plain'],
    ['172.15.255.255', 'just before the private range'],
    ['172.32.0.0', 'just after the private range'],
    ['100.63.255.255', 'just before carrier-grade NAT'],
    ['100.128.0.0', 'just after carrier-grade NAT'],
    ['223.255.255.255', 'just before multicast'],
    ['2a00:1450:4007:80e::200e', 'plain'],
    ['2001:4860:4860::8888', 'after the protocol assignments'],
  ])('lets %s through', (address, _why) => expect(isPublicAddress(address)).toBe(true))
})

/** What would be dialled; nothing is. */
function dialled(addresses: readonly LookupAddress[], all: boolean): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const look = publicLookup(async () => addresses)
  look('journal.example', { all }, (error, address) => (error === null ? resolve(address) : reject(error)))
  return promise
}

describe('a name', () => {
  const PUBLIC: LookupAddress = { address: '8.8.8.8', family: 4 }
  const PUBLIC_6: LookupAddress = { address: '2a00:1450:4007:80e::200e', family: 6 }
  const PRIVATE: LookupAddress = { address: '10.0.0.1', family: 4 }
  const MAPPED: LookupAddress = { address: '::ffff:10.0.0.1', family: 6 }

  it.each<[string, readonly LookupAddress[], readonly LookupAddress[]]>([
    ['a public address and a private one', [PUBLIC, PRIVATE], [PUBLIC]],
    ['a private address first', [PRIVATE, PUBLIC_6], [PUBLIC_6]],
    ['a private address written as IPv6', [MAPPED, PUBLIC, PUBLIC_6], [PUBLIC, PUBLIC_6]],
  ])('with %s is dialled at the public ones alone', async (_what, addresses, expected) => {
    expect(await dialled(addresses, true)).toEqual(expected)
    expect(await dialled(addresses, false)).toBe(expected[0]?.address)
  })

  it('with private addresses alone is not dialled', async () => {
    await expect(dialled([PRIVATE, MAPPED], true)).rejects.toThrow(PrivateAddressError)
    await expect(dialled([], false)).rejects.toThrow(PrivateAddressError)
  })
})
