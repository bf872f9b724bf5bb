import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDb, db } from '#lib/adapters/db/client.ts'
import { mailEventBody, signMailEvent } from '../../../../scripts/testing/mail-events.ts'
import { POST } from './route.ts'

const email = 'marguerite@example.org'
const permanent = { bounce: { type: 'Permanent', subType: 'NoEmail', message: `550 5.1.1 <${email}> unknown` } }
const transient = { bounce: { type: 'Transient', subType: 'MailboxFull', message: 'mailbox full' } }

let attemptId = ''
let itemId = ''

/** A person with an Item, an incident, and a message that was sent about it. */
beforeEach(async () => {
  const now = new Date()
  const user = await db().user.create({ data: { email } })
  const item = await db().item.create({
    data: {
      plaidItemId: 'plaid-item',
      userId: user.id,
      institutionName: 'First Platypus Bank',
      sealedAccessToken: 'sealed',
      stateSince: now,
    },
  })
  const incident = await db().incident.create({ data: { itemId: item.id, openedAt: now } })
  const message = await db().message.create({
    data: {
      userId: user.id,
      state: 'sent',
      createdAt: now,
      notices: {
        create: { incidentId: incident.id, userId: user.id, kind: 'broken', state: 'sent', anchorAt: now, dueAt: now },
      },
      attempts: { create: { channel: 'email', address: email, state: 'sent', providerId: 'provider-1' } },
    },
    include: { attempts: true },
  })
  attemptId = message.attempts[0]?.id ?? ''
  itemId = item.id
})

afterEach(async () => {
  await db().user.deleteMany()
  await db().suppressedAddress.deleteMany()
})
afterAll(closeDb)

async function post(body: string, headers = signMailEvent(body)): Promise<number> {
  const request = new Request('http://localhost:3000/api/resend/webhook', { method: 'POST', headers, body })
  return (await POST(request)).status
}

const tell = (type: string, more: object = {}) => post(mailEventBody({ type, attemptId, ...more }))
const attempt = () => db().attempt.findUniqueOrThrow({ where: { id: attemptId } })
const suppressed = () => db().suppressedAddress.findMany({ select: { email: true, reason: true } })
const history = async () => (await db().historyEntry.findMany({ where: { itemId } })).map(({ kind }) => kind)

describe('the provider’s word', () => {
  it.each([
    ['email.sent', {}, 'sent', [], []],
    ['email.delivered', {}, 'delivered', [], ['mail_delivered']],
    ['email.delivery_delayed', {}, 'sent', [], []],
    ['email.bounced', permanent, 'bounced', [{ email, reason: 'bounced' }], ['mail_bounced']],
    ['email.bounced', transient, 'sent', [], []],
    [
      'email.suppressed',
      { suppressed: { type: 'OnAccountSuppressionList', message: 'x' } },
      'bounced',
      [{ email, reason: 'bounced' }],
      ['mail_bounced'],
    ],
    ['email.complained', {}, 'complained', [{ email, reason: 'complained' }], ['mail_complained']],
    ['email.failed', { failed: { reason: 'reached_daily_quota' } }, 'failed', [], ['notice_failed']],
    ['email.opened', {}, 'sent', [], []],
    ['email.clicked', {}, 'sent', [], []],
    ['contact.created', {}, 'sent', [], []],
  ])('%s %o leaves the attempt %s', async (type, more, state, addresses, facts) => {
    expect(await tell(type, more)).toBe(200)
    expect((await attempt()).state).toBe(state)
    expect(await suppressed()).toEqual(addresses)
    expect(await history()).toEqual(facts)
  })

  it('finds the attempt by the provider’s id where the tag is missing', async () => {
    await post(mailEventBody({ type: 'email.delivered', providerId: 'provider-1' }))
    expect((await attempt()).state).toBe('delivered')
  })

  it('brings the provider’s id to an attempt whose answer was lost', async () => {
    await db().attempt.update({ where: { id: attemptId }, data: { providerId: null } })
    await tell('email.delivered', { providerId: 'provider-2' })
    expect((await attempt()).providerId).toBe('provider-2')
  })

  it('of a mail that is still under way has to come again', async () => {
    await db().attempt.update({ where: { id: attemptId }, data: { state: 'pending', providerId: null } })
    expect(await tell('email.delivered')).toBe(503)
    expect(await attempt()).toMatchObject({ state: 'pending', providerId: null })
    expect(await tell('email.sent')).toBe(200)
  })

  it('of a mail to sign in closes the address all the same', async () => {
    expect(await post(mailEventBody({ type: 'email.complained', to: ['Ottilie <Ottilie@Example.se>'] }))).toBe(200)
    expect(await suppressed()).toEqual([{ email: 'ottilie@example.se', reason: 'complained' }])
  })

  it('about one of many readers closes nobody’s address', async () => {
    await post(mailEventBody({ type: 'email.bounced', to: ['a@example.org', 'b@example.org'], ...permanent }))
    expect(await suppressed()).toEqual([])
  })
})

