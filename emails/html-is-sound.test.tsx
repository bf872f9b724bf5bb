import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { languages } from '#lib/domain/language.ts'
import {
  sampleDigest,
  sampleMessage,
  sampleReminders,
  sampleTopic,
  sampleTopics,
} from '../scripts/testing/sample-messages.ts'
import { type MessageMailProps, type RenderedMail, renderMessageMail, renderSignInMail } from './render-mail.tsx'

// Mail programs are older than the rules of pages; what is switched off here is what they need.
const rules: ConfigData['rules'] = {
  'doctype-html': 'off', // react-email writes the doctype with which Outlook keeps the box model
  'no-conditional-comment': 'off', // Outlook on Windows draws buttons only with them
  'no-deprecated-attr': 'off', // Outlook reads width and align of tables, and not the styles
  'no-inline-style': 'off', // programs throw style sheets away
  'prefer-native-element': ['error', { exclude: ['article'] }], // programs throw the article away, and keep the role
  'presentation-role-style': 'off', // screen readers beside old mail programs know this word, and not `none`
  'void-style': ['error', { style: 'selfclosing' }], // as React writes
}
const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:recommended'], rules }))

const gmailClipsAt = 102 * 1024 // bytes; the rest would stand behind a link
const { brand } = sampleMessage()
const topics = Object.values({ ...sampleTopics, ...sampleReminders })
const messages: MessageMailProps[] = languages.flatMap((language) => [
  ...topics.map((topic) => sampleMessage({ language, topics: [topic] })),
  sampleMessage({ language, topics: sampleDigest }),
])

describe('every mail, in every language', () => {
  it('is sound html', async () => {
    for (const mail of await renderAll()) {
      const { results } = await validator.validateString(mail.html)
      const faults = results.flatMap((result) => result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))
      expect(faults, mail.subject).toEqual([])
    }
  }, 60_000)

  it('brings no pixel, no script and nothing from elsewhere but logos', async () => {
    const logos = [brand.logoUrl, ...sampleDigest.map(({ institution }) => institution.logoUrl)]
    for (const { html } of await renderAll()) {
      for (const [, src] of html.matchAll(/ src="([^"]*)"/g)) expect(logos).toContain(src)
      for (const [image] of html.matchAll(/<img[^>]*>/g)) expect(image).toMatch(/ width="(28|44|48)"/)
      expect(html).not.toMatch(/<(script|link|iframe|object|form|input|svg|video)\b|url\(|@import|background="/i)
    }
  }, 60_000)

  it('leads in the text part wherever the html leads', async () => {
    for (const { html, text } of await renderAll()) {
      const places = [...html.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
      expect(places.length).toBeGreaterThan(0)
      for (const place of places) expect(text).toContain(`\n${place}\n`)
    }
  }, 60_000)
})

describe('the size of a mail', () => {
  const longName = 'Raiffeisenlandesbank Niederösterreich-Wien Genossenschaft mit b. H. AG'
  const institution = { name: longName, logoUrl: `https://connect.fernway.example/institutions/${'x'.repeat(60)}/logo` }
  const longTopic = sampleTopic({
    errorClass: 'bank_first',
    institution,
    accounts: Array.from({ length: 30 }, () => ({ name: longName, mask: '4021' })),
    reconnectUrl: `https://connect.fernway.example/reconnect/${'x'.repeat(64)}`,
  })

  it('stays below what Gmail clips, with 30 accounts and long names', async () => {
    const { html } = await renderMessageMail(sampleMessage({ language: 'fr', topics: [longTopic] }))
    expect(Buffer.byteLength(html)).toBeLessThan(gmailClipsAt)
  })

  it('stays below what Gmail clips, with 20 banks and long names', async () => {
    const others = Array.from({ length: 19 }, () => longTopic)
    const { html } = await renderMessageMail(sampleMessage({ language: 'fr', topics: [longTopic, ...others] }))
    expect(Buffer.byteLength(html)).toBeLessThan(gmailClipsAt)
  })
})

let rendered: Promise<RenderedMail[]> | undefined

function renderAll(): Promise<RenderedMail[]> {
  const url = 'https://connect.fernway.example/sign-in/confirm?to=x&next=1'
  rendered ??= Promise.all([
    ...messages.map(renderMessageMail),
    ...languages.map((language) => renderSignInMail({ language, brand, url, expiresInMinutes: 30 })),
  ])
  return rendered
}
