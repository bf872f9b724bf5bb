import { type ComponentProps, type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'

type FieldProps = Omit<ComponentProps<'input'>, 'size'> & {
  label: ReactNode
  hint?: ReactNode
  /** A sentence that says what to do; its presence marks the input as invalid. */
  problem?: string | null
  /** lg is people's, 52 px high. */
  size?: 'md' | 'lg'
}

/** A labelled input; hint and problem are tied to it for screen readers. */
export function Field({ label, hint, problem, size = 'md', id: givenId, ...input }: FieldProps) {
  const madeId = useId()
  const id = givenId ?? madeId
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className={size === 'lg' ? 'input lg' : 'input'}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy || undefined}
      />
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p className="problem" id={`${id}-problem`} role="alert">
          <Icon name="warning" />
          {problem}
        </p>
      ) : null}
    </div>
  )
}
