import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import type { SignedIn } from '../_auth/require-user.ts'
import { signOutAction } from '../_auth/sign-out-action.ts'
import { AccountMenu } from '../_ui/account-menu.client.tsx'
import { PersonShell } from '../_ui/person-shell.tsx'
import { themeCookie, themeFrom } from '../_ui/theme.ts'

/** The frame of a signed-in person's pages: who they are, and the way out. */
export async function DashboardFrame({ person, children }: { person: SignedIn; children: ReactNode }) {
  const jar = await cookies()
  return (
    <PersonShell
      className="dash"
      homeHref="/dashboard"
      end={
        <AccountMenu
          email={person.email}
          name={person.name}
          theme={themeFrom(jar.get(themeCookie)?.value)}
          consoleHref={person.role === 'ADMIN' ? '/admin' : undefined}
          onSignOut={signOutAction}
        />
      }
      foot={
        <form action={signOutAction}>
          Signed in as {person.email}.{' '}
          <button type="submit" className="link-btn">
            Sign out
          </button>
        </form>
      }
    >
      {children}
    </PersonShell>
  )
}
