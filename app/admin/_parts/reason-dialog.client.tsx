'use client'

import { Dialog } from '@base-ui/react/dialog'
import { type FormEvent, type RefObject, useEffect, useRef, useState, useTransition } from 'react'
import { Button, type ButtonLook } from '../../_ui/button.tsx'
import { Callout } from '../../_ui/callout.tsx'
import { Field } from '../../_ui/field.tsx'
import { Icon } from '../../_ui/icon.tsx'
import type { IconName } from '../../_ui/icon-drawings.tsx'
import type { Said } from './outcome.client.tsx'
import { reasonLength, reasonProblem } from './reason-problem.ts'

/** What an admin can do only with a reason, in words. */
export type ReasonedAct = {
  /** On the page, for instance "Hold". */
  title: string
  icon: IconName
  look: ButtonLook['variant']
  question: string
  /** What follows from it, and what does not. */
  explanation: string
  /** The question's verb again, for instance "Hold messages". */
  verb: string
  busyWords: string
}

type ReasonDialogProps = {
  act: ReasonedAct
  /** Does it, and answers what became of it; null when the server did not answer. */
  onReason: (reason: string) => Promise<Said | null>
  /** Called once the dialog is gone. */
  onSaid: (said: Said) => void
}

/** A button that asks for a reason before it does anything. */
export function ReasonDialog({ act, onReason, onSaid }: ReasonDialogProps) {
  const [isOpen, setIsOpen] = useState(false)
  const said = useRef<Said | null>(null)
  const reasonInput = useRef<HTMLInputElement>(null)

  // A status that changes behind an open dialog would not be read out.
  const sayOnceClosed = (opened: boolean) => {
    if (opened || !said.current) return
    onSaid(said.current)
    said.current = null
  }
  // Where the act takes the button off the page, the dialog goes with it before it has closed.
  useEffect(
    () => () => {
      if (said.current) onSaid(said.current)
    },
    [onSaid],
  )
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen} onOpenChangeComplete={sayOnceClosed}>
      <Dialog.Trigger render={<Button variant={act.look} size="sm" />}>
        <Icon name={act.icon} />
        {act.title}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-20 bg-scrim transition-opacity duration-180 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Viewport className="fixed inset-0 z-20 grid place-items-center p-6 max-sm:items-end max-sm:p-0">
          <Dialog.Popup className="dialog max-w-120! text-sm" initialFocus={reasonInput}>
            <header>
              <Dialog.Title className="grow wrap-anywhere">{act.question}</Dialog.Title>
              <Dialog.Close className="icon-btn -mt-1" aria-label="Close">
                <Icon name="close" />
              </Dialog.Close>
            </header>
            <ReasonForm
              act={act}
              reasonInput={reasonInput}
              onReason={onReason}
              onDone={(answer) => {
                said.current = answer
                setIsOpen(false)
              }}
            />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type ReasonFormProps = Pick<ReasonDialogProps, 'act' | 'onReason'> & {
  reasonInput: RefObject<HTMLInputElement | null>
  onDone: (said: Said) => void
}

function ReasonForm({ act, reasonInput, onReason, onDone }: ReasonFormProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const [isUnanswered, setIsUnanswered] = useState(false)
  const [isBusy, startAsking] = useTransition()

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    const reason = reasonInput.current?.value.trim() ?? ''
    const found = reasonProblem(reason)
    setProblem(found)
    setIsUnanswered(false)
    if (found) return reasonInput.current?.focus()
    startAsking(async () => {
      const said = await onReason(reason)
      if (said) onDone(said)
      else setIsUnanswered(true)
    })
  }
  return (
    <form className="contents" onSubmit={submit} noValidate>
      <div className="body grid gap-5">
        <Dialog.Description className="text-ink-2 wrap-anywhere">{act.explanation}</Dialog.Description>
        <Field
          ref={reasonInput}
          label="Reason"
          hint={`${reasonLength.fewest} to ${reasonLength.most} characters; stands in the Item’s timeline.`}
          name="reason"
          autoComplete="off"
          required
          problem={problem}
          onChange={() => setProblem(null)}
        />
        {isUnanswered ? (
          <Callout state="login_required" icon="warning" small role="alert">
            The server did not answer, so nothing was done. Your reason is still here; please try again.
          </Callout>
        ) : null}
      </div>
      <footer className="justify-end">
        <Dialog.Close render={<Button />}>Cancel</Dialog.Close>
        <Button type="submit" variant={act.look === 'danger-quiet' ? 'danger' : 'primary'} busy={isBusy}>
          {isBusy ? act.busyWords : act.verb}
        </Button>
      </footer>
    </form>
  )
}
