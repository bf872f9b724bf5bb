'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { signOutAction } from '../../_auth/sign-out-action.ts'
import { AccountMenu } from '../../_ui/account-menu.client.tsx'
import { Icon } from '../../_ui/icon.tsx'
import { Tag } from '../../_ui/tag.tsx'
import type { Theme } from '../../_ui/theme.ts'
import { RelinkMark } from './relink-mark.tsx'

export type ConsoleNavProps = {
  /** The company that runs this installation. */
  company: string
  admin: { name: string | null; email: string }
  theme: Theme
  /** Called when a link is followed. */
  onGo?: () => void
}

/** Where one can go in the console, and who is signed in. Stands in the sidebar and in the drawer alike. */
export function ConsoleNav({ company, admin, theme, onGo }: ConsoleNavProps) {
  const isOnList = usePathname() === '/admin'
  return (
    <>
      <Link
        className="mb-2 flex h-10 items-center gap-2 rounded-md px-2 text-md font-semibold tracking-tight text-ink-1 no-underline"
        href="/admin"
        onClick={onGo}
      >
        <RelinkMark />
        Relink
        <span className="ml-auto">
          <Tag>{company}</Tag>
        </span>
      </Link>
      <Link
        className="flex h-8 items-center gap-2.5 rounded-sm bg-pressed px-2.5 font-medium text-ink-1 no-underline"
        href="/admin"
        aria-current={isOnList ? 'page' : true}
        onClick={onGo}
      >
        <Icon name="state-login-required" className="text-accent-text" />
        Broken Items
      </Link>
      <div className="mt-auto flex min-w-0 items-center gap-1.5">
        <AccountMenu {...admin} theme={theme} onSignOut={signOutAction} />
        <div className="grow text-sm">
          <p className="truncate font-medium">{admin.name ?? admin.email}</p>
          <p className="text-xs text-ink-3">admin</p>
        </div>
      </div>
    </>
  )
}
