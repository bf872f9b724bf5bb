import { afterEach, describe, expect, it } from 'vitest'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { sendByResend } from './send-by-resend.ts'
import { type Mail, MailFault, sendMail } from './send-mail.ts'

const sandbox = sandboxClient()
const attemptId = '01996b1e-0000-7000-8000-000000000001'
const mail: Mail = {
  to: 'marguerite@example.org',
  subject: 'First Platypus Bank needs you to sign in again',
  html: '<p>Reconnect</p>',
  text: 'Reconnect',
  headers: {
    'List-Unsubscribe': '<http://localhost:3000/api/preferences/x/unsubscribe>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
  attemptId,
}

const faultOf = (sending: Promise<unknown>) =>
  sending.then(
    () => null,
    (fault: unknown) => fault,
  )

afterEach(async () => {
  await sandbox.acceptMails()
  await sandbox.emptyMailbox()
})

describe('a mail through Resend', () => {
  it('carries its headers, its Message-ID and the tag that names its attempt', async () => {
    const id = await sendMail(mail, 'attempt/1')
    expect(await sandbox.mails()).toMatchObject([
      {
        id,
        from: 'Fernway <hello@fernway.example>',
        to: [mail.to],
        idempotencyKey: 'attempt/1',
        headers: { ...mail.headers, 'Message-ID': `<${attemptId}@fernway.example>` },
        tags: [{ name: 'attempt_id', value: attemptId }],
      },
    ])
  })

  it('is in the mailbox once however often it is tried', async () => {
    const first = await sendMail(mail, 'attempt/2')
    expect(await sendMail(mail, 'attempt/2')).toBe(first)
    expect(await sendMail({ ...mail, subject: 'Other words by now' }, 'attempt/2')).toBeNull()
    expect(await sandbox.mails()).toHaveLength(1)
  })

  it('that belongs to no attempt gets no Message-ID of ours', async () => {
    const { attemptId: _, headers: __, ...plain } = mail
    await sendMail(plain, 'sign-in/1')
    expect(await sandbox.mails()).toMatchObject([{ headers: {}, tags: [] }])
  })

  it.each([
    [429, 'rate_limit_exceeded', false],
    [429, 'daily_quota_exceeded', false],
    [409, 'concurrent_idempotent_requests', false],
    [401, 'missing_api_key', false],
    [500, 'application_error', false],
    [503, 'service_unavailable', false],
    [403, 'validation_error', true],
    [422, 'invalid_parameter', true],
  ])('that is refused with %i %s: final %s', async (status, name, isFinal) => {
    await sandbox.refuseNextMail({ status, name, message: 'Refused in a test.' })
    const fault = await faultOf(sendMail(mail, `attempt/${name}`))
    expect(fault).toBeInstanceOf(MailFault)
    expect(fault).toMatchObject({ code: name, isFinal })
    expect(await sandbox.mails()).toEqual([])
  })

  it('whose answer is cut off was taken all the same: the next try does not send it again', async () => {
    await sandbox.disturbNextMail({ isCut: true })
    expect(await faultOf(sendMail(mail, 'attempt/cut'))).toMatchObject({ code: 'application_error', isFinal: false })
    expect(await sandbox.mails()).toHaveLength(1)
    const id = await sendMail(mail, 'attempt/cut')
    expect(await sandbox.mails()).toMatchObject([{ id }])
  })

  it('whose answer does not come in time may be tried again, and is not sent twice either', async () => {
    await sandbox.disturbNextMail({ waitMs: 2_000 })
    const outgoing = { ...mail, from: 'Fernway <hello@fernway.example>', messageId: null }
    const fault = await faultOf(sendByResend(outgoing, 'attempt/late', 200))
    expect(fault).toMatchObject({ name: 'MailFault', isFinal: false })
    await sendByResend(outgoing, 'attempt/late')
    expect(await sandbox.mails()).toHaveLength(1)
  })
})
