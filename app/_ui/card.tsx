import type { ComponentProps } from 'react'

/** One thing of a person's, on its own sheet. */
export function Card({ className, ...rest }: ComponentProps<'article'>) {
  return <article {...rest} className={['card', className].filter(Boolean).join(' ')} />
}