describe('the provider’s words', () => {
  it('say the same when they come twice, or together', async () => {
    expect(await Promise.all([1, 2, 3, 4].map(() => tell('email.bounced', permanent)))).toEqual([200, 200, 200, 200])
    await tell('email.bounced', permanent)
    expect(await history()).toEqual(['mail_bounced'])
    expect(await suppressed()).toEqual([{ email, reason: 'bounced' }])
  })

  const words = ['email.sent', 'email.delivered', 'email.bounced', 'email.complained']
  const orders = words.flatMap((first) =>
    words
      .filter((word) => word !== first)
      .map((second) => [first, second, ...words.filter((word) => word !== first && word !== second)]),
  )
  it.each(orders)('end the same in any order: %s, %s, %s, %s', async (...order) => {
    for (const type of order) await tell(type, type === 'email.bounced' ? permanent : {})
    expect((await attempt()).state).toBe('complained')
    expect(await suppressed()).toEqual([{ email, reason: 'complained' }])
  })

  it('hold the provider’s reason in the attempt, and no address in the history', async () => {
    await tell('email.bounced', permanent)
    expect((await attempt()).reason).toContain('550 5.1.1')
    const [entry] = await db().historyEntry.findMany({ where: { itemId } })
    expect(entry?.detail).toEqual({ attemptId, reason: 'Permanent: NoEmail' })
  })
})

describe('a webhook that Resend did not sign', () => {
  const body = mailEventBody({ type: 'email.complained', to: [email] })
  const otherSecret = `whsec_${Buffer.alloc(24, 9).toString('base64')}`
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
  const without = (name: string) => {
    const headers = signMailEvent(body)
    headers.delete(name)
    return headers
  }
  const withSignature = (signature: string) => {
    const headers = signMailEvent(body)
    headers.set('svix-signature', signature)
    return headers
  }

  it.each([
    ['by another secret', signMailEvent(body, new Date(), otherSecret)],
    ['of another body', signMailEvent(`${body} `)],
    ['six minutes old', signMailEvent(body, minutesAgo(6))],
    ['six minutes ahead', signMailEvent(body, minutesAgo(-6))],
    ['without an id', without('svix-id')],
    ['without a time', without('svix-timestamp')],
    ['without a signature', without('svix-signature')],
    ['of an older kind', withSignature(signMailEvent(body).get('svix-signature')?.replace('v1,', 'v0,') ?? '')],
    ['of nothing', withSignature('v1,')],
  ])('is refused and leaves nothing behind: %s', async (_what, headers) => {
    expect(await post(body, headers)).toBe(401)
    expect(await suppressed()).toEqual([])
  })

  it('is refused when any one byte of the body differs', async () => {
    const headers = signMailEvent(body)
    const answers = new Set<number>()
    for (let index = 0; index < body.length; index += 1) {
      const other = body[index] === 'x' ? 'y' : 'x'
      answers.add(await post(body.slice(0, index) + other + body.slice(index + 1), headers))
    }
    expect([...answers]).toEqual([401])
  })
})

describe('a webhook that Resend signed', () => {
  it('passes while the secret is changed and there are two signatures', async () => {
    const body = mailEventBody({ type: 'email.delivered', attemptId })
    const headers = signMailEvent(body)
    headers.set('svix-signature', `v1,bm90IHRoaXMgb25l ${headers.get('svix-signature')}`)
    expect(await post(body, headers)).toBe(200)
  })

  it.each(['no json', '[]', '{}', JSON.stringify({ type: 7 }), JSON.stringify({ type: 'email.sent' })])(
    'is taken although nobody can read it: %s',
    async (body) => {
      expect(await post(body)).toBe(200)
    },
  )

  it('is refused by its size when it has no end', async () => {
    expect(await post('x'.repeat(1024 * 1024 + 1))).toBe(413)
  })
})
