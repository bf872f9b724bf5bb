'use client'

import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button.tsx'

type SubmitButtonProps = ComponentProps<typeof Button> & {
  /** What it says while the form is on its way, for instance "Sending". */
  busyWords: string
}

/** The button of a form with a server action: shows that it works, and cannot send twice. */
export function SubmitButton({ busyWords, children, onClick, ...rest }: SubmitButtonProps) {
  const { pending } = useFormStatus()
  return (
    <Button
      {...rest}
      type="submit"
      busy={pending}
      onClick={(event) => {
        if (pending) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {pending ? busyWords : children}
    </Button>
  )
}
