import { describe, expect, it } from 'vitest'
import { languages } from '#lib/domain/language.ts'
import { readHtml, sampleDigest, sampleMessage, sampleTopic, sampleTopics } from '../scripts/testing/sample-messages.ts'
import { digestMailPreview, digestMailSubject, digestMailText } from './digest-mail.tsx'
import { renderMessageMail, type Topic } from './render-mail.tsx'

const bank = (name: string, changes: Partial<Topic> = {}) =>
  sampleTopic({
    institution: { name, logoUrl: null },
    reconnectUrl: `https://connect.fernway.example/r/${name}`,
    ...changes,
  })
const ending = {
  kind: 'ends_soon',
  errorClass: null,
  errorCode: null,
  endsAt: new Date('2026-11-24T08:00:00Z'),
} as const
const repaired = { kind: 'repaired', errorClass: null, errorCode: null } as const
const revoked = { kind: 'access_revoked', errorClass: 'revoked' } as const

const render = (topics: [Topic, ...Topic[]], changes = {}) => renderMessageMail(sampleMessage({ topics, ...changes }))

describe('the mail about several banks', () => {
  it('says how many need the person, and for each bank what is with it and where to go', async () => {
    const mail = await render(sampleDigest)
    expect(mail.subject).toBe('Three of your banks need you')
    for (const part of [readHtml(mail.html), mail.text.replaceAll('\n', ' ')]) {
      expect(part).toContain('These stopped sharing with Fernway, or soon will.')
      expect(part).toContain('in one visit of about three minutes')
      expect(part).toMatch(
        /First Platypus Bank +Needs you to sign in again since Tuesday, 17 November\. 2\u00a0accounts\. +Reconnect/,
      )
      expect(part).toMatch(/Wants a new password first, at the bank itself\. 2\u00a0accounts\. +See the two steps/)
      expect(part).toMatch(/Gingham Credit Union +Still works\. Its permission ends on Tuesday, 24 November\. +Renew/)
      expect(part).toContain('The links work until Tuesday, 24 November.')
      expect(part).toContain('We put them in one e-mail so that you don’t get three.')
      expect(part).toContain('Choose what we write to you about')
    }
  })

  it('leads whoever doubts it to the page about genuine mail, and only where it has links', async () => {
    const doubted = await render(sampleDigest)
    for (const part of [doubted.html, doubted.text]) {
      expect(part.match(/https:\/\/connect\.fernway\.example\/help\/[\w-]+/g)).toEqual([
        'https://connect.fernway.example/help/genuine-mail',
      ])
    }
    const { html, text } = await render([bank('One', repaired), bank('Two', repaired)])
    expect(html + text).not.toContain('/help/')
  })

  it('has one main button, to the first bank, and a link for each bank', async () => {
    const { html } = await render(sampleDigest)
    expect(html.match(/<a[^>]*class="btn-a"/g)).toHaveLength(1)
    expect(html).toMatch(
      /<a[^>]*class="btn-a"[^>]*href="https:\/\/connect\.fernway\.example\/reconnect\/9Xc2"|<a[^>]*href="https:\/\/connect\.fernway\.example\/reconnect\/9Xc2"[^>]*class="btn-a"/,
    )
    for (const token of ['9Xc2', '4Km8', '7Qp1']) {
      expect(html).toMatch(new RegExp(`<a class="a" href="https://connect\\.fernway\\.example/reconnect/${token}"`))
    }
  })

  it('has a text part that reads well on its own', async () => {
    const { text } = await render([bank('One'), bank('Two', ending)])
    expect(text.split('\n\n').slice(0, 6)).toEqual([
      'Two of your banks need you',
      'Hello Marguerite Duval,',
      'These stopped sharing with Fernway, or soon will. You can put them right one after another, in one visit of about two minutes.',
      '* One\nNeeds you to sign in again since Tuesday, 17 November. 2\u00a0accounts.\nReconnect:\nhttps://connect.fernway.example/r/One',
      '* Two\nStill works. Its permission ends on Tuesday, 24 November. 2\u00a0accounts.\nRenew:\nhttps://connect.fernway.example/r/Two',
      'The links work until Tuesday, 24 November.',
    ])
  })
})

const gists: [what: string, topics: [Topic, ...Topic[]], subject: string, opening: string][] = [
  [
    'all are broken',
    [bank('One'), bank('Two')],
    'Two of your banks need you',
    'These stopped sharing with Fernway. You can',
  ],
  [
    'all will end',
    [bank('One', ending), bank('Two', ending)],
    'Two of your banks need you',
    'These will soon stop sharing with Fernway.',
  ],
  [
    'one needs the person, the other works again',
    [bank('One', repaired), bank('Two')],
    'One of your banks needs you',
    'The first of these stopped sharing with Fernway. Putting it right takes about a minute. The last one is only news.',
  ],
  [
    'all are reminders',
    [bank('One', { number: 2 }), bank('Two', { number: 3 })],
    'Still waiting for you: two of your banks',
    'These stopped sharing with Fernway.',
  ],
  [
    'only one of them is a reminder',
    [bank('One', { number: 2 }), bank('Two')],
    'Two of your banks need you',
    'These stopped sharing with Fernway.',
  ],
  [
    'none needs the person',
    [bank('One', revoked), bank('Two', repaired)],
    'News about two of your banks',
    'This is what changed.',
  ],
  [
    'all work again',
    [bank('One', repaired), bank('Two', repaired)],
    'Two of your banks work again',
    'There is nothing for you to do.',
  ],
]

describe('its subject and first words', () => {
  it.each(gists)('fit when %s', async (_, topics, subject, opening) => {
    const mail = await render(topics)
    expect(mail.subject).toBe(subject)
    expect(mail.text).toContain(opening)
  })

  it('count in words up to ten', async () => {
    const [first, ...rest] = Array.from({ length: 12 }, (_, index) => bank(`Bank ${index}`))
    if (!first) throw new Error('no bank')
    expect((await render([first, ...rest.slice(0, 9)])).subject).toBe('Ten of your banks need you')
    expect((await render([first, ...rest])).subject).toBe('12 of your banks need you')
  })
})

describe('banks that need nothing of the person', () => {
  it('stand last, without the main button leading to them', async () => {
    const { text, html } = await render([bank('One', repaired), bank('Two')])
    expect(text.indexOf('* Two')).toBeLessThan(text.indexOf('* One'))
    expect(html.match(/href="https:\/\/connect\.fernway\.example\/r\/Two"/g)).toHaveLength(2)
    expect(html).not.toContain('https://connect.fernway.example/r/One')
  })

  it('bring no button, no link and no life of a link when all work again', async () => {
    const { html, text } = await render([bank('One', repaired), bank('Two', repaired)])
    expect(html).not.toContain('class="btn-a"')
    expect(html + text).not.toContain('connect.fernway.example/r/')
    expect(text).not.toContain('The links work until')
  })
})

describe.each(languages)('in %s', (language) => {
  it('each mixture of two kinds is told whole', () => {
    for (const one of Object.values(sampleTopics)) {
      for (const other of [sampleTopic(), bank('Two', ending), bank('Two', repaired), bank('Two', revoked)]) {
        const props = sampleMessage({ language, topics: [one, other] })
        const words = [digestMailSubject(props), digestMailPreview(props), digestMailText(props)].join('\n')
        expect(words).not.toMatch(/[{}]|undefined|null|NaN|mail\./)
      }
    }
  })
})
