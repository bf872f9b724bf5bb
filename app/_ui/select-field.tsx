import { type ComponentProps, type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'

type SelectFieldProps = ComponentProps<'select'> & { label: ReactNode; hint?: ReactNode }

/** A labelled choice among many, with the browser's own list; people's, 52 px high. */
export function SelectField({ label, hint, children, ...select }: SelectFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="select-wrap">
        <select {...select} id={id} className="input lg" aria-describedby={hint ? `${id}-hint` : undefined}>
          {children}
        </select>
        <Icon name="chevron-down" />
      </span>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
