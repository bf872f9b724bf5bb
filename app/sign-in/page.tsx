import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentUser } from '../_auth/require-user.ts'
import { safePath } from '../_auth/safe-path.ts'
import { Callout } from '../_ui/callout.tsx'
import { Aside, MessageSheet } from '../_ui/message-sheet.tsx'
import { SignInForm } from './sign-in-form.client.tsx'

export const metadata: Metadata = { title: 'Sign in' }

type SignInPageProps = { searchParams: Promise<{ next?: string | string[]; error?: string | string[] }> }

/** Sign-in by a link in an e-mail. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, error } = await searchParams
  const nextPath = typeof next === 'string' ? next : null
  if (await currentUser()) redirect(safePath(nextPath))
  return (
    <MessageSheet title="Sign in" lead="We’ll e-mail you a link. There is no password.">
      {error ? (
        <Callout state="info" role="status">
          {error === 'Verification'
            ? 'That link has been used, or is too old. Ask for a new one here.'
            : 'That didn’t work, and nothing was lost. Please ask for a new link.'}
        </Callout>
      ) : null}
      <SignInForm next={nextPath} />
      <Aside icon="mail">
        Here because of an e-mail about your bank? Its button takes you straight to reconnecting. You don’t need to sign
        in.
      </Aside>
    </MessageSheet>
  )
}
