import { lookup } from 'node:dns'
import { BlockList, type LookupFunction } from 'node:net'

// iana.org/assignments/iana-ipv4-special-registry and its counterpart for IPv6: what is not reachable over the internet.
const inner = new BlockList()
const inner4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
]
const inner6: [string, number][] = [
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
]
for (const [network, prefix] of inner4) inner.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of inner6) inner.addSubnet(network, prefix, 'ipv6')

/** Whether an IP address is one of the internet; an IPv4 address written as IPv6 counts as what it is. */
export function isPublicAddress(address: string, family: number): boolean {
  return !inner.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** A name was resolved to an address that is not of the internet. */
export class InnerAddress extends Error {
  override name = 'InnerAddress'
}

/**
 * Resolves a name for a connection, and refuses it when any of its addresses is inside a network: a name of the
 * internet can point there. The connection uses these very addresses, so that no second answer can differ.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '')
    const first = addresses[0]
    const isInner = addresses.some(({ address, family }) => !isPublicAddress(address, family))
    if (!first || isInner) return callback(new InnerAddress(`${hostname} is not of the internet`), '')
    if (options.all) return callback(null, addresses)
    return callback(null, first.address, first.family)
  })
}
