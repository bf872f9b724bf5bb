import { render } from 'react-email'
import type { MessageMailProps } from './_parts/topic.ts'
import { DigestMail, digestMailSubject, digestMailText } from './digest-mail.tsx'
import { OneBankMail, oneBankMailSubject, oneBankMailText } from './one-bank-mail.tsx'
import { SignInMail, type SignInMailProps, signInMailSubject, signInMailText } from './sign-in-mail.tsx'

export type { MessageMailProps, Topic } from './_parts/topic.ts'
export { type MessagePush, renderMessagePush } from './message-push.ts'

/** A mail ready to send; always with both parts. */
export type RenderedMail = { subject: string; html: string; text: string }

/** Renders the mail that tells a person of their banks: of one in full, of several as a list. */
export async function renderMessageMail(props: MessageMailProps): Promise<RenderedMail> {
  if (props.topics.length > 1) {
    const html = await render(<DigestMail {...props} />)
    return { subject: digestMailSubject(props), html, text: digestMailText(props) }
  }
  const html = await render(<OneBankMail {...props} />)
  return { subject: oneBankMailSubject(props), html, text: oneBankMailText(props) }
}

/** Renders the mail that signs a person in. */
export async function renderSignInMail(props: SignInMailProps): Promise<RenderedMail> {
  return {
    subject: signInMailSubject(props),
    html: await render(<SignInMail {...props} />),
    text: signInMailText(props),
  }
}
