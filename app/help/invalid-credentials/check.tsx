import type { ReactNode } from 'react'
import { Icon } from '../../_ui/icon.tsx'

type CheckProps = {
  number: number
  question: string
  drawing: ReactNode
  /** What to do about it, one thing a line. */
  steps: string[]
  children: ReactNode
}

/** One of the things to look at before trying again: a drawing, a question, and what to do. */
export function Check({ number, question, drawing, steps, children }: CheckProps) {
  const id = `check-${number}`
  return (
    <section className="check" aria-labelledby={id}>
      <div className="art">{drawing}</div>
      <div className="txt">
        <h2 id={id}>
          <span className="n">Check {number}</span> {question}
        </h2>
        <p>{children}</p>
        <ul>
          {steps.map((step) => (
            <li key={step}>
              <Icon name="check" />
              <span>{step}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
