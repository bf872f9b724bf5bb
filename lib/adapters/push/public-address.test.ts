import { describe, expect, it } from 'vitest'
import { InnerAddress, isPublicAddress, lookupPublic } from './public-address.ts'

describe('an address', () => {
  it.each([
    ['8.8.8.8', 4],
    ['142.250.74.10', 4],
    ['172.32.0.1', 4],
    ['2a00:1450:4001:80b::200a', 6],
  ])('of the internet: %s', (address, family) => {
    expect(isPublicAddress(address, family)).toBe(true)
  })

  it.each([
    ['127.0.0.1', 4],
    ['10.1.2.3', 4],
    ['172.31.255.255', 4],
    ['192.168.0.1', 4],
    ['169.254.169.254', 4],
    ['100.64.0.1', 4],
    ['0.0.0.0', 4],
    ['224.0.0.1', 4],
    ['255.255.255.255', 4],
    ['::1', 6],
    ['::', 6],
    ['fd12::1', 6],
    ['fe80::1', 6],
    ['::ffff:10.0.0.1', 6],
    ['::ffff:127.0.0.1', 6],
  ])('inside a network: %s', (address, family) => {
    expect(isPublicAddress(address, family)).toBe(false)
  })
})

describe('a name', () => {
  it('that leads to this machine is refused at the very look-up that the connection uses', async () => {
    const error = await new Promise((resolve) => lookupPublic('localhost', { all: true }, resolve))
    expect(error).toBeInstanceOf(InnerAddress)
  })
})
