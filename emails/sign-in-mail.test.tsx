import { describe, expect, it } from 'vitest'
import { renderSignInMail } from './render-mail.tsx'
import { type SignInMailProps, signInMailPreview, signInMailSubject } from './sign-in-mail.tsx'

const props: SignInMailProps = {
  language: 'en',
  brand: { name: 'Fernway', logoUrl: null, url: 'http://localhost:3000' },
  url: 'http://localhost:3000/sign-in/confirm?to=%2Fapi%2Fauth%2Fcallback%2Femail%3Ftoken%3Dabc&next=1',
  expiresInMinutes: 15,
}

describe('the sign-in mail', () => {
  it('has one link, whole in html and in text, and says how long it works', async () => {
    const mail = await renderSignInMail(props)
    expect(mail.subject).toBe('Sign in to Fernway')
    expect(mail.html.match(/<a /g)).toHaveLength(1)
    expect(mail.html).toContain(`href="${props.url.replaceAll('&', '&amp;')}"`)
    expect(mail.html).toContain('The link works once, for 15 minutes.')
    expect(mail.text).toContain(`Sign in to Fernway:\n${props.url}\n`)
  })

  it('reads well as text', async () => {
    expect((await renderSignInMail(props)).text).toBe(
      [
        'Sign in to Fernway',
        '',
        'You asked to sign in to Fernway. Open the link on the device where you want to go on.',
        '',
        'Sign in to Fernway:',
        'http://localhost:3000/sign-in/confirm?to=%2Fapi%2Fauth%2Fcallback%2Femail%3Ftoken%3Dabc&next=1',
        '',
        'The link works once, for 15 minutes.',
        '',
        'It wasn’t you? Then do nothing: without this e-mail nobody gets in, and the link runs out by itself.',
        '',
        '--',
        'You get this because someone typed your address on the sign-in page at localhost:3000.',
        '',
      ].join('\n'),
    )
  })

  it.each([
    ['es', 'Iniciar sesión en Fernway', 'El enlace funciona una sola vez, durante 15 minutos.'],
    ['fr', 'Se connecter à Fernway', 'Le lien fonctionne une seule fois, pendant 15\u00a0minutes.'],
  ] as const)('speaks %s', async (language, subject, life) => {
    const mail = await renderSignInMail({ ...props, language })
    expect(mail.subject).toBe(subject)
    expect(mail.text).toContain(life)
    expect(mail.html).toContain(`lang="${language}"`)
  })

  it('says hours as hours', () => {
    expect(signInMailPreview({ ...props, expiresInMinutes: 60 })).toContain('for an hour')
    expect(signInMailPreview({ ...props, expiresInMinutes: 1440 })).toContain('for 24 hours')
  })

  it('has a preview that does not repeat the subject', () => {
    expect(signInMailPreview(props)).not.toContain(signInMailSubject(props))
  })
})
