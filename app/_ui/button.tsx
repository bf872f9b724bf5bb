import Link from 'next/link'
import type { ComponentProps } from 'react'

export type ButtonLook = {
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger' | 'danger-quiet'
  /** Heights: sm 28, md 32 (the console's), lg 44, xl 52 (people's). */
  size?: 'sm' | 'md' | 'lg' | 'xl'
  block?: boolean
  /** Lets a long bank's name break over two lines. */
  wrap?: boolean
}

/** The kit's classes for anything that looks like a button. */
function buttonClass({ variant = 'secondary', size = 'md', block = false, wrap = false }: ButtonLook): string {
  return ['btn', variant !== 'secondary' && variant, size !== 'md' && size, block && 'wide', wrap && 'wrap']
    .filter(Boolean)
    .join(' ')
}

type ButtonProps = ButtonLook & ComponentProps<'button'> & { busy?: boolean }

/** One action. `busy` keeps it focusable and says so to screen readers; its words say what it does meanwhile. */
export function Button({ variant, size, block, wrap, busy = false, className, children, ...rest }: ButtonProps) {
  const classes = [buttonClass({ variant, size, block, wrap }), className].filter(Boolean).join(' ')
  return (
    <button type="button" aria-busy={busy || undefined} {...rest} className={classes}>
      {children}
      {busy ? <BusyDots /> : null}
    </button>
  )
}

type ButtonLinkProps = ButtonLook & ComponentProps<typeof Link>

/** A link that moves the reader on, drawn as a button. */
export function ButtonLink({ variant, size, block, wrap, className, ...rest }: ButtonLinkProps) {
  const classes = [buttonClass({ variant, size, block, wrap }), className].filter(Boolean).join(' ')
  return <Link {...rest} className={classes} />
}

function BusyDots() {
  return (
    <span className="dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  )
}
