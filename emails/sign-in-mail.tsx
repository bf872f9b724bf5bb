import { ActionButton } from './_parts/action-button.tsx'
import { MailFrame } from './_parts/mail-frame.tsx'
import { plainText } from './_parts/plain-text.ts'
import { onOneLine, placeOf } from './_parts/spelling.ts'
import { Paragraph, Rule, SmallPrint, Title } from './_parts/text-blocks.tsx'

/** All that the sign-in mail needs to know; it names no person, since anyone can type an address. */
export type SignInMailProps = {
  brand: { name: string; logoUrl: string | null; url: string }
  /** The sign-in link. */
  url: string
  expiresInMinutes: number
}

/** The mail's subject, on one line. */
export function signInMailSubject({ brand }: SignInMailProps): string {
  return `Sign in to ${onOneLine(brand.name)}`
}

/** What an inbox shows after the subject. */
export function signInMailPreview(props: SignInMailProps): string {
  return `Your link works once, for ${lifeOf(props)}.`
}

/** The mail that signs a person in. */
export function SignInMail(props: SignInMailProps) {
  const { brand, url } = props
  return (
    <MailFrame
      subject={signInMailSubject(props)}
      preview={signInMailPreview(props)}
      brand={brand}
      footer={<p style={{ margin: 0 }}>{reason(props)}</p>}
    >
      <Title>{signInMailSubject(props)}</Title>
      <Paragraph after={26}>{opening(props)}</Paragraph>
      <ActionButton href={url}>{button(props)}</ActionButton>
      <SmallPrint before={14}>{`The link works once, for ${lifeOf(props)}.`}</SmallPrint>
      <Rule />
      <SmallPrint>{notYou}</SmallPrint>
    </MailFrame>
  )
}

/** The same mail for readers without html. */
export function signInMailText(props: SignInMailProps): string {
  return plainText([
    signInMailSubject(props),
    opening(props),
    `${button(props)}:\n${props.url}`,
    `The link works once, for ${lifeOf(props)}.`,
    notYou,
    `--\n${reason(props)}`,
  ])
}

const notYou = 'It wasn’t you? Then do nothing: without this e-mail nobody gets in, and the link runs out by itself.'

function opening({ brand }: SignInMailProps): string {
  return `You asked to sign in to ${onOneLine(brand.name)}. Open the link on the device where you want to go on.`
}

function button({ brand }: SignInMailProps): string {
  const name = onOneLine(brand.name)
  return name.length > 24 ? 'Sign in' : `Sign in to ${name}`
}

function reason({ brand }: SignInMailProps): string {
  return `You get this because someone typed your address on the sign-in page at ${placeOf(brand.url)}.`
}

function lifeOf({ expiresInMinutes }: SignInMailProps): string {
  if (expiresInMinutes === 60) return 'an hour'
  if (expiresInMinutes > 60 && expiresInMinutes % 60 === 0) return `${expiresInMinutes / 60} hours`
  return expiresInMinutes === 1 ? 'a minute' : `${expiresInMinutes} minutes`
}
