'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { countWords } from '#lib/domain/bounded-count.ts'
import { signOutAction } from '../../_auth/sign-out-action.ts'
import { AccountMenu } from '../../_ui/account-menu.client.tsx'
import { Icon } from '../../_ui/icon.tsx'
import type { IconName } from '../../_ui/icon-drawings.tsx'
import { Tag } from '../../_ui/tag.tsx'
import type { Theme } from '../../_ui/theme.ts'
import { RelinkMark } from './relink-mark.tsx'

export type ConsoleNavProps = {
  /** The company that runs this installation. */
  company: string
  admin: { name: string | null; email: string }
  theme: Theme
  /** Jobs that wait for somebody. */
  deadLetters: number
  /** Called when a link is followed. */
  onGo?: () => void
}

/** Where one can go in the console, and who is signed in. Stands in the sidebar and in the drawer alike. */
export function ConsoleNav({ company, admin, theme, deadLetters, onGo }: ConsoleNavProps) {
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
      <Go href="/admin" icon="state-login-required" onGo={onGo}>
        Broken Items
      </Go>
      <Go href="/admin/drift" icon="inbox" onGo={onGo}>
        Drift
      </Go>
      <Go href="/admin/dead-letters" icon="warning" onGo={onGo}>
        Dead letters
        {deadLetters > 0 ? <span className="count ml-auto">{countWords(deadLetters)}</span> : null}
      </Go>
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

type GoProps = { href: string; icon: IconName; onGo: (() => void) | undefined; children: ReactNode }

function Go({ href, icon, onGo, children }: GoProps) {
  const path = usePathname()
  const isHere = placeOf(path) === href
  return (
    <Link
      className={`flex h-8 items-center gap-2.5 rounded-sm px-2.5 font-medium no-underline ${isHere ? 'bg-pressed text-ink-1' : 'text-ink-2 hover:bg-hover hover:text-ink-1'}`}
      href={href}
      aria-current={isHere ? (path === href ? 'page' : true) : undefined}
      onClick={onGo}
    >
      <Icon name={icon} className={isHere ? 'text-accent-text' : undefined} />
      {children}
    </Link>
  )
}

/** The entry under which a page stands; an Item's page is opened from the broken ones. */
function placeOf(path: string): string {
  return path === '/admin/drift' || path === '/admin/dead-letters' ? path : '/admin'
}
