import { Resend } from 'resend'
import { expect, test } from 'vitest'
import { runSandbox } from '../testing/run-sandbox.ts'

const mail = {
  from: 'Fernway <hello@fernway.example>',
  to: 'marguerite@example.org',
  subject: 'First Platypus Bank needs you to sign in again',
  html: '<html><head></head><body><a href="http://localhost:3000/reconnect/x">Reconnect</a></body></html>',
  text: 'Reconnect: http://localhost:3000/reconnect/x',
}

async function withResend(apiKey = 're_sandbox', now?: () => Date) {
  const running = await runSandbox({}, now)
  const resend = new Resend(apiKey, { baseUrl: `${running.url}/resend` })
  return { ...running, resend, mails: running.sandbox.store.state.mails }
}

test('the same key with the same mail is sent once and answers the same id', async () => {
  const { resend, mails } = await withResend()
  const first = await resend.emails.send(mail, { idempotencyKey: 'notice-1' })
  const second = await resend.emails.send(mail, { idempotencyKey: 'notice-1' })
  expect(first.data?.id).toBeTypeOf('string')
  expect(second.data).toEqual(first.data)
  expect(mails).toHaveLength(1)
})

test('the same key with another mail is refused', async () => {
  const { resend, mails } = await withResend()
  await resend.emails.send(mail, { idempotencyKey: 'notice-1' })
  const { error } = await resend.emails.send({ ...mail, subject: 'Another' }, { idempotencyKey: 'notice-1' })
  expect(error).toMatchObject({ statusCode: 409, name: 'invalid_idempotent_request' })
  expect(mails).toHaveLength(1)
})

test('a key is forgotten after 24 hours', async () => {
  let now = new Date('2026-11-22T10:00:00Z')
  const { resend, mails } = await withResend('re_sandbox', () => now)
  await resend.emails.send(mail, { idempotencyKey: 'notice-1' })
  now = new Date('2026-11-23T10:00:00Z')
  await resend.emails.send(mail, { idempotencyKey: 'notice-1' })
  expect(mails).toHaveLength(2)
})

test('a wrong key, a missing key and a mail without its parts are refused in the words of Resend', async () => {
  const { url, resend } = await withResend('re_wrong')
  expect((await resend.emails.send(mail)).error).toMatchObject({ statusCode: 403, name: 'invalid_api_key' })
  const answer = await fetch(`${url}/resend/emails`, { method: 'POST', body: JSON.stringify(mail) })
  expect(await answer.json()).toMatchObject({ statusCode: 401, name: 'missing_api_key' })
  const right = new Resend('re_sandbox', { baseUrl: `${url}/resend` })
  expect((await right.emails.send({ ...mail, from: 'nobody' })).error).toMatchObject({
    statusCode: 422,
    name: 'validation_error',
  })
  expect((await right.emails.send({ ...mail, to: [] })).error).toMatchObject({ statusCode: 422 })
})

test('the next mails are refused on request, then it goes on', async () => {
  const { resend, control, mails } = await withResend()
  await control('resend/refuse-next', { status: 429, name: 'rate_limit_exceeded', message: 'Too fast.', times: 2 })
  for (let refusals = 0; refusals < 2; refusals += 1) {
    const { error } = await resend.emails.send(mail)
    expect(error).toEqual({ statusCode: 429, name: 'rate_limit_exceeded', message: 'Too fast.' })
  }
  expect((await resend.emails.send(mail)).error).toBeNull()
  expect(mails).toHaveLength(1)
})

test('the mailbox gives the mails of one person and each as it is rendered', async () => {
  const { url, resend } = await withResend()
  await resend.emails.send(mail)
  await resend.emails.send({ ...mail, to: 'ottilie@example.se' })
  const { mails } = await (await fetch(`${url}/mailbox.json?to=marguerite@example.org`)).json()
  expect(mails).toMatchObject([{ to: ['marguerite@example.org'], subject: mail.subject, text: mail.text }])
  const page = await fetch(`${url}/mailbox/${mails[0].id}/html`)
  expect(await page.text()).toContain('<base target="_blank"></head><body><a href="http://localhost:3000/reconnect/x">')
  await fetch(`${url}/mailbox.json`, { method: 'DELETE' })
  expect(await (await fetch(`${url}/mailbox.json`)).json()).toEqual({ mails: [] })
})
