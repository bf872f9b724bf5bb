import type { ComponentProps } from 'react'
import './sentence-button.css'

/**
 * A button whose words stand in a sentence. They are its label, because words in a button's own box cannot break over
 * lines as those of a link do; a press on any of them counts.
 */
export function SentenceButton({ children, ...rest }: ComponentProps<'button'>) {
  return (
    <label className="sentence-btn">
      {children}
      <button {...rest} />
    </label>
  )
}
