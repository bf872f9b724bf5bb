import NextAuth, { AuthError, type DefaultSession, type NextAuthConfig } from 'next-auth'
import { env } from '#lib/env.ts'
import { authAdapter } from '#lib/features/accounts/auth-adapter.ts'
import { grantRole } from '#lib/features/accounts/grant-role.ts'
import { noteBrowser } from '#lib/features/accounts/note-browser.ts'
import { sendSignInMail, signInLinkMinutes } from '#lib/features/accounts/send-sign-in-mail.ts'
import { log } from '#lib/log.ts'
import { browserLanguage } from '../_browser/browser-language.ts'
import { errorFacts } from './error-facts.ts'

export type Role = 'PERSON' | 'ADMIN'

declare module 'next-auth' {
  interface Session {
    user: { id: string; role: Role } & DefaultSession['user']
  }
  interface User {
    role?: Role
  }
}

/** next-auth's settings, read at the first request and not while `next build` runs without an environment. */
function config(): NextAuthConfig {
  return {
    adapter: authAdapter(),
    secret: env().AUTH_SECRET,
    trustHost: true,
    // Sessions in the database: a role that changes or a session that is taken away counts at once.
    session: { strategy: 'database' },
    pages: { signIn: '/sign-in', verifyRequest: '/sign-in/check-mail', error: '/sign-in' },
    providers: [
      {
        id: 'email',
        type: 'email',
        name: 'E-mail',
        from: env().MAIL_FROM,
        maxAge: signInLinkMinutes * 60,
        options: {},
        sendVerificationRequest: ({ identifier, url }) => sendOrRefuse(identifier, url),
      },
    ],
    callbacks: {
      session: ({ session, user }) => {
        session.user.id = user.id
        session.user.role = user.role ?? 'PERSON'
        return session
      },
    },
    events: {
      signIn: async ({ user }) => {
        if (!user.id || !user.email) return
        await grantRole({ userId: user.id, email: user.email })
        await noteBrowser(user.id, { language: await browserLanguage() })
      },
    },
    logger: {
      error: (error) => log.warn(errorFacts(error), 'sign-in: next-auth refused'),
      warn: (code) => log.debug({ code }, 'sign-in: next-auth warned'),
    },
  }
}

/** Of an error that is not its own next-auth makes a redirect, and `signIn` would return as if the mail had gone. */
async function sendOrRefuse(email: string, callbackUrl: string): Promise<void> {
  try {
    await sendSignInMail(email, callbackUrl)
  } catch (cause) {
    throw new AuthError('the sign-in mail was not sent', { cause })
  }
}

export const { handlers, auth, signIn, signOut } = NextAuth(() => config())
