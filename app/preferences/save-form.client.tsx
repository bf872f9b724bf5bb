'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { Callout } from '../_ui/callout.tsx'
import { SubmitButton } from '../_ui/submit-button.client.tsx'
import { type Saved, savePreferencesAction } from './save-action.ts'

type SaveFormProps = {
  /** From a mail's link; null for whoever is signed in. */
  token: string | null
  words: { save: string; saving: string; outcomes: Record<NonNullable<Saved>['outcome'], string> }
  children: ReactNode
}

/** The form around the choices; says what became of a save where the reader looks first. */
export function SaveForm({ token, words, children }: SaveFormProps) {
  const [saved, save] = useActionState(savePreferencesAction, null)
  const remark = useRef<HTMLDivElement>(null)
  const times = saved?.times
  useEffect(() => {
    if (times !== undefined) remark.current?.focus()
  }, [times])
  const isSaved = saved?.outcome === 'saved' || saved?.outcome === 'saved_silent'
  return (
    <form action={save} className="prefs">
      {token === null ? null : <input type="hidden" name="token" value={token} />}
      {saved ? (
        <div ref={remark} tabIndex={-1} className="prefs-remark">
          <Callout state={isSaved ? 'healthy' : 'login_required'} role={isSaved ? 'status' : 'alert'}>
            {words.outcomes[saved.outcome]}
          </Callout>
        </div>
      ) : null}
      {children}
      <SubmitButton variant="primary" size="xl" block busyWords={words.saving}>
        {words.save}
      </SubmitButton>
    </form>
  )
}
