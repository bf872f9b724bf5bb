import { describe, expect, it } from 'vitest'
import { sampleMessage, sampleTopic } from '../scripts/testing/sample-messages.ts'
import { renderMessageMail, renderMessagePush, type Topic } from './render-mail.tsx'

const bank = (name: string): [Topic] => [sampleTopic({ institution: { name, logoUrl: null } })]
const longBank = 'Raiffeisenlandesbank Niederösterreich-Wien Genossenschaft mit b. H. AG' // 70 characters
const arabic = 'مصرف الراجحي'
const hebrew = 'בנק הפועלים'

describe('names that are missing or odd', () => {
  it('greets without a name where there is none', async () => {
    for (const personName of [null, '', '  ', '\u200f\u202e']) {
      expect((await renderMessageMail(sampleMessage({ personName }))).text).toContain('\n\nHello,\n\n')
    }
  })

  it('shows initials where there is no logo', async () => {
    const brand = { ...sampleMessage().brand, logoUrl: null }
    const mail = await renderMessageMail(sampleMessage({ topics: bank('Sparkasse & Giro'), brand }))
    expect(mail.html).not.toContain('<img')
    expect(mail.html).toMatch(/class="tile"[^>]*>SG</)
  })

  it('says nothing of accounts where none are known', async () => {
    const mail = await renderMessageMail(sampleMessage({ topics: [sampleTopic({ accounts: [] })] }))
    expect(mail.text).not.toContain('these accounts')
    expect(mail.html).not.toContain('these accounts')
  })

  it('keeps long names whole, and lets them wrap', async () => {
    const personName = 'Maria Anunciação Bettencourt-Villeneuve de Almeida e Saldanha' // 60 characters
    const { subject, html, text } = await renderMessageMail(sampleMessage({ personName, topics: bank(longBank) }))
    expect(subject).toBe(`${longBank} needs you to sign in again`)
    expect(text).toContain(`Hello ${personName},`)
    expect(html).toContain(`<bdi>${personName}</bdi>`)
    expect(html.match(/<h1[^>]*overflow-wrap:anywhere/)).not.toBeNull()
  })

  it('keeps the subject on one line, whatever a bank is called', async () => {
    const { subject } = await renderMessageMail(sampleMessage({ topics: bank('Evil\r\nBcc: x\u2028Bank\u0000') }))
    expect(subject).toBe('Evil Bcc: x Bank needs you to sign in again')
  })

  it('shows html in names as text', async () => {
    const html = '<script>alert(1)</script><b onload="x">{bank}'
    const mail = await renderMessageMail({
      ...sampleMessage({
        personName: html,
        topics: [sampleTopic({ institution: { name: html, logoUrl: null }, accounts: [{ name: html, mask: html }] })],
      }),
      brand: { name: html, logoUrl: null, url: 'https://fernway.example' },
    })
    expect(mail.html).not.toContain('<script')
    expect(mail.html).not.toContain('<b ')
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})

describe('names that run from right to left', () => {
  it('stand apart in html, so that the sentence around them keeps its order', async () => {
    const { html } = await renderMessageMail(sampleMessage({ personName: hebrew, topics: bank(arabic) }))
    expect(html).toContain(`<bdi>${arabic}</bdi> needs you to sign in again</h1>`)
    expect(html).toContain(`Hello <bdi>${hebrew}</bdi>,`)
  })

  it('stand between isolates in subject, text and browser message', async () => {
    const props = sampleMessage({ personName: hebrew, topics: bank(arabic) })
    const { subject, text } = await renderMessageMail(props)
    expect(subject).toBe(`\u2068${arabic}\u2069 needs you to sign in again`)
    expect(text).toContain(`Hello \u2068${hebrew}\u2069,`)
    expect(renderMessagePush(props).title).toBe(subject)
  })

  it('bring no other name to carry isolates', async () => {
    const { subject, text, html } = await renderMessageMail(sampleMessage())
    expect(subject + text + html).not.toMatch(/[\u2066-\u2069]/)
  })

  it('cannot turn a sentence around with invisible characters', async () => {
    const { subject, text } = await renderMessageMail(sampleMessage({ topics: bank('Bank\u202e drow\u2069') }))
    expect(subject).toBe('Bank drow needs you to sign in again')
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })
})
