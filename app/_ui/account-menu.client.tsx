'use client'

import { Menu } from '@base-ui/react/menu'
import Link from 'next/link'
import { startTransition } from 'react'
import { Icon } from './icon.tsx'
import type { Theme } from './theme.ts'
import { ThemeChoice } from './theme-choice.client.tsx'
import { initials } from './tile.tsx'

type AccountMenuProps = {
  email: string
  name: string | null
  theme: Theme
  /** Shown to admins only. */
  consoleHref?: string
  onSignOut: () => Promise<void>
}

/** Behind the person's initials: who is signed in, light or dark, the way out. */
export function AccountMenu({ email, name, theme, consoleHref, onSignOut }: AccountMenuProps) {
  const short = initials(name ?? email)
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="icon-btn lg" aria-label={`${short}: your account, ${name ?? email}`}>
        <span className="avatar lg">{short}</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4} className="z-30">
          <Menu.Popup className="menu people">
            <div className="px-3 py-2">
              {name ? <p className="truncate font-medium">{name}</p> : null}
              <p className="truncate text-sm quiet">{email}</p>
            </div>
            <hr />
            <ThemeChoice chosen={theme} />
            <hr />
            {consoleHref ? (
              <Menu.Item render={<Link href={consoleHref} />}>
                <Icon name="chevron-right" />
                Go to the console
              </Menu.Item>
            ) : null}
            <Menu.Item onClick={() => startTransition(onSignOut)}>
              <Icon name="external" />
              Sign out
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
