import { type ReactNode, useId } from 'react'
import { Icon } from '../_ui/icon.tsx'
import type { IconName } from '../_ui/icon-drawings.tsx'
import './sheet.css'
import './sheet-wide.css'

type SheetProps = {
  /** Above the heading: the joint, or a stamp where no bank may be named. */
  picture: ReactNode
  title: string
  lead: ReactNode
  children?: ReactNode
  aside?: { label: string; content: ReactNode }
  /** Sticks to the bottom edge of a phone. */
  act?: ReactNode
  /** For a message that came by itself because something failed. */
  alert?: boolean
}

/** One message, one action. Stands in the `<main>` of a page whose shell has the class `reconnect`. */
export function Sheet({ picture, title, lead, children, aside, act, alert }: SheetProps) {
  const titleId = useId()
  return (
    <div className={aside ? 'sheet two' : 'sheet'}>
      <section className="message" aria-labelledby={titleId}>
        {picture}
        <div className="words">
          <h1 id={titleId} tabIndex={-1}>
            {title}
          </h1>
          <div className="lead" role={alert ? 'alert' : undefined}>
            {lead}
          </div>
        </div>
        {children}
      </section>
      {aside ? (
        <aside className="aside" aria-label={aside.label}>
          {aside.content}
        </aside>
      ) : null}
      {act ? <div className="act">{act}</div> : null}
    </div>
  )
}

/** Things that are good to know, each with its drawing. */
export function Assurances({ children }: { children: ReactNode }) {
  return <ul className="assure">{children}</ul>
}

/** One of them. */
export function Assurance({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li>
      <Icon name={icon} />
      <div>{children}</div>
    </li>
  )
}

/** A round mark in place of the joint, where the page names no bank. */
export function Stamp({ icon }: { icon: IconName }) {
  return (
    <span className="stamp">
      <Icon name={icon} />
    </span>
  )
}
