import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { Resend } from 'resend'
import { Webhook } from 'standardwebhooks'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { SandboxOptions } from '../options.ts'
import { runSandbox } from '../testing/run-sandbox.ts'

const secret = `whsec_${Buffer.alloc(24, 3).toString('base64')}`
const mail = { from: 'Fernway <hello@fernway.example>', subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' }

type Told = { path: string; body: string; headers: Record<string, string> }

/** An app that answers Resend's webhooks with the given statuses in turn, the last one for ever. */
async function listeningApp(...statuses: number[]) {
  const told: Told[] = []
  const server = createServer((request, response) => {
    const note = async () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      told.push({ path: request.url ?? '', body: await text(request), headers })
      response.writeHead(statuses[Math.min(told.length, statuses.length) - 1] ?? 200).end()
    }
    note().catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return { appUrl: `http://localhost:${typeof address === 'object' && address ? address.port : 0}`, told }
}

async function withResend(options: Partial<SandboxOptions> = {}) {
  const running = await runSandbox({ mailEventDelayMs: 5, ...options })
  const resend = new Resend('re_sandbox', { baseUrl: `${running.url}/resend` })
  const events = () => running.sandbox.store.state.mailEvents
  return { ...running, resend, events, types: () => events().map(({ type }) => type) }
}

test('what became of a mail is told signed, with its tags, in the order in which it happened', async () => {
  const { appUrl, told } = await listeningApp()
  const { resend } = await withResend({ appUrl, resendWebhookSecret: secret })
  const tags = [{ name: 'attempt_id', value: 'attempt-1' }]
  const { data } = await resend.emails.send({ ...mail, to: 'marguerite@example.org', tags })
  await vi.waitFor(() => expect(told).toHaveLength(2))
  expect(told.map(({ path }) => path)).toEqual(['/api/resend/webhook', '/api/resend/webhook'])
  const read = told.map(({ body, headers }) =>
    new Resend('re_x').webhooks.verify({
      payload: body,
      headers: {
        id: headers['svix-id'] ?? '',
        timestamp: headers['svix-timestamp'] ?? '',
        signature: headers['svix-signature'] ?? '',
      },
      webhookSecret: secret,
    }),
  )
  const same = { data: { email_id: data?.id, to: ['marguerite@example.org'], tags: { attempt_id: 'attempt-1' } } }
  expect(read).toMatchObject([
    { type: 'email.sent', ...same },
    { type: 'email.delivered', ...same },
  ])
})

test.each([
  ['delivered@resend.dev', ['email.sent', 'email.delivered']],
  ['Somebody <bounced+label@resend.dev>', ['email.sent', 'email.bounced']],
  ['complained@resend.dev', ['email.sent', 'email.delivered', 'email.complained']],
  ['suppressed@resend.dev', ['email.suppressed']],
  ['bounced@example.org', ['email.sent', 'email.delivered']],
])('the address %s is for %o', async (to, expected) => {
  const { resend, types } = await withResend()
  await resend.emails.send({ ...mail, to })
  expect(types()).toEqual(expected)
})

test.each([
  ['bounced', { bounce: { type: 'Permanent', subType: 'NoEmail' } }],
  ['bounced_for_now', { bounce: { type: 'Transient', subType: 'MailboxFull' } }],
  ['failed', { failed: { reason: 'reached_daily_quota' } }],
  ['suppressed', { suppressed: { type: 'OnAccountSuppressionList' } }],
])('on request the next mail is %s, and only that one', async (outcome, cause) => {
  const { resend, control, events } = await withResend()
  await control('resend/next-outcome', { outcome })
  await resend.emails.send({ ...mail, to: 'marguerite@example.org' })
  expect(JSON.parse(events().at(-1)?.body ?? '')).toMatchObject({ data: cause })
  await resend.emails.send({ ...mail, to: 'marguerite@example.org' })
  expect(events().at(-1)?.type).toBe('email.delivered')
})

test('what the app does not take is told again under the same id, signed anew', async () => {
  const { appUrl, told } = await listeningApp(503, 503, 200)
  const { resend, sandbox, events } = await withResend({ appUrl, resendWebhookSecret: secret })
  sandbox.moods.mailOutcomes.push({ outcome: 'suppressed', times: 1 })
  await resend.emails.send({ ...mail, to: 'marguerite@example.org' })
  await vi.waitFor(() => expect(told).toHaveLength(3), { timeout: 10_000, interval: 50 })
  expect(new Set(told.map(({ headers }) => headers['svix-id'])).size).toBe(1)
  for (const { body, headers } of told) {
    const names = {
      'webhook-id': 'svix-id',
      'webhook-timestamp': 'svix-timestamp',
      'webhook-signature': 'svix-signature',
    }
    const given = Object.fromEntries(Object.entries(names).map(([name, svix]) => [name, headers[svix] ?? '']))
    expect(() => new Webhook(secret).verify(body, given)).not.toThrow()
  }
  await vi.waitFor(() => expect(events()[0]?.attempts.map(({ status }) => status)).toEqual([503, 503, 200]))
}, 15_000)

test('without a secret nothing is posted anywhere, but what happened can be read', async () => {
  const { appUrl, told } = await listeningApp()
  const { url, resend } = await withResend({ appUrl })
  await resend.emails.send({ ...mail, to: 'marguerite@example.org' })
  await sleep(100)
  expect(told).toEqual([])
  const { events } = await (await fetch(`${url}/control/resend/events`)).json()
  expect(events).toMatchObject([{ type: 'email.delivered', attempts: [] }, { type: 'email.sent' }])
})

test('the mailbox unsubscribes as a mail provider does: a plain POST', async () => {
  const { appUrl, told } = await listeningApp(200)
  const { url, resend } = await withResend()
  const headers = {
    'List-Unsubscribe': `<${appUrl}/api/preferences/x/unsubscribe>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
  const { data } = await resend.emails.send({ ...mail, to: 'marguerite@example.org', headers })
  const answer = await fetch(`${url}/mailbox/${data?.id}/unsubscribe`, { method: 'POST' })
  expect(await answer.json()).toEqual({ url: `${appUrl}/api/preferences/x/unsubscribe`, status: 200 })
  expect(told).toMatchObject([{ path: '/api/preferences/x/unsubscribe', body: 'List-Unsubscribe=One-Click' }])
  expect(told[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
})

test('a mail that offers no way out has none', async () => {
  const { url, resend } = await withResend()
  const { data } = await resend.emails.send({ ...mail, to: 'marguerite@example.org' })
  const answer = await fetch(`${url}/mailbox/${data?.id}/unsubscribe`, { method: 'POST' })
  expect(answer.status).toBe(422)
})
