import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { countDeadLetters } from '#lib/features/admin/read-dead-letters.ts'
import { currentUser } from '../_auth/require-user.ts'
import { brand } from '../_ui/brand.ts'
import { themeCookie, themeFrom } from '../_ui/theme.ts'
import { ConsoleNav } from './_parts/console-nav.client.tsx'
import { MenuDrawer } from './_parts/menu-drawer.client.tsx'

export const metadata: Metadata = { title: { default: 'Console', template: '%s · Relink' } }

/** The console's frame: a sidebar, or a drawer where the window is narrow, and one sheet that each page fills. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const user = await currentUser()
  // Every page asks by itself, too; only a page knows where to come back to after the sign-in.
  if (!user) return children
  if (user.role !== 'ADMIN') notFound()
  const theme = themeFrom((await cookies()).get(themeCookie)?.value)
  const deadLetters = await countDeadLetters()
  const nav = { company: brand().name, admin: { name: user.name, email: user.email }, theme, deadLetters }
  return (
    <div className="console">
      <nav aria-label="Console">
        <ConsoleNav {...nav} />
      </nav>
      <MenuDrawer {...nav} />
      {children}
    </div>
  )
}
