import { describe, expect, it } from 'vitest'
import { noticeKinds } from '#lib/domain/notice.ts'
import {
  readHtml,
  sampleMessage,
  sampleReminders,
  sampleTopic,
  sampleTopics,
} from '../scripts/testing/sample-messages.ts'
import { oneBankMailPreview, oneBankMailSubject } from './one-bank-mail.tsx'
import { renderMessageMail, type Topic } from './render-mail.tsx'

const about = (changes: Partial<Topic>) => sampleMessage({ topics: [sampleTopic(changes)] })
const all = Object.entries({ ...sampleTopics, ...sampleReminders }).map(([name, topic]) => ({ name, topic }))

describe('the mail about a broken connection', () => {
  it('names the bank, the day, what stops and until when the link works, in html and in text', async () => {
    const mail = await renderMessageMail(sampleMessage())
    expect(mail.subject).toBe('First Platypus Bank needs you to sign in again')
    for (const part of [readHtml(mail.html), mail.text]) {
      expect(part).toContain('Hello Marguerite Duval,')
      expect(part).toContain('Your bank stopped sharing with Fernway on Tuesday, 17 November.')
      expect(part).toContain('Until you sign in once, Fernway gets nothing new from these accounts:')
      expect(part).toContain('The link works until Tuesday, 24 November.')
      expect(part).toContain('Go to connect.fernway.example yourself')
      expect(part).toContain('You get this because you connected First Platypus Bank to Fernway.')
      expect(part).toContain('Choose what we write to you about')
    }
  })

  it('has one button, which leads to the reconnect link', async () => {
    const { html } = await renderMessageMail(sampleMessage())
    expect(html.match(/href="https:\/\/connect\.fernway\.example\/reconnect\/9Xc2"/g)).toHaveLength(1)
    expect(html.match(/class="btn-a"/g)).toHaveLength(1)
  })

  it('has a text part that reads well on its own', async () => {
    expect((await renderMessageMail(sampleMessage())).text).toBe(
      [
        'First Platypus Bank needs you to sign in again',
        '',
        'Hello Marguerite Duval,',
        '',
        'Your bank stopped sharing with Fernway on Tuesday, 17 November. That happens after a new password or a new security step at the bank.',
        '',
        'Until you sign in once, Fernway gets nothing new from these accounts:',
        '- Everyday Checking, ending 4021',
        '- Rainy Day Savings',
        '',
        'Reconnect your bank:',
        'https://connect.fernway.example/reconnect/9Xc2',
        '',
        'About a minute, on your phone or computer. The link works until Tuesday, 24 November.',
        '',
        'Wary of links about your bank? Good. Go to connect.fernway.example yourself: the same button waits there. We never ask for your bank password, and never see it.',
        '',
        'Signing in again doesn’t work? Three things to check:',
        'https://connect.fernway.example/help/invalid-credentials',
        '',
        '--',
        'You get this because you connected First Platypus Bank to Fernway.',
        'Choose what we write to you about:',
        'https://connect.fernway.example/preferences/Zt7w',
        '',
      ].join('\n'),
    )
  })

  it('leads to the choice of what we write about, in html and in text', async () => {
    const { html, text } = await renderMessageMail(sampleMessage())
    expect(html).toContain('href="https://connect.fernway.example/preferences/Zt7w"')
    expect(text).toContain('Choose what we write to you about:\nhttps://connect.fernway.example/preferences/Zt7w')
  })

  it('says days in the reader’s time zone', async () => {
    const auckland = await renderMessageMail(sampleMessage({ timeZone: 'Pacific/Auckland' }))
    expect(auckland.text).toContain('on Wednesday, 18 November')
    const losAngeles = await renderMessageMail(sampleMessage({ timeZone: 'America/Los_Angeles' }))
    expect(losAngeles.text).toContain('on Tuesday, 17 November')
  })
})

