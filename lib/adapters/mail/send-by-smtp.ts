import { createTransport, type Transporter } from 'nodemailer'
import { z } from 'zod'
import type { OutgoingMail } from './mail.ts'
import { MailFault } from './mail-fault.ts'

const timeoutMs = 20_000

let made: Transporter | undefined

function transport(url: string): Transporter {
  made ??= createTransport(withTimeouts(url))
  return made
}

/** nodemailer would wait for minutes; what the operator's own address says of it stays. */
function withTimeouts(address: string): string {
  const url = new URL(address)
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout', 'dnsTimeout']) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(timeoutMs))
  }
  return url.href
}

/**
 * Hands one mail to a mail server. SMTP knows no idempotency key: when the server took a mail and its answer was lost,
 * the next try sends it again, under the same Message-ID.
 * @param url `smtp:` or `smtps:`, as SMTP_URL
 * @returns the Message-ID, which is what the server's log knows it by
 * @throws MailFault
 */
export async function sendBySmtp(url: string, mail: OutgoingMail): Promise<string | null> {
  const { from, to, subject, html, text, headers, messageId } = mail
  try {
    const sent: unknown = await transport(url).sendMail({
      from,
      to,
      subject,
      html,
      text,
      ...(headers && { headers }),
      ...(messageId && { messageId }),
    })
    return sentSchema.parse(sent).messageId
  } catch (error) {
    throw faultOf(error)
  }
}

const sentSchema = z.object({ messageId: z.string().nullable().catch(null) })
const smtpError = z.object({
  code: z.string().catch('ECONNECTION'),
  responseCode: z.number().nullable().catch(null),
  response: z.string().nullable().catch(null),
})

/**
 * What went wrong, by the server's reply (RFC 5321, section 4.2.1): 4yz passes, 5yz does not. A sign-in that is
 * refused is a matter of SMTP_URL and passes once the operator has set it right, as a wrong key of Resend's does.
 */
function faultOf(error: unknown): MailFault {
  const parsed = smtpError.safeParse(error)
  const { code, responseCode, response } = parsed.data ?? { code: 'ECONNECTION', responseCode: null, response: null }
  const words = response ?? (error instanceof Error ? error.message : 'no answer')
  if (code === 'EAUTH') return new MailFault('smtp_sign_in_refused', words, { isFinal: false })
  if (responseCode !== null) return new MailFault(`smtp_${responseCode}`, words, { isFinal: responseCode >= 500 })
  // Without a reply it is the connection, or an address that nodemailer itself finds wrong.
  return new MailFault(`smtp_${code.toLowerCase()}`, words, { isFinal: code === 'EENVELOPE' })
}
