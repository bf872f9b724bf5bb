import { randomUUID } from 'node:crypto'
import { decodeProtectedHeader } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { PlaidFault } from './plaid-fault.ts'
import { getVerificationKey } from './verification-key.ts'

const sandbox = sandboxClient()
const dayMs = 24 * 60 * 60 * 1000
const mostAMinute = 20

// What is kept of one test must not help or hinder the next.
let now = new Date()
const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
beforeEach(() => pass(7 * dayMs))
afterEach(() => sandbox.setKeyEndpointDown(false))

const currentKid = async () => decodeProtectedHeader(await sandbox.sign('{}')).kid ?? ''
const newKid = async () => {
  await sandbox.rotateKeys()
  return currentKid()
}
const outcome = (kid: string) =>
  getVerificationKey(kid, now).then(
    () => 'found',
    (error: unknown) => (error instanceof PlaidFault ? error.code : error instanceof Error && error.name),
  )

async function lookUpsDuring(act: () => Promise<unknown>): Promise<number> {
  const lookUps = async () => (await sandbox.calls()).byPath['/webhook_verification_key/get'] ?? 0
  const before = await lookUps()
  await act()
  return (await lookUps()) - before
}

/** A stranger who sends ten invented ids a second for five minutes; answers the most look-ups that a minute saw. */
async function mostLookUpsInAMinute(): Promise<number> {
  const times: number[] = []
  for (let second = 0; second < 300; second += 1) {
    const lookUps = await lookUpsDuring(() => Promise.all(Array.from({ length: 10 }, () => outcome(randomUUID()))))
    times.push(...Array.from({ length: lookUps }, () => second))
    pass(1_000)
  }
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 60).length))
}

describe('a key of Plaid’s', () => {
  it('is asked for once, however many webhooks come under it at once', async () => {
    const kid = await newKid()
    expect(await lookUpsDuring(() => Promise.all(Array.from({ length: 200 }, () => outcome(kid))))).toBe(1)
    expect(await lookUpsDuring(() => outcome(kid))).toBe(0)
  })

  it('is asked for anew after a day', async () => {
    const kid = await newKid()
    await outcome(kid)
    pass(dayMs)
    const again = () => Promise.all([outcome(kid), outcome(kid)])
    expect(await lookUpsDuring(again)).toBe(1)
  })

  it('shows its end as soon as another one comes, and is not asked for any more', async () => {
    const old = await newKid()
    expect((await getVerificationKey(old, now)).expiredAt).toBeNull()
    await outcome(await newKid())
    expect((await getVerificationKey(old, now)).expiredAt).toBeInstanceOf(Date)
    await outcome(await newKid())
    expect(await lookUpsDuring(() => outcome(old))).toBe(0)
  })

  it('is found however often Plaid changes it within a minute', async () => {
    for (let change = 0; change < 3 * mostAMinute; change += 1) expect(await outcome(await newKid())).toBe('found')
  })

  it.each([30, 300])('is found again ten seconds after an outage of %i s, with a webhook in each', async (seconds) => {
    const kid = await newKid()
    await sandbox.setKeyEndpointDown(true)
    for (let second = 0; second < seconds; second += 1) {
      expect(await outcome(kid)).not.toBe('found')
      pass(1_000)
    }
    await sandbox.setKeyEndpointDown(false)
    pass(10_000)
    expect(await outcome(kid)).toBe('found')
  })

  it('is found at once after an outage of which few webhooks knew', async () => {
    const kid = await newKid()
    await sandbox.setKeyEndpointDown(true)
    for (let webhook = 0; webhook < 10; webhook += 1) expect(await outcome(kid)).toBe('INTERNAL_SERVER_ERROR')
    await sandbox.setKeyEndpointDown(false)
    expect(await outcome(kid)).toBe('found')
  })

  it('that is due to be asked for anew is not asked for without a bound while that cannot be answered', async () => {
    const kid = await newKid()
    await outcome(kid)
    pass(dayMs)
    await sandbox.setKeyEndpointDown(true)
    const lookUps = await lookUpsDuring(async () => {
      for (let webhook = 0; webhook < 100; webhook += 1) expect(await outcome(kid)).not.toBe('found')
    })
    expect(lookUps).toBeLessThanOrEqual(mostAMinute)
    await sandbox.setKeyEndpointDown(false)
    pass(10_000)
    expect(await outcome(kid)).toBe('found')
  })
})

describe('a stranger who invents key ids', () => {
  it('makes us ask Plaid twenty times in any minute at most', async () => {
    expect(await mostLookUpsInAMinute()).toBeLessThanOrEqual(mostAMinute)
  })

  it('makes us ask no more often while Plaid cannot answer', async () => {
    await sandbox.setKeyEndpointDown(true)
    expect(await mostLookUpsInAMinute()).toBeLessThanOrEqual(mostAMinute)
  })

  it('makes us ask once a minute for an id that comes again and again, and once at a time', async () => {
    const invented = randomUUID()
    const thrice = () => Promise.all([outcome(invented), outcome(invented), outcome(invented)])
    expect(await lookUpsDuring(() => thrice().then(thrice))).toBe(1)
    expect(await outcome(invented)).toBe('INVALID_WEBHOOK_VERIFICATION_KEY_ID')
    pass(60_000)
    expect(await lookUpsDuring(thrice)).toBe(1)
  })

  it('gets nothing for the id of a key of Plaid’s in other letters, which do not count as a change of keys', async () => {
    const kid = await newKid()
    await outcome(kid)
    const inCapitals = kid.toUpperCase()
    expect(await lookUpsDuring(() => outcome(inCapitals).then(() => outcome(inCapitals)))).toBe(1)
    expect(await outcome(inCapitals)).toBe('OtherKeyAnswered')
    expect(await lookUpsDuring(() => outcome(kid))).toBe(0)
  })

  it('does not keep us from asking anew for a key that Plaid has confirmed', async () => {
    const kid = await newKid()
    await outcome(kid)
    pass(dayMs)
    for (let webhook = 0; webhook < 100; webhook += 1) await outcome(randomUUID())
    expect(await lookUpsDuring(() => outcome(kid))).toBe(1)
    expect(await outcome(kid)).toBe('found')
  })
})
