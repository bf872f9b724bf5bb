'use client'

import Link from 'next/link'
import { useId } from 'react'
import { Icon } from './icon.tsx'
import type { Theme } from './theme.ts'
import { ThemeChoice } from './theme-choice.tsx'
import { initials } from './tile.tsx'

type AccountMenuProps = {
  email: string
  name: string | null
  theme: Theme
  /** Shown to admins only. */
  consoleHref?: string
  onSignOut: () => Promise<void>
}

/**
 * Behind the person's initials: who is signed in, light or dark, the way out. The browser's own popover opens and
 * closes it, so it works before and without script.
 */
export function AccountMenu({ email, name, theme, consoleHref, onSignOut }: AccountMenuProps) {
  const id = useId()
  const short = initials(name ?? email)
  return (
    <>
      <button
        type="button"
        className="icon-btn lg"
        popoverTarget={id}
        aria-label={`${short}: your account, ${name ?? email}`}
      >
        <span className="avatar lg">{short}</span>
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of one form, and here are several */}
      <div id={id} popover="auto" role="group" aria-label="Your account" className="menu account">
        <div className="who">
          {name ? <p className="truncate font-medium">{name}</p> : null}
          <p className="truncate text-sm text-ink-2">{email}</p>
        </div>
        <ThemeChoice chosen={theme} />
        <hr />
        <Link className="entry" href="/preferences">
          <Icon name="bell" />
          What we send you
        </Link>
        {consoleHref ? (
          <Link className="entry" href={consoleHref}>
            <Icon name="chart" />
            Go to the console
          </Link>
        ) : null}
        <form action={onSignOut}>
          <button type="submit" className="entry">
            <Icon name="leave" />
            Sign out
          </button>
        </form>
      </div>
    </>
  )
}
