import { describe, expect, it } from 'vitest'
import { noticeKinds } from '#lib/domain/notice.ts'
import { type ReconnectMailProps, reconnectMailPreview, reconnectMailSubject } from './reconnect-mail.tsx'
import { renderReconnectMail } from './render-mail.tsx'

const props: ReconnectMailProps = {
  kind: 'broken',
  errorClass: 'repair',
  brand: { name: 'Fernway', logoUrl: 'https://fernway.example/logo.png', url: 'https://fernway.example' },
  institution: { name: 'First Platypus Bank', logoUrl: 'https://connect.fernway.example/institutions/ins_1/logo' },
  personName: 'Marguerite Duval',
  brokenSince: new Date('2026-11-17T23:30:00Z'),
  endsAt: null,
  accounts: [
    { name: 'Everyday Checking', mask: '4021' },
    { name: 'Rainy Day Savings', mask: null },
  ],
  reconnectUrl: 'https://connect.fernway.example/reconnect/9Xc2',
  linkExpiresAt: new Date('2026-11-24T23:30:00Z'),
  appUrl: 'https://connect.fernway.example/',
  helpUrl: 'https://connect.fernway.example/help/invalid-credentials',
}

/** The html as a person reads it: without the head, tags and entities. */
function read(html: string): string {
  return html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}

describe('the mail about a broken connection', () => {
  it('names the bank, the day, what stops and until when the link works, in html and in text', async () => {
    const mail = await renderReconnectMail(props)
    expect(mail.subject).toBe('First Platypus Bank needs you to sign in again')
    for (const part of [read(mail.html), mail.text]) {
      expect(part).toContain('Hello Marguerite Duval,')
      expect(part).toContain('Your bank stopped sharing with Fernway on Tuesday, 17 November.')
      expect(part).toContain('Until you sign in once, Fernway gets nothing new from these accounts:')
      expect(part).toContain('The link works until Tuesday, 24 November.')
      expect(part).toContain('Go to connect.fernway.example yourself')
      expect(part).toContain('You get this because you connected First Platypus Bank to Fernway.')
    }
  })

  it('has one button, which leads to the reconnect link', async () => {
    const { html } = await renderReconnectMail(props)
    expect(html.match(/href="https:\/\/connect\.fernway\.example\/reconnect\/9Xc2"/g)).toHaveLength(1)
    expect(html.match(/class="btn-a"/g)).toHaveLength(1)
  })

  it('has a text part that reads well on its own', async () => {
    expect((await renderReconnectMail(props)).text).toMatchInlineSnapshot(`
      "First Platypus Bank needs you to sign in again

      Hello Marguerite Duval,

      Your bank stopped sharing with Fernway on Tuesday, 17 November. That happens after a new password or a new security step at the bank.

      Until you sign in once, Fernway gets nothing new from these accounts:
      - Everyday Checking, ending 4021
      - Rainy Day Savings

      Reconnect your bank:
      https://connect.fernway.example/reconnect/9Xc2

      About a minute, on your phone or computer. The link works until Tuesday, 24 November.

      Wary of links about your bank? Good. Go to connect.fernway.example yourself: the same button waits there. We never ask for your bank password, and never see it.

      Signing in again doesn’t work? Three things to check:
      https://connect.fernway.example/help/invalid-credentials

      --
      You get this because you connected First Platypus Bank to Fernway.
      "
    `)
  })

  it('carries its style sheet unharmed', async () => {
    const { html } = await renderReconnectMail(props)
    expect(html).toContain('@media (prefers-color-scheme: dark)')
    expect(/<style>([^<]*)<\/style>/.exec(html)?.[1]).not.toContain('&')
  })
})

