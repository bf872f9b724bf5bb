import { render } from 'react-email'
import { ReconnectMail, type ReconnectMailProps, reconnectMailSubject, reconnectMailText } from './reconnect-mail.tsx'
import { SignInMail, type SignInMailProps, signInMailSubject, signInMailText } from './sign-in-mail.tsx'

/** A mail ready to send; always with both parts. */
export type RenderedMail = { subject: string; html: string; text: string }

/** Renders the mail about one Item. */
export async function renderReconnectMail(props: ReconnectMailProps): Promise<RenderedMail> {
  return {
    subject: reconnectMailSubject(props),
    html: await render(<ReconnectMail {...props} />),
    text: reconnectMailText(props),
  }
}

/** Renders the mail that signs a person in. */
export async function renderSignInMail(props: SignInMailProps): Promise<RenderedMail> {
  return {
    subject: signInMailSubject(props),
    html: await render(<SignInMail {...props} />),
    text: signInMailText(props),
  }
}
