'use client'

import { useActionState } from 'react'
import { Field } from '../_ui/field.tsx'
import { SubmitButton } from '../_ui/submit-button.client.tsx'
import { askForLinkAction } from './ask-for-link-action.ts'

/** Asks for an address; without script it works as a plain form. */
export function SignInForm({ next }: { next: string | null }) {
  const [state, ask] = useActionState(askForLinkAction, null)
  return (
    <form action={ask} noValidate>
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <Field
        key={state?.email}
        label="E-mail"
        name="email"
        type="email"
        autoComplete="email"
        inputMode="email"
        size="lg"
        defaultValue={state?.email}
        problem={state?.problem}
        required
      />
      <SubmitButton variant="primary" size="xl" block busyWords="Sending">
        Send me a link
      </SubmitButton>
    </form>
  )
}
