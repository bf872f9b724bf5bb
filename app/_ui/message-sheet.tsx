import type { ReactNode } from 'react'
import type { Language } from '#lib/domain/language.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-drawings.tsx'
import { PersonShell } from './person-shell.tsx'
import './styles/message-sheet.css'

type MessageSheetProps = {
  /** Above the heading: a stamp or a joint. */
  picture?: ReactNode
  title: string
  lead: ReactNode
  /** Of its words; English without it. */
  language?: Language
  /** At the right end of the header, in place of the link to help. */
  end?: ReactNode
  children?: ReactNode
}

/** A page that says one thing and offers one action. */
export function MessageSheet({ picture, title, lead, language, end, children }: MessageSheetProps) {
  return (
    <PersonShell className="auth" language={language} end={end}>
      <main>
        <div className="box">
          {picture}
          <div className="words">
            <h1>{title}</h1>
            <p className="lead">{lead}</p>
          </div>
          {children}
        </div>
      </main>
    </PersonShell>
  )
}

/** A round mark over a heading. */
export function Stamp({ icon }: { icon: IconName }) {
  return (
    <span className="stamp">
      <Icon name={icon} />
    </span>
  )
}

/** A remark under the action. */
export function Aside({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <p className="aside">
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  )
}