describe('the words of each language', () => {
  it('are Spanish, polite, with Spanish days', async () => {
    const { subject, text } = await renderMessageMail(sampleMessage({ language: 'es', timeZone: 'Europe/Madrid' }))
    expect(subject).toBe('First Platypus Bank le pide que vuelva a iniciar sesión')
    expect(text).toContain('Hola, Marguerite Duval:')
    expect(text).toContain('Su banco dejó de compartir datos con Fernway el miércoles 18 de noviembre.')
    expect(text).toContain('- Everyday Checking, terminada en 4021')
  })

  it('are French, with French days, the first of a month among them', async () => {
    const linkExpiresAt = new Date('2026-12-01T12:00:00Z')
    const { subject, text } = await renderMessageMail(sampleMessage({ language: 'fr', linkExpiresAt }))
    expect(subject).toBe('First Platypus Bank vous demande de vous reconnecter')
    expect(text).toContain('Bonjour Marguerite Duval,')
    expect(text).toContain('a cessé de partager vos données avec Fernway le mardi 17 novembre.')
    expect(text).toContain('Le lien fonctionne jusqu’au mardi 1er décembre.')
  })

  it('stand in a document that names its language', async () => {
    for (const language of ['en', 'es', 'fr'] as const) {
      const { html } = await renderMessageMail(sampleMessage({ language }))
      expect(html).toMatch(new RegExp(`<html[^>]* lang="${language}"`))
      expect(html).toMatch(new RegExp(`<div [^>]*role="article"[^>]* lang="${language}"`))
    }
  })
})

describe('each kind of notice', () => {
  it.each([
    ['ITEM_LOCKED', 'First Platypus Bank has locked your sign-in', 'Unlock it on the bank’s own site or app'],
    ['PASSWORD_RESET_REQUIRED', 'First Platypus Bank wants you to choose a new password', 'Choose the password on'],
    ['USER_SETUP_REQUIRED', 'First Platypus Bank wants you to finish something first', 'agree to new terms, perhaps'],
    ['SOMETHING_NEW', 'First Platypus Bank wants a step from you first', 'do what it asks'],
  ])('says for %s what to do at the bank before coming back', async (errorCode, subject, step) => {
    const mail = await renderMessageMail(about({ errorClass: 'bank_first', errorCode }))
    expect(mail.subject).toBe(subject)
    expect(mail.text).toContain(step)
    expect(mail.text.indexOf(step)).toBeLessThan(mail.text.indexOf('Then come back and press the button.'))
  })

  it('asks for permission where permission is missing', async () => {
    const mail = await renderMessageMail(about({ errorClass: 'consent', errorCode: 'NO_ACCOUNTS' }))
    expect(mail.subject).toBe('First Platypus Bank needs your permission again')
    expect(mail.text).not.toContain('password or a new security step')
  })

  it('speaks of no new password where a permission ran out by its own date', async () => {
    const { text } = await renderMessageMail(about({ errorCodeReason: 'OAUTH_CONSENT_EXPIRED' }))
    expect(text).toContain('ran out on Tuesday, 17 November')
    expect(text).not.toContain('new password')
  })

  it('leaves a person in peace who cut the access at the bank, or with us', async () => {
    for (const name of ['withdrawn at bank', 'revoked']) {
      const { text } = await renderMessageMail(sampleMessage({ topics: [sampleTopic(sampleTopics[name])] }))
      expect(text).toContain('If you meant it, all is well')
      expect(text).toContain('Share it again:')
    }
  })

  it('tells the day on which a connection ends, or that it is soon', () => {
    const endsAt = new Date('2026-11-24T08:00:00Z')
    expect(oneBankMailSubject(about({ kind: 'ends_soon', errorClass: null, endsAt }))).toBe(
      'Your connection to First Platypus Bank ends on Tuesday, 24 November',
    )
    expect(oneBankMailSubject(about({ kind: 'ends_soon', errorClass: null }))).toBe(
      'Your connection to First Platypus Bank ends soon',
    )
  })

  it('promises no repair of a connection that cannot return, and no life of a link', async () => {
    const { text } = await renderMessageMail(about({ kind: 'cannot_return', errorClass: 'terminal' }))
    expect(text).toContain('Connect the bank anew; your records stay.')
    expect(text).not.toContain('The link works until')
    expect(text).not.toContain('the same button waits there')
  })

  it('asks nothing of a person whose bank works again', async () => {
    const { subject, html, text } = await renderMessageMail(about({ kind: 'repaired', errorClass: null }))
    expect(subject).toBe('First Platypus Bank works again')
    expect(text).toContain('There is nothing for you to do.')
    expect(html).not.toContain('class="btn-a"')
    expect(html + text).not.toContain('/reconnect/')
  })
})

