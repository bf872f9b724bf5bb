import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { requireAdmin } from '../_auth/require-user.ts'
import { brand } from '../_ui/brand.ts'
import { themeCookie, themeFrom } from '../_ui/theme.ts'
import { ConsoleNav } from './_parts/console-nav.client.tsx'
import { MenuDrawer } from './_parts/menu-drawer.client.tsx'

export const metadata: Metadata = { title: { default: 'Console', template: '%s · Relink' } }

/** The console's frame: a sidebar, or a drawer where the window is narrow, and one sheet that each page fills. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { name, email } = await requireAdmin()
  const theme = themeFrom((await cookies()).get(themeCookie)?.value)
  const nav = <ConsoleNav company={brand().name} admin={{ name, email }} theme={theme} />
  return (
    <div className="console">
      <nav aria-label="Console">{nav}</nav>
      <MenuDrawer>{nav}</MenuDrawer>
      {children}
    </div>
  )
}
