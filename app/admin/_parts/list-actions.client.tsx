'use client'

import { unstable_rethrow } from 'next/navigation'
import { type ComponentProps, type ReactNode, useActionState } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from '../../_ui/button.tsx'
import { Outcome, type Said } from './outcome.client.tsx'

type ListActionsProps = { action: (form: FormData) => Promise<Said>; children: ReactNode }

/** A page whose rows have buttons. What became of a wish outlives the row that it was about. */
export function ListActions({ action, children }: ListActionsProps) {
  const [said, act] = useActionState((_before: Said | null, form: FormData) => askServer(action, form), null)
  return (
    <form action={act} className="contents">
      {children}
      <Outcome said={said} />
    </form>
  )
}

async function askServer(action: ListActionsProps['action'], form: FormData): Promise<Said> {
  try {
    return await action(form)
  } catch (error) {
    unstable_rethrow(error)
    return { went: false, title: 'Not done', more: 'The server did not answer. Please try again.' }
  }
}

type ListButtonProps = ComponentProps<typeof Button> & { name: string; value: string; busyWords: string }

/** One button of such a page; only the one that was pressed says that it works. */
export function ListButton({ busyWords, children, ...rest }: ListButtonProps) {
  const { pending, data } = useFormStatus()
  const isBusy = pending && data.get(rest.name) === rest.value
  return (
    <Button
      size="sm"
      {...rest}
      type="submit"
      busy={isBusy}
      onClick={(event) => {
        if (pending) event.preventDefault()
      }}
    >
      {isBusy ? busyWords : children}
    </Button>
  )
}