describe('the help that a mail offers', () => {
  it.each([
    ['sign in', 'invalid-credentials'],
    ['password', 'invalid-credentials'],
    ['locked', 'locked-account'],
    ['permission', 'accounts-missing'],
    ['consent expired', 'genuine-mail'],
    ['ends soon', 'genuine-mail'],
    ['revoked', 'genuine-mail'],
    ['cannot return', 'genuine-mail'],
  ])('about “%s” is one page: %s', async (name, page) => {
    const { html, text } = await renderMessageMail(sampleMessage({ topics: [sampleTopic(sampleTopics[name])] }))
    for (const part of [html, text]) {
      const addresses = part.match(/https:\/\/connect\.fernway\.example\/help\/[\w-]+/g)
      expect(addresses).toEqual([`https://connect.fernway.example/help/${page}`])
    }
  })

  it('is none where there is nothing to do', async () => {
    const { html, text } = await renderMessageMail(sampleMessage({ topics: [sampleTopic(sampleTopics.repaired)] }))
    expect(html + text).not.toContain('/help/')
  })
})

describe('a reminder', () => {
  it('has its own subject and first sentence, and the same step as before', async () => {
    const mail = await renderMessageMail(about({ number: 3, errorClass: 'bank_first', errorCode: 'ITEM_LOCKED' }))
    expect(mail.subject).toBe('Still waiting for you: First Platypus Bank')
    expect(mail.text).toContain(
      'This is a reminder: your bank has shared nothing with Fernway since Tuesday, 17 November',
    )
    expect(mail.text).toContain('Unlock it on the bank’s own site or app')
  })

  it('says of a connection that ends that there is still time', () => {
    const topic = { kind: 'ends_soon', errorClass: null, number: 2, endsAt: new Date('2026-11-24T08:00:00Z') } as const
    expect(oneBankMailSubject(about(topic))).toBe('Still time to renew First Platypus Bank')
  })

  it('never comes for what is told once', () => {
    for (const name of ['withdrawn at bank', 'revoked', 'cannot return', 'repaired']) {
      const once = sampleTopic(sampleTopics[name])
      expect(oneBankMailSubject(about({ ...once, number: 2 }))).toBe(oneBankMailSubject(about(once)))
    }
  })
})

describe.each(['en', 'es', 'fr'] as const)('in %s', (language) => {
  it.each(all)('$name is told whole, with a preview of its own', async ({ topic }) => {
    const props = sampleMessage({ language, topics: [topic] })
    const { subject, html, text } = await renderMessageMail(props)
    expect(html).toContain(`<title>${subject}</title>`)
    expect(text.startsWith(`${subject}\n\n`)).toBe(true)
    expect(oneBankMailPreview(props)).not.toContain(subject)
    expect(oneBankMailPreview(props)).not.toContain('First Platypus Bank')
    for (const part of [readHtml(html), text]) expect(part).not.toMatch(/[{}]|undefined|null|NaN|mail\./)
  })
})

it('never speaks in jargon', async () => {
  for (const { topic } of all) {
    const { html } = await renderMessageMail(sampleMessage({ topics: [topic] }))
    expect(readHtml(html)).not.toMatch(/\b(Item|token|credentials|error|invalid|failed|oops)\b|!/i)
  }
})

it('has words for every kind of notice', () => {
  const told = new Set(all.map(({ topic }) => topic.kind))
  expect([...told].sort()).toEqual([...noticeKinds].sort())
})