describe('each kind of notice', () => {
  it('speaks of a step at the bank where only the bank can help', async () => {
    const mail = await renderReconnectMail({ ...props, errorClass: 'bank_first' })
    expect(mail.subject).toBe('First Platypus Bank wants a step from you first')
    expect(mail.text).toContain('Only the bank can do that part.')
  })

  it('asks for permission where permission is missing', async () => {
    const mail = await renderReconnectMail({ ...props, errorClass: 'consent' })
    expect(mail.subject).toBe('First Platypus Bank needs your permission again')
    expect(mail.text).not.toContain('password or a new security step')
  })

  it('tells the day on which a connection ends, or that it is soon', () => {
    const endsAt = new Date('2026-11-24T08:00:00Z')
    expect(reconnectMailSubject({ ...props, kind: 'ends_soon', errorClass: null, endsAt })).toBe(
      'Your connection to First Platypus Bank ends on Tuesday, 24 November',
    )
    expect(reconnectMailSubject({ ...props, kind: 'ends_soon', errorClass: null })).toBe(
      'Your connection to First Platypus Bank ends soon',
    )
  })

  it('leaves a person who withdrew access in peace', async () => {
    const { text } = await renderReconnectMail({ ...props, kind: 'access_revoked', errorClass: 'revoked' })
    expect(text).toContain('If you meant it, all is well')
    expect(text).toContain('Share it again:')
  })

  it('promises no repair of a connection that cannot return, and no life of a link', async () => {
    const { text } = await renderReconnectMail({ ...props, kind: 'cannot_return', errorClass: 'terminal' })
    expect(text).toContain('Connect the bank anew; your records stay.')
    expect(text).not.toContain('The link works until')
    expect(text).not.toContain('the same button waits there')
  })

  it('has a preview that does not repeat the subject', () => {
    for (const kind of noticeKinds) {
      for (const errorClass of ['repair', 'bank_first', 'consent', null] as const) {
        const mail = { ...props, kind, errorClass }
        expect(reconnectMailPreview(mail)).not.toContain(reconnectMailSubject(mail))
        expect(reconnectMailPreview(mail)).not.toContain('First Platypus Bank')
      }
    }
  })

  it('never speaks in jargon', async () => {
    for (const kind of noticeKinds) {
      const { html } = await renderReconnectMail({ ...props, kind, errorClass: null })
      expect(read(html)).not.toMatch(/\b(Item|token|credentials|error|invalid|failed|oops)\b|!|undefined|null/i)
    }
  })
})

describe('facts that are missing or odd', () => {
  it('greets without a name where there is none', async () => {
    for (const personName of [null, '', '  ']) {
      expect((await renderReconnectMail({ ...props, personName })).text).toContain('\n\nHello,\n\n')
    }
  })

  it('shows initials where there is no logo', async () => {
    const mail = await renderReconnectMail({
      ...props,
      brand: { ...props.brand, logoUrl: null },
      institution: { name: 'Sparkasse & Giro', logoUrl: null },
    })
    expect(mail.html).not.toContain('<img')
    expect(mail.html).toMatch(/class="tile"[^>]*>SG</)
  })

  it('says nothing of accounts where none are known', async () => {
    const mail = await renderReconnectMail({ ...props, accounts: [] })
    expect(mail.text).not.toContain('these accounts')
    expect(mail.html).not.toContain('these accounts')
  })

  it('keeps a long bank name whole, and the subject on one line', async () => {
    const name = 'Raiffeisenlandesbank Niederösterreich-Wien\r\nBcc: x Aktiengesellschaft'
    const mail = await renderReconnectMail({ ...props, institution: { name, logoUrl: null } })
    expect(mail.subject).toBe(
      'Raiffeisenlandesbank Niederösterreich-Wien Bcc: x Aktiengesellschaft needs you to sign in again',
    )
    expect(mail.html).toContain(`<title>${mail.subject}</title>`)
  })

  it('shows html in names as text', async () => {
    const html = '<script>alert(1)</script><b onload="x">'
    const mail = await renderReconnectMail({
      ...props,
      personName: html,
      institution: { name: html, logoUrl: null },
      accounts: [{ name: html, mask: html }],
      brand: { ...props.brand, name: html },
    })
    expect(mail.html).not.toContain('<script')
    expect(mail.html).not.toContain('<b ')
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})
