import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Mail, MailFault, sendMail } from './send-mail.ts'

const attemptId = '01996b1e-0000-7000-8000-000000000002'
const mail: Mail = {
  to: 'marguerite@example.org',
  subject: 'Bänk needs you',
  html: '<p>Reconnect</p>',
  text: 'Reconnect',
  headers: {
    'List-Unsubscribe': `<https://relink.example.com/api/preferences/${'x'.repeat(120)}/unsubscribe>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
  attemptId,
}

const got: { to: string[]; raw: string }[] = []
let refusal: { at: 'recipient' | 'data' | 'auth'; code: number; words: string } | null = null
let isSilent = false

function refused(at: string): Error | null {
  return refusal?.at === at ? Object.assign(new Error(refusal.words), { responseCode: refusal.code }) : null
}

const options: SMTPServerOptions = {
  disabledCommands: ['STARTTLS'],
  authOptional: true,
  allowInsecureAuth: true,
  onAuth: (auth, _session, answer) => answer(refused('auth'), { user: auth.username }),
  onConnect: (_session, answer) => {
    if (!isSilent) answer()
  },
  onRcptTo: (_address, _session, answer) => answer(refused('recipient')),
  onData: (stream, session, answer) => {
    text(stream).then((raw) => {
      const refusedNow = refused('data')
      if (!refusedNow) got.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw })
      answer(refusedNow)
    }, answer)
  },
}
const server = new SMTPServer(options)

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  // Read at the first mail; this file's environment is its own, and has no key of Resend's.
  vi.stubEnv('RESEND_API_KEY', undefined)
  vi.stubEnv('SMTP_URL', `smtp://relink:hush@localhost:${port}?ignoreTLS=true&greetingTimeout=300`)
})
beforeEach(() => {
  got.length = 0
  refusal = null
  isSilent = false
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

const faultOf = (sending: Promise<unknown>) =>
  sending.then(
    () => null,
    (fault: unknown) => fault,
  )

describe('a mail through a mail server', () => {
  it('carries its headers, both parts and its Message-ID', async () => {
    expect(await sendMail(mail, 'attempt/1')).toBe(`<${attemptId}@fernway.example>`)
    const [{ to, raw } = { to: [], raw: '' }] = got
    expect(to).toEqual([mail.to])
    expect(raw).toContain(`Message-ID: <${attemptId}@fernway.example>`)
    expect(raw).toContain('From: Fernway <hello@fernway.example>')
    expect(raw.replace(/\r\n[ \t]+/g, ' ')).toContain(`List-Unsubscribe: ${mail.headers?.['List-Unsubscribe']}`)
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(raw).toContain('Content-Type: text/plain')
    expect(raw).toContain('Content-Type: text/html')
  })

  it('has the same Message-ID on every try, since the server knows no idempotency key', async () => {
    await sendMail(mail, 'attempt/2')
    await sendMail(mail, 'attempt/2')
    const ids = got.map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw)?.[1])
    expect(ids).toEqual([`<${attemptId}@fernway.example>`, `<${attemptId}@fernway.example>`])
  })

  it.each([
    ['recipient', 550, 'smtp_550', true],
    ['recipient', 450, 'smtp_450', false],
    ['data', 554, 'smtp_554', true],
    ['data', 421, 'smtp_421', false],
    ['data', 452, 'smtp_452', false],
    ['auth', 535, 'smtp_sign_in_refused', false],
  ] as const)('that is refused at %s with %i: %s, final %s', async (at, code, name, isFinal) => {
    refusal = { at, code, words: 'No, says the server.' }
    const fault = await faultOf(sendMail(mail, 'attempt/3'))
    expect(fault).toBeInstanceOf(MailFault)
    expect(fault).toMatchObject({ code: name, isFinal })
    expect(fault).toHaveProperty('message', expect.stringContaining('No, says the server.'))
    expect(got).toEqual([])
  })

  it('may be tried again when the server says nothing', async () => {
    isSilent = true
    expect(await faultOf(sendMail(mail, 'attempt/4'))).toMatchObject({ name: 'MailFault', isFinal: false })
  })
})
