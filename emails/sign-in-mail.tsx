import type { Language } from '#lib/domain/language.ts'
import { typedAddress } from '#lib/domain/typed-address.ts'
import { wordsIn } from '#messages/words.ts'
import { ActionButton } from './_parts/action-button.tsx'
import { MailFrame } from './_parts/mail-frame.tsx'
import { isolated, onOneLine, plain } from './_parts/names.ts'
import { plainText } from './_parts/plain-text.ts'
import { Said } from './_parts/said.tsx'
import { Paragraph, Rule, SmallPrint, Title } from './_parts/text-blocks.tsx'

/** All that the sign-in mail needs to know; it names no person, since anyone can type an address. */
export type SignInMailProps = {
  language: Language
  brand: { name: string; logoUrl: string | null; url: string }
  /** The sign-in link. */
  url: string
  expiresInMinutes: number
}

/** The mail's subject, on one line. */
export function signInMailSubject(props: SignInMailProps): string {
  return plain(words(props).subject)
}

/** What an inbox shows after the subject. */
export function signInMailPreview(props: SignInMailProps): string {
  return words(props).preview
}

/** The mail that signs a person in. */
export function SignInMail(props: SignInMailProps) {
  const { subject, preview, body, button, underButton, notYou, why } = words(props)
  return (
    <MailFrame
      language={props.language}
      subject={plain(subject)}
      preview={preview}
      brand={props.brand}
      footer={<p style={{ margin: 0 }}>{why}</p>}
    >
      <Title>
        <Said>{subject}</Said>
      </Title>
      <Paragraph after={26}>
        <Said>{body}</Said>
      </Paragraph>
      <ActionButton href={props.url}>{button}</ActionButton>
      <SmallPrint before={14}>{underButton}</SmallPrint>
      <Rule />
      <SmallPrint>{notYou}</SmallPrint>
    </MailFrame>
  )
}

/** The same mail for readers without html. */
export function signInMailText(props: SignInMailProps): string {
  const t = wordsIn(props.language)
  const { subject, body, button, underButton, notYou, why } = words(props)
  return plainText([
    subject,
    body,
    `${t('mail.buttonInText', { button })}\n${props.url}`,
    underButton,
    notYou,
    `--\n${why}`,
  ])
}

// A longer name breaks the button on a phone.
const longestNameOnButton = 24

function words({ language, brand, expiresInMinutes }: SignInMailProps) {
  const t = wordsIn(language)
  const names = { brand: isolated(brand.name) }
  const isHours = expiresInMinutes >= 60 && expiresInMinutes % 60 === 0
  const life = isHours
    ? t('mail.signIn.hours', { count: expiresInMinutes / 60 })
    : t('mail.signIn.minutes', { count: expiresInMinutes })
  return {
    subject: t('mail.signIn.subject', names),
    preview: t('mail.signIn.preview', { life }),
    body: t('mail.signIn.body', names),
    button:
      onOneLine(brand.name).length > longestNameOnButton
        ? t('mail.signIn.buttonShort')
        : t('mail.signIn.button', names),
    underButton: t('mail.signIn.underButton', { life }),
    notYou: t('mail.signIn.notYou'),
    why: t('mail.signIn.why', { place: typedAddress(brand.url) }),
  }
}
